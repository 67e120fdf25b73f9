"""The noise of one class from its own random stream, right or wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import AnyFloats, Floats
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.sampling import fill_gumbel_noise, fill_uniform
from gumbel_gui.core.workspace import Workspace


@dataclass(frozen=True)
class NoiseLaw:
    """Moments of a single ε, and of the square q of its distance from the mean.

    Attributes:
        variance: of ε.
        skew: squared skewness γ² of ε.
        square_variance: variance of q.
        square_skew: squared skewness of q.
    """

    variance: float
    skew: float
    square_variance: float
    square_skew: float


_GUMBEL = NoiseLaw(np.pi**2 / 6, 1.29857, 11.9056, 70.0)
_LAWS = {
    Mistake.UNIFORM: NoiseLaw(1 / 12, 0.0, 1 / 180, 0.40816),
    Mistake.NORMAL: NoiseLaw(1.0, 0.0, 2.0, 8.0),
    Mistake.NO_NOISE: NoiseLaw(0.0, 0.0, 0.0, 0.0),
    # One value in 3·10⁷ is 46, far outside.
    Mistake.FLOAT32: NoiseLaw(np.pi**2 / 6, 1.29857, 12.04, 220.0),
}


def noise_law(mistake: Mistake) -> NoiseLaw:
    """Return the moments of the noise that there is with a mistake."""
    return _LAWS.get(mistake, _GUMBEL)


def fill_uniform_noise(work: Workspace, seed: int, row: int, start: int, out: AnyFloats) -> None:
    """Fill ``out`` (n,) with x ~ U(0, 1) of class ``row``, from draw ``start`` on."""
    uniform = work.array("uniform", out.shape, np.float64)
    work.stream(seed, row, start=start).random(out=uniform)
    np.copyto(out, uniform, casting="same_kind")


def fill_exact_uniform(
    mistake: Mistake, work: Workspace, seed: int, row: int, start: int, out: Floats
) -> None:
    """Fill ``out`` (n,) with the x of which the noise of class ``row`` is made."""
    stream = work.stream(seed, row, start=start)
    if mistake.noise_is_gumbel:
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
    mistake: Mistake, work: Workspace, seed: int, row: int, start: int, out: AnyFloats
) -> None:
    """Fill ``out`` (n,), float32, with the noise ε of class ``row``, right or wrong."""
    if mistake is Mistake.UNIFORM:
        fill_uniform_noise(work, seed, row, start, out)
    elif mistake is Mistake.NORMAL:
        fill_normal_noise(work, seed, row, start, out)
    elif mistake is Mistake.FLOAT32:
        fill_float32_noise(work, seed, row, start, out)
    elif mistake is Mistake.NO_NOISE:
        out[...] = 0
    else:
        uniform = work.array("uniform", out.shape, np.float64)
        fill_gumbel_noise(work.stream(seed, row, start=start), out, uniform)
