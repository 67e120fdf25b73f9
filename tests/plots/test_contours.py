"""Contours against the density of ``core.concrete``, and against draws."""

import numpy as np
import pytest

from gumbel_gui.core import concrete
from gumbel_gui.plots.contours import LARGEST, NEAR, SHARES, SMALLEST, crossings, levels, lines
from gumbel_gui.plots.triangle import HEIGHT

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


def shares_at(places):
    """Return the shares (3, n) of places (2, n)."""
    top = places[1] / HEIGHT
    right = places[0] - top / 2
    return np.stack([1 - right - top, right, top])


@each_case
def test_as_many_draws_are_denser_than_a_level_as_it_says(p, t):
    """Of 200 000 draws a share has a standard error of at most 0.0012.

    Levels are right to within 0.01; with 5 standard errors more the false-alarm rate is 6·10⁻⁷ a
    share at most, and a level that encloses 0.022 too much or too little is seen.
    """
    s = relaxed(p, t, 200_000)
    s = s[:, (s > 0).all(axis=0)]  # where one is 0 in float64 the density is beyond all levels
    denser = 200_000 - s.shape[1] if t < 0.5 else 0
    density = concrete.log_density(s, p, t)
    found = [((density > level).sum() + denser) / 200_000 for level in levels(p, t)]
    np.testing.assert_allclose(found, SHARES, atol=0.01 + 5 * 0.0012)


@each_case
def test_lines_have_the_density_of_their_level(p, t):
    ends = lines(p, t)
    assert ends.shape[1] % 2 == 0
    assert ends.shape[1] >= 30 or t < 0.1
    if not ends.size:
        return
    s = shares_at(ends)
    assert (s.min(axis=0) > NEAR * 0.999).all()
    off = np.abs(concrete.log_density(s, p, t) - levels(p, t)[:, None]).min(axis=0)
    assert off.max() < 0.04  # levels are 0.08 and more apart
    assert np.median(off) < 0.001


@each_case
def test_between_two_places_there_are_as_many_lines_as_levels_but_for_pairs(p, t):
    """Wherever one goes, a change of side is a crossing: no line has a gap, and none is amiss."""
    rng = np.random.default_rng(3)
    s = np.concatenate([relaxed(p, t, 4000, seed=4), rng.dirichlet((1, 1, 1), 200).T], axis=1)
    s = rng.permutation(s[:, s.min(axis=0) > 2 * NEAR], axis=1)[:, :400]
    density = concrete.log_density(s, p, t)
    clear = (np.abs(density - levels(p, t)[:, None]) > 0.05).all(axis=0)
    s, above = s[:, clear], density[clear] > levels(p, t)[:, None]
    xy = np.stack([s[1] + s[2] / 2, HEIGHT * s[2]])
    one, other = lines(p, t).reshape(2, -1, 2).transpose(2, 0, 1)
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
    ends = lines(p, t)
    assert np.isfinite(ends).all()
    assert (shares_at(ends) >= 0).all()
    if not SMALLEST <= t <= LARGEST:
        assert ends.size == 0


def test_the_higher_the_share_the_lower_the_level():
    for p, temperatures in CASES.values():
        for t in temperatures:
            assert (np.diff(levels(p, t)) < 0).all()


def test_a_height_crosses_the_two_sides_of_a_triangle_whose_ends_it_lies_between():
    values, triangle = np.array([0.0, 1.0, 4.0]), np.array([[2], [0], [1]])
    a, b, share, height = crossings(values, triangle, np.array([-1.0, 0.5, 2.0, 5.0]))
    np.testing.assert_allclose(values[a] + share * (values[b] - values[a]), height)
    met = {(round(float(v), 9), frozenset(ends)) for v, ends in _met(values, a, b, share)}
    assert met == {
        (0.5, frozenset({0, 1})),
        (0.5, frozenset({0, 2})),
        (2.0, frozenset({0, 2})),
        (2.0, frozenset({1, 2})),
    }


def _met(values, a, b, share):
    return zip(
        values[a] + share * (values[b] - values[a]),
        zip(a.tolist(), b.tolist(), strict=True),
        strict=True,
    )
