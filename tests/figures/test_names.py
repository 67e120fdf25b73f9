"""Names of files: what a proposal tells, where it can be used, and endings."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.names import ending_of, free, proposed_name, with_ending
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS, Plot

NOTE = Parameters(NOTE_PROBABILITIES, draws=500, selected=3)
LARGE = Parameters(
    (1 / 3, 1e-300, 0.25, 5e-324, 1.0),
    1.7e308,
    10**11,
    2**63 - 1,
    Mistake.NOISE_ON_P,
    location=-1.2345678901234567,
    scale=0.1 + 0.2,
    weights=(1 / 3, -1.5, 0.0, 1e-9, 2.0),
    learning_rate=1 / 7,
    annealed=True,
    schedule=(10 / 3, 0.1 + 0.2, 1 / 7),
    steps=27,
)


def of(parameters, *plots, marks=True, options=()):
    content = Content(parameters, dict.fromkeys(plots), options=frozenset(options))
    return proposed_name(content, marks=marks)


@pytest.mark.parametrize("name", plot_types())
def test_a_name_tells_figures_apart_by_what_they_show(name, with_another):
    kind = plot_types()[name]
    always = {"probabilities", "temperature", "draws", "seed", "mistake", "selected"}
    for each in PARAMETERS:
        changed = with_another(NOTE, each)
        seen = kind.shown(changed) | always
        assert (of(changed, name) != of(NOTE, name)) == (each in seen), each
    for option in kind.option_names:
        assert of(NOTE, name, options=[f"{name}.{option}"]) == f"{of(NOTE, name)}-{option}"
        assert of(NOTE, name, options=[f"other.{option}"]) == of(NOTE, name)


@pytest.mark.parametrize("name", plot_types())
def test_it_has_the_draw_where_the_draw_is_shown(name):
    follows = plot_types()[name].follow is not Plot.follow
    assert of(NOTE, name).endswith("-draw3")
    assert ("draw" in of(NOTE, name, marks=False)) == follows


def test_it_has_the_plot_or_the_view():
    names = {of(NOTE, *plots_of(view)) for view in VIEWS} | {of(NOTE, n) for n in plot_types()}
    assert len(names) == len(VIEWS) + len(plot_types())
    assert of(replace(NOTE, selected=0), *plots_of("sample")) == (
        "gumbel-sample-p0.029_0.08_0.22_0.59_0.08-t1-n500-seed0"
    )


def test_every_mistake_is_in_it():
    names = {of(replace(NOTE, mistake=mistake), "top_k") for mistake in Mistake}
    assert len(names) == len(Mistake)
    for mistake in set(Mistake) - {Mistake.NONE}:
        assert mistake in of(replace(NOTE, mistake=mistake), "top_k")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("classes", [2, 5, 64])
def test_it_can_be_used_on_every_system(view, classes):
    p = (1 / 3, *LARGE.probabilities * 13)[:classes]
    parameters = LARGE.changed(probabilities=p)
    for options in ((), [f"{n}.{o}" for n, k in plots_of(view).items() for o in k.option_names]):
        for plots in (plots_of(view), *([name] for name in plots_of(view))):
            name = of(parameters, *plots, options=options)
            assert re.fullmatch(r"gumbel-[A-Za-z0-9._-]+[A-Za-z0-9]", name)
            assert len(name) <= 150
            assert "-seed9223372036854775807-noise-on-p" in name


def test_a_number_keeps_it_from_what_is_there(tmp_path):
    path = tmp_path / "run_t0.5.png"
    for name in ("run_t0.5.png", "run_t0.5-2.png", "run_t0.5-3.png"):
        assert free(path) == tmp_path / name
        (tmp_path / name).touch()
    assert free(tmp_path / "run_t0.5.svg").name == "run_t0.5.svg"
    (tmp_path / "folder.png").mkdir()
    assert free(tmp_path / "folder.png").name == "folder-2.png"
    assert free(tmp_path / "missing" / "a.png") == tmp_path / "missing" / "a.png"
    assert free(tmp_path / "a\0b.png") == tmp_path / "a\0b.png"


@pytest.mark.parametrize(
    ("name", "ending", "wanted"),
    [
        ("run_tau0.5", "svg", "run_tau0.5.svg"),
        ("run_tau0.5.png", "svg", "run_tau0.5.svg"),
        ("run_tau0.5.SVG", "svg", "run_tau0.5.SVG"),
        ("a.PNG", "pdf", "a.pdf"),
        ("a.gif", "png", "a.gif.png"),
        ("a", "png", "a.png"),
        ("a.", "png", "a..png"),
        (".svg", "svg", ".svg.svg"),
        ("..", "svg", ".."),
    ],
)
def test_only_the_ending_of_a_format_is_an_ending(name, ending, wanted):
    path = with_ending(Path("folder") / name, ending)
    assert path == Path("folder") / wanted
    assert with_ending(Path(), ending) == Path()
    assert ending_of(path) == (ending if Path(wanted).name.strip(".") else "")
