"""What the steps of the guide set up, and what counts as having tried them."""

from dataclasses import fields, replace

import pytest

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.guide.steps import LADDER, PRICED, STEPS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_type, plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

NUMBERS = range(1, COUNT + 1)
OTHERS = {
    1: {"temperature": 0.5, "mistake": Mistake.NO_NOISE},
    2: {"temperature": 0.5, "mistake": Mistake.NOISE_ON_P},
    3: {"temperature": 0.5},
    4: {"temperature": 0.5, "draws": 100},
    5: {"temperature": 0.5},
    6: {"temperature": 0.5},
    7: {"temperature": 1},
    8: {"temperature": 1},
    9: {"temperature": 1},
    10: {"temperature": 0.5, "steps": 0},
    11: {"temperature": 0.5},
    12: {"temperature": 1, "estimators": PRICED},
    13: {"temperature": 0.5, "given": (3,)},
    14: {"probabilities": LADDER, "temperature": 0.5},
    15: {"temperature": 0.5},
}
"""What the lessons say, beyond what all of them start from."""


def at(t):
    return lambda s: s.with_parameter("temperature", t)


def control(name, value):
    return lambda s: s.with_parameter(name, value)


ATTEMPTS = {
    1: [lambda s: s.with_probability(0, 0.1), lambda s: s.with_vector((0.5, 0.5))],
    2: [lambda s: s.with_parameter("mistake", Mistake.NONE)],
    3: [lambda s: s.with_parameter("selected", 2), lambda s: s.with_parameter("selected", 70_000)],
    4: [lambda s: s.with_parameter("draws", 100_000), lambda s: s.with_parameter("draws", 10**9)],
    5: [control("pair", (3, 1)), control("pair", (2, 3))],
    6: [control("noise_scale", b) for b in (1, 0.951, 1.049)],
    7: [at(t) for t in (0.1, 0.01, 0)],
    8: [at(t) for t in (0.999, 5)],
    9: [at(0.9), lambda s: s.with_parameter("selected", 5)],
    10: [
        control("steps", 1),
        control("loss", Loss.COST),
        control("weights", (1, 0, 0, 0, 0)),
        at(0.1),
    ],
    11: [control("decoding_temperature", T) for T in (0.5, 0.1, 0)],
    12: [at(0.5), control("estimator", Estimator.REBAR), control("estimators", (Estimator.REBAR,))],
    13: [control("given", (k,)) for k in (0, 4)],
    14: [control("bits", b) for b in (16, 24)],
    15: [lambda s: s.with_probability(0, 0.1), lambda s: s.with_vector((0.2,) * 5)],
}
NO_ATTEMPTS = {
    1: [at(2), lambda s: s.with_parameter("mistake", Mistake.NONE)],
    2: [
        lambda s: s.with_parameter("mistake", Mistake.UNIFORM),
        lambda s: s.with_probability(1, 0.5),
    ],
    3: [lambda s: s.with_parameter("selected", 0), at(0.1)],
    4: [lambda s: s.with_parameter("draws", 99_999), lambda s: s.with_parameter("seed", 5)],
    5: [control("top", 3)],
    6: [control("noise_scale", b) for b in (0.949, 1.051, 3)],
    7: [at(t) for t in (0.11, 5)],
    8: [control("schedule", (2, 0.1, 0.5))],
    9: [lambda s: s.with_parameter("selected", 0), lambda s: s.with_parameter("draws", 5)],
    10: [lambda s: s.with_parameter("seed", 4), control("learning_rate", 1)],
    11: [at(0.1), control("decoding_temperature", 0.51), control("keep_mass", 0.8)],
    12: [control("loss", Loss.COST), lambda s: s.with_parameter("seed", 4)],
    13: [at(0.1), lambda s: s.with_parameter("selected", 2)],
    14: [control("bits", b) for b in (15, 4)],
    15: [at(0.1), control("other", (1, 2, 3, 4, 5))],
}


@pytest.fixture(scope="module")
def foreign(with_another):
    """A state in which nothing is as a lesson needs it."""
    parameters = Parameters((1, 2, 3), selected=1)
    for name in PARAMETERS.keys() - {"probabilities"}:
        parameters = with_another(parameters, name)
    labels, locks = ("rain", "sun", "class 2"), (True, False, True)
    return LabState(parameters, labels, locks, frozenset({"noise_histogram.cdf"}))


def step(number):
    return STEPS[number - 1]


def test_in_the_step_that_anneals_there_is_a_plot_of_samples():
    (annealing,) = (each for each in STEPS if "annealing" in each.plots)
    assert any("temperature" in plot_type(name).depends for name in annealing.plots)
    assert "simplex" in annealing.plots  # whose points go into the corners


def test_there_is_a_step_for_every_lesson():
    assert len(STEPS) == COUNT


@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_looks_at_one_to_three_plots_of_a_view(number):
    view, plots = step(number).view, step(number).plots
    assert view in VIEWS
    assert 1 <= len(plots) <= 3
    assert set(plots) <= plots_of(view).keys()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_sets_all_that_its_lesson_relies_on(number, foreign):
    first, other = (step(number).prepare(state) for state in (LabState(), foreign))
    p = first.parameters
    common = {"probabilities": NOTE_PROBABILITIES, "draws": 100_000, "selected": 1}
    assert p == Parameters(**{**common, "pair": (3, 2), **OTHERS[number]})
    assert replace(other.parameters, seed=p.seed) == p
    assert other.parameters.seed == foreign.parameters.seed != p.seed
    assert other.options == foreign.options
    assert other.labels == ("rain", "sun", *default_labels(5)[2:])
    assert not any(other.locks)


def test_the_foreign_state_is_other_in_all_things(foreign):
    prepared = step(1).prepare(LabState()).parameters
    same = {
        field.name
        for field in fields(Parameters)
        if getattr(prepared, field.name) == getattr(foreign.parameters, field.name)
    }
    assert same == set()


@pytest.mark.parametrize("number", NUMBERS)
def test_preparing_twice_is_preparing_once(number, foreign):
    prepared = step(number).prepare(foreign)
    assert step(number).prepare(prepared) == prepared
    assert not step(number).tried(prepared, prepared)


@pytest.mark.parametrize("number", NUMBERS)
def test_an_attempt_is_told_from_something_else(number, foreign):
    prepared = step(number).prepare(foreign)
    for edit in ATTEMPTS[number]:
        assert step(number).tried(prepared, edit(prepared))
    for edit in NO_ATTEMPTS[number]:
        assert edit(prepared) != prepared
        assert not step(number).tried(prepared, edit(prepared))
