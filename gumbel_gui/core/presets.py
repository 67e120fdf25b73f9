"""Presets: vectors of probabilities that are worth a look, by name."""

from __future__ import annotations

from typing import NamedTuple

from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.language import mark


class Preset(NamedTuple):
    """A vector with a name.

    Attributes:
        name: in a few words.
        probabilities: (K,) weights; they need not sum to 1.
        labels: of the classes, (K,), or none where they go by their number.
        about: one sentence on it, may be empty.
    """

    name: str
    probabilities: tuple[float, ...]
    labels: tuple[str, ...] = ()
    about: str = ""


_TOKENS = {
    mark("floor"): 0.31,
    mark("sofa"): 0.24,
    mark("bed"): 0.14,
    mark("table"): 0.1,
    mark("roof"): 0.08,
    mark("chair"): 0.05,
    mark("mat"): 0.04,
    mark("keyboard"): 0.02,
    mark("moon"): 0.012,
    mark("piano"): 0.005,
    mark("tax"): 0.002,
    mark("verb"): 0.001,
}
_SURE = {
    mark("Paris"): 0.93,
    mark("located"): 0.03,
    mark("a"): 0.015,
    mark("known"): 0.01,
    mark("Lyon"): 0.006,
    mark("France"): 0.004,
    mark("London"): 0.003,
    mark("blue"): 0.002,
}
_UNSURE = {
    mark("blue"): 0.13,
    mark("red"): 0.12,
    mark("green"): 0.12,
    mark("black"): 0.11,
    mark("purple"): 0.105,
    mark("yellow"): 0.095,
    mark("orange"): 0.09,
    mark("pink"): 0.08,
    mark("white"): 0.07,
    mark("grey"): 0.05,
    mark("gold"): 0.03,
}

PRESETS = (
    Preset(mark("The note's vector"), NOTE_PROBABILITIES, about=mark("softmax(1, 2, 3, 4, 2)")),
    Preset(
        mark("Car or train"),
        (0.9, 0.1),
        (mark("car"), mark("train")),
        mark("The note's example of a classifier"),
    ),
    Preset(mark("Coin"), (0.5, 0.5), (mark("heads"), mark("tails"))),
    Preset(mark("Biased coin"), (0.7, 0.3), (mark("heads"), mark("tails"))),
    Preset(mark("Die"), (1.0,) * 6, ("1", "2", "3", "4", "5", "6")),
    Preset(
        mark("Nearly one-hot"),
        (0.001, 0.001, 0.996, 0.001, 0.001),
        about=mark("p = 0.996 for class 2, and 0.001 for each other"),
    ),
    Preset(
        mark("Zipf, 32 classes"),
        tuple(1 / k for k in range(1, 33)),
        about=mark("p_k in proportion to 1/(k + 1), nearly as frequencies of words"),
    ),
    Preset(
        mark("Next token of a language model"),
        tuple(_TOKENS.values()),
        tuple(_TOKENS),
        mark("“The cat slept on the …”, with made-up probabilities"),
    ),
    Preset(
        mark("A sure next token"),
        tuple(_SURE.values()),
        tuple(_SURE),
        mark("“The capital of France is …”, made up: top-p 0.9 keeps 1 word, top-k 5 keeps 5"),
    ),
    Preset(
        mark("An unsure next token"),
        tuple(_UNSURE.values()),
        tuple(_UNSURE),
        mark("“My favourite colour is …”, made up: top-p 0.9 keeps 9 words, top-k 5 keeps 5"),
    ),
)
"""Those that come with the program."""
