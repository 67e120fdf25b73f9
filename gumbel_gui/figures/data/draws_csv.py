"""Raw draws as CSV: a row for each draw."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import BinaryIO

import numpy as np

from gumbel_gui.core.draws import Chunk, chunk_size
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.data.arrays import ARRAYS
from gumbel_gui.language import mark, tr

ROWS = 2048
"""Draws that are made text at once."""
EXACT = mark(
    "x in double precision; epsilon, g and s in single precision, which 9 digits give exactly"
)


class CsvDraws:
    """Raw draws as CSV, in UTF-8, with comments that begin with #.

    The columns are the number of the draw, counted from 1, and the arrays, those by class with the
    index of the class in their names. Each number reads back as the one that was drawn.

    Args:
        parameters: what is drawn.
        comments: on it, whole lines.

    Attributes:
        size: bytes that the file needs, estimated from its first rows.
    """

    def __init__(self, parameters: Parameters, comments: str) -> None:
        self._parameters = parameters
        names, formats = ["draw"], ["%d"]
        for array in ARRAYS:
            classes = range(parameters.classes)
            columns = [f"{array.name}_{k}" for k in classes] if array.by_class else [array.name]
            names += columns
            formats += [_FORMATS[array.dtype.kind + str(array.dtype.itemsize)]] * len(columns)
        self._row = ",".join(formats) + "\n"
        self._head = f"{comments}# {tr(EXACT)}\n{','.join(names)}\n".encode()
        first = parameters.changed(draws=min(ROWS, parameters.draws))
        rows = sum(len(text) for _, text in self._texts(first))
        self.size = len(self._head) + rows * parameters.draws // first.draws

    def write(self, file: BinaryIO) -> Generator[int, None, None]:
        """Write everything, and yield after each step how many draws are done."""
        file.write(self._head)
        for done, text in self._texts(self._parameters):
            file.write(text)
            yield done

    def _texts(self, parameters: Parameters) -> Iterator[tuple[int, bytes]]:
        """Yield how many draws are done, and the rows of the latest of them."""
        size = chunk_size(parameters.classes)
        with Engine(threads=1, budget=0) as engine:
            for index in range(-(-parameters.draws // size)):
                chunk = engine.chunk(parameters, index)
                for start in range(0, chunk.count, ROWS):
                    some = slice(start, min(start + ROWS, chunk.count))
                    yield chunk.start + some.stop, self._text(chunk, some)

    def _text(self, chunk: Chunk, some: slice) -> bytes:
        """Return the rows of some draws of a chunk."""
        numbers = range(chunk.start + some.start + 1, chunk.start + some.stop + 1)
        arrays = (np.atleast_2d(array.of(chunk)) for array in ARRAYS)
        columns = (row[some].tolist() for array in arrays for row in array)
        return "".join(map(self._row.__mod__, zip(numbers, *columns, strict=True))).encode()


_FORMATS = {"f8": "%r", "f4": "%.9g", "u1": "%d"}
"""Of what ``tolist`` gives: each reads back as the same number of that type."""
