"""The arrays of raw draws: their names in files, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.draws import Chunk


@dataclass(frozen=True)
class DrawsArray:
    """An array of raw draws.

    Attributes:
        name: in a file.
        dtype: of its numbers, as the core draws them.
        of: returns that of a chunk, (K, n), or (n,) if not by class.
        by_class: whether there is a row for each class.
    """

    name: str
    dtype: np.dtype[Any]
    of: Callable[[Chunk], NDArray[Any]]
    by_class: bool = True


_SINGLE = np.dtype(np.float32)
ARRAYS = (
    DrawsArray("x", np.dtype(np.float64), lambda chunk: chunk.exact_uniform),
    DrawsArray("epsilon", _SINGLE, lambda chunk: chunk.noise),
    DrawsArray("g", _SINGLE, lambda chunk: chunk.scores),
    DrawsArray("class", np.dtype(np.uint8), lambda chunk: chunk.classes, by_class=False),
    DrawsArray("s", _SINGLE, lambda chunk: chunk.relaxed),
)
