"""The descent in words: the losses that were reached, with the digits that matter."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import listed, tr
from gumbel_gui.plots.gradients.descent_run import BATCH, DescentNumbers
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.words.text import draws, fixed, number, sentences

LEAST = 1e-3
"""Least scale of the losses in words, as a share of the distance from the best to the worst."""
ROUNDING = 1e-12
"""A difference below this share of the losses is rounding."""
PLACES = 8
"""More decimals are hard to read."""
MOST_TOLD = 4
"""Of more estimators the caption tells the chosen one and that with the lowest loss."""


def descent_caption(numbers: DescentNumbers, total: int, parameters: Parameters) -> str:
    """Return the step, the losses that were reached, and whose p is shown; ``total`` are draws."""
    losses = dict(
        zip(numbers.estimators, numbers.path.losses[:, numbers.step].tolist(), strict=True)
    )
    told = numbers.estimators
    if len(told) > MOST_TOLD:
        lowest = min(told, key=losses.__getitem__)
        told = tuple(dict.fromkeys((parameters.estimator, lowest)))
    *reached, best = in_words([*(losses[e] for e in told), numbers.best], _scale(numbers))
    words = {
        "step": numbers.step,
        "reached": listed(
            tr("{name} {value}", name=estimator_phrase(each), value=value)
            for each, value in zip(told, reached, strict=True)
        ),
        "best": best,
        "n": len(losses),
    }
    if len(told) == len(losses):
        text = tr("Step {step}: expected loss by {reached}; at best {best}.", **words)
    elif len(told) == 1:
        text = tr(
            "Step {step}: expected loss by {reached}, the lowest of {n}; at best {best}.",
            **words,
        )
    else:
        text = tr(
            "Step {step}: expected loss by {reached}, the last of which is the lowest of {n}; "
            "at best {best}.",
            **words,
        )
    return sentences(text, _right(numbers.step, total, parameters))


def _scale(numbers: DescentNumbers) -> float:
    """Return the difference of losses that matters: what can be gained, if it is not next to 0."""
    start = float(numbers.path.losses[0, 0])
    return max(start - numbers.best, LEAST * (numbers.worst - numbers.best))


def in_words(losses: Sequence[float], scale: float) -> list[str]:
    """Return losses as texts, with decimals down to a hundredth of their scale.

    Args:
        losses: finite, not empty.
        scale: a difference of losses, ≥ 0; ignored if it is not larger than rounding of the losses.
    """
    largest = max(abs(loss) for loss in losses)
    if scale <= ROUNDING * largest:
        return [number(loss) for loss in losses]
    places = max(2 - math.floor(math.log10(scale / 3)), 0)
    if places <= PLACES and largest < 1e7:
        return [_not_zero(loss, fixed(loss, places)) for loss in losses]
    digits = max(math.floor(math.log10(largest)) + places + 1, 1)
    return [number(loss, digits) for loss in losses]


def _not_zero(value: float, text: str) -> str:
    """Return the text of a number, with other digits if it would read as 0 and is not."""
    return text if value == 0 or text.strip("0.") else number(value, 2)


def _right(step: int, total: int, parameters: Parameters) -> str:
    """Return whose p is shown, and how many draws the steps take."""
    words = {"name": estimator_phrase(parameters.estimator), "batch": BATCH, "n": draws(total)}
    if step == parameters.steps:
        return tr("Right: p by {name}; each step takes {batch} draws.", **words)
    if step > 0:
        return tr("Right: p by {name}; of {n}, {batch} a step, there are no more.", **words)
    if total == 1:
        return tr("Right: p by {name}; {n} is too few for a step, which takes {batch}.", **words)
    return tr("Right: p by {name}; {n} are too few for a step, which takes {batch}.", **words)
