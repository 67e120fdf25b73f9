"""The loops in use, beside float64 and 50 digits; ``test_passes`` shows that others do the same."""

import math
import threading

import mpmath
import numpy as np
import pytest
import scipy.special

from gumbel_gui.core import kernels
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.passes import GAMMA

FLOAT = np.finfo(np.float32)
TINY, HUGE = float(FLOAT.tiny), float(FLOAT.max)
TEMPERATURES = (TINY, 1e-30, 1e-3, 0.1, 0.5, 1.0, 3.7, 100.0, 1e10, 1e30, 1e38, HUGE)
SIZES = (1, 2, 15, 16, 17, 511, 512, 513, 1024, 70_000)
CLASSES = (2, 3, 5, 16, 17, 64)


def noise_of(classes, n, seed=0):
    return np.random.default_rng(seed).gumbel(size=(classes, n)).astype(np.float32)


def softened(shifted, t):
    out = np.full(shifted.shape, np.nan, shifted.dtype)
    kernels.softmax(shifted, t, out)
    return out


def exact_softmax(shifted, t):
    return scipy.special.softmax(shifted.astype(np.float64) / t, axis=0)


# relax_shifted


@pytest.mark.parametrize("impossible", [False, True])
@pytest.mark.parametrize("classes", CLASSES)
@pytest.mark.parametrize("t", TEMPERATURES)
def test_s_is_the_softmax_in_double_precision(t, classes, impossible, gaps_of):
    """Within 4 ulp, and 1 for each unit of the exponent, which is rounded, and half a class."""
    shifted = gaps_of(classes, 3000, classes, impossible)
    s, exact = softened(shifted, t), exact_softmax(shifted, t)
    with np.errstate(over="ignore", invalid="ignore"):
        exponent = np.minimum(np.abs(shifted.astype(np.float64) / t), 90)
    allowed = (4 + exponent + classes / 2) * FLOAT.eps * exact
    # Where numbers are too small for float's normal ones, 0 is right, too.
    assert (np.abs(s - exact) <= np.maximum(allowed, 70 * TINY)).all()
    if impossible:
        assert (s[0] == 0).all()
    np.testing.assert_allclose(s.sum(axis=0), 1, rtol=0, atol=classes * float(FLOAT.eps))


SLOPES = (0.1, 0.3, 0.5, 0.7, 1.0, 1.3, 3.7, 6.4, 8.15, 9.14, 100.0)
"""Temperatures whose log2(e) / t lies above, below and near a number of single precision."""


@pytest.mark.parametrize("t", SLOPES)
def test_the_exponent_has_no_drift(t):
    """The exponent is rounded, and each s off by up to 2 ulp + 1 ulp · |gap / t|, either way.

    On average over 100,000 gaps nothing is left of it: 1.2e-10 of |gap / t| at most. If the
    scale log2(e) / t were a single float, or the rest of it were of the wrong sign, it would be up
    to 3e-8 or 6e-8; a drift of 5e-10 is caught.
    """
    u = -np.random.default_rng(1).uniform(15, 80, 10**5)
    shifted = (u * t).astype(np.float32)
    u = shifted.astype(np.float64) / t
    s = softened(np.stack([np.zeros_like(shifted), shifted]), t)[1]
    exact = scipy.special.expit(u)
    assert (np.abs(s - exact) <= (2 - u) * np.spacing(exact.astype(np.float32))).all()
    assert abs(np.mean((s - exact) / exact / u)) < 5e-10


def test_s_agrees_with_forty_digits():
    rng = np.random.default_rng(2)
    for t in SLOPES:
        shifted = np.stack([np.zeros(40), -rng.uniform(0, 80, 40) * t, -rng.uniform(0, 3, 40) * t])
        shifted = shifted.astype(np.float32)
        s = softened(shifted, t)
        with mpmath.workdps(40):
            for column, found in zip(shifted.T.tolist(), s.T, strict=True):
                powers = [mpmath.exp(mpmath.mpf(gap) / mpmath.mpf(t)) for gap in column]
                for gap, power, got in zip(column, powers, found, strict=True):
                    exact = power / mpmath.fsum(powers)
                    unit = float(np.spacing(np.float32(exact)))
                    assert abs(float(got) - exact) <= (3 - gap / t) * unit


def test_s_is_0_or_a_normal_number(gaps_of):
    for t in TEMPERATURES:
        s = softened(gaps_of(64, 5000, 1), t)
        assert ((s == 0) | (s >= FLOAT.tiny)).all()
    edge = np.array([[0, 0, 0], [-86.9, -87.0, -87.1]], np.float32)
    assert (softened(edge, 1.0)[1, :2] > 0).all()
    assert softened(edge, 1.0)[1, 2] == 0


def test_the_largest_is_1_where_the_others_vanish_and_equal_ones_share():
    shifted = np.array([[0, 0, -np.inf], [-np.inf, 0, 0], [-np.inf, -1e30, 0]], np.float32)
    for t in (TINY, 0.5, 1e20):
        expected = [[1, 0.5, 0], [0, 0.5, 0.5], [0, 0, 0.5]]
        np.testing.assert_array_equal(softened(shifted, t), expected)


def test_a_larger_gap_never_gives_a_larger_s():
    """Every float from −2⁻²⁰ on in steps, and a million between −90 and 0."""
    fine = -np.arange(2**16, dtype=np.float32) * np.float32(2.0**-36)
    wide = -np.sort(np.random.default_rng(3).random(10**6, np.float32) * 90)[::-1]
    for row in (fine[::-1], np.sort(wide)):
        # The other class is 0, so that s / (1 − s) = exp(gap) is monotone, and so is s.
        s = softened(np.stack([np.zeros_like(row), row]), 1.0)
        assert s[1].max() <= 0.5
        # Neighbours whose exp is rounded may change places by one unit in the last place.
        fall = s[1][:-1] - s[1][1:]
        assert (fall <= np.spacing(s[1][1:]) * 1.01).all()


@pytest.mark.parametrize("n", [1, 5, 513])
def test_gaps_may_be_softened_in_place_and_are_not_touched_else(n, gaps_of):
    shifted = gaps_of(5, n)
    before = shifted.copy()
    s = softened(shifted, 0.7)
    np.testing.assert_array_equal(shifted, before)
    kernels.softmax(shifted, 0.7, shifted)
    np.testing.assert_array_equal(shifted, s)


def test_any_layout_and_shape_is_softened(gaps_of):
    shifted = gaps_of(4, 24)
    s = softened(shifted, 0.7)
    for shape in ((4, 24), (4, 6, 4), (4, 2, 3, 4)):
        np.testing.assert_array_equal(softened(shifted.reshape(shape), 0.7), s.reshape(shape))
    np.testing.assert_array_equal(
        softened(shifted[:, 3].copy(), 0.7), softened(shifted[:, 3:4], 0.7)[:, 0]
    )
    wide = np.zeros((8, 48), np.float32)
    for place in (np.s_[:4, :24], np.s_[4:, 24:], np.s_[::2, ::2], np.s_[6::-2, ::-2]):
        wide[...] = 7
        wide[place] = shifted
        kernels.softmax(wide[place], 0.7, wide[place])
        np.testing.assert_array_equal(wide[place], s)
        assert (wide == 7).sum() == wide.size - shifted.size
    fortran = np.asfortranarray(shifted)
    kernels.softmax(fortran, 0.7, fortran)
    np.testing.assert_array_equal(fortran, s)


def test_double_precision_stays_double(gaps_of):
    shifted = gaps_of(5, 100).astype(np.float64)
    np.testing.assert_allclose(softened(shifted, 0.7), exact_softmax(shifted, 0.7), rtol=1e-13)


# choose and lag


def check_scores(log_p, noise):
    with np.errstate(divide="ignore"):
        g = noise + log_p.astype(np.float32)[:, None]
    codes, shifted = np.full(noise.shape[1], 99, np.uint8), np.full(noise.shape, np.nan, np.float32)
    kernels.argmax_scores(log_p, noise, codes)
    np.testing.assert_array_equal(codes, g.argmax(axis=0))
    kernels.shift_scores(log_p, noise, shifted)
    assert shifted.tobytes() == (g - g.max(axis=0)).tobytes()


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("classes", CLASSES)
def test_winners_and_gaps_are_those_of_the_scores_to_the_bit(classes, n):
    p = np.random.default_rng(classes).random(classes)
    p[classes // 2] = 0
    with np.errstate(divide="ignore"):
        check_scores(np.log(p), noise_of(classes, n))


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("classes", CLASSES)
def test_scores_are_relaxed_as_their_gaps_are_to_the_bit(classes, n):
    log_p, noise = np.log(np.arange(1.0, classes + 1)), noise_of(classes, n)
    log_p[-1] = -np.inf
    shifted, relaxed = np.empty((2, *noise.shape), np.float32)
    kernels.shift_scores(log_p, noise, shifted)
    for t in (TINY, 0.1, 1.0, HUGE):
        kernels.relax_scores(log_p, noise, t, relaxed)
        np.testing.assert_array_equal(relaxed, softened(shifted, t))


def test_the_first_of_equal_scores_wins():
    ties = np.random.default_rng(5).integers(-1, 2, (9, 5000)).astype(np.float32)
    check_scores(np.zeros(9), ties)
    ties[ties < 0] = -np.inf
    ties[3] = 0
    check_scores(np.zeros(9), ties)


def test_rows_may_lie_apart():
    noise = noise_of(7, 900)
    check_scores(np.log(NOTE_PROBABILITIES), noise[:5, :600])
    check_scores(np.log(NOTE_PROBABILITIES), noise[1:6, 17:])
    check_scores(np.log(NOTE_PROBABILITIES), noise[5:0:-1, ::3])
    check_scores(np.log([0.25, 0.75]), np.broadcast_to(noise[:1], (2, 900)))


# count


def counted(s, bins):
    return kernels.count(s, bins)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("bins", [1, 2, 7, 50, 254])
def test_entries_are_counted_to_the_bit(bins, n):
    s = np.random.default_rng(n).random((3, n), np.float32)
    edges = (np.arange(bins + 1) / bins).astype(np.float32)
    s[0, : bins + 1] = edges[:n]
    s[1] = np.where(s[1] < 0.3, 0, np.where(s[1] > 0.7, 1, s[1]))
    counts, sums, squares = counted(s, bins)
    places = np.minimum((s * np.float32(bins)).astype(np.int64), bins - 1)
    for k, row in enumerate(s):
        np.testing.assert_array_equal(counts[k], np.bincount(places[k], minlength=bins))
        assert sums[k] == pytest.approx(math.fsum(row), rel=1e-13)
        assert squares[k] == pytest.approx(math.fsum(row.astype(np.float64) ** 2), rel=1e-13)
    assert (counts.dtype, sums.dtype, squares.dtype) == (np.int64, np.float64, np.float64)


@pytest.mark.parametrize("n", SIZES)
def test_moments_keep_a_spread_of_a_millionth(n):
    """At high t the entries of s differ by little: float32 sums would lose their variance."""
    s = (0.2 + 1e-6 * np.random.default_rng(n).normal(size=(3, n))).astype(np.float32)
    sums, squares = kernels.moments(s)
    for k, row in enumerate(s):
        exact = row.astype(np.float64)
        assert sums[k] == pytest.approx(math.fsum(row), rel=1e-14)
        variance = squares[k] / n - (sums[k] / n) ** 2
        assert variance == pytest.approx(exact.var(), rel=1e-3, abs=1e-17)


def test_what_is_outside_is_counted_at_the_end_and_not_beyond_the_table():
    s = np.array([[-np.inf, -1e30, -1e-30, 2.0, 1e30, np.inf, np.nan]], np.float32)
    with np.errstate(all="ignore"):
        assert kernels.count(s, 4)[0].tolist() == [[4, 0, 0, 3]]


# noise


def noise_from(state, n):
    """The noise after a state, and the x that it is made of."""
    x, out = np.full(n, np.nan), np.full(n, np.nan, np.float32)
    kernels.uniform(state, x)
    kernels.noise(state, out)
    return x, out


@pytest.fixture
def hostile(state_before):
    """Return noise and x at both ends, about 1/e, and beside every power of √½."""
    roots = np.sqrt(0.5) ** np.arange(1, 60)
    near = np.exp(-1) + np.linspace(-1e-4, 1e-4, 1000)
    steps = 2.0 ** -np.arange(1, 54)
    x = [roots, np.nextafter(roots, 0), np.nextafter(roots, 1), near, steps, 1 - steps]
    places = np.clip(np.concatenate(x) * 2**52, 0, 2**52 - 1).astype(np.int64).tolist()
    pairs = [noise_from(state_before(place << 12), 1) for place in places]
    return [np.concatenate(each) for each in zip(*pairs, strict=True)]


def test_noise_is_the_double_logarithm(hostile):
    """Within 2 ulp of max(|ε|, 1), by extended precision."""
    for x, noise in (hostile, noise_from(8, 10**6)):
        exact = -np.log(-np.log(x.astype(np.longdouble)))
        unit = np.spacing(np.maximum(np.abs(exact), 1).astype(np.float32))
        assert (np.abs(noise - exact) / unit).max() <= 2
    assert (hostile[0].min(), hostile[0].max()) == (2.0**-53, 1 - 2.0**-53)


def test_noise_agrees_with_fifty_digits(hostile):
    with mpmath.workdps(50):
        for x, got in zip(*(each[::7].tolist() for each in hostile), strict=True):
            exact = -mpmath.log(-mpmath.log(mpmath.mpf(x)))
            assert abs(got - exact) <= 2 * np.spacing(np.float32(max(abs(float(exact)), 1)))


def test_noise_never_falls_as_x_rises_by_more_than_rounding():
    x, noise = noise_from(9, 10**6)
    noise = noise[np.argsort(x)].astype(np.float64)
    assert (np.diff(noise) >= -4 * FLOAT.eps * np.maximum(np.abs(noise[1:]), 1)).all()


def test_normal_numbers_are_those_of_box_and_muller(state_before):
    """Within 4e-7 · max(|z|, 1), by extended precision; also at the ends of both uniforms."""
    ends = [2.0**-53, 0.25, 0.5 - 2.0**-53, 0.5, 0.75, 1 - 2.0**-53]
    states = [state_before(int(x * 2**52) << 12) for x in ends]
    pairs = [(a, b, 1) for a in states for b in states] + [(8, 9, 10**6)]
    for state, other, n in pairs:
        x, u, z = np.empty(n), np.empty(n), np.empty(n, np.float32)
        kernels.uniform(state, x)
        kernels.uniform(other, u)
        kernels.normal(state, other, z)
        angle = 2 * np.longdouble(np.pi) * u
        exact = np.sqrt(-2 * np.log(x.astype(np.longdouble))) * np.cos(angle)
        assert (np.abs(z - exact) / np.maximum(np.abs(exact), 1)).max() <= 4e-7


# the same bits everywhere


@pytest.mark.parametrize("classes", CLASSES)
def test_a_draw_has_the_same_bits_wherever_it_lies(classes, gaps_of):
    """At every offset that vectors of 64 bytes know, in every length; and by itself."""
    shifted = gaps_of(classes, 1300, 4)
    s, noise = softened(shifted, 0.3), np.stack(noise_from(4, 1300))
    rng = np.random.default_rng(5)
    starts = [*range(34), *rng.integers(0, 1299, 30)]
    for start in starts:
        for length in (1, 2, 3, 7, 8, 15, 16, 17, 31, 511, 512, 513, int(rng.integers(1, 1300))):
            here = np.s_[start : start + length]
            part = softened(shifted[:, here], 0.3)
            assert part.tobytes() == np.ascontiguousarray(s[:, here]).tobytes()
            whole = np.ascontiguousarray(noise[:, here])
            part = np.stack(noise_from(4 + int(start) * GAMMA, whole.shape[1]))
            assert part.tobytes() == whole.tobytes()


def test_threads_get_the_same_bits(gaps_of):
    shifted = gaps_of(5, 70_000)
    expected, got = softened(shifted, 0.3).tobytes(), []
    threads = [
        threading.Thread(target=lambda: got.append(softened(shifted, 0.3).tobytes() == expected))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [True] * 8
