"""Provenance: the command that draws a figure again, which every file stores."""

from __future__ import annotations

import shlex
from pathlib import Path

from gumbel_gui import __version__
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.words.text import default_labels

CREATOR = f"Gumbel GUI {__version__}"
ALWAYS = frozenset({"probabilities", "temperature", "draws", "seed"})
"""Parameters that are written even where they are at their defaults."""
OF_ALL = ALWAYS | {"mistake", "selected"}
"""Parameters that every plot depends on."""


def command(content: Content, layout: Layout, output: str, dpi: int | None = None) -> str:
    """Return the command line that draws this figure again.

    Plots that show different numbers of draws cannot come from one command: then there is one for
    each number, joined by ``&&``, and the number is added to the name of its file.

    Args:
        content: of the figure.
        layout: of the figure.
        output: name of the file, without a folder.
        dpi: of an image; files of other formats do not depend on it.
    """
    groups: dict[int, list[str]] = {}
    for name in content.summaries:
        groups.setdefault(content.parameters_of(name).draws, []).append(name)
    commands = []
    for draws, plots in groups.items():
        path = Path(output)
        file = output if len(groups) == 1 else f"{path.stem}-{draws}{path.suffix}"
        parameters = content.parameters.changed(draws=draws)
        words = ["python", "-m", "gumbel_gui", "render", *_parameter_words(parameters, plots)]
        words += [*_option("plots", ",".join(plots)), *_look_words(content, layout)]
        words += [] if dpi is None else _option("dpi", str(dpi))
        commands.append(shlex.join([*words, *_option("output", file)]))
    return " && ".join(commands)


def _parameter_words(parameters: Parameters, plots: list[str]) -> list[str]:
    """Return the options of the parameters that these plots depend on."""
    shown = OF_ALL.union(*(plot_type(name).depends | plot_type(name).shows for name in plots))
    words: list[str] = []
    for name, each in PARAMETERS.items():
        value = getattr(parameters, name)
        if name in ALWAYS or (name in shown and value != each.default):
            way = each.way_of(value)
            text = way.kind.write(value)
            words += [f"--{way.option}"] if value is True else _option(way.option, text)
    return words


def _option(name: str, value: str) -> list[str]:
    """Return an option and its value, in one word where the value looks like an option itself."""
    return [f"--{name}={value}"] if value[:1] == "-" else [f"--{name}", value]


def _look_words(content: Content, layout: Layout) -> list[str]:
    """Return the options of sizes, look and labels."""
    words = _option("width", f"{layout.width:.12g}") + _option("height", f"{layout.height:.12g}")
    words += _option("theme", layout.style.name)
    if content.labels != default_labels(content.parameters.classes):
        words += [word for label in content.labels for word in _option("label", label)]
    if content.options:
        words += _option("options", ",".join(sorted(content.options)))
    if not layout.titles:
        words.append("--no-titles")
    if not layout.captions:
        words.append("--no-captions")
    return words
