"""Containers: the text of an experiment in a PNG, SVG, PDF, CSV or NPZ file, taken out as data.

Nothing in a file is followed or expanded: no entity, no reference, no image. Of any file only so
much is read, and of any compressed text only so much is unpacked, as an experiment can need.

Sources: PNG, W3C Recommendation, 3rd edition, section 11.3.3 (textual information); XMP
Specification, part 3 (a packet is found by scanning for it); ISO 32000-1, 14.3.2.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments.strict_json import MOST_BYTES, too_large
from gumbel_gui.figures.experiments.zipped import ZIP, text_in_npz
from gumbel_gui.language import tr

KEYWORD = "gumbel-gui"
"""Of the text in a PNG file."""
TAG = "gumbel:experiment"
ELEMENT = f'<{TAG} xmlns:gumbel="urn:gumbel-gui:experiment">{{text}}</{TAG}>'
"""In the metadata of SVG and PDF files."""
COMMENT = '# experiment,"'
"""Begins the line of a CSV file: a row of two cells, the second one in quotes."""
PNG, PDF = b"\x89PNG\r\n\x1a\n", b"%PDF-"
MOST_SCANNED = 64 * 2**20
"""Bytes of an SVG, PDF or CSV file that are looked at."""
MOST_CHUNKS = 200_000
"""Of a PNG file; Qt writes one for each 8 KiB of pixels, after the texts."""
MOST_STREAMS = 64
"""Metadata of a PDF file that are looked at."""
ENTITY = re.compile("&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));")
"""Of XML without a DTD; those of HTML take long to look up."""
SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
SPACE = b"\xef\xbb\xbf \t\r\n"


def text_in(file: BinaryIO) -> bytes:
    """Return the text of the experiment in a file, whose kind is told by how it begins.

    Raises:
        OpenError: if there is none, or what may hold it is damaged or too large.
    """
    start = file.read(1024)
    file.seek(0)
    if start.startswith(PNG):
        return _in_png(file)
    if PDF in start:
        return _in_pdf(file.read(MOST_SCANNED))
    if start.lstrip(SPACE)[:1] == b"<":
        return _in_xml(file.read(MOST_SCANNED)) or _nothing("SVG")
    if start.startswith(b"#"):
        cell = _between(file.read(MOST_SCANNED), COMMENT.encode(), b'"\n')
        return cell.replace(b'""', b'"') or _nothing("CSV")
    if start.startswith(ZIP):
        return text_in_npz(file) or _nothing("NPZ")
    if start.lstrip(SPACE)[:1] == b"{":
        return file.read(MOST_BYTES + 1)
    raise OpenError(tr("It must be an experiment file, or a figure or data of this program."))


def csv_line(text: str) -> str:
    """Return the line of a CSV file that holds the text of an experiment."""
    return COMMENT + text.replace('"', '""') + '"'


def _nothing(kind: str) -> bytes:
    raise OpenError(
        tr("This {kind} file holds no experiment: it must be a file of this program.", kind=kind)
    )


def _in_png(file: BinaryIO) -> bytes:
    file.seek(len(PNG))
    for _ in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            break
        length, kind = struct.unpack(">I4s", head)
        end = file.tell() + length + 4
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            body = file.read(min(length, len(KEYWORD) + 1))
            if body == KEYWORD.encode() + b"\0":
                body += file.read(min(length - len(body), MOST_BYTES + 1))
                if length > len(body) or zlib.crc32(kind + body) != _number(file.read(4)):
                    raise OpenError(tr("The experiment in this PNG file is damaged, or too large."))
                return _text_of(kind, body[len(KEYWORD) + 1 :])
        file.seek(end)
    return _nothing("PNG")


def _text_of(kind: bytes, body: bytes) -> bytes:
    """Return the text of a chunk, of which the keyword has been taken off."""
    if kind == b"tEXt":
        return body
    if kind == b"zTXt":
        return _unpacked(body[1:])
    packed, (_, _, text) = body[:1] == b"\1", (body[2:].split(b"\0", 2) + [b""] * 3)[:3]
    return _unpacked(text) if packed else text


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _in_pdf(data: bytes) -> bytes:
    if found := _in_xml(data):
        return found
    for stream in _metadata(data):
        if found := _in_xml(_unpacked(stream)):
            return found
    return _nothing("PDF")


def _metadata(data: bytes) -> Iterator[bytes]:
    """Return what the compressed streams of metadata hold; Qt's own are not compressed."""
    for found in islice(re.finditer(rb"/Type ?/Metadata\b", data), MOST_STREAMS):
        start = data.find(b"stream", found.end(), found.end() + 1024)
        if b"/FlateDecode" in data[max(found.start() - 512, 0) : max(start, 0)]:
            begin = start + len(b"stream")
            yield data[begin : begin + MOST_BYTES].lstrip(b"\r\n")


def _in_xml(data: bytes) -> bytes:
    """Return the text of our element or attribute, or nothing."""
    element = _between(data, f"<{TAG}".encode(), b"<")
    # Libraries for XMP write what they have read as an attribute.
    text = element.partition(b">")[2] or _between(data, f'{TAG}="'.encode(), b'"')
    try:
        return ENTITY.sub(_sign, text.decode("utf-8", "replace")).encode()
    except (ValueError, OverflowError):  # there is no sign of this number
        raise OpenError(tr("The experiment in it is damaged.")) from None


def _sign(entity: re.Match[str]) -> str:
    """Return what one of XML's entities stands for."""
    tens, sixteens, name = entity.groups()
    if name:
        return SIGNS[name]
    return chr(int(tens) if tens else int(sixteens, 16))


def _between(data: bytes, before: bytes, after: bytes) -> bytes:
    """Return what is between two marks, or nothing if the first is not there."""
    start = data.find(before)
    if start < 0:
        return b""
    start += len(before)
    # Each sign may have been written as an entity.
    end = data.find(after, start, start + 6 * MOST_BYTES)
    if end < 0:
        raise OpenError(tr("The experiment in it is damaged, or too large."))
    return data[start:end]


def _unpacked(data: bytes) -> bytes:
    """Return what was compressed, as far as that is not more than an experiment can be."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data, MOST_BYTES + 1)
    except zlib.error:
        raise OpenError(tr("The text that may hold the experiment cannot be unpacked.")) from None
    if len(found) > MOST_BYTES:
        raise too_large()
    return found
