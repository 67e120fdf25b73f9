"""Argmax with x of few bits, against enumeration of all x, exact sums and the draws."""

from itertools import product

import numpy as np
import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.precision import (
    BITS,
    Grid,
    NoiseFormat,
    exact_law,
    near_law,
    never_drawn,
    noise_table,
    rounded_winners,
)
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

MIDDLES, FLOATS = 0.5, 0.0
RARE = (0.9, 0.09, 0.009, 0.0009, 0.0001)
LADDER = tuple(k / 2080 for k in range(1, 65))
VECTORS = ((1, 1), (1, 2, 4), (0, 1, 1), (1e-3, 1, 1), (1, 0, 3), (2, 3, 5), (1, 1, 1), (0, 0, 1))


def normal(p):
    return np.array(p, float) / np.sum(p)


def logits(p):
    with np.errstate(divide="ignore"):
        return np.log(normal(p))


def enumerated(p, grid):
    """Count the winners of all combinations of x by NumPy's argmax, in double precision."""
    with np.errstate(divide="ignore"):
        noise = -np.log(-np.log((np.arange(grid.points) + grid.offset) / grid.points))
    scores = np.meshgrid(*(each + noise for each in logits(p)), indexing="ij")
    winners = np.stack(scores).argmax(axis=0).ravel()
    return np.bincount(winners, minlength=len(p)) / grid.points ** len(p)


@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
@pytest.mark.parametrize("p", VECTORS)
def test_the_law_is_that_of_all_x(p, offset):
    grid = Grid(5, offset)
    assert exact_law(logits(p), grid) == pytest.approx(enumerated(p, grid), abs=1e-13)


@pytest.mark.parametrize(
    ("bits", "p"), [(4, (1, 2, 3, 4)), (4, (9, 1, 0, 1)), (8, (3, 2)), (10, (999, 1))]
)
@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
def test_the_law_is_that_of_all_x_for_other_bits(bits, p, offset):
    grid = Grid(bits, offset)
    assert exact_law(logits(p), grid) == pytest.approx(enumerated(p, grid), abs=1e-13)


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, RARE, LADDER])
@pytest.mark.parametrize(("bits", "offset"), [(8, MIDDLES), (11, FLOATS), (16, MIDDLES)])
def test_it_is_the_sum_over_the_x_of_each_class(p, bits, offset):
    """Σ_x Π P(the others are below) / 2^b, their number by a search; K² · 2^b logarithms."""
    p, grid = normal(p), Grid(bits if len(p) < 64 else min(bits, 11), offset)
    noise = noise_table(grid)
    law = np.zeros(len(p))
    for k, own in enumerate(np.log(p)):
        below = np.ones(grid.points)
        for m, other in enumerate(np.log(p)):
            side = "left" if m < k else "right"
            if m != k:
                below *= np.searchsorted(other + noise, own + noise, side) / grid.points
        law[k] = below[np.isfinite(noise)].sum() / grid.points
    assert exact_law(np.log(p), grid) == pytest.approx(law, abs=1e-12)
    assert law.sum() == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
def test_it_sums_to_1_for_64_classes(offset):
    assert exact_law(np.log(LADDER), Grid(14, offset)).sum() == pytest.approx(1, abs=1e-12)


def test_a_constant_in_the_logits_cancels():
    grid = Grid(6, MIDDLES)
    assert exact_law(logits((1, 2, 4)) + 7, grid) == pytest.approx(
        exact_law(logits((1, 2, 4)), grid)
    )


def test_ties_go_to_the_first_class():
    """With equal p all ties are between equal x: 2^-b of them."""
    assert exact_law(logits((1, 1)), Grid(4, MIDDLES)) == pytest.approx(
        [0.5 + 1 / 32, 0.5 - 1 / 32]
    )


def test_an_impossible_first_class_wins_where_every_x_is_0():
    """As NumPy's argmax of nothing but −∞ gives 0."""
    assert exact_law(logits((0, 1, 1)), Grid(8, FLOATS))[0] == 2.0**-16
    assert exact_law(logits((0, 1, 1)), Grid(8, MIDDLES))[0] == 0
    assert near_law(normal((0, 1, 1)), Grid(20, FLOATS))[0][0] == 2.0**-40
    assert near_law(normal((0, 1)), Grid(20, FLOATS))[0] == pytest.approx([2**-20, 1 - 2**-20])


@pytest.mark.parametrize("bits", [10, 13, 16])
@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
@pytest.mark.parametrize(
    "p", [NOTE_PROBABILITIES, RARE, (0.5, 0.5), (0.999999, 1e-6), (0.5, 0.4999, 1e-4), (0.3, 0.7)]
)
def test_the_bound_of_many_bits_holds(p, bits, offset):
    """It is tested where the exact law is known; for two equal classes it is nearly reached."""
    grid = Grid(bits, offset)
    law, off = near_law(normal(p), grid)
    assert (np.abs(law - exact_law(logits(p), grid)) <= off).all()


@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
@pytest.mark.parametrize("p", [RARE, (0.5, 0.5, 1e-6), (1e-300, 1), (5e-324, 0.5, 0.5)])
def test_24_bits_are_nearly_enough(p, offset):
    law, off = near_law(normal(p), Grid(24, offset))
    assert np.isfinite(off).all()
    assert off.sum() < 1e-6
    assert (np.abs(law - normal(p)) <= 1.001 * 2.0**-25).all()  # half a step


@pytest.mark.parametrize("p", [(0.05, 0.95), RARE, (1e-6, 1)])
@pytest.mark.parametrize("offset", [MIDDLES, FLOATS])
def test_many_bits_sum_powers_of_x(p, offset):
    """Σ x^a / N over all x, of which most are an integral."""
    grid, p = Grid(18, offset), normal(p)
    n, a = grid.points, 1 / p - 1
    x = (np.arange(n) + offset) / n
    law = np.array([(x**each).mean() for each in a])
    error = np.where(
        a < 1, 2.0 / n ** (1 + np.minimum(a, 1)), np.minimum(a, n) / (8.0 * n**2) + 1e-15
    )
    assert (np.abs(near_law(p, grid)[0] - law) <= error).all()


@pytest.mark.parametrize(
    "p", [*VECTORS, (1, 1e-2), (1, 1e-3), (1e-2, 1), (1e-3, 1), (1, 0.018, 0.02)]
)
def test_never_drawn_is_a_law_of_0(p):
    grid = Grid(4, MIDDLES)
    np.testing.assert_array_equal(never_drawn(logits(p), grid), exact_law(logits(p), grid) == 0)


@pytest.mark.parametrize(("first", "never"), [(0, [False, True]), (1, [False, False])])
def test_a_tie_of_best_and_worst_is_drawn_where_it_is_the_first_class(first, never):
    for bits in range(4, 17):
        grid = Grid(bits, MIDDLES)
        low, high = grid.noise(np.array([0.0, grid.points - 1.0]))
        if low + (high - low) == high:  # which depends on how they are rounded
            break
    shift = np.roll([high - low, 0.0], first)
    np.testing.assert_array_equal(never_drawn(shift, grid), never)
    np.testing.assert_array_equal(exact_law(shift, grid) == 0, never)


def test_with_x_of_0_every_possible_class_is_drawn():
    np.testing.assert_array_equal(
        never_drawn(logits((1, 1e-9, 0)), Grid(8, FLOATS)), [False, False, True]
    )


@pytest.mark.parametrize("p", [RARE, (1, 1, 0, 1, 2)])
@pytest.mark.parametrize("grid", [Grid(4, MIDDLES), Grid(8, FLOATS), Grid(20, MIDDLES)])
def test_draws_are_those_of_rounded_x(grid, p):
    x = np.random.default_rng(3).random((5, 2000))
    j = np.floor(x * grid.points)
    with np.errstate(divide="ignore"):
        scores = logits(p)[:, None] - np.log(-np.log((j + grid.offset) / grid.points))
    codes = rounded_winners(logits(p), x, grid, Workspace())
    np.testing.assert_array_equal(codes, scores.argmax(axis=0))


@pytest.mark.parametrize("p", [RARE, (0, 3, 0, 1), NOTE_PROBABILITIES])
@pytest.mark.parametrize("kind", [NoiseFormat.GRID, NoiseFormat.BFLOAT16])
def test_the_law_is_drawn(p, kind):
    grid, n = Grid.of(kind, 6), 300_000
    x = np.random.default_rng(8).random((len(p), n))
    counts = np.bincount(rounded_winners(logits(p), x, grid, Workspace()), minlength=len(p))
    checks.happens(counts, n, exact_law(logits(p), grid))


def test_numpy_draws_float32_from_multiples_of_2_to_the_minus_24():
    """All of them: halving the step would be seen in each second value."""
    x = np.random.default_rng(0).random(100_000, np.float32).astype(np.float64) * 2**24
    np.testing.assert_array_equal(x, np.floor(x))
    assert (x % 2 == 1).mean() == pytest.approx(0.5, abs=0.01)


def test_bits_of_floats_are_their_significant_ones():
    """NumPy knows no bfloat16, which has the exponent of float32 in 16 bits: 1 + 8 + 7."""
    sizes = {kind: np.finfo(kind.value).nmant + 1 for kind in BITS if kind != "bfloat16"}
    assert sizes | {NoiseFormat.BFLOAT16: 8} == BITS


@pytest.mark.parametrize("kind", BITS)
def test_pytorch_fills_floats_with_multiples(kind):
    torch = pytest.importorskip("torch")
    x = (
        torch.empty(100_000, dtype=getattr(torch, kind)).uniform_().to(torch.float64)
        * 2 ** BITS[kind]
    )
    assert bool((x == x.floor()).all())
    assert float((x % 2).mean()) == pytest.approx(0.5, abs=0.01)


def test_grids_of_formats():
    assert Grid.of(NoiseFormat.GRID, 9) == Grid(9, MIDDLES)
    for kind, bits in product(BITS, (4, 9)):
        assert Grid.of(kind, bits) == Grid(BITS[kind], FLOATS)
