"""What every caption is, whatever it says: sentences, before anything is drawn, in any language."""

import re
from dataclasses import replace

import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.language import speaking
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import LIGHT

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 2000, 5)
CASES = {
    "note": NOTE,
    "one draw": replace(NOTE, draws=1),
    "zero entries": replace(NOTE, probabilities=(0, 0.5, 0, 0.5)),
    "rare": replace(NOTE, probabilities=(1, 1e-300)),
    "two impossible": replace(NOTE, probabilities=(0, 0, 1)),
    "equal": replace(NOTE, probabilities=(1, 1, 1)),
    "normal noise": replace(NOTE, mistake=Mistake.NORMAL),
    "no noise": replace(NOTE, mistake=Mistake.NO_NOISE),
}
SYMBOLS = {"argmax", "exp", "ln", "max", "softmax"}
TOUCHING = re.compile(r"[\u4e00-\u9fff][\dA-Za-z−]|[\dA-Za-z][\u4e00-\u9fff]")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", plot_types())
def test_sentences_are_well_formed_before_anything_is_drawn(name, case, qapp, summary_of):
    """They begin with a capital letter, a number or a symbol; Chinese has spaces at numbers."""
    kind, parameters = plot_types()[name], CASES[case]
    plot = kind(LIGHT, (), frozenset(kind.option_names))
    summary = summary_of(plot, parameters)
    plot.heading(summary, parameters)
    for sentence in re.split(r"(?<=[.!?])\s+", plot.caption(summary, parameters)):
        word = re.match(r"[a-z]{2,}", sentence)
        assert word is None or word.group() in SYMBOLS, sentence
    with speaking("zh"):
        plot = kind(LIGHT, (), frozenset(kind.option_names))
        for text in (plot.caption(summary, parameters), plot.heading(summary, parameters)):
            assert TOUCHING.findall(text) == [], text
