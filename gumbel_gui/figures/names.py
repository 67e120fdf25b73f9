"""Names of files: their endings, and proposals, which tell a figure from others."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import FORMATS
from gumbel_gui.figures.provenance import shown_parameters
from gumbel_gui.plots import plot_type

SHORT = {"probabilities": "p", "temperature": "t", "draws": "n"}
"""Letters of parameters in a name; others go by their option."""
MANY = 6
"""Of a longer vector a name has only the number of entries."""
LONGEST = 150
"""Characters of a proposal, so that folder and name are a path that Windows takes."""


EACH = "{plot}"
"""Stands for the plot in the name of a file for each."""


def files_of(path: Path, plots: Sequence[str]) -> list[tuple[Path, tuple[str, ...]]]:
    """Return the files that a name stands for, and the plots in each: all, or one with EACH."""
    if EACH not in str(path):
        return [(path, tuple(plots))]
    return [(Path(str(path).replace(EACH, name)), (name,)) for name in plots]


def ending_of(path: Path, endings: Collection[str] = FORMATS.keys()) -> str:
    """Return the ending by which a format is known, in small letters, or nothing."""
    ending = path.suffix.lower().removeprefix(".")
    return ending if ending in endings else ""


def with_ending(path: Path, ending: str, endings: Collection[str] = FORMATS.keys()) -> Path:
    """Return a path with this ending in place of that of a format; any other dot is of the name."""
    if not path.name.strip(".") or ending_of(path, endings) == ending:
        return path
    return path.with_name(f"{path.stem if ending_of(path, endings) else path.name}.{ending}")


def proposed_name(content: Content, *, marks: bool, each: bool = False) -> str:
    """Return a name without an ending: plot or view, p, t, n, seed, and what is not at its default.

    Numbers are rounded, so that figures that hardly differ may have the same name.
    """
    plots = list(content.summaries)
    what = plots[0] if len(plots) == 1 else EACH if each else plot_type(plots[0]).view
    shown = shown_parameters(content.parameters, plots, marks=marks)
    return name_of(what, shown, _options(content))


def name_of(what: str, values: Mapping[str, Any], options: Sequence[str] = ()) -> str:
    """Return a name of what is in a file, and of the parameters with their values.

    Of a file for each plot, it has ``{plot}`` in place of the view. Besides that, it has letters,
    digits and ``.-_`` only, and at most 150 of them.
    """
    name = f"gumbel-{what}"
    for word in [*(_word(*each) for each in values.items()), *options]:
        if len(name) + 1 + len(word) <= LONGEST:
            name += f"-{word}"
    return name


def free(path: Path, plots: Sequence[str] = ()) -> Path:
    """Return the path, with a number at the end of its name if there is a file of that name.

    Args:
        path: which may stand for several files, see ``files_of``.
        plots: one for each of these.
    """
    numbered = (path.with_name(f"{path.stem}-{i}{path.suffix}") for i in itertools.count(2))
    return next(
        each
        for each in itertools.chain([path], numbered)
        if not any(exists(file) for file, _ in files_of(each, plots))
    )


def exists(path: Path) -> bool:
    """Return whether there is a file of that name, as far as can be seen."""
    try:
        return path.exists()
    except (OSError, ValueError):  # an impossible name, or a folder that may not be looked into
        return False


def _options(content: Content) -> list[str]:
    """Return what is switched on in the plots."""
    pairs = (each.split(".") for each in sorted(content.options))
    return [option for plot, option in pairs if plot in content.summaries]


def _word(name: str, value: Any) -> str:
    """Return a parameter in a few letters, such as ``"t0.5"``."""
    if isinstance(value, str):  # a member of an enumeration
        return str(value)
    name = SHORT.get(name, PARAMETERS[name].option)
    if value is True:
        return name
    if not isinstance(value, tuple):
        return name + _written(value, 3)
    if len(value) > MANY:
        return f"{name}-of-{len(value)}"
    return name + "_".join(_written(each, 2) for each in value)


def _written(value: float, digits: int) -> str:
    text = f"{value:.{digits}g}" if isinstance(value, float) else str(value)
    return text.replace("+", "")
