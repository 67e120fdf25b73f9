"""The window as a whole: everything fits, everything has a name, everything by keyboard."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, QRect, Qt
from PyQt6.QtWidgets import QApplication, QScrollArea, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))

from pictures.widgets import faults, too_wide

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.error_bubble import ErrorBubble
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

SIZES = [(1024, 700), (1440, 900)]
SMALL_SIZES = [(683, 344), (911, 472), (960, 500), (1366, 728)]
"""Of what a title bar leaves of 1366 × 768 and 1920 × 1080 pixels, at a scale of 2, 1.5 and 1."""


def state_of(classes, **others):
    others = {"draws": 2000, "temperature": 0.5} | others
    parameters = Parameters(tuple(range(1, classes + 1)), **others)
    return LabState(parameters, default_labels(classes), (False,) * classes)


@pytest.fixture
def assert_fits(qtbot):
    """Return a function that fails unless everything fits, once all layouts have settled."""

    def settles(lab, size):
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: faults(lab.window) == [], timeout=5000)
        assert faults(lab.window) == []
        assert (lab.window.width(), lab.window.height()) == size

    return settles


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("classes", [2, 5, 12, 64])
def test_nothing_overlaps_or_is_clipped(open_lab, assert_fits, size, classes):
    assert_fits(open_lab(state_of(classes), size=size), size)


@pytest.mark.parametrize("size", SMALL_SIZES)
def test_nothing_is_lost_on_a_small_screen(open_lab, assert_fits, size):
    lab = open_lab(state_of(5), size=size)
    assert_fits(lab, size)
    status = lab.window.statusBar()
    assert status.mapTo(lab.window, status.rect().bottomLeft()).y() < size[1]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("size", SMALL_SIZES[1:])
def test_no_view_scrolls_sideways_on_a_small_screen(open_lab, assert_fits, qtbot, size):
    """With the guide, too: cards hidden behind its panel could not be reached."""
    lab = open_lab(state_of(5), size=size)
    lab.guide.open()
    for number in range(1, COUNT + 1):
        lab.guide.progress.go(number)
        assert_fits(lab, size)
        assert lab.window.centralWidget().horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Probability of class 0", "0.000988"),
        ("Temperature", "0.000123"),
        ("Temperature", "1e+300"),
        ("Number of draws", "1\u00a0000\u00a0000\u00a0000"),
        ("Seed", "4294967295"),
    ],
)
def test_long_numbers_are_not_cut(open_lab, name, text):
    """A billion that is cut reads as a million."""
    lab = open_lab(state_of(5), size=SIZES[0])
    (box,) = (b for b in lab.window.findChildren(NumberBox) if b.accessibleName() == name)
    box.show_text(text)
    assert too_wide(box) == 0


@pytest.mark.sweep(4)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_sentence_about_bad_input_moves_nothing_and_lies_in_the_window(
    open_lab, settle, enter, reveal, qtbot, size, view
):
    lab = open_lab(state_of(5), size=size)
    if view != lab.window.view:
        settle(lab, lambda: lab.set_view(view))

    def places():
        found = {}
        for each in lab.window.findChildren(QWidget):
            if each.isVisible() and not isinstance(each, ErrorBubble):
                found[each] = QRect(each.mapTo(lab.window, QPoint(0, 0)), each.size())
        return found

    seen = [{}]
    qtbot.waitUntil(lambda: seen.append(places()) or seen[-1] == seen[-2])
    boxes = [box for box in lab.window.findChildren(NumberBox) if box.isVisible()]
    assert len(boxes) >= 9
    for box in boxes:
        reveal(box)
        before = places()
        enter(box, "x" + "0123456789" * 12)
        assert box.error
        QApplication.processEvents()  # what was laid out anew would be so now
        (bubble,) = (x for x in lab.window.findChildren(ErrorBubble) if x.isVisible())
        assert places() == before
        assert lab.window.rect().contains(bubble.geometry())
        assert not bubble.geometry().intersects(before[box])
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert not bubble.isVisible()


@pytest.mark.parametrize("name", ["W" * 40, "größe ≥ 1", "<b>rain</b> & snow"])
def test_any_class_name_fits(open_lab, assert_fits, name):
    lab = open_lab(state_of(5), size=SIZES[0])
    for k in range(5):
        lab.store.edit("name", lambda s, k=k: s.with_label(k, name))
    assert_fits(lab, SIZES[0])


def test_new_rows_have_room_where_there_is_room(open_lab, assert_fits, settle, qtbot):
    lab = open_lab(state_of(5), size=(1280, 820))
    area = lab.window.findChild(QScrollArea)
    for _ in range(4):
        settle(lab, lambda: lab.store.edit("add", lambda s: s.with_class_added()))
    qtbot.waitUntil(lambda: area.height() >= area.widget().height() >= 9 * 22)
    assert area.verticalScrollBar().maximum() == 0
    assert_fits(lab, (1280, 820))
