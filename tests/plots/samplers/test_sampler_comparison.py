import re
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPointF

from gumbel_gui.core.class_law import class_law
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.statistics import goodness_of_fit, unnoticed_distance
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.samplers import sampler_comparison
from gumbel_gui.plots.samplers.fit_table import PLACES
from gumbel_gui.plots.samplers.sampler_comparison import SamplerComparison, SamplerSummary
from gumbel_gui.plots.words.mistakes import shift_formula

NOTE = Parameters(NOTE_PROBABILITIES, draws=60_000, seed=2)
NAMES = ("argmax p", "choice", "ln p + ε", "p + ε", "ln p + u", "ln p + z", "ln p + b·ε")
CASES = {
    "note": NOTE,
    "b = 1": replace(NOTE, noise_scale=1.0),
    "b = 0.3": replace(NOTE, noise_scale=0.3),
    "uniform p": replace(NOTE, probabilities=(1,) * 5),
    "zero entries": replace(NOTE, probabilities=(0, 0.4, 0, 0.6)),
    "one-hot": replace(NOTE, probabilities=(0, 1, 0)),
    "64 classes": replace(NOTE, probabilities=range(1, 65)),
    "one draw": replace(NOTE, draws=1),
    **{mistake.value: replace(NOTE, mistake=mistake) for mistake in Mistake},
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES.keys())


def counts_of(draws):
    """Return how often each way gave each class, by NumPy's own argmax, (7, K)."""
    parameters, p = draws.parameters, draws.parameters.p
    with np.errstate(divide="ignore"):
        log_p = np.log(p)[:, None].astype(np.float32)
    column, b = p[:, None].astype(np.float32), parameters.noise_scale
    on_p = parameters.mistake is Mistake.NOISE_ON_P
    scores = [
        (column if on_p else log_p) + draws.noise,
        column + draws.noise,
        log_p + draws.uniform,
        log_p + draws.normal,
        log_p / np.float32(b) + draws.noise,
    ]
    codes = [np.full(draws.count, p.argmax()), draws.choices]
    codes += [each.argmax(axis=0) for each in scores]
    return np.array([np.bincount(each, minlength=len(p)) for each in codes])


def p_value(counts, p):
    """Return the p-value, whose own tests are in tests/core/test_statistics.py."""
    return goodness_of_fit(counts, p)


def plain(words):
    return words.replace("\u00a0", " ")


@each_case
def test_counts_are_those_of_plain_numpy(parameters, chunk):
    draws = chunk(parameters)
    summary = SamplerComparison.summarise(draws)
    assert summary.counts.dtype == np.int64
    # The scores of a few draws are equal but for rounding.
    near = 2e-3 if parameters.mistake.in_half_precision else 1e-4
    assert abs(summary.counts - counts_of(draws)).max() <= near * parameters.draws
    assert (summary.counts.sum(axis=1) == parameters.draws).all()
    assert summary.draws == parameters.draws


@each_case
def test_bars_and_boundaries_are_where_they_belong(parameters, show, chunk):
    plot = show("sampler_comparison", parameters)
    summary = plot.summarise(chunk(parameters))
    p, b, classes = parameters.p, parameters.noise_scale, parameters.classes
    x, y = plot._bars.getData()
    ends = np.cumsum(summary.counts / parameters.draws, axis=1)
    np.testing.assert_allclose(x.reshape(classes, 7).T, ends, atol=1e-12)
    np.testing.assert_array_equal(
        y.reshape(classes, 7), np.tile(np.arange(6, -1, -1), (classes, 1))
    )
    x, _ = plot._p.getData()
    own_ends = plot._own.getData()
    if classes > 20:
        assert x is None or not len(x)
        assert own_ends[0] is None or not len(own_ends[0])
        return
    np.testing.assert_allclose(x[::2], np.cumsum(p)[:-1], atol=1e-12)
    np.testing.assert_array_equal(x[::2], x[1::2])
    softmax = np.exp(p) / np.exp(p).sum()
    own = {3: softmax, 6: p ** (1 / b) / (p ** (1 / b)).sum()}
    mistake = parameters.mistake
    if not mistake.noise_is_gumbel:
        own = {}
    if not mistake.samples_p and mistake is not Mistake.NO_NOISE:
        own[2] = class_law(mistake, p, parameters.temperature).chosen
    found = {}
    for x, y in zip(*own_ends, strict=True):
        found.setdefault(6 - round(y), []).append(x)
    assert found.keys() == own.keys()
    for row, exact in own.items():
        np.testing.assert_allclose(found[row], np.repeat(np.cumsum(exact)[:-1], 2), atol=1e-12)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("classes", [2, 8])
def test_parts_have_their_class_colours(style, classes, show, pixels, chunk):
    parameters = replace(NOTE, probabilities=(1,) * classes)
    plot = show("sampler_comparison", parameters, style)
    picture = pixels(plot)
    shares = plot.summarise(chunk(parameters)).counts / parameters.draws
    middles = np.cumsum(shares, axis=1) - shares / 2
    for row, place in enumerate(PLACES):
        for k in range(classes):
            if shares[row, k] > 0.05:
                # Beside the middle: there may be the boundary of another row.
                inside = plot.frame.vb.mapViewToScene(QPointF(middles[row, k] + 0.02, place))
                colour = picture[int(inside.y()), int(inside.x())]
                assert f"#{colour:06x}" == style.class_colour(k), (row, k)


def test_parts_of_a_bar_overlap_and_the_earlier_one_is_on_top(show, pixels):
    shares = np.tile([0.4, 0.001, 0.0, 0.3, 0.299], (7, 1))
    plot = show("sampler_comparison", NOTE)
    plot._bars.set_shares(shares)
    numbers = plot._bars._numbers
    ends = np.cumsum(shares[0])
    np.testing.assert_allclose(
        numbers[:, 0, 0] + numbers[:, 0, 2], ends * [1, 1, 0, 1, 1], atol=0.4
    )
    assert numbers[2, :, 2].max() == 0
    for k, before in ((1, ends[0]), (3, ends[1]), (4, ends[3])):
        assert (numbers[k, :, 0] < before).all()
        assert (numbers[k, :, 0] >= 0).all()
    plot._p.setData([], [])
    plot._own.setData([], [])
    picture = pixels(plot)
    for x, k in ((0.39, 0), (0.41, 3), (0.69, 3), (0.71, 4)):
        inside = plot.frame.vb.mapViewToScene(QPointF(x, 3))
        assert f"#{picture[int(inside.y()), int(inside.x())]:06x}" == LIGHT.class_colour(k)


@each_case
def test_the_table_says_what_follows_from_the_test(parameters, show, chunk):
    plot = show("sampler_comparison", parameters)
    summary = plot.summarise(chunk(parameters))
    header, *rows = plot._table._rows
    assert header[1] == ("distance", "p-value", "")
    assert [place for place, *_ in rows] == [6, 5, 4, 3, 2, 1, 0]
    for counts, (_, (distance, value, words), strong) in zip(summary.counts, rows, strict=True):
        exact = p_value(counts, parameters.p)
        gap = abs(counts / parameters.draws - parameters.p).sum() / 2
        assert float(distance) == pytest.approx(gap, abs=5.1e-5)
        if parameters.draws == 1:
            assert (value, words) == ("–", "too few")
        elif exact < 0.001:
            assert (value, words) == ("<0.001", "rejected")
        else:
            assert words == "retained"
            assert float(value) == pytest.approx(exact, abs=0.0051)
        assert strong == (words == "retained" and exact >= 0.01)


@each_case
def test_rows_are_named_by_what_they_do(parameters, show):
    plot = show("sampler_comparison", parameters)
    shift = shift_formula(parameters.mistake)
    names = [name.replace("ln p + ε", f"{shift} + ε") for name in NAMES]
    assert plot.frame.axis("left")._tickLevels == [list(zip(PLACES.tolist(), names, strict=True))]


@pytest.mark.parametrize("size", [(310, 200), (360, 240), (520, 330), (900, 500)], ids=str)
@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
def test_bars_and_table_share_the_width(size, style, show, pixels):
    plot = show("sampler_comparison", NOTE, style)
    view = plot.frame.getViewWidget()
    view.ci.setContentsMargins(0, 0, 0, 0)
    view.resize(*size)
    view.show()
    pixels(plot)
    table, bars = plot._table, plot.frame.vb
    assert table._whole == (size[0] >= 500)
    assert bars.width() >= 110
    assert table.mapRectToScene(table.rect()).left() >= bars.mapRectToScene(bars.rect()).right() - 2
    assert table.mapRectToScene(table.rect()).right() <= size[0]
    columns = table._widths if table._whole else [table._widths[0], table._widths[2]]
    assert table.width() >= table.MARGIN + sum(columns) + table.GAP * (len(columns) - 1)
    assert plot.key.size().width() > 0.9 * plot.frame.size().width()
    # Rows do not overlap, and the names beside them are whole.
    assert bars.height() / 7.75 > style.text_size + 2
    widest = max(table._frame.axis("left")._metrics.horizontalAdvance(name) for name in NAMES)
    assert plot.frame.axis("left").width() > widest + 8


def test_p_values_return_when_there_is_room_again(show, pixels):
    plot = show("sampler_comparison", NOTE)
    view = plot.frame.getViewWidget()
    seen = []
    for width in (310, 600, 310):
        view.resize(width, 300)
        view.show()
        pixels(plot)
        seen.append((plot._table._whole, plot._table.width()))
    assert [whole for whole, _ in seen] == [False, True, False]
    assert seen[0] == seen[2]
    assert seen[1][1] > seen[0][1] + 40


@each_case
def test_the_sentence_is_true(parameters, chunk):
    summary = SamplerComparison.summarise(chunk(parameters))
    words = plain(SamplerComparison().caption(summary, parameters))
    p, b = parameters.p, parameters.noise_scale
    if parameters.draws == 1:
        assert words == "1 draw: too few to test by χ² which of these ways sample p."
        return
    told, _, rest = words.partition(". It rejects ")
    kept = re.fullmatch(
        r"60 000 draws: χ² does not reject p \(threshold 0\.001\) for ([^;]*)(?:; a law "
        r"([\d.]+) away is missed every second time)?\.?",
        told,
    )
    distance = unnoticed_distance(60_000, p, 0.001)
    assert float(kept[2] or 1) == pytest.approx(distance, rel=0.06)
    rejected, _, others = rest.removesuffix(".").partition(", but not ")
    kept, rejected = (re.split(", | and ", part) for part in (kept[1], rejected))
    own = {
        "softmax(p)": np.exp(p) / np.exp(p).sum(),
        "p^(1/b)": p ** (1 / b) / (p ** (1 / b)).sum(),
    }
    mistake, gumbel = parameters.mistake, parameters.mistake.noise_is_gumbel
    chosen = f"{shift_formula(mistake)} + ε"
    named = [chosen if name == "ln p + ε" else name for name in NAMES]
    laws = {"p + ε": "softmax(p)", "ln p + b·ε": "p^(1/b)"} if gumbel else {}
    if not mistake.samples_p and mistake is not Mistake.NO_NOISE:
        name = "p^(1/t)" if gumbel else "the law of this mistake"
        name = "softmax(p)" if mistake.adds_to_p else name
        laws[chosen] = name
        own[name] = class_law(mistake, p, parameters.temperature).chosen
    for name, counts in zip(named, summary.counts, strict=True):
        own_name = laws.get(name)
        if p_value(counts, p) >= 0.001:
            assert name in kept
            assert name not in rejected
        else:
            assert name in rejected
            assert name not in kept
            as_own = own_name and p_value(counts, own[own_name]) >= 0.001
            assert (f"{own_name} for {name}" in others) == bool(as_own)
    assert len(kept) == len(set(kept))
    assert len(rejected) == len(set(rejected))
    assert {*kept, *rejected} - {""} <= set(named)


def summary_of(counts, p=(0.2, 0.3, 0.5), mistake=Mistake.NONE, b=2.0):
    """Return the summary of these counts, and their parameters."""
    parameters = Parameters(p, draws=int(np.sum(counts[0])), mistake=mistake, noise_scale=b)
    return SamplerSummary(np.array(counts)), parameters


def test_sentences_of_all_some_one_and_none():
    right, wrong = (200, 300, 500), (500, 300, 200)
    caption = SamplerComparison().caption

    def told(*rows):
        return plain(caption(*summary_of(rows)))

    assert told(*[right] * 7) == (
        "1 000 draws: χ² does not reject p (threshold 0.001) for argmax p, choice, ln p + ε, "
        "p + ε, ln p + u, ln p + z and ln p + b·ε; a law 0.057 away is missed every second "
        "time."
    )
    assert told(wrong, right, *[wrong] * 5) == (
        "1 000 draws: χ² does not reject p (threshold 0.001) for choice; a law 0.057 away is "
        "missed every second time. It rejects argmax p, ln p + ε, p + ε, ln p + u, ln p + z "
        "and ln p + b·ε."
    )
    assert told(*[wrong] * 7) == "1 000 draws: χ² rejects p (threshold 0.001) for all."
    softmax = np.exp([0.2, 0.3, 0.5])
    softmax = np.rint(10_000 * softmax / softmax.sum())
    rows = [tuple(10 * np.array(right))] * 7
    rows[3] = tuple(softmax.astype(int))
    assert told(*rows).endswith(" It rejects p + ε, but not softmax(p) for p + ε.")


def test_100_draws_that_cannot_tell_two_laws_apart_are_not_said_to_fit(chunk):
    """p + ε samples softmax(p) = (0.475, 0.525) here, and was said to fit p in 498 of 500 seeds."""
    parameters = Parameters((0.45, 0.55), draws=100)
    words = plain(
        SamplerComparison().caption(SamplerComparison.summarise(chunk(parameters)), parameters)
    )
    assert "fit" not in words
    assert "χ² does not reject p (threshold 0.001)" in words
    assert "a law 0.16 away is missed every second time" in words


def test_a_p_value_between_the_threshold_and_a_hundredth_is_not_bold(show):
    """A p-value of 0.002 read "fits p" in bold."""
    plot = show("sampler_comparison", NOTE)
    plot.draw(*summary_of([(549, 451)] * 7, (0.5, 0.5)))
    (_, (_, value, words), strong) = plot._table._rows[1]
    assert (value, words, strong) == ("0.002", "retained", False)


def test_a_class_that_p_does_not_have_is_rejected_by_one_draw():
    rows = [(0, 1, 0)] * 7
    rows[3] = (1, 0, 0)
    words = plain(SamplerComparison().caption(*summary_of(rows, (0, 0.5, 0.5))))
    assert words == "1 draw: too few to test by χ² which of these ways sample p. It rejects p + ε."


def test_ways_that_are_the_same_by_mistake_are_told_once(chunk):
    parameters = replace(NOTE, mistake=Mistake.NOISE_ON_P)
    summary = SamplerComparison.summarise(chunk(parameters))
    words = plain(SamplerComparison().caption(summary, parameters))
    assert "for choice;" in words
    assert words.count("softmax(p) for p + ε") == 1
    np.testing.assert_array_equal(summary.counts[2], summary.counts[3])
    rows = [(5000, 3000, 2000)] * 7
    rows[2] = rows[3] = (2000, 3000, 5000)
    words = plain(SamplerComparison().caption(*summary_of(rows, mistake=Mistake.NOISE_ON_P)))
    assert "for p + ε; a law" in words
    assert "It rejects argmax p, choice, ln p + u," in words


def test_the_heading_names_b(chunk):
    for b, text in ((2.0, "b = 2"), (0.25, "b = 0.25"), (100.0, "b = 100")):
        parameters = replace(NOTE, draws=10, noise_scale=b)
        summary = SamplerComparison.summarise(chunk(parameters))
        assert SamplerComparison().heading(summary, parameters).endswith(text)


@pytest.mark.parametrize("distance", [0.0, 3e-7, 2.4e-5, 4.9e-5, 6e-5, 0.0123, 0.5])
def test_distances_are_short_and_never_rounded_to_nothing(distance, show):
    plot = show("sampler_comparison", NOTE)
    n = 10**9
    moved = round(n * distance)
    counts = [(n // 2 + moved, n // 2 - moved)] * 7
    plot.draw(*summary_of(counts, (0.5, 0.5)))
    shown = plot._table._rows[1][1][0]
    assert len(shown) <= 8
    assert (shown == "0.0000") == (distance == 0)


def test_boundaries_of_up_to_twenty_classes_are_drawn(show):
    for classes, ends in ((20, 2 * 19), (21, 0)):
        plot = show("sampler_comparison", replace(NOTE, probabilities=(1,) * classes, draws=100))
        assert len(plot._p.getData()[0]) == ends
        assert len(plot._own.getData()[0]) == 2 * ends  # of p + ε and of ln p + b·ε


def test_the_key_has_the_marks_only_where_they_are_drawn(show):
    def texts(classes):
        plot = show("sampler_comparison", replace(NOTE, probabilities=(1,) * classes))
        return [entry.text for entry in plot.key.shown(10_000)[0]]

    assert texts(20)[:3] == ["p", "own law", "class 0"]
    assert texts(21)[0] == "class 0"


def test_what_is_prepared_is_not_computed_again(chunk, show, monkeypatch):
    parameters = replace(NOTE, draws=1234, seed=77)
    plot, summary = show("sampler_comparison", NOTE), SamplerComparison.summarise(chunk(parameters))
    plot.prepare(summary, parameters)
    monkeypatch.delattr(sampler_comparison, "fit_test")
    plot.draw(summary, parameters)
    assert "1\u00a0234 draws" in plot.caption(summary, parameters)
    with pytest.raises(NameError):
        plot.caption(summary, replace(parameters, noise_scale=0.4))
