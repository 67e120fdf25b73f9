"""A figure of something that is broken on purpose says so, whatever else is left out of it.

And its file says how to draw it again, the mistake, the marked draw and the knobs included.
"""

import re
import shlex
import unicodedata
import xml.etree.ElementTree as ElementTree
import zlib
from dataclasses import replace

import pytest
from PyQt6.QtGui import QColor, QImage

from gumbel_gui import cli
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import KNOBS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.figures.formats import clipboard_data, image, pdf, png, svg
from gumbel_gui.figures.provenance import command
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.words.mistakes import warning

BROKEN = [mistake for mistake in Mistake if mistake is not Mistake.NONE]
BARE = {"titles": False, "captions": False}
ROOMY = Layout(240, 200)
ONE = Layout(120, 90)
each_mistake = pytest.mark.parametrize("mistake", BROKEN)
each_view = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture(scope="module")
def content_of(qapp):
    """Return a function that gives the content of a figure; the same is drawn only once."""
    assert qapp
    known = {}

    def content(plots=("class_frequencies",), **others):
        defaults = {"probabilities": NOTE_PROBABILITIES, "draws": 500, "seed": 3}
        parameters = Parameters(**(defaults | others))
        key = tuple(plots), parameters
        if key not in known:
            kinds = plot_types()
            with Engine(1) as engine:
                summaries = engine.summarise(
                    parameters, {name: kinds[name].summarise for name in plots}
                )
            known[key] = Content(parameters, summaries, selection=select(parameters))
        return known[key]

    return content


def squeezed(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def words_of_svg(data):
    """Return the words that are painted, without spaces: not those in the description."""
    root = ElementTree.fromstring(data)
    return squeezed("".join(each.text or "" for each in root.iter() if each.tag.endswith("}text")))


def words_of_pdf(data):
    """Return the words of the page, without spaces, by each font's own table of letters."""
    bodies = dict(re.findall(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL))

    def stream(number):
        head, _, rest = bodies[number].partition(b"stream\n")
        raw = rest.rpartition(b"\nendstream")[0]
        return zlib.decompress(raw) if b"/FlateDecode" in head else raw

    def letters(font):
        table = stream(re.search(rb"/ToUnicode (\d+) 0 R", bodies[font])[1])
        found = {}
        for section in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
            hexes = rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])"
            for first, last, start, each in re.findall(hexes, section, re.DOTALL):
                targets = re.findall(rb"<([0-9A-Fa-f]+)>", each)
                for i in range(int(last, 16) - int(first, 16) + 1):
                    code = int(targets[i], 16) if targets else int(start, 16) + i
                    found[int(first, 16) + i] = chr(code)
        return found

    (page,) = (body for body in bodies.values() if re.search(rb"/Type\s*/Page\b", body))
    shown = stream(re.search(rb"/Contents (\d+) 0 R", page)[1])
    font, written = {}, []
    for name, codes in re.findall(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj", shown):
        if name:
            font = letters(name)
        else:
            written += [font[int(codes[i : i + 4], 16)] for i in range(0, len(codes), 4)]
    return squeezed("".join(written))


READERS = {"svg": (svg, words_of_svg), "pdf": (pdf, words_of_pdf)}


@pytest.mark.parametrize("kind", READERS)
@each_mistake
@each_view
def test_every_figure_of_a_view_carries_the_warning(content_of, view, mistake, kind):
    write, read = READERS[kind]
    content = content_of(plots_of(view), mistake=mistake)
    words = read(write(content, replace(ROOMY, **BARE)))
    assert words.count(squeezed(warning(mistake))) == 1
    assert words.count("Brokenonpurpose") == 1


@pytest.mark.parametrize("name", plot_types())
@pytest.mark.parametrize("words", [{}, BARE], ids=["with words", "bare"])
def test_every_plot_alone_carries_the_warning(content_of, name, words):
    content = content_of((name,), mistake=Mistake.NOISE_ON_P)
    expected = squeezed(warning(Mistake.NOISE_ON_P))
    assert expected in words_of_svg(svg(content, replace(ONE, **words)))


@pytest.mark.parametrize("kind", READERS)
@each_view
def test_what_is_not_broken_carries_none(content_of, view, kind):
    write, read = READERS[kind]
    for others in ({}, {"selected": 7}):
        content = content_of(plots_of(view), **others)
        for layout in (ROOMY, replace(ROOMY, **BARE)):
            assert "Broken" not in read(write(content, layout))


@pytest.mark.parametrize("style", [PRINT, LIGHT, DARK], ids=lambda style: style.name)
@pytest.mark.parametrize("words", [{}, BARE], ids=["with words", "bare"])
def test_the_warning_has_the_colour_of_errors(content_of, read_svg, style, words):
    content = content_of(mistake=Mistake.FLOAT32)
    drawing = read_svg(svg(content, replace(ONE, style=style, **words)))
    red = [shape for shape in drawing.texts if shape.colour.lower() == style.error.lower()]
    assert squeezed("".join(shape.text for shape in red)) == squeezed(warning(Mistake.FLOAT32))
    plain = read_svg(svg(content_of(), replace(ONE, style=style, **words)))
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
def test_the_warning_is_whole_and_above_everything(content_of, read_svg, layout, plots, mistake):
    drawing = read_svg(svg(content_of(plots, mistake=mistake), layout))
    red = [shape for shape in drawing.texts if shape.colour.lower() == PRINT.error.lower()]
    assert squeezed("".join(shape.text for shape in red)) == squeezed(warning(mistake))
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
    layout = Layout(100, 80, style, **BARE)
    broken = QImage.fromData(png(content_of(mistake=Mistake.NO_NOISE), layout, 96))
    whole = QImage.fromData(png(content_of(), layout, 96))
    assert red_pixels(broken, style, 25) > 100
    assert red_pixels(whole, style, 25) == 0


@each_mistake
def test_nothing_but_the_mistake_makes_the_warning(content_of, mistake):
    """Of the same numbers: the warning stands above a smaller picture."""
    content = content_of(mistake=mistake)
    without = replace(content, parameters=replace(content.parameters, mistake=Mistake.NONE))
    assert image(content, ONE, 96) != image(without, ONE, 96)
    expected = squeezed(warning(mistake))
    assert expected in words_of_svg(svg(content, ONE))
    assert expected not in words_of_svg(svg(without, ONE))


def test_the_clipboard_has_it_too(content_of):
    data = clipboard_data(content_of(mistake=Mistake.UNIFORM), replace(ONE, **BARE))
    words = words_of_svg(bytes(data.data("image/svg+xml").data()))
    assert squeezed(warning(Mistake.UNIFORM)) in words
    plain = clipboard_data(content_of(), replace(ONE, **BARE))
    assert plain.imageData() != data.imageData()


@pytest.mark.parametrize("mistake", Mistake)
@each_view
def test_a_whole_view_fits_the_size_that_is_offered_first(content_of, view, mistake):
    """Nobody is asked for a size when plots are copied."""
    svg(content_of(plots_of(view), mistake=mistake, selected=7), Layout())


@pytest.mark.parametrize("plots", range(1, len(plot_types()) + 1))
def test_every_number_of_plots_has_room_for_the_warning(content_of, plots):
    """The rows below it must not take its place, however many columns there are."""
    content = content_of(list(plot_types())[:plots], mistake=Mistake.NORMAL)
    # Wide enough for four columns of 85 mm, the least that a plot has to do with.
    words = words_of_svg(svg(content, Layout(340, 300, **BARE)))
    assert squeezed(warning(Mistake.NORMAL)) in words


def replayed(words, path, dpi=96):
    """Run a stored command line, into another file."""
    python, *rest = shlex.split(words)
    assert [python, *rest[:3]] == ["python", "-m", "gumbel_gui", "render"]
    assert cli.main([*rest[2:], "--dpi", str(dpi), "--output", str(path)]) == 0
    return QImage(str(path))


OTHER = {
    "pair": (3, 1),
    "top": 4,
    "noise_scale": 1 / 3,
    "location": -1.2345678901234567,
    "scale": 0.1 + 0.2,
    "trio": (4, 1, 3),
    "schedule": (10 / 3, 0.1 + 0.2, 1 / 7),
    "loss": Loss.COST,
    "weights": (1 / 3, -1.5, 0.0, 1e-9, 2.0),
    "estimator": Estimator.REINFORCE,
    "learning_rate": 1 / 7,
    "annealed": True,
    "steps": 27,  # of the 50 for which there are draws
}
"""Of every knob, a value that is not the one it has by default."""
CASES = {
    "plain": {},
    **{mistake.value: {"mistake": mistake} for mistake in BROKEN},
    "a draw": {"selected": 7},
    "the last draw": {"selected": 500, "temperature": 0},
    "a draw of another page": {"selected": 77},
    "knobs": OTHER,
    "all": {"mistake": Mistake.NORMAL, "selected": 499, "temperature": 0.3, **OTHER},
}


@each_view
@pytest.mark.parametrize("case", CASES)
def test_the_command_in_a_file_draws_it_again(content_of, tmp_path, view, case):
    content = content_of(plots_of(view), **CASES[case])
    first = image(content, ROOMY, 96)
    words = command(content, ROOMY)
    assert first.text("Description") == words
    again = replayed(words, tmp_path / "again.png")
    assert again == first.convertToFormat(again.format())
    assert again.text("Description") == words


def test_all_controls_are_turned():
    usual = Parameters(NOTE_PROBABILITIES)
    assert OTHER.keys() == KNOBS
    for name, value in OTHER.items():
        assert value != getattr(usual, name), name


def options_in(words):
    return {word.split("=")[0] for word in shlex.split(words) if word.startswith("--")}


@each_view
def test_the_command_has_what_is_not_as_usual(content_of, view):
    usual = options_in(command(content_of(plots_of(view)), ROOMY))
    assert not usual & {"--mistake", "--draw"}
    words = command(content_of(plots_of(view), **CASES["all"]), ROOMY)
    assert " --mistake normal-noise " in words
    assert " --draw 499 " in words


@pytest.mark.parametrize("name", plot_types())
def test_the_command_has_the_controls_that_are_seen_and_no_others(content_of, name):
    words = command(content_of((name,), **OTHER), ONE)
    seen = {f"--{control.replace('_', '-')}" for control in KNOBS & plot_types()[name].depends}
    unseen = {f"--{control.replace('_', '-')}" for control in KNOBS} - seen
    assert seen <= options_in(words)
    assert not unseen & options_in(words)
    if "pair" in plot_types()[name].depends:
        assert "--pair=3,1" in words
    if "location" in plot_types()[name].depends:
        assert "--location=-1.2345678901234567" in words


@pytest.mark.parametrize(
    ("plot", "change"),
    [
        ("noise_histogram", {"mistake": Mistake.UNIFORM}),
        ("relaxed_density", {"mistake": Mistake.T_OUTSIDE}),
        ("relaxed_vectors", {"selected": 7}),
        *(
            (plot, {control: OTHER[control]})
            for plot, kind in plot_types().items()
            for control in sorted(KNOBS & kind.depends)
        ),
    ],
)
def test_what_is_in_the_command_is_in_the_picture(content_of, plot, change):
    """So that a replayed file that is the same proves something."""
    also = {}
    if "schedule" in change and "annealed" in plot_types()[plot].depends:
        also["annealed"] = True  # or the schedule would not count
    changed = content_of((plot,), **change, **also)
    assert image(changed, ONE, 96) != image(content_of((plot,), **also), ONE, 96)


def test_a_marked_draw_is_in_the_figure_of_every_plot_that_marks_it(content_of):
    for name, kind in plot_types().items():
        marked = content_of((name,), selected=7)
        plain = image(replace(marked, selection=None), ONE, 96)
        marks = "mark" in vars(kind)
        assert (image(marked, ONE, 96) != plain) == marks, name
