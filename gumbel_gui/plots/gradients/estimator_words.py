"""Gradient estimators in words: bias and standard deviation with their intervals."""

from __future__ import annotations

from collections.abc import Mapping

from gumbel_gui.core.gradient_sums import EstimatorStats
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem
from gumbel_gui.plots.words.text import draws, measured, number, times, tr

THEORY = {
    Mistake.NONE: "in theory 0",
    Mistake.T_OUTSIDE: "in theory 0",
    Mistake.FLOAT32: "in theory nearly 0",
}
"""The bias of REINFORCE if classes are sampled from p, or off by less than 1e-6."""
NOTHING = 1e-9
"""A bias that differs from ‖∇F‖ by less than this share of it is all of it: there is no slope."""
SMALL = 0.1
"""Up to this t the limit t → 0 is mentioned."""
LITTLE = 1.05
"""A ratio below this would be rounded to 1.0."""


def caption(
    stats: Mapping[Estimator, EstimatorStats],
    norm: float,
    problem: GradientProblem,
    temperature: float,
    n: int,
) -> str:
    """Return bias and deviation of Gumbel-softmax at t, and the bias of REINFORCE.

    Whether a bias is 0 is not decided: its 95 % interval is followed by its value in theory. The
    norm is ‖∇F‖, and n the number of draws.
    """
    if norm == 0 and all(stat.bias_high == stat.deviation == 0 for stat in stats.values()):
        return tr("The gradient is 0, and so is every estimate of it in {n}.", n=draws(n))
    relaxed = _relaxed(stats, norm, problem, temperature, n)
    at = tr("At t = {t}, {relaxed}", t=number(temperature), relaxed=relaxed)
    reinforced = _reinforced(stats[Estimator.REINFORCE], problem, n)
    return f"{at} {reinforced} {tr('Dotted: length of the exact gradient ∇F.')}"


def _relaxed(
    stats: Mapping[Estimator, EstimatorStats],
    norm: float,
    problem: GradientProblem,
    temperature: float,
    n: int,
) -> str:
    """Return bias and deviation of Gumbel-softmax at t."""
    stat = stats[Estimator.GUMBEL_SOFTMAX]
    # With costs per class the slope is the same everywhere, so that both are one estimator.
    same = problem.loss is Loss.COST
    who = tr("Gumbel-softmax = straight-through") if same else tr("Gumbel-softmax")
    if not stat.enough:
        unknown = tr("{who}: {few} to tell its bias", who=who, few=_few(n))
        if problem.mistake is Mistake.NONE and temperature <= SMALL:
            return tr("{unknown}, which tends to 0 as t → 0.", unknown=unknown)
        return f"{unknown}."
    if norm == stat.bias_high == stat.deviation == 0:
        return tr("{who}: no gradient, as there is none.", who=who)
    if stat.deviation == 0 and abs(stat.bias - norm) <= NOTHING * norm:
        most = number(norm, 3)
        return tr("{who}: no gradient, so the bias is all of it, {norm}.", who=who, norm=most)
    return tr(
        "{who}: bias {bias}, SD {deviation}, {beside}.",
        who=who,
        bias=_bias(stat),
        deviation=_deviation(stat),
        beside=_beside(stat, stats[Estimator.BASELINE]),
    )


def _few(n: int) -> str:
    """Return that n draws are too few."""
    return tr("1 draw is too few") if n == 1 else tr("too few of {n} contribute", n=draws(n))


def _bias(stat: EstimatorStats) -> str:
    """Return a bias with its 95 % margin, or its 95 % interval, or the upper end of that."""
    low, high = stat.bias_low, stat.bias_high
    if low == 0 < high:
        return tr("≤ {high} (95 %)", high=number(high, 2))
    if high - low > stat.bias:  # too wide for a margin: the bias is not in the middle
        return tr("{low} to {high} (95 %)", low=number(low, 2), high=number(high, 2))
    return measured(stat.bias, (high - low) / 2)


def _deviation(stat: EstimatorStats) -> str:
    return measured(stat.deviation, (stat.deviation_high - stat.deviation_low) / 2)


def _beside(stat: EstimatorStats, other: EstimatorStats) -> str:
    """Return a comparison of a standard deviation with that of REINFORCE with a baseline."""
    who = estimator_phrase(Estimator.BASELINE)
    if not other.enough:
        return tr("beside REINFORCE of too few draws")
    if other.deviation == stat.deviation == 0:
        return tr("like {who}", who=who)
    if 0 in (stat.deviation, other.deviation):
        return tr("beside {other} of {who}", other=_deviation(other), who=who)
    if stat.deviation_high < other.deviation_low:
        more = _times(other.deviation / stat.deviation)
        return tr("{times} narrower than {who}", times=more, who=who)
    if stat.deviation_low > other.deviation_high:
        more = _times(stat.deviation / other.deviation)
        return tr("{times} wider than {who}", times=more, who=who)
    return tr("like {who}, within error", who=who)


def _times(ratio: float) -> str:
    return times(ratio) if ratio >= LITTLE else tr("a little")


def _reinforced(stat: EstimatorStats, problem: GradientProblem, n: int) -> str:
    """Return the bias of REINFORCE, as estimated and in theory."""
    if not stat.enough:
        return tr("REINFORCE: {few} to tell its bias.", few=_few(n))
    bias = _bias(stat)
    if stat.bias_high == 0 or problem.mistake not in THEORY:
        return tr("REINFORCE: bias {bias}.", bias=bias)
    return tr("REINFORCE: bias {bias}, {theory}.", bias=bias, theory=tr(THEORY[problem.mistake]))
