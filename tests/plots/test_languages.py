"""What plots say in every language: no word of another one, and the same numbers."""

import re
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.language import languages, speaking
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import LIGHT

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 5)
CASES = {
    "named": replace(NOTE, draws=7, selected=3),
    "annealed": replace(NOTE, draws=20_000, temperature=0.05, annealed=True, steps=3),
    "two zeros": replace(NOTE, probabilities=(0, 0, 0.5, 0.5), top=4),
    "three zeros": replace(NOTE, probabilities=(0, 0, 0, 0.5), temperature=9),
    "costs": replace(NOTE, loss=Loss.COST, estimator=Estimator.BASELINE, draws=50),
    "flat": replace(NOTE, loss=Loss.COST, weights=(1,) * 5, schedule=(0.1, 0.05, 0.1)),
}
LABELS = ("猫", "Cat", "7")
each_plot = pytest.mark.parametrize("name", plot_types())


@each_plot
@pytest.mark.parametrize("case", CASES)
def test_plots_speak_every_language(name, case, show, summary_of, assert_spoken):
    """Other cases than those of the tables, which are tested for this, too."""
    parameters, labels = CASES[case], LABELS if case == "named" else ()
    plot = show(name, parameters, LIGHT, labels, frozenset(plot_types()[name].option_names))
    summary, selection = summary_of(plot, parameters), select(parameters)
    plot.show_selection(selection)
    assert_spoken(plot, parameters, summary, selection, labels)


@each_plot
@pytest.mark.parametrize("code", languages())
def test_titles_lines_about_plots_and_option_names_are_spoken(name, code, words_of_others):
    kind = plot_types()[name]
    with speaking(code):
        texts = [kind.title, kind.about, *kind.option_names.values()]
    assert words_of_others(texts, code) == []
    assert all(texts)


def test_labels_of_unnamed_classes_follow_the_language(show):
    plot = show("class_frequencies", NOTE, LIGHT, ("Cat", "class 1"))
    assert plot.labels(3) == ("Cat", "class 1", "class 2")
    with speaking("zh"):
        assert plot.labels(3) == ("Cat", "类别 1", "类别 2")
        assert plot.class_columns(2)[1].values == ("Cat", "类别 1")
        bare = show("class_frequencies", NOTE)
        assert [column.name for column in bare.class_columns(3)] == ["class"]


def test_what_is_read_off_is_in_the_language(show, summary_of, words_of_others):
    with speaking("zh"):
        plot = show("class_frequencies", NOTE)
        plot.frame.getViewWidget().grab()
        table = plot.table(summary_of(plot, NOTE), NOTE)
        spots = plot.spots(table, NOTE)
        headings = [column.heading for column in table.columns]
    assert spots
    assert words_of_others(headings, "zh") == []
    assert np.all([re.search("[\u4e00-\u9fff]", each) or len(each) == 1 for each in headings])


def test_views_are_named():
    assert set(VIEWS) == {kind.view for kind in plot_types().values()}
