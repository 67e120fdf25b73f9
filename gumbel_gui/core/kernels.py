"""Kernels: the loops that take most of the time, compiled if the extension is here, else NumPy.

``_kernels.c`` is compiled at installation where a compiler is at hand. It takes float32; all else
is done by passes over whole arrays, as everything is without it or with ``GUMBEL_GUI_PURE`` set
in the environment. Only this module knows which it is. From the same noise come the same
classes and gaps either way, and from the same s the same counts; noise and s differ by rounding, as
they do between NumPy's versions and processors.
"""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core import passes
from gumbel_gui.core.arrays import AnyFloats, Booleans, Bytes, Floats, Singles, Whole
from gumbel_gui.core.counting import count_rows
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
    """Put exp(gap / t) / Σ exp(gap / t) into ``out``; −∞ and what is too small for a normal give 0.

    Args:
        shifted: ≤ 0, (K, ...), with a 0 in each draw.
        divisor: t, a positive normal number of the dtype of the gaps.
        out: (K, ...), in that dtype; it may be the gaps themselves.
    """
    if not _taken(shifted, out):
        _softmax_by_passes(shifted, np.float64(divisor), out)
        return
    source, target = _as_rows(shifted), _as_rows(out)
    _kernels.softmax(source, target, divisor)
    _hand_back(target, out)


def argmax_scores(
    log_p: Floats,
    noise: NDArray[Any],
    largest: NDArray[Any],
    codes: Bytes,
    row: NDArray[Any],
    wins: Booleans,
) -> None:
    """Find the largest score ln p + ε of each draw and its class, without keeping the scores.

    The same as by ``score`` and ``first_argmax``, to the bit. The leader is updated class by class,
    so that nothing of the size of the noise is written.

    Args:
        log_p: ln p (K,), K < 256.
        noise: ε (K, n).
        largest: (n,), to hold the largest scores.
        codes: (n,), to hold the classes, the first one among equals.
        row: (n,), to work in, in the noise's dtype.
        wins: (n,), to work in.
    """
    column = log_p.astype(noise.dtype)
    if _taken(noise, largest) and largest.flags.c_contiguous and codes.flags.c_contiguous:
        _kernels.argmax_scores(column, _as_rows(noise), largest, codes)
        return
    marks = wins.view(np.uint8)
    np.add(noise[0], column[0], out=largest)
    codes.fill(0)
    for k in range(1, len(noise)):
        np.add(noise[k], column[k], out=row)
        np.greater(row, largest, out=wins)
        np.multiply(marks, np.uint8(k), out=marks)
        np.maximum(codes, marks, out=codes)  # a later leader has the larger index
        np.maximum(largest, row, out=largest)


def shift_scores(
    log_p: Floats,
    noise: NDArray[Any],
    shifted: NDArray[Any],
    largest: NDArray[Any],
    known: bool,
) -> None:
    """Find how far each score g = ln p + ε is behind the largest of its draw.

    Args:
        log_p: ln p (K,).
        noise: ε (K, n).
        shifted: (K, n), to hold g − max g.
        largest: (n,), to work in.
        known: whether ``largest`` holds the largest scores.
    """
    column = log_p.astype(noise.dtype)
    if _taken(noise, shifted):
        target = _as_rows(shifted)
        _kernels.shift_scores(column, _as_rows(noise), target)
        _hand_back(target, shifted)
        return
    # One array holds the scores, and then the shifted ones.
    np.add(noise, column[:, None], out=shifted)
    if not known:
        np.maximum.reduce(shifted, axis=0, out=largest)
    np.subtract(shifted, largest, out=shifted)


def moments(s: Singles) -> tuple[Floats, Floats]:
    """Return Σ s and Σ s² (K,) of entries (K, n), rows contiguous, added in double precision.

    A variance is a difference of the two, and at high t a millionth of either.
    """
    sums, squares = np.empty(len(s)), np.empty(len(s))
    if _taken(s):
        _kernels.moments(_as_rows(s), sums, squares)
        return sums, squares
    for k, row in enumerate(s):
        exact = row.astype(np.float64)
        sums[k], squares[k] = exact.sum(), exact @ exact
    return sums, squares


def count(s: Singles, bins: int, scaled: Singles, codes: Bytes) -> tuple[Whole, Floats, Floats]:
    """Count and add entries s in [0, 1], class by class.

    Args:
        s: (K, n), rows contiguous.
        bins: of equal width, 1 … 254; s = 1 belongs to the last one.
        scaled: (K, n), to work in.
        codes: (K, n), to work in.

    Returns:
        counts (K, bins) of floor(s · bins) in single precision, Σ s (K,) and Σ s² (K,) as by
        ``moments``.
    """
    if _taken(s):
        counts, sums, squares = np.empty((len(s), bins), np.int64), *np.empty((2, len(s)))
        _kernels.count(_as_rows(s), counts, sums, squares)
        return counts, sums, squares
    np.multiply(s, np.float32(bins), out=scaled)
    np.copyto(codes, scaled, casting="unsafe")
    counts = count_rows(codes, bins + 1)
    counts[:, bins - 1] += counts[:, bins]
    return counts[:, :bins], *moments(s)


def uniform(state: int, out: Floats) -> None:
    """Fill ``out`` (n,), contiguous, with the x of the numbers of SplitMix64 after a state.

    x = ((z >> 12) + ½) / 2⁵² of a number z: an odd multiple of 2⁻⁵³ in (0, 1).
    """
    (_kernels if COMPILED else passes).uniform(state, out)


def noise(state: int, out: Singles) -> None:
    """Fill ``out`` (n,), contiguous, with −ln(−ln x) of the x of ``uniform``.

    Within 2 ulp of max(|ε|, 1): x is cut into 2^e · (1 + f) in double precision, where both are
    exact, so that near x = 1 nothing is lost.
    """
    (_kernels if COMPILED else passes).noise(state, out)


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
    if _taken(shifted):
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
    if _taken(x):
        _kernels.products(_as_rows(x), out, tiny)
        return out
    return products_by_passes(x, np.float32(tiny), out)


def _taken(*arrays: NDArray[Any]) -> bool:
    """Return whether the compiled loops take arrays of these kinds."""
    return COMPILED and all(each.dtype == np.float32 for each in arrays)


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


def _softmax_by_passes(shifted: AnyFloats, divisor: np.float64, out: AnyFloats) -> None:
    limits = np.finfo(shifted.dtype)
    with np.errstate(over="ignore", under="ignore"):
        # In double: rounded to single precision, t would be another one.
        np.divide(shifted, divisor, out=out, casting="same_kind")
        # Numbers too small for full precision are 0 here, as those too small for any are: at small
        # t there are many, and processors take up to eight times as long with them.
        lowest = shifted.dtype.type(math.ceil(math.log(limits.tiny)))
        subnormal = bool(out.min(initial=0) < lowest)
        if subnormal:
            np.maximum(out, lowest, out=out)
        np.exp(out, out=out)
        if subnormal:
            np.multiply(out, out > np.exp(lowest) * 1.1, out=out)
    if out[0].size == 1:  # of a single draw, reduce would add pairwise, and round otherwise
        np.divide(out, np.add.accumulate(out, axis=0)[-1], out=out)
    else:
        np.divide(out, np.add.reduce(out, axis=0), out=out)
