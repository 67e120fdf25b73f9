"""Looks: what each option of the layout does to a file, presets, and files for each plot."""

import argparse
from dataclasses import fields

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.commands import render as command
from gumbel_gui.commands.look import given_plots
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import Figure
from gumbel_gui.figures.formats import image, pdf, pixels, svg
from gumbel_gui.figures.layout import DPI, LAYOUT, Language, Layout, Theme
from gumbel_gui.figures.presets import PRESETS, Purpose
from gumbel_gui.figures.provenance import command as words_of
from gumbel_gui.figures.rendering import render
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.mistakes import warning

ONE = Layout(100, 80)
OTHER = {
    "width": 111.1,
    "height": 93.7,
    "theme": Theme.DARK,
    "titles": False,
    "captions": False,
    "marks": False,
    "scale": 1.1,
    "title": "-ε & <b>",
    "family": "DejaVu Serif",
    "language": Language("zh"),
    "transparent": True,
    "paths": True,
}


def given(*words):
    parser = argparse.ArgumentParser()
    command._add_figure(parser)
    return command._look(parser.parse_args([*words, "--output", "a.png"]), 1)


def test_every_field_is_declared_and_has_its_default():
    assert list(LAYOUT) == [each.name for each in fields(Layout)] == list(OTHER)
    assert {name: getattr(Layout(), name) for name in LAYOUT} == {
        name: each.default for name, each in LAYOUT.items()
    }


@pytest.mark.parametrize("name", LAYOUT)
def test_each_field_is_an_option_and_is_in_the_command_of_a_file(content_of, name):
    layout = Layout(**{name: OTHER[name]})
    text = words_of(content_of(("relaxed_vectors",), selected=3), layout, "a.png")
    each = LAYOUT[name]
    if isinstance(each.kind, Flag):
        words = [f"--no-{each.option}" if each.default else f"--{each.option}"]
        assert words[0] in text
    else:
        words = [f"--{each.option}={each.kind.write(OTHER[name])}"]
    assert given(*words) == (layout, DPI.default)
    if name not in ("width", "height", "theme"):
        assert f"--{each.option}" not in words_of(content_of(), Layout(), "a.png")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scale", 0.2),
        ("scale", float("nan")),
        ("title", "a\nb"),
        ("title", "x" * 201),
        ("title", 3),
        ("family", "\0"),
        ("theme", "blue"),
        ("paths", 1),
        ("transparent", "yes"),
    ],
)
def test_what_a_field_cannot_be_is_one_sentence(name, value):
    with pytest.raises(ParameterError, match=f"^{name} is .*, but must be .*\\.$"):
        Layout(**{name: value})


def test_twice_the_scale_at_twice_the_size_is_the_same_figure_enlarged(content_of):
    content = content_of(plots_of("sample"))
    once, twice = Layout(150, 120), Layout(300, 240, scale=2)
    pictures = image(content, once, 192), image(content, twice, 96)
    assert pictures[0].constBits().asstring(pictures[0].sizeInBytes()) == (
        pictures[1].constBits().asstring(pictures[1].sizeInBytes())
    )


def test_the_scale_is_that_of_texts_lines_and_dots_in_a_drawing(content_of, read_svg):
    content = content_of(plots_of("sample"))
    small = read_svg(svg(content, Layout(150, 120)))
    large = read_svg(svg(content, Layout(300, 240, scale=2)))
    assert small.words == large.words
    for one, other in zip(small.shapes, large.shapes, strict=True):
        assert (one.kind, one.colour) == (other.kind, other.colour)
        assert other.box.width() == pytest.approx(2 * one.box.width(), abs=2.5)
        assert other.box.height() == pytest.approx(2 * one.box.height(), abs=2.5)


def test_the_scale_is_that_of_a_page(content_of, read_pdf):
    document = read_pdf(pdf(content_of(), Layout(240, 180, scale=2)))
    assert document.text() == read_pdf(pdf(content_of(), Layout(120, 90))).text()


def test_a_size_that_the_scale_makes_too_small_is_refused(content_of):
    with pytest.raises(ExportError, match=r"100 × 80 mm.*a smaller scale"):
        svg(content_of(), Layout(100, 80, scale=4))


@pytest.mark.parametrize("theme", Theme)
def test_a_transparent_ground(content_of, theme):
    layout = Layout(100, 80, theme, transparent=True)
    picture = image(content_of(), layout, 96)
    corners = [(0, 0), (picture.width() - 1, picture.height() - 1)]
    assert [picture.pixelColor(x, y).alpha() for x, y in corners] == [0, 0]
    whole = image(content_of(), Layout(100, 80, theme), 96)
    assert whole.pixelColor(0, 0).alpha() == 255
    ground = f'fill="{whole.pixelColor(0, 0).name()}"'
    parts = [svg(content_of(), each).decode() for each in (layout, Layout(100, 80, theme))]
    assert [ground in part.split("</g>")[0] for part in parts] == [False, True]
    assert b" re\nf" not in pdf(content_of(), layout)[:2000]


def test_the_title_is_above_all_plots(content_of, read_svg):
    drawing = read_svg(svg(content_of(), Layout(100, 90, title="What ε does")))
    first = min(drawing.texts, key=lambda shape: shape.box.top())
    assert first.text.split() == ["What"]
    assert first.box.left() < 30


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.NOISE_ON_P])
def test_an_own_title_is_that_of_the_file_and_a_mistake_is_said_besides(content_of, mistake):
    layout = Layout(120, 90, title="An own & good title")
    content = content_of(("relaxed_vectors",), mistake=mistake)
    said = " – ".join(filter(None, (layout.title, warning(mistake))))
    escaped = said.replace("&", "&amp;")
    assert image(content, layout, 60).text("Title") == said
    assert f"<title>{escaped}</title>" in svg(content, layout).decode()
    found = pdf(content, layout)
    assert f'xml:lang="x-default">{escaped}<'.encode() in found
    assert b"/Title (\xfe\xff" + layout.title.encode("utf-16-be") in found


def test_the_family_is_that_of_every_text_and_must_be_installed(content_of):
    text = svg(content_of(), Layout(100, 80, family="DejaVu Serif")).decode()
    assert text.count("font-family=") == text.count("font-family=\"'DejaVu Serif', ") > 0
    with pytest.raises(ExportError, match="family is 'No Such Font', but must be one that is inst"):
        svg(content_of(), Layout(family="No Such Font"))


def test_a_family_that_is_not_installed_is_refused_before_anything_is_drawn(qapp, tmp_path, note):
    layout = Layout(family="No Such Font")
    with pytest.raises(ExportError, match="No Such Font"):
        render([tmp_path / "a.svg"], note.parameters.changed(draws=10**11), ["top_k"], layout, 96)
    assert list(tmp_path.iterdir()) == []


def test_text_as_paths_has_no_text_and_the_same_look(content_of, qapp):
    from PyQt6.QtGui import QPainter
    from PyQt6.QtSvg import QSvgRenderer

    content, pictures = content_of(), []
    for layout in (ONE, Layout(100, 80, paths=True)):
        data = svg(content, layout)
        assert (b"<text" in data) == (not layout.paths)
        # Lines of a multiple of 4 bytes: what fills others up is never written.
        pictures.append(QImage(380, 304, QImage.Format.Format_Grayscale8))
        pictures[-1].fill(0)
        painter = QPainter(pictures[-1])
        QSvgRenderer(data).render(painter)
        painter.end()
    bits = [each.constBits().asstring(each.sizeInBytes()) for each in pictures]
    assert sum(abs(a - b) for a, b in zip(*bits, strict=True)) / len(bits[0]) < 2


@pytest.mark.sweep(2)
@pytest.mark.parametrize("purpose", Purpose)
def test_a_preset_holds_each_plot_and_options_win_over_it(content_of, purpose):
    preset = PRESETS[purpose]
    assert given("--preset", purpose) == (preset.layout, preset.dpi)
    layout, dpi = given("--preset", purpose, "--width", "99", "--captions", "--dpi", "77")
    assert (layout.width, layout.captions, dpi) == (99, True, 77)
    assert layout.height == preset.layout.height
    for name in plot_types():
        Figure(content_of((name,)), preset.layout).close()
    for plots in map(plots_of, VIEWS):
        content = content_of(plots, mistake=Mistake.FLOAT32)
        Figure(content, preset.layout_of(len(plots))).close()


def test_a_slide_and_a_screen_have_the_pixels_of_a_projector():
    for purpose in (Purpose.SLIDE, Purpose.SCREEN):
        assert pixels(PRESETS[purpose].layout, PRESETS[purpose].dpi) == (1920, 1080)


def test_several_outputs_and_a_file_for_each_plot(note, tmp_path):
    outputs = [tmp_path / name for name in ("all.svg", "{plot}.svg", "{plot}.pdf")]
    names = ["top_k", "class_frequencies"]
    render(outputs, note.parameters, names, Layout(180, 90), 96)
    wanted = {"all.svg", *(f"{name}.{end}" for name in names for end in ("svg", "pdf"))}
    assert {each.name for each in tmp_path.iterdir()} == wanted
    for name in names:
        assert f"--plots {name} " in (tmp_path / f"{name}.svg").read_text("utf-8")


def test_nothing_is_written_if_one_of_several_files_cannot_be_made(note, tmp_path):
    with pytest.raises(ExportError):
        render([tmp_path / "{plot}.svg"], note.parameters, ["top_k", "simplex"], Layout(45, 35), 96)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "plots"),
    [
        ("sample", plots_of("sample")),
        ("noise", plots_of("noise")),
        ("all", plot_types()),
        ("top_k,noise,top_k", ["top_k", *plots_of("noise")]),
    ],
)
def test_views_stand_for_their_plots(text, plots):
    assert given_plots(text) == list(plots)
