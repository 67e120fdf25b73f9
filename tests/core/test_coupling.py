"""Two vectors and one noise, against quadrature over the noise, rationals and simulation."""

from fractions import Fraction
from itertools import pairwise, permutations

import numpy as np
import pytest
import scipy.integrate
import scipy.special
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from gumbel_gui.core.concrete import log_density
from gumbel_gui.core.coupling import (
    categorical_divergence,
    concrete_divergence,
    joint_winners,
    same_winner,
    same_winner_bounds,
)
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, ParameterError
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.core.statistics import total_variation
from tests.statistical import checks

UNIFORM = (0.2,) * 5
PAIRS = (
    (NOTE_PROBABILITIES, UNIFORM),
    (UNIFORM, NOTE_PROBABILITIES),
    (NOTE_PROBABILITIES, NOTE_PROBABILITIES[::-1]),
    ((0.1, 0.9), (0.6, 0.4)),
    ((0.5, 0.5, 0.0), (0.0, 0.3, 0.7)),
    ((1.0, 0.0), (0.0, 1.0)),
    ((1e-300, 0.3, 0.7), (0.4, 1e-300, 0.6)),
    ((0.25, 0.25, 0.5), (0.25, 0.25, 0.5)),
)
weights = st.one_of(st.floats(0.01, 1), st.sampled_from([0.0, 1e-300, 1e-9, 5e-324]))
vectors = st.lists(weights, min_size=2, max_size=64).filter(lambda v: max(v) > 1e-3)


def by_quadrature(p, q, i, j):
    """P(i, j), i ≠ j: ∫ dr / (1 + r + Σ max(p_k / p_i, r q_k / q_j))², r = E_j / E_i = e^y."""
    if min(p[i], q[j]) < 1e-200:  # it is no larger than either
        return 0.0
    others = [k for k in range(len(p)) if k not in (i, j)]

    def density(y):
        r = np.exp(y)
        return r * (1 + r + sum(max(p[k] / p[i], r * q[k] / q[j]) for k in others)) ** -2.0

    with np.errstate(divide="ignore"):
        start, end, *kinks = np.log(
            [p[j] / p[i], q[j] / q[i] if q[i] else np.inf]
            + [p[k] / p[i] * q[j] / q[k] for k in others if q[k] > 0]
        )
    start, end = np.clip([start, end], -60, 60)
    ends = [start, *sorted(y for y in {*kinks, *range(-50, 60, 10)} if start < y < end), end]
    return sum(scipy.integrate.quad(density, *pair, epsabs=1e-14)[0] for pair in pairwise(ends)) * (
        start < end
    )


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_the_joint_law_is_the_integral_over_the_noise(p, q):
    p, q = np.array(Distribution(p)), np.array(Distribution(q))
    joint = joint_winners(p, q)
    for i, j in permutations(range(len(p)), 2):
        assert joint[i, j] == pytest.approx(by_quadrature(p, q, i, j), abs=1e-12)


@given(vectors, st.randoms(use_true_random=False))
def test_its_margins_are_the_two_vectors(p, random):
    """With zeros, 1e-300 and the smallest float among them, and up to 64 classes."""
    q = random.sample(p, len(p))
    joint = joint_winners(p, q)
    assert joint.min() >= 0
    assert joint.sum(axis=1) == pytest.approx(np.array(Distribution(p)), abs=1e-12)
    assert joint.sum(axis=0) == pytest.approx(np.array(Distribution(q)), abs=1e-12)
    assert pytest.approx(joint_winners(q, p), abs=1e-12) == joint.T
    same = same_winner(p, q)
    assert np.trace(joint) == pytest.approx(same, abs=1e-12)
    low, high = same_winner_bounds(p, q)
    assert low - 1e-12 <= same <= high + 1e-12


def test_the_same_class_as_the_formula_says_it():
    """Σ_i 1 / Σ_j max(p_j / p_i, q_j / q_i) in rational numbers; 0.5309 for the note's p."""
    p, q = (7, 1, 3, 5), (2, 9, 4, 6)
    exact = sum(
        1 / sum(max(Fraction(p[j], p[i]), Fraction(q[j], q[i])) for j in range(4)) for i in range(4)
    )
    assert same_winner(p, q) == pytest.approx(float(exact), rel=1e-14)
    assert same_winner(NOTE_PROBABILITIES, UNIFORM) == pytest.approx(0.5309, abs=5e-5)


def test_equal_vectors_always_agree_and_disjoint_ones_never():
    assert joint_winners((1, 2, 0, 5), (1, 2, 0, 5)) == pytest.approx(
        np.diag([0.125, 0.25, 0, 0.625])
    )
    assert same_winner((1, 2, 0, 5), (1, 2, 0, 5)) == 1
    assert same_winner((1, 0), (0, 3)) == 0
    assert same_winner_bounds((1, 0), (0, 3)) == (0, 0)


def test_two_classes_agree_as_an_integral_says():
    """Class 0 wins under both with E₁ / E₀ above 9 and 2/3, class 1 below both: 1/10 + 2/5."""
    assert same_winner((0.1, 0.9), (0.6, 0.4)) == pytest.approx(0.5, rel=1e-14)


@pytest.mark.parametrize(("p", "q"), PAIRS[:5])
def test_the_joint_law_of_many_draws(p, q):
    """Of 300,000 draws by NumPy's own exponentials."""
    noise = np.random.default_rng(5).exponential(size=(len(p), 300_000))
    with np.errstate(divide="ignore"):
        winners = [(noise / np.array(each)[:, None]).argmin(axis=0) for each in (p, q)]
    counts = np.bincount(winners[0] * len(p) + winners[1], minlength=len(p) ** 2)
    exact = joint_winners(p, q).ravel()
    assert counts[exact == 0].sum() == 0
    cells = exact > 1e-5
    checks.counts(counts[cells], 3e5 * exact[cells], freedom=int(cells.sum()))


def test_the_divergence_of_the_classes():
    assert categorical_divergence(NOTE_PROBABILITIES, UNIFORM) == pytest.approx(
        scipy.stats.entropy(NOTE_PROBABILITIES, UNIFORM), rel=1e-12
    )
    assert categorical_divergence((1, 1), (1, 0)) == np.inf
    assert categorical_divergence((1, 0), (1, 1)) == pytest.approx(np.log(2))
    assert categorical_divergence((1, 2), (1, 2)) == 0


@pytest.mark.parametrize("t", [0.3, 1, 4])
@pytest.mark.parametrize(
    ("p", "q"), [((0.1, 0.9), (0.6, 0.4)), ((1, 1), (1, 1000)), ((1, 1), (1, 1))]
)
def test_the_divergence_of_two_relaxed_classes_by_quadrature(p, q, t):
    """Over x = t·ln(s₀ / s₁), of two densities at any t: it is the same."""

    def integrand(x):
        s = scipy.special.expit([x / t, -x / t])
        logs = [log_density(s, each, t) for each in (p, q)]
        return np.exp(logs[0]) * s.prod() / t * (logs[0] - logs[1])

    ends = [-60, *sorted({-np.log(p[1] / p[0]), -np.log(q[1] / q[0]), 0.0}), 60]
    exact = sum(scipy.integrate.quad(integrand, *pair, epsabs=1e-11)[0] for pair in pairwise(ends))
    assert concrete_divergence(p, q) == pytest.approx(exact, abs=1e-8)


@pytest.mark.parametrize(("p", "q"), [PAIRS[0], PAIRS[2], ((1, 2, 1e-6), (1, 1, 1))])
def test_the_divergence_of_relaxed_vectors_by_simulation(p, q):
    """By the mean of 10⁶ log-ratios."""
    p, q = np.array(Distribution(p)), np.array(Distribution(q))
    u = np.random.default_rng(1).dirichlet(np.ones(len(p)), 10**6)
    values = np.log(p / q).sum() + len(p) * np.log(u @ (q / p))
    checks.means(values.mean(), concrete_divergence(p, q), values.std() / 1000)


def test_the_divergence_of_the_note():
    assert concrete_divergence(NOTE_PROBABILITIES, UNIFORM) == pytest.approx(1.90, abs=5e-3)


@given(vectors, st.randoms(use_true_random=False))
def test_relaxed_vectors_tell_no_less_than_classes_do(p, random):
    """The class is a function of the relaxed vector (data processing)."""
    q = random.sample(p, len(p))
    relaxed = concrete_divergence(p, q)
    assert relaxed >= categorical_divergence(p, q) - 1e-9
    assert np.isinf(relaxed) == any((a > 0) != (b > 0) for a, b in zip(p, q, strict=True))


def test_a_class_that_neither_has_does_not_count():
    one, other = (0.1, 0.3, 0.6), (0.5, 0.2, 0.3)
    padded = concrete_divergence((*one, 0), (*other, 0))
    assert padded == pytest.approx(concrete_divergence(one, other), rel=1e-14)
    assert concrete_divergence((1, 0), (1, 0)) == 0


def test_a_class_that_only_one_has_makes_it_infinite():
    """Also where it is q's alone, and the divergence of the classes is finite."""
    assert concrete_divergence((1, 1), (1, 0)) == concrete_divergence((1, 0), (1, 1)) == np.inf


def test_far_logits_have_finite_divergences():
    far = Distribution.from_logits((0, -1e6, -3))
    assert concrete_divergence(far, (1, 1, 1)) == pytest.approx(2e6, rel=1e-4)
    assert categorical_divergence((1, 1, 1), far) == pytest.approx(1e6 / 3, rel=1e-3)
    assert joint_winners(far, (1, 1, 1)).sum() == pytest.approx(1)


def test_vectors_of_different_size_are_refused():
    with pytest.raises(ParameterError, match="a vector of 3 entries"):
        joint_winners((1, 2), (1, 2, 3))


def test_the_bounds_are_those_of_the_distance():
    distance = total_variation(Distribution(NOTE_PROBABILITIES), UNIFORM)
    low, high = same_winner_bounds(NOTE_PROBABILITIES, UNIFORM)
    assert low == pytest.approx((1 - distance) / (1 + distance))
    assert high == pytest.approx(1 - distance)
