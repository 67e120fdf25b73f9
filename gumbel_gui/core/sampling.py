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
    """Draw standard Gumbel (maximum) noise ε = −ln(−ln x), with x ~ U(0, 1).

    x is always drawn in float64: a float32 uniform cuts the upper tail near 16.6, while this one
    reaches past 36. The end point x = 0 of NumPy's [0, 1) is drawn again.

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
    uniform = np.asarray(rng.random(shape, dtype=np.float64))
    drawn = np.empty(uniform.size, kind)
    _from_uniform(rng, uniform.reshape(-1), drawn)
    return drawn.reshape(uniform.shape)


def fill_gumbel_noise(rng: np.random.Generator, out: Floats, uniform: NDArray[np.float64]) -> None:
    """Do what gumbel_noise does, into ``out`` (n,), with ``uniform`` (n,) to work in."""
    rng.random(out=uniform)
    _from_uniform(rng, uniform, out)


def _from_uniform(rng: np.random.Generator, x: NDArray[np.float64], out: Floats) -> None:
    while not x.min(initial=1.0) > 0:
        zero = x == 0
        x[zero] = rng.random(int(zero.sum()), dtype=np.float64)
    # Down to −ln x in float64: near x = 1 all that matters is far behind the decimal point.
    np.log(x, out=x)
    np.negative(x, out=out, casting="same_kind")
    np.log(out, out=out)
    np.negative(out, out=out)


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
    log_p = log_probabilities(normalise(np.asarray(probabilities).tolist()))
    epsilon = _floating(noise)
    if epsilon.ndim == 0 or epsilon.shape[0] != len(log_p):
        raise ValueError(
            f"noise has shape {epsilon.shape}, but must have {len(log_p)} classes first."
        )
    column = log_p.astype(epsilon.dtype).reshape(-1, *[1] * (epsilon.ndim - 1))
    return column + epsilon


def log_probabilities(p: Sequence[float]) -> NDArray[np.float64]:
    """Return ln p (K,) of probabilities; −∞ where one is 0."""
    with np.errstate(divide="ignore"):
        logarithms: NDArray[np.float64] = np.log(np.array(p))
    return logarithms


def gumbel_max(scores: ArrayLike) -> NDArray[np.intp]:
    """Return the class of the largest score of each draw, the first one among equals.

    For scores g = ln p + ε these classes are exact samples of p (the Gumbel-max trick).

    Args:
        scores: (K, ...).

    Returns:
        (...) class indices in 0 … K − 1.
    """
    return _leaders(np.asarray(scores))[0].astype(np.intp)


def _leaders(scores: NDArray[Any]) -> tuple[NDArray[np.uint8], NDArray[Any]]:
    codes, largest = np.empty(scores.shape[1:], np.uint8), np.empty(scores.shape[1:], scores.dtype)
    lead(np.zeros(len(scores)), scores, codes, largest)
    return codes, largest


def lead(
    log_p: NDArray[np.float64], noise: NDArray[Any], codes: NDArray[np.uint8], largest: NDArray[Any]
) -> None:
    """Find the class of the largest score ln p + ε of each draw, in one byte, and that score.

    A running maximum over the rows is about twenty times faster than ``argmax(axis=0)``, which
    walks across them, and needs no room for all scores.

    Args:
        log_p: ln p, (K,), K ≤ 256.
        noise: ε, (K, ...).
        codes: (...), to hold the classes.
        largest: (...), to hold the largest scores, in the dtype of the noise.
    """
    shifts = log_p.astype(noise.dtype)
    np.add(noise[0], shifts[0], out=largest)
    codes[...] = 0
    score = np.empty_like(largest)
    wins = np.empty(codes.shape, bool)
    taking = np.empty(codes.shape, np.uint8)
    for k in range(1, len(noise)):
        np.add(noise[k], shifts[k], out=score)
        np.greater(score, largest, out=wins)
        np.maximum(largest, score, out=largest)
        # A later win has the larger code, so a maximum keeps the last one to take the lead.
        np.multiply(wins.view(np.uint8), np.uint8(k), out=taking)
        np.maximum(codes, taking, out=codes)


def fall_behind(
    log_p: NDArray[np.float64], noise: NDArray[Any], largest: NDArray[Any], out: NDArray[Any]
) -> None:
    """Put the gaps g − max g of the scores g = ln p + ε into ``out`` (K, ...)."""
    shifts = log_p.astype(noise.dtype)
    for k in range(len(noise)):
        np.add(noise[k], shifts[k], out=out[k])
        np.subtract(out[k], largest, out=out[k])


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
    codes, largest = _leaders(g)
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
