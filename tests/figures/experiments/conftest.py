"""Experiments of any kind, made from a seed, and files of them."""

import math
import random

import pytest

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.experiments.experiment import Experiment, FigureSpec
from gumbel_gui.figures.layout import LAYOUT, Layout, Line
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import VIEWS

SIGNS = "ab Zε林\u00e9😀\"'\\<>&;#{}[]%$,:\n\t\0\x7f\u200b\ud800-–"


def some_words(chance, longest=12):
    return "".join(chance.choices(SIGNS, k=chance.randrange(longest)))


def some_distribution(chance):
    classes = chance.choice((2, 3, 3, 4, 5, 5, 6, 9, 20, 64))
    if chance.random() < 0.3:
        logits = [
            chance.choice((0, -3000, 700, -math.inf, chance.gauss(0, 5))) for _ in range(classes)
        ]
        return Distribution.from_logits([chance.gauss(0, 1), *logits[1:]])
    weights = [
        chance.choice((0, 1, 1e-300, chance.random(), chance.random())) for _ in range(classes)
    ]
    return Distribution([chance.random() + 0.01, *weights[1:]])


def some_value(chance, kind, own):
    """Return a value that a kind allows."""
    if isinstance(kind, kinds.Number):
        low, high = kind.ends or (kind.lowest, min(kind.highest, kind.lowest + 10))
        return chance.choice((kind.lowest, chance.uniform(low, high), chance.uniform(low, high)))
    if isinstance(kind, kinds.Whole):
        return chance.randint(
            kind.lowest, chance.choice((kind.limit(own), min(kind.limit(own), 50)))
        )
    if isinstance(kind, kinds.Choice):
        return chance.choice(list(kind.members))
    if isinstance(kind, kinds.Members):
        members = [*kind.members]
        return tuple(chance.sample(members, chance.randint(1, len(members))))
    if isinstance(kind, kinds.Flag):
        return chance.random() < 0.5
    if isinstance(kind, kinds.Classes):
        places = len(kind.places)
        return tuple(chance.sample(range(max(own.classes, places)), places))
    if isinstance(kind, kinds.Order):
        return tuple(chance.sample(kind.names, len(kind.names)))
    if isinstance(kind, kinds.Shares):
        return tuple(chance.uniform(0, 5) for _ in range(own.classes))
    if isinstance(kind, kinds.Weights):
        return tuple(chance.uniform(-5, 5) for _ in range(own.classes))
    if isinstance(kind, kinds.Schedule):
        return chance.uniform(2, 9), chance.uniform(0.01, 0.3), chance.uniform(0.1, 1)
    assert isinstance(kind, Line), f"teach this function {type(kind).__name__}"
    return "".join(filter(str.isprintable, some_words(chance))).strip()


def some_parameters(chance, most_draws):
    found = Parameters(some_distribution(chance))
    for name, each in PARAMETERS.items():
        if name == "draws":
            found = found.changed(draws=chance.randint(1, most_draws))
        elif name != "probabilities" and chance.random() < 0.5:
            found = found.changed(**{name: some_value(chance, each.kind, found)})
    return found


def some_layout(chance, **sizes):
    looks = {
        k: some_value(chance, each.kind, None)
        for k, each in LAYOUT.items()
        if chance.random() < 0.5
    }
    looks.pop("family", None)  # it must be installed
    return Layout(**looks | sizes)


def some_experiment(seed, most_draws=10**11, **sizes):
    """Return an experiment; with sizes, it is a figure of one plot that is soon drawn."""
    chance = random.Random(seed)
    parameters = some_parameters(chance, most_draws)
    classes, plots = parameters.classes, list(plot_types())
    options = [f"{name}.{option}" for name in plots for option in plot_types()[name].option_names]
    figure = None
    if sizes or chance.random() < 0.5:
        shown = tuple(chance.sample(plots, 1 if sizes else chance.randint(1, 6)))
        counts = {name: chance.randint(1, most_draws) for name in shown if chance.random() < 0.3}
        dpi = sizes.pop("dpi", None) or chance.choice((None, 30, 2400))
        # A count that is that of the parameters is not said.
        counts = {name: n for name, n in counts.items() if n != parameters.draws}
        figure = FigureSpec(shown, some_layout(chance, **sizes), dpi, counts)
    return Experiment(
        parameters,
        tuple(some_words(chance) for _ in range(classes)) if chance.random() < 0.5 else (),
        tuple(chance.random() < 0.5 for _ in range(classes)) if chance.random() < 0.5 else (),
        frozenset(chance.sample(options, chance.randint(0, len(options)))),
        chance.choice(("", *VIEWS)),
        figure,
    )


@pytest.fixture(scope="session")
def make():
    return some_experiment
