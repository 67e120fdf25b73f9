"""Estimators in figures: ten looks and names that can be told apart."""

from itertools import combinations

import pytest

from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.plots.gradients.estimator_key import (
    EstimatorKey,
    estimator_colour,
    estimator_entries,
    estimator_line,
    estimator_pen,
    estimator_phrase,
)
from gumbel_gui.plots.look.style import CONTRAST, DARK, LIGHT, PRINT

styles = pytest.mark.parametrize("style", [LIGHT, DARK, CONTRAST, PRINT], ids=lambda s: s.name)


@styles
def test_no_two_estimators_look_alike(style):
    looks = [
        (pen.color().name(), tuple(pen.dashPattern()))
        for pen in (estimator_pen(style, each) for each in Estimator)
    ]
    assert len(set(looks)) == len(looks) == 10


def test_the_colour_tells_the_kind():
    """Unbiased, else relaxed, else of the class alone: three colours of the style."""
    kinds = {
        colour: {each for each in Estimator if estimator_colour(LIGHT, each) == colour}
        for colour in (*LIGHT.kinds, LIGHT.third_kind)
    }
    unbiased, relaxed, alone = kinds.values()
    assert unbiased == {"reinforce", "reinforce-baseline", "leave-one-out", "rebar"}
    assert relaxed == {"gumbel-softmax", "straight-through", "gumbel-rao"}
    assert alone == {"softmax-straight-through", "decoupled", "reinmax"}


def test_key_and_curve_have_the_same_line():
    for each, entry in zip(Estimator, estimator_entries(LIGHT, Estimator), strict=True):
        assert (entry.glyph, entry.colour) == (estimator_line(each), estimator_colour(LIGHT, each))


def test_phrases_and_short_names_differ():
    for names in (
        [estimator_phrase(each) for each in Estimator],
        [entry.text for entry in estimator_entries(LIGHT, Estimator)],
    ):
        assert all(one != other for one, other in combinations(names, 2))


def test_a_narrow_key_has_shorter_names(qtbot):
    key = EstimatorKey(LIGHT)
    key.set_names(FIRST_FOUR, ())
    full, short, shortest = ([e.text for e in key.shown(w)[0]] for w in (600, 330, 200))
    assert full == [each.label for each in FIRST_FOUR]
    assert short == ["GS", "ST", "REINFORCE", "+ baseline"]
    assert shortest == ["GS", "ST", "R", "R−b"]
    key.set_names(tuple(Estimator), ())
    assert key.shown(520)[1] == 0
    assert key.shown(440)[1] > 0  # which are counted
    key.set_names((), ())
    assert key.shown(440) == ([], 0)
