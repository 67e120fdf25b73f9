"""Controls on cards: sliders, boxes and lists for what a single plot shows."""

import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtWidgets import QApplication, QLabel

from gumbel_gui.core.parameters import KNOBS, Parameters
from gumbel_gui.gui.choice import Choice
from gumbel_gui.gui.fields import NumberBox, NumberSlider
from gumbel_gui.gui.knobs import LOCATIONS, NOISE_SCALES, SCALES, make_knob
from gumbel_gui.gui.state import LONGEST_LABEL, LabState
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.text import default_labels

ENDS = {"location": LOCATIONS, "scale": SCALES, "noise_scale": NOISE_SCALES, "top": (1, 5)}
LIMITS = {
    "location": (-100, 100),
    "scale": (0.01, 100),
    "noise_scale": (0.01, 100),
    "top": (1, 5),
}
MIDDLE = {"location": 0.7, "scale": 0.9, "noise_scale": 1.7, "top": 3}
numbers = pytest.mark.parametrize("name", ENDS)


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.15, 0.25), pair=(3, 2))


@pytest.fixture
def turn_knob(store, show):
    """Return a function that shows a knob, set to its middle."""

    def made(name):
        if name in MIDDLE:
            store.edit("middle", lambda s: s.with_knob(name, MIDDLE[name]))
            store.history.clear()
        return show(make_knob(name, store), 340)

    return made


def value_of(store, name):
    return getattr(store.state.parameters, name)


def shown(knob):
    return float(knob.findChild(NumberBox).text().replace("−", "-"))


def test_there_is_a_control_for_every_knob_and_a_knob_for_every_control(store, qtbot):
    for name in KNOBS:
        qtbot.addWidget(make_knob(name, store))
    assert set(ENDS) | {"pair"} == KNOBS
    for kind in plot_types().values():
        assert set(kind.knobs) <= KNOBS, kind.name
        assert set(kind.knobs) <= kind.depends, kind.name


@numbers
def test_slider_box_and_state_agree(store, turn_knob, name):
    knob = turn_knob(name)
    assert shown(knob) == value_of(store, name) == MIDDLE[name]
    slider = knob.findChild(NumberSlider)
    share = slider.value() / slider.maximum()
    assert 0 < share < 1
    names = {each.accessibleName() for each in (slider, knob.findChild(NumberBox))}
    assert len(names) == 1
    assert names != {""}
    assert [x.text() for x in knob.findChildren(QLabel) if x.isVisible()] in (
        *(["μ"], ["β"], ["b"], ["k"]),
    )


@numbers
def test_the_slider_reaches_both_ends(store, turn_knob, qtbot, name):
    knob = turn_knob(name)
    slider = knob.findChild(NumberSlider)
    for key, end in ((Qt.Key.Key_Home, ENDS[name][0]), (Qt.Key.Key_End, ENDS[name][1])):
        qtbot.keyClick(slider, key)
        assert value_of(store, name) == pytest.approx(end, rel=1e-9)
        assert shown(knob) == value_of(store, name)
    assert store.history.count() == 1
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]


@numbers
def test_each_key_of_the_slider_moves_it(store, turn_knob, qtbot, name):
    knob = turn_knob(name)
    slider = knob.findChild(NumberSlider)
    before, step = value_of(store, name), slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == step + 1
    assert value_of(store, name) > before
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == step - 1
    assert value_of(store, name) < before


@numbers
def test_a_drag_is_one_step(store, turn_knob, drag, name):
    knob = turn_knob(name)
    slider = knob.findChild(NumberSlider)
    with drag(slider) as move:
        for pixels in (25, 60, -40, 45, 5000):
            move(pixels)
            assert shown(knob) == value_of(store, name)
        assert value_of(store, name) == pytest.approx(ENDS[name][1])
        move(-5000)
        assert value_of(store, name) == pytest.approx(ENDS[name][0])
    assert store.history.count() == 1
    store.edit("seed", lambda s: s.with_seed(3))  # the gesture is over
    assert value_of(store, name) == pytest.approx(ENDS[name][0])
    store.history.undo()
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]
    assert shown(knob) == MIDDLE[name]


@numbers
def test_drags_and_keys_are_steps_of_their_own(store, turn_knob, drag, qtbot, name):
    slider = turn_knob(name).findChild(NumberSlider)
    values = [MIDDLE[name]]
    for pixels in (5000, -5000):
        with drag(slider) as move:
            move(pixels)
        values.append(value_of(store, name))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 3
    for value in reversed(values):
        store.history.undo()
        assert value_of(store, name) == value


@numbers
def test_a_drag_there_and_back_leaves_no_step(store, turn_knob, drag, name):
    knob = turn_knob(name)
    if name != "top":
        store.edit("between two steps", lambda s: s.with_knob(name, 0.7772))
    before, steps = value_of(store, name), store.history.count()
    with drag(knob.findChild(NumberSlider)) as move:
        move(60)
        assert value_of(store, name) != before
        move(0)
    assert value_of(store, name) == before
    assert store.history.count() == steps


@pytest.mark.parametrize(
    ("name", "up", "ten_up"),
    [
        ("location", 0.8, 1.7),
        ("scale", 0.9 * 10**0.05, 0.9 * 10**0.5),
        ("noise_scale", 1.7 * 10**0.05, 1.7 * 10**0.5),
        ("top", 4, None),
    ],
)
def test_arrow_keys_of_the_box(store, turn_knob, qtbot, name, up, ten_up):
    knob = turn_knob(name)
    box = knob.findChild(NumberBox)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert value_of(store, name) == pytest.approx(up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert value_of(store, name) == pytest.approx(MIDDLE[name], rel=5e-3)
    if ten_up is not None:
        qtbot.keyClick(box, Qt.Key.Key_PageUp)
        assert value_of(store, name) == pytest.approx(ten_up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.history.count() == 1
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]
    assert shown(knob) == MIDDLE[name]


UP_AND_DOWN = [(1, Qt.Key.Key_Up, Qt.Key.Key_PageUp), (0, Qt.Key.Key_Down, Qt.Key.Key_PageDown)]


@numbers
def test_keys_of_the_box_never_lead_beyond_the_limits(store, turn_knob, qtbot, name):
    box = turn_knob(name).findChild(NumberBox)
    for end, *keys in UP_AND_DOWN:
        limit = LIMITS[name][end]
        store.edit("limit", lambda s, limit=limit: s.with_knob(name, limit))
        before = store.history.count()
        for key in keys:
            qtbot.keyClick(box, key)
            assert value_of(store, name) == limit
        assert store.history.count() == before
        assert float(box.text().replace("−", "-")) == limit


@numbers
def test_keys_of_the_box_stop_at_the_limits_without_a_word(store, turn_knob, qtbot, sentence, name):
    """As those of p, t, draws, seed and the selected draw do."""
    knob = turn_knob(name)
    box = knob.findChild(NumberBox)
    for end, key, ten in UP_AND_DOWN:
        limit = LIMITS[name][end]
        near = limit + (1 - 2 * end) * min(0.5, abs(limit) / 2) if name != "top" else 3
        store.edit("near", lambda s, near=near: s.with_knob(name, near))
        qtbot.keyClick(box, ten)
        assert (value_of(store, name), sentence(knob)) == (limit, "")
        qtbot.keyClick(box, key)
        assert (value_of(store, name), sentence(knob)) == (limit, "")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("location", "-1.25", -1.25),
        ("location", "−2", -2),
        ("location", "0,5", 0.5),
        ("location", "100", 100),
        ("location", "-100", -100),
        ("location", "1e-9", 1e-9),
        ("scale", "0.01", 0.01),
        ("scale", "100", 100),
        ("scale", "1,5", 1.5),
        ("noise_scale", "0.01", 0.01),
        ("noise_scale", "1e2", 100),
        ("top", "1", 1),
        ("top", "5", 5),
    ],
)
def test_a_typed_number_counts(store, turn_knob, enter, sentence, name, text, value):
    knob = turn_knob(name)
    enter(knob.findChild(NumberBox), text)
    assert value_of(store, name) == value
    assert type(value_of(store, name)) is (int if name == "top" else float)
    assert sentence(knob) == ""
    assert store.history.count() == 1
    slider = knob.findChild(NumberSlider)
    low, high = ENDS[name]
    assert (slider.value() == 0) == (value <= low * (1 + 1e-9) if low > 0 else value <= low)
    assert (slider.value() == slider.maximum()) == (value >= high)


NO_NUMBER = ("abc", "", "1.234,5", "0x1", "1 2")
BAD = [
    *((name, text, "a number such as") for name in ENDS if name != "top" for text in NO_NUMBER),
    *(("top", text, "a whole number") for text in ("abc", "", "1.5", "nan", "1e-1")),
    *(("location", text, "a number from -100 to 100") for text in ("100.1", "-101", "nan", "inf")),
    *(
        (name, text, "a number from 0.01 to 100")
        for name in ("scale", "noise_scale")
        for text in ("0", "-1", "0.009", "100.5", "nan", "inf", "-inf", "1e999")
    ),
    *(("top", text, "a whole number from 1 to 5") for text in ("0", "-1", "6", "9" * 40)),
]


@pytest.mark.parametrize(("name", "text", "allowed"), BAD)
def test_a_bad_number_stays_with_its_sentence(
    store, turn_knob, enter, sentence, qtbot, name, text, allowed
):
    knob = turn_knob(name)
    box, before = knob.findChild(NumberBox), store.state
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
    assert f", but must be {allowed}" in sentence(knob)
    assert sentence(knob).endswith(".")
    enter(box, "2")
    assert value_of(store, name) == 2
    assert sentence(knob) == ""


@numbers
def test_escape_and_leaving_bring_the_number_back(store, turn_knob, enter, sentence, qtbot, name):
    knob = turn_knob(name)
    box, text = knob.findChild(NumberBox), knob.findChild(NumberBox).text()
    enter(box, "9999")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(knob)) == (text, "")
    enter(box, "9999", Qt.Key.Key_Tab)
    assert box.text() == text
    assert value_of(store, name) == MIDDLE[name]


@numbers
def test_a_slider_takes_the_sentence_away(turn_knob, enter, sentence, qtbot, name):
    knob = turn_knob(name)
    enter(knob.findChild(NumberBox), "9999")
    assert sentence(knob)
    qtbot.keyClick(knob.findChild(NumberSlider), Qt.Key.Key_Right)
    assert sentence(knob) == ""


@pytest.mark.parametrize(
    ("name", "value", "at_end"),
    [
        ("location", -50, False),
        ("location", 50, True),
        ("scale", 0.05, False),
        ("scale", 50, True),
        ("noise_scale", 0.05, False),
        ("noise_scale", 50, True),
    ],
)
def test_what_the_slider_cannot_show_is_left_alone(store, turn_knob, name, value, at_end):
    knob = turn_knob(name)
    store.edit("far", lambda s: s.with_knob(name, value))
    slider = knob.findChild(NumberSlider)
    assert slider.value() == (slider.maximum() if at_end else 0)
    assert (value_of(store, name), shown(knob)) == (value, value)


def test_the_range_of_top_follows_the_number_of_classes(store, turn_knob, qtbot, enter, sentence):
    knob = turn_knob("top")
    slider, box = knob.findChild(NumberSlider), knob.findChild(NumberBox)
    enter(box, "5")
    store.edit("fewer", lambda s: s.with_vector((1, 2, 3)))
    assert (value_of(store, "top"), shown(knob), slider.value()) == (3, 3, 2)
    assert slider.value() == slider.maximum()
    enter(box, "4")
    assert "from 1 to 3." in sentence(knob)
    enter(box, "2")
    store.edit("more", lambda s: s.with_class_added())
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 3)
    store.edit("many", lambda s: s.with_vector((1,) * 64))
    assert value_of(store, "top") == 2
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert (value_of(store, "top"), shown(knob)) == (64, 64)
    store.edit("two", lambda s: s.with_vector((1, 1)))
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 1)
    for _ in range(3):
        store.history.undo()
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 3)


def test_showing_another_number_of_classes_asks_for_no_edit(store, turn_knob):
    turn_knob("top")
    for n in (3, 64, 2, 5):
        store.edit("vector", lambda s, n=n: s.with_vector((1,) * n))
    assert store.history.count() == 4


@pytest.fixture
def pair(turn_knob):
    return turn_knob("pair")


def lists(knob):
    first, second = knob.findChildren(Choice)
    return first, second


def names(choice):
    return [choice.itemText(i) for i in range(choice.count())]


def activate(choice, k):
    """Choose an entry as the mouse does, with none in between."""
    choice.setCurrentIndex(k)
    choice.activated.emit(k)


def test_the_pair_is_two_lists_of_all_classes(store, pair):
    first, second = lists(pair)
    assert names(first) == names(second) == list(default_labels(5))
    assert (first.currentIndex(), second.currentIndex()) == (3, 2)
    assert first.accessibleName() != second.accessibleName()


def test_another_class_is_chosen_and_undone(store, pair):
    first, second = lists(pair)
    activate(first, 0)
    assert value_of(store, "pair") == (0, 2)
    activate(second, 4)
    assert value_of(store, "pair") == (0, 4)
    store.history.undo()
    assert (first.currentIndex(), second.currentIndex()) == (0, 2)
    store.history.undo()
    assert (first.currentIndex(), second.currentIndex()) == value_of(store, "pair") == (3, 2)
    assert not store.history.canUndo()


@pytest.mark.parametrize("place", [0, 1])
def test_choosing_the_class_of_the_other_swaps_them(store, pair, place):
    activate(lists(pair)[place], (3, 2)[1 - place])
    assert value_of(store, "pair") == (2, 3)
    assert tuple(each.currentIndex() for each in lists(pair)) == (2, 3)
    assert store.history.count() == 1
    store.history.undo()
    assert tuple(each.currentIndex() for each in lists(pair)) == (3, 2)


def test_choosing_what_is_chosen_changes_nothing(store, pair):
    for choice in lists(pair):
        activate(choice, choice.currentIndex())
    assert store.history.count() == 0


@pytest.mark.parametrize("place", [0, 1])
def test_every_class_can_be_reached_by_keys(store, pair, qtbot, place):
    """Also past the class of the other list, with which it changes places on the way."""
    choice = lists(pair)[place]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for k in range(5):
        assert value_of(store, "pair")[place] == choice.currentIndex() == k
        assert len(set(value_of(store, "pair"))) == 2
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def test_two_classes_can_only_swap(store, pair):
    store.edit("two", lambda s: s.with_vector((1, 1)))
    before = value_of(store, "pair")
    for choice in lists(pair):
        activate(choice, 1 - choice.currentIndex())
        assert sorted(value_of(store, "pair")) == [0, 1]
    assert value_of(store, "pair") == before


ODD = ("<b>rain</b>", "a & b", "W" * LONGEST_LABEL, "größe ≥ %1, 24 Zeichen !", "日本語 &&")


def test_odd_names_are_shown_as_they_were_typed(store, pair):
    for k, label in enumerate(ODD):
        store.edit("name", lambda s, k=k, label=label: s.with_label(k, label))
    for choice in lists(pair):
        for shown_name, label in zip(names(choice), ODD, strict=True):
            head, _, tail = shown_name.partition("…")
            assert len(shown_name) <= 24
            assert (label.startswith(head) and label.endswith(tail)) or shown_name == label
        assert [n for n in names(choice) if "…" not in n] == [x for x in ODD if len(x) <= 24]
    assert tuple(each.currentIndex() for each in lists(pair)) == (3, 2)
    assert value_of(store, "pair") == (3, 2)


def test_classes_of_one_name_are_different_classes(store, pair):
    for k in range(5):
        store.edit("name", lambda s, k=k: s.with_label(k, "same"))
    first, second = lists(pair)
    activate(first, 4)
    activate(second, 3)
    assert value_of(store, "pair") == (4, 3)
    assert (first.currentIndex(), second.currentIndex()) == (4, 3)


def test_the_lists_follow_names_and_classes(store, pair):
    first, second = lists(pair)
    store.edit("name", lambda s: s.with_label(3, "snow"))
    assert first.currentText() == second.itemText(3) == "snow"
    store.edit("remove", lambda s: s.without_class(0))
    assert (first.currentText(), second.currentText()) == ("snow", "class 1")
    assert first.count() == second.count() == 4
    store.edit("remove", lambda s: s.without_class(2))
    assert "snow" not in names(first)
    assert (first.currentIndex(), second.currentIndex()) == value_of(store, "pair")
    assert first.currentIndex() != second.currentIndex()
    store.history.undo()
    store.history.undo()
    assert (first.currentText(), second.currentText()) == ("snow", "class 2")
    assert store.history.count() == 3  # none of these by the lists themselves


def turn(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", sorted(KNOBS))
def test_the_wheel_counts_only_with_the_focus(store, turn_knob, name):
    knob = turn_knob(name)
    before = value_of(store, name)
    parts = knob.findChildren(Choice) or [knob.findChild(NumberBox), knob.findChild(NumberSlider)]
    for part in parts:
        part.clearFocus()
        turn(part)
        assert value_of(store, name) == before, part
    for part in parts:
        part.setFocus()
        turn(part)
        assert value_of(store, name) != before, part
        store.history.undo()


SMALL = LabState(
    Parameters((0.2, 0.3, 0.4, 0.1), temperature=0.5, draws=3000, seed=5, pair=(1, 2)),
    ("sun", "rain", "snow", "fog"),
    (False,) * 4,
)
OTHER = {"location": 1.5, "scale": 2.0, "noise_scale": 0.5, "top": 3, "pair": (3, 0)}
TURNED = [(kind.view, plot, knob) for plot, kind in plot_types().items() for knob in kind.knobs]


@pytest.mark.parametrize(("view", "plot", "knob"), TURNED)
def test_a_knob_on_a_card_changes_its_picture_and_no_other(open_lab, settle, view, plot, knob):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    card = lab.window.cards[plot]
    before, picture, result = (card.caption, card.accessibleName()), card.plot, lab.result
    settle(lab, lambda: lab.store.edit("knob", lambda s: s.with_knob(knob, OTHER[knob])))
    for name, summary in lab.result.summaries.items():
        same = summary is result.summaries[name]
        assert same == (knob not in plot_types()[name].depends), name
    assert card.plot is picture
    assert (card.caption, card.accessibleName()) != before
    settle(lab, lab.store.history.undo)
    assert (card.caption, card.accessibleName()) == before


@pytest.mark.parametrize("view", sorted({view for view, _, _ in TURNED}))
def test_cards_carry_their_knobs(open_lab, settle, view):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    for name, kind in plots_of(view).items():
        card = lab.window.cards[name]
        boxes = [each for each in card.findChildren(NumberBox) if each.isVisible()]
        choices = [each for each in card.findChildren(Choice) if each.isVisible()]
        assert len(boxes) == len([knob for knob in kind.knobs if knob != "pair"]), name
        assert len(choices) == 2 * ("pair" in kind.knobs), name
        for box in boxes:
            box.setFocus()
            assert lab.window.focused_plot() == name
