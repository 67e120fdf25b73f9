"""Pictures have axes of the same size and in the same place in every language."""

import pytest
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import ENGLISH, languages, speaking
from gumbel_gui.plots import plot_types

PARAMETERS = Parameters((0.2, 0.3, 0.5), draws=2000, temperature=0.7)


def panes(show, name, code):
    with speaking(code):
        plot = show(name, PARAMETERS)
        QApplication.processEvents()
        boxes = [pane.vb.sceneBoundingRect().getRect() for pane in plot.frame.panes]
    return [number for box in boxes for number in box]


@pytest.mark.parametrize("code", [code for code in languages() if code != ENGLISH])
@pytest.mark.parametrize("name", plot_types())
def test_the_axes_of_a_plot_are_where_they_are_in_english(show, name, code):
    assert panes(show, name, code) == pytest.approx(panes(show, name, ENGLISH), abs=0.5)
