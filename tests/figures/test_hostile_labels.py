"""Labels with anything in them: XML parsers, qpdf and the sums of PNG find nothing wrong."""

import shutil
import subprocess
import zlib
from xml.etree import ElementTree

import pytest

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import formats
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.plots.words.text import clean_label

HOSTILE = {
    "markup": ("<b>&amp;</b>", "]]>", "--><!-- &lt; &#0;", "\"'><script>alert(1)</script>"),
    "controls": ("a\0b", "\x1b[31m", "\r\n\t\x07\x7f", "\x85\u2028\u2029"),
    "right to left": ("\u202eevil", "\u2066א\u2069 p", "\u200f\u200e\u061c", "مرحبا ١٢"),
    "surrogates": ("\ud800", "a\udfffb", "\ud83d \ude00", "\uffff\ufffe\ufdd0"),
    "beyond": ("\U0001f600", "\U000e0001\U0010ffff", "e" + "\u0301" * 300, "\ufeff"),
    "of PDF": ("(\\)", ")) Tj ET endstream endobj", "%%EOF\n%PDF-1.4", "<< /JS (x) >>"),
    "of formats": ("%s%n{0}{x}", "${HOME}`id`", "../../x\\..", "x" * 3000),
}
ENDINGS = [name for name in formats.FORMATS if name in ("svg", "pdf", "png")]


@pytest.fixture(params=HOSTILE)
def labels(request):
    return HOSTILE[request.param]


def check(ending, path):
    """Let another reader than ours look at a file."""
    data = path.read_bytes()
    if ending == "svg":
        root = ElementTree.fromstring(data)
        assert {each.tag.partition("}")[2] for each in root.iter()}.isdisjoint({"script", "b"})
    elif ending == "png":
        at = 8
        while at < len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            body, total = data[at + 4 : at + 8 + size], data[at + 8 + size : at + 12 + size]
            assert zlib.crc32(body) == int.from_bytes(total, "big")
            at += 12 + size
        assert at == len(data)
    else:
        if not shutil.which("qpdf"):
            pytest.skip("qpdf is not installed")
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "JavaScript" not in done.stdout


@pytest.mark.parametrize("ending", ENDINGS)
def test_files_are_sound_whatever_the_labels_are(qapp, labels, ending, tmp_path):
    parameters = Parameters((1, 2, 3, 4), 0.5, 300)
    plots = ["class_frequencies", "relaxed_vectors"]
    content = content_of(parameters, plots, tuple(labels))
    path = tmp_path / f"a.{ending}"
    path.write_bytes(formats.FORMATS[ending].encode(content, Layout(120, 120), 40, path.name))
    check(ending, path)
    kept = open_file(path).labels
    assert len(kept) == 4
    for label, given in zip(kept, labels, strict=True):
        assert clean_label(label) == label
        assert clean_label(given).startswith(label[:20]) or not clean_label(given)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_not_sound_is_told(qapp, ending, tmp_path):
    """The readers see one byte that is changed or lacks."""
    content = content_of(Parameters((1, 2), draws=10), ["class_frequencies"], ("a", "b"))
    path = tmp_path / f"a.{ending}"
    data = formats.FORMATS[ending].encode(content, Layout(60, 60), 40, path.name)
    wrong = {
        "svg": data.replace(b"</svg>", b""),
        "png": data[:100] + bytes([data[100] ^ 1]) + data[101:],
        "pdf": data.replace(b"endstream", b"endstraem", 1),
    }
    path.write_bytes(wrong[ending])
    with pytest.raises((AssertionError, ElementTree.ParseError)):
        check(ending, path)
