import re
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.relaxed_top import relaxed_top_k
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.samplers import top_k
from gumbel_gui.plots.samplers.top_k import TopK, _kth_largest, count_largest, exact_inclusion
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=4000, seed=2, top=2)
CASES = {
    **{f"note, k = {k}": replace(NOTE, top=k) for k in range(1, 6)},
    "zero entries": Parameters((0, 0.4, 0, 0.3, 0.3), draws=500, seed=3, top=2),
    "as many as can be": Parameters((0, 0.4, 0, 0.3, 0.3), draws=500, seed=3, top=3),
    "more than can be": Parameters((0, 0.4, 0, 0.3, 0.3), draws=500, seed=3, top=4),
    "one-hot": Parameters((0, 1, 0), draws=50, top=3),
    "tiny": Parameters((1e-300, 1, 5e-324, 1e-9), draws=50, top=3),
    "equal": Parameters((1, 1, 1), draws=300, seed=1, top=2),
    "seven draws": Parameters((0.1, 0.2, 0.7), draws=7, seed=4, top=2),
    "one draw": Parameters((0.1, 0.2, 0.7), draws=1, seed=4, top=1),
    **{
        f"64 classes, k = {k}": Parameters(range(1, 65), draws=900, seed=5, top=k)
        for k in (2, 31, 32, 33, 63)
    },
}
MISTAKES = {mistake.value: replace(NOTE, mistake=mistake) for mistake in Mistake}
EVERY = {
    **CASES,
    **MISTAKES,
    "no noise, equal": replace(CASES["equal"], mistake="no-noise"),
    "noise on p, more than can be": replace(CASES["more than can be"], mistake="noise-on-p"),
}
each_case = pytest.mark.parametrize("parameters", EVERY.values(), ids=EVERY.keys())


def largest(scores, k):
    """Return how often each row is among the k largest; of equal ones the first comes first."""
    order = np.argsort(-scores, axis=0, kind="stable")[:k]
    included = order[np.take_along_axis(scores, order, axis=0) > -np.inf]
    return np.bincount(included, minlength=len(scores))


def enumerated(p, k):
    """Return the inclusion probabilities, (K,), as a sum over all ordered samples."""
    exact = np.zeros(len(p))
    for sample in permutations(range(len(p)), k):
        chance, left = 1.0, list(p)
        for i in sample:
            chance, left[i] = chance * p[i] / sum(left), 0.0
        exact[list(sample)] += chance
    return exact


def intervals(counts, n):
    """Return the ends for each class, (K, 2), by SciPy: exact of fewer than 40, else Wilson's."""
    tests = [scipy.stats.binomtest(int(k), n) for k in counts]
    ways = ["wilson" if min(test.k, n - test.k) >= 40 else "exact" for test in tests]
    ends = zip(tests, ways, strict=True)
    return np.array([test.proportion_ci(0.95, method=way) for test, way in ends])


@each_case
def test_classes_are_counted_as_a_sort_of_the_scores_counts_them(parameters, chunk):
    draws = chunk(parameters)
    summary = TopK.summarise(draws)
    np.testing.assert_array_equal(summary.counts, largest(draws.scores, parameters.top))
    possible = np.isfinite(parameters.logits).sum()
    assert summary.counts.sum() == parameters.draws * min(parameters.top, possible)
    assert summary.draws == parameters.draws


@pytest.mark.parametrize("classes", [2, 3, 4, 5, 6, 9, 64])
@pytest.mark.parametrize("levels", [1, 2, 4, 1000])
def test_equal_scores_are_counted_once_and_in_the_order_of_the_classes(classes, levels):
    rng = np.random.default_rng(classes * levels)
    scores = rng.integers(levels, size=(classes, 700)).astype(np.float32)
    work = Workspace()
    for k in range(1, classes + 1):
        counts = count_largest(np.zeros(classes), scores, k, work)
        np.testing.assert_array_equal(counts, largest(scores, k), err_msg=k)
    assert levels == 1000 or (np.sort(scores, axis=0)[1:] == np.sort(scores, axis=0)[:-1]).any()


@pytest.mark.parametrize("classes", [2, 3, 7, 64])
def test_the_kth_largest_is_the_one_of_a_sort(classes):
    rng = np.random.default_rng(classes)
    scores = rng.gumbel(size=(classes, 300)).astype(np.float32)
    descending = -np.sort(-scores, axis=0)
    for k in range(1, classes):
        found = _kth_largest(scores, k, Workspace())
        np.testing.assert_array_equal(found, descending[k - 1], err_msg=k)


def test_neither_the_noise_nor_a_class_that_cannot_occur_is_touched():
    rng = np.random.default_rng(1)
    noise = rng.gumbel(size=(5, 100)).astype(np.float32)
    before = noise.copy()
    noise.flags.writeable = False
    logits = np.array([0, -np.inf, 1, -np.inf, 0.5])
    counts = count_largest(logits, noise, 2, Workspace())
    np.testing.assert_array_equal(counts, largest(noise + logits[:, None], 2))
    np.testing.assert_array_equal(noise, before)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("p", [(0.5, 0.3, 0.15, 0.05), NOTE_PROBABILITIES, (1, 1, 1, 7)], ids=str)
def test_frequencies_are_the_enumerated_probabilities(p, seed, chunk):
    """What is caught with certainty, 0.022, is less than k·p is off wherever 1 < k < K here."""
    for k in range(1, len(p)):
        parameters = Parameters(p, draws=CHUNK, seed=seed, top=k)
        summary = TopK.summarise(chunk(parameters))
        exact = enumerated(parameters.p, k)
        np.testing.assert_allclose(exact_inclusion(parameters.probabilities, k), exact, atol=1e-9)
        checks.happens(summary.counts, CHUNK, exact)
        naive = np.abs(k * parameters.p - exact).max()
        assert (naive > 0.022) == (k > 1)


def test_wrong_noise_is_found_by_the_same_test(chunk):
    exact = enumerated(NOTE.p, 2)
    for mistake in (Mistake.NORMAL, Mistake.UNIFORM, Mistake.NOISE_ON_P, Mistake.NO_NOISE):
        counts = TopK.summarise(chunk(replace(NOTE, draws=CHUNK, mistake=mistake))).counts
        tests = [
            scipy.stats.binomtest(int(c), CHUNK, e) for c, e in zip(counts, exact, strict=True)
        ]
        assert min(test.pvalue for test in tests) < checks.LEVEL, mistake


def test_the_exact_values_are_computed_by_the_worker_once_and_looked_up(show, chunk):
    exact_inclusion.cache_clear()
    summary = TopK.summarise(chunk(NOTE))
    assert exact_inclusion.cache_info().misses == 0
    TopK.prepare(summary, NOTE)
    assert exact_inclusion.cache_info().misses == 1
    plot = show("top_k", NOTE)
    plot.caption(summary, NOTE)
    TopK.prepare(summary + summary, NOTE)
    assert exact_inclusion.cache_info().misses == 1
    with pytest.raises(ValueError, match="read-only"):
        exact_inclusion(NOTE.probabilities, 2)[0] = 1


@each_case
def test_bars_intervals_and_marks_are_where_they_belong(parameters, show, chunk):
    plot = show("top_k", parameters)
    counts = largest(chunk(parameters).scores, parameters.top)
    k = np.arange(parameters.classes)
    np.testing.assert_array_equal(plot._bars.bars.opts["x"], k)
    np.testing.assert_allclose(plot._bars.bars.opts["height"], counts / parameters.draws)
    opts = plot._bars.intervals.opts
    ends = np.stack([opts["y"] - opts["bottom"], opts["y"] + opts["top"]], axis=1)
    np.testing.assert_allclose(ends, intervals(counts, parameters.draws), rtol=1e-6, atol=1e-9)
    x, y = plot._bars.marks.getData()
    np.testing.assert_allclose(x.reshape(-1, 2).mean(axis=1), k, atol=1e-12)
    if parameters.classes < 6 and (parameters.p > 0).all():
        np.testing.assert_allclose(y[::2], enumerated(parameters.p, parameters.top), atol=1e-9)
    np.testing.assert_array_equal(y[::2], y[1::2])
    bottom, top = plot.frame.vb.viewRange()[1]
    highest = max(ends.max(), y.max())
    assert bottom == 0
    assert highest <= top <= max(2.2 * highest, 0.13)
    product = parameters.top * parameters.p
    for item in plot._products:
        x, y = item.getData()
        np.testing.assert_allclose(y[::2], product[product <= top])
        np.testing.assert_allclose((x[::2] + x[1::2]) / 2, k[product <= top], atol=1e-12)


def test_some_products_lie_beyond_the_axis_and_some_within(show):
    plot = show("top_k", replace(NOTE, top=2))
    np.testing.assert_array_equal(plot._products[1].getData()[0][::2].round(), [0, 1, 2, 4])


@each_case
def test_the_sentences_are_true(parameters, chunk):
    counts = largest(chunk(parameters).scores, parameters.top)
    n, k, p = parameters.draws, parameters.top, parameters.p
    plot = TopK()
    summary = plot.summarise(chunk(parameters))
    few = parameters.classes < 6 and (p > 0).all()
    exact = enumerated(p, k) if few else exact_inclusion(parameters.probabilities, k)
    ends = intervals(counts, n)
    inside = int(((ends[:, 0] <= exact + 1e-9) & (exact - 1e-9 <= ends[:, 1])).sum())
    words = plot.caption(summary, parameters).replace("\u00a0", "")
    pattern = (
        r"(\d+) draws?: the exact probability lies in the 95 % interval of (\d+) of (\d+) classes; "
        r"largest gap ([\d.]+)\. The frequencies sum to (.*)\."
    )
    stated, held, classes, gap, rest = re.fullmatch(pattern, words).groups()
    assert (int(stated), int(held), int(classes)) == (n, inside, len(p))
    assert float(gap) == pytest.approx(np.abs(counts / n - exact).max(), rel=0.06, abs=1e-8)
    total = counts.sum() / n
    off = np.abs(k * p - exact).max()
    if total < k:
        only = "1 class has" if total == 1 else f"{total:.0f} classes have"
        assert rest == f"{total:.0f}, not to k = {k}: only {only} p > 0"
        assert total == (p > 0).sum()
    elif off < 1e-9:
        assert rest == f"k = {k}; k·p is exact here"
    elif k * p.max() > 1:
        start, value, name = re.fullmatch(r"(.*) would be ([\d.]+) for class (\d+)", rest).groups()
        assert start == f"k = {k}; k·p"
        assert k * p[int(name)] == k * p.max() == pytest.approx(float(value), rel=0.006)
    else:
        start, _, value = rest.rpartition(" ")
        assert start == f"k = {k}; k·p would be off by up to"
        assert float(value) == pytest.approx(off, rel=0.06)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("note, k = 1", "k·p is exact here."),
        ("equal", "k·p is exact here."),
        ("note, k = 2", "k·p would be 1.18 for class 3."),
        ("more than can be", "sum to 3, not to k = 4: only 3 classes have p > 0."),
        ("one-hot", "sum to 1, not to k = 3: only 1 class has p > 0."),
        ("noise on p, more than can be", "sum to k = 4; k·p would be 1.6 for class 1."),
        ("64 classes, k = 2", "k·p would be off by up to"),
    ],
)
def test_every_way_to_end_the_sentence_occurs(name, words, chunk):
    assert words in TopK().caption(TopK.summarise(chunk(EVERY[name])), EVERY[name])


def test_wrong_noise_is_not_said_to_fit(chunk):
    parameters = MISTAKES["normal-noise"]
    words = TopK().caption(TopK.summarise(chunk(parameters)), parameters)
    assert "interval of 0 of 5" in words or "interval of 1 of 5" in words


def test_one_draw_is_in_the_singular(chunk):
    parameters = CASES["one draw"]
    assert "1 draw:" in TopK().caption(TopK.summarise(chunk(parameters)), parameters)


@pytest.mark.parametrize("top", [1, 2, 5])
def test_the_heading_names_k(top, chunk):
    parameters = replace(NOTE, top=top)
    assert f"k = {top} of 5" in TopK().heading(TopK.summarise(chunk(parameters)), parameters)


def test_labels_are_on_the_axis_and_in_the_sentence(show, chunk):
    labels = ("Ann", "Bob", "Cy", "Di", "Eve")
    plot = show("top_k", NOTE, labels=labels)
    assert plot.frame.axis("bottom")._names == labels
    assert plot.caption(plot.summarise(chunk(NOTE)), NOTE).endswith("k·p would be 1.18 for Di.")


# relaxed vectors


@pytest.mark.parametrize("t", [0.0, 0.3, 2.0])
@pytest.mark.parametrize("mistake", ["none", "t-outside", "noise-after-t"])
def test_relaxed_vectors_are_added_up_and_told_beside_the_exact_probability(
    t, mistake, show, chunk
):
    parameters = replace(NOTE, temperature=t, relaxed_top=True, mistake=mistake)
    draws = chunk(parameters)
    summary, effective = TopK.summarise(draws), parameters.effective_temperature
    expected = largest(draws.scores, 2)
    if effective:
        expected = relaxed_top_k(draws.scores.astype(np.float64), 2, effective).sum(axis=1)
    np.testing.assert_allclose(summary.relaxed, expected, rtol=1e-5)
    plot = show("top_k", parameters)
    x, y = plot._relaxed.getData()
    np.testing.assert_array_equal(x, np.arange(5))
    np.testing.assert_allclose(y, np.minimum(expected / 4000, plot._bars.top), rtol=1e-5)
    words = TopK().caption(summary, parameters)
    mean, exact = expected[3] / 4000, exact_inclusion(parameters.probabilities, 2)[3]
    assert f"class 3 is {mean:.3g}, beside {exact:.3g} exactly" in words
    assert "relaxed" in [entry.text for entry in plot.key.shown(5000)[0]]


def test_while_they_are_off_t_changes_nothing_and_costs_nothing(chunk, monkeypatch):
    monkeypatch.setattr(top_k, "relaxed_top_k", None)
    warm = replace(NOTE, temperature=3.0)
    assert TopK.cache_key(NOTE) == TopK.cache_key(warm)
    assert TopK.summarise(chunk(warm)).relaxed.size == 0
    assert not len(TopK().table(TopK.summarise(chunk(NOTE)), NOTE).columns) > 9
    on, off = (replace(each, relaxed_top=True) for each in (NOTE, warm))
    assert TopK.cache_key(on) != TopK.cache_key(off)
