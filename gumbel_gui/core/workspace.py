"""Arrays that one thread uses again and again."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class Workspace:
    """Arrays that one thread uses again and again.

    Fresh arrays of this size cost more in page faults than the arithmetic done on them.
    """

    def __init__(self) -> None:
        self._buffers: dict[str, NDArray[Any]] = {}
        self.spare: Any = None
        """Stages that are not kept, for their arrays."""

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """Return the array of this name, with whatever it held at its last use."""
        return reuse(self._buffers, name, shape, dtype)


def reuse(
    buffers: dict[str, NDArray[Any]], name: str, shape: tuple[int, ...], dtype: DTypeLike
) -> NDArray[Any]:
    """Return an array of this shape out of the named buffer, which grows where it must."""
    size, kind = math.prod(shape), np.dtype(dtype)
    buffer = buffers.get(name)
    if buffer is None or buffer.size < size or buffer.dtype != kind:
        buffer = buffers[name] = np.empty(size, kind)
    return buffer[:size].reshape(shape)
