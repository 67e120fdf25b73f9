"""The one sampler: Gumbel noise, perturbed log-probabilities, argmax, and its relaxation.

Arrays are class-major: axis 0 is the class k, any further axes are draws. ε is Gumbel noise,
g = ln p + ε the scores, s = softmax(g / t) the relaxed one-hot vectors.

Sources:
    Gumbel (1954), Statistical Theory of Extreme Values and Some Practical Applications: the noise
    and the trick's distribution.
    Jang, Gu & Poole (2017), Categorical Reparameterization with Gumbel-Softmax, and
    Maddison, Mnih & Teh (2017), The Concrete Distribution: the relaxation at temperature t.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from gumbel_gui.core.parameters import Parameters, normalise

Floats = NDArray[np.floating[Any]]


def gumbel_noise(
    rng: np.random.Generator,
    shape: int | Sequence[int],
    dtype: DTypeLike = np.float64,
) -> Floats:
    """Draw standard Gumbel (maximum) noise ε = −ln E, with E standard exponential.

    E is always drawn in float64: a float32 exponential holds exact zeros and cuts the upper
    tail near 16.6, while this one reaches past 36. A zero that does occur is drawn again.
    Since E = −ln x for x ~ U(0, 1), this is the ε = −ln(−ln x) of the note.

    Args:
        rng: the source of randomness; it is advanced.
        shape: of the result.
        dtype: float32 or float64 of the result.

    Returns:
        An array of that shape; every value is finite.

    Raises:
        ValueError: if dtype is neither float32 nor float64.
    """
    kind = np.dtype(dtype)
    if kind not in (np.dtype(np.float32), np.dtype(np.float64)):
        raise ValueError(f"dtype is {kind}, but must be float32 or float64.")
    exponential = np.atleast_1d(np.asarray(rng.standard_exponential(shape, dtype=np.float64)))
    drawn = exponential.astype(kind, copy=False)
    while not drawn.all():
        zero = drawn == 0
        drawn[zero] = rng.standard_exponential(int(zero.sum()), dtype=np.float64)
    np.log(drawn, out=drawn)
    np.negative(drawn, out=drawn)
    shaped: Floats = drawn.reshape(shape)
    return shaped


def perturb(probabilities: ArrayLike, noise: ArrayLike) -> Floats:
    """Add noise to log-probabilities: g = ln p + ε.

    Args:
        probabilities: (K,), weights ≥ 0, normalised here; p_k = 0 gives g_k = −∞.
        noise: (K, ...), floating.

    Returns:
        (K, ...), in the noise's dtype.

    Raises:
        ParameterError: for a p that cannot be used.
        ValueError: if the noise has another number of classes.
    """
    p = np.array(normalise(np.asarray(probabilities).tolist()))
    epsilon = _floating(noise)
    if epsilon.ndim == 0 or epsilon.shape[0] != len(p):
        raise ValueError(f"noise has shape {epsilon.shape}, but must have {len(p)} classes first.")
    with np.errstate(divide="ignore"):
        log_p = np.log(p).astype(epsilon.dtype)
    scores: Floats = np.add(log_p.reshape(-1, *[1] * (epsilon.ndim - 1)), epsilon)
    return scores


def gumbel_max(scores: ArrayLike) -> NDArray[np.intp]:
    """Return the class of the largest score of each draw, the first one among equals.

    For scores g = ln p + ε these classes are exact samples of p (the Gumbel-max trick).

    Args:
        scores: (K, ...).

    Returns:
        (...) class indices in 0 … K − 1.
    """
    return class_codes(np.asarray(scores)).astype(np.intp)


def class_codes(scores: NDArray[Any]) -> NDArray[np.uint8]:
    """Do what gumbel_max does, in one byte per draw; K ≤ 256.

    A running maximum over the rows is about twenty times faster than ``argmax(axis=0)``, which
    walks across them.
    """
    best = np.array(scores[0])
    codes = np.zeros(best.shape, np.uint8)
    for k in range(1, len(scores)):
        wins = np.greater(scores[k], best)
        np.maximum(best, scores[k], out=best)
        # A later win has the larger code, so a maximum keeps the last one to take the lead.
        np.maximum(codes, wins.view(np.uint8) * np.uint8(k), out=codes)
    return codes


def relax(scores: ArrayLike, temperature: float) -> Floats:
    """Return relaxed one-hot vectors s = softmax(g / t).

    Computed as exp((g − max g) / t), normalised: with the maximum subtracted before the division
    nothing overflows at any t. t = 0 gives the exact one-hot limit.

    Args:
        scores: (K, ...), floating; −∞ for a class that cannot occur.
        temperature: t, finite, ≥ 0.

    Returns:
        (K, ...) in the dtype of the scores: finite, ≥ 0, summing to 1 over axis 0.

    Raises:
        ParameterError: for a t that cannot be used.
        ValueError: if some draw has no finite largest score.
    """
    g = _floating(scores)
    t = Parameters((1.0, 1.0), temperature).temperature
    largest = g.max(axis=0)
    if not np.isfinite(largest).all():
        raise ValueError("scores hold a draw without a finite largest score.")
    if t == 0:
        classes = np.arange(len(g)).reshape(-1, *[1] * (g.ndim - 1))
        hard: Floats = (class_codes(g) == classes).astype(g.dtype)
        return hard
    limits = np.finfo(g.dtype)
    divisor = g.dtype.type(min(max(t, float(limits.tiny)), float(limits.max)))
    with np.errstate(over="ignore", under="ignore"):
        s: Floats = np.subtract(g, largest)
        np.divide(s, divisor, out=s)
        np.exp(s, out=s)
    np.divide(s, s.sum(axis=0), out=s)
    return s


def _floating(values: ArrayLike) -> Floats:
    array: Floats = np.asarray(values)
    return array if array.dtype.kind == "f" else array.astype(np.float64)
