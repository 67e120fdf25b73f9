"""Arrays and random streams that one thread uses again and again."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class Workspace:
    """Arrays and random streams that one thread uses again and again.

    Fresh arrays of this size cost more in page faults than the arithmetic done on them, and a
    fresh stream costs more than moving one to another place.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self._streams: dict[tuple[int, ...], tuple[np.random.Generator, Any]] = {}
        self._seed: int | None = None
        self.spare: Any = None
        """Stages that are not kept, for their arrays."""

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """Return the array of this name, with whatever it held at its last use."""
        return reuse(self._buffers, name, shape, dtype)

    def stream(self, seed: int, *key: int, start: int) -> np.random.Generator:
        """Return the random stream of a key, about to give its number ``start``.

        (k,) is the key of the noise of class k, (k, i) those of what else is drawn. Draw i is the
        i-th number in a stream: so a draw depends neither on the number of threads, draws or
        classes nor on how the draws are cut into chunks.
        """
        if seed != self._seed:
            self._streams.clear()
            self._seed = seed
        if key not in self._streams:
            # DXSM of 128 bits: a stream can be entered at any place at once.
            bits = np.random.PCG64DXSM(np.random.SeedSequence(seed, spawn_key=key))
            self._streams[key] = np.random.Generator(bits), bits.state
        generator, origin = self._streams[key]
        generator.bit_generator.state = origin
        generator.bit_generator.advance(start)  # type: ignore[attr-defined]
        return generator


def reuse(
    buffers: dict[str, NDArray[Any]], name: str, shape: tuple[int, ...], dtype: DTypeLike
) -> NDArray[Any]:
    """Return an array of this shape out of the named buffer, which grows where it must."""
    size, kind = math.prod(shape), np.dtype(dtype)
    buffer = buffers.get(name)
    if buffer is None or buffer.size < size or buffer.dtype != kind:
        buffer = buffers[name] = np.empty(size, kind)
    return buffer[:size].reshape(shape)
