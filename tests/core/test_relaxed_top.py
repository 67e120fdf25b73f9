"""Relaxed k-hot vectors, against the definition in sixty digits."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from gumbel_gui.core.relaxed_top import relaxed_top_k


def gumbel(classes, draws=15, seed=3):
    return np.random.default_rng(seed).gumbel(size=(classes, draws))


def directly(scores, k, t):
    """α ← α + ln(1 − s), k times, of one draw."""
    with localcontext() as context:
        context.prec = 60
        alpha, total = [Decimal(x) for x in scores.tolist()], [Decimal(0)] * len(scores)
        for _ in range(k):
            powers = [((a - max(alpha)) / Decimal(t)).exp() for a in alpha]
            s = [each / sum(powers) for each in powers]
            total = [a + b for a, b in zip(total, s, strict=True)]
            alpha = [a + (1 - b).ln() for a, b in zip(alpha, s, strict=True)]
        return [float(each) for each in total]


@pytest.mark.parametrize("t", [0.02, 0.1, 1.0, 10.0, 1e4])
@pytest.mark.parametrize(("classes", "k"), [(2, 1), (2, 2), (5, 2), (5, 5)])
def test_vectors_are_those_of_the_definition_in_sixty_digits(classes, k, t):
    scores = gumbel(classes)
    exact = np.transpose([directly(each, k, t) for each in scores.T])
    np.testing.assert_allclose(relaxed_top_k(scores, k, t), exact, atol=2e-14)
    single = relaxed_top_k(scores.astype(np.float32), k, t)
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, exact, atol=3e-5)


@pytest.mark.parametrize("t", [1e-300, 1e-30, 1e-4, 0.3, 50.0, 1e300])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_entries_sum_to_k_at_any_t(dtype, t):
    scores = gumbel(7, 300).astype(dtype)
    for k in (1, 3, 7):
        vectors = relaxed_top_k(scores, k, t)
        assert (vectors >= 0).all()
        np.testing.assert_allclose(vectors.sum(axis=0), k, rtol=1e-6)


@pytest.mark.parametrize("k", [1, 2, 4])
def test_as_t_goes_to_0_they_are_the_classes_of_the_k_largest(k):
    scores = gumbel(5, 400)
    largest = np.argsort(np.argsort(-scores, axis=0), axis=0) < k
    np.testing.assert_allclose(relaxed_top_k(scores, k, 1e-12), largest, atol=1e-9)


def test_no_more_classes_are_taken_than_can_occur():
    scores = gumbel(4)
    scores[[1, 2]] = -np.inf
    vectors = relaxed_top_k(scores, 3, 0.5)
    assert (vectors[[1, 2]] == 0).all()
    np.testing.assert_allclose(vectors, relaxed_top_k(scores, 2, 0.5))
    scores[3] = -np.inf
    np.testing.assert_array_equal(relaxed_top_k(scores, 3, 0.5)[0], 1)


def test_of_equal_scores_each_has_its_share():
    np.testing.assert_allclose(relaxed_top_k(np.zeros((4, 3)), 2, 0.1), 0.5)


def test_a_winner_far_ahead_is_as_near_to_the_others_afterwards_as_it_should_be():
    """1 − s is 1e-7 here, two units in the last place of single precision."""
    scores = np.array([[16.0], [0.0], [-1.0]])
    found = relaxed_top_k(scores.astype(np.float32), 2, 1.0)[:, 0]
    np.testing.assert_allclose(found, directly(scores[:, 0], 2, 1.0), atol=1e-5)
