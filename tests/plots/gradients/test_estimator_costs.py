"""The price list: errors against their formula and repeated means, and which is told best."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients import cost_numbers, shown_sums
from gumbel_gui.plots.gradients.cost_numbers import Price
from gumbel_gui.plots.gradients.decoupled_bias import DecoupledBias
from gumbel_gui.plots.gradients.estimator_costs import BUDGETS, EstimatorCosts
from gumbel_gui.plots.gradients.gradient_estimators import GradientEstimators
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, 1.0, 20_000, 3, estimators=tuple(Estimator))


def summarise(parameters, stages=None):
    stages = stages or Stages()
    return EstimatorCosts.summarise(Chunk(parameters, 0, parameters.draws, stages, Workspace()))


def numbers(parameters):
    return cost_numbers.numbers_of(summarise(parameters), parameters)


def caption(parameters):
    return EstimatorCosts().caption(summarise(parameters), parameters).replace("\u00a0", "")


def rows_of(parameters):
    table = EstimatorCosts().table(summarise(parameters), parameters)
    columns = {column.name: column.values for column in table.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_the_error_is_that_of_the_mean_of_what_is_paid_for():
    """REINFORCE costs 1: its error is √(0.3966 / N); softmax's levels off at its bias 0.2428."""
    prices = numbers(NOTE).prices
    reinforce, straight = prices[Estimator.REINFORCE], prices[Estimator.SOFTMAX_STRAIGHT_THROUGH]
    for n in (1, 100, 10**6):
        assert reinforce.error(n).value == pytest.approx(math.sqrt(0.39660498 / n))
        assert straight.error(n).value == pytest.approx(math.sqrt(0.24276596**2 + 0.17577863 / n))
    assert {e: price.cost for e, price in prices.items() if price.cost > 1} == {
        Estimator.LEAVE_ONE_OUT: 4,
        Estimator.REBAR: 4,
    }
    assert [prices[Estimator.REBAR].draws(n) for n in (3, 4, 11)] == [0, 1, 2]
    exact = {e for e, price in prices.items() if price.error(1).exact}
    assert exact == {e for e in Estimator if not e.is_relaxed}


def test_the_error_of_a_mean_is_that_of_many_means():
    """20,000 means of 10 draws of REINFORCE with a drawn class."""
    rng, p = np.random.default_rng(4), NOTE.p
    w = np.array(NOTE.loss_weights)
    f = ((np.eye(5) - w) ** 2).sum(axis=1)
    drawn = rng.choice(5, p=p, size=(20_000, 10))
    means = (f[drawn][..., None] * (np.eye(5)[drawn] - p)).mean(axis=1)
    squares = ((means - p * (f - p @ f)) ** 2).sum(axis=1)
    told = numbers(NOTE).errors(10)[Estimator.REINFORCE].value
    # What is told has an error, too, of as many draws as it is of.
    error = squares.std() * math.sqrt(1 / 20_000 + 10 / NOTE.draws) / squares.mean()
    checks.means(told**2 / squares.mean(), 1, error, what="ratio of variances")


def test_intervals_of_both_parts_are_wide_enough_for_both():
    """At one draw, that of the sums of squares is within; without bias only the deviation's is."""
    stats = EstimatorStats(0.2, 0.1, 0.3, 1.0, 0.8, 1.2, 1.02, 0.9, 1.1, 100.0)
    biased, unbiased = Price(stats, 1, False).error(4), Price(stats, 1, True).error(4)
    assert biased.value == pytest.approx(math.hypot(0.2, 0.5))
    assert biased.low < math.hypot(0.1, 0.4) < math.hypot(0.3, 0.6) < biased.high
    assert (unbiased.low, unbiased.value, unbiased.high) == (0.4, 0.5, 0.6)
    far = Price(stats, 1, False).error(10**12)
    assert (far.low, far.high) == pytest.approx((0.1 - 0.0143, 0.3 + 0.0143), abs=2e-4)


def test_the_best_is_told_only_if_intervals_separate_it():
    shown = replace(NOTE, estimators=("reinforce", "reinforce-baseline"), estimator="reinforce")
    assert "REINFORCE with baseline has the least error of those shown: 0.01133 (exact)." in (
        caption(shown)
    )
    assert "The chosen one, REINFORCE, has 0.06298 (exact)." in caption(shown)
    near = replace(
        NOTE,
        draws=3000,
        estimators=("straight-through", "gumbel-rao"),
        estimator="straight-through",
        evaluations=10**6,
    )
    assert "one of these, which cannot be told apart: " in caption(near)
    relaxed = tuple(e for e in Estimator if e.is_relaxed)
    many = replace(NOTE, draws=300, loss="cost", temperature=2, estimators=relaxed)
    assert "cannot be told from 3 others." in caption(replace(many, estimator=relaxed[0]))
    alone = replace(shown, estimators=("leave-one-out",), estimator="leave-one-out", evaluations=3)
    assert "pay for no draw" in caption(alone)


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ([*Estimator], "Gumbel-softmax and 8 others"),
        (["reinmax", "softmax-straight-through"], "softmax straight-through, ReinMax"),
    ],
)
def test_exact_errors_that_are_equal_are_not_said_to_be_hard_to_tell_apart(shown, names):
    """Of equal costs the gradient is 0, and so is every estimate but REINFORCE."""
    equal = replace(NOTE, loss="cost", weights=(2,) * 5, evaluations=4, estimators=tuple(shown))
    equal = replace(equal, estimator=shown[0])
    words = caption(equal)
    assert f"the least error of those shown is 0 (exact), that of {names}." in words
    assert "The chosen one" not in words
    best = [row for row in rows_of(equal) if row["evaluations"] == 4 and row["best"]]
    assert {row["best"] for row in best} == {"best"}


def test_with_too_few_draws_only_what_is_exact_is_told():
    few = replace(NOTE, draws=20, temperature=0.1)
    words = caption(few)
    assert "Too little is known of Gumbel-softmax, " in words
    assert words.count("REBAR") == 1
    assert "The chosen one" not in words
    assert {e for e in Estimator if e.is_relaxed} == set(numbers(few).unknown)


def test_rebar_has_no_bias_only_where_the_theory_says_so():
    assert numbers(NOTE).prices[Estimator.REBAR].unbiased
    wrong = numbers(replace(NOTE, mistake=Mistake.NORMAL)).prices[Estimator.REBAR]
    assert not wrong.unbiased


def test_the_table_is_the_price_list():
    rows = rows_of(NOTE)
    first = rows[:10]
    assert [row["estimator"] for row in first][:2] == ["Gumbel-softmax", "straight-through"]
    assert {row["evaluations"] for row in first} == {100}
    rebar = next(row for row in first if row["estimator"] == "REBAR")
    assert (rebar["losses"], rebar["slopes"], rebar["known"]) == (2, 2, "from draws")
    assert rebar["bias_low"] <= rebar["bias"] <= rebar["bias_high"]
    straight = next(row for row in first if row["estimator"] == "softmax straight-through")
    assert (straight["losses"], straight["slopes"], straight["known"]) == (0, 1, "exact")
    for budget in (1, 10, 100, 10**6):
        best = [row for row in rows[10:] if row["evaluations"] == budget and row["best"]]
        assert best
        least = min(row["error"] for row in rows[10:] if row["evaluations"] == budget)
        assert any(row["error"] == least for row in best)
        assert {row["best"] for row in best} == {"best" if len(best) == 1 else "perhaps best"}


def test_the_curves_are_the_errors_and_n_is_marked(show):
    plot, found = show("estimator_costs", NOTE), numbers(NOTE)
    for each, line in plot._lines.items():
        x, y = line.getData()
        price = found.prices[each]
        budgets = [n for n in BUDGETS.tolist() if price.draws(n)]
        np.testing.assert_allclose(x, np.log10(budgets))
        errors = [price.error(price.draws(n)).value for n in budgets]
        np.testing.assert_allclose(y, np.log10(errors))
        assert (len(plot._bars[each].getData()[0]) > 0) == each.is_relaxed
    assert plot._now.getData()[0].tolist() == [2, 2]


def test_two_plots_of_one_chunk_share_the_sums(monkeypatch):
    computed = []
    estimates_at = shown_sums.estimates_at

    def spy(chunk, at):
        computed.append(at)
        return estimates_at(chunk, at)

    monkeypatch.setattr(shown_sums, "estimates_at", spy)
    chunk = Chunk(NOTE, 0, 3000, Stages(), Workspace())
    GradientEstimators.summarise(chunk)
    assert len(computed) == 2
    EstimatorCosts.summarise(chunk)
    assert len(computed) == 2


def test_estimators_that_need_no_draws_ask_for_none():
    alone = replace(NOTE, estimators=("reinmax", "leave-one-out"), estimator="decoupled")
    here = summarise(alone).here
    assert [*here.pair.sums, *here.rao.sums, *here.rebar.sums] == []
    other = replace(alone, estimators=("reinforce",), estimator="reinmax", samples=9)
    assert EstimatorCosts.cache_key(alone) == EstimatorCosts.cache_key(other)


def test_under_float32_noise_it_is_said_what_is_exact():
    rounded = replace(
        NOTE,
        mistake=Mistake.FLOAT32,
        estimators=("reinforce", "reinforce-baseline"),
        estimator="reinforce",
    )
    assert "least error of those shown: 0.01133 (exact for Gumbel noise)." in caption(rounded)
    known = {row["known"] for row in rows_of(rounded)[:2]}
    assert known == {"exact for Gumbel noise"}
    words = GradientEstimators(options={"error"}).caption(
        GradientEstimators.summarise(Chunk(rounded, 0, rounded.draws, Stages(), Workspace())),
        rounded,
    )
    assert re.search(r"RMSE \S+ \(exact for Gumbel noise\)\.", words)


@pytest.mark.parametrize(
    ("shown", "controls"),
    [
        ("reinforce", set()),
        ("gumbel-rao", {"samples"}),
        ("leave-one-out", {"samples"}),
        ("rebar", {"eta"}),
        ("decoupled", {"backward_temperature"}),
    ],
)
def test_only_controls_of_shown_estimators_are_on_the_card(shown, controls):
    alone = replace(NOTE, estimators=(shown,), estimator=shown)
    assert {*EstimatorCosts.used_controls(alone)} == {"evaluations", "estimators", *controls}


def test_nothing_is_exact_where_classes_depend_on_the_rounding_of_scores():
    """With t = 100 in the logarithms all noise is within 1e-4: three equal classes share it."""
    narrow = Parameters(
        (1, 1, 1),
        100.0,
        20_000,
        1,
        mistake=Mistake.T_IN_LOGARITHMS,
        estimators=("reinforce", "decoupled"),
        estimator="reinforce",
    )
    drawn = Chunk(narrow, 0, narrow.draws, Stages(), Workspace())
    assert np.bincount(drawn.classes, minlength=3) / narrow.draws == pytest.approx(1 / 3, abs=0.02)
    assert "exact" not in caption(narrow)
    assert "Too little is known of decoupled straight-through, REINFORCE." in caption(narrow)
    words = GradientEstimators().caption(GradientEstimators.summarise(drawn), narrow)
    assert "REINFORCE: with this noise its bias has no known interval." in words
    assert "Decoupled straight-through: with this noise" in words
    alone = DecoupledBias()
    assert "no law of the classes is known" in alone.caption(None, narrow)
    assert "bias" not in {each.name for each in alone.table(None, narrow).quantities}
