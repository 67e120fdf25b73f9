"""Copied pictures: of the shape of what is seen, large enough for a slide, with words as large."""

import re
from itertools import cycle

import pytest
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.dialogs import actions
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.plots.base import VIEWS

NAMES = ("a", "b", "c", "d", "e")
FEW = LabState(Parameters((1, 2, 3, 4, 5), 0.5, 500, 4, selected=3), NAMES, (False,) * 5)


def copied():
    """Return the picture's width and height, and those of the figure in pixels at 96 dpi."""
    data = QApplication.clipboard().mimeData()
    words = bytes(data.data("image/svg+xml").data()).decode()
    mm = [re.search(rf"--{side} ([\d.]+)", words)[1] for side in ("width", "height")]
    picture = QApplication.clipboard().image()
    assert ("--draw " in words) <= ("--no-marks" in words)
    return (picture.width(), picture.height()), [float(each) / 25.4 * 96 for each in mm]


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("view", "size"),
    [("sample", (1280, 820)), *zip(VIEWS, cycle([(1024, 700), (1280, 820)]), strict=False)],
)
def test_a_picture_has_the_shape_of_its_card(open_lab, settle, view, size):
    lab = open_lab(FEW, size=size)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    first = lab.window.cards[lab._shown[0]]
    widgets = {name: lab.window.cards[name] for name in lab._shown}
    for name, widget in {ALL: first.parentWidget(), **widgets}.items():
        QApplication.clipboard().clear()
        lab.outgoing.copy(name)
        (width, height), figure = copied()
        assert width / height == pytest.approx(widget.width() / widget.height(), rel=0.002)
        assert width >= max(2000, 2 * widget.width())
        # A figure of this size has words of the size on the card; more room is taken if they do
        # not fit.
        assert 0.99 < figure[0] / widget.width() < 1.3
        if size[0] >= 1280:
            assert figure == pytest.approx([widget.width(), widget.height()])


@pytest.mark.parametrize(("width", "height"), [(60, 500), (9000, 900), (9000, 9000), (100, 100)])
def test_a_size_that_no_figure_may_have_keeps_its_shape(open_lab, width, height):
    lab = open_lab(FEW)
    said = actions.copy_figure(lab.content(), "noise_histogram", actions.QSize(width, height))
    assert said == "Copied Gumbel noise ε"
    size, figure = copied()
    assert size[0] / size[1] == pytest.approx(width / height, rel=0.01)
    assert size[0] >= 2000
    assert max(figure) <= 1000 / 25.4 * 96 + 1


def test_what_fits_in_no_size_is_said(open_lab):
    lab = open_lab(FEW)
    QApplication.clipboard().clear()
    said = actions.copy_figure(lab.content(), ALL, actions.QSize(4000, 130))
    assert "must be larger to hold 4 plots" in said
    assert QApplication.clipboard().image().isNull()
