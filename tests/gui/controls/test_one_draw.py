"""OneDraw: the numbers in its table, the sentence below, and which draw is selected."""

import re

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFontMetrics, QKeySequence
from PyQt6.QtTest import QAbstractItemModelTester
from PyQt6.QtWidgets import QLabel, QPushButton, QStyle, QStyledItemDelegate, QTableView

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.gui.controls.draw_table import ROW_HEIGHT
from gumbel_gui.gui.controls.one_draw import OneDraw
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.widgets.labels import tip
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.plots.look.style import DARK, LIGHT
from gumbel_gui.plots.words.mistakes import noise_formula, score_formula
from gumbel_gui.plots.words.text import default_labels

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
ROLE = Qt.ItemDataRole
COLUMNS = ("x", "ε", "ln p", "g", "s")
PREVIOUS, NEXT, ANY = "Previous draw", "Next draw", "Select any draw"


@pytest.fixture
def make_editor(show):
    """Return a function that shows an editor that follows the selection at once."""

    def made(store, width=310, height=0):
        editor = OneDraw(store)

        def follow():
            state = store.state
            editor.show_selection(select(state.parameters), state.labels, LIGHT)

        follow()
        store.changed.connect(follow)
        return show(editor, width, height)

    return made


@pytest.fixture
def store(make_store):
    return make_store((0.2, 0.3, 0.5), draws=3000, temperature=0.7, selected=5, seed=3)


@pytest.fixture
def editor(make_editor, store):
    return make_editor(store)


@pytest.fixture
def box(editor):
    return editor.findChild(NumberBox)


def model(editor):
    return editor.findChild(QTableView).model()


def header(editor, orientation, role=ROLE.DisplayRole):
    numbers = model(editor)
    sections = numbers.columnCount() if orientation is ACROSS else numbers.rowCount()
    return [numbers.headerData(i, orientation, role) for i in range(sections)]


def cells(editor, role=ROLE.DisplayRole):
    numbers = model(editor)
    return [
        [numbers.index(row, column).data(role) for column in range(numbers.columnCount())]
        for row in range(numbers.rowCount())
    ]


def read(text):
    """Return the number that a person reads, and by how much it may be rounded."""
    assert "-" not in text
    value = float(text.replace("−", "-").replace("∞", "inf"))
    return value, 0.5 * 10.0 ** -len(text.partition(".")[2])


def expected(selection):
    """Return the columns (K, 5) as they should be."""
    s = selection
    return np.stack([s.x, s.noise, s.logits, s.scores, s.relaxed], axis=1).astype(float)


def sentence_below(editor):
    (label,) = (x for x in editor.findChildren(QLabel) if x.property("role") == "caption")
    return label.text()


def winner_and_soft(editor):
    text = sentence_below(editor).replace("−", "-")
    found = re.fullmatch(r"argmax g = (\d+), soft-argmax Σ i·s_i = (\d+\.\d{3})", text)
    assert found, text
    return int(found[1]), float(found[2])


def button(editor, name):
    (found,) = (
        each for each in editor.findChildren(QPushButton) if each.accessibleName().startswith(name)
    )
    return found


def selected(store):
    return store.state.parameters.selected


NOTE = Parameters(NOTE_PROBABILITIES, 0.5, 3000, 7, selected=11)
CASES = {
    "note": {},
    "no randomness left at t = 0": {"temperature": 0},
    "a huge t": {"temperature": 1e300},
    "t = 1e-300": {"temperature": 1e-300},
    "the first draw": {"selected": 1},
    "the last draw": {"selected": 3000},
    "zeros": {"p": (0, 0.5, 0, 0.5)},
    "one-hot": {"p": (0, 0, 1)},
    "tiny": {"p": (1e-300, 1.0, 5e-324)},
    "two": {"p": (0.5, 0.5)},
    "64 classes": {"p": tuple(range(1, 65))},
    **{mistake.value: {"mistake": mistake} for mistake in Mistake},
}


@pytest.mark.parametrize("case", CASES)
def test_the_table_shows_the_numbers_of_the_draw(make_store, make_editor, case):
    others = {"p": NOTE_PROBABILITIES, "temperature": 0.5, "draws": 3000, "selected": 11, "seed": 7}
    store = make_store(**(others | CASES[case]))
    editor = make_editor(store)
    values = expected(select(store.state.parameters))
    assert len(cells(editor)) == store.state.parameters.classes
    for texts, numbers in zip(cells(editor), values, strict=True):
        for text, number in zip(texts, numbers, strict=True):
            assert len(text) <= 6
            value, rounding = read(text)
            assert value == number or abs(value - number) <= rounding * 1.0001, (text, number)
    whole = np.array(cells(editor, ROLE.ToolTipRole), dtype=float)
    np.testing.assert_array_equal(whole, values)


@pytest.mark.parametrize("number", [1, 2, 48, 49, 65_536, 65_537, 100_000])
def test_the_numbers_fit_one_another(make_store, make_editor, number):
    """From x to s, by the formulas of the note alone."""
    p, t = np.array([0.1, 0.2, 0.7]), 0.3
    store = make_store(p, draws=100_000, temperature=t, selected=number)
    editor = make_editor(store)
    x, noise, log_p, g, s = np.array(cells(editor, ROLE.ToolTipRole), dtype=float).T
    assert ((x > 0) & (x < 1)).all()
    np.testing.assert_allclose(noise, -np.log(-np.log(x)), rtol=2e-4, atol=2e-5)
    np.testing.assert_allclose(log_p, np.log(p), rtol=1e-12)
    np.testing.assert_allclose(g, log_p + noise, rtol=1e-5, atol=1e-5)
    exact = np.exp((g - g.max()) / t)
    np.testing.assert_allclose(s, exact / exact.sum(), rtol=1e-4, atol=1e-6)
    winner, soft = winner_and_soft(editor)
    assert winner == g.argmax()
    assert soft == pytest.approx(np.arange(3) @ s, abs=6e-4)


def test_the_columns_are_named(make_store, make_editor):
    store = make_store(3, selected=1)
    editor = make_editor(store)
    assert header(editor, ACROSS) == list(COLUMNS)
    store.edit("broken", lambda s: s.with_parameter("mistake", Mistake.NOISE_ON_P))
    assert header(editor, ACROSS) == ["x", "ε", "p", "g", "s"]
    shown = np.array(cells(editor, ROLE.ToolTipRole), dtype=float)[:, 2]
    np.testing.assert_allclose(shown, 1 / 3)
    store.edit("none", lambda s: s.with_parameter("selected", 0))
    assert header(editor, ACROSS) == list(COLUMNS)
    assert all(header(editor, ACROSS, ROLE.ToolTipRole))


@pytest.mark.parametrize("mistake", Mistake)
def test_the_tooltips_have_the_formulas_that_are_used(make_store, make_editor, mistake):
    """Each mistake changes the formulas of some columns."""
    editor = make_editor(make_store(3, selected=1, mistake=mistake))
    tips = dict(zip(COLUMNS, header(editor, ACROSS, ROLE.ToolTipRole), strict=True))
    assert ("−ln(−ln x)" in tips["ε"]) == ("−ln(−ln x)" in noise_formula(mistake))
    assert ("ln p + ε" in tips["g"]) == (score_formula(mistake) == "ln p + ε")
    assert ("log" in tips["ln p"]) == (mistake is not Mistake.NOISE_ON_P)
    assert ("softmax(g / t)" in tips["s"]) == mistake.relaxes_by_t


def test_the_winner_is_bold_and_nothing_else(editor, store):
    seen = set()
    for number in range(1, 30):
        store.edit("select", lambda s, number=number: s.with_parameter("selected", number))
        scores = [float(row[3]) for row in cells(editor, ROLE.ToolTipRole)]
        winner = scores.index(max(scores))
        bold = [
            [font is not None and font.bold() for font in row]
            for row in cells(editor, ROLE.FontRole)
        ]
        assert bold == [[k == winner] * 5 for k in range(3)]
        strong = header(editor, DOWN, ROLE.ForegroundRole)
        assert [colour.name() == LIGHT.text for colour in strong] == [k == winner for k in range(3)]
        seen.add(winner)
    assert seen == {0, 1, 2}


LABELS = ["<b>rain</b>", "W" * 40, "ä & b"]


def test_the_rows_have_the_names_of_the_classes(editor, store):
    for k, label in enumerate(LABELS):
        store.edit("name", lambda s, k=k, label=label: s.with_label(k, label))
    assert header(editor, DOWN, ROLE.ToolTipRole) == [tip(label) for label in LABELS]
    # Qt shortens them to the pixels there are; shortened before, they would be so twice.
    assert header(editor, DOWN) == LABELS
    names = editor.findChild(QTableView).verticalHeader()
    assert names.textElideMode() == Qt.TextElideMode.ElideMiddle


def test_names_move_up_with_their_classes(editor, store):
    store.edit("name", lambda s: s.with_label(2, "snow"))
    store.edit("remove", lambda s: s.without_class(0))
    assert header(editor, DOWN) == ["class 0", "snow"]
    assert len(cells(editor)) == 2


@pytest.mark.parametrize(
    ("edit", "columns"),
    [
        (lambda s: s.with_parameter("temperature", 3.0), {4}),
        (lambda s: s.with_vector((5, 3, 2)), {2, 3, 4}),
        (lambda s: s.with_parameter("seed", 99), {0, 1, 3, 4}),
        (lambda s: s.with_parameter("selected", 6), {0, 1, 3, 4}),
        (lambda s: s.with_option("noise_histogram.cdf", True), set()),
        (lambda s: s.with_label(0, "rain"), set(range(5))),
        (lambda s: s.with_parameter("mistake", Mistake.NOISE_ON_P), set(range(5))),
    ],
    ids=["t", "p", "seed", "draw", "option", "label", "mistake"],
)
def test_only_what_is_another_number_is_painted_again(editor, store, edit, columns):
    changed = set()

    def note(first, last, _roles=None):
        assert (first.row(), last.row()) == (0, 2)
        changed.update(range(first.column(), last.column() + 1))

    winner = winner_and_soft(editor)[0]
    model(editor).dataChanged.connect(note)
    store.edit("edit", edit)
    if winner_and_soft(editor)[0] == winner:
        assert changed == columns
    else:
        assert changed == set(range(5))  # another row is bold


@pytest.mark.parametrize("number", [1, 40])
@pytest.mark.parametrize("classes", [5, 64])
def test_the_numbers_of_the_winner_are_whole_and_in_sight(make_store, make_editor, classes, number):
    """Also beside a scroll bar, and where there is room for two rows only."""
    store = make_store(tuple(range(1, classes + 1)), draws=3000, temperature=0.5, selected=number)
    editor = make_editor(store, 336, 130)
    table, winner = editor.findChild(QTableView), winner_and_soft(editor)[0]
    assert table.viewport().height() < 5 * ROW_HEIGHT
    rest = table.model().index(winner, 0)
    assert table.viewport().rect().contains(table.visualRect(rest))
    font = rest.data(ROLE.FontRole).resolve(table.font())
    assert font.families() == table.font().families()  # no other than the other rows have
    bold = QFontMetrics(font)
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for column, widest in enumerate(("0.000", "−0.000", "−0.000", "−0.000", "0.000")):
        assert bold.horizontalAdvance(widest) + 2 * margin <= table.columnWidth(column)


def test_another_draw_brings_its_winner_into_sight_and_another_t_scrolls_nothing(
    make_store, make_editor
):
    store = make_store(tuple(range(1, 65)), draws=3000, temperature=0.5, selected=1)
    editor = make_editor(store)
    table = editor.findChild(QTableView)
    for number in range(2, 20):
        store.edit("select", lambda s, number=number: s.with_parameter("selected", number))
        first = table.model().index(winner_and_soft(editor)[0], 0)
        assert table.viewport().rect().contains(table.visualRect(first))
    table.verticalScrollBar().setValue(0)
    store.edit("t", lambda s: s.with_parameter("temperature", 2.0))
    assert table.verticalScrollBar().value() == 0


def test_the_text_of_the_table_has_every_digit(editor, store, qtbot):
    store.edit("name", lambda s: s.with_label(1, "rain"))
    whole = editor.text()
    lines = [line.split("\t") for line in whole.splitlines()]
    assert lines[0] == ["", *COLUMNS]
    assert [line[0] for line in lines[1:]] == ["class 0", "rain", "class 2"]
    values = np.array([line[1:] for line in lines[1:]], dtype=float)
    np.testing.assert_array_equal(values, expected(select(store.state.parameters)))
    table = editor.findChild(QTableView)
    middle = table.visualRect(table.model().index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert editor.text().splitlines() == [whole.splitlines()[0], whole.splitlines()[2]]
    store.edit("none", lambda s: s.with_parameter("selected", 0))
    assert editor.text() == ""


def test_the_model_keeps_the_rules_of_qt(editor, store):
    """Qt's own tester watches; what it finds is a warning, and a warning fails the test."""
    warn = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model(editor), warn, editor)
    for edit in (
        lambda s: s.with_parameter("selected", 0),
        lambda s: s.with_label(0, "rain"),
        lambda s: s.with_parameter("selected", 4),
        lambda s: s.with_class_added(),
        lambda s: s.with_parameter("mistake", Mistake.NOISE_ON_P),
        lambda s: s.with_vector((1, 1)),
        lambda s: s.with_parameter("temperature", 0),
    ):
        store.edit("edit", edit)
    assert tester.model() is model(editor)


def test_another_theme_colours_the_names(editor, store):
    state = store.state
    editor.show_selection(select(state.parameters), state.labels, DARK)
    colours = {colour.name() for colour in header(editor, DOWN, ROLE.ForegroundRole)}
    assert colours == {DARK.text, DARK.muted}


@pytest.mark.parametrize("t", [0, 0.1, 1, 10, 1e300])
@pytest.mark.parametrize("number", [1, 7, 2999])
def test_the_sentence_compares_argmax_and_soft_argmax(make_store, make_editor, t, number):
    store = make_store(NOTE_PROBABILITIES, draws=3000, temperature=t, selected=number)
    editor = make_editor(store)
    drawn = select(store.state.parameters)
    winner, soft = winner_and_soft(editor)
    assert winner == int(np.argmax(drawn.scores))
    exact = sum(i * float(s) for i, s in enumerate(drawn.relaxed))
    assert soft == pytest.approx(exact, abs=5.1e-4)
    if t == 0:
        assert soft == winner
    if t == 1e300:
        assert soft == 2


def test_buttons_step(editor, store, box, click):
    click(button(editor, NEXT))
    assert (selected(store), box.text()) == (6, "6")
    for _ in range(3):
        click(button(editor, PREVIOUS))
    assert (selected(store), box.text()) == (3, "3")
    assert winner_and_soft(editor)[0] == select(store.state.parameters).winner


@pytest.mark.parametrize(("start", "name", "end"), [(1, PREVIOUS, 1), (3000, NEXT, 3000)])
def test_steps_end_at_the_first_and_at_the_last_draw(
    editor, store, box, click, sentence, start, name, end
):
    store.edit("select", lambda s: s.with_parameter("selected", start))
    before = store.history.count()
    click(button(editor, name))
    assert (selected(store), box.text().replace("\u00a0", "")) == (end, str(end))
    assert store.history.count() == before
    assert sentence(editor) == ""


@pytest.mark.parametrize("name", [PREVIOUS, NEXT])
def test_steps_from_none_lead_to_the_first(editor, store, click, name):
    store.edit("none", lambda s: s.with_parameter("selected", 0))
    click(button(editor, name))
    assert selected(store) == 1


@pytest.mark.parametrize(
    ("key", "end"),
    [
        (Qt.Key.Key_Up, 6),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_PageUp, 15),
        (Qt.Key.Key_PageDown, 1),
    ],
)
def test_the_box_steps_by_keys(store, box, qtbot, key, end):
    qtbot.keyClick(box, key)
    assert selected(store) == end


def test_the_keys_of_the_box_end_at_the_last_draw(store, box, qtbot, enter, editor, sentence):
    enter(box, "2995")
    qtbot.keyClick(box, Qt.Key.Key_PageUp)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert selected(store) == 3000
    assert sentence(editor) == ""


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("3000", 3000), (" 7 ", 7), ("1 000", 1000), ("1e3", 1000)]
)
def test_a_typed_number_counts(editor, store, box, enter, sentence, text, number):
    enter(box, text)
    assert selected(store) == number
    assert box.text().replace("\u00a0", "") == str(number)
    assert sentence(editor) == ""
    assert store.history.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_zero_selects_none(editor, store, box, enter, key):
    enter(box, "0", key)
    assert selected(store) == 0
    assert box.text() == "–"
    assert cells(editor) == []
    assert "None is selected" in sentence_below(editor)


@pytest.mark.parametrize(
    "text", ["x", "-1", "−1", "3001", "1.5", "1e9", "", "0x1", "nan", "inf", "9" * 300, "²"]
)
def test_a_bad_number_stays_with_its_sentence_and_changes_nothing(
    editor, store, box, enter, sentence, qtbot, text
):
    before, shown = store.state, cells(editor)
    if text:
        enter(box, text, None)
    else:
        box.setFocus()
        box.selectAll()
        qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert store.state is before
    assert store.history.count() == 0
    assert box.text() == text
    assert cells(editor) == shown
    error = sentence(editor)
    assert error.startswith("draw is ")
    assert ", but must be a whole number" in error
    assert error.count(".") - text.count(".") == 1
    assert error.endswith(".")


def test_a_bad_number_can_be_corrected_or_discarded(
    editor, store, box, enter, sentence, click, qtbot
):
    enter(box, "9999")
    assert "from 0 to 3000" in sentence(editor)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(editor)) == ("5", "")
    enter(box, "9999")
    enter(box, "8")
    assert (selected(store), sentence(editor)) == (8, "")
    enter(box, "9999")
    click(button(editor, NEXT))
    assert (selected(store), box.text(), sentence(editor)) == (9, "9", "")


def test_any_draw_can_be_picked(make_store, make_editor, click):
    store = make_store(3, draws=2)
    editor, seen = make_editor(store), set()
    for _ in range(60):
        click(button(editor, ANY))
        seen.add(selected(store))
    assert seen == {1, 2}


def test_any_of_many_draws_is_looked_at_at_once(make_store, make_editor, click):
    store = make_store(3, draws=10**11)
    editor = make_editor(store)
    click(button(editor, ANY))
    assert 1 <= selected(store) <= 10**11
    assert len(cells(editor)) == 3


def test_steps_that_follow_each_other_are_one_undo_step(editor, store, click, qtbot, box):
    for _ in range(4):
        click(button(editor, NEXT))
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (selected(store), store.history.count()) == (10, 1)
    store.edit("t", lambda s: s.with_parameter("temperature", 2))
    click(button(editor, PREVIOUS))
    assert store.history.count() == 3
    store.history.undo()
    assert selected(store) == 10
    store.history.undo()
    assert (selected(store), store.state.parameters.temperature) == (10, 0.7)
    store.history.undo()
    assert (selected(store), box.text()) == (5, "5")
    assert not store.history.canUndo()
    store.history.redo()
    assert (selected(store), box.text()) == (10, "10")


def test_steps_there_and_back_leave_no_undo_step(editor, store, click):
    click(button(editor, NEXT))
    click(button(editor, PREVIOUS))
    assert selected(store) == 5
    assert not store.history.canUndo()


def test_typed_numbers_are_undone_one_by_one(editor, store, box, enter):
    for text in ("7", "20", "0"):
        enter(box, text)
    back = []
    while store.history.canUndo():
        store.history.undo()
        back.append((selected(store), len(cells(editor))))
    assert back == [(20, 3), (7, 3), (5, 3)]


def test_fewer_draws_select_the_last_and_undo_brings_it_back(store, box):
    store.edit("select", lambda s: s.with_parameter("selected", 2000))
    store.edit("draws", lambda s: s.with_parameter("draws", 10))
    assert (selected(store), box.text()) == (10, "10")
    store.history.undo()
    assert selected(store) == 2000


def test_64_classes_have_a_row_each_that_can_be_scrolled_to(make_store, make_editor, qtbot):
    store = make_store(tuple(range(1, 65)), draws=3000, selected=77)
    editor = make_editor(store)
    table = editor.findChild(QTableView)
    assert header(editor, DOWN) == list(default_labels(64))
    assert winner_and_soft(editor)[0] == select(store.state.parameters).winner
    assert table.height() < 200

    def is_seen(row):
        place = table.visualRect(table.model().index(row, 4))
        return table.viewport().rect().contains(place)

    assert not is_seen(63)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_seen(63))
    store.edit("two", lambda s: s.with_vector((1, 1)))
    assert header(editor, DOWN) == ["class 0", "class 1"]
    qtbot.waitUntil(lambda: is_seen(0) and is_seen(1))


@pytest.mark.parametrize("classes", [2, 3, 6, 7])
def test_no_number_is_cut(make_store, make_editor, classes):
    """Six characters and a sign have room, and so have two rows at least."""
    store = make_store((1e-300,) + (1,) * (classes - 1), draws=3000, selected=3)
    editor = make_editor(store, 308)
    table = editor.findChild(QTableView)
    metrics = table.fontMetrics()
    for row, texts in enumerate(cells(editor)):
        for column, text in enumerate(texts):
            assert metrics.horizontalAdvance(text) < table.columnWidth(column), (row, column)
    assert table.viewport().height() >= 2 * table.rowHeight(0)


def test_everything_has_a_name_and_the_keyboard_leads_on(editor, box, qtbot):
    names = [each.accessibleName() for each in editor.findChildren(QPushButton)]
    assert len(set(names)) == len(names) == 3
    table = editor.findChild(QTableView)
    assert table.accessibleName()
    assert box.accessibleName() == "Number of the selected draw"
    assert not table.tabKeyNavigation()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5, selected=9),
    ("sun", "rain", "snow"),
    (False,) * 3,
)


def assert_shows(lab):
    """Fail unless the table in the window is of the latest parameters."""
    drawn = select(lab.store.state.parameters)
    shown = np.array(cells(lab.window.one_draw, ROLE.ToolTipRole), dtype=float)
    np.testing.assert_array_equal(shown, expected(drawn))
    assert winner_and_soft(lab.window.one_draw)[0] == drawn.winner


@pytest.mark.parametrize("view", ["sample", "noise", "samplers"])
def test_the_table_in_the_window_follows_everything(open_lab, settle, view):
    lab = open_lab(SMALL)
    assert_shows(lab)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    for edit in (
        lambda s: s.with_parameter("selected", 10),
        lambda s: s.with_parameter("temperature", 2.0),
        lambda s: s.with_parameter("mistake", Mistake.NOISE_ON_P),
        lambda s: s.with_class_added(),
        lambda s: s.without_class(0),
        lambda s: s.with_parameter("seed", 77),
        lambda s: s.with_parameter("draws", 4),
    ):
        settle(lab, lambda edit=edit: lab.store.edit("edit", edit))
        assert_shows(lab)
    settle(lab, lab.store.history.undo)
    assert_shows(lab)
    assert header(lab.window.one_draw, DOWN) == list(lab.store.state.labels)


def press(qtbot, widget, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def test_keys_of_the_window_select_from_anywhere(open_lab, qtbot):
    lab = open_lab(SMALL)
    for widget in (
        lab.window.draws.findChild(NumberBox),
        lab.window.one_draw.findChild(NumberBox),
        lab.window.cards["noise_histogram"],
    ):
        widget.setFocus()
        before = selected(lab.store)
        press(qtbot, widget, "Ctrl+]")
        assert selected(lab.store) == before + 1
        press(qtbot, widget, "Ctrl+[")
        press(qtbot, widget, "Ctrl+[")
        assert selected(lab.store) == before - 1
    picked = set()
    for _ in range(5):
        press(qtbot, lab.window, "Ctrl+R")
        picked.add(selected(lab.store))
    assert len(picked) > 1


def test_selecting_a_draw_paints_no_picture_again(open_lab, settle, monkeypatch):
    lab, drawn = open_lab(SMALL), []
    for card in lab.window.cards.values():
        monkeypatch.setattr(card.plot, "draw", lambda *args: drawn.append(args))
    settle(lab, lambda: lab.window.one_draw.step(1))
    assert drawn == []
    assert_shows(lab)


def test_the_selection_comes_back_with_the_next_start(open_lab):
    lab = open_lab(SMALL)
    lab.store.edit("select", lambda s: s.with_parameter("selected", 123))
    lab.close()
    again = open_lab()
    assert selected(again.store) == 123
    assert_shows(again)


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=lambda style: style.name)
def test_the_numbers_look_as_the_style_sheet_has_them(make_editor, store, style, qapp):
    """The cells are painted without it, which is faster."""
    view = make_editor(store, width=400).findChild(QTableView)
    theme.apply(style)
    for row in (None, 1):
        if row is not None:
            view.selectRow(row)
        qapp.processEvents()
        ours = view.grab().toImage()
        delegate = view.itemDelegate()
        view.setItemDelegate(QStyledItemDelegate(view))
        assert view.grab().toImage() == ours
        view.setItemDelegate(delegate)
