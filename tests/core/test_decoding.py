"""Decoding beside the definitions of its steps, in exact fractions."""

from fractions import Fraction
from itertools import combinations, permutations

import numpy as np
import pytest

from gumbel_gui.core.decoding import decode, decoded, sampled_after
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.probabilities import Distribution

STEPS = ("T", "top-k", "top-p", "min-p")
VECTORS = [
    (3, 2, 1),
    (1, 1, 1),
    (5, 3, 2, 0),
    (4, 4, 2, 2, 1),
    (0, 7, 0, 1, 2, 2),
    (50, 5, 45),
    (8, 2, 2, 2, 2, 1, 1),
]


def by_definition(weights, square, top, mass, ratio, order):
    """Return what is left of weights, as fractions: T is 1/2 if they are squared, else 1."""
    left = [Fraction(w) for w in weights]
    for step in order:
        total, k = sum(left), [i for i, w in enumerate(left) if w]
        if step == "T":
            kept = k
            left = [w**2 for w in left] if square else left
        elif step == "top-k":  # fewer than k others are larger
            kept = [i for i in k if not top or sum(left[j] > left[i] for j in k) < top]
        elif step == "min-p":
            kept = [i for i in k if left[i] >= ratio * max(left)]
        elif mass == 1:
            kept = k
        else:  # of the smallest sets with enough mass the heaviest, and of equal ones the last
            sizes = (list(combinations(k, size)) for size in range(1, len(k) + 1))
            enough = (
                [s for s in sets if sum(left[i] for i in s) >= mass * total] for sets in sizes
            )
            kept = max(next(filter(None, enough)), key=lambda s: (sum(left[i] for i in s), s))
        left = [w if i in kept else Fraction(0) for i, w in enumerate(left)]
    return np.array([float(w / sum(left)) for w in left])


@pytest.mark.parametrize("weights", VECTORS, ids=str)
@pytest.mark.parametrize("square", [False, True])
def test_every_order_of_steps_gives_what_their_definitions_give(weights, square):
    p = Distribution(weights)
    for order in permutations(STEPS):
        for top, mass, ratio in (
            (0, 1, 0),
            (2, 1, 0),
            (0, "0.8", 0),
            (0, 1, "0.1"),
            (3, "0.7", "0.5"),
            (1, 0, 1),
        ):
            mass, ratio = Fraction(mass), Fraction(ratio)
            found = decode(p, 0.5 if square else 1.0, top, float(mass), float(ratio), order)
            exact = by_definition(weights, square, top, mass, ratio, order)
            np.testing.assert_allclose(found.law, exact, rtol=1e-13, atol=0, err_msg=str(order))
            np.testing.assert_array_equal(found.kept, exact > 0)
            cut = np.array([bool(step) for step in found.cut_by])
            np.testing.assert_array_equal(cut, (np.array(weights) > 0) & (exact == 0))


def test_top_p_before_t_keeps_more_than_after_it():
    """The reference: softmax(3, 2, 1) is 0.665, 0.245, 0.09, and at T = 0.5 it is 0.867, …"""
    own = Parameters.from_logits((3, 2, 1), decoding_temperature=0.5, keep_mass=0.8)
    assert decoded(own).cut_by == ("", "top-p", "top-p")
    first = own.changed(filter_order=("top-p", "T", "top-k", "min-p"))
    assert decoded(first).cut_by == ("", "", "top-p")
    np.testing.assert_allclose(decoded(first).law[:2], [1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2))])


def test_a_threshold_that_is_met_exactly_is_met():
    assert decode(Distribution((0.5, 0.3, 0.2)), mass=0.8).law[2] == 0
    assert all(decode(Distribution((0.5, 0.05, 0.45)), ratio=0.1).kept)


def test_classes_as_probable_as_the_last_of_the_k_are_kept_too():
    assert decode(Distribution((2, 4, 2, 2)), top=2).kept.sum() == 4


@pytest.mark.parametrize("weights", VECTORS, ids=str)
def test_t_0_leaves_argmax(weights):
    found = decode(Distribution(weights), 0.0)
    np.testing.assert_array_equal(found.law, np.eye(len(weights))[np.argmax(weights)])


@pytest.mark.parametrize("t", [1e-300, 1e-3, 0.1, 1.0, 7.0, 1e6, 1e300])
@pytest.mark.parametrize(
    "p", [NOTE_PROBABILITIES, (1e-300, 1, 5e-324), (0, 0.5, 0, 0.5), tuple(range(1, 65))], ids=len
)
def test_t_alone_raises_p_to_a_power_and_cuts_nothing_away(p, t):
    p = Distribution(p)
    found, logs = decode(p, t), np.array(p.logs)
    assert not any(found.cut_by)
    np.testing.assert_array_equal(found.kept, logs > -np.inf)
    with np.errstate(under="ignore", over="ignore"):
        powers = np.exp((logs - logs.max()) / t)
    np.testing.assert_allclose(found.law, powers / powers.sum(), rtol=1e-12, atol=1e-320)


def test_where_nothing_is_done_q_is_p_to_the_bit():
    p = Distribution.from_logits((0, -800, 1))
    assert decode(p).law is p
    assert decode(p, top=3, ratio=0.0).law is p


@pytest.mark.parametrize("mistake", Mistake)
def test_q_takes_the_place_of_p_and_all_else_stays(mistake):
    own = Parameters((1, 2, 7), 0.3, 50, 4, mistake=mistake, keep_top=2)
    after = sampled_after(own)
    assert after.changed(probabilities=own.probabilities) == own
    np.testing.assert_allclose(after.probabilities, [0, 2 / 9, 7 / 9], rtol=1e-14)
