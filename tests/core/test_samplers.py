"""Samplers: what each of them samples, by quadrature and by SciPy, and the test against p."""

from itertools import combinations_with_replacement, pairwise

import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from gumbel_gui.core.class_law import class_law
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.samplers import LEVEL, fit_test, samplers
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.statistics import goodness_of_fit
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

SEEDS = range(20)
DRAWS = 65_536
NOTE = np.array(Parameters(NOTE_PROBABILITIES).probabilities)
KEYS = ("certain", "choice", "gumbel", "noise-on-p", "uniform", "normal", "scaled")


def chunk_of(p, draws=DRAWS, seed=0, **changes):
    return Chunk(Parameters(p, draws=draws, seed=seed, **changes), 0, draws, Stages(), Workspace())


def counts_of(key, p, **changes):
    """Return how often a sampler gives each class, in all seeds together."""
    total = np.zeros(len(p), np.int64)
    for seed in SEEDS:
        chunk = chunk_of(p, seed=seed, **changes)
        by_key = {sampler.key: sampler for sampler in samplers(chunk.parameters.mistake)}
        total += np.bincount(
            by_key[key].sample(chunk, chunk.parameters.noise_scale), minlength=len(p)
        )
    return total


def winning(logits, noise):
    """Return the probability of each class to win argmax(logits + noise), by quadrature."""

    def density(x, i):
        others = [noise.cdf(x + logits[i] - s) for j, s in enumerate(logits) if j != i]
        return noise.pdf(x) * np.prod(others)

    low, high = max(noise.ppf(0), -60), min(noise.ppf(1), 80)
    kinks = [s - r + end for s in logits for r in logits for end in (low, high)]
    inside = sorted({x for x in kinks if low < x < high and abs(x) < 10})
    cuts = [low, *inside, high]
    chances = [
        sum(
            scipy.integrate.quad(density, a, b, (i,), epsabs=1e-10, limit=500)[0]
            for a, b in pairwise(cuts)
        )
        for i in range(len(logits))
    ]
    assert sum(chances) == pytest.approx(1, abs=1e-7)
    return np.array(chances)


def expected(key, p, b):
    """Return what a sampler samples, from its definition alone."""
    log_p = np.log(p)
    return {
        "choice": lambda: np.array(p),
        "gumbel": lambda: winning(log_p, scipy.stats.gumbel_r()),
        "noise-on-p": lambda: winning(p, scipy.stats.gumbel_r()),
        "uniform": lambda: winning(log_p, scipy.stats.uniform()),
        "normal": lambda: winning(log_p, scipy.stats.norm()),
        "scaled": lambda: winning(log_p, scipy.stats.gumbel_r(scale=b)),
    }[key]()


def test_there_are_seven_of_them_in_this_order():
    assert tuple(sampler.key for sampler in samplers()) == KEYS
    assert [sampler.name for sampler in samplers()] == [
        "argmax p",
        "choice",
        "ln p + ε",
        "p + ε",
        "ln p + u",
        "ln p + z",
        "ln p + b·ε",
    ]
    for sampler in samplers()[2:]:
        assert sampler.formula == f"argmax({sampler.name})"


@pytest.mark.parametrize("key", KEYS[1:])
@pytest.mark.parametrize(
    ("p", "b"), [((0.3, 0.7), 2.0), ((0.2, 0.35, 0.45), 0.5)], ids=["two", "three"]
)
def test_samples_have_the_distribution_that_quadrature_gives(key, p, b):
    """20 seeds × 65,536 draws."""
    counts = counts_of(key, p, noise_scale=b)
    own = expected(key, p, b)
    checks.counts(counts, counts.sum() * own / own.sum())


@pytest.mark.parametrize("key", ["choice", "gumbel", "noise-on-p", "scaled"])
@pytest.mark.parametrize("b", [0.4, 2.0])
def test_known_distributions_are_sampled_at_the_probabilities_of_the_note(key, b):
    """20 seeds × 65,536 draws."""
    counts = counts_of(key, NOTE_PROBABILITIES, noise_scale=b)
    sampler = {sampler.key: sampler for sampler in samplers()}[key]
    power = NOTE ** (1 / b)
    own = {
        "noise-on-p": np.exp(NOTE) / np.exp(NOTE).sum(),
        "scaled": power / power.sum(),
    }.get(key, NOTE)
    np.testing.assert_allclose(sampler.probabilities(NOTE, b), own, rtol=1e-12)
    checks.counts(counts, counts.sum() * own)
    if own is not NOTE:
        assert scipy.stats.chisquare(counts, counts.sum() * NOTE).pvalue < 1e-100


def test_noise_on_p_samples_the_softmax_of_the_note():
    own = {sampler.key: sampler for sampler in samplers()}["noise-on-p"].probabilities(NOTE, 2.0)
    np.testing.assert_allclose(own, [0.165, 0.173, 0.199, 0.289, 0.173], atol=6e-4)


@pytest.mark.parametrize("mistake", Mistake)
def test_samples_are_those_of_plain_numpy(mistake):
    chunk = chunk_of((0.1, 0.0, 0.4, 0.2, 0.3), 5000, 7, mistake=mistake, noise_scale=3.0)
    p = chunk.parameters.p
    with np.errstate(divide="ignore"):
        log_p = np.log(p)[:, None]
    noise = chunk.noise.astype(np.float64)
    scores = {
        "certain": p[:, None] + np.zeros(5000),
        "gumbel": chunk.parameters.logits[:, None] + noise,
        "noise-on-p": p[:, None] + noise,
        "uniform": log_p + chunk.uniform,
        "normal": log_p + chunk.normal,
        "scaled": log_p + 3.0 * noise,
    }
    scores = {key: each.argmax(axis=0) for key, each in scores.items()}
    scores["choice"] = chunk.choices
    for sampler in samplers(mistake):
        codes = sampler.sample(chunk, 3.0)
        assert codes.shape == (5000,)
        same = 0.99 if mistake.in_half_precision else 0.999
        assert (codes == scores[sampler.key]).mean() > same, sampler.key
        if sampler.key != "noise-on-p" and not (
            sampler.key == "gumbel" and mistake is Mistake.NOISE_ON_P
        ):
            assert not (codes == 1).any(), sampler.key


def test_a_mistake_changes_formulas_and_distributions():
    for mistake in Mistake:
        named = {sampler.key: sampler for sampler in samplers(mistake)}
        shift = {Mistake.NOISE_ON_P: "p", Mistake.NOISE_AFTER_T: "ln p / t"}.get(mistake, "ln p")
        assert named["gumbel"].formula == f"argmax({shift} + ε)"
        np.testing.assert_array_equal(
            named["gumbel"].probabilities(NOTE, 2.0), class_law(mistake, NOTE).chosen
        )
        for key in ("noise-on-p", "scaled"):
            known = named[key].probabilities(NOTE, 2.0) is not None
            assert known == mistake.noise_is_gumbel
        for key in ("uniform", "normal"):
            assert named[key].probabilities(NOTE, 2.0) is None
        np.testing.assert_array_equal(named["choice"].probabilities(NOTE, 2.0), NOTE)
        np.testing.assert_array_equal(named["certain"].probabilities(NOTE, 2.0), [0, 0, 0, 1, 0])
    gumbel, on_p = (samplers(Mistake.NOISE_ON_P)[i].probabilities(NOTE, 2.0) for i in (2, 3))
    np.testing.assert_array_equal(gumbel, on_p)


def test_the_fit_tests_are_those_of_scipy():
    rng = np.random.default_rng(3)
    own = np.array([0.1, 0.4, 0.2, 0.2, 0.1])
    fits = []
    for sampled in [NOTE, own] * 20:
        counts = rng.multinomial(400, sampled)
        fit = fit_test(counts, NOTE, own)
        fits.append(fit)
        assert fit.distance == pytest.approx(0.5 * abs(counts / 400 - NOTE).sum())
        assert fit.p_value == pytest.approx(
            scipy.stats.chisquare(counts, 400 * NOTE).pvalue, rel=0.1, abs=2e-3
        )
        p_value = scipy.stats.chisquare(counts, 400 * own).pvalue
        assert fit.own_p_value == pytest.approx(p_value, rel=0.1, abs=2e-3)
        assert fit.rejected == (fit.p_value < 0.001)
        assert fit.own_rejected == (fit.own_p_value < 0.001)
    assert {fit.rejected for fit in fits} == {True, False}
    unknown = fit_test((10, 20, 30, 200, 40), NOTE)
    assert unknown.own_rejected is None


@pytest.mark.parametrize(
    "p",
    [
        (0.5, 0.5),
        (0.1, 0.9),
        (1 / 3,) * 3,
        (0.2, 0.3, 0.5),
        (0.1, 0.2, 0.7),
        (0.29, 0.29, 0.42),
        (0, 0.4, 0.6),
    ],
)
def test_too_few_draws_are_those_of_which_no_sample_of_possible_classes_is_rejected(p):
    p = np.array(p)
    possible = np.flatnonzero(p)
    found = set()
    for n in range(1, 26 if len(possible) > 2 else 60):
        samples = [
            np.bincount(drawn, minlength=len(p))
            for drawn in combinations_with_replacement(possible, n)
        ]
        p_values = [goodness_of_fit(counts, p) for counts in samples]
        rejectable = min(p_values) < LEVEL
        likely = samples[np.argmax(p_values)]
        assert fit_test(likely, p).rejected is (False if rejectable else None), n
        found.add(rejectable)
    assert found == {True, False}


def test_a_p_value_below_one_in_a_thousand_rejects():
    """Of 1000 draws of two equal classes 552 have an exact p-value of 0.00112, 553 of 0.00089."""
    fair = np.array([0.5, 0.5])
    for first, rejected in ((552, False), (553, True)):
        fit = fit_test((first, 1000 - first), fair, fair)
        assert fit.p_value == pytest.approx(scipy.stats.binomtest(first, 1000).pvalue)
        assert (fit.rejected, fit.own_rejected) == (rejected, rejected)


def test_a_class_that_is_expected_exactly_five_times_can_be_rejected():
    """The others are one cell of 11: 16 of these are usual, 16 of the class itself are not."""
    p = np.array([5, 11 / 3, 11 / 3, 11 / 3]) / 16
    assert fit_test((5, 4, 4, 3), p).rejected is False
    assert goodness_of_fit((0, 16, 0, 0), p) > LEVEL
    assert fit_test((16, 0, 0, 0), p).rejected is True


def test_few_draws_can_be_too_many_for_a_class_that_cannot_be():
    p = np.array([0.0, 0.5, 0.5])
    assert fit_test((1, 0, 0), p).rejected is True
    assert fit_test((0, 1, 0), p).rejected is None
    assert fit_test((0, 100, 0), p).rejected is True
    assert fit_test((0, 52, 48), p).rejected is False
    certain = np.array([0.0, 1.0])
    assert fit_test((0, 1), certain).rejected is False
    assert fit_test((1, 8), certain).rejected is True
    with pytest.raises(ValueError, match="at least one draw"):
        fit_test((0, 0), certain)
