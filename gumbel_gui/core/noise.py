"""The noise of one class from its own random stream, right or wrong."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import AnyFloats, Floats
from gumbel_gui.core.mistakes import Noise, NoiseKind
from gumbel_gui.core.noise_laws import half_precision_noise, shifted_logarithms
from gumbel_gui.core.sampling import fill_gumbel_noise, fill_uniform
from gumbel_gui.core.workspace import Workspace

ABOVE_0 = NoiseKind.GUMBEL, NoiseKind.MINIMUM, NoiseKind.LOGISTIC
"""Noise with ln x in it: x = 0 is drawn again."""


def fill_uniform_noise(work: Workspace, seed: int, row: int, start: int, out: AnyFloats) -> None:
    """Fill ``out`` (n,) with x ~ U(0, 1) of class ``row``, from draw ``start`` on."""
    uniform = work.array("uniform", out.shape, np.float64)
    work.stream(seed, row, start=start).random(out=uniform)
    np.copyto(out, uniform, casting="same_kind")


def fill_exact_uniform(
    noise: Noise, work: Workspace, seed: int, row: int, start: int, out: Floats
) -> None:
    """Fill ``out`` (n,) with the x of which the noise of class ``row`` is made."""
    stream = work.stream(seed, row, start=start)
    if noise.kind in ABOVE_0:
        fill_uniform(stream, out)
    else:  # which takes 0, too
        stream.random(out=out)


def fill_normal_noise(work: Workspace, seed: int, row: int, start: int, out: AnyFloats) -> None:
    """Fill ``out`` (n,) with standard normal noise of class ``row``, from draw ``start`` on.

    By Box & Muller (1958), from two uniforms per value: the ziggurat takes a varying number of
    them, so that draw i could not be found without all before it. Right to 1e-4.
    """
    uniform = work.array("uniform", out.shape, np.float64)
    angle = work.array("angle", out.shape, np.float32)
    work.stream(seed, row, start=start).random(out=uniform)
    # Single precision from here on is eight times as fast; 1 − x keeps the tail as far as it goes.
    np.subtract(1, uniform, out=uniform)
    np.copyto(out, uniform, casting="same_kind")
    np.log(out, out=out)
    np.multiply(out, -2, out=out)
    np.sqrt(out, out=out)
    work.stream(seed, row, 1, start=start).random(out=uniform)
    np.copyto(angle, uniform, casting="same_kind")
    np.multiply(angle, 2 * np.pi, out=angle)
    np.cos(angle, out=angle)
    np.multiply(out, angle, out=out)


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


def fill_gumbel_noise_of(x: Floats, work: Workspace, out: AnyFloats) -> None:
    """Fill ``out`` (n,), float32, with the Gumbel noise that is made of x (n,), all above 0."""
    uniform = work.array("uniform", out.shape, np.float64)
    np.copyto(uniform, x)
    kernels.gumbel(uniform, out)


def fill_noise(
    noise: Noise, work: Workspace, seed: int, row: int, start: int, out: AnyFloats
) -> None:
    """Fill ``out`` (n,), float32, with the noise ε of class ``row``, right or wrong."""
    kind = noise.kind
    if kind is NoiseKind.UNIFORM:
        fill_uniform_noise(work, seed, row, start, out)
    elif kind is NoiseKind.NORMAL:
        fill_normal_noise(work, seed, row, start, out)
    elif kind is NoiseKind.FLOAT32:
        fill_float32_noise(work, seed, row, start, out)
    elif kind is NoiseKind.NONE:
        out[...] = 0
    elif kind in (NoiseKind.GUMBEL, NoiseKind.MINIMUM):
        uniform = work.array("uniform", out.shape, np.float64)
        fill_gumbel_noise(work.stream(seed, row, start=start), out, uniform)
        if kind is NoiseKind.MINIMUM:
            np.negative(out, out=out)
    else:
        x = work.array("uniform", out.shape, np.float64)
        fill_exact_uniform(noise, work, seed, row, start, x)
        out[...] = _made_of(x, noise)


def _made_of(x: Floats, noise: Noise) -> AnyFloats:
    """Return the noise that is made of x (n,)."""
    if noise.kind is NoiseKind.LOGISTIC:
        return np.asarray(np.log(x) - np.log1p(-x))
    if noise.kind is NoiseKind.HALF:
        values = half_precision_noise()
        return values[(x * len(values)).astype(np.intp)]
    return shifted_logarithms(x, noise.t)
