import shlex
from dataclasses import replace

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.figures.figure import Layout
from gumbel_gui.figures.formats import DEFAULT_DPI, pixels
from gumbel_gui.figures.provenance import command
from gumbel_gui.figures.saving import save
from gumbel_gui.plots.look.style import DARK, LIGHT

LABELS = ("plain", "two words", "it's", "--x", "", 'ε "p" $HOME', "comma, comma", "new\nline")
CDF = ["noise_histogram.cdf"]
CASES = {
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
    "dark": ({}, Layout(200, 150, DARK), 131),
    "light": ({}, Layout(163.37, 131.13, LIGHT), 97),
    "more than a chunk": ({"draws": 70_000}, Layout(), 96),
}


def replayed(words, path, dpi):
    """Run a stored command line, into another file."""
    python, *rest = shlex.split(words)
    assert [python, *rest[:3]] == ["python", "-m", "gumbel_gui", "render"]
    assert cli.main([*rest[2:], "--dpi", str(dpi), "--output", str(path)]) == 0
    return QImage(str(path))


@pytest.mark.parametrize("case", CASES)
def test_the_command_in_the_file_draws_it_again(draw, tmp_path, case):
    what, layout, dpi = CASES[case]
    save(tmp_path / "one.png", draw(**what), layout, dpi)
    first = QImage(str(tmp_path / "one.png"))
    words = first.text("Description")
    assert words == command(draw(**what), layout)
    again = replayed(words, tmp_path / "two.png", dpi)
    assert again == first
    assert again.text("Description") == words
    assert (tmp_path / "two.png").read_bytes() == (tmp_path / "one.png").read_bytes()


def test_a_size_is_kept_to_the_last_digit(draw, tmp_path):
    """179.9596 mm are 2125.5 pixels at 300 dpi: a lost digit would be a lost pixel."""
    half = 2125.5 * 25.4 / DEFAULT_DPI
    for width in (half - 1e-4, half + 1e-4):
        layout = Layout(width, 120)
        words = command(draw(draws=10), layout)
        again = replayed(words, tmp_path / "figure.png", DEFAULT_DPI)
        assert (again.width(), again.height()) == pixels(layout, DEFAULT_DPI)


def test_the_command_is_in_every_kind_of_file(note, tmp_path):
    words = command(note, Layout())
    for name, code in (("a.svg", "utf-8"), ("a.pdf", "utf-16-be")):
        save(tmp_path / name, note, Layout())
        assert words.encode(code) in (tmp_path / name).read_bytes()


def test_only_what_was_chosen_is_in_the_command(draw):
    plain = command(draw(), Layout())
    for word in ("--label", "--options", "--no-titles", "--no-captions"):
        assert word not in plain
    assert "--label" in command(draw(labels=["x"]), Layout())
    assert "--options noise_histogram.cdf" in command(draw(options=CDF), Layout())
    assert "--no-titles" in command(draw(), Layout(titles=False))


def test_every_parameter_changes_the_command(draw):
    content, layout = draw(), Layout()
    others = [
        (draw(NOTE_PROBABILITIES[::-1]), layout),
        (draw(t=2), layout),
        (draw(draws=2001), layout),
        (draw(seed=2), layout),
        (draw(plots=["relaxed_density"]), layout),
        *((content, replace(layout, **{side: 200.5})) for side in ("width", "height")),
        (content, replace(layout, style=DARK)),
    ]
    commands = {command(content, layout), *(command(*other) for other in others)}
    assert len(commands) == 1 + len(others)
