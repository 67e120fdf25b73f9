"""What gradient estimators cost, in one or two sentences that claim no more than draws show."""

from __future__ import annotations

from collections.abc import Mapping

from gumbel_gui.core.gradient_sums import Price
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.estimates import Law
from gumbel_gui.plots.losses import estimator_phrase
from gumbel_gui.plots.text import draws, measured, number, times, tr

THEORY = {
    Mistake.NONE: "in theory 0",
    Mistake.T_OUTSIDE: "in theory 0",
    Mistake.FLOAT32: "in theory nearly 0",
}
"""The bias of REINFORCE where classes are sampled from p, or off by less than 1e-6."""
NOTHING = 1e-9
"""An estimate below this share of the gradient is none."""
SMALL = 0.1
"""Up to this t it is worth saying what happens as t → 0."""
LITTLE = 1.05
"""A ratio below this would be told as 1.0."""


def caption(
    prices: Mapping[Estimator, Price], norm: float, law: Law, temperature: float, n: int
) -> str:
    """Say what Gumbel-softmax costs at t, beside REINFORCE, and the bias that REINFORCE shows.

    No verdict is given on whether a bias is 0: its 95 % interval stands beside what theory says.

    Args:
        prices: of all estimators.
        norm: ‖∇F‖.
        law: what is known of the draws.
        temperature: t.
        n: number of draws.
    """
    if norm == 0 and all(price.bias_high == price.deviation == 0 for price in prices.values()):
        return tr("The gradient is 0, and so is every estimate of it in {n}.", n=draws(n))
    relaxed = _relaxed(prices, norm, law, temperature, n)
    at = tr("At t = {t}, {relaxed}", t=number(temperature), relaxed=relaxed)
    reinforced = _reinforced(prices[Estimator.REINFORCE], law, n)
    return f"{at} {reinforced} {tr('Dotted: length of the exact gradient ∇F.')}"


def _relaxed(
    prices: Mapping[Estimator, Price], norm: float, law: Law, temperature: float, n: int
) -> str:
    """Say what Gumbel-softmax costs at t."""
    price = prices[Estimator.GUMBEL_SOFTMAX]
    # With costs per class the slope is the same everywhere, and so both are one estimator.
    same = law.loss is Loss.COST
    who = tr("Gumbel-softmax = straight-through") if same else tr("Gumbel-softmax")
    if not price.enough:
        unknown = tr("{who}: {few} to tell its bias", who=who, few=_few(n))
        if law.mistake is Mistake.NONE and temperature <= SMALL:
            return tr("{unknown}, which tends to 0 as t → 0.", unknown=unknown)
        return f"{unknown}."
    if norm == price.bias_high == price.deviation == 0:
        return tr("{who}: no gradient, as there is none.", who=who)
    if price.deviation == 0 and abs(price.bias - norm) <= NOTHING * norm:
        most = number(norm, 3)
        return tr("{who}: no gradient, so the bias is all of it, {norm}.", who=who, norm=most)
    return tr(
        "{who}: bias {bias}, SD {deviation}, {beside}.",
        who=who,
        bias=_bias(price),
        deviation=_deviation(price),
        beside=_beside(price, prices[Estimator.BASELINE]),
    )


def _few(n: int) -> str:
    """Say that n draws do not tell."""
    return tr("1 draw is too few") if n == 1 else tr("too few of {n} contribute", n=draws(n))


def _bias(price: Price) -> str:
    """Return a bias with its 95 % margin, or its interval, or what it is at most."""
    low, high = price.bias_low, price.bias_high
    if low == 0 < high:
        return tr("≤ {high} (95 %)", high=number(high, 2))
    if high - low > price.bias:  # too wide for a margin: the interval does not lie around the bias
        return tr("{low} to {high} (95 %)", low=number(low, 2), high=number(high, 2))
    return measured(price.bias, (high - low) / 2)


def _deviation(price: Price) -> str:
    return measured(price.deviation, (price.deviation_high - price.deviation_low) / 2)


def _beside(price: Price, other: Price) -> str:
    """Compare a standard deviation with that of REINFORCE with a baseline."""
    who = estimator_phrase(Estimator.BASELINE)
    if not other.enough:
        return tr("beside REINFORCE of too few draws")
    if other.deviation == price.deviation == 0:
        return tr("like {who}", who=who)
    if 0 in (price.deviation, other.deviation):
        return tr("beside {other} of {who}", other=_deviation(other), who=who)
    if price.deviation_high < other.deviation_low:
        more = _times(other.deviation / price.deviation)
        return tr("{times} narrower than {who}", times=more, who=who)
    if price.deviation_low > other.deviation_high:
        more = _times(price.deviation / other.deviation)
        return tr("{times} wider than {who}", times=more, who=who)
    return tr("like {who}, within error", who=who)


def _times(ratio: float) -> str:
    return times(ratio) if ratio >= LITTLE else tr("a little")


def _reinforced(price: Price, law: Law, n: int) -> str:
    """Tell the bias that REINFORCE shows, and what theory says of it."""
    if not price.enough:
        return tr("REINFORCE: {few} to tell its bias.", few=_few(n))
    bias = _bias(price)
    if price.bias_high == 0 or law.mistake not in THEORY:
        return tr("REINFORCE: bias {bias}.", bias=bias)
    return tr("REINFORCE: bias {bias}, {theory}.", bias=bias, theory=tr(THEORY[law.mistake]))
