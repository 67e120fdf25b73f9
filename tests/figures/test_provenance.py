"""The command that is stored in a file: what is in it, and that it draws the file again."""

import shlex
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.core.precision import NoiseFormat
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import DEFAULT_DPI, clipboard_data, image, pixels
from gumbel_gui.figures.layout import Layout, Theme
from gumbel_gui.figures.provenance import command
from gumbel_gui.figures.saving import save
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS, Plot

LABELS = ("plain", "two words", "it's", "--x", "", 'ε "p" $HOME', "comma, comma", "new\nline")
CDF = ["noise_histogram.cdf"]
ROOMY = Layout(240, 200)
ONE = Layout(120, 90)
AWKWARD = {
    "noise_scale": 1 / 3,
    "location": -1.2345678901234567,
    "scale": 0.1 + 0.2,
    "schedule": (10 / 3, 0.1 + 0.2, 1 / 7),
    "weights": (1 / 3, -1.5, 0.0, 1e-9, 2.0),
    "learning_rate": 1 / 7,
    "annealed": True,
    "steps": 27,  # of the 50 for which there are draws
}
FIGURES = {
    "plain": ({}, Layout(), DEFAULT_DPI),
    "awkward numbers": ({"p": (1 / 3, 1e-17, 0.1), "t": 1 / 7, "seed": 2**63 - 1}, Layout(), 96),
    "t = 0": ({"t": 0}, Layout(), 96),
    "a huge t": ({"t": 1.7e308}, Layout(), 96),
    "labels": ({"p": range(1, 10), "labels": LABELS}, Layout(), 96),
    "default labels": ({"labels": tuple(f"class {k}" for k in range(5))}, Layout(), 96),
    "default labels, fewer": ({"p": (1, 2, 3), "labels": ("class 0",)}, Layout(), 96),
    "two plots in another order": ({"plots": ["relaxed_vectors", "noise_histogram"]}, Layout(), 96),
    "options": ({"options": CDF}, Layout(), 96),
    "no words": ({}, Layout(titles=False, captions=False), 96),
    "dark": ({}, Layout(200, 150, Theme.DARK), 131),
    "light": ({}, Layout(163.37, 131.13, Theme.LIGHT), 97),
    "more than a chunk": ({"draws": 70_000}, Layout(), 96),
}
STATES = {
    "plain": {},
    **{mistake.value: {"mistake": mistake} for mistake in Mistake if mistake is not Mistake.NONE},
    "a draw": {"selected": 7},
    "the last draw": {"selected": 500, "t": 0},
    "a draw of another page": {"selected": 77},
    "awkward": AWKWARD,
}
ALWAYS = {"probabilities", "temperature", "draws", "seed"}
each_view = pytest.mark.parametrize("view", VIEWS)
each_plot = pytest.mark.parametrize("name", plot_types())


@pytest.fixture
def replayed(tmp_path, monkeypatch):
    """Return a function that runs a stored command in an empty folder and gives the file."""

    def run(text):
        python, *words = shlex.split(text)
        assert [python, *words[:3]] == ["python", "-m", "gumbel_gui", "render"]
        (folder := tmp_path / "replayed").mkdir()
        monkeypatch.chdir(folder)
        assert cli.main(words[2:]) == 0
        (file,) = folder.iterdir()
        return file

    return run


@pytest.fixture
def check(replayed, tmp_path, bare):
    """Return a function that fails unless a file's command draws that file again."""

    def checked(content, layout, dpi=96, tolerance=0):
        file = tmp_path / "one.png"
        save(file, content, layout, dpi)
        first = QImage(str(file))
        words = first.text("Description")
        assert words == command(content, layout, "one.png", dpi)
        again = replayed(words)
        assert again.name == "one.png"
        if tolerance:
            assert QImage(str(again)).text("Description") == words
            off = np.abs(bytes_of(QImage(str(again))) - bytes_of(first))
            assert off.max() <= tolerance
            assert off.any(axis=2).sum() < 5
        else:
            assert bare(again.read_bytes()) == bare(file.read_bytes())

    return checked


def bytes_of(picture):
    """Return the pixels of a picture, (height, width, 4) of integers."""
    rows = np.array(picture.constBits().asarray(picture.sizeInBytes()), np.uint8)
    return rows.reshape(picture.height(), picture.width(), 4).astype(int)


def options_in(words):
    return {word.split("=")[0].lstrip("-") for word in shlex.split(words) if word[:2] == "--"}


@pytest.mark.parametrize("case", FIGURES)
def test_the_command_in_a_file_draws_it_again(draw, check, case):
    what, layout, dpi = FIGURES[case]
    check(draw(**what), layout, dpi)


@pytest.mark.sweep(18)
@pytest.mark.parametrize(
    ("view", "case"),
    [(view, case) for i, view in enumerate(VIEWS) for case in [*STATES][i % 4 :: 4]],
)
def test_so_does_that_of_every_view_and_of_every_state(content_of, check, view, case):
    check(content_of(plots_of(view), **STATES[case]), ROOMY)


@each_view
def test_so_does_that_of_a_view_with_every_parameter_changed(draw, check, with_another, view):
    base = {"p": (1, 2, 3, 4, 2), "t": 0.3, "draws": 500, "seed": 3}
    parameters = draw(plots=["class_frequencies"], **base).parameters
    others = [name for name in PARAMETERS if name not in ALWAYS]
    for name in others:
        parameters = with_another(parameters, name)
    changes = {name: getattr(parameters, name) for name in others}
    # Qt blends a pixel of a dashed curve by one level more or less, as memory lies.
    check(draw(plots=plots_of(view), **base, **changes), ROOMY, tolerance=1)


@pytest.mark.sweep(7)
@each_view
@pytest.mark.parametrize("selected", [1, 7, 77, 500])
def test_so_does_that_of_a_draw_that_is_shown_without_a_mark(content_of, check, view, selected):
    check(content_of(plots_of(view), selected=selected), replace(ROOMY, marks=False))


@each_plot
def test_a_draw_is_in_the_command_of_a_figure_without_marks_only_where_it_is_shown(name):
    kind = plot_types()[name]
    for selected in (1, 7, 77):
        parameters = Parameters(NOTE_PROBABILITIES, draws=500, selected=selected)
        content = Content(parameters, {name: None})
        words = command(content, replace(ONE, marks=False), "a.png")
        shown = kind.follow is not Plot.follow and (selected > 1 or not kind.first)
        assert ({"draw", "no-marks"} & options_in(words) == {"draw", "no-marks"}) == shown
        assert shown or not {"draw", "no-marks"} & options_in(words)
        marked = command(content, ONE, "a.png")
        assert f" --draw {selected} " in marked
        assert "--no-marks" not in marked


@pytest.mark.parametrize("name", [name for name, kind in plot_types().items() if kind.first])
def test_without_marks_the_first_draw_is_what_a_figure_shows_anyway(content_of, name):
    plain, unmarked = Layout(120, 90), Layout(120, 90, marks=False)
    first = image(content_of((name,), selected=1), unmarked, 96)
    assert first == image(content_of((name,)), plain, 96)


def test_a_size_is_kept_to_the_last_digit(draw, replayed):
    """179.9596 mm are 2125.5 pixels at 300 dpi: a lost digit would be a lost pixel."""
    half = 2125.5 * 25.4 / DEFAULT_DPI
    for width in (half - 1e-4, half + 1e-4):
        layout = Layout(width, 120)
        file = replayed(command(draw(draws=10), layout, "figure.png", DEFAULT_DPI))
        again = QImage(str(file))
        assert (again.width(), again.height()) == pixels(layout, DEFAULT_DPI)
        file.unlink()
        file.parent.rmdir()


def test_the_command_is_in_every_kind_of_file(note, tmp_path):
    for name, code in (("a.svg", "utf-8"), ("a.pdf", "utf-8")):
        save(tmp_path / name, note, Layout())
        words = command(note, Layout(), name)
        assert words.encode(code) in (tmp_path / name).read_bytes()
        assert words.endswith(f" --output {name}")
        assert "--dpi" not in words  # the file does not depend on it


def test_on_the_clipboard_it_writes_a_figure(note):
    data = bytes(clipboard_data(note, Layout(), 96).data("image/svg+xml").data())
    assert command(note, Layout(), "figure.svg").encode() in data


def test_only_what_was_chosen_is_in_the_command(draw):
    plain = options_in(command(draw(), Layout(), "a.png", 96))
    assert plain == ALWAYS | {"plots", "width", "height", "theme", "dpi", "output"}
    default = command(draw(labels=[f"class {k}" for k in range(5)]), Layout(), "a.png", 96)
    assert options_in(default) == plain
    more = {
        "label": command(draw(labels=["x"]), Layout(), "a.png", 96),
        "options": command(draw(options=CDF), Layout(), "a.png", 96),
        "no-titles": command(draw(), Layout(titles=False), "a.png", 96),
        "no-captions": command(draw(), Layout(captions=False), "a.png", 96),
    }
    for name, words in more.items():
        assert options_in(words) - plain == {name}
    assert "--options noise_histogram.cdf" in more["options"]


def test_everything_else_changes_the_command(draw):
    content, layout = draw(), Layout()
    others = [
        (draw(plots=["relaxed_density"]), layout, "a.png", 96),
        *((content, replace(layout, **{side: 200.5}), "a.png", 96) for side in ("width", "height")),
        (content, replace(layout, theme=Theme.DARK), "a.png", 96),
        (content, layout, "b.png", 96),
        (content, layout, "a.png", 97),
    ]
    commands = {command(content, layout, "a.png", 96), *(command(*other) for other in others)}
    assert len(commands) == 1 + len(others)


@each_plot
def test_the_command_has_the_parameters_that_are_seen_and_no_others(name, with_another):
    plain = Parameters(NOTE_PROBABILITIES, draws=500, selected=3)
    for each, declared in PARAMETERS.items():
        parameters = with_another(plain, each)
        seen = plot_types()[name].shown(parameters) | ALWAYS | {"mistake", "selected"}
        words = of(parameters, name)
        assert (words != of(plain, name)) == (each in seen), each
        if each in seen:
            assert declared.option in options_in(words)


def of(parameters, plot):
    """Return the command of a figure with one plot; its summary is not looked at."""
    return command(Content(parameters, {plot: None}), ONE, "a.png", 96)


def test_a_value_that_begins_like_an_option_is_joined_to_its_own():
    parameters = Parameters(NOTE_PROBABILITIES, location=-1.5, weights=(-1, 2, 3, 4, 5))
    assert " --location=-1.5 " in of(parameters, "gumbel_family")
    assert " --weights=-1.0,2.0,3.0,4.0,5.0 " in of(parameters, "descent")
    assert " --top 3 " in of(replace(parameters, top=3), "top_k")
    assert " --mistake normal-noise " in of(replace(parameters, mistake=Mistake.NORMAL), "top_k")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        *((name, {}) for name in plot_types()),
        *((name, {"estimators": tuple(Estimator)}) for name in plots_of("gradients")),
        *(("jacobian", {"estimator": e}) for e in (Estimator.GUMBEL_RAO, Estimator.DECOUPLED)),
        ("descent", {"annealed": True}),
        ("noise_precision", {"noise_format": NoiseFormat.FLOAT16}),
    ],
)
def test_what_is_in_the_command_is_in_the_picture(content_of, with_another, name, state):
    """So that a replayed file that is the same proves something; what is not there changes none."""
    kind, plain = plot_types()[name], content_of((name,), **state)
    picture, used = image(plain, ONE, 96), kind.shown(plain.parameters)
    for each in PARAMETERS.keys() & (kind.depends | kind.shows):
        value = (each not in state and AWKWARD.get(each)) or getattr(
            with_another(plain.parameters, each), each
        )
        change = {{"probabilities": "p", "temperature": "t"}.get(each, each): value}
        changed = content_of((name,), **state | change)
        assert (image(changed, ONE, 96) != picture) == (each in used), each


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("noise_histogram", {"mistake": Mistake.UNIFORM}),
        ("relaxed_density", {"mistake": Mistake.T_OUTSIDE}),
        ("relaxed_vectors", {"selected": 7}),
    ],
)
def test_so_are_the_mistake_and_the_draw(content_of, name, change):
    assert image(content_of((name,), **change), ONE, 96) != image(content_of((name,)), ONE, 96)
