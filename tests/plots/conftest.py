"""Chunks to summarise, and plots in a view that can be painted."""

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
import pytest

from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import LIGHT


@pytest.fixture(scope="session")
def chunk():
    """Return a function that gives one chunk with all draws of some parameters.

    Tests of several plots get the same one, as plots do in the program.
    """

    @lru_cache(maxsize=16)
    def make(parameters):
        assert parameters.draws <= CHUNK
        return Chunk(parameters, 0, parameters.draws, Stages(), Workspace())

    return make


@pytest.fixture(scope="session")
def summary_of(chunk):
    """Return a function that gives a plot's summary of all draws of some parameters, if any."""
    known = lru_cache(maxsize=256)(lambda summarise, p: summarise(chunk(p)))
    return lambda plot, p: known(plot.summarise, p) if plot.sampled else None


@pytest.fixture
def show(qtbot, summary_of):
    """Return a function that draws a plot, by name, of some parameters, in a view of its own."""
    views = []  # qtbot does not keep them alive

    def shown(name, parameters, style=LIGHT, labels=(), options=frozenset()):
        view = pg.GraphicsLayoutWidget(size=(480, 360))
        qtbot.addWidget(view)
        views.append(view)
        plot = plot_types()[name](style, labels, options)
        item = Frame(style)
        view.addItem(item)
        plot.build(item)
        plot.draw(summary_of(plot, parameters), parameters)
        return plot

    yield shown
    views.clear()


@pytest.fixture
def pixels():
    """Return a function that gives what a plot looks like, (height, width) of 0xrrggbb."""

    def paint(plot):
        picture = plot.frame.getViewWidget().grab().toImage()
        picture = picture.convertToFormat(pg.QtGui.QImage.Format.Format_RGB32)
        buffer = picture.constBits().asarray(picture.sizeInBytes())
        return np.array(buffer).view(np.uint32).reshape(picture.height(), -1) & 0xFFFFFF

    return paint
