"""A parameter that is declared once works everywhere: tried in a copy of the package."""

import shlex

import pytest

DECLARATIONS = """
    threshold: float = declare(0.5, Number(0, 4), "θ", "threshold of the test", "any will do")
    mode: Loss = declare(Loss.COST, Choice(Loss), "", "mode of the test")
    marked: tuple[int, int] = declare(
        (1, 0), Classes((("a", "marked class"), ("b", "other class"))), "a,b", "marked classes"
    )
"""
PLOT = '''
"""DeclaredHere: the share of each class."""

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.sums import Sums


@dataclass(frozen=True)
class Counts(Sums):
    counts: Whole


class DeclaredHere(Plot):
    name = "declared_here"
    title = "Declared here"
    about = "The share of each class"
    depends = frozenset({"probabilities"})
    shows = frozenset({"threshold", "mode", "marked"})
    controls = ("threshold", "mode", "marked")

    @staticmethod
    def summarise(chunk):
        return Counts(count_codes(chunk.classes, chunk.parameters.classes))

    def build_items(self):
        self.frame.name_axes("class", "share")
        self._curve = Curve(pen=self.style.pen(self.style.accent))
        self.frame.add(self._curve)

    def draw(self, summary, parameters):
        classes = parameters.classes
        if self.frame.set_ranges((-0.5, classes - 0.5), (0, 1)):
            self.key.set_entries(labels=self.labels(classes))
        self._curve.setData(np.arange(float(classes)), summary.counts / summary.counts.sum())

    def caption(self, summary, parameters):
        of = self.labels(parameters.classes)[parameters.marked[0]]
        n = summary.counts.sum()
        return f"{n} draws; threshold {parameters.threshold}, {parameters.mode.label}, {of}."
'''
WINDOW = """
import sys
from pathlib import Path
from PyQt6.QtCore import QEventLoop
from PyQt6.QtWidgets import QApplication, QComboBox
import pyqtgraph as pg
from gumbel_gui.gui.lab import Lab
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.widgets.number_slider import NumberSlider

app = pg.mkQApp()

def opened():
    lab = Lab(Settings(Path(sys.argv[1])), "light")
    loop = QEventLoop()  # to quit the application would close the window
    lab.updated.connect(loop.quit)
    lab.start()
    loop.exec()
    return lab

lab = opened()
card = lab.window.cards["declared_here"]
value = lab.store.value
assert "threshold 0.5, cost per class, class 1." in card.caption, card.caption
(slider,) = card.findChildren(NumberSlider)
assert slider.accessibleName() == "threshold of the test"
slider.setValue(slider.maximum())
mode, first, other = card.findChildren(QComboBox)
assert [mode.itemText(i) for i in range(mode.count())] == ["cost per class", "distance to a target"]
mode.activated.emit(1)
first.activated.emit(4)
assert (value("threshold"), value("mode"), value("marked")) == (4.0, "distance", (4, 0))
history = lab.store.history
texts = [history.text(i) for i in range(history.count())]
assert texts == ["Change threshold of the test", "Change mode of the test", "Change marked classes"]
history.undo()
assert value("marked") == (1, 0)
history.redo()
lab.store.edit("remove", lambda state: state.without_class(0))
assert value("marked") == (3, 0), value("marked")
lab.close()
lab = opened()
assert (value := lab.store.value)("threshold") == 4.0
assert (value("mode"), value("marked")) == ("distance", (3, 0))
assert "threshold 4.0, distance to a target, class 3." in lab.window.cards["declared_here"].caption
lab.close()
print("all is well")
"""


@pytest.fixture(scope="module")
def package(copied_package):
    """Return a folder with a copy of the package, and three more declarations and a plot in it."""
    return copied_package({"declared_here": PLOT.lstrip()}, DECLARATIONS)


@pytest.fixture
def run(package, run_copy):
    """Return a function that runs Python on the copy and returns what it prints."""
    return lambda *words, cwd=None: run_copy(package, *words, cwd=cwd)


def test_it_passes_the_contract_of_plots(package, contract_of):
    contract_of(package, "declared_here")


def test_it_has_a_control_undo_and_a_restart(run, package, tmp_path):
    run("-c", WINDOW, str(tmp_path / "settings"))


def test_it_has_an_option_with_help_and_a_place_in_the_provenance(run, tmp_path):
    told = " ".join(run("-m", "gumbel_gui", "render", "--help").split())
    for words in (
        "--threshold θ threshold of the test; any will do: a number from 0 to 4 (0.5)",
        "mode of the test: one of cost, distance (cost)",
        "--marked a,b marked classes: two different classes from 0 to K − 1 (1,0)",
    ):
        assert words in told
    chosen = ["--threshold", "2.5", "--mode", "distance", "--marked", "3,1"]
    figure = ["--plots", "declared_here", "--draws", "500", "--output", "a.png"]
    run("-m", "gumbel_gui", "render", *chosen, *figure, cwd=tmp_path)
    first = (tmp_path / "a.png").read_bytes()
    script = (
        "import sys; from PyQt6.QtGui import QImage; print(QImage('a.png').text('Description'))"
    )
    words = shlex.split(run("-c", script, cwd=tmp_path))
    assert " ".join(chosen) in " ".join(words)
    (tmp_path / "a.png").unlink()
    run(*words[1:], cwd=tmp_path)
    assert (tmp_path / "a.png").read_bytes() == first
