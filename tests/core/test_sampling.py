import math

import numpy as np
import pytest
import scipy.special
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, ParameterError
from gumbel_gui.core.sampling import first_argmax, gumbel_max, gumbel_noise, perturb, relax, score
from tests.statistical import checks

both_precisions = pytest.mark.parametrize("dtype", [np.float32, np.float64])

TEMPERATURES = [0, 5e-324, 1e-320, 1e-45, 1e-40, 1e-10, 0.1, 1, 10, 1e38, 1e39, 1e300]
PROBABILITIES = {
    "note": NOTE_PROBABILITIES,
    "first only": (1, 0, 0),
    "last only": (0, 0, 1),
    "zero within": (0.5, 0, 0.5),
    "all but impossible": (1e-300, 1, 1e-300, 0),
    "subnormal": (5e-324, 1.0),
    "64 equal": (1,) * 64,
}


class ScriptedRng:
    """Stands in for a Generator: returns the scripted uniforms in order."""

    def __init__(self, *batches):
        self.batches = list(batches)

    def random(self, size, dtype):
        assert dtype == np.float64
        return np.array(self.batches.pop(0), dtype).reshape(size)


@both_precisions
def test_noise_has_the_gumbel_law(dtype):
    """A location off by 0.01, or a scale by 1.3 %, moves the distribution function by 0.0036."""
    noise = gumbel_noise(np.random.default_rng(1), 10**6, dtype)
    assert noise.dtype == dtype
    checks.follows(noise, "gumbel_r")


def test_the_upper_tail_of_float32_noise_reaches_past_17():
    """2·10⁸ draws: P(ε > 17) = 4.1e-8, so 8.3 are expected and none comes with chance 2.5e-4.

    Noise of float32 uniforms ends at 16.7. A tail three times too heavy, 24 or more beyond 17,
    is caught too; as many come by chance with 9e-6.
    """
    rng = np.random.Generator(np.random.SFC64(7))
    beyond = sum(int((gumbel_noise(rng, 2**18, np.float32) > 17).sum()) for _ in range(763))
    assert 1 <= beyond < 24


def test_float32_noise_is_float64_noise_rounded():
    double, single = (
        gumbel_noise(np.random.default_rng(6), 10**6, dtype) for dtype in (np.float64, np.float32)
    )
    np.testing.assert_allclose(single, double, rtol=1e-6, atol=1e-7)


@both_precisions
@pytest.mark.parametrize(
    ("x", "noise"),
    [(2.0**-53, -3.6038), (1e-300, -6.5378), (math.exp(-1), 0.0), (1 - 2.0**-53, 36.7368)],
)
def test_the_smallest_and_largest_uniforms_keep_their_place(dtype, x, noise):
    assert gumbel_noise(ScriptedRng([x]), 1, dtype)[0] == pytest.approx(noise, abs=1e-4)


@both_precisions
def test_a_uniform_of_zero_gives_no_infinite_noise(dtype):
    """It stands for all below 2⁻⁵³, and their middle is 2⁻⁵⁴."""
    noise = gumbel_noise(ScriptedRng([0.1, 0, 0.2]), 3, dtype)
    np.testing.assert_allclose(noise, -np.log(-np.log([0.1, 2.0**-54, 0.2])), rtol=1e-6)


@both_precisions
@pytest.mark.parametrize("shape", [(), 0, 3, (3,), (2, 3), (2, 0), (2, 3, 4), [4, 1]])
def test_noise_has_the_shape_and_dtype_asked_for(shape, dtype):
    noise = gumbel_noise(np.random.default_rng(0), shape, dtype)
    assert isinstance(noise, np.ndarray)
    assert noise.shape == np.empty(shape).shape
    assert noise.dtype == dtype
    assert np.isfinite(noise).all()


def test_noise_is_float64_unless_asked_otherwise():
    assert gumbel_noise(np.random.default_rng(0), 1).dtype == np.float64


@pytest.mark.parametrize("dtype", [np.float16, np.longdouble, np.int64, np.complex128])
def test_other_dtypes_of_noise_are_refused(dtype):
    with pytest.raises(ValueError, match=f"dtype is {np.dtype(dtype)}, but must be float32 or"):
        gumbel_noise(np.random.default_rng(0), 3, dtype)


@both_precisions
@pytest.mark.parametrize("shape", [(3,), (3, 4), (3, 4, 5)])
def test_scores_are_log_probabilities_plus_noise(shape, dtype):
    noise = np.linspace(-3, 17, np.prod(shape)).reshape(shape).astype(dtype)
    scores = perturb([1, 2, 5], noise)
    assert scores.dtype == dtype
    assert scores.shape == shape
    log_p = scipy.special.log_softmax(np.log([1, 2, 5]))
    tolerance = 4 * np.finfo(dtype).eps
    np.testing.assert_allclose(scores, (log_p + noise.T).T, rtol=tolerance, atol=tolerance)


@both_precisions
@pytest.mark.parametrize("shape", [(3,), (3, 4), (3, 4, 5)])
def test_scores_are_put_into_the_array_that_is_given(shape, dtype):
    noise = np.linspace(-3, 17, np.prod(shape)).reshape(shape).astype(dtype)
    scores = np.full(shape, np.nan, dtype)
    score(np.log([1.0, 2.0, 5.0]), noise, scores)
    expected = (np.log([1, 2, 5]) + noise.T.astype(np.float64)).T
    np.testing.assert_allclose(scores, expected, rtol=4 * np.finfo(dtype).eps, atol=1e-6)


def test_an_impossible_class_scores_minus_infinity():
    scores = perturb((0, 5e-324, 1), np.zeros((3, 2)))
    np.testing.assert_allclose(scores[:, 0], [-np.inf, np.log(5e-324), 0])


def test_whole_number_noise_gives_float64_scores():
    assert perturb([1, 1], [[1, 2], [3, 4]]).dtype == np.float64


@pytest.mark.parametrize("shape", [(), (2,), (2, 3), (4, 3)])
def test_noise_for_another_number_of_classes_is_refused(shape):
    with pytest.raises(ValueError, match="must have 3 classes first"):
        perturb((1, 2, 3), np.zeros(shape))


def test_bad_probabilities_are_refused_by_name():
    with pytest.raises(ParameterError, match=r"probabilities\[1\] is -1.0"):
        perturb([1, -1], np.zeros(2))


ties = st.sampled_from([-np.inf, -1.0, 0.0, 0.5])


@given(arrays(np.float64, array_shapes(min_dims=1, max_dims=3, max_side=6), elements=ties))
def test_the_class_is_the_first_of_the_largest_scores(scores):
    expected = scores.argmax(axis=0)
    np.testing.assert_array_equal(gumbel_max(scores), expected)
    codes = np.full(expected.shape, 99, np.uint8)
    first_argmax(scores, np.asarray(scores.max(axis=0)), codes, np.ones(scores.shape, bool))
    np.testing.assert_array_equal(codes, expected)
    hard = relax(np.maximum(scores, -1), 0)
    np.testing.assert_array_equal(hard.sum(axis=0), 1)
    np.testing.assert_array_equal(hard.argmax(axis=0), np.maximum(scores, -1).argmax(axis=0))


def test_classes_are_indices():
    scores = np.eye(64)
    assert gumbel_max(scores).dtype == np.intp
    assert gumbel_max(scores).tolist() == list(range(64))
    assert np.shape(gumbel_max([0.0, 2.0, 1.0])) == ()
    assert gumbel_max([0.0, 2.0, 1.0]) == 1


@both_precisions
@pytest.mark.parametrize("shape", [(), (50,), (5, 10)], ids=["K", "K n", "K n m"])
@pytest.mark.parametrize("temperature", TEMPERATURES)
@pytest.mark.parametrize("p", PROBABILITIES.values(), ids=PROBABILITIES.keys())
def test_relaxed_vectors_lie_on_the_simplex_at_every_temperature(p, temperature, shape, dtype):
    noise = gumbel_noise(np.random.default_rng(2), (len(p), *shape), dtype)
    scores = perturb(p, noise)
    given_scores = scores.copy()
    s = relax(scores, temperature)
    np.testing.assert_array_equal(scores, given_scores)
    assert s.shape == scores.shape
    assert s.dtype == dtype
    assert np.isfinite(s).all()
    assert (s >= 0).all()
    np.testing.assert_allclose(s.sum(axis=0), 1, rtol=0, atol=len(p) * np.finfo(dtype).eps)
    assert (s[np.equal(p, 0)] == 0).all()
    largest = np.take_along_axis(s, scores.argmax(axis=0)[None], axis=0)[0]
    np.testing.assert_array_equal(largest, s.max(axis=0))


@both_precisions
@pytest.mark.parametrize("temperature", [0, 5e-324, 1e-320, 1e-45, 1e-40])
def test_tiny_temperatures_give_the_one_hot_limit(temperature, dtype):
    scores = perturb(NOTE_PROBABILITIES, gumbel_noise(np.random.default_rng(3), (5, 1000), dtype))
    expected = np.arange(5)[:, None] == scores.argmax(axis=0)
    np.testing.assert_array_equal(relax(scores, temperature), expected)


@both_precisions
@pytest.mark.parametrize("temperature", [1e10, 1e38, 1e39, 1e300])
def test_huge_temperatures_share_equally_among_the_possible_classes(temperature, dtype):
    noise = gumbel_noise(np.random.default_rng(4), (4, 1000), dtype)
    s = relax(perturb((0.1, 0, 0.2, 0.7), noise), temperature)
    third = 1 / 3
    np.testing.assert_allclose(s.T, np.broadcast_to([third, 0, third, third], (1000, 4)), rtol=1e-6)


@given(
    arrays(np.float64, (5, 3), elements=st.floats(-50, 50)),
    st.floats(0.05, 50),
)
def test_relaxed_vectors_agree_with_scipy(scores, temperature):
    expected = scipy.special.softmax(scores / temperature, axis=0)
    s = relax(scores, temperature)
    np.testing.assert_allclose(s, expected, rtol=1e-11, atol=1e-300)
    single = scores.astype(np.float32)
    expected = scipy.special.softmax(single.astype(np.float64) / temperature, axis=0)
    np.testing.assert_allclose(relax(single, temperature), expected, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("temperature", [0.1, 1, 10])
def test_a_known_relaxed_vector(temperature):
    weights = np.array([1.0, 2.0, 5.0])
    expected = weights ** (1 / temperature) / (weights ** (1 / temperature)).sum()
    np.testing.assert_allclose(relax(np.log(weights), temperature), expected, rtol=1e-12)


@pytest.mark.parametrize("temperature", [1e-300, 1, 1e300])
@pytest.mark.parametrize("scores", [[1e308, -1e308], [1e5, -np.inf], [-1e5, -2e5], [0, -1e308]])
def test_extreme_scores_do_not_overflow(scores, temperature):
    s = relax(scores, temperature)
    assert np.isfinite(s).all()
    assert s.sum() == 1
    assert s[0] >= s[1]


@pytest.mark.parametrize(("temperature", "shares"), [(0, [1, 0, 0]), (1e-300, [0.5, 0.5, 0])])
def test_a_tie_goes_to_the_first_only_at_temperature_zero(temperature, shares):
    np.testing.assert_array_equal(relax([2.0, 2.0, 1.0], temperature), shares)


@pytest.mark.parametrize("temperature", [-1, -5e-324, np.nan, np.inf, -np.inf, "1", None, True])
def test_a_bad_temperature_is_refused_by_name(temperature):
    with pytest.raises(ParameterError, match=r"^temperature is \S+, but must be a finite"):
        relax([0.0, 1.0], temperature)


@pytest.mark.parametrize("temperature", [0, 1])
@pytest.mark.parametrize("bad", [[-np.inf, -np.inf], [np.nan, 0.0], [0.0, np.nan], [np.inf, 0.0]])
def test_scores_without_a_finite_largest_are_refused(bad, temperature):
    with pytest.raises(ValueError, match="without a finite largest score"):
        relax(np.transpose([[0.0, 1.0], bad]), temperature)
