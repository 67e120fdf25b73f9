"""Provenance: the command that draws a figure again, which every file stores."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gumbel_gui import __version__
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.layout import LAYOUT, Layout, word
from gumbel_gui.language import speaking, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.words.mistakes import warning
from gumbel_gui.plots.words.text import default_labels, number

CREATOR = f"Gumbel GUI {__version__}"
ALWAYS = frozenset({"probabilities", "temperature", "draws", "seed"})
"""Parameters that are written even where they are at their defaults."""
ALWAYS_OF_LAYOUT = frozenset({"width", "height", "theme"})
MANY = 8
"""Entries of p that a title holds; of a longer p it has the number of classes."""
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
        shown = shown_parameters(content.parameters.changed(draws=draws), plots, marks=layout.marks)
        words = ["python", "-m", "gumbel_gui", "render", *_parameter_words(shown)]
        words += [*_option("plots", ",".join(plots)), *_look_words(content, layout)]
        words += ["--no-marks"] if "selected" in shown and not layout.marks else []
        words += [] if dpi is None else _option("dpi", str(dpi))
        commands.append(shlex.join([*words, *_option("output", file)]))
    return " && ".join(commands)


def title(content: Content, layout: Layout) -> str:
    """Return what the figure shows in a few words, in its language: its own title, or plots, p, t.

    A mistake is said in any case, as in the figure.
    """
    with speaking(layout.language):
        wrong = warning(content.parameters.mistake)
        return " – ".join(filter(None, (layout.title or _title(content), wrong)))


def _title(content: Content) -> str:
    """Return the plots of a figure, p and t."""
    parameters = content.parameters
    plots = tr("; ").join(plot_type(name).title for name in content.summaries)
    p = parameters.probabilities
    vector = ", ".join(number(each, 3) for each in parameters.p) if len(p) <= MANY else ""
    shown = f"p = ({vector})" if vector else tr("p of {k} classes", k=len(p))
    t = number(parameters.temperature, 3)
    return tr("{plots}, {p}, t = {t}", plots=plots, p=shown, t=t)


def shown_parameters(
    parameters: Parameters, plots: Sequence[str], *, marks: bool
) -> dict[str, Any]:
    """Return the values, by name, that tell these plots of a figure from others of its kind.

    They are p, t, draws and seed, and what else the plots depend on and is not at its default. A
    draw that is not marked is among them where a plot shows it; where it is the first, it is what
    most plots show anyway.
    """
    kinds = [plot_type(name) for name in plots]
    shown = OF_ALL.union(*(kind.shown(parameters) for kind in kinds))
    found = {}
    for name, each in PARAMETERS.items():
        value = getattr(parameters, name)
        if name in ALWAYS or (name in shown and value != each.default):
            found[name] = value
    follow = [kind for kind in kinds if kind.follow is not Plot.follow]
    anyway = parameters.selected == 1 and all(kind.first for kind in follow)
    if not marks and (not follow or anyway):
        found.pop("selected", None)
    return found


def _parameter_words(values: Mapping[str, Any]) -> list[str]:
    """Return the options of parameters."""
    words: list[str] = []
    for name, value in values.items():
        way = PARAMETERS[name].way_of(value)
        text = way.kind.write(value)
        words += [f"--{way.option}"] if value is True else _option(way.option, text)
    return words


def _option(name: str, value: str) -> list[str]:
    """Return an option and its value, in one word where the value looks like an option itself."""
    return [f"--{name}={value}"] if value[:1] == "-" else [f"--{name}", value]


def _look_words(content: Content, layout: Layout) -> list[str]:
    """Return the options of sizes, look and labels."""
    words: list[str] = []
    for name, each in LAYOUT.items():
        value = getattr(layout, name)
        if isinstance(each.kind, Flag):
            words += [word(each)] if value != each.default and name != "marks" else []
        elif name in ALWAYS_OF_LAYOUT or value != each.default:
            words += _option(each.option, each.kind.write(value))
    if content.labels != default_labels(content.parameters.classes):
        words += [word for label in content.labels for word in _option("label", label)]
    if content.options:
        words += _option("options", ",".join(sorted(content.options)))
    return words
