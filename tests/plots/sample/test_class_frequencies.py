import re

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.items.class_bars import intervals_with
from gumbel_gui.plots.sample.class_frequencies import ClassFrequencies, FrequencySummary, mean_index
from gumbel_gui.plots.words.estimates import beside

CASES = {
    "note": Parameters(NOTE_PROBABILITIES, draws=4000, seed=2),
    "zero entries": Parameters((0, 0.4, 0, 0.6), draws=500, seed=3),
    "one-hot": Parameters((0, 1, 0), draws=50),
    "seven draws": Parameters((0.1, 0.2, 0.7), draws=7, seed=4),
    "one draw": Parameters((0.1, 0.2, 0.7), draws=1, seed=4),
    "64 classes": Parameters(range(1, 65), draws=3000, seed=5),
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES.keys())


def classes_of(draws):
    """Return the sampled classes, by NumPy's own argmax in float64."""
    with np.errstate(divide="ignore"):
        scores = np.log(draws.parameters.p)[:, None] + draws.noise.astype(np.float64)
    return scores.argmax(axis=0)


def intervals(counts, n):
    """Return the ends for each class, (K, 2), by SciPy: exact of fewer than 40, else Wilson's."""
    tests = [scipy.stats.binomtest(int(k), n) for k in counts]
    ways = ["wilson" if min(test.k, n - test.k) >= 40 else "exact" for test in tests]
    ends = zip(tests, ways, strict=True)
    return np.array([test.proportion_ci(0.95, method=way) for test, way in ends])


@each_case
def test_bars_intervals_and_marks_are_where_they_belong(parameters, show, chunk):
    plot = show("class_frequencies", parameters)
    classes = classes_of(chunk(parameters))
    k = np.arange(parameters.classes)
    counts = np.bincount(classes, minlength=len(k))
    np.testing.assert_array_equal(plot._bars.bars.opts["x"], k)
    np.testing.assert_allclose(plot._bars.bars.opts["height"], counts / parameters.draws)
    assert len(plot._bars.bars.opts["brushes"]) == len(k)
    drawn = plot._bars.intervals.opts
    ends = np.stack([drawn["y"] - drawn["bottom"], drawn["y"] + drawn["top"]], axis=1)
    np.testing.assert_array_equal(drawn["x"], k)
    np.testing.assert_allclose(ends, intervals(counts, parameters.draws), rtol=1e-6, atol=1e-9)
    x, y = plot._bars.marks.getData()
    np.testing.assert_allclose(x.reshape(-1, 2).mean(axis=1), k, atol=1e-12)
    np.testing.assert_array_equal(y, np.repeat(parameters.probabilities, 2))
    expected = sum(i * p for i, p in enumerate(parameters.probabilities))
    np.testing.assert_allclose(plot._expected.getData()[0], [expected] * 2)
    np.testing.assert_allclose(plot._observed.getData()[0], [classes.mean()])


@each_case
def test_the_sentence_is_true(parameters, chunk):
    classes = classes_of(chunk(parameters))
    counts = np.bincount(classes, minlength=parameters.classes)
    ends, p = intervals(counts, parameters.draws), parameters.p
    inside = int(((ends[:, 0] <= p) & (p <= ends[:, 1])).sum())
    plot = ClassFrequencies()
    words = plot.caption(plot.summarise(chunk(parameters)), parameters).replace("\u00a0", "")
    expected = sum(i * entry for i, entry in enumerate(parameters.probabilities))
    plural = "" if parameters.draws == 1 else "s"
    assert words.startswith(f"{parameters.draws} draw{plural}:")
    assert f"interval of {inside} of {parameters.classes} classes" in words
    estimate = mean_index(plot.summarise(chunk(parameters)), parameters)
    assert estimate.value == pytest.approx(classes.mean())
    assert words.endswith(f"Mean index {beside(estimate, 'E(X)', expected)}.".replace("\u00a0", ""))
    if estimate.margin:
        half = scipy.stats.t.ppf(0.975, len(classes) - 1) * scipy.stats.sem(classes)
        assert half <= estimate.margin <= 1.14 * half + 0.5 / len(classes)


@pytest.mark.parametrize(
    ("p", "counts", "inside"),
    [
        ((0.3, 0.7), (30, 70), 2),
        ((0.3, 0.7), (50, 50), 0),
        ((0.3, 0.3, 0.4), (0, 0, 1000), 0),
        ((0.3, 0.3, 0.4), (295, 345, 360), 1),
        ((0, 1), (0, 9), 2),
    ],
)
def test_classes_whose_interval_misses_p_are_not_counted(p, counts, inside):
    words = ClassFrequencies().caption(FrequencySummary(np.array(counts)), Parameters(p))
    ends = intervals(counts, sum(counts))
    assert inside == sum(low <= q <= high for (low, high), q in zip(ends, p, strict=True))
    assert f"of {inside} of {len(p)} classes" in words


@pytest.mark.parametrize("draws", [1, 2, 3, 9])
def test_the_mean_index_of_few_draws_has_no_margin(draws):
    """A margin of 2 draws covered in 42 % of cases, and of 10 in 86 %."""
    summary = FrequencySummary(np.array([0, 1, draws - 1]))
    words = ClassFrequencies().caption(summary, Parameters((0.1, 0.2, 0.7)))
    assert "±" not in words
    assert "(no margin), where E(X) = 1.6." in words


def test_the_mean_index_has_students_margin():
    summary = FrequencySummary(np.array([3, 3, 6]))
    estimate = mean_index(summary, Parameters((0.25, 0.25, 0.5)))
    half = scipy.stats.t.ppf(0.975, 11) * np.std(np.repeat([0, 1, 2], [3, 3, 6]), ddof=1) / 12**0.5
    assert half < estimate.margin < 1.15 * half


def test_digits_of_the_mean_index_are_those_of_its_margin():
    """It was "31.5840 ± 1.1"."""
    counts = np.random.default_rng(1).multinomial(1000, [1 / 64] * 64)
    words = ClassFrequencies().caption(FrequencySummary(counts), Parameters((1,) * 64))
    assert re.search(r"Mean index \d\d\.\d ± 1\.\d, which contains E\(X\) = 31\.5\.", words)


def test_a_rare_class_that_was_not_drawn_leaves_no_margin():
    """Draws without it look harmless: the law decides, not they."""
    p = np.append(np.full(63, 0.999 / 63), 0.001)[::-1]
    few = mean_index(FrequencySummary(np.array([0, 1000])), Parameters((0.001, 0.999), draws=1000))
    assert few.margin is None
    assert mean_index(FrequencySummary(np.array([0, *[1] * 63])), Parameters(tuple(p))).margin


def test_without_noise_the_mean_index_is_certain():
    summary = FrequencySummary(np.array([0, 0, 50]))
    parameters = Parameters((0.1, 0.2, 0.7), mistake="no-noise")
    assert "Mean index 2, not E(X) = 1.6." in ClassFrequencies().caption(summary, parameters)


def test_one_draw_is_in_the_singular():
    words = ClassFrequencies().caption(FrequencySummary(np.array([1, 0])), Parameters((1, 1)))
    assert "1 draws" not in words


def test_what_a_mistake_samples_is_told_beside_p(chunk):
    parameters = Parameters(NOTE_PROBABILITIES, 0.3, 30_000, 4, mistake="noise-after-t")
    summary = ClassFrequencies.summarise(chunk(parameters))
    words = ClassFrequencies().caption(summary, parameters)
    powers = parameters.p ** (1 / 0.3)
    inside = intervals_with(powers / powers.sum(), summary.counts, 30_000)
    assert inside >= 4
    assert "p lies in the 95 % interval of 0 of 5 classes" in words.replace("\u00a0", " ")
    assert f"What this mistake samples lies in {inside} of them." in words
    right = Parameters(NOTE_PROBABILITIES, 0.3, 30_000, 4)
    assert "What" not in ClassFrequencies().caption(ClassFrequencies.summarise(chunk(right)), right)


def test_ties_count_for_each_class_with_the_largest_score(chunk):
    parameters = Parameters((1,) * 64, 1.0, 16_000, 4, mistake="ties-twice")
    draws = chunk(parameters)
    summary = ClassFrequencies.summarise(draws)
    ties = draws.scores == draws.scores.max(axis=0)
    assert ties.sum() > 16_100
    np.testing.assert_array_equal(summary.counts, ties.sum(axis=1))
    assert summary.draws == 16_000
    words = ClassFrequencies().caption(summary, parameters)
    assert f"frequencies add up to {ties.sum() / 16_000:.6g}." in words


@pytest.mark.parametrize("mistake", Mistake)
def test_sums_depend_on_t_only_where_the_scores_do(mistake):
    cold, warm = (Parameters(NOTE_PROBABILITIES, t, mistake=mistake) for t in (0.3, 3.0))
    same = ClassFrequencies.cache_key(cold) == ClassFrequencies.cache_key(warm)
    assert same == (mistake.value not in ("noise-after-t", "t-in-logarithms"))
