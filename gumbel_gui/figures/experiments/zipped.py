"""The text of an experiment in an NPZ file, a zip file of NumPy arrays, taken out as data.

The directory of a zip file, what its members need unpacked, and the header of an array may say
anything: of each only so much is read as an experiment can need. Nothing is unpickled or evaluated.

Sources: APPNOTE.TXT of PKWARE, 4.3; NumPy, numpy.lib.format (version 1.0 of the format).
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments.strict_json import MOST_BYTES, too_large
from gumbel_gui.language import tr

ZIP = b"PK\3\4"
MEMBER = "experiment.npy"
PIECE = 2**16
"""Bytes that are unpacked at once."""
MOST_AT_ONCE = 2 * PIECE
"""Bytes of the file that are read at once: the directory is, and an NPZ file has few members."""
HEADER = re.compile(
    rb"\x93NUMPY\x01\0..\{'descr': '([<>])U\d+', 'fortran_order': False, 'shape': \(\), \} *\n",
    re.DOTALL,
)
"""Of an array of one text; NumPy itself would evaluate it."""
DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError)
"""What the standard library raises for a damaged zip file, besides what is not in such a file."""


def text_in_npz(file: BinaryIO) -> bytes:
    """Return the text of the array ``experiment``, or nothing if there is none.

    Raises:
        OpenError: if it is damaged or too large.
    """
    try:
        with ZipFile(_Sparing(file)) as archive:
            if MEMBER not in archive.namelist():
                return b""
            info = archive.getinfo(MEMBER)
            if info.flag_bits & 1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise OpenError(tr("The experiment in this NPZ file is packed in a way of others."))
            data = bytearray()
            with archive.open(info) as member:
                # Four bytes for each sign; one more for what is too large.
                while len(data) <= 4 * MOST_BYTES + PIECE and (piece := member.read(PIECE)):
                    data += piece
    except (*DAMAGED, NotImplementedError):
        raise OpenError(tr("This NPZ file is damaged, or is no zip file.")) from None
    return _text_of(bytes(data))


def _text_of(array: bytes) -> bytes:
    """Return the text of an array in NumPy's format, in UTF-8."""
    header = HEADER.match(array)
    if header is None:
        raise OpenError(tr("The experiment in this NPZ file must be an array of one text."))
    if len(array) - header.end() > 4 * MOST_BYTES:
        raise too_large()
    order = "utf-32-le" if header[1] == b"<" else "utf-32-be"
    try:
        return array[header.end() :].decode(order).rstrip("\0").encode()
    except UnicodeDecodeError:
        raise OpenError(tr("The experiment in this NPZ file is damaged.")) from None


class _Sparing:
    """A file of which little is read at once, whatever is asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.seek, self.tell = file, file.seek, file.tell

    def seekable(self) -> bool:
        """Return True: whoever reads a zip file asks."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, or all that are left.

        Raises:
            OpenError: if they are more than an experiment can need.
        """
        most = MOST_AT_ONCE + 1
        data = self._file.read(most if size < 0 else min(size, most))
        if len(data) == most:
            raise OpenError(tr("This NPZ file has more members than can hold an experiment."))
        return data
