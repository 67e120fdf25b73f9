"""Animated PNG, written frame by frame from PNG files as Qt makes them.

Source: W3C, Portable Network Graphics (third edition, 2025): acTL, fcTL and fdAT. Programs that do
not know these chunks show the first frame.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from PyQt6.QtGui import QImage

from gumbel_gui.figures.animations.motion import Timing
from gumbel_gui.figures.formats import encoded

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MILLI, CENTI, LARGEST = 1000, 100, 0xFFFF


class ApngWriter:
    """Writes frames of the same size into a file; nothing of them is kept."""

    def __init__(self, file: BinaryIO, timing: Timing) -> None:
        self._file, self._timing = file, timing
        self._frame = self._sequence = 0
        self._header = b""

    def add(self, picture: QImage) -> None:
        """Write the next frame.

        Raises:
            ValueError: if it is of another size or kind than the first one, or is one too many.
        """
        begun = control = False
        for kind, body in chunks(encoded(picture)):
            if kind == b"IHDR":
                self._begin(body)
                begun = self._frame == 0
            elif kind == b"IDAT":
                if not control:
                    self._control()
                    control = True
                self._data(body)
            elif kind != b"IEND" and begun:
                self._chunk(kind, body)  # resolution and texts
        self._frame += 1

    def finish(self) -> None:
        """Write the end.

        Raises:
            ValueError: if frames are missing.
        """
        if self._frame != self._timing.frames:
            raise ValueError(f"{self._frame} frames of {self._timing.frames} were given.")
        self._chunk(b"IEND", b"")

    def _begin(self, header: bytes) -> None:
        if self._frame == 0:
            self._header = header
            self._file.write(SIGNATURE)
            self._chunk(b"IHDR", header)
            plays = 0 if self._timing.loop else 1
            self._chunk(b"acTL", struct.pack(">II", self._timing.frames, plays))
        elif header != self._header or self._frame == self._timing.frames:
            raise ValueError("a frame differs from the first one, or is one too many.")

    def _control(self) -> None:
        width, height = struct.unpack(">II", self._header[:8])
        delay, unit = self._timing.delay(self._frame, MILLI), MILLI
        if delay > LARGEST:
            delay, unit = self._timing.delay(self._frame, CENTI), CENTI
        numbers = (self._next(), width, height, 0, 0, delay, unit, 0, 0)
        self._chunk(b"fcTL", struct.pack(">IIIIIHHBB", *numbers))

    def _data(self, body: bytes) -> None:
        if self._frame == 0:
            self._chunk(b"IDAT", body)
        else:
            self._chunk(b"fdAT", struct.pack(">I", self._next()) + body)

    def _next(self) -> int:
        self._sequence += 1
        return self._sequence - 1

    def _chunk(self, kind: bytes, body: bytes) -> None:
        self._file.write(struct.pack(">I", len(body)) + kind + body)
        self._file.write(struct.pack(">I", zlib.crc32(kind + body)))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and body of the chunks of a whole PNG file."""
    place = len(SIGNATURE)
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += size + 12
