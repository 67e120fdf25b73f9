"""Probability vectors: from weights, and from logits."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from gumbel_gui.core import checks
from gumbel_gui.core.checks import ParameterError

MIN_CLASSES = 2
MAX_CLASSES = 64


def normalise(probabilities: Iterable[float]) -> tuple[float, ...]:
    """Return non-negative weights scaled to sum to 1.

    Args:
        probabilities: K finite weights ≥ 0, 2 ≤ K ≤ 64, not all zero; they need not sum to 1.

    Returns:
        K floats whose exact sum is 1 to within one rounding. Normalising twice changes nothing.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """
    weights = checks.vector("probabilities", probabilities, MIN_CLASSES, MAX_CLASSES)
    for i, weight in enumerate(weights):
        if not (math.isfinite(weight) and weight >= 0):
            raise ParameterError(f"probabilities[{i}]", weight, "a finite number of 0 or more")
    largest = max(weights)
    if largest == 0:
        raise ParameterError(
            "probabilities", weights, "a vector with at least one entry above 0", "all zero"
        )
    if largest > np.finfo(float).max / MAX_CLASSES:  # the sum would overflow
        weights = [weight / largest for weight in weights]
    total = math.fsum(weights)
    if abs(total - 1) <= np.finfo(float).eps:
        return tuple(weights)
    return tuple(weight / total for weight in weights)


def softmax(logits: Iterable[float]) -> tuple[float, ...]:
    """Return the probabilities of K logits (any constant added to all of them cancels).

    Args:
        logits: K numbers, finite or −∞, 2 ≤ K ≤ 64, not all −∞.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """
    values = checks.vector("logits", logits, MIN_CLASSES, MAX_CLASSES)
    for i, value in enumerate(values):
        if math.isnan(value) or value == math.inf:
            raise ParameterError(f"logits[{i}]", value, "a finite number, or -inf for a zero")
    largest = max(values)
    if largest == -math.inf:
        raise ParameterError("logits", values, "a vector with a finite entry", "all -inf")
    return normalise(math.exp(value - largest) for value in values)
