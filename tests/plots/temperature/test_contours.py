"""Contours against the density as it is printed, against draws, and against quadrature."""

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.plots.temperature.contours import (
    LARGEST,
    NEAR,
    SHARES,
    SHORTEST,
    SMALLEST,
    levels,
    lines,
)
from gumbel_gui.plots.temperature.triangle import HEIGHT
from tests.statistical import checks

CASES = {
    "equal": ((1 / 3,) * 3, (0.05, 0.3, 0.6, 1, 2, 5, 50)),
    "unequal": ((0.1, 0.2, 0.7), (0.1, 0.3, 0.7, 1, 2, 5, 50)),
    "one of them nearly certain": ((0.98, 0.01, 0.01), (0.5, 1, 2, 5)),
    "one of them rare": ((0.01, 0.5, 0.49), (0.6, 1, 3)),
}
each_case = pytest.mark.parametrize(
    ("p", "t"),
    [(p, t) for p, temperatures in CASES.values() for t in temperatures],
    ids=[f"{name}, t = {t}" for name, (_, temperatures) in CASES.items() for t in temperatures],
)


def relaxed(p, t, n, seed=0):
    """Return softmax((ln p + ε) / t) of n draws in float64, (3, n)."""
    epsilon = np.random.default_rng(seed).gumbel(size=(3, n))
    scores = (np.log(p)[:, None] + epsilon) / t
    s = np.exp(scores - scores.max(axis=0))
    return s / s.sum(axis=0)


def log_density(s, p, t):
    """Return ln(2 t² Π p_k s_k^(−t−1) / (Σ p_i s_i^(−t))³), (n,), at s (3, n) > 0."""
    terms = np.log(p)[:, None] - t * np.log(s)
    inner = (terms - np.log(s)).sum(axis=0)
    return np.log(2 * t**2) + inner - 3 * scipy.special.logsumexp(terms, axis=0)


def shares_at(places):
    """Return the shares (3, n) of places (2, n)."""
    top = places[1] / HEIGHT
    right = places[0] - top / 2
    return np.stack([1 - right - top, right, top])


@each_case
def test_as_many_draws_are_denser_than_a_level_as_it_says(p, t):
    """Of 200 000 draws a share has a standard error of at most 0.0012; levels are off by 0.002."""
    s = relaxed(p, t, 200_000)
    s = s[:, (s > 0).all(axis=0)]  # where one is 0 in float64 the density is beyond all levels
    denser = 200_000 - s.shape[1] if t < 0.5 else 0
    density = log_density(s, p, t)
    found = [((density > level).sum() + denser) / 200_000 for level in levels(p, t)]
    checks.means(found, SHARES, 0.0012, slack=0.002, what="share")


SOBOL = scipy.stats.qmc.Sobol(2, seed=1).random_base2(18)


@pytest.mark.parametrize("t", [SMALLEST, 0.05, 0.2, 0.3, 0.7, 1, 2, 5, 13, 30, 1e3, LARGEST])
@pytest.mark.parametrize("p", [(1 / 3,) * 3, (0.1, 0.2, 0.7), (0.45, 0.45, 0.1), (1e-6, 0.3, 0.7)])
def test_a_level_encloses_what_it_says_to_within_two_thousandths(p, t):
    """At 2¹⁸ points of a Sobol sequence instead of draws: right to 3·10⁻⁴.

    The logarithm of the density is written out for s_k ∝ x_k = (p_k / E_k)^(1/t): with
    p_k x_k^(−t) = E_k it is ln(2 t² Π E_k / Π x_k) + 3 ln Σ x − 3 ln Σ E.
    """
    p = np.array(p) / sum(p)
    root = np.sqrt(SOBOL[:, 0])
    e = np.stack([1 - root, root * (1 - SOBOL[:, 1]), root * SOBOL[:, 1]])  # uniform: Σ E = 1
    e = np.maximum(e, 1e-300)
    log_x = (np.log(p)[:, None] - np.log(e)) / t
    density = np.log(2 * t**2) + (np.log(e) - log_x).sum(axis=0)
    density += 3 * scipy.special.logsumexp(log_x, axis=0)
    found = (density > levels(tuple(p), t)[:, None]).mean(axis=1)
    np.testing.assert_allclose(found, SHARES, atol=0.002)


@each_case
def test_lines_have_the_density_of_their_level(p, t):
    ends = lines(p, t).ends
    assert ends.shape[1] % 2 == 0
    assert ends.shape[1] >= 30 or t < 0.1
    if not ends.size:
        return
    s = shares_at(ends)
    assert (s.min(axis=0) > NEAR * 0.999).all()
    off = np.abs(log_density(s, p, t) - levels(p, t)[:, None]).min(axis=0)
    assert off.max() < 0.04  # levels are 0.08 and more apart
    assert np.median(off) < 0.001


@pytest.mark.parametrize(("t", "expected"), [(0.05, 0), (0.2, 2), (0.3, 3), (1, 4), (30, 4)])
def test_of_equal_classes_in_the_cold_only_the_outer_lines_are_there(t, expected):
    assert lines((1 / 3,) * 3, t).shares == SHARES[4 - expected :]


@each_case
def test_the_shares_that_are_named_are_those_of_the_lines_that_are_there(p, t):
    """Each end has the density of one level, and of each level that is named there is a line."""
    contours = lines(p, t)
    assert set(contours.shares) <= set(SHARES)
    if not contours.ends.size:
        assert contours.shares == ()
        return
    off = np.abs(log_density(shares_at(contours.ends), p, t) - levels(p, t)[:, None])
    whose = off.argmin(axis=0)[::2]
    assert contours.shares == tuple(SHARES[i] for i in np.unique(whose))
    length = np.hypot(*(contours.ends[:, 1::2] - contours.ends[:, ::2]))
    for i in np.unique(whose):
        assert length[whose == i].sum() >= SHORTEST * 0.999


@pytest.mark.parametrize("t", [1e3, 1e5, LARGEST])
def test_lines_as_small_as_a_point_are_left_out(t):
    assert lines((0.1, 0.2, 0.7), t).ends.shape == (2, 0)
    assert lines((0.1, 0.2, 0.7), t).shares == ()


@each_case
def test_between_two_places_there_are_as_many_lines_as_levels_but_for_pairs(p, t):
    """Wherever one goes, a change of side is a crossing: no line has a gap, and none is amiss."""
    rng = np.random.default_rng(3)
    s = np.concatenate([relaxed(p, t, 4000, seed=4), rng.dirichlet((1, 1, 1), 200).T], axis=1)
    s = rng.permutation(s[:, s.min(axis=0) > 2 * NEAR], axis=1)[:, :400]
    density = log_density(s, p, t)
    named = levels(p, t)[np.isin(SHARES, lines(p, t).shares)][:, None]
    clear = (np.abs(density - named) > 0.05).all(axis=0)
    s, above = s[:, clear], density[clear] > named
    xy = np.stack([s[1] + s[2] / 2, HEIGHT * s[2]])
    one, other = lines(p, t).ends.reshape(2, -1, 2).transpose(2, 0, 1)
    sides = 0
    for i in range(0, xy.shape[1] - 1, 2):
        a, b = xy[:, i], xy[:, i + 1]
        apart = _side(a, b, one) != _side(a, b, other)
        crossed = apart & (_side(one, other, a) != _side(one, other, b))
        changes = int((above[:, i] != above[:, i + 1]).sum())
        assert crossed.sum() % 2 == changes % 2
        assert crossed.sum() >= changes
        sides += changes
    assert sides > 20 or t <= 0.1


def _side(a, b, point):
    """Return on which side of the line from a to b a point is; each is (2,) or (2, n)."""
    return (b[0] - a[0]) * (point[1] - a[1]) > (b[1] - a[1]) * (point[0] - a[0])


@pytest.mark.parametrize("t", [1e-300, 1e-3, SMALLEST, 0.02, LARGEST, 1e7, 1e300])
@pytest.mark.parametrize("p", [(1 / 3,) * 3, (1e-300, 0.4, 0.6), (5e-324, 1e-300, 1.0)])
def test_at_the_ends_there_are_lines_or_none_but_no_nonsense(p, t):
    ends = lines(p, t).ends
    assert np.isfinite(ends).all()
    assert (shares_at(ends) >= 0).all()
    if not SMALLEST <= t <= LARGEST:
        assert ends.size == 0


def test_the_higher_the_share_the_lower_the_level():
    for p, temperatures in CASES.values():
        for t in temperatures:
            assert (np.diff(levels(p, t)) < 0).all()
