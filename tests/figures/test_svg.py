import re
from itertools import combinations, product

import pytest

from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import svg
from gumbel_gui.figures.layout import Layout, Theme
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.look.style import DARK, PRINT

LONG = tuple(f"a quite long class name {k}" for k in range(5))
COLUMN = (85, 64)  # mm, one column of a journal


@pytest.fixture(scope="module")
def drawing(note, read_svg):
    return read_svg(svg(note, Layout()))


def seen(shape):
    """Return how much of a shape its clip leaves, by length for lines."""
    box = shape.box.adjusted(-0.5, -0.5, 0.5, 0.5)
    cut = box.intersected(shape.clip.adjusted(-0.5, -0.5, 0.5, 0.5))
    return (cut.width() * cut.height()) / (box.width() * box.height())


@pytest.mark.parametrize(("width", "height"), [(180, 120), (123.4, 91.7), (300.25, 200)])
def test_an_svg_has_the_exact_size(note, read_svg, width, height):
    drawing = read_svg(svg(note, Layout(width, height, captions=False)))
    assert drawing.root.get("width") == f"{width}mm"
    assert drawing.root.get("height") == f"{height}mm"
    ratio = drawing.page.width() / drawing.page.height()
    assert ratio == pytest.approx(width / height, rel=0.005)
    assert drawing.page.width() == pytest.approx(width / 25.4 * 96, abs=1)


def test_words_are_words(drawing, note, words_of):
    for name in plots_of("sample"):
        assert all(text in drawing.words for text in words_of(note, name))
    for text in ("draws", "exactpdf", "density", "frequency", "E(X)", "class0"):
        assert text in drawing.words


def test_every_word_is_in_sight(drawing):
    """A clip path that outlives its plot hides what is drawn after it."""
    hidden = {shape.text for shape in drawing.texts if seen(shape) < 0.95}
    assert not hidden


def test_every_shape_is_in_sight(drawing):
    shapes = [shape for shape in drawing.shapes if shape.kind != "text"]
    assert len(shapes) > 100
    assert not [(shape.kind, shape.box, shape.clip) for shape in shapes if seen(shape) == 0]


def test_curves_are_clipped_to_their_axes(drawing):
    drawn = [shape for shape in drawing.shapes if shape.kind != "text"]
    curves = [s for s in drawn if s.colour == PRINT.mark and s.box.width() > 100]
    assert curves
    for curve in curves:
        assert curve.clip.width() < 0.5 * drawing.page.width()
        assert curve.clip.height() < 0.5 * drawing.page.height()
        assert curve.clip.adjusted(-2, -2, 2, 2).contains(curve.box)


def test_there_are_no_pictures_in_it(note):
    assert b"<image" not in svg(note, Layout())


LEGIBLE = {
    "all plots": ({}, Layout()),
    "all plots, light": ({}, Layout(theme=Theme.LIGHT)),
    "all plots, dark": ({}, Layout(theme=Theme.DARK)),
    "all plots, smaller": ({}, Layout(160, 110)),
    "all plots, a large t": ({"t": 1e300}, Layout()),
    "all plots, ten draws": ({"draws": 10}, Layout()),
    "all plots, 20 classes": ({"p": range(1, 21)}, Layout()),
    "all plots, 64 classes": ({"p": range(1, 65)}, Layout()),
    "all plots, long labels": ({"labels": LONG}, Layout()),
    "all plots, large": ({"labels": LONG}, Layout(400, 300)),
    "no words": ({}, Layout(titles=False, captions=False)),
    "cdf": ({"options": ["noise_histogram.cdf"], "plots": ["noise_histogram"]}, Layout(*COLUMN)),
} | {f"{name}, a column": ({"plots": [name]}, Layout(*COLUMN)) for name in plot_types()}
SMALL = {
    f"{plots[0] if len(plots) == 1 else 'all plots'}, {style.name}, {w} x {h}": (
        plots,
        w,
        h,
        style.name,
    )
    for w, h in ((60, 50), (70, 60), (40, 60), (45, 90), (100, 70), (130, 90), (140, 100))
    for style in (PRINT, DARK)
    for plots in (("relaxed_density",), ("class_frequencies",), tuple(plots_of("sample")))
}


def check_words(drawing):
    """Find words that are cut off, and words over words or over the glyphs of a key."""
    words = [(shape.text, shape.box.adjusted(0.5, 0, -0.5, 0)) for shape in drawing.texts]
    words = [(text, box) for text, box in words if text.strip()]
    beyond = [text for text, box in words if not drawing.page.contains(box)]
    assert not beyond, f"beyond the page: {beyond}"
    glyphs = [
        (shape.kind, shape.box)
        for shape in drawing.shapes
        if shape.kind != "text"
        and all(5 <= size <= 12 for size in (shape.box.width(), shape.box.height()))
    ]
    pairs = [*combinations(words, 2), *product(words, glyphs)]
    over = [(a, b) for (a, one), (b, other) in pairs if one.intersected(other).height() > 1]
    assert not over, f"over one another: {over}"


@pytest.mark.parametrize("case", LEGIBLE)
def test_no_word_is_cut_off_or_over_another(draw, read_svg, case):
    content, layout = LEGIBLE[case]
    check_words(read_svg(svg(draw(**content), layout)))


@pytest.mark.parametrize(
    "case", [case for case in LEGIBLE if "classes" not in case and "long" not in case]
)
def test_keys_are_whole(draw, read_svg, case):
    content, layout = LEGIBLE[case]
    rest = re.compile(r"\+ \d+")  # what a key says of entries that it has no room for
    assert not [s.text for s in read_svg(svg(draw(**content), layout)).texts if rest.match(s.text)]


def test_long_labels_with_a_common_beginning_can_be_told_apart(draw, read_svg):
    content = draw(labels=LONG, plots=["class_frequencies"])
    names = [s.text for s in read_svg(svg(content, Layout(120, 90))).texts if s.text[0] == "a"]
    assert len(names) == len(set(names)) == 5


@pytest.mark.parametrize("case", SMALL)
def test_a_size_is_refused_or_holds_its_words(draw, read_svg, case):
    plots, width, height, style = SMALL[case]
    try:
        data = svg(draw(plots=plots), Layout(width, height, style))
    except ExportError as error:
        assert "must be larger" in str(error)  # noqa: PT017 (a refusal is one of two good ends)
    else:
        check_words(read_svg(data))


@pytest.mark.parametrize(
    "label", ['<b>&"]]>', "two\nlines", "\x01", "\x0b\x1f", "🎲 ρ", "", "\ufffe", "\udcff"]
)
def test_any_label_makes_a_well_formed_file(draw, read_svg, label):
    content = draw(plots=["class_frequencies", "relaxed_vectors"], labels=[label])
    assert read_svg(svg(content, Layout())).texts
