"""The estimates of single draws and their sums, by NumPy alone.

``_gradients.h`` has the same, compiled: operations and the order of sums are the same, and so is
each bit.
"""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Bytes, Floats, Singles

NEAR = np.float32(1e-18)
"""Entries of s below this count as 0: their squares would be no normal numbers."""
LANES, SHORT = 16, 256
"""Sums that are added side by side; draws whose products are added up in single precision."""


def pull_back_into(slopes: AnyFloats, s: AnyFloats) -> None:
    """Replace slopes a (K, n) by s_j (a_j − Σ a_i s_i), for s (K, n) or (K, 1)."""
    np.subtract(slopes, _down(slopes * s), out=slopes)
    np.multiply(slopes, s, out=slopes)


def passed_through_p(values: AnyFloats, p: AnyFloats) -> None:
    """Pass values (K, n), which are overwritten, through p (K,), as by ``gradients.through_p``."""
    values -= values[p.argmax()].copy()
    pull_back_into(values, p.astype(values.dtype)[:, None])


def sum_part(values: Singles, sums: Floats) -> None:
    """Put Σ v (K,), and Σ q and Σ q² of q = ‖v − m‖² about their mean m, into sums (K + 2,).

    The first is taken from values v (K, n): if all are equal, q is 0.
    """
    count, first = values.shape[1], values[:, 0].copy()
    values -= first[:, None]
    total = _lanes(values)
    apart = values - (total / count).astype(np.float32)[:, None]
    squares = _down(apart * apart).astype(np.float64)
    sums[:-2] = count * first.astype(np.float64) + total
    sums[-2:] = _lanes(np.stack([squares, squares * squares]))


def estimates_into(s: Singles, codes: Bytes, w: Singles, p: Singles, values: Singles) -> None:
    """Put s ∘ (a − s·a) into values (kinds, K, n), of s (K, n), which is overwritten.

    Args:
        s: relaxed vectors; those up to ``NEAR`` become 0.
        codes: the classes (n,).
        w: the weights of the loss (K,).
        p: that slopes pass through, (K,) or (0,) for none.
        values: of one kind, for costs, whose slope a is w; or of both, with a = s − w and D − w.
    """
    np.multiply(s, s > NEAR, out=s)
    for kind, slopes in enumerate(values):
        if len(values) == 1:
            slopes[...] = w[:, None]
        else:
            at = np.equal(codes, np.arange(len(s), dtype=np.uint8)[:, None]) if kind else s
            np.subtract(at, w[:, None], out=slopes)
        pull_back_into(slopes, s)
        if p.size:
            passed_through_p(slopes, p)


def products_by_passes(x: Singles, tiny: np.float32, out: Floats) -> Floats:
    """Return Σ x_i x_j as ``kernels.products`` does, in ``out`` (K, K)."""
    classes, n = x.shape
    kept = np.zeros((classes, -(-n // SHORT), SHORT // LANES, LANES), np.float32)
    kept.reshape(classes, -1)[:, :n] = np.maximum(x, tiny) - tiny if tiny > 0 else x
    for i, row in enumerate(kept):
        lanes = np.add.accumulate(row * kept[i:], axis=2)[:, :, -1].astype(np.float64)
        blocks = np.add.accumulate(lanes, axis=2)[:, :, -1]
        out[i, i:] = out[i:, i] = np.add.accumulate(blocks, axis=1)[:, -1]
    return out


def _down(values: AnyFloats) -> AnyFloats:
    """Return the sum over the classes, one after the other; ``reduce`` adds one draw pairwise."""
    if values.shape[1] == 1:
        return np.asarray(np.add.accumulate(values, axis=0)[-1])
    return np.asarray(np.add.reduce(values, axis=0))


def _lanes(rows: AnyFloats) -> Floats:
    """Return the sums (m,) of rows (m, n) in double precision, ``LANES`` of them side by side."""
    m, n = rows.shape
    padded = np.zeros((m, -(-n // LANES), LANES))
    padded.reshape(m, -1)[:, :n] = rows
    side_by_side = np.add.accumulate(padded, axis=1)[:, -1]
    return np.asarray(np.add.accumulate(side_by_side, axis=1)[:, -1])
