"""The noise of one class, right or wrong."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import AnyFloats, Floats
from gumbel_gui.core.generator import fill_gumbel, fill_normal, fill_uniform
from gumbel_gui.core.mistakes import Noise, NoiseKind
from gumbel_gui.core.noise_laws import half_precision_noise, shifted_logarithms
from gumbel_gui.core.workspace import Workspace


def fill_uniform_noise(work: Workspace, seed: int, row: int, start: int, out: AnyFloats) -> None:
    """Fill ``out`` (n,) with the x ~ U(0, 1) of which the noise of class ``row`` is made."""
    np.copyto(out, _uniform(work, seed, row, start=start, size=len(out)), casting="same_kind")


def fill_float32_noise(work: Workspace, seed: int, row: int, start: int, out: AnyFloats) -> None:
    """Fill ``out`` (n,), float32, with −ln(−ln(x + 1e-20) + 1e-20) computed in single precision.

    x = 1, to which one x in 3·10⁷ is rounded, gives 46.05; all others at most 24·ln 2 = 16.64.
    """
    tiny = np.float32(1e-20)
    fill_uniform_noise(work, seed, row, start, out)
    for _ in range(2):
        np.add(out, tiny, out=out)
        np.log(out, out=out)
        np.negative(out, out=out)


def fill_noise(
    noise: Noise, work: Workspace, seed: int, row: int, start: int, out: AnyFloats
) -> None:
    """Fill ``out`` (n,), float32, with the noise ε of class ``row``, right or wrong."""
    kind = noise.kind
    if kind is NoiseKind.UNIFORM:
        fill_uniform_noise(work, seed, row, start, out)
    elif kind is NoiseKind.NORMAL:
        fill_normal(seed, row, start=start, out=out)
    elif kind is NoiseKind.FLOAT32:
        fill_float32_noise(work, seed, row, start, out)
    elif kind is NoiseKind.NONE:
        out[...] = 0
    elif kind in (NoiseKind.GUMBEL, NoiseKind.MINIMUM):
        fill_gumbel(seed, row, start=start, out=out)
        if kind is NoiseKind.MINIMUM:
            np.negative(out, out=out)
    else:
        out[...] = _made_of(_uniform(work, seed, row, start=start, size=len(out)), noise)


def _uniform(work: Workspace, seed: int, *key: int, start: int, size: int) -> Floats:
    """Return x (n,) of a key, lent until the next call."""
    x = work.array("uniform", (size,), np.float64)
    fill_uniform(seed, *key, start=start, out=x)
    return x


def _made_of(x: Floats, noise: Noise) -> AnyFloats:
    """Return the noise that is made of x (n,)."""
    if noise.kind is NoiseKind.LOGISTIC:
        return np.asarray(np.log(x) - np.log1p(-x))
    if noise.kind is NoiseKind.HALF:
        values = half_precision_noise()
        return values[(x * len(values)).astype(np.intp)]
    return shifted_logarithms(x, noise.t)
