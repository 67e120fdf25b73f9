"""Probability vectors: from weights, and from logits; with ln p, where p itself is too small."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core import checks
from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.checks import ParameterError
from gumbel_gui.language import tr

MIN_CLASSES = 2
MAX_CLASSES = 64
LARGEST_GAP = 1e30
"""Between logits: scores are kept in single precision, which ends at 3e38."""
_SMALLEST = float(np.finfo(float).tiny)
_ROUNDING = 16 * float(np.finfo(float).eps)


class Distribution(tuple[float, ...]):
    """K probabilities p that sum to 1, as a tuple, and ln p, which is what the scores are made of.

    Where each p_k is 0 or a normal float, ln p is its logarithm. A smaller p_k, below 2.2e-308, is
    rounded or 0 while ln p_k is not −∞: then ln p is what is known, and p the rounded exp of it.
    Two are equal if p and ln p are. A plain tuple stands for the logarithms of its entries.

    Attributes:
        logs: ln p, K numbers ≤ 0; −∞ for a class that cannot occur.

    Args:
        weights: as for ``normalise``; a distribution is returned as it is.

    Raises:
        ParameterError: naming the entry and the value that cannot be used.
    """

    logs: tuple[float, ...]

    def __new__(cls, weights: Iterable[float] | ArrayLike) -> Self:
        """Return the distribution of weights."""
        if isinstance(weights, cls):
            return weights
        new = super().__new__(cls, normalise(weights))
        new.logs = _logarithms(new)
        return new

    @classmethod
    def from_logits(cls, logits: Iterable[float]) -> Self:
        """Return the distribution of logits; from ``logs`` it is the same one, to the bit.

        Args:
            logits: as for ``softmax``, at most 1e30 below the largest, or −∞.

        Raises:
            ParameterError: naming the entry and the value that cannot be used.
        """
        values = _logits(logits)
        largest = max(values)
        shifted = [value - largest for value in values]
        for i, behind in enumerate(shifted):
            if -math.inf < behind < -LARGEST_GAP:
                allowed = tr(
                    "at most {gap} below the largest, or -inf for a zero", gap=f"{LARGEST_GAP:g}"
                )
                raise ParameterError(f"logits[{i}]", values[i], allowed)
        new = cls(math.exp(behind) for behind in shifted)
        if _all_normal(new, values):
            return new
        total = math.log(math.fsum(map(math.exp, shifted)))
        if abs(largest + total) > _ROUNDING:  # p is to follow from ln p as it is kept
            return cls.from_logits(behind - total for behind in shifted)
        new.logs = tuple(values)
        return new

    @classmethod
    def of(cls, p: Floats, logs: Floats) -> Self:
        """Return the distribution of p and ln p, both (K,), which is taken where p underflows."""
        return cls(p) if _all_normal(p, logs) else cls.from_logits(logs)

    @property
    def underflows(self) -> bool:
        """Whether ln p holds more than p."""
        return self.logs != _logarithms(self)

    def __eq__(self, other: object) -> bool:
        """Compare p and ln p."""
        if not isinstance(other, tuple):
            return NotImplemented
        if not super().__eq__(other):
            return False
        return self.logs == (other.logs if isinstance(other, Distribution) else _logarithms(self))

    def __ne__(self, other: object) -> bool:
        """Compare p and ln p."""
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = tuple.__hash__


def in_proportion(p: Floats, logs: Floats, total: float) -> tuple[Floats, Floats]:
    """Return p and ln p (m,) of some classes with another sum, equal ones if all are 0."""
    if logs.max() == -np.inf:
        p = logs = np.zeros(len(p))
    shares = logs - log_sum(logs)
    weights = p if p.sum() > 0 else np.exp(shares)
    return weights / weights.sum() * total, shares + logarithm(total)


def log_sum(logs: Floats) -> float:
    """Return the logarithm of the sum of numbers with these logarithms (m,)."""
    largest = float(logs.max())
    if largest == -np.inf:
        return largest
    return largest + float(np.log(np.exp(logs - largest).sum()))


def logarithm(number: ArrayLike) -> Floats:
    """Return ln of numbers ≥ 0; −∞ of 0."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(number))


def _all_normal(p: Iterable[float], logs: Iterable[float]) -> bool:
    """Return whether no p_k that is not 0 is too small for all its digits."""
    pairs = zip(p, logs, strict=True)
    return all(each >= _SMALLEST or log == -math.inf for each, log in pairs)


def _logarithms(p: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(logarithm(np.array(tuple(p))).tolist())


def normalise(probabilities: Iterable[float] | ArrayLike) -> tuple[float, ...]:
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
            raise ParameterError(
                f"probabilities[{i}]", weight, tr("a finite number of {lowest} or more", lowest=0)
            )
    largest = max(weights)
    if largest == 0:
        raise ParameterError(
            "probabilities", weights, tr("a vector with at least one entry above 0"), tr("all zero")
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
    values = _logits(logits)
    largest = max(values)
    return normalise(math.exp(value - largest) for value in values)


def _logits(logits: Iterable[float]) -> list[float]:
    """Return logits that can be used, see ``softmax``."""
    values = checks.vector("logits", logits, MIN_CLASSES, MAX_CLASSES)
    for i, value in enumerate(values):
        if math.isnan(value) or value == math.inf:
            raise ParameterError(f"logits[{i}]", value, tr("a finite number, or -inf for a zero"))
    if max(values) == -math.inf:
        raise ParameterError("logits", values, tr("a vector with a finite entry"), tr("all -inf"))
    return values
