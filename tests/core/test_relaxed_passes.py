"""Sums of relaxed draws, compiled and by NumPy: the same bits, whatever the gaps."""

import numpy as np
import pytest

from gumbel_gui.core import kernels, relaxed_passes
from gumbel_gui.core.relaxed_passes import BLOCK
from gumbel_gui.core.temperature_sums import GRID

FLOAT = np.finfo(np.float32)
TEMPERATURES = np.array([FLOAT.tiny, 1e-30, 1e-3, *GRID[::5], 1e5, 1e30, FLOAT.max], np.float64)


def sums_of(gaps, temperatures=TEMPERATURES):
    work = np.full((len(gaps), BLOCK), np.nan, np.float32)
    return kernels.relaxed_sums(gaps, temperatures, work)


def by_passes(gaps, temperatures=TEMPERATURES):
    total, spread = np.empty((len(temperatures), len(gaps))), np.empty((len(temperatures), 3))
    relaxed_passes.relaxed_sums(gaps, temperatures, total, spread)
    return total, spread


def assert_equal(some, others):
    for each, other in zip(some, others, strict=True):
        np.testing.assert_array_equal(each.view(np.uint64), other.view(np.uint64))


@pytest.mark.usefixtures("compiled_kernels")
@pytest.mark.parametrize("impossible", [False, True])
@pytest.mark.parametrize("n", [1, 15, 16, 511, 512, 513, 5_000])
@pytest.mark.parametrize("classes", [2, 5, 64, 256])
def test_both_give_the_same_bits(classes, n, impossible, gaps_of):
    gaps = gaps_of(classes, n, impossible=impossible)
    assert_equal(sums_of(gaps), by_passes(gaps))


@pytest.mark.usefixtures("compiled_kernels")
def test_hostile_gaps_have_the_same_bits():
    """Ties, −0, subnormal gaps, those at the edge of what is 0, and −∞."""
    some = [0, -0.0, -1e-45, -1e-38, -86.999, -87, -87.001, -100, -3e38, -np.inf]
    gaps = np.random.default_rng(1).choice(np.array(some, np.float32), (4, 700))
    gaps[0] = 0
    temperatures = np.array([FLOAT.tiny, 0.5, 1.0, 1.0000001, 3.0, FLOAT.max])
    assert_equal(sums_of(gaps, temperatures), by_passes(gaps, temperatures))


@pytest.mark.usefixtures("compiled_kernels")
def test_rows_may_lie_apart(gaps_of):
    gaps = gaps_of(6, 1_000)
    apart = np.full((6, 1_300), np.nan, np.float32)
    apart[:, 100:1_100] = gaps
    assert_equal(sums_of(apart[:, 100:1_100]), sums_of(gaps))
    assert_equal(sums_of(np.asfortranarray(gaps)), sums_of(gaps))


def test_what_is_below_the_normal_numbers_adds_nothing():
    gaps = np.array([[0, 0], [-86, -90], [-np.inf, -np.inf]], np.float32)
    (total,), ((largest, logs, products),) = by_passes(gaps, np.array([1.0]))
    assert total.tolist() == pytest.approx([2, np.exp(-86), 0], rel=1e-5)
    assert (largest, logs) == (2, 0)
    assert products == pytest.approx(-86 * np.exp(-86), rel=1e-5)
