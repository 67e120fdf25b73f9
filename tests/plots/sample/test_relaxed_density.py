import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.integrate
import scipy.optimize
import scipy.special
import scipy.stats

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.sample.relaxed_density import DensitySummary, RelaxedDensity, evidence

NOTE = Parameters(NOTE_PROBABILITIES, 1.0, 30_000, 21)
ERRATA = {  # E[s] for the note's p, each entry ± 0.0001
    0.1: (0.0296, 0.0807, 0.2188, 0.5902, 0.0807),
    1.0: (0.0545, 0.1160, 0.2388, 0.4747, 0.1160),
    10.0: (0.1730, 0.1912, 0.2112, 0.2333, 0.1912),
}
each_temperature = pytest.mark.parametrize("t", [0.0, 0.1, 1.0, 10.0, 1e300])


def summary_of(parameters):
    """Return the summary of any number of draws."""
    with Engine(2) as engine:
        return engine.summarise(parameters, {"it": RelaxedDensity.summarise})["it"]


def caption_of(parameters, chunk):
    """Return the sentence beside all draws of some parameters."""
    return RelaxedDensity().caption(RelaxedDensity.summarise(chunk(parameters)), parameters)


def standard_error(summary):
    """Return the standard error of each mean, (K,)."""
    spread = np.maximum(summary.squares / summary.draws - summary.mean**2, 0)
    return np.sqrt(spread / summary.draws)


@pytest.mark.parametrize("t", ERRATA)
def test_the_mean_of_s_is_that_of_the_errata(t):
    summary = summary_of(replace(NOTE, temperature=t, draws=600_000))
    error = standard_error(summary)
    assert error.max() < 0.0007
    assert (np.abs(summary.mean - ERRATA[t]) < 5 * error + 1e-4).all()


@pytest.mark.parametrize("t", [0.05, 0.5, 1.0, 4.0, 50.0])
def test_the_mean_of_s_is_that_of_quadrature_for_two_classes(t):
    """For K = 2, s₁ is a logistic function of a logistic variable."""
    p = 0.2
    logit = np.log(p / (1 - p))
    exact, _ = scipy.integrate.quad(
        lambda u: scipy.special.expit((logit + scipy.special.logit(u)) / t), 0, 1, limit=200
    )
    summary = summary_of(Parameters((p, 1 - p), t, 200_000, 22))
    assert abs(summary.mean[0] - exact) < 5 * standard_error(summary)[0] + 1e-6
    assert summary.mean.sum() == pytest.approx(1, abs=1e-6)


@each_temperature
def test_curves_are_densities_on_a_square_root_scale(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    plot = show("relaxed_density", parameters)
    s = chunk(parameters).relaxed.astype(np.float64)
    assert len(plot._curves) == 5
    for k, (curve, _) in enumerate(plot._curves):
        edges, root = curve.getData()
        density = root**2
        assert (density * np.diff(edges)).sum() == pytest.approx(1)
        expected = np.histogram(s[k], np.linspace(0, 1, 51))[0]
        # In float32 a value within a rounding of an edge may fall on its other side.
        assert np.abs(density * parameters.draws / 50 - expected).sum() < 5
    ticks = plot.frame.axis("left")._tickLevels[0]
    assert len(ticks) > 2
    for place, text in ticks:
        assert place**2 == pytest.approx(float(text))


@each_temperature
def test_means_and_p_are_marked_and_joined(t, show, chunk):
    parameters = replace(NOTE, temperature=t)
    plot = show("relaxed_density", parameters)
    mean = chunk(parameters).relaxed.mean(axis=1, dtype=np.float64)
    x, rows = plot._means.getData()
    np.testing.assert_allclose(x, mean, rtol=1e-6)
    assert (rows < 0).all()
    assert len(set(rows)) == 5
    marks, ends = (part.reshape(5, 2) for part in plot._p.getData())
    np.testing.assert_array_equal(marks, np.stack([parameters.p] * 2, axis=1))
    assert ((ends[:, 0] < rows) & (rows < ends[:, 1])).all()
    for link, at, p, y in zip(plot._links, mean, parameters.p, rows, strict=True):
        np.testing.assert_allclose(link.getData(), [[at, p], [y, y]], rtol=1e-6)


def read(words):
    """Return the class, the mean, its error (None if there is none) and p that are named."""
    numbers = re.search(
        r"class (?P<k>\d+)\D* (?P<mean>[\d.]+)(?: ± (?P<half>[\d.]+)(?:·10⁻(?P<e>[⁰¹²³⁴-⁹]+))?)?"
        r".* p is (?P<p>\d\.\d+)",
        words,
    )
    exponent = (numbers["e"] or "⁰").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    half = numbers["half"] and float(numbers["half"]) * 10 ** -int(exponent)
    return int(numbers["k"]), float(numbers["mean"]), half, float(numbers["p"])


@each_temperature
@pytest.mark.parametrize("draws", [1, 10, 300, 30_000])
def test_the_numbers_of_the_sentence_are_true(t, draws, chunk):
    parameters = replace(NOTE, temperature=t, draws=draws)
    s = chunk(parameters).relaxed.astype(np.float64)
    mean = s.mean(axis=1)
    words = caption_of(parameters, chunk)
    k, stated, half, p = read(words)
    assert "is not p" in words or k == np.abs(mean - parameters.p).argmax()
    assert stated == pytest.approx(mean[k], abs=6e-5)
    assert p == pytest.approx(parameters.probabilities[k], abs=6e-5)
    if draws > 1:
        error = 1.959964 * s[k].std() / draws**0.5
        # The squares are float32, whose rounding is all the spread there is at a huge t.
        assert (half or 0) == pytest.approx(error, rel=0.06, abs=3e-5)


@pytest.mark.parametrize("draws", [1, 2, 3, 5, 20, 200, 5000])
@pytest.mark.parametrize(
    ("p", "t"),
    [(NOTE_PROBABILITIES, 0), ((0.001, 0.999), 0), ((1, 1, 1), 2), ((1,) * 64, 0.5), ((1, 0), 3)],
)
def test_where_the_mean_of_s_is_p_no_sentence_denies_it(p, t, draws, chunk):
    """At t = 0, for equal p (by symmetry) and for a certain class E[s] = p, whatever was drawn."""
    for seed in range(10):
        words = caption_of(Parameters(p, t, draws, seed), chunk)
        assert "is not p" not in words, f"seed {seed}: {words}"


@pytest.mark.parametrize("draws", [1, 2])
def test_one_or_two_draws_prove_nothing(draws, chunk):
    for seed in range(10):
        words = caption_of(replace(NOTE, draws=draws, seed=seed), chunk)
        assert "is not p" not in words, f"seed {seed}: {words}"


@pytest.mark.parametrize("t", [0.5, 1.0, 10.0, 1e300])
def test_a_clear_difference_is_said(t):
    parameters = replace(NOTE, temperature=t, draws=100_000)
    words = RelaxedDensity().caption(summary_of(parameters), parameters)
    assert "the mean of s is not p" in words
    assert "cannot tell" not in words


@pytest.mark.parametrize("t", [0.0, 0.01])
def test_a_difference_within_the_error_is_not_said(t, chunk):
    words = caption_of(replace(NOTE, temperature=t), chunk)
    assert "cannot tell the mean of s from p" in words
    assert "is not p" not in words


@pytest.mark.parametrize("gap", [0.0, 0.0005, 0.0015, 0.0024, 0.003, 0.02])
def test_cannot_tell_is_not_said_where_the_numbers_beside_it_tell(gap):
    """A gap of several times the error that stands beside it is not called none."""
    n = 1_000_000
    mean = np.array([0.5 + gap, 0.5 - gap])
    counts = np.full((2, 50), n // 50)
    summary = DensitySummary(counts, mean * n, (mean**2 + 0.25) * n, n)
    words = RelaxedDensity().caption(summary, Parameters((0.5, 0.5)))
    if gap == 0:
        assert "is p in every class" in words
        return
    half = read(words)[2]
    assert half == pytest.approx(0.00098, abs=2e-5)
    assert ("cannot tell" in words) == (gap <= half)
    assert ("too little to tell" in words) == (half < gap < 0.0026)
    assert ("is not p" in words) == (gap > 0.0028)


def test_the_class_that_is_named_is_one_that_shows_the_difference():
    """The largest gap may be chance, while a small one at a rare class is not."""
    parameters = Parameters((0.4999, 0.4999, 0.0002), 0.7, 300_000, 3)
    words = RelaxedDensity().caption(summary_of(parameters), parameters)
    assert "is not p" in words
    _, mean, half, exact = read(words)
    assert abs(mean - exact) > half


def test_a_certain_class_that_is_not_certain_settles_it(chunk):
    """Noise on p lets classes of p = 0 have a share of s, and one such value is enough."""
    parameters = Parameters((0, 1, 0), 0.1, 2000, mistake="noise-on-p")
    words = caption_of(parameters, chunk)
    assert "the mean of s is not p" in words
    right = replace(parameters, mistake="none")
    words = caption_of(right, chunk)
    assert "is not p" not in words


def divergence(mean, p):
    """Return KL(mean ‖ p) of each entry, taken as the probability of one of two events, (K,)."""
    mean, p = np.asarray(mean), np.asarray(p)
    return scipy.special.rel_entr(mean, p) + scipy.special.rel_entr(1 - mean, 1 - p)


@pytest.mark.parametrize("p", [(0.5, 0.5), (0.2, 0.3, 0.5), (1 / 12,) * 12], ids=len)
@pytest.mark.parametrize(("factor", "said"), [(0.99, False), (1.01, True)])
def test_a_false_alarm_in_any_class_is_at_most_one_in_a_million(p, factor, said):
    """That is 2·K·exp(−n·KL) ≤ 1e-6, by Hoeffding's bound and the sum over K classes."""
    n, least = 10**6, np.log(2 * len(p) * 1e6)

    def mean(gap):
        return np.array(p) + gap * np.array([1, -1] + [0] * (len(p) - 2))

    gap = scipy.optimize.brentq(
        lambda gap: n * divergence(mean(gap), p).max() - factor * least, 1e-5, 0.05, xtol=1e-12
    )
    sums = mean(gap) * n
    summary = DensitySummary(np.full((len(p), 50), n // 50), sums, sums, n)
    words = RelaxedDensity().caption(summary, Parameters(p))
    assert ("is not p" in words) == said


def test_evidence_is_the_divergence_of_the_means_from_p():
    p, mean, n = np.array([0.2, 0.3, 0.5]), np.array([0.1, 0.31, 0.59]), 70
    np.testing.assert_allclose(evidence(mean, p, n), n * divergence(mean, p))


@pytest.mark.parametrize(
    ("mean", "p", "least", "most"),
    [
        (1e-6, 0, 0, 0),
        (np.nextafter(1e-6, 1), 0, np.inf, np.inf),
        (0.5 + 9e-7, 0.5, 0, 0),
        (0.5 + 2e-6, 0.5, 1e-3, 1e-1),
        (1 - 9e-7, 1, 0, 0),
        (1 - 2e-6, 1, np.inf, np.inf),
    ],
)
def test_a_gap_of_up_to_a_millionth_is_rounding_also_at_a_certain_class(mean, p, least, most):
    for n in (1, 10**9):
        found = evidence(np.array([mean]), np.array([p], np.float64), n)[0]
        assert min(least * n / 10**9, least) <= found <= most
