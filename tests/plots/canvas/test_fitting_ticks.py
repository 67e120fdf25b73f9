import pyqtgraph as pg
import pytest

from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import LIGHT

MANY, SOME, FEW = ([(k / n, f"{k / n:g}") for k in range(n + 1)] for n in (10, 5, 1))


@pytest.fixture
def view(qtbot):
    made = pg.GraphicsLayoutWidget(size=(600, 500))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def pane(view):
    frame = Frame(LIGHT)
    view.addItem(frame)
    pane = frame.panes[0]
    pane.set_ranges((-0.1, 1.1), (-0.1, 1.1))
    return pane


def shown(view, pane, side, size):
    view.resize(*size)
    view.grab()
    (ticks,) = pane.axis(side)._tickLevels
    return ticks


@pytest.mark.parametrize(
    ("side", "sizes"),
    [
        ("left", [((400, 500), MANY), ((400, 190), SOME), ((400, 90), FEW), ((400, 500), MANY)]),
        ("bottom", [((600, 300), MANY), ((300, 300), SOME), ((110, 300), FEW), ((600, 300), MANY)]),
    ],
)
def test_as_many_numbers_as_there_is_room_for(side, sizes, view, pane):
    FittingTicks(pane, side, LIGHT).set_choices(MANY, SOME, FEW)  # its axis keeps it
    for size, ticks in sizes:
        assert shown(view, pane, side, size) == ticks


def test_the_last_choice_is_taken_where_none_fits(view, pane):
    FittingTicks(pane, "left", LIGHT).set_choices(MANY, SOME)
    assert shown(view, pane, "left", (400, 90)) == SOME


def test_the_axis_is_left_alone_while_the_same_ticks_fit(view, pane, monkeypatch):
    FittingTicks(pane, "left", LIGHT).set_choices(MANY, SOME, FEW)
    assert shown(view, pane, "left", (400, 500)) == MANY
    told = []
    monkeypatch.setattr(pane.axis("left"), "setTicks", told.append)
    shown(view, pane, "left", (500, 520))
    assert not told


def test_order_does_not_matter_and_other_choices_are_shown_at_once(view, pane):
    ticks = FittingTicks(pane, "left", LIGHT)
    ticks.set_choices(MANY[::-1], FEW)
    assert shown(view, pane, "left", (400, 500)) == MANY[::-1]
    ticks.set_choices(SOME)
    assert pane.axis("left")._tickLevels == [SOME]
