from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy.stats
from PyQt6.QtCore import QPointF

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_DRAWS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.theory import expected_distance
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.samplers.convergence import (
    CHECKPOINTS,
    Convergence,
    ConvergenceSummary,
    distances,
)
from gumbel_gui.plots.words.text import power_of_ten
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=40_000, seed=2)
CASES = {
    "note": NOTE,
    "zero entries": replace(NOTE, probabilities=(0, 0.4, 0, 0.6), draws=777),
    "fair coin": replace(NOTE, probabilities=(1, 1), draws=1000),
    "one-hot": replace(NOTE, probabilities=(0, 1, 0), draws=64),
    "twelve classes": replace(NOTE, probabilities=range(1, 13)),
    "64 classes": replace(NOTE, probabilities=range(1, 65)),
    "one draw": replace(NOTE, draws=1),
    "wrong": replace(NOTE, mistake=Mistake.NOISE_ON_P),
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES.keys())


def distances_of(chunk, numbers):
    """Return the distance from p of the first so many draws, one after the other."""
    classes, p = np.array(chunk.classes), chunk.parameters.p
    return np.array(
        [abs(np.bincount(classes[:m], minlength=len(p)) / m - p).sum() / 2 for m in numbers]
    )


def spread(p):
    """Return mean and standard deviation of Σ|Z_i| / 2 for the normal limit, by simulation."""
    p = np.asarray(p) / np.sum(p)
    covariance = np.diag(p) - np.outer(p, p)
    rng = np.random.default_rng(1)
    sums = abs(rng.multivariate_normal(np.zeros(len(p)), covariance, 400_000)).sum(axis=1) / 2
    return sums.mean(), sums.std()


def test_checkpoints_are_about_ten_a_decade_up_to_the_most_draws_there_can_be():
    assert CHECKPOINTS[:13].tolist() == [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32]
    assert CHECKPOINTS[-1] == MAX_DRAWS
    assert CHECKPOINTS.dtype == np.int64
    assert {10**k for k in range(12)} <= set(CHECKPOINTS.tolist())
    steps = CHECKPOINTS[8:] / CHECKPOINTS[7:-1]
    assert steps.min() > 1.2
    assert steps.max() < 1.31


@each_case
@pytest.mark.parametrize(("start", "end"), [(0, 40_000), (0, 1), (1, 10), (10, 20), (9, 9_999)])
@pytest.mark.parametrize("far", [0, 99_990, 10**9 - 7], ids=["near", "far", "farther"])
def test_counts_are_those_of_draws_up_to_each_checkpoint(parameters, start, end, far):
    start, end = start + far, end + far
    long = replace(parameters, draws=MAX_DRAWS)
    chunk = Chunk(long, start, end - start, Stages(), Workspace())
    counts = Convergence.summarise(chunk).counts
    assert counts.dtype == np.int64
    classes = np.array(chunk.classes)
    for checkpoint, row in zip(CHECKPOINTS.tolist(), counts, strict=True):
        up_to = classes[: max(checkpoint - start, 0)]
        np.testing.assert_array_equal(row, np.bincount(up_to, minlength=parameters.classes))


@each_case
def test_the_curve_is_the_distance_of_the_first_draws(parameters, show, chunk):
    plot = show("convergence", parameters)
    numbers = [m for m in CHECKPOINTS.tolist() if m < parameters.draws] + [parameters.draws]
    exact = distances_of(chunk(parameters), numbers)
    x, y = plot._curve.getData()
    np.testing.assert_allclose(10**x, numbers, rtol=1e-12)
    edge = 10 ** plot.frame.vb.viewRange()[1][0]
    np.testing.assert_allclose(10**y, np.maximum(exact, edge), rtol=1e-9)
    (end,) = zip(*plot._end.getData(), strict=True)
    assert end == (x[-1], y[-1])


def test_draws_of_many_chunks_are_put_in_their_places():
    parameters = replace(NOTE, draws=300_000)
    with Engine(2) as engine:
        summary = engine.summarise(parameters, {"it": Convergence.summarise})["it"]
    m, found = distances(summary, parameters.p)
    assert m[-1] == 300_000
    whole = Chunk(parameters, 0, 300_000, Stages(), Workspace())
    np.testing.assert_allclose(found, distances_of(whole, m.astype(int)), atol=1e-12)


@pytest.mark.parametrize(
    "p",
    [(0.3, 0.7), NOTE_PROBABILITIES, tuple(range(1, 13)), (1,) * 64],
    ids=["2", "5", "12", "64"],
)
def test_line_and_band_are_the_expected_distances(p, show):
    plot = show("convergence", replace(NOTE, probabilities=p, draws=30_000))
    low = 10 ** plot.frame.vb.viewRange()[1][0]
    x, y = plot._expected.getData()
    sides, half = plot._band.getData(), len(x)
    for i in (0, 10, 25, half - 1):
        mean, deviation = (float(each[0]) for each in expected_distance(p, [round(10 ** x[i])]))
        ends = sides[1][i], sides[1][::-1][i]
        for found, factor in ((y[i], 0), (ends[0], 2), (ends[1], -2)):
            exact = np.clip(mean + factor * deviation, low, 1)
            assert 10**found == pytest.approx(exact, rel=1e-9)
    np.testing.assert_array_equal(sides[0][:half], sides[0][half:][::-1])


def test_the_band_holds_the_distance_of_most_samples():
    """1,000 seeds × 2,000 draws, about 960 of them in the band."""
    inside = 0
    for seed in range(1000):
        parameters = replace(NOTE, draws=2000, seed=seed)
        summary = Convergence.summarise(Chunk(parameters, 0, 2000, Stages(), Workspace()))
        inside += "within the expected" in Convergence().caption(summary, parameters)
    checks.happens(inside, 1000, 0.96)


def test_noise_on_p_levels_off_at_the_distance_of_softmax_p(show):
    plot = show("convergence", replace(NOTE, mistake=Mistake.NOISE_ON_P))
    p = NOTE.p
    softmax = np.exp(p) / np.exp(p).sum()
    x, y = plot._curve.getData()
    late = 10 ** y[x > 3.5]
    assert len(late) > 10
    np.testing.assert_allclose(late, abs(softmax - p).sum() / 2, atol=0.03)


@pytest.mark.parametrize(
    ("draws", "decades", "depth"),
    [
        *[(1, 1, 2), (10, 1, 2), (11, 2, 2), (1000, 3, 3), (40_000, 5, 4), (10**6, 6, 4)],
        *[(10**6 + 1, 7, 5), (10**7, 7, 5), (10**9, 9, 6)],
    ],
)
def test_axes_follow_the_number_of_draws_in_whole_decades(draws, decades, depth, show, chunk):
    parameters = replace(NOTE, draws=min(draws, 40_000))
    plot = show("convergence", parameters)
    plot.draw(plot.summarise(chunk(parameters)), replace(parameters, draws=draws))
    (left, right), (low, high) = plot.frame.vb.viewRange()
    assert -0.1 * decades < left < 0
    assert decades < right < 1.1 * decades
    assert -1.1 * depth < low < -depth
    assert 0 < high < 0.1 * depth
    ticks = [plot.frame.axis(side)._tickLevels[0] for side in ("bottom", "left")]
    powers = range(0, decades + 1, 1 if decades < 7 else 2)
    assert [text for _, text in ticks[0]] == [power_of_ten(k) for k in powers]
    assert [x for x, _ in ticks[0]] == list(powers)
    assert [x for x, _ in ticks[1]] == list(range(-depth, 1))


@pytest.mark.parametrize("draws", [1, 10**3, 10**6, 10**7, 10**9, 10**11])
@pytest.mark.parametrize("size", [(310, 200), (520, 330)], ids=str)
def test_powers_of_ten_do_not_touch(draws, size, show, pixels, chunk):
    plot = show("convergence", NOTE)
    plot.draw(plot.summarise(chunk(NOTE)), replace(NOTE, draws=draws))
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.show()
    pixels(plot)
    axis = plot.frame.axis("bottom")
    pixel = plot.frame.vb.viewPixelSize()[0]
    places = [(x / pixel, axis._metrics.horizontalAdvance(text)) for x, text in axis._tickLevels[0]]
    for (x, width), (next_x, next_width) in pairwise(places):
        assert next_x - x > (width + next_width) / 2 + 4


@pytest.mark.parametrize(
    ("exponent", "text"),
    [(0, "1"), (1, "10"), (2, "10²"), (11, "10¹¹"), (-1, "0.1"), (-2, "10⁻²"), (-7, "10⁻⁷")],
)
def test_powers_are_written_as_people_write_them(exponent, text):
    assert power_of_ten(exponent) == text


def test_axes_of_the_first_chunk_are_those_of_all_draws(show):
    """So nothing jumps while a slider moves, when only the first chunk is there."""
    parameters = replace(NOTE, draws=10**6)
    with Engine(1) as engine:
        first, *_, last = engine.accumulate(
            parameters, {"it": Convergence.summarise}, every=0, preview=True
        )
    assert first.done < last.done == 10**6
    plot = show("convergence", NOTE)
    plot.draw(first.summaries["it"], parameters)
    before = plot.frame.vb.viewRange()
    plot.draw(last.summaries["it"], parameters)
    assert plot.frame.vb.viewRange() == before
    assert before[0][1] > 6


def test_more_draws_of_the_same_kind_can_be_added(chunk):
    """Drawing goes on where it was, with a larger number of draws."""
    first = Convergence.summarise(chunk(replace(NOTE, draws=30_000)))
    rest = Chunk(NOTE, 30_000, 10_000, Stages(), Workspace())
    together = first + Convergence.summarise(rest)
    alone = Convergence.summarise(chunk(NOTE))
    np.testing.assert_array_equal((Convergence.summarise(rest) + first).counts, alone.counts)
    np.testing.assert_array_equal(together.counts, alone.counts)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_band_is_filled_and_nothing_else_is(style, show, pixels):
    plot = show("convergence", replace(NOTE, draws=10_000, seed=3), style)
    picture = pixels(plot)
    mean, deviation = spread(NOTE_PROBABILITIES)

    def colour(factor):
        place = QPointF(2.13, np.log10(factor) - 2.13 / 2)
        inside = plot.frame.vb.mapViewToScene(place)
        return f"#{picture[int(inside.y()), int(inside.x())]:06x}"

    assert colour(mean + 1.9 * deviation) == style.fill
    assert colour(mean - 1.6 * deviation) == style.fill
    assert colour(mean + 2.4 * deviation) != style.fill
    assert colour(0.7 * (mean - 2 * deviation)) != style.fill


def summary_of(counts, p):
    """Return the summary of these counts, and their parameters."""
    rows = np.zeros((len(CHECKPOINTS), len(p)), np.int64)
    rows[sum(counts) <= CHECKPOINTS] = counts
    return ConvergenceSummary(rows), Parameters(p, draws=sum(counts))


@pytest.mark.parametrize(
    ("counts", "p", "words"),
    [
        (
            (505, 495),
            (0.5, 0.5),
            "1 000 draws: the class frequencies are 0.005 from p in total variation, within the "
            "expected 0.013 ± 0.019 (2σ).",
        ),
        (
            (700, 300),
            (0.5, 0.5),
            "1 000 draws: the class frequencies are 0.2 from p in total variation, above the "
            "expected 0.013 ± 0.019 (2σ): 16 times the mean.",
        ),
        (
            (100,) * 10,
            (0.1,) * 10,
            "1 000 draws: the class frequencies are 0 from p in total variation, below the "
            "expected 0.038 ± 0.019 (2σ).",
        ),
        (
            (0, 9),
            (0.0, 1.0),
            "9 draws: all are of the one class that p allows, at distance 0.",
        ),
        (
            (3, 6),
            (0.0, 1.0),
            "9 draws: the class frequencies are 0.333 from p in total variation, though p allows "
            "one class only.",
        ),
        (
            (1,) + (0,) * 63,
            (1 / 64,) * 64,
            "1 draw: the class frequencies are 0.9844 from p in total variation, within the "
            "expected 0.9844 (2σ, approximate).",
        ),
        (
            (0, 10),
            (0.001, 0.999),
            "10 draws: the class frequencies are 0.001 from p in total variation, within the "
            "expected 0.002 ± 0.020 (2σ, approximate).",
        ),
    ],
    ids=["within", "above", "below", "one-hot", "impossible", "few", "rare"],
)
def test_the_sentence_follows_from_the_numbers(counts, p, words):
    assert Convergence().caption(*summary_of(counts, p)).replace("\u00a0", " ") == words


@pytest.mark.parametrize("moved", range(0, 80, 4))
def test_within_is_what_lies_in_the_band(moved):
    """Of a fair coin the distance is |k/n − ½|."""
    coin = scipy.stats.binom(1000, 0.5)
    mean = coin.expect(lambda k: abs(k / 1000 - 0.5))
    deviation = (coin.var() / 1e6 - mean**2) ** 0.5
    inside = abs(moved / 1000 - mean) <= 2 * deviation
    words = Convergence().caption(*summary_of((500 + moved, 500 - moved), (0.5, 0.5)))
    assert ("within" in words) == inside
