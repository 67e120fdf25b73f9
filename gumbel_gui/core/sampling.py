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
    exponential = np.asarray(rng.standard_exponential(shape, dtype=np.float64))
    drawn = np.empty(exponential.size, kind)
    _minus_log(rng, exponential.reshape(-1), drawn)
    return drawn.reshape(exponential.shape)


def fill_gumbel_noise(
    rng: np.random.Generator, out: Floats, exponential: NDArray[np.float64]
) -> None:
    """Do what gumbel_noise does, into ``out`` (n,), with ``exponential`` (n,) to work in."""
    rng.standard_exponential(out=exponential)
    _minus_log(rng, exponential, out)


def _minus_log(rng: np.random.Generator, exponential: NDArray[np.float64], out: Floats) -> None:
    np.copyto(out, exponential, casting="same_kind")
    while not out.all():
        zero = out == 0
        out[zero] = rng.standard_exponential(int(zero.sum()), dtype=np.float64)
    np.log(out, out=out)
    np.negative(out, out=out)


def perturb(probabilities: ArrayLike, noise: ArrayLike, out: Floats | None = None) -> Floats:
    """Add noise to log-probabilities: g = ln p + ε.

    Args:
        probabilities: (K,), weights ≥ 0, normalised here; p_k = 0 gives g_k = −∞.
        noise: (K, ...), floating.
        out: (K, ...) for the result, in the noise's dtype; a new array without it.

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
    scores: Floats = np.add(log_p.reshape(-1, *[1] * (epsilon.ndim - 1)), epsilon, out=out)
    return scores


def gumbel_max(scores: ArrayLike) -> NDArray[np.intp]:
    """Return the class of the largest score of each draw, the first one among equals.

    For scores g = ln p + ε these classes are exact samples of p (the Gumbel-max trick).

    Args:
        scores: (K, ...).

    Returns:
        (...) class indices in 0 … K − 1.
    """
    return lead(np.asarray(scores))[0].astype(np.intp)


def lead(scores: NDArray[Any]) -> tuple[NDArray[np.uint8], NDArray[Any]]:
    """Return the class of the largest score of each draw, in one byte, and that score.

    A running maximum over the rows is about twenty times faster than ``argmax(axis=0)``, which
    walks across them.

    Args:
        scores: (K, ...), K ≤ 256.
    """
    largest = np.array(scores[0])
    codes = np.zeros(largest.shape, np.uint8)
    wins = np.empty(largest.shape, bool)
    taking = np.empty(largest.shape, np.uint8)
    for k in range(1, len(scores)):
        np.greater(scores[k], largest, out=wins)
        np.maximum(largest, scores[k], out=largest)
        # A later win has the larger code, so a maximum keeps the last one to take the lead.
        np.multiply(wins.view(np.uint8), np.uint8(k), out=taking)
        np.maximum(codes, taking, out=codes)
    return codes, largest


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
    codes, largest = lead(g)
    if not np.isfinite(largest).all():
        raise ValueError("scores hold a draw without a finite largest score.")
    with np.errstate(over="ignore"):
        gaps: Floats = np.subtract(g, largest)
    soften(gaps, codes, t, out=gaps)
    return gaps


def soften(gaps: Floats, codes: NDArray[np.uint8], temperature: float, out: Floats) -> None:
    """Relax gaps g − max g ≤ 0 into ``out``, which may be the gaps themselves.

    Args:
        gaps: (K, ...).
        codes: (...), the class of the gap that is 0.
        temperature: t, finite, ≥ 0.
        out: (K, ...), in the dtype of the gaps.
    """
    if temperature == 0:
        np.equal(codes, np.arange(len(gaps)).reshape(-1, *[1] * codes.ndim), out=out)
        return
    # Kept within what the dtype can hold: −∞ / ∞ and 0 / 0 would be NaN.
    limits = np.finfo(gaps.dtype)
    divisor = gaps.dtype.type(min(max(temperature, float(limits.tiny)), float(limits.max)))
    with np.errstate(over="ignore", under="ignore"):
        np.divide(gaps, divisor, out=out)
        np.exp(out, out=out)
    np.divide(out, np.add.reduce(out, axis=0), out=out)


def _floating(values: ArrayLike) -> Floats:
    array: Floats = np.asarray(values)
    return array if array.dtype.kind == "f" else array.astype(np.float64)
