"""Widths and sizes of lines and marks: in one place, and in proportion to the text."""

from dataclasses import replace

import pyqtgraph as pg
import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.look.style import LIGHT, TEXT_SIZE

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 500, 5)
LARGE = replace(LIGHT, text_size=2 * TEXT_SIZE)


def test_pens_grow_with_text_and_scale():
    assert LIGHT.pen("#000000", 1.5).widthF() == 1.5
    assert LARGE.pen("#000000", 1.5).widthF() == 3
    assert LARGE.scaled(2).pen("#000000", 1.5).widthF() == 6


def sizes(plot):
    """Return the widths of all pens and the sizes of all dots of a plot that do not vary."""
    found = []
    for pane in plot.frame.panes:
        for item in pane.items:
            if isinstance(item, Dots):
                found.append(item.opts["size"] if item.opts["size"] > 0 else 0)
            elif hasattr(item, "opts") and hasattr(item.opts.get("pen"), "widthF"):
                pen = item.opts["pen"]
                if pen != pg.PlotCurveItem().opts["pen"]:  # of what has no line
                    found.append(pen.widthF())
    return found


@pytest.mark.parametrize("name", [n for n in plot_types() if n != "temperature_gallery"])
def test_every_line_and_dot_grows_with_the_text(name, show):
    """Those of the gallery are as wide as its columns allow."""
    small, large = (sizes(show(name, NOTE, style)) for style in (LIGHT, LARGE))
    default = Dots().opts["size"]
    assert len(small) == len(large)
    for one, other in zip(small, large, strict=True):
        assert other == pytest.approx(2 * one) or one == other == default
