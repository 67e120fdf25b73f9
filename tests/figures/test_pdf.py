import re
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.figures.formats import pdf, svg
from gumbel_gui.figures.layout import Layout, Theme
from gumbel_gui.figures.provenance import command
from gumbel_gui.plots import plots_of


@pytest.fixture(scope="module")
def document(note, read_pdf):
    return read_pdf(pdf(note, Layout()))


@pytest.mark.parametrize(
    ("width", "height"),
    [(180, 120), (210, 297), (254, 127), (91.37, 77.7), (123.456, 99.9), (1000, 1000), (90, 60.1)],
)
def test_the_page_has_the_exact_size(draw, read_pdf, width, height):
    document = read_pdf(pdf(draw(plots=["noise_histogram"]), Layout(width, height)))
    points = [0, 0, width / 25.4 * 72, height / 25.4 * 72]
    assert document.box("MediaBox") == pytest.approx(points, abs=1e-4)
    assert len(document.of_type("Page")) == 1


def test_the_ground_reaches_to_all_edges_of_the_page(note, read_pdf):
    document = read_pdf(pdf(note, Layout(191.3, 147.7, Theme.DARK)))
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


def test_words_are_words_in_fonts_that_the_file_holds(document, note, words_of):
    words = document.text()
    for name in plots_of("sample"):
        assert all(text in words for text in words_of(note, name))
    fonts = document.of_type("FontDescriptor")
    assert fonts
    assert all(re.search(rb"/FontFile\d? \d+ 0 R", font) for font in fonts)


def test_nothing_in_it_is_a_picture(document):
    assert not [each for each in document.objects.values() if b"/Subtype /Image" in each]
    assert not re.search(rb"/Im\d+ Do|\bBI\b", document.content())


def test_curves_are_clipped_to_their_axes(document):
    assert len(re.findall(rb"\bW\*? n\b", document.content())) >= 4


def test_the_file_says_how_it_was_made(document, note):
    stored = f">{escape(command(note, Layout(), 'figure.pdf'))}</rdf:li>".encode()
    assert any(stored in each for each in document.objects.values())


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"p": (0.3, 0.7), "t": 0.5}, "Sampled classes; Annealing, p = (0.3, 0.7), t = 0.5"),
        ({"p": range(1, 65), "t": 2}, "Sampled classes; Annealing, p of 64 classes, t = 2"),
        (
            {"p": (1, 3), "mistake": Mistake.NO_NOISE},
            "Sampled classes; Annealing, p = (0.25, 0.75), t = 1 – Broken on purpose: there is no "
            "noise, so argmax is the same class every time.",
        ),
    ],
)
def test_the_title_says_what_is_shown_not_how_it_was_made(draw, read_pdf, change, title):
    content = draw(plots=["class_frequencies", "annealing"], **change)
    document = read_pdf(pdf(content, Layout()))
    coded = b"/Title (\xfe\xff" + re.sub(rb"([()\\])", rb"\\\1", title.encode("utf-16-be")) + b")"
    assert any(coded in each for each in document.objects.values())
    assert f"<title>{title}</title>".encode() in svg(content, Layout())


@pytest.mark.parametrize("name", ["a & <b>.pdf", "\x01.pdf", "\udcff.pdf"])
def test_any_file_name_makes_a_sound_description(draw, name):
    content = draw(plots=["class_frequencies"])
    (packet,) = re.findall(
        rb"<x:xmpmeta.*?</x:xmpmeta>", pdf(content, Layout(), output=name), re.DOTALL
    )
    assert ElementTree.fromstring(packet) is not None
    assert ElementTree.fromstring(svg(content, Layout(), output=name)) is not None


@pytest.mark.parametrize(
    "label",
    ["/MediaBox [0 0 1 1]", "/MediaBox [0 0 1.000000 1.000000]", "(", ")", "\\", "ε\n🎲", "endobj"],
)
def test_any_label_makes_a_sound_file(draw, read_pdf, label):
    content = draw(plots=["class_frequencies"], labels=[label])
    document = read_pdf(pdf(content, Layout()))
    assert document.box("MediaBox")[2:] == pytest.approx([510.236, 340.157], abs=1e-3)
    assert "frequency" in document.text()
