"""Tables beside computations of their own, from the noise, by SciPy or in plain NumPy.

The plots of the views temperature and gradients; those of the other views are beside their plots.
"""

from dataclasses import replace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots import plot_types
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 5, loss=Loss.COST)
K = len(NOTE_PROBABILITIES)
CLOSE = {"rtol": 2e-5, "atol": 2e-6}
"""Single precision, in which s is computed."""


@pytest.fixture
def table_of(summary_of):
    """Return a function that gives the columns and the quantities of a plot, by name."""

    def table(name, parameters, *options):
        plot = plot_types()[name](options=frozenset(options))
        made = plot.table(summary_of(plot, parameters), parameters, select(parameters))
        columns = {each.name: np.asarray(each.values) for each in made.columns}
        return columns, {each.name: each for each in made.quantities}

    return table


@pytest.fixture
def scores(chunk):
    """Return a function that gives ln p + ε (K, n) of parameters, in double precision."""
    return lambda p: np.log(p.p)[:, None] + chunk(p).noise.astype(np.float64)


def softmax(scores, t):
    return scipy.special.softmax(scores / t, axis=0)


def test_annealing(table_of):
    columns, told = table_of("annealing", replace(NOTE, schedule=(4, 0.03, 0.2), temperature=2))
    np.testing.assert_array_equal(columns["step"], np.arange(len(columns["step"])))
    exact = np.maximum(0.2, 4 * np.exp(-0.03 * columns["step"]))
    np.testing.assert_allclose(columns["temperature"], exact, rtol=1e-14)
    assert (told["start"].value, told["rate"].value, told["end"].value) == (4, 0.03, 0.2)
    assert told["length"].value == np.ceil(np.log(20) / 0.03)
    assert told["step"].value == round(np.log(2) / 0.03)


def test_expectation_by_temperature(table_of, scores):
    columns, told = table_of("expectation_by_temperature", NOTE)
    drawn = columns["source"] != "limit"
    assert columns["temperature"][drawn][-1] == NOTE.temperature
    for row in np.flatnonzero(drawn):
        s = softmax(scores(NOTE), columns["temperature"][row])
        means = [columns[f"mean_{k}"][row] for k in range(K)]
        np.testing.assert_allclose(means, s.mean(axis=1), **CLOSE)
        np.testing.assert_allclose(columns["largest"][row], s.max(axis=0).mean(), **CLOSE)
        entropy = scipy.stats.entropy(s, axis=0).mean() / np.log(K)
        np.testing.assert_allclose(columns["entropy"][row], entropy, **CLOSE)
    limits = np.array([columns[f"mean_{k}"][~drawn] for k in range(K)]).T
    np.testing.assert_allclose(limits, [NOTE.p, np.full(K, 1 / K)])
    assert told["mean"].exact == NOTE.p[3]
    s = softmax(scores(NOTE), NOTE.temperature)[3]
    half = 1.96 * s.std() / NOTE.draws**0.5
    ends = told["mean"].low, told["mean"].high
    np.testing.assert_allclose(ends, [s.mean() - half, s.mean() + half], rtol=1e-3)


def test_temperature_gallery(table_of, scores):
    columns, told = table_of("temperature_gallery", replace(NOTE, selected=12))
    winners = scores(NOTE).argmax(axis=0)
    single = ~np.isnan(columns["draw"])
    assert {*columns["draw"][single]} == {11, 12, 13, 14, 15}
    for i, t in enumerate([0.1, 0.5, 1, 2, 5, 10, NOTE.temperature]):
        s = softmax(scores(NOTE), t)
        assert told[f"temperature_{i}"].value == t
        np.testing.assert_allclose(told[f"largest_{i}"].value, s.max(axis=0).mean(), **CLOSE)
        for k in range(K):
            row = (columns["temperature"] == t) & (columns["class"] == k)
            np.testing.assert_allclose(columns["s"][row & single], s[k, 10:15], **CLOSE)
            np.testing.assert_array_equal(columns["argmax"][row & single], winners[10:15])
            np.testing.assert_allclose(columns["mean"][row & ~single], [s[k].mean()], **CLOSE)


def shares(columns, trio, mark):
    return np.array([columns[f"share_{k}"][columns["mark"] == mark] for k in trio])


def test_simplex(table_of, scores):
    parameters = replace(NOTE, trio=(4, 3, 1), selected=1000)
    trio = [4, 3, 1]
    columns, told = table_of("simplex", parameters)
    s = softmax(scores(parameters)[trio], parameters.temperature)
    np.testing.assert_array_equal(columns["draw"][:600], np.arange(1, 601))
    np.testing.assert_allclose(shares(columns, trio, "s"), s[:, :600], rtol=0, atol=1e-6)
    np.testing.assert_allclose(shares(columns, trio, "selected s"), s[:, 999:1000], **CLOSE)
    np.testing.assert_allclose(shares(columns, trio, "mean of s")[:, 0], s.mean(axis=1), **CLOSE)
    p = parameters.p[trio] / parameters.p[trio].sum()
    np.testing.assert_allclose(shares(columns, trio, "p")[:, 0], p)
    assert told["class"].value == 3
    np.testing.assert_allclose(told["mean"].value, s[1].mean(), **CLOSE)
    np.testing.assert_allclose(told["mean"].exact, p[1])


def test_simplex_cells(table_of, scores):
    columns, _ = table_of("simplex", NOTE, "density")
    middles = shares(columns, (0, 1, 2), "middle of a cell")
    np.testing.assert_allclose(middles.sum(axis=0), 1)
    s = softmax(scores(NOTE)[:3], NOTE.temperature)
    # Of equal triangles, a point is in the one whose middle is nearest.
    nearest = [((middles - each[:, None]) ** 2).sum(axis=0).argmin() for each in s.T]
    counts = np.bincount(nearest, minlength=middles.shape[1])
    found = columns["draws"][columns["mark"] == "middle of a cell"]
    assert found.sum() == NOTE.draws
    assert np.abs(found - counts).sum() <= 4  # points on an edge, up to rounding


def test_simplex_contours(table_of, scores):
    """Of 3 000 draws the share inside is the exact one, to within 0.002."""
    parameters, trio, t = replace(NOTE, trio=(4, 3, 1)), [4, 3, 1], NOTE.temperature
    columns, told = table_of("simplex", parameters)
    p = parameters.p[trio] / parameters.p[trio].sum()

    def log_density(s):
        powers = p[:, None] * s**-t
        return np.log(2 * t**2) + np.log(powers / s).sum(axis=0) - 3 * np.log(powers.sum(axis=0))

    drawn = log_density(softmax(scores(parameters)[trio], t).astype(np.float64))
    here = columns["mark"] == "contour"
    ends, enclosed = shares(columns, trio, "contour"), columns["enclosed"][here]
    np.testing.assert_array_equal(
        columns["piece"][here], np.repeat(np.arange(here.sum() // 2), 2) + 1
    )
    assert {*enclosed} == {0.25, 0.5, 0.75, 0.95}
    for share in {*enclosed}:
        level = told[f"log_density_at_{100 * share:.0f}_percent"].value
        error = (share * (1 - share) / len(drawn)) ** 0.5
        checks.means((drawn > level).mean(), share, error, slack=0.002, what="share")
        assert np.abs(log_density(ends[:, enclosed == share]) - level).max() < 0.05
    assert here[-1]  # below what the table is read for


def test_descent(table_of, chunk):
    parameters = replace(NOTE, learning_rate=0.3, steps=200, estimator=Estimator.REINFORCE)
    columns, told = table_of("descent", parameters)
    noise, w, t = chunk(parameters).noise.astype(np.float64), np.arange(K), 0.7
    soft_logits, hard_logits = np.log(parameters.p), np.log(parameters.p)
    assert columns["step"].tolist() == list(range(201))
    for step in range(201):
        p, q = np.exp(soft_logits), np.exp(hard_logits)
        np.testing.assert_allclose(columns["loss_gumbel_softmax"][step], w @ p, rtol=1e-6)
        np.testing.assert_allclose(columns["loss_reinforce"][step], w @ q, rtol=1e-6)
        np.testing.assert_allclose([columns[f"p_{k}"][step] for k in range(K)], q, rtol=1e-6)
        batch = noise[:, 10 * step : 10 * step + 10]
        s = softmax(soft_logits[:, None] + batch, t)
        soft_logits = soft_logits - 0.3 * (s * (w[:, None] - w @ s)).mean(axis=1) / t
        y = np.eye(K)[(hard_logits[:, None] + batch).argmax(axis=0)].T
        hard_logits = hard_logits - 0.3 * ((w @ y) * (y - q[:, None])).mean(axis=1)
        soft_logits -= scipy.special.logsumexp(soft_logits)
        hard_logits -= scipy.special.logsumexp(hard_logits)
    assert told["step"].value == 200
    assert told["best_loss"].value == 0


def test_gradient_estimators(table_of, scores):
    columns, told = table_of("gradient_estimators", NOTE)
    p, w = NOTE.p, np.arange(K)
    exact = p * (w - w @ p)
    np.testing.assert_allclose(told["gradient"].value, np.linalg.norm(exact))
    g = scores(NOTE)
    for name, baseline in (("REINFORCE", 0), ("REINFORCE with baseline", w @ p)):
        rows = (w - baseline)[:, None] * (np.eye(K) - p)
        (row,) = np.flatnonzero(columns["estimator"] == name)
        assert columns["bias"][row] == 0
        deviation = (p @ ((rows - p @ rows) ** 2).sum(axis=1)) ** 0.5
        np.testing.assert_allclose(columns["deviation"][row], deviation)
    for row, (name, t) in enumerate(zip(columns["estimator"], columns["temperature"], strict=True)):
        if name.startswith("REINFORCE"):
            continue
        s = softmax(g, t)  # with costs, straight-through is the same
        each = s * (w[:, None] - w @ s) / t
        variance = each.var(axis=1, ddof=1).sum()
        if np.isnan(columns["bias"][row]):
            assert np.isnan(columns["deviation"][row])
            continue
        square = ((each.mean(axis=1) - exact) ** 2).sum()
        bias = max(square - variance / NOTE.draws, 0) ** 0.5
        np.testing.assert_allclose(columns["bias"][row], bias, rtol=1e-3, atol=1e-5)
        np.testing.assert_allclose(columns["deviation"][row], variance**0.5, rtol=1e-4)
        ends = square**0.5 + 1.96 * (variance / NOTE.draws) ** 0.5 * np.array([-1, 1])
        found = columns["bias_low"][row], columns["bias_high"][row]
        np.testing.assert_allclose(found, np.maximum(ends, 0), rtol=1e-3, atol=1e-5)
    assert np.isfinite(columns["bias"]).sum() > len(columns["bias"]) / 2
    now = (columns["estimator"] == "Gumbel-softmax") & (columns["temperature"] == NOTE.temperature)
    assert columns["bias"][now] == told["bias_gumbel_softmax"].value


@pytest.mark.parametrize("options", [(), ("mean",)])
def test_jacobian(options, table_of, scores):
    columns, told = table_of("jacobian", replace(NOTE, selected=30), *options)
    each = range(NOTE.draws) if options else [29]
    s = softmax(scores(NOTE), NOTE.temperature)[:, each]
    y = np.eye(K)[scores(NOTE)[:, each].argmax(axis=0)].T
    slopes = np.array([(np.diag(a) - np.outer(a, a)) / NOTE.temperature for a in s.T]).mean(axis=0)
    i, j = columns["i"], columns["j"]
    np.testing.assert_allclose(columns["slope"], slopes[i, j], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(columns["s"], s.mean(axis=1)[i], **CLOSE)
    np.testing.assert_allclose(columns["y"], y.mean(axis=1)[i])
    steepest = told["steepest_i"].value, told["steepest_j"].value
    assert steepest == np.unravel_index(np.abs(slopes).argmax(), slopes.shape)
    np.testing.assert_allclose(told["steepest_slope"].value, slopes[steepest], rtol=1e-4)
