import re
import unicodedata
import zlib

import pytest

from gumbel_gui.figures.figure import Layout
from gumbel_gui.figures.formats import pdf
from gumbel_gui.figures.provenance import command
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.look.style import DARK


class Pdf:
    """The objects of a PDF file, found by its cross-reference table."""

    def __init__(self, data):
        self.data = data
        start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[1])
        table = re.match(rb"xref\n0 (\d+) *\n((?:\d{10} \d{5} [nf] \n)+)", data[start:])
        entries = re.findall(rb"(\d{10}) \d{5} ([nf])", table[2])
        assert len(entries) == int(table[1])
        self.objects = {}
        for number, (offset, kind) in enumerate(entries):
            if kind == b"n":
                head, at = b"%d 0 obj" % number, int(offset)
                assert data[at : at + len(head)] == head, "the cross-reference table is off"
                self.objects[number] = data[at : data.index(b"endobj", at)]

    def of_type(self, name):
        found = rb"/Type\s*/%s\b" % name.encode()
        return [each for each in self.objects.values() if re.search(found, each)]

    def stream(self, number):
        body = re.search(rb"stream\r?\n(.*)endstream", self.objects[number], re.DOTALL)[1]
        packed = b"/FlateDecode" in self.objects[number].split(b"stream")[0]
        return zlib.decompress(body) if packed else body

    def box(self, name):
        (page,) = self.of_type("Page")
        return [float(x) for x in re.search(rb"/%s \[([^\]]*)\]" % name.encode(), page)[1].split()]

    def content(self):
        (page,) = self.of_type("Page")
        return self.stream(int(re.search(rb"/Contents (\d+) 0 R", page)[1]))

    def text(self):
        """Return the words of the page without spaces, by way of each font's own code table."""
        font, letters = {}, []
        for name, codes in re.findall(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj", self.content()):
            if name:
                font = self.letters(int(name))
            else:
                letters += [font[codes[i : i + 4].upper()] for i in range(0, len(codes), 4)]
        plain = unicodedata.normalize("NFKC", "".join(letters))  # fl may be one letter
        return "".join(plain.split())

    def letters(self, font):
        number = int(re.search(rb"/ToUnicode (\d+) 0 R", self.objects[font])[1])
        table = {}
        for section in re.findall(rb"beginbfrange(.*?)endbfrange", self.stream(number), re.DOTALL):
            hexes = rb"<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*(?:<([0-9A-F]+)>|\[(.*?)\])"
            for first, last, start, each in re.findall(hexes, section, re.IGNORECASE | re.DOTALL):
                targets = re.findall(rb"<([0-9A-F]+)>", each, re.IGNORECASE)
                for i in range(int(last, 16) - int(first, 16) + 1):
                    code = b"%04X" % (int(first, 16) + i)
                    table[code] = chr(int(targets[i] if targets else start, 16) + i * (not targets))
        return table


@pytest.fixture(scope="module")
def document(note):
    return Pdf(pdf(note, Layout()))


@pytest.mark.parametrize(
    ("width", "height"),
    [(180, 120), (210, 297), (254, 127), (91.37, 77.7), (123.456, 99.9), (1000, 1000), (90, 60.1)],
)
def test_the_page_has_the_exact_size(draw, width, height):
    document = Pdf(pdf(draw(plots=["noise_histogram"]), Layout(width, height)))
    points = [0, 0, width / 25.4 * 72, height / 25.4 * 72]
    assert document.box("MediaBox") == pytest.approx(points, abs=1e-4)
    assert len(document.of_type("Page")) == 1


def test_the_ground_reaches_to_all_edges_of_the_page(note):
    document = Pdf(pdf(note, Layout(191.3, 147.7, DARK)))
    _, _, width, height = document.box("MediaBox")
    scale, down, top = map(
        float, re.search(rb"([\d.]+) 0 0 -([\d.]+) 0 ([\d.]+) cm", document.content()).groups()
    )
    assert scale == down
    grounds = []
    for found in re.findall(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re\s+f", document.content()):
        x, y, across, along = map(float, found)
        grounds.append((x * scale, top - (y + along) * down, (x + across) * scale, top - y * down))
    left, bottom, right, upper = max(grounds, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    assert left <= 0.001
    assert bottom <= 0.001
    assert right >= width - 0.001
    assert upper >= height - 0.001


def test_words_are_words_in_fonts_that_the_file_holds(document, note):
    words = document.text()
    for name, kind in plots_of("sample").items():
        plot = kind()
        for text in (plot.heading(note.summaries[name]), plot.caption(note.summaries[name])):
            assert "".join(unicodedata.normalize("NFKC", text).split()) in words
    fonts = document.of_type("FontDescriptor")
    assert fonts
    assert all(re.search(rb"/FontFile\d? \d+ 0 R", font) for font in fonts)


def test_nothing_in_it_is_a_picture(document):
    assert not [each for each in document.objects.values() if b"/Subtype /Image" in each]
    assert not re.search(rb"/Im\d+ Do|\bBI\b", document.content())


def test_curves_are_clipped_to_their_axes(document):
    assert len(re.findall(rb"\bW\*? n\b", document.content())) >= 4


def test_the_file_says_how_it_was_made(document, note):
    title = command(note, Layout()).encode("utf-16-be")
    assert any(title in each.replace(b"\\", b"") for each in document.objects.values())


@pytest.mark.parametrize(
    "label",
    ["/MediaBox [0 0 1 1]", "/MediaBox [0 0 1.000000 1.000000]", "(", ")", "\\", "ε\n🎲", "endobj"],
)
def test_any_label_makes_a_sound_file(draw, label):
    content = draw(plots=["class_frequencies"], labels=[label])
    document = Pdf(pdf(content, Layout()))
    assert document.box("MediaBox")[2:] == pytest.approx([510.236, 340.157], abs=1e-3)
    assert "frequency" in document.text()
