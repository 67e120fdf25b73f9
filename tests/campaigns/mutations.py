"""Open mutated files: each is an experiment or an ``OpenError``, and nothing else.

``python tests/campaigns/mutations.py [NUMBER] [SEED]`` prints how many were opened and refused, and
ends with 1 if anything else was raised, or if a file took more than a second of processor time.
"""

from __future__ import annotations

import io
import os
import random
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zipfile import ZipFile

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments.containers import ELEMENT, KEYWORD, PNG, csv_line
from gumbel_gui.figures.experiments.experiment import (
    Experiment,
    FigureSpec,
    one_line,
    write_experiment,
)
from gumbel_gui.figures.experiments.opening import experiment_in
from gumbel_gui.figures.experiments.zipped import MEMBER, ZIP
from gumbel_gui.figures.layout import Layout

MOST_SECONDS = 1.0
WORDS = [
    *(b'"', b"[", b"]", b"{", b"}", b",", b":", b"-", b"0", b"9", b".5", b"e999", b"null", b"true"),
    *(b"NaN", b"Infinity", b"-inf", b'"\\ud800"', b'"-inf"', b"[" * 2000, b"{}", b"[]", b'""'),
    *(b"<", b">", b"&amp;", b"&#x22;", b"&#0;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"stream"),
    *(b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"\x93NUMPY", b"<U9", b"\xff" * 4, b"\0" * 8),
    *(b'"version": 1,', b'"draws": 1e400', b"1" * 5000, b"/FlateDecode", b"tEXt", b"zTXt", b"iTXt"),
]


@dataclass
class Outcome:
    """What came of the mutated files.

    Attributes:
        opened, refused: how many.
        sentences: how many different beginnings of them.
        unended: how many of these do not end with a full stop.
        slowest: in seconds of processor time.
    """

    opened: int = 0
    refused: int = 0
    slowest: float = 0.0
    sentences: int = 0
    unended: int = 0


def campaign(number: int, seed: int) -> Outcome:
    """Open so many mutated files; what is neither opened nor refused is raised."""
    chance, outcome, said = random.Random(seed), Outcome(), set()
    whole = list(files().values())
    for _ in range(number):
        data = mutated(chance, chance.choice(whole))
        begun = time.process_time()
        try:
            experiment_in(io.BytesIO(data))
            outcome.opened += 1
        except OpenError as error:
            said.add((str(error)[:12], str(error)[-1]))
            outcome.refused += 1
        except BaseException:
            sys.stderr.write(f"raised by {data!r}\n")
            raise
        outcome.slowest = max(outcome.slowest, time.process_time() - begun)
    outcome.sentences = len(said)
    outcome.unended = sum(end != "." for _, end in said)
    return outcome


def files() -> dict[str, bytes]:
    """Return a whole file of each kind, with nothing in it but what is read."""
    parameters = Parameters((0.1, 0.2, 0.7), 0.5, 300, selected=3, weights=(1, 2, 3), annealed=True)
    figure = FigureSpec(("top_k", "descent"), Layout(90, titles=False), 96, {"top_k": 200})
    experiment = Experiment(
        parameters,
        ("a", "ε", "c"),
        (True, False, True),
        frozenset({"noise_histogram.cdf"}),
        "noise",
        figure,
    )
    text = one_line(experiment).encode()
    element = ELEMENT.format(text=text.decode()).encode()
    key, packed = KEYWORD.encode() + b"\0", zlib.compress(text)
    pdf = b"%PDF-1.4\n1 0 obj\n<< /Type /Metadata /Subtype /XML "
    return {
        "json": write_experiment(experiment),
        "csv": b"# Gumbel GUI\n" + csv_line(text.decode()).encode() + b"\nclass,p\n",
        "svg": b'<?xml version="1.0"?>\n<svg><metadata>' + element + b"</metadata></svg>",
        "pdf": pdf + b">>\nstream\n" + element + b"\nendstream\n",
        "packed pdf": pdf + b"/Filter /FlateDecode >>\nstream\n" + zlib.compress(element),
        "png": png((b"IHDR", b"\0" * 13), (b"tEXt", key + text)),
        "packed png": png((b"IHDR", b"\0" * 13), (b"zTXt", key + b"\0" + packed)),
        "utf-8 png": png((b"iTXt", key + b"\0\0\0\0" + text)),
        "npz": npz(text.decode()),
        "packed npz": npz(text.decode(), np.savez_compressed),
        "packed utf-8 png": png((b"iTXt", key + b"\1\0\0\0" + packed)),
    }


def npz(text: str, save: Callable[..., None] = np.savez) -> bytes:
    """Return an NPZ file of an array and of a text."""
    file = io.BytesIO()
    save(file, x=np.zeros(2), experiment=np.array(text))
    return file.getvalue()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG file of these chunks."""
    return PNG + b"".join(chunk(*each) for each in (*chunks, (b"IEND", b"")))


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk, with its check sum."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Return a file with a few places changed; half of the PNG and NPZ files with sums that fit."""
    if data.startswith(ZIP) and chance.random() < 0.5:
        return _zipped(mutated(chance, ZipFile(io.BytesIO(data)).read(MEMBER)))
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, to = chance.randrange(len(found) + 1), chance.randrange(1, 40)
        how = chance.randrange(5)
        if how == 0 and found:
            found[min(at, len(found) - 1)] ^= 1 << chance.randrange(8)
        elif how == 1:
            found[at:at] = chance.choice(WORDS)
        elif how == 2:
            found[at : at + to] = chance.choice(WORDS)
        elif how == 3:
            del found[at : at + to]
        else:
            start = chance.randrange(len(found) + 1)
            found[at:at] = found[start : start + to]
    if chance.random() < 0.05:
        del found[chance.randrange(len(found) + 1) :]
    if data.startswith(PNG) and chance.random() < 0.5:
        return b"".join(_mended(bytes(found)))
    return bytes(found)


def _zipped(array: bytes) -> bytes:
    """Return a zip file that is whole, with an array that need not be."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(MEMBER, array)
    return file.getvalue()


def _mended(data: bytes) -> Iterator[bytes]:
    """Give a PNG file anew, its texts as chunks that are whole."""
    kind = next((k for k in (b"tEXt", b"zTXt", b"iTXt") if k in data), b"tEXt")
    yield png((kind, data.partition(kind)[2][:-16]))


def main(words: list[str]) -> int:
    """Run as many as the words say."""
    number, seed = int(words[0]) if words else 10**6, int(words[1]) if len(words) > 1 else 0
    outcome = campaign(number, seed)
    sys.stdout.write(f"{outcome}\n")
    return int(outcome.slowest > MOST_SECONDS or outcome.unended > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
