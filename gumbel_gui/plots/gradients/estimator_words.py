"""Gradient estimators in words: bias and standard deviation with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gumbel_gui.core.estimates import Estimate, certain
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.language import tr
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem
from gumbel_gui.plots.gradients.shown_sums import PAIR
from gumbel_gui.plots.table import Quantity
from gumbel_gui.plots.words.estimates import estimated
from gumbel_gui.plots.words.mistakes import exactness
from gumbel_gui.plots.words.text import MANY, draws, number, sentences, times, two_digits

NOTHING = 1e-9
"""A bias that differs from ‖∇F‖ by less than this share of it is all of it: there is no slope."""
SMALL = 0.1
"""Up to this t the limit t → 0 is mentioned."""
LITTLE = 1.05
"""A ratio below this would be rounded to 1.0."""


@dataclass(frozen=True)
class EstimatorCaption:
    """Bias and deviation of the chosen estimator, beside one of the other kind.

    Whether a bias is 0 is not decided: its interval is followed by its value in theory.

    Attributes:
        stats: of all estimators at t.
        norm: ‖∇F‖.
        problem: what is estimated.
        temperature: t, ≥ 0.
        draws: number of draws.
        chosen: the estimator that is told in full.
    """

    stats: Mapping[Estimator, EstimatorStats]
    norm: float
    problem: GradientProblem
    temperature: float
    draws: int
    chosen: Estimator

    def text(self, *, errors: bool = False) -> str:
        """Return the sentences, with the error of the chosen estimator where that is shown."""
        if self.norm == 0 and all(
            stat.bias_high == stat.deviation == 0 for stat in self.stats.values()
        ):
            return tr("The gradient is 0, and so is every estimate of it in {n}.", n=self._n)
        told = sentences(
            self._full(self.chosen, self._other),
            self._error(self.chosen) if errors else "",
            _capital(self._short(self._second)) if self._second else "",
            tr("Dotted: length of the exact gradient ∇F."),
        )
        return tr("At t = {t}, {told}", t=number(self.temperature), told=told)

    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers of the sentences; the ratio is that of the larger deviation."""
        told = [e for e in (self.chosen, self._second) if e and self.stats[e].enough]
        biases = (
            Quantity(
                f"bias_{_name(e)}",
                *(s.bias, s.bias_low, s.bias_high),
                self._theory(e),
                tr("bias, {name}", name=estimator_phrase(e)),
            )
            for e, s in self.stats.items()
            if e in told
        )
        stat = self.stats[self.chosen]
        other = self.stats[self._other] if self._other else stat
        known = [Quantity("temperature", self.temperature), Quantity("draws", self.draws)]
        known += [Quantity("gradient", self.norm), *biases]
        if not stat.enough:
            return tuple(known)
        ends = stat.error, stat.error_low, stat.error_high
        known.append(Quantity("error", *ends, words=tr("RMSE")))
        for each, s in {self.chosen: stat, self._other or self.chosen: other}.items():
            ends = s.deviation, s.deviation_low, s.deviation_high
            words = tr("SD, {name}", name=estimator_phrase(each))
            name = f"deviation_{_name(each)}"
            known += [Quantity(name, *ends, words=words)] if s.enough else []
        if other.enough and min(stat.deviation_low, other.deviation_low) > 0:
            wide, narrow = sorted((stat, other), key=lambda s: s.deviation, reverse=True)
            ratio = wide.deviation / narrow.deviation
            known.append(Quantity("deviation_ratio", ratio, *_ratio(wide, narrow)))
        return tuple(known)

    @property
    def _other(self) -> Estimator | None:
        """The estimator that the deviation of the chosen one is compared with, if one is shown."""
        return self._beside(Estimator.GUMBEL_SOFTMAX, Estimator.BASELINE)

    @property
    def _second(self) -> Estimator | None:
        """The estimator whose bias alone is told after the chosen one, if another is shown."""
        return self._beside(Estimator.GUMBEL_SOFTMAX, Estimator.REINFORCE)

    def _beside(self, biased: Estimator, unbiased: Estimator) -> Estimator | None:
        """Return another shown estimator: of the other kind if there is one, best one of these."""
        first = biased if self.chosen.is_unbiased else unbiased
        others = [each for each in (first, *self.stats) if each in self.stats]
        kinds = [each for each in others if each.is_unbiased != self.chosen.is_unbiased]
        return next((each for each in (*kinds, *others) if each is not self.chosen), None)

    @property
    def _n(self) -> str:
        return draws(self.draws)

    def _full(self, each: Estimator, other: Estimator | None) -> str:
        """Return bias and deviation of an estimator, and how the latter compares with another's."""
        stat, who = self.stats[each], self._who(each)
        if not stat.enough:
            return self._unknown(each)
        if self.norm == stat.bias_high == stat.deviation == 0:
            return tr("{who}: no gradient, as there is none.", who=who)
        if stat.deviation == 0 and abs(stat.bias - self.norm) <= NOTHING * self.norm:
            most = number(self.norm, 3)
            return tr("{who}: no gradient, so the bias is all of it, {norm}.", who=who, norm=most)
        words = {"who": who, "bias": self._bias(each), "deviation": _deviation(stat)}
        if other is None:
            return tr("{who}: bias {bias}, SD {deviation}.", **words)
        beside = _beside(stat, self.stats[other], estimator_phrase(other))
        return tr("{who}: bias {bias}, SD {deviation}, {beside}.", beside=beside, **words)

    def _error(self, each: Estimator) -> str:
        """Return the error of an estimator, if enough is known."""
        stat = self.stats[each]
        if not stat.enough:
            return ""
        error = estimated(Estimate(stat.error, stat.error_low, stat.error_high))
        if stat.exact:
            return tr("RMSE {error} ({exact}).", error=error, exact=self._exact)
        return tr("RMSE {error} (at least 95 %).", error=error)

    def _short(self, each: Estimator) -> str:
        """Return the bias of an estimator."""
        if not self.stats[each].enough:
            return self._unknown(each)
        return tr("{who}: bias {bias}.", who=self._who(each), bias=self._bias(each))

    def _unknown(self, each: Estimator) -> str:
        few = tr("1 draw is too few") if self.draws == 1 else tr("{n} are too few", n=self._n)
        if self.problem.untold and self.stats[each].effective_size == 0:
            return tr("{who}: with this noise its bias has no known interval.", who=self._who(each))
        unknown = tr("{who}: {few} to tell its bias", who=self._who(each), few=few)
        if (
            not each.is_unbiased
            and self.problem.mistake is Mistake.NONE
            and self.temperature <= SMALL
        ):
            return tr("{unknown}, which tends to 0 as t → 0.", unknown=unknown)
        return tr("{unknown}.", unknown=unknown)

    def _who(self, each: Estimator) -> str:
        # With costs per class the slope is the same everywhere, so that both are one estimator.
        if self.problem.loss is Loss.COST and each in PAIR and self.stats.keys() >= PAIR:
            return tr("Gumbel-softmax = straight-through")
        return estimator_phrase(each)

    def _bias(self, each: Estimator) -> str:
        """Return a bias with its interval, and what it is in theory."""
        bias = _bias(self.stats[each])
        if self.stats[each].exact:
            return tr("{value} ({exact})", value=bias, exact=self._exact)
        if self._theory(each) is None:
            return bias
        if self.problem.mistake.noise_is_gumbel:
            return tr("{bias}, in theory 0", bias=bias)
        return tr("{bias}, in theory nearly 0", bias=bias)

    @property
    def _exact(self) -> str:
        return exactness(self.problem.mistake)

    def _theory(self, each: Estimator) -> float | None:
        """Return the bias in theory where it is told beside an estimate: 0, or nearly 0."""
        told = each is Estimator.REBAR and not self.stats[each].exact
        return 0.0 if told and self.problem.mistake.samples_p else None


def _capital(text: str) -> str:
    """Return a sentence that may begin with the phrase of an estimator."""
    return text[:1].upper() + text[1:]


def _name(estimator: Estimator) -> str:
    return estimator.value.replace("-", "_")


def _ratio(wide: EstimatorStats, narrow: EstimatorStats) -> tuple[float, float]:
    """Return the smallest and the largest ratio that two deviations may have."""
    return (
        wide.deviation_low / narrow.deviation_high,
        wide.deviation_high / narrow.deviation_low,
    )


def _bias(stat: EstimatorStats) -> str:
    """Return a bias with its margin, or its interval, or the upper end of that: all are bounds."""
    value, low, high = stat.bias, stat.bias_low, stat.bias_high
    if low == high:
        return estimated(certain(value))
    if low == 0:
        return tr("≤ {high} (at least 95 %)", high=number(high, 2))
    if high - low > value:  # too wide for a margin: the bias is not in the middle
        ends = {"low": number(low, 2), "high": number(high, 2)}
        return tr("{low} to {high} (at least 95 %)", **ends)
    half = (high - low) / 2
    text = estimated(Estimate(value, value - half, value + half))
    return tr("{bias} (at least 95 %)", bias=text)


def _deviation(stat: EstimatorStats) -> str:
    return estimated(Estimate(stat.deviation, stat.deviation_low, stat.deviation_high))


def _beside(stat: EstimatorStats, other: EstimatorStats, who: str) -> str:
    """Return a comparison of a standard deviation with that of another estimator."""
    if not other.enough:
        return tr("too few draws to compare it with {who}", who=who)
    if other.deviation == stat.deviation == 0:
        return tr("like {who}", who=who)
    if 0 in (stat.deviation, other.deviation):
        return tr("beside {other} of {who}", other=_deviation(other), who=who)
    if stat.deviation_high < other.deviation_low:
        return tr("{times} narrower than {who}", times=_times(other, stat), who=who)
    if stat.deviation_low > other.deviation_high:
        return tr("{times} wider than {who}", times=_times(stat, other), who=who)
    return tr("like {who}, within error", who=who)


def _times(wide: EstimatorStats, narrow: EstimatorStats) -> str:
    """Return the ratio of two deviations, from the smallest to the largest that it may be."""
    least, most = _ratio(wide, narrow)
    if most < LITTLE:
        return tr("a little")
    ends = two_digits(least), two_digits(most)
    if least > MANY or ends[0] == ends[1]:
        return times(least)
    if most > MANY:
        return tr("more than {n} times", n=ends[0])
    if least < LITTLE:
        return tr("up to {n} times", n=ends[1])
    return tr("{low} to {high} times", low=ends[0], high=ends[1])
