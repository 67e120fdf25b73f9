"""Raw draws as NPZ: an uncompressed zip file of NumPy arrays, written in the order of the draws.

Arrays are class-major, (K, n), as everywhere: the draws of a class are side by side. Each chunk
belongs into many places then, which are known beforehand, since nothing is compressed. So all
threads write what they have drawn, and the checksums of the pieces add up to those of the arrays.
"""

from __future__ import annotations

import io
import threading
import zlib
from collections.abc import Generator
from contextlib import closing
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

import numpy as np

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.data.arrays import ARRAYS, DrawsArray
from gumbel_gui.figures.data.checksums import Checksums, combined
from gumbel_gui.figures.whole_files import reserve

DIRECTORY = 1024
"""Bytes of the end of the zip file, at most."""


class _Member:
    """A file in the zip file: its header, and its rows of so many bytes."""

    def __init__(self, name: str, start: int, header: bytes, rows: int = 0, width: int = 0) -> None:
        self.header, self.rows, self.width = header, rows, width
        self.info = ZipInfo(f"{name}.npy")  # of 1980: equal draws give equal files
        self.info.CRC, self.info.external_attr = 0, 0o600 << 16
        self.info.header_offset = start
        self.info.file_size = self.info.compress_size = len(header) + rows * width
        self.first_row = start + len(self._zip_header()) + len(header)
        self.end = self.first_row + rows * width

    def _zip_header(self) -> bytes:
        return self.info.FileHeader(zip64=True)

    def complete(self, file: BinaryIO, crcs: tuple[int, ...]) -> None:
        """Write the headers, now that the checksums of the rows are known."""
        whole = zlib.crc32(self.header)
        for each in crcs:
            whole = combined(whole, each, self.width)
        self.info.CRC = whole
        file.seek(self.info.header_offset)
        file.write(self._zip_header() + self.header)


class NpzDraws:
    """Raw draws as NPZ.

    Args:
        parameters: what is drawn.
        description: of it, which becomes the array ``experiment`` of one text.
        threads: at most; the file does not depend on them.

    Attributes:
        size: bytes that the file needs.
    """

    def __init__(
        self, parameters: Parameters, description: str, threads: int | None = None
    ) -> None:
        self._parameters, self._threads = parameters, threads
        self._lock = threading.Lock()
        text = io.BytesIO()
        np.save(text, np.array(description))
        self._description = _Member("experiment", 0, text.getvalue())
        self._members: list[_Member] = []
        end = self._description.end
        for array in ARRAYS:
            member = _member_of(array, end, parameters)
            self._members.append(member)
            end = member.end
        self.size = end + DIRECTORY

    def write(self, file: BinaryIO) -> Generator[int, None, None]:
        """Write everything, and yield after each step how many draws are done."""

        def put(chunk: Chunk) -> Checksums:
            return self._put(file, chunk)

        members = [self._description, *self._members]
        reserve(file, members[-1].end)
        total = Checksums((), ())
        with (
            Engine(self._threads, budget=0) as engine,
            closing(engine.accumulate(self._parameters, {"": put})) as steps,
        ):
            for step in steps:
                yield step.done
                total = step.summaries[""]
        crcs = iter(total.crcs)
        for member in members:
            member.complete(file, tuple(next(crcs) for _ in range(member.rows)))
        file.seek(members[-1].end)
        with ZipFile(file, "w") as directory:
            directory.infolist().extend(member.info for member in members)

    def _put(self, file: BinaryIO, chunk: Chunk) -> Checksums:
        """Write the draws of a chunk where they belong; return the checksums of their rows."""
        crcs, sizes = [], []
        for array, member in zip(ARRAYS, self._members, strict=True):
            place = member.first_row + chunk.start * array.dtype.itemsize
            for row in np.atleast_2d(array.of(chunk)):
                crcs.append(zlib.crc32(row))
                sizes.append(row.nbytes)
                with self._lock:
                    file.seek(place)
                    file.write(row.data)
                place += member.width
        return Checksums(tuple(crcs), tuple(sizes))


def _member_of(array: DrawsArray, start: int, parameters: Parameters) -> _Member:
    rows = parameters.classes if array.by_class else 1
    shape = (rows, parameters.draws) if array.by_class else (parameters.draws,)
    header = io.BytesIO()
    fields = {
        "descr": np.lib.format.dtype_to_descr(array.dtype),
        "fortran_order": False,
        "shape": shape,
    }
    np.lib.format.write_array_header_1_0(header, fields)
    width = parameters.draws * array.dtype.itemsize
    return _Member(array.name, start, header.getvalue(), rows, width)
