"""The random numbers: SplitMix64, entered at any place.

Draw i of whatever has a key is the i-th number after a place that is drawn at random from the seed
and the key: so a draw depends neither on the number of threads, draws or classes nor on how the
draws are cut into chunks. Two of a thousand keys with 10⁹ draws come to share numbers with a
probability of 5e-5.

Source:
    Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gumbel_gui.core import kernels
from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.passes import GAMMA


def fill_uniform(seed: int, *key: int, start: int, out: Floats) -> None:
    """Fill ``out`` (n,) with x ~ U(0, 1) of a key, from draw ``start`` on.

    x is an odd multiple of 2⁻⁵³ in (0, 1). (k,) is the key of the noise of class k, (k, i) those of
    what else is drawn.
    """
    kernels.uniform(state_of(seed, *key, start=start), out)


def fill_gumbel(seed: int, *key: int, start: int, out: Singles) -> None:
    """Fill ``out`` (n,) with the Gumbel noise −ln(−ln x) of the x of ``fill_uniform``."""
    kernels.noise(state_of(seed, *key, start=start), out)


def fill_normal(seed: int, *key: int, start: int, out: Singles) -> None:
    """Fill ``out`` (n,) with standard normal numbers of the same x, and those of one key more.

    From two uniforms per value: the ziggurat takes a varying number of them, so that draw i could
    not be found without all before it.
    """
    other = state_of(seed, *key, 1, start=start)
    kernels.normal(state_of(seed, *key, start=start), other, out)


def state_of(seed: int, *key: int, start: int) -> int:
    """Return the state, modulo 2⁶⁴, that comes before the number ``start`` of a key."""
    return _origin(seed, key) + start * GAMMA


@lru_cache(maxsize=4096)
def _origin(seed: int, key: tuple[int, ...]) -> int:
    return int(np.random.SeedSequence(seed, spawn_key=key).generate_state(1, np.uint64)[0])
