"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gumbel_gui.commands.base import Commands, Parser, UsageError, check_qt, chosen
from gumbel_gui.commands.parameters import add_parameters, given_parameters
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import Declaration
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout
from gumbel_gui.figures.presets import PRESET, PRESETS

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""
ALL = "all"


def add(commands: Commands) -> None:
    """Add the command."""
    render = commands.add_parser("render", help="draw plots into a file, with no display")
    render.set_defaults(command=_render)
    _add_figure(render)
    add_parameters(render)


def _add_figure(render: Parser) -> None:
    """Add the options of the figure and its files."""
    render.add_argument(
        "--plots",
        default="",
        metavar="NAMES",
        help=f"a,b,c,…; a view for all of its plots, {ALL} for those of all views (sample)",
    )
    for each in (PRESET, *LAYOUT.values(), DPI):
        words = "; ".join(filter(None, (each.words, each.note)))
        if isinstance(each.kind, Flag):
            how = argparse.BooleanOptionalAction
            render.add_argument(f"--{each.option}", action=how, default=None, help=words)
            continue
        default = each.kind.write(each.default)
        words += f": {each.kind.allowed()}" + f" ({default})" * bool(default)
        metavar = each.symbol.upper() or each.option.upper()
        render.add_argument(f"--{each.option}", metavar=metavar, help=words)
    render.add_argument(
        "--label", action="append", default=[], help="name of a class; once per class, in order"
    )
    render.add_argument("--options", default="", help="such as noise_histogram.cdf")
    # Who names a file on the command line means it; the window, which proposes names, asks.
    render.add_argument(
        "--output",
        required=True,
        action="append",
        type=Path,
        metavar="FILE",
        help=".png, .svg or .pdf; replaced if it exists; {plot} in it makes a file for each plot; "
        "may be given several times",
    )


def _look(options: argparse.Namespace) -> tuple[Layout, int]:
    """Return layout and dpi: those of the preset, but for what is given."""

    def given(each: Declaration, default: Any) -> Any:
        value = getattr(options, each.option)
        return each.parse(value) if isinstance(value, str) else default if value is None else value

    preset = PRESETS[PRESET.kind.check(PRESET.option, given(PRESET, PRESET.default), None)]
    dpi: int = given(DPI, preset.dpi)
    looks = {name: given(each, getattr(preset.layout, name)) for name, each in LAYOUT.items()}
    return Layout(**looks), dpi


def _plots(text: str) -> list[str]:
    """Return the names of plots in a text, in which views stand for all of theirs."""
    from gumbel_gui.plots import plot_types, plots_of
    from gumbel_gui.plots.base import VIEWS

    groups = {view: list(plots_of(view)) for view in VIEWS}
    groups |= {name: [name] for name in plot_types()} | {ALL: list(plot_types())}
    named = chosen("plots", text or FIRST_VIEW, [*plot_types(), *VIEWS, ALL])
    return list(dict.fromkeys(plot for name in named for plot in groups[name]))


def _render(options: argparse.Namespace) -> None:
    parameters = given_parameters(options)
    layout, dpi = _look(options)
    labels = tuple(options.label)
    if len(labels) > parameters.classes:
        raise UsageError(f"There are {len(labels)} labels, but at most {parameters.classes} fit.")
    check_qt()
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import render
    from gumbel_gui.plots import plot_types

    plots = _plots(options.plots)
    known = [f"{name}.{each}" for name, kind in plot_types().items() for each in kind.option_names]
    switches = frozenset(chosen("options", options.options, known))
    try:
        with application():
            render(options.output, parameters, plots, layout, dpi, labels, switches)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, parameters.classes)) from error
