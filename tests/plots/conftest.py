"""Chunks to summarise, and plots in a view that can be painted."""

import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest

from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.language import ENGLISH, languages, speaking
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.words.text import elided

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations.foreign import foreign

OTHERS = [code for code in languages() if code != ENGLISH]
DIGITS = re.compile(r"[\d.\u2080-\u2089\u2070-\u2079¹²³]*[\d\u2080-\u2089\u2070-\u2079¹²³]")


def without(text, labels):
    """Return a text without labels of classes, and without the name of a test."""
    text = text.replace("χ²", "")
    for label in sorted((each for each in labels if not each.isdigit()), key=len, reverse=True):
        text = text.replace(label, " ").replace(elided(label, 16), " ")
    return text


def said(plot, parameters, summary, selection):
    """Return the caption, and all other texts, of a plot that was drawn."""
    table = plot.table(summary, parameters, selection)
    texts = [plot.heading(summary, parameters), plot.caption(summary, parameters)]
    texts += [each.heading for each in (*table.columns, *table.quantities)]
    for column in table.columns:
        texts += dict.fromkeys(column.values) if isinstance(column.values, tuple) else ()
    return texts


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


@pytest.fixture(scope="session")
def words_of_others():
    """Return a function that gives texts with words of another language than theirs."""
    return foreign


@pytest.fixture(scope="session")
def assert_spoken():
    """Return a function that fails unless a plot that was drawn speaks every language.

    That is: no word of another one, and the numbers of the English title and caption.
    """

    def check(plot, parameters, summary, selection, labels):
        english = said(plot, parameters, summary, selection)
        assert foreign([without(text, labels) for text in english], ENGLISH) == []
        for code in OTHERS:
            with speaking(code):
                texts = said(plot, parameters, summary, selection)
            assert foreign([without(text, labels) for text in texts], code) == []
            for one, other in zip(english[:2], texts[:2], strict=True):
                numbers = [Counter(DIGITS.findall(without(text, labels))) for text in (one, other)]
                assert numbers[0] == numbers[1], (one, other)

    return check
