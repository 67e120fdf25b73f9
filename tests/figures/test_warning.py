"""A figure of something that is broken on purpose says so, whatever else is left out of it."""

from dataclasses import replace
from itertools import cycle

import pytest
from PyQt6.QtGui import QColor, QImage

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.figures.figure import Figure
from gumbel_gui.figures.formats import clipboard_data, image, pdf, png, svg
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.presets import PRESET, PRESETS
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.words.mistakes import warning

pytestmark = pytest.mark.sweep(8)

BROKEN = [mistake for mistake in Mistake if mistake is not Mistake.NONE]
LONGEST = max(BROKEN, key=lambda mistake: len(warning(mistake)))
BARE = {"titles": False, "captions": False}
ROOMY = Layout(240, 200)
ONE = Layout(120, 90)
each_mistake = pytest.mark.parametrize("mistake", BROKEN)
each_view = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture
def read(read_svg, read_pdf):
    """Return a function that gives the words that a file shows, without spaces."""
    return lambda data: read_pdf(data).text() if data[:4] == b"%PDF" else read_svg(data).words


@pytest.mark.parametrize("write", [svg, pdf])
@pytest.mark.parametrize(("mistake", "view"), [*zip(BROKEN, cycle(VIEWS), strict=False)])
def test_every_figure_of_a_view_carries_the_warning(
    content_of, squeeze, read, view, mistake, write
):
    content = content_of(plots_of(view), mistake=mistake)
    words = read(write(content, replace(ROOMY, **BARE)))
    assert words.count(squeeze(warning(mistake))) == 1
    assert words.count("Brokenonpurpose") == 1


@pytest.mark.parametrize("name", plot_types())
@pytest.mark.parametrize("words", [{}, BARE], ids=["with words", "bare"])
def test_every_plot_alone_carries_the_warning(content_of, squeeze, read, name, words):
    content = content_of((name,), mistake=Mistake.NOISE_ON_P)
    expected = squeeze(warning(Mistake.NOISE_ON_P))
    assert expected in read(svg(content, replace(ONE, **words)))


@pytest.mark.parametrize("write", [svg, pdf])
@each_view
def test_what_is_not_broken_carries_none(content_of, read, view, write):
    for others, layout in (({}, ROOMY), ({"selected": 7}, replace(ROOMY, **BARE))):
        assert "Broken" not in read(write(content_of(plots_of(view), **others), layout))


@pytest.mark.parametrize("style", [PRINT, LIGHT, DARK], ids=lambda style: style.name)
@pytest.mark.parametrize("words", [{}, BARE], ids=["with words", "bare"])
def test_the_warning_has_the_colour_of_errors(content_of, squeeze, read_svg, style, words):
    content = content_of(mistake=Mistake.FLOAT32)
    drawing = read_svg(svg(content, replace(ONE, theme=style.name, **words)))
    red = [shape for shape in drawing.texts if shape.colour.lower() == style.error.lower()]
    assert squeeze("".join(shape.text for shape in red)) == squeeze(warning(Mistake.FLOAT32))
    plain = read_svg(svg(content_of(), replace(ONE, theme=style.name, **words)))
    assert style.error.lower() not in {shape.colour.lower() for shape in plain.texts}


@pytest.mark.parametrize(
    ("layout", "plots"),
    [
        (Layout(60, 80), ["class_frequencies"]),
        (Layout(60, 80, **BARE), ["class_frequencies"]),
        (Layout(60, 80, **BARE), ["noise_histogram"]),
        (Layout(180, 120), list(plots_of("sample"))),
        (Layout(180, 120, **BARE), list(plots_of("sample"))),
        (Layout(100, 300), list(plots_of("sample"))),
        (Layout(400, 90, **BARE), list(plots_of("sample"))),
        (Layout(1000, 1000), list(plots_of("sample"))),
    ],
)
@pytest.mark.parametrize("mistake", [Mistake.FLOAT32, Mistake.NO_NOISE])
def test_the_warning_is_whole_and_above_everything(
    content_of, squeeze, read_svg, layout, plots, mistake
):
    drawing = read_svg(svg(content_of(plots, mistake=mistake), layout))
    red = [shape for shape in drawing.texts if shape.colour.lower() == PRINT.error.lower()]
    assert squeeze("".join(shape.text for shape in red)) == squeeze(warning(mistake))
    others = [shape for shape in drawing.texts if shape not in red]
    for shape in red:
        assert drawing.page.contains(shape.box), shape
        assert shape.clip.adjusted(-1, -1, 1, 1).contains(shape.box), shape
    lowest = max(shape.box.bottom() for shape in red)
    assert lowest < min(shape.box.top() for shape in others if shape.text.strip())


def red_pixels(picture, style, height):
    """Count the pixels of about the colour of errors in the uppermost strip."""
    wanted = QColor(style.error)
    return sum(
        all(
            abs(getattr(picture.pixelColor(x, y), part)() - getattr(wanted, part)()) < 40
            for part in ("red", "green", "blue")
        )
        for y in range(height)
        for x in range(picture.width())
    )


@pytest.mark.parametrize("style", [PRINT, LIGHT, DARK], ids=lambda style: style.name)
def test_a_png_shows_the_warning(content_of, style):
    layout = Layout(100, 80, style.name, **BARE)
    broken = QImage.fromData(png(content_of(mistake=Mistake.NO_NOISE), layout, 96))
    whole = QImage.fromData(png(content_of(), layout, 96))
    assert red_pixels(broken, style, 25) > 100
    assert red_pixels(whole, style, 25) == 0


@each_mistake
def test_nothing_but_the_mistake_makes_the_warning(content_of, squeeze, read, mistake):
    """Of the same numbers: the warning stands above a smaller picture."""
    content = content_of(mistake=mistake)
    without = replace(content, parameters=replace(content.parameters, mistake=Mistake.NONE))
    assert image(content, ONE, 96) != image(without, ONE, 96)
    expected = squeeze(warning(mistake))
    assert expected in read(svg(content, ONE))
    assert expected not in read(svg(without, ONE))


def test_the_clipboard_has_it_too(content_of, squeeze, read):
    data = clipboard_data(content_of(mistake=Mistake.UNIFORM), replace(ONE, **BARE), 96)
    words = read(bytes(data.data("image/svg+xml").data()))
    assert squeeze(warning(Mistake.UNIFORM)) in words
    plain = clipboard_data(content_of(), replace(ONE, **BARE), 96)
    assert plain.imageData() != data.imageData()


@pytest.mark.parametrize("mistake", [Mistake.NONE, LONGEST], ids=lambda each: each.value)
@each_view
def test_a_whole_view_fits_the_size_that_is_offered_first(content_of, view, mistake):
    """That of the preset, which grows with the number of plots."""
    plots = plots_of(view)
    layout = PRESETS[PRESET.default].layout_of(len(plots))
    Figure(content_of(plots, mistake=mistake, selected=7), layout).close()


@pytest.mark.parametrize("plots", [*range(1, 13), len(plot_types())])
def test_every_number_of_plots_has_room_for_the_warning(content_of, squeeze, read, plots):
    """The rows below it must not take its place, however many columns there are."""
    content = content_of(list(plot_types())[:plots], mistake=Mistake.NORMAL)
    # Wide enough for four columns of 85 mm, the least that a plot has to do with.
    words = read(svg(content, Layout(340, 300, **BARE)))
    assert squeeze(warning(Mistake.NORMAL)) in words


def test_a_marked_draw_is_in_the_figure_of_every_plot_that_marks_it(content_of):
    winner = content_of(("winner_noise",), selected=7).selection.winner
    for name, kind in plot_types().items():
        marked = content_of((name,), selected=7, given=(winner,))
        plain = image(replace(marked, selection=None), ONE, 96)
        marks = "mark" in vars(kind)
        assert (image(marked, ONE, 96) != plain) == marks, name
