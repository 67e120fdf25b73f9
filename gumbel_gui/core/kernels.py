"""Kernels: the loops that take most of the time, compiled if the extension is here, else NumPy.

``_kernels.c`` is compiled at installation where a compiler is at hand; without it, or with
``GUMBEL_GUI_PURE`` set in the environment, ``passes`` do the same. Only this module knows which it
is: the results are the same to the bit.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core import passes, relaxed_passes
from gumbel_gui.core.arrays import AnyFloats, Bytes, Floats, Singles, Whole
from gumbel_gui.core.descent_steps import Descent
from gumbel_gui.core.gradient_passes import estimates_into, products_by_passes, sum_part
from gumbel_gui.core.losses import Estimator
from gumbel_gui.language import tr

if TYPE_CHECKING:
    from gumbel_gui.core import _kernels

    COMPILED: bool
elif os.environ.get("GUMBEL_GUI_PURE"):
    COMPILED = False
else:
    try:
        from gumbel_gui.core import _kernels
    except ImportError:
        COMPILED = False
    else:
        COMPILED = True


def described() -> str:
    """Return which loops are in use, in words."""
    return tr("compiled kernels") if COMPILED else tr("NumPy alone")


def softmax(shifted: AnyFloats, divisor: float, out: AnyFloats) -> None:
    """Put exp(gap / t) / Σ exp(gap / t) into ``out``.

    In single precision, what is below its normal numbers is 0.

    Args:
        shifted: ≤ 0, (K, ...), with a 0 in each draw; −∞ gives 0.
        divisor: t, a positive normal number of the dtype of the gaps.
        out: (K, ...), in that dtype; it may be the gaps themselves.
    """
    if shifted.dtype == np.float32:
        source, target = _as_rows(shifted), _as_rows(out)
        _loops().softmax(source, target, divisor)
        _hand_back(target, out)
        return
    with np.errstate(over="ignore", under="ignore"):
        np.divide(shifted, np.float64(divisor), out=out, casting="same_kind")
        np.exp(out, out=out)
    np.divide(out, np.add.accumulate(out, axis=0)[-1], out=out)


def relax_scores(log_p: Floats, noise: Singles, divisor: float, out: Singles) -> None:
    """Do what ``shift_scores`` and then ``softmax`` do, to the bit, in one pass over memory.

    Args:
        log_p: ln p (K,).
        noise: ε (K, n).
        divisor: t, a positive normal number of single precision.
        out: (K, n).
    """
    target = _as_rows(out)
    _loops().relax_scores(log_p.astype(np.float32), _as_rows(noise), target, divisor)
    _hand_back(target, out)


def argmax_scores(log_p: Floats, noise: Singles, codes: Bytes) -> None:
    """Find the class of the largest score ln p + ε of each draw, without keeping the scores.

    The same as by ``score`` and ``first_argmax``, to the bit.

    Args:
        log_p: ln p (K,), K ≤ 256.
        noise: ε (K, n).
        codes: (n,), contiguous, to hold the classes, the first one among equals.
    """
    _loops().argmax_scores(log_p.astype(np.float32), _as_rows(noise), codes)


def shift_scores(log_p: Floats, noise: Singles, shifted: Singles) -> None:
    """Find how far each score g = ln p + ε is behind the largest of its draw.

    Args:
        log_p: ln p (K,).
        noise: ε (K, n).
        shifted: (K, n), to hold g − max g.
    """
    target = _as_rows(shifted)
    _loops().shift_scores(log_p.astype(np.float32), _as_rows(noise), target)
    _hand_back(target, shifted)


def moments(s: Singles) -> tuple[Floats, Floats]:
    """Return Σ s and Σ s² (K,) of entries (K, n), added in double precision.

    A variance is a difference of the two, and at high t a millionth of either.
    """
    sums, squares = np.empty((2, len(s)))
    _loops().moments(_as_rows(s), sums, squares)
    return sums, squares


def count(s: Singles, bins: int) -> tuple[Whole, Floats, Floats]:
    """Count and add entries s in [0, 1], class by class.

    Args:
        s: (K, n).
        bins: of equal width, 1 … 255; s = 1 belongs to the last one.

    Returns:
        counts (K, bins) of floor(s · bins) in single precision, Σ s (K,) and Σ s² (K,) as by
        ``moments``.
    """
    counts, sums, squares = np.empty((len(s), bins), np.int64), *np.empty((2, len(s)))
    _loops().count(_as_rows(s), counts, sums, squares)
    return counts, sums, squares


def relaxed_sums(gaps: Singles, temperatures: Floats, work: Singles) -> tuple[Floats, Floats]:
    """Return sums of s = softmax(gap / t) at each of T temperatures.

    Args:
        gaps: ≤ 0, (K, n), with a 0 in each draw; −∞ and what is too small for a normal give 0.
        temperatures: (T,), positive normal numbers of single precision.
        work: (K, 512), to work in.

    Returns:
        Σ s of each class (T, K), and (T, 3): Σ of the largest entry of s, Σ ln Z with
        Z = Σ exp(gap / t), and Σ s·gap/t. Relative error below 1e-6, of
        what is small by |gap / t| more up to 1e-5.
    """
    total, spread = np.empty((len(temperatures), len(gaps))), np.empty((len(temperatures), 3))
    if COMPILED:
        _kernels.relaxed_sums(_as_rows(gaps), temperatures, total, spread, work)
    else:
        relaxed_passes.relaxed_sums(gaps, temperatures, total, spread)
    return total, spread


def count_codes(codes: Bytes, bins: int) -> Whole:
    """Return how often each code 0 … bins − 1, bins ≤ 256, is in each row of (K, n): (K, bins)."""
    counts = np.empty((len(codes), bins), np.int64)
    _loops().count_codes(_as_rows(codes), counts)
    return counts


def uniform(state: int, out: Floats) -> None:
    """Fill ``out`` (n,), contiguous, with the x of the numbers of SplitMix64 after a state.

    x = ((z >> 12) + ½) / 2⁵² of a number z: an odd multiple of 2⁻⁵³ in (0, 1).
    """
    _loops().uniform(state, out)


def noise(state: int, out: Singles) -> None:
    """Fill ``out`` (n,), contiguous, with −ln(−ln x) of the x of ``uniform``.

    Within 2 ulp of max(|ε|, 1): x is cut into 2^e · (1 + f) in double precision, where both are
    exact, so that near x = 1 nothing is lost.
    """
    _loops().noise(state, out)


def descend_steps(descent: Descent, estimator: Estimator, log_p: Floats, path: Floats) -> None:
    """Fill ``path`` (steps + 1, K), whose first row is p, as ``Descent.walk`` does."""
    if not COMPILED:
        descent.walk(estimator, log_p, path)
        return
    of = descent
    how = [*Estimator].index(estimator), of.costs, of.on_p, of.by_t, of.rate, of.backward, of.eta
    arrays = of.weights, of.losses, of.times, of.noise, of.fresh
    _kernels.descend(np.array(how, np.float64), *arrays, log_p, path)


def estimate_sums(
    shifted: Singles, codes: Bytes, temperatures: Floats, w: Singles, p: Singles, values: Singles
) -> Floats:
    """Add up the estimates of single draws by Gumbel-softmax and straight-through, without 1/t.

    Args:
        shifted: g − max g, (K, n), n ≥ 1.
        codes: argmax g, (n,).
        temperatures: t, (temperatures,), positive normal numbers of single precision.
        w: weights of the loss, (K,).
        p: that slopes pass through, (K,) or (0,) for none.
        values: (kinds, K, width) to work in: one kind for costs, for which both are the same, else
            two. Draws are added up in parts of the width; of the last part they are left here, less
            the first one.

    Returns:
        (temperatures, parts, kinds, K + 2): Σ v (K,), Σ q and Σ q² of the estimates v, with
        q = ‖v − m‖² about the mean m of the part.
    """
    (kinds, classes, width), n = values.shape, shifted.shape[1]
    sums = np.empty((len(temperatures), -(-n // width), kinds, classes + 2))
    if COMPILED:
        arrays = np.ascontiguousarray(codes), w, p, temperatures, values
        _kernels.estimate_sums(_as_rows(shifted), *arrays, sums)
        return sums
    for part in range(sums.shape[1]):
        here = np.s_[..., part * width : (part + 1) * width]
        gaps, s = shifted[here], np.empty_like(shifted[here])
        some = values[..., : gaps.shape[1]]
        for found, t in zip(sums[:, part], temperatures, strict=True):
            softmax(gaps, t, s)
            estimates_into(s, codes[here], w, p, some)
            for each, total in zip(some, found, strict=True):
                sum_part(each, total)
    return sums


def products(x: Singles, tiny: float = 0.0) -> Floats:
    """Return Σ x_i x_j over draws, (K, K), of x (K, n), K ≤ 64; on one thread, unlike a product.

    An x up to ``tiny`` > 0 counts as 0, and the others for as much less: products below the normal
    numbers take a hundred times as long.
    """
    out = np.empty((len(x), len(x)))
    if COMPILED:
        _kernels.products(_as_rows(x), out, tiny)
        return out
    return products_by_passes(x, np.float32(tiny), out)


def _loops() -> Any:
    return _kernels if COMPILED else passes


def _as_rows(array: NDArray[Any]) -> NDArray[Any]:
    """Return (K, ...) as (K, n) with contiguous rows that do not overlap, as a copy if need be."""
    if array.ndim == 2 and array.flags.aligned:
        row, step = array.strides
        if step == array.itemsize and row >= array.shape[1] * step:
            return array
    return np.ascontiguousarray(array).reshape(len(array), -1)


def _hand_back(rows: NDArray[Any], out: NDArray[Any]) -> None:
    """Copy what was computed into ``out``, unless it is there."""
    if not np.may_share_memory(rows, out):
        out[...] = rows.reshape(out.shape)
