"""What gradient estimators cost, in one or two sentences that claim no more than draws show."""

from __future__ import annotations

from collections.abc import Mapping

from gumbel_gui.core.gradient_sums import Price
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.text import draws, number, plus_minus, tr

UNBIASED = (Mistake.NONE, Mistake.T_OUTSIDE)
"""With these, classes are sampled from p, and REINFORCE is unbiased in theory."""
NOTHING = 1e-9
"""An estimate below this share of the gradient is none."""
REINFORCED = (Estimator.REINFORCE, Estimator.BASELINE)


def caption(
    prices: Mapping[Estimator, Price], norm: float, loss: Loss, mistake: Mistake, n: int
) -> str:
    """Say what Gumbel-softmax costs at t, beside REINFORCE, and whether that shows a bias.

    Args:
        prices: of all estimators.
        norm: ‖∇F‖.
        loss: f.
        mistake: what is done wrong.
        n: number of draws.
    """
    if norm == 0 and all(price.bias_high == price.deviation == 0 for price in prices.values()):
        return tr("The gradient is 0, and so is every estimate of it in {n}.", n=draws(n))
    return f"{_relaxed(prices, norm, loss, n)} {_reinforced(prices, mistake, n)}"


def _relaxed(prices: Mapping[Estimator, Price], norm: float, loss: Loss, n: int) -> str:
    """Say what Gumbel-softmax costs at t."""
    price = prices[Estimator.GUMBEL_SOFTMAX]
    # With costs per class the slope is the same everywhere, and so both are one estimator.
    same = loss is Loss.COST
    words = {
        "n": draws(n),
        "norm": number(norm, 3),
        "who": tr("Gumbel-softmax = straight-through") if same else tr("Gumbel-softmax"),
    }
    if price.deviation == 0 and abs(price.bias - norm) <= NOTHING * norm:
        return tr("{who}: no gradient in {n}, so the bias is all of it, {norm}.", **words)
    if not price.enough:
        return tr("{who}: too few of {n} contribute to tell its bias.", **words)
    return tr(
        "{who}: bias {bias}, SD {deviation}, {beside}.",
        bias=_bias(price),
        deviation=_deviation(price),
        beside=_beside(price, prices[Estimator.BASELINE]),
        **words,
    )


def _bias(price: Price) -> str:
    """Return a bias with its 95 % margin, or its interval, or what it is at most."""
    low, high = price.bias_low, price.bias_high
    if low == 0 < high:
        return f"≤ {number(high, 2)}"
    if high - low > price.bias:  # too wide for a margin: the interval does not lie around the bias
        return tr("{low} to {high}", low=number(low, 2), high=number(high, 2))
    return f"{number(price.bias, 3)}{_margin(low, high, price.bias)}"


def _deviation(price: Price) -> str:
    margin = _margin(price.deviation_low, price.deviation_high, price.deviation)
    return f"{number(price.deviation, 3)}{margin}"


def _margin(low: float, high: float, value: float) -> str:
    """Return ± half an interval, unless that is rounding."""
    half = (high - low) / 2
    return plus_minus(half) if half > NOTHING * value else ""


def _beside(price: Price, other: Price) -> str:
    """Compare a standard deviation with that of REINFORCE with a baseline."""
    if not other.enough:
        return tr("beside REINFORCE of too few draws")
    if other.deviation == price.deviation == 0:
        return tr("like REINFORCE with baseline")
    if 0 in (price.deviation, other.deviation):
        return tr("beside {other} of REINFORCE with baseline", other=_deviation(other))
    if price.deviation_high < other.deviation_low:
        times = number(other.deviation / price.deviation, 2)
        return tr("{times} times narrower than REINFORCE with baseline", times=times)
    if price.deviation_low > other.deviation_high:
        times = number(price.deviation / other.deviation, 2)
        return tr("{times} times wider than REINFORCE with baseline", times=times)
    return tr("like REINFORCE with baseline, within error")


def _reinforced(prices: Mapping[Estimator, Price], mistake: Mistake, n: int) -> str:
    """Say whether REINFORCE shows a bias, with and without a baseline."""
    plain, better = (prices[each] for each in REINFORCED)
    if not (plain.enough and better.enough):
        return tr("REINFORCE: {n} are too few to tell its bias.", n=draws(n))
    shown = better if plain.bias_low == 0 < better.bias_low else plain
    words = {
        "who": tr("REINFORCE") if shown is plain else tr("REINFORCE with baseline"),
        "bias": _bias(shown),
    }
    theory = mistake in UNBIASED
    if shown.bias_low == 0:
        if theory:
            return tr("{who}: bias {bias}, in theory 0.", **words)
        return tr("{who}: bias {bias}, perhaps 0.", **words)
    if theory:
        return tr("{who}: bias {bias} by chance, in theory 0.", **words)
    return tr("{who}: bias {bias}, not 0.", **words)
