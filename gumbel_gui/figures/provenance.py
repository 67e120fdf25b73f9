"""Where a figure came from, in words that go into the file."""

from __future__ import annotations

import shlex
from enum import StrEnum

from gumbel_gui import __version__
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import KNOBS, Parameters
from gumbel_gui.figures.figure import Content, Layout
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.words.text import default_labels

CREATOR = f"Gumbel GUI {__version__}"


def command(content: Content, layout: Layout) -> str:
    """Return the command line that draws this figure again.

    Plots that show different numbers of draws cannot come from one command: then there is one for
    each number, joined by ``&&``.
    """
    groups: dict[int, list[str]] = {}
    for name in content.summaries:
        groups.setdefault(content.counts.get(name, content.parameters.draws), []).append(name)
    return " && ".join(
        shlex.join(_words(content, layout, draws, plots)) for draws, plots in groups.items()
    )


def _words(content: Content, layout: Layout, draws: int, plots: list[str]) -> list[str]:
    p = content.parameters
    words = [
        *("python", "-m", "gumbel_gui", "render"),
        *("--probabilities", ",".join(map(repr, p.probabilities))),
        *("--temperature", repr(p.temperature)),
        *("--draws", str(draws), "--seed", str(p.seed)),
        *_others(p, plots),
        *("--plots", ",".join(plots)),
        *("--width", f"{layout.width:.12g}", "--height", f"{layout.height:.12g}"),
        *("--theme", layout.style.name),
    ]
    if content.labels and content.labels != default_labels(p.classes):
        for label in content.labels:
            words.append(f"--label={label}")
    if content.options:
        words += ["--options", ",".join(sorted(content.options))]
    if not layout.titles:
        words.append("--no-titles")
    if not layout.captions:
        words.append("--no-captions")
    return words


def _others(parameters: Parameters, plots: list[str]) -> list[str]:
    """Return the options for what is not as it is by default, and is seen in these plots."""
    words = []
    if parameters.mistake is not Mistake.NONE:
        words += ["--mistake", parameters.mistake.value]
    if parameters.selected:
        words += ["--draw", str(parameters.selected)]
    shown: set[str] = set().union(*(plot_type(name).depends for name in plots))
    for name in sorted(KNOBS & shown):
        words += _option(f"--{name.replace('_', '-')}", getattr(parameters, name))
    return words


def _option(option: str, value: object) -> list[str]:
    """Return the words that set a parameter; those that are off or empty have none."""
    if value is False or value == ():
        return []
    if value is True:
        return [option]
    if isinstance(value, StrEnum):
        text = value.value
    else:
        text = ",".join(map(repr, value)) if isinstance(value, tuple) else repr(value)
    return [f"{option}={text}"]  # in one word: a negative value would be taken for an option
