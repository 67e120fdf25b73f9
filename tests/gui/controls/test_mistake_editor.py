"""MistakeEditor: the list of mistakes, the warning above the plots, and its button."""

import xml.etree.ElementTree as ElementTree

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QApplication, QLabel, QPushButton

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.formats import svg
from gumbel_gui.figures.layout import Layout
from gumbel_gui.gui.controls.mistake_editor import MistakeEditor
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.banner import Banner
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.mistakes import warning

pytestmark = pytest.mark.sweep(2)

MISTAKES = list(Mistake)
BROKEN = MISTAKES[1:]
SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False,) * 3,
)
opens_a_list = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")
"""The offscreen platform has neither a stack of windows nor a keyboard to grab."""


@pytest.fixture
def store(make_store):
    return make_store(3)


@pytest.fixture
def editor(store, show):
    return show(MistakeEditor(store), 310)


@pytest.fixture
def choice(editor):
    return editor.findChild(Choice)


def mistake_of(store):
    return store.state.parameters.mistake


def rows(choice):
    return [choice.itemText(i) for i in range(choice.count())]


def test_every_mistake_is_offered_once_and_none_first(choice):
    assert rows(choice) == [mistake.label for mistake in Mistake]
    assert len(set(rows(choice))) == len(Mistake)
    assert MISTAKES[0] is Mistake.NONE
    assert choice.currentIndex() == 0
    assert choice.accessibleName() == "Mistake to make on purpose"


@pytest.mark.parametrize("mistake", Mistake)
def test_each_has_a_sentence_of_its_own(mistake):
    others = {warning(each) for each in Mistake if each is not mistake}
    assert warning(mistake) not in others
    if mistake is not Mistake.NONE:
        assert warning(mistake).startswith("Broken on purpose: ")
        assert warning(mistake).endswith(".")


def test_each_can_be_reached_by_keys(store, choice, qtbot):
    choice.setFocus()
    seen = [mistake_of(store)]
    for _ in range(choice.count()):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        seen.append(mistake_of(store))
    assert seen == [*MISTAKES, MISTAKES[-1]]
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    assert mistake_of(store) is Mistake.NONE


@pytest.mark.parametrize("letter", ["u", "t"])
def test_a_letter_finds_one(store, choice, qtbot, letter):
    choice.setFocus()
    qtbot.keyClick(choice, letter)
    assert mistake_of(store).label.lower().startswith(letter)


@opens_a_list
@pytest.mark.parametrize("mistake", BROKEN)
def test_each_can_be_chosen_in_the_menu_by_keys(store, choice, qtbot, mistake):
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    rows = choice.view()
    qtbot.waitUntil(rows.isVisible)
    for _ in range(MISTAKES.index(mistake)):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert mistake_of(store) is Mistake.NONE  # nothing counts before it is chosen
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not rows.isVisible())
    assert mistake_of(store) is mistake
    assert store.history.count() == 1


@opens_a_list
def test_escape_leaves_the_menu_without_a_choice(store, choice, qtbot):
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_F4)
    qtbot.waitUntil(choice.view().isVisible)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not choice.view().isVisible())
    assert mistake_of(store) is Mistake.NONE
    assert choice.currentIndex() == 0
    assert store.history.count() == 0


@opens_a_list
def test_one_can_be_chosen_by_the_mouse(store, choice, qtbot):
    choice.showPopup()  # after a click the list ignores the mouse for a while
    rows = choice.view()
    qtbot.waitUntil(rows.isVisible)
    place = rows.visualRect(choice.model().index(3, 0)).center()
    qtbot.mouseMove(rows.viewport(), place)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not rows.isVisible())
    assert mistake_of(store) is MISTAKES[3]


def test_choosing_what_is_there_changes_nothing(store, choice):
    choice.activated.emit(0)
    assert store.history.count() == 0


def test_the_wheel_without_focus_changes_nothing(store, editor, choice, turn):
    choice.clearFocus()
    accepted = turn(choice)
    assert mistake_of(store) is Mistake.NONE
    assert choice.currentIndex() == 0
    assert not accepted  # so that what is around it may scroll


def test_the_wheel_with_focus_chooses(store, choice, turn):
    choice.setFocus()
    turn(choice)
    assert mistake_of(store) is MISTAKES[1]


def test_undo_and_redo_are_shown(store, choice):
    for mistake in (Mistake.NORMAL, Mistake.NO_NOISE):
        choice.setCurrentIndex(MISTAKES.index(mistake))
        choice.activated.emit(choice.currentIndex())
    assert store.history.undoText() == "Change mistake made on purpose"
    back = []
    for step in (store.history.undo, store.history.undo, store.history.redo):
        step()
        back.append((mistake_of(store), choice.currentText()))
    assert back == [(each, each.label) for each in (Mistake.NORMAL, Mistake.NONE)] + [
        (Mistake.NORMAL, Mistake.NORMAL.label)
    ]


def test_fix_it_makes_no_mistake_and_is_one_step(store, editor, choice):
    store.edit("broken", lambda s: s.with_parameter("mistake", Mistake.UNIFORM))
    assert choice.currentText() == Mistake.UNIFORM.label
    editor.fix()
    assert mistake_of(store) is Mistake.NONE
    assert choice.currentIndex() == 0
    editor.fix()
    assert store.history.count() == 2


@pytest.fixture
def broken_lab(open_lab):
    return lambda mistake, **others: open_lab(SMALL.with_parameter("mistake", mistake), **others)


def banner(lab):
    banners = {each.findChild(QPushButton).text(): each for each in lab.window.findChildren(Banner)}
    return banners["Fix it"]


def banner_text(lab):
    """Return the text of the banner, while it is seen."""
    (label,) = banner(lab).findChildren(QLabel)
    return label.text() if label.isVisible() else ""


def fix_button(lab):
    (button,) = banner(lab).findChildren(QPushButton)
    return button


@pytest.mark.parametrize("view", VIEWS)
def test_the_window_warns_while_something_is_broken(open_lab, settle, view, click):
    lab = open_lab(SMALL)
    lab.set_view(view)
    assert not banner(lab).isVisible()
    choice = lab.window.mistake.findChild(Choice)
    for i, mistake in enumerate(MISTAKES):
        if i:
            settle(lab, lambda i=i: choice.activated.emit(i))
        assert banner_text(lab) == warning(mistake)
        assert lab.result.parameters.mistake is mistake
    settle(lab, lambda: click(fix_button(lab)))
    assert not banner(lab).isVisible()
    assert mistake_of(lab.store) is Mistake.NONE
    settle(lab, lab.store.history.undo)
    assert banner_text(lab) == warning(MISTAKES[-1])


def test_a_broken_start_warns_at_once(broken_lab, open_lab):
    lab = broken_lab(Mistake.NO_NOISE)
    assert banner_text(lab) == warning(Mistake.NO_NOISE)
    lab.close()
    again = open_lab()
    assert banner_text(again) == warning(Mistake.NO_NOISE)
    assert again.window.mistake.findChild(Choice).currentText() == Mistake.NO_NOISE.label


def test_the_warning_appears_and_disappears_with_the_pictures_that_it_is_about(open_lab, settle):
    """A picture never has the warning of another one."""
    lab = open_lab(SMALL)

    def break_it():
        lab.store.edit("broken", lambda s: s.with_parameter("mistake", Mistake.NORMAL))
        lab.store.edit("name", lambda s: s.with_label(0, "wind"))  # is shown at once
        assert banner_text(lab) == ""

    settle(lab, break_it)
    assert banner_text(lab) == warning(Mistake.NORMAL)

    def fix():
        lab.window.mistake.fix()
        assert banner_text(lab) == warning(Mistake.NORMAL)

    settle(lab, fix)
    assert banner_text(lab) == ""


def test_another_view_shows_the_same_warning(broken_lab, settle):
    lab = broken_lab(Mistake.UNIFORM)
    for view in (*VIEWS, *VIEWS):
        lab.set_view(view)
        assert banner_text(lab) == warning(Mistake.UNIFORM)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_the_warning_has_room(broken_lab, qtbot, size):
    longest = max(BROKEN, key=lambda mistake: len(warning(mistake)))
    lab = broken_lab(longest, size=size)
    (label,) = banner(lab).findChildren(QLabel)

    def fits():
        whole = label.wordWrap() and label.heightForWidth(label.width()) <= label.height()
        cards = [card for card in lab.window.cards.values() if card.isVisible()]
        top = min(card.mapTo(lab.window, QPoint()).y() for card in cards)
        bottom = banner(lab).mapTo(lab.window, QPoint(0, banner(lab).height())).y()
        return whole and bottom <= top

    qtbot.waitUntil(fits)
    assert (lab.window.width(), lab.window.height()) == size


def test_fix_it_is_reached_by_keys_and_has_a_tip(broken_lab, settle, qtbot):
    lab = broken_lab(Mistake.NORMAL)
    button = fix_button(lab)
    assert button.text() == "Fix it"
    assert button.toolTip()
    button.setFocus()
    assert button.hasFocus()
    settle(lab, lambda: qtbot.keyClick(button, Qt.Key.Key_Space))
    assert mistake_of(lab.store) is Mistake.NONE
    assert QApplication.focusWidget() is not None  # the button is gone, the keyboard leads on
    assert QApplication.focusWidget().isVisible()


def words(drawing):
    texts = (each.text or "" for each in ElementTree.fromstring(drawing).iter())
    return "".join("".join(texts).split())


@pytest.mark.parametrize("view", VIEWS)
def test_what_leaves_the_window_carries_the_warning(broken_lab, settle, view):
    lab = broken_lab(Mistake.T_OUTSIDE)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    expected = "".join(warning(Mistake.T_OUTSIDE).split())
    bare = Layout(180, 180, titles=False, captions=False)
    assert expected in words(svg(lab.content(), bare))
    for plot in plots_of(view):
        lab.outgoing.copy(plot)
        copied = QApplication.clipboard().mimeData().data("image/svg+xml").data()
        assert expected in words(copied), plot
    settle(lab, lab.window.mistake.fix)
    assert expected not in words(svg(lab.content(), bare))
