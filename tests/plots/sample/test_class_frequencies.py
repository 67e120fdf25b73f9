import re

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.sample.class_frequencies import ClassFrequencies, FrequencySummary

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


def wilson(counts, n):
    """Return SciPy's intervals, (K, 2)."""
    tests = [scipy.stats.binomtest(int(k), n) for k in counts]
    return np.array([test.proportion_ci(0.95, method="wilson") for test in tests])


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
    np.testing.assert_allclose(ends, wilson(counts, parameters.draws), rtol=1e-9, atol=1e-12)
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
    ends, p = wilson(counts, parameters.draws), parameters.p
    inside = int(((ends[:, 0] <= p) & (p <= ends[:, 1])).sum())
    plot = ClassFrequencies()
    words = plot.caption(plot.summarise(chunk(parameters)), parameters).replace("\u00a0", "")
    expected = sum(i * entry for i, entry in enumerate(parameters.probabilities))
    assert words.startswith(f"{parameters.draws} draw")
    assert f"interval of {inside} of {parameters.classes} classes" in words
    assert f"Mean index {classes.mean():.4f}" in words
    assert f"E(X) = {expected:.4f}" in words
    assert ("±" in words) == (classes.std() > 0)
    if classes.std() > 0:
        half = 1.959964 * classes.std() / parameters.draws**0.5
        stated = float(re.search(r"± ([\d.]+)", words)[1])
        assert stated == pytest.approx(half, rel=0.06, abs=1e-9)


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
    ends = wilson(counts, sum(counts))
    assert inside == sum(low <= q <= high for (low, high), q in zip(ends, p, strict=True))
    assert f"of {inside} of {len(p)} classes" in words


@pytest.mark.parametrize("draws", [1, 2, 3])
def test_few_draws_claim_no_exact_mean(draws):
    """The spread of a few equal draws is 0, which is no measure of the error of their mean."""
    summary = FrequencySummary(np.array([0, 0, draws]))
    assert "± 0," not in ClassFrequencies().caption(summary, Parameters((0.1, 0.2, 0.7)))


def test_one_draw_is_in_the_singular():
    words = ClassFrequencies().caption(FrequencySummary(np.array([1, 0])), Parameters((1, 1)))
    assert "1 draws" not in words
