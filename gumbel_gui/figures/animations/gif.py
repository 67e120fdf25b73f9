"""GIF, written frame by frame from those that Pillow makes of one frame each.

Pillow itself keeps all frames of an animation in memory. Source: CompuServe, Graphics Interchange
Format, version 89a (1990), and Netscape's extension for loops.
"""

from __future__ import annotations

import io
import struct
from typing import Any, BinaryIO

from PyQt6.QtGui import QImage

from gumbel_gui.figures.animations.motion import Timing
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.language import tr

CENTI = 100
HEAD = 13
"""Bytes of signature and screen, before the table of colours."""
EXTENSION, PICTURE, END = 0x21, 0x2C, b"\x3b"


def check_pillow() -> None:
    """Raise an ExportError if Pillow is not installed."""
    _pillow()


class GifWriter:
    """Writes frames into a file, with up to 256 colours of its own for each; keeps nothing."""

    def __init__(self, file: BinaryIO, timing: Timing) -> None:
        self._pillow = _pillow()
        self._file, self._timing = file, timing
        self._frame = 0

    def add(self, picture: QImage) -> None:
        """Write the next frame."""
        table, place, pixels = self._encoded(picture)
        if self._frame == 0:
            screen = struct.pack("<HHBBB", picture.width(), picture.height(), 0x70, 0, 0)
            self._file.write(b"GIF89a" + screen)
            if self._timing.loop:
                self._file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
        delay = self._timing.delay(self._frame, CENTI)
        self._file.write(struct.pack("<BBBBHBB", EXTENSION, 0xF9, 4, 0x04, delay, 0, 0))
        exponent = (len(table) // 3).bit_length() - 2
        self._file.write(place[:-1] + bytes([0x80 | exponent]) + table + pixels)
        self._frame += 1

    def finish(self) -> None:
        """Write the end."""
        self._file.write(END)

    def _encoded(self, picture: QImage) -> tuple[bytes, bytes, bytes]:
        """Return the table of colours, the descriptor and the compressed pixels of a frame."""
        rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
        bits = rgb.constBits()
        assert bits is not None
        data = bits.asstring(rgb.sizeInBytes())
        size = rgb.width(), rgb.height()
        whole = self._pillow.frombuffer("RGB", size, data, "raw", "RGB", rgb.bytesPerLine(), 1)
        reduced = whole.quantize(256, dither=self._pillow.Dither.NONE)
        buffer = io.BytesIO()
        reduced.save(buffer, "GIF", interlace=0)
        gif = buffer.getvalue()
        end = HEAD + 3 * 2 ** ((gif[10] & 7) + 1)
        table, begin = gif[HEAD:end], end
        while gif[begin] == EXTENSION:
            begin += 2
            while gif[begin]:
                begin += gif[begin] + 1
            begin += 1
        assert gif[begin] == PICTURE
        return table, gif[begin : begin + 10], gif[begin + 10 : -1]


def _pillow() -> Any:
    try:
        from PIL import Image
    except ImportError:
        raise ExportError(
            tr(
                "A GIF needs Pillow, which is not installed: install it with pip install pillow, "
                "or choose an animated PNG."
            )
        ) from None
    return Image
