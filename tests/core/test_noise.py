"""Whether each noise is the one it is said to be, and a number of it the same however it is cut."""

from itertools import combinations, product

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core import noise as noise_module
from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.generator import fill_normal, fill_uniform
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.noise import (
    fill_noise,
    fill_uniform_noise,
)
from gumbel_gui.core.noise_laws import half_precision_noise, shifted_logarithms
from gumbel_gui.core.parameters import MAX_DRAWS, MAX_SEED, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

SEED = 17
MANY = 10**6
GUMBEL = (Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE, Mistake.NOISE_AFTER_T)
ATOM = 46.0517  # −ln(1e-20)
each_mistake = pytest.mark.parametrize("mistake", Mistake)


@pytest.fixture
def scripted(monkeypatch):
    """Return a function that says which x are drawn next, whatever they are drawn for."""

    def script(*batches):
        left = list(batches)

        def give(*_key, start, out):
            out[...] = left.pop(0)

        monkeypatch.setattr(noise_module, "fill_uniform", give)

    return script


def fill(mistake, start, count, row=0, seed=SEED, work=None):
    out = np.full(count, np.nan, np.float32)
    fill_noise(mistake.noise(1.0), work or Workspace(), seed, row, start, out)
    return out


def uniform(*key, start=0, count=MANY, seed=SEED):
    """The numbers of a key, from a given one on."""
    out = np.empty(count)
    fill_uniform(seed, *key, start=start, out=out)
    return out


def chunk(classes=5, start=0, count=CHUNK, mistake=Mistake.NONE, seed=SEED):
    parameters = Parameters((1,) * classes, draws=MAX_DRAWS, seed=seed, mistake=mistake)
    return Chunk(parameters, start, count, Stages(), Workspace())


# x itself


@pytest.mark.parametrize("start", [0, 1, CHUNK, MAX_DRAWS - 1000])
def test_uniform_noise_is_the_numbers_of_its_class(start):
    for row in (0, 1, MAX_CLASSES - 1):
        expected = uniform(row, start=start, count=1000)
        double, single = np.empty(1000), np.empty(1000, np.float32)
        for out in (double, single):
            fill_uniform_noise(Workspace(), SEED, row, start, out)
        np.testing.assert_array_equal(double, expected)
        np.testing.assert_array_equal(single, expected.astype(np.float32))


@each_mistake
@pytest.mark.parametrize("start", [0, 12_345])
def test_the_uniform_numbers_of_a_chunk_are_the_same_whatever_is_done_wrong(mistake, start):
    got = chunk(start=start, count=1000, mistake=mistake).uniform
    assert got.dtype == np.float32
    for row in range(5):
        out = np.empty(1000, np.float32)
        fill_uniform_noise(Workspace(), SEED, row, start, out)
        np.testing.assert_array_equal(got[row], out)


@each_mistake
@pytest.mark.parametrize("start", [0, 12_345])
def test_the_exact_uniform_numbers_are_those_that_the_noise_is_made_of(mistake, start):
    drawn = chunk(start=start, count=1000, mistake=mistake)
    x = drawn.exact_uniform
    assert x.dtype == np.float64
    for row in range(5):
        np.testing.assert_array_equal(x[row], uniform(row, start=start, count=1000))
    np.testing.assert_array_equal(x.astype(np.float32), drawn.uniform)
    alone = chunk(start=start, count=1000, mistake=mistake).noise
    np.testing.assert_array_equal(drawn.noise, alone)  # which is made of these x, not of others
    if mistake.noise_is_gumbel:
        np.testing.assert_allclose(drawn.noise, -np.log(-np.log(x)), rtol=2e-7, atol=2e-7)


def test_uniform_noise_is_uniform_and_is_the_number_itself():
    noise = fill(Mistake.UNIFORM, 0, MANY)
    assert noise.min() >= 0
    assert noise.max() <= 1
    checks.follows(noise, "uniform")
    np.testing.assert_array_equal(noise, chunk(2, 0, MANY).uniform[0])


# Gumbel noise


@pytest.mark.parametrize("mistake", GUMBEL)
@pytest.mark.parametrize("start", [0, 777, MAX_DRAWS - CHUNK])
def test_right_noise_is_the_double_logarithm_of_the_same_draws(mistake, start):
    drawn = chunk(start=start, mistake=mistake)
    for row, noise in enumerate(drawn.noise):
        expected = -np.log(-np.log(uniform(row, start=start, count=CHUNK)))
        np.testing.assert_allclose(noise, expected, rtol=2e-7, atol=2e-7)
    # Chunk.uniform is rounded: the noise lies between that of the numbers next to it.
    x = drawn.uniform
    below, above = (np.nextafter(x, np.float32(end)).astype(np.float64) for end in (0, 1))
    with np.errstate(divide="ignore"):
        assert (drawn.noise >= -np.log(-np.log(below)) - 1e-6).all()
        assert (drawn.noise <= -np.log(-np.log(above)) + 1e-6).all()


# normal noise


@pytest.fixture(scope="module")
def normal():
    return fill(Mistake.NORMAL, 0, MANY).astype(np.float64)


def test_normal_noise_has_the_standard_normal_law(normal):
    checks.follows(normal, "norm")
    checks.means(normal.mean(), 0, MANY**-0.5)
    checks.means(normal.var(), 1, (2 / MANY) ** 0.5, what="variance")


def test_normal_noise_has_both_tails():
    """4·10⁶ values, of which KS hardly sees the tails: noise that ends at 4.3 would be caught."""
    noise = np.concatenate([fill(Mistake.NORMAL, i * MANY, MANY, row=2) for i in range(4)])
    for bound in (4, 4.3):
        found = (noise > bound).sum(), (noise < -bound).sum()
        checks.happens(found, len(noise), scipy.stats.norm.sf(bound))
        assert min(found) > 0


def test_normal_noise_does_not_depend_on_its_neighbours(normal):
    """Nor its square on theirs."""
    for values in (normal, normal**2):
        centred = (values - values.mean()) / values.std()
        for shift_scores in range(1, 21):
            found = centred[shift_scores:] @ centred[:-shift_scores] / MANY
            checks.correlations(found, MANY)


def test_normal_noise_of_a_class_does_not_depend_on_that_of_another():
    """Each class at lags −1, 0 and 1 from each other."""
    rows = chunk(8, mistake=Mistake.NORMAL).noise.astype(np.float64)
    shifted = np.concatenate([rows[:, 1:-1], rows[:, 2:], rows[:, :-2]])
    for values in (shifted, shifted**2, np.abs(shifted)):
        checks.correlations(np.corrcoef(values)[:8][~np.eye(8, 24, dtype=bool)], CHUNK)


def test_normal_noise_is_that_of_box_and_muller():
    out = np.empty(CHUNK, np.float32)
    fill_normal(SEED, 3, start=5, out=out)
    radius, angle = (uniform(*key, start=5, count=CHUNK) for key in ((3,), (3, 1)))
    expected = np.sqrt(-2 * np.log(radius)) * np.cos(2 * np.pi * angle)
    np.testing.assert_allclose(out, expected, rtol=0, atol=1e-6)


# single precision


def test_single_precision_noise_is_what_numpy_gives_in_single_precision():
    tiny = np.float32(1e-20)
    for row, start in ((0, 0), (1, 123), (4, MAX_DRAWS - MANY)):
        x = uniform(row, start=start).astype(np.float32)
        inner = -np.log(x + tiny)
        expected = -np.log(inner + tiny)
        assert expected.dtype == np.float32
        np.testing.assert_array_equal(fill(Mistake.FLOAT32, start, MANY, row), expected)
    # Nothing but the rounding of x is wrong: most of the noise is right to five digits.
    right = fill(Mistake.NONE, MAX_DRAWS - MANY, MANY, 4)
    far = np.abs(expected - right) > 1e-5
    assert 0.001 < far.mean() < 0.1
    assert (right[far] > 2).all()


def test_the_noise_of_a_chunk_is_the_single_precision_noise_of_its_uniform_numbers():
    drawn = chunk(mistake=Mistake.FLOAT32)
    tiny = np.float32(1e-20)
    np.testing.assert_array_equal(drawn.noise, -np.log(-np.log(drawn.uniform + tiny) + tiny))


def test_single_precision_noise_ends_at_16_7_but_for_one_atom(scripted):
    """Every number next to 1 in single precision, and 0 and 1, to which some are rounded."""
    steps = np.arange(100)
    near_one = 1 - 2.0**-24 * steps
    ends = [0.0, 1e-45, 1e-30, 2.0**-53, 1e-10, 1 - 2.0**-25, 1 - 2.0**-53]
    scripted([*near_one, *ends])
    noise = fill(Mistake.FLOAT32, 0, 107)
    assert np.isfinite(noise).all()
    atoms = np.flatnonzero(noise > 16.7)
    # 1 − 2⁻²⁵ lies half-way and is rounded to the even one, which is 1.
    np.testing.assert_array_equal(atoms, [0, 105, 106])
    np.testing.assert_allclose(noise[atoms], ATOM, atol=1e-3)
    assert noise[1] == noise[noise < 40].max() == pytest.approx(np.log(2) * 24, abs=1e-4)
    assert noise[100] == noise.min() == pytest.approx(-np.log(ATOM), abs=1e-5)


def test_the_engine_gives_no_single_precision_noise_between_16_7_and_the_atom():
    noise = chunk(2, 0, 4 * MANY, Mistake.FLOAT32).noise
    assert np.isfinite(noise).all()
    assert not ((noise > 16.7) & (noise < 46)).any()


def test_the_largest_x_gives_the_atom_in_single_precision_alone(scripted):
    scripted(*[np.full(3, 1 - 2.0**-53)] * 4)
    np.testing.assert_allclose(chunk(2, count=3, mistake=Mistake.FLOAT32).noise, ATOM, atol=1e-3)
    assert (chunk(2, count=3).uniform == 1).all()


# other noise


def test_noise_of_the_wrong_sign_is_that_of_minima():
    wrong, right = fill(Mistake.WRONG_SIGN, 0, MANY), fill(Mistake.NONE, 0, MANY)
    np.testing.assert_array_equal(wrong, -right)
    np.testing.assert_allclose(
        wrong, scipy.stats.gumbel_l.ppf(1 - uniform(0)), rtol=1e-5, atol=1e-5
    )


def test_logistic_noise_is_the_quantile_of_its_x():
    noise = fill(Mistake.LOGISTIC, 0, MANY)
    np.testing.assert_allclose(noise, scipy.special.logit(uniform(0)), rtol=1e-6, atol=1e-6)
    checks.follows(noise, "logistic")


@pytest.mark.parametrize("t", [1e-12, 1e-3, 0.3, 1.0, 20.0, 1e6])
def test_t_is_in_both_logarithms(t):
    out, ends = np.empty(1000, np.float32), np.array([0.0, 2.0**-53, 1 - 2.0**-53])
    fill_noise(Mistake.T_IN_LOGARITHMS.noise(t), Workspace(), SEED, 0, 0, out)
    x = uniform(0, count=1000).astype(np.longdouble)
    np.testing.assert_allclose(out, -np.log(t - np.log(x + t)), rtol=1e-6, atol=1e-6)
    at_ends = shifted_logarithms(ends, t)
    assert np.isfinite(at_ends).all()
    low, high = -np.log(t - np.log(t)), -np.log(t - np.log1p(t)) if t > 0.1 else 40
    assert (at_ends >= low - 1e-9).all()
    assert (at_ends <= high + 1e-9).all()


def test_at_t_0_the_noise_with_t_in_the_logarithms_is_right():
    assert Mistake.T_IN_LOGARITHMS.noise(0) == Mistake.NONE.noise(0)


def test_half_precision_noise_is_what_numpy_gives_in_half_precision():
    x = np.clip(np.floor(uniform(0) * 2048) / 2048, 2**-10, 1 - 2**-10).astype(np.float16)
    expected = -np.log(-np.log(x))
    assert expected.dtype == np.float16
    np.testing.assert_array_equal(fill(Mistake.HALF, 0, MANY), expected)


def test_half_precision_noise_is_what_pytorch_makes_of_its_numbers():
    torch = pytest.importorskip("torch")
    x = torch.rand(10_000, dtype=torch.float16)
    assert set((x.double() * 2048).tolist()) <= set(range(2048))
    x = torch.distributions.utils.clamp_probs(torch.arange(2048).half() / 2048)
    np.testing.assert_array_equal(-((-(x.log())).log()).numpy(), half_precision_noise())


# all of them


def test_no_noise_is_zero():
    out = fill(Mistake.NO_NOISE, 3, 1000)
    assert out.tobytes() == bytes(4000)


@each_mistake
@pytest.mark.parametrize("row", [0, 3])
def test_noise_does_not_depend_on_how_the_draws_are_cut(mistake, row):
    whole = fill(mistake, 0, 5000, row)
    work = Workspace()
    for start, count in [
        *((0, n) for n in (1, 2, 7, 4999)),
        *((n, 1) for n in range(100, 140)),
        *((i * 48, 48) for i in range(60)),
        (4999, 1),
        (1, 4999),
        (17, 33),
        (2500, 2500),
        (123, 4096),
    ]:
        for own in (work, None):  # arrays that were used before must not matter
            cut = fill(mistake, start, count, row, work=own)
            np.testing.assert_array_equal(cut, whole[start : start + count])


@each_mistake
def test_noise_far_out_does_not_depend_on_how_the_draws_are_cut(mistake):
    first = MAX_DRAWS - 1000
    whole = fill(mistake, first, 1000)
    if mistake is not Mistake.NO_NOISE:
        assert len(np.unique(whole)) > (700 if mistake.in_half_precision else 990)
    for start, count in ((0, 1), (999, 1), (300, 500), (1, 2)):
        np.testing.assert_array_equal(
            fill(mistake, first + start, count), whole[start : start + count]
        )


@each_mistake
def test_noise_does_not_depend_on_the_number_of_classes_or_of_draws(mistake):
    whole = chunk(MAX_CLASSES, 100, 3000, mistake).noise
    for classes, start, count in ((2, 100, 3000), (5, 100, 10), (17, 600, 2500), (33, 3099, 1)):
        noise = chunk(classes, start, count, mistake).noise
        expected = whole[:classes, start - 100 : start - 100 + count]
        np.testing.assert_array_equal(noise, expected)
    kept = Stages()
    for classes, count in ((3, 500), (7, 200), (2, 3000), (MAX_CLASSES, 3000)):
        parameters = Parameters((1,) * classes, draws=MAX_DRAWS, seed=SEED, mistake=mistake)
        noise = Chunk(parameters, 100, count, kept, Workspace()).noise
        np.testing.assert_array_equal(noise, whole[:classes, :count])


@pytest.mark.parametrize("mistake", [m for m in Mistake if m is not Mistake.NO_NOISE])
def test_noise_differs_between_classes_seeds_and_places(mistake):
    noise = [
        fill(mistake, start, 1000, row, seed)
        for start in (0, 1000)
        for row in (0, 1, 63)
        for seed in (0, 1, MAX_SEED)
    ]
    numbers = np.concatenate(noise)
    if mistake.in_half_precision:
        assert not any(np.array_equal(a, b) for a, b in combinations(noise, 2))
    else:
        assert len(np.unique(numbers)) > 0.99 * len(numbers)


def test_one_workspace_gives_every_noise_of_every_seed_in_turn():
    kinds = [(mistake, seed) for mistake in Mistake for seed in (SEED, 0)]
    alone = {kind: fill(kind[0], 40, 500, 2, kind[1]) for kind in kinds}
    work = Workspace()
    for pair in product(kinds, repeat=2):
        for mistake, seed in pair:
            noise = fill(mistake, 40, 500, 2, seed, work)
            np.testing.assert_array_equal(noise, alone[mistake, seed])


@pytest.mark.parametrize("wrong", [m for m in Mistake if m not in GUMBEL])
def test_only_four_of_the_mistakes_leave_the_noise_as_it_is(wrong):
    right = fill(Mistake.NONE, 0, 1000)
    for mistake in GUMBEL:
        np.testing.assert_array_equal(fill(mistake, 0, 1000), right)
    # In single precision most numbers are right, but not to the last bit.
    single = wrong.noise_is_nearly_gumbel
    assert (fill(wrong, 0, 1000) != right).mean() > (0.1 if single else 0.99)
