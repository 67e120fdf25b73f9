import itertools
import tracemalloc

import numpy as np
import pytest
import scipy.integrate
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from gumbel_gui.core import theory
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.sampling import gumbel_noise
from gumbel_gui.core.theory import expected_distance, inclusion_probabilities, tempered
from tests.statistical import checks

EXTREME = [1.0, 1e-300, 0.0, 5e-324, 0.5, 1e-20]
weights = st.lists(
    st.one_of(st.just(0.0), st.floats(0, 1), st.floats(-323, 0).map(lambda x: 10**x)),
    min_size=2,
    max_size=64,
).filter(any)


@pytest.mark.parametrize("b", [0.01, 0.1, 0.5, 1, 2, 10, 100])
def test_tempered_is_the_power_normalised(b):
    p = np.array([0.1, 0.2, 0.0, 0.3, 0.399, 0.001])
    power = p ** (1 / b)
    np.testing.assert_allclose(tempered(p, b), power / power.sum(), rtol=1e-12)
    assert tempered(p, b)[2] == 0


@pytest.mark.parametrize("b", [0.3, 1, 3])
def test_tempered_is_what_the_argmax_with_scaled_noise_samples(b):
    p = np.array([0.1, 0.25, 0.65])
    scores = [scipy.stats.gumbel_r(np.log(each), b) for each in p]

    def density(x, i):
        others = [score.cdf(x) for j, score in enumerate(scores) if j != i]
        return scores[i].pdf(x) * np.prod(others, axis=0)

    x = np.arange(-20, 120, 0.01)
    expected = [scipy.integrate.trapezoid(density(x, i), x) for i in range(3)]
    np.testing.assert_allclose(tempered(p, b), expected, rtol=1e-10)


def test_tempered_takes_what_would_underflow_or_overflow():
    assert tempered([1e-300, 2e-300, 0, 1], 0.01).tolist() == [0, 0, 0, 1]
    third = 10 ** (-300 / 100)
    tiny = (5e-324) ** (1 / 100)  # 5e-324 stands for 4.94e-324
    expected = np.array([third, tiny, 0, 1]) / (third + tiny + 1)
    np.testing.assert_allclose(tempered([1e-300, 5e-324, 0, 1], 100), expected, rtol=1e-13)
    # The powers themselves, of 1/64, are 1e-181 at b = 0.01 and 0 at b = 0.001.
    np.testing.assert_allclose(tempered(np.ones(64), 0.001), 1 / 64, rtol=1e-14)
    assert tempered([0.3, 0.3, 0.2, 0.2], 1e-308).tolist() == [0.5, 0.5, 0, 0]
    np.testing.assert_allclose(tempered([0.7, 0, 0.3], 1e308), [0.5, 0, 0.5], rtol=1e-15)
    assert tempered([0, 1, 0], 0.01).tolist() == tempered([0, 1, 0], 100).tolist() == [0, 1, 0]


@pytest.mark.parametrize("b", [0, -1, np.nan, np.inf])
def test_tempered_refuses_a_scale_and_names_it(b):
    with pytest.raises(ValueError, match=f"b is {b}, but must be a finite number above 0"):
        tempered([0.5, 0.5], b)


def by_ordered_draws(p, k):
    """Add up all ways to draw k classes one after another without putting them back."""
    included = np.zeros(len(p))
    for order in itertools.permutations(np.flatnonzero(p), k):
        left = set(range(len(p)))
        chance = 1.0
        for i in order:
            chance *= p[i] / sum(p[j] for j in left)
            left.remove(i)
        included[list(order)] += chance
    return included


def by_sets(p, k):
    """Do the same one set of drawn classes at a time, for more classes."""
    chances = {0: 1.0}
    for _ in range(k):
        longer = {}
        for drawn, chance in chances.items():
            left = [i for i in range(len(p)) if not drawn >> i & 1]
            total = sum(p[i] for i in left)
            for i in left:
                longer[drawn | 1 << i] = longer.get(drawn | 1 << i, 0) + chance * p[i] / total
        chances = longer
    return [sum(c for drawn, c in chances.items() if drawn >> i & 1) for i in range(len(p))]


@pytest.mark.parametrize(
    "p",
    [
        [0.3, 0.7],
        NOTE_PROBABILITIES,
        [1 / 6] * 6,
        [0.9, 0.05, 0.03, 0.0199, 0.0001],
        [0.4, 0.0, 0.35, 0.25, 0.0],
        [0.5, 1e-9, 0.5, 1e-5, 1e-2, 1e-12],
        EXTREME[:3] + EXTREME[4:],
    ],
    ids=["two", "note", "equal", "steep", "zeros", "small", "tiny"],
)
def test_inclusion_agrees_with_every_ordered_draw(p):
    p = np.divide(p, np.sum(p))
    for k in range(1, np.count_nonzero(p) + 1):
        expected = by_ordered_draws(p, k)
        np.testing.assert_allclose(inclusion_probabilities(p, k), expected, rtol=1e-12)


@pytest.mark.parametrize("k", [1, 3, 6, 11])
def test_inclusion_agrees_with_every_set_of_twelve_classes(k):
    p = np.random.default_rng(k).exponential(size=12) ** 2
    np.testing.assert_allclose(inclusion_probabilities(p, k), by_sets(p, k), rtol=1e-12)


def test_inclusion_is_how_often_a_class_is_among_the_largest_scores():
    """Of 20,000 draws."""
    p, k = np.array([0.5, 0.3, 0.15, 0.05]), 2
    noise = gumbel_noise(np.random.default_rng(3), (20_000, 4))
    largest = np.argsort(np.log(p) + noise, axis=1)[:, -k:]
    checks.happens(np.bincount(largest.ravel()), 20_000, by_ordered_draws(p, k))
    np.testing.assert_allclose(inclusion_probabilities(p, k), by_ordered_draws(p, k), rtol=1e-12)


@pytest.mark.parametrize("k", [1, 2, 8, 31, 32, 50, 63])
def test_inclusion_of_64_equal_classes_is_k_of_64(k):
    np.testing.assert_allclose(inclusion_probabilities(np.ones(64), k), k / 64, rtol=1e-13)


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, [1, 0, 1e-300, 0.2], 10.0 ** -np.arange(64)])
def test_inclusion_of_one_draw_is_p(p):
    p = np.divide(p, np.sum(p))
    np.testing.assert_allclose(inclusion_probabilities(p, 1), p, rtol=1e-12)


@settings(max_examples=60)
@given(weights.flatmap(lambda p: st.tuples(st.just(p), st.integers(1, len(p)))))
def test_inclusion_sums_to_k_and_grows_with_p_and_with_k(case):
    p, k = np.array(case[0]), case[1]
    p = p / p.sum()
    included = inclusion_probabilities(p, k)
    assert included.sum() == pytest.approx(min(k, np.count_nonzero(p)), abs=1e-10)
    assert (included[p == 0] == 0).all()
    assert (included <= 1).all()
    assert (included >= p * (1 - 1e-12) - 1e-307).all()
    assert (np.diff(included[np.argsort(p)]) >= -1e-12).all()
    if k > 1:
        assert (included >= inclusion_probabilities(p, k - 1) - 1e-12).all()


def test_inclusion_of_tiny_entries_beside_1():
    assert inclusion_probabilities(EXTREME, 5).tolist() == [1, 1, 0, 1, 1, 1]
    assert inclusion_probabilities(EXTREME, 6).tolist() == [1, 1, 0, 1, 1, 1]
    # After the two large classes, the last places go by ratio.
    p = [0.5, 1e-300, 0, 5e-324, 0.5, 1e-20]
    fourth = [1, 1, 0, 5e-324 / 1e-300, 1, 1]
    np.testing.assert_allclose(inclusion_probabilities(p, 4), fourth, rtol=1e-12)
    third = [1, 1e-280, 0, 5e-324 / 1e-20, 1, 1]
    np.testing.assert_allclose(inclusion_probabilities(p, 3), third, rtol=1e-12)
    np.testing.assert_allclose(inclusion_probabilities([1, 5e-324], 1), [1, 0], atol=1e-323)


def test_inclusion_of_one_hot_is_one_hot():
    for k in (1, 2, 3):
        assert inclusion_probabilities([0, 1, 0], k).tolist() == [0, 1, 0]


def test_inclusion_in_the_worst_case_takes_few_times_and_little_memory(monkeypatch):
    """Probabilities over 300 powers of ten, and many classes of which many are drawn."""
    times = []

    def counting(log_p, log_times, k):
        times.append(log_times.size)
        return arrivals(log_p, log_times, k)

    arrivals = theory._arrivals
    monkeypatch.setattr(theory, "_arrivals", counting)
    for p, k in ((10.0 ** -np.linspace(0, 300, 64), 8), (10.0 ** -np.linspace(0, 20, 64), 63)):
        times.clear()
        tracemalloc.start()
        try:
            inclusion_probabilities(p, k)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert sum(times) < 8 * (44 + np.log(p[0] / p[-1])) + 2
        assert max(times) <= 512
        assert peak < 25e6


@pytest.mark.parametrize("k", [0, 4, -1, 1.5, np.nan])
def test_inclusion_refuses_a_number_of_draws_and_names_it(k):
    with pytest.raises(ValueError, match=f"k is {k}, but must be a whole number from 1 to 3"):
        inclusion_probabilities([0.2, 0.3, 0.5], k)


def moments_of(samples, p):
    distances = np.abs(samples / samples[0].sum() - p).sum(axis=1) / 2
    return distances.mean(), distances.std()


@pytest.mark.parametrize(
    "p",
    [NOTE_PROBABILITIES, [0.2] * 5, [0.7, 0.3], [0.94, 0.05, 0.01, 0.0], np.arange(1, 21) / 210],
    ids=["note", "equal", "two", "steep", "twenty"],
)
@pytest.mark.parametrize("n", [1, 3, 30, 1000, 10**7])
def test_expected_distance_agrees_with_multinomial_samples(p, n):
    """20,000 samples.

    The deviation may be off by 0.2 where classes are rare, as its docstring says.
    """
    p = np.divide(p, np.sum(p))
    mean, deviation = moments_of(np.random.default_rng(5).multinomial(n, p, size=20_000), p)
    expected, spread = (float(each[0]) for each in expected_distance(p, [n]))
    checks.means(mean, expected, deviation / 20_000**0.5, slack=1e-12)
    often = n * p[p > 0].min() >= 5
    assert spread == pytest.approx(deviation, rel=0.04 if often else 0.25, abs=1e-12)


def test_expected_distance_of_a_rare_class_is_exact():
    """By enumeration; the normal approximation gave 0.008 for what is 0.00198."""
    n, p = 10, 0.001
    exact = scipy.stats.binom(n, p).expect(lambda k: abs(k / n - p))
    assert exact == pytest.approx(0.00198, abs=5e-6)
    mean, deviation = expected_distance([p, 1 - p], [n])
    assert mean[0] == pytest.approx(exact, rel=1e-10)
    square = scipy.stats.binom(n, p).expect(lambda k: (k / n - p) ** 2)
    assert deviation[0] == pytest.approx((square - exact**2) ** 0.5, rel=1e-9)


def test_expected_distance_of_one_hot_is_zero():
    assert [each.tolist() for each in expected_distance([0, 1, 0], [1, 9])] == [[0, 0], [0, 0]]


def test_expected_distance_ignores_zeros_and_survives_tiny_entries():
    plain = expected_distance([0.6, 0.3, 0.1], [100])
    np.testing.assert_array_equal(expected_distance([0.6, 0.0, 0.3, 0.1, 0.0], [100]), plain)
    tiny = expected_distance([0.6, 1e-300, 0.3, 0.1, 5e-324], [100])
    np.testing.assert_allclose(tiny, plain, rtol=1e-12)
    # Of a class that is hardly ever drawn the distance is p.
    for p in (1e-10, 1e-17, 1e-300, 5e-324):
        assert expected_distance([1 - p, p], [3])[0] == pytest.approx(2 * p, rel=1e-9, abs=0)
    assert np.isfinite(expected_distance(EXTREME, [1, 10**11])).all()


@pytest.mark.parametrize("p", [[0.5, -0.5], [np.nan, 1], [0, 0], [1], [[0.5, 0.5]] * 2])
def test_probabilities_that_cannot_be_used_are_refused(p):
    for refuse in (lambda: tempered(p, 1), lambda: inclusion_probabilities(p, 1)):
        with pytest.raises(ValueError, match="probabilities"):
            refuse()
    with pytest.raises(ValueError, match="probabilities"):
        expected_distance(p, [1])
