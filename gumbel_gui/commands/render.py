"""The command ``render``: plots into a file, with no display."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, Parser, UsageError, check_qt, chosen
from gumbel_gui.commands.parameters import add_parameters, given_parameters
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parsing import parse_count, parse_number

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""


def add(commands: Commands) -> None:
    """Add the command."""
    render = commands.add_parser("render", help="draw plots into a file, with no display")
    render.set_defaults(command=_render)
    _add_figure(render)
    add_parameters(render)


def _add_figure(render: Parser) -> None:
    """Add the options of the figure and its file."""

    def add(name: str, default: str, words: str, metavar: str | None = None) -> None:
        words = f"{words} ({default or 'the Sample view'})"
        render.add_argument(f"--{name}", default=default, metavar=metavar, help=words)

    add("plots", "", "a,b,c,…", "NAMES")
    add("width", "180", "in mm", "MM")
    add("height", "120", "in mm", "MM")
    add("dpi", "300", "of a PNG", "DPI")
    add("theme", "print", "print, light or dark")
    render.add_argument(
        "--label", action="append", default=[], help="name of a class; once per class, in order"
    )
    render.add_argument("--options", default="", help="such as noise_histogram.cdf")
    for words in ("titles", "captions", "marks"):
        render.add_argument(f"--no-{words}", action="store_true", help=f"leave the {words} out")
    # Who names a file on the command line means it; the window, which proposes names, asks.
    render.add_argument(
        "--output", required=True, metavar="FILE", help=".png, .svg or .pdf; replaced if it exists"
    )


def _render(options: argparse.Namespace) -> None:
    parameters = given_parameters(options)
    width, height = (parse_number(name, getattr(options, name)) for name in ("width", "height"))
    dpi = parse_count("dpi", options.dpi)
    labels = tuple(options.label)
    if len(labels) > parameters.classes:
        raise UsageError(f"There are {len(labels)} labels, but at most {parameters.classes} fit.")
    check_qt()
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.figure import Layout
    from gumbel_gui.figures.rendering import render
    from gumbel_gui.plots import plot_types, plots_of
    from gumbel_gui.plots.look.style import STYLES

    plots, kinds = chosen("plots", options.plots, list(plot_types())), plot_types().items()
    known = [f"{name}.{option}" for name, kind in kinds for option in kind.option_names]
    switches = frozenset(chosen("options", options.options, known))
    if options.theme not in STYLES:
        raise UsageError(f"theme is {options.theme!r}, but must be one of {', '.join(STYLES)}.")
    words = (not options.no_titles, not options.no_captions, not options.no_marks)
    try:
        layout = Layout(width, height, STYLES[options.theme], *words)
        from gumbel_gui.figures.offscreen import application

        with application():
            plots = plots or list(plots_of(FIRST_VIEW))
            render(Path(options.output), parameters, plots, layout, dpi, labels, switches)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, parameters.classes)) from error
