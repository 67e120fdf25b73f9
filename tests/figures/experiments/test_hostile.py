"""A file from a stranger: one sentence, little memory, and nothing in it is followed."""

import io
import os
import re
import tracemalloc
import zlib
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import numpy as np
import pytest

from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments.containers import ELEMENT, KEYWORD, MOST_SCANNED, PNG
from gumbel_gui.figures.experiments.opening import experiment_in, open_file

MIB = 2**20
GOOD = '{"version": 1, "parameters": {"probabilities": [1, 3]}}'
HEAD = b'{"version": 1, "parameters": {"probabilities": [1, 3], '
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Metadata /Filter /FlateDecode >>\nstream\n"


def chunk(kind, body):
    """Return a chunk of a PNG file."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png(kind, body):
    return PNG + chunk(kind, KEYWORD.encode() + b"\0" + body) + chunk(b"IEND", b"")


def zeros(size):
    """Return so many zeros, whole MiB, compressed a thousandfold: one block again and again."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(b"0" * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    sums = 1 + 48 * size, size + 24 * size * (size + 1)  # Adler-32, RFC 1950
    check = b"".join((each % 65521).to_bytes(2, "big") for each in reversed(sums))
    return b"\x78\xda" + size // MIB * block + b"\3\0" + check


def npz(array, how=ZIP_STORED, members=0):
    """Return an NPZ file of an array, or of the bytes of one, and of so many others."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        if not isinstance(array, bytes):
            np.save(body := io.BytesIO(), array)
            array = body.getvalue()
        archive.writestr("experiment.npy", array, how)
        for i in range(members):
            archive.writestr(str(i), b"")
    return file.getvalue()


def of(*more):
    """Return an experiment in which more is said of the parameters."""
    return HEAD + b"".join(more) + b"}}"


BILLION = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "{file}">]>'
BOMB = zeros(512 * MIB)
TEXT_HEAD = npz(np.array("x"))[44 : 44 + 128]
GOOD_NPZ = npz(np.array(GOOD))
SIZE, HUGE = (128 + 4 * len(GOOD)).to_bytes(4, "little"), b"\0\0\0\x7f"
DIRECTORY = GOOD_NPZ.rindex(b"PK\1\2") + 8
ENCRYPTED = GOOD_NPZ[:DIRECTORY] + b"\1" + GOOD_NPZ[DIRECTORY + 1 :]
FILES = {
    "nothing": (b"", "must be an experiment file"),
    "no kind": (b"\x7fELF" + b"\0" * 100, "must be an experiment file"),
    "not UTF-8": (b'{"a": "\xff"}', "a text in UTF-8"),
    "no JSON": (b'{"version": 1,}', "line 1, column 15"),
    "a list": (b"[1]", "must be an experiment file"),
    "NaN": (of(b'"temperature": NaN'), "NaN is no finite number"),
    "infinity": (of(b'"temperature": Infinity'), "Infinity is no finite number"),
    "minus infinity": (of(b'"beta": -Infinity'), "-Infinity is no finite number"),
    "1e999": (of(b'"temperature": 1e999'), "1e999 is no finite number"),
    "a long number": (of(b'"seed": ', b"1" * 10**5), "more digits"),
    "a name twice": (of(b'"seed": 1, "seed": 1'), "'seed' is there twice"),
    "an unknown name": (of(b'"sead": 1'), "'sead' is no name"),
    "a text for a number": (of(b'"temperature": "1"'), "temperature is '1', but must be"),
    "true for a number": (of(b'"temperature": true'), "temperature is True, but must be"),
    "a list for a number": (of(b'"temperature": [1]'), r"temperature is \[1\], but must be"),
    "an object for a number": (of(b'"seed": {"a": 1}'), "seed is {'a': 1}, but must be"),
    "deep brackets": (of(b'"seed": ', b"[" * 10**5), "nested"),
    "deep objects": (of(b'"seed": ', b'{"a":' * 10**5), "nested"),
    "many classes": (b'{"probabilities": [' + b"1," * 10**6 + b"1]}", "at most 1 MiB"),
    "less many classes": (
        b'{"version": 1, "parameters": {"probabilities": [' + b"1," * 400_000 + b"1]}}",
        "a vector of 400001 entries",
    ),
    "many weights": (of(b'"pair": [', b"0," * 400_000, b"0]"), "pair is .* … .*but must be"),
    "spaces": (b'{"version": 1' + b" " * 2 * MIB + b"}", "at most 1 MiB"),
    "a bomb in PNG": (png(b"zTXt", b"\0" + BOMB), "at most 1 MiB"),
    "a bomb in the other text of PNG": (png(b"iTXt", b"\1\0\0\0" + BOMB), "at most 1 MiB"),
    "a long text in PNG": (png(b"tEXt", b"0" * 2 * MIB), "damaged, or too large"),
    "a text cut short": (png(b"tEXt", GOOD.encode())[:-40], "damaged, or too large"),
    "a text with another sum": (png(b"tEXt", b"0").replace(b"\0000", b"\0001"), "damaged"),
    "no zlib in PNG": (png(b"zTXt", b"\0nonsense"), "cannot be unpacked"),
    "a PNG of others": (PNG + chunk(b"tEXt", b"Title\0x") + chunk(b"IEND", b""), "holds no exper"),
    "a bomb in PDF": (PDF + BOMB + b"\nendstream", "at most 1 MiB"),
    "no zlib in PDF": (PDF + b"nonsense\nendstream", "cannot be unpacked"),
    "a PDF of others": (b"%PDF-1.7\n" + b"/Type /Metadata " * 10**5, "holds no experiment"),
    "an SVG of others": (b"<svg>" + b"<a/>" * 10**5 + b"</svg>", "holds no experiment"),
    "a long text in SVG": (
        b"<svg>" + ELEMENT.format(text="0" * 9 * MIB).encode(),
        "damaged, or too large",
    ),
    "a long number of a sign": (
        ELEMENT.format(text="&#" + "1" * 5000 + ";").encode(),
        "is damaged",
    ),
    "a bomb in NPZ": (npz(TEXT_HEAD + bytes(64 * MIB), ZIP_DEFLATED), "at most 1 MiB"),
    "a long text in NPZ": (npz(np.array("0" * 2 * MIB)), "at most 1 MiB"),
    "bytes in NPZ": (npz(np.array(b"{}")), "array of one text"),
    "numbers in NPZ": (npz(np.zeros(9)), "array of one text"),
    "a pickle in NPZ": (npz(np.array(OSError("x"), object)), "array of one text"),
    "a header that is evaluated": (npz(TEXT_HEAD.replace(b"'<U1'", b"9**9")), "array of one text"),
    "no text in NPZ": (npz(TEXT_HEAD + b"\xff" * 8), "is damaged"),
    "an NPZ of others": (GOOD_NPZ.replace(b"exp", b"eyp"), "holds no experiment"),
    "an NPZ cut short": (GOOD_NPZ[:-9], "is damaged"),
    "an NPZ with another sum": (GOOD_NPZ.replace(b"1\0\0\0", b"2\0\0\0", 1), "is damaged"),
    "another name in the local header": (GOOD_NPZ.replace(b"exp", b"eyp", 1), "is damaged"),
    "a directory that lies": (
        GOOD_NPZ[:-90].replace(SIZE, HUGE) + GOOD_NPZ[-90:].replace(SIZE, HUGE),
        "is damaged",
    ),
    "an encrypted NPZ": (ENCRYPTED, "a way of others"),
    "an NPZ packed with bzip2": (npz(np.array(GOOD), ZIP_BZIP2), "a way of others"),
    "an NPZ packed with LZMA": (npz(np.array(GOOD), ZIP_LZMA), "a way of others"),
    "an NPZ of many": (npz(np.array(GOOD), members=3000), "more members"),
    "a number of no sign": (ELEMENT.format(text="&#1114112;").encode(), "is damaged"),
    "a long number of no sign": (ELEMENT.format(text="&#xffffffffffffffffff;").encode(), "damaged"),
    "half a sign": (ELEMENT.format(text="&#xd800;").encode(), "is damaged"),
    "entities of HTML": (ELEMENT.format(text="&lbrace;&Agrave;").encode(), "must be JSON"),
    "entities": ((BILLION + ELEMENT.format(text="{&b;}")).encode(), "must be JSON"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_one_sentence_and_little_memory(name):
    data, said = FILES[name]
    experiment_in(io.BytesIO(GOOD.encode()))  # what is imported and cached stays
    tracemalloc.start()
    try:
        with pytest.raises(OpenError, match=said) as caught:
            experiment_in(io.BytesIO(data))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert re.fullmatch(r"[^\n]{10,400}\.", str(caught.value))
    # Strictly parsed, a list of 10⁶ bytes is of as many small numbers.
    assert peak < 2 * len(data) + 40 * MIB


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_numpy_may_have_written_the_text_with_other_arrays(save):
    file = io.BytesIO()
    save(file, a=np.zeros(3), experiment=np.array(GOOD), b=np.zeros((2, 9)))
    found = experiment_in(io.BytesIO(file.getvalue()))
    assert found == experiment_in(io.BytesIO(GOOD.encode()))


def test_no_entity_is_expanded_and_no_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("xyzzy", "utf-8")
    labels = GOOD[:-1] + ', "labels": ["&f;", "&b;"]}'
    text = BILLION.format(file=secret.as_uri()) + ELEMENT.format(text=labels)
    (tmp_path / "a.svg").write_text("<?xml version='1.0'?>" + text, "utf-8")
    assert open_file(tmp_path / "a.svg").labels == ("&f;", "&b;")


def test_only_the_beginning_of_a_huge_file_is_read(tmp_path):
    for start in (b"<svg>", b"%PDF-1.4", b"#", b'{"version": 1', b"PK\3\4"):
        file = tmp_path / "huge"
        with file.open("wb") as out:
            out.write(start)
            out.truncate(2**40)  # a hole: 1 TiB on no disk
        tracemalloc.start()
        with pytest.raises(OpenError):
            open_file(file)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 2.5 * MOST_SCANNED


def test_pixels_are_passed_over_however_many_there_are(tmp_path):
    file = tmp_path / "a.png"
    with file.open("wb") as out:
        out.write(PNG + (2**31 - 1).to_bytes(4, "big") + b"IDAT")
        out.seek(2**31 - 1 + 4, os.SEEK_CUR)
        out.write(chunk(b"tEXt", KEYWORD.encode() + b"\0" + GOOD.encode()))
    assert open_file(file).parameters.probabilities == (0.25, 0.75)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_a_folder_and_what_is_not_there_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, said in (
        ("pipe", "must be a regular file"),
        ("", "is a directory"),
        ("none", "no such file"),
        ("a\0b", "no name of a file"),
    ):
        with pytest.raises(OpenError, match=said):
            open_file(Path(f"{tmp_path}/{name}"))
    with pytest.raises(OpenError, match="must be a regular file"):
        open_file(Path("/dev/zero"))


def test_each_sign_may_be_an_entity_of_xml():
    text = "".join(f"&#{ord(sign)};&#x{ord(sign):x};" for sign in "<>").join('""')
    named = GOOD[:-1] + ', "labels": [' + text + ', "&lt;&gt;&amp;&apos;&#xE9;"]}'
    data = ELEMENT.format(text=named.replace('"', "&quot;")).encode()
    assert experiment_in(io.BytesIO(data)).labels == ("<<>>", "<>&'é")


def test_an_xmp_library_may_write_the_experiment_as_an_attribute():
    text = GOOD.replace('"', "&quot;")
    data = f'<x:xmpmeta><rdf:Description gumbel:experiment="{text}"/></x:xmpmeta>'.encode()
    assert experiment_in(io.BytesIO(data)) == experiment_in(io.BytesIO(GOOD.encode()))
