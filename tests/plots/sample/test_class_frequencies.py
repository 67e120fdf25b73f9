import re

import numpy as np
import pytest
import scipy.stats
from PyQt6.QtCore import QPointF

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
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
    np.testing.assert_array_equal(plot._bars.opts["x"], k)
    np.testing.assert_allclose(plot._bars.opts["height"], counts / parameters.draws)
    assert len(plot._bars.opts["brushes"]) == len(k)
    drawn = plot._intervals.opts
    ends = np.stack([drawn["y"] - drawn["bottom"], drawn["y"] + drawn["top"]], axis=1)
    np.testing.assert_array_equal(drawn["x"], k)
    np.testing.assert_allclose(ends, wilson(counts, parameters.draws), rtol=1e-9, atol=1e-12)
    x, y = plot._marks.getData()
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
    words = plot.caption(plot.summarise(chunk(parameters))).replace("\u00a0", "")
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
    words = ClassFrequencies().caption(FrequencySummary(np.array(p), np.array(counts)))
    ends = wilson(counts, sum(counts))
    assert inside == sum(low <= q <= high for (low, high), q in zip(ends, p, strict=True))
    assert f"of {inside} of {len(p)} classes" in words


@pytest.mark.parametrize("draws", [1, 2, 3])
def test_few_draws_claim_no_exact_mean(draws):
    """A sample whose draws agree by chance says nothing about how far its mean is off."""
    summary = FrequencySummary(np.array([0.1, 0.2, 0.7]), np.array([0, 0, draws]))
    assert "± 0," not in ClassFrequencies().caption(summary)


def test_one_draw_is_told_in_the_singular():
    words = ClassFrequencies().caption(FrequencySummary(np.array([0.5, 0.5]), np.array([1, 0])))
    assert "1 draws" not in words


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_bars_have_their_class_colours(style, show, pixels):
    plot = show("class_frequencies", Parameters((1,) * 8, draws=800), style)
    picture = pixels(plot)
    for k in range(8):
        inside = plot.frame.vb.mapViewToScene(QPointF(k, 0.02))
        colour = picture[int(inside.y()), int(inside.x())]
        assert f"#{colour:06x}" == style.class_colour(k)


@pytest.mark.parametrize("classes", [2, 12, 20, 21, 64])
@pytest.mark.parametrize("size", [(330, 150), (480, 360)], ids=str)
def test_marks_of_neighbours_do_not_touch(classes, size, show):
    plot = show("class_frequencies", Parameters((1,) * classes, draws=3000))
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    pixel = plot.frame.vb.viewPixelSize()[0]
    ends = plot._marks.getData()[0].reshape(-1, 2)
    assert (ends[1:, 0] - ends[:-1, 1] > 1.2 * pixel).all()
    assert (ends[:, 1] - ends[:, 0] > plot._bars.opts["width"] - 1e-9).all()
    assert plot._intervals.opts["beam"] < plot._bars.opts["width"]


def test_bars_at_the_ends_are_whole(show):
    for labels in ((), tuple(f"name {k}" for k in range(64))):
        plot = show("class_frequencies", Parameters((1,) * 64, draws=900), labels=labels)
        low, high = plot.frame.vb.viewRange()[0]
        assert low <= -0.5
        assert high >= 63.5


def test_the_most_probable_of_64_classes_are_named_and_follow_p(show, chunk, pixels):
    p = np.full(64, 1.0)
    p[[21, 41]] = 9, 7
    plot = show("class_frequencies", Parameters(tuple(p), draws=3000))
    pixels(plot)
    axis = plot.frame.axis("bottom")
    assert {21, 41} <= axis._texts.keys()
    plot.draw(plot.summarise(chunk(Parameters(tuple(np.roll(p, 1)), draws=3000))))
    pixels(plot)
    assert {22, 42} <= axis._texts.keys()
    assert 21 not in axis._texts
