"""Commands of the command line: render, plots, screenshot.

Qt is imported only if it is needed, after a check that it can run.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from gumbel_gui import __version__
from gumbel_gui.core import kernels
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.core.parsing import parse_count, parse_number

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""
LEAST_PIXELS, MOST_PIXELS = 200, 8000


class UsageError(Exception):
    """Bad input on the command line; its text is one sentence for the user."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence each."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise UsageError(message[0].upper() + message[1:] + ".")

    def _print_message(self, message: str, *_: object, **__: object) -> None:
        say(message)  # argparse passes over errors


def say(text: str) -> None:
    """Print a text on standard output.

    Raises:
        UsageError: if that cannot be written to.
        BrokenPipeError: if its reader has ended.
    """
    try:
        if sys.stdout is None:  # it is closed, or this is pythonw
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        print(text, end="", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"Standard output must be one that can be written to ({reason})."
        ) from None


def carry_out(words: Sequence[str]) -> None:
    """Run the command in these words.

    Raises:
        UsageError: if it cannot be run, in one sentence.
        ParameterError: for a parameter that cannot be used.
    """
    options = _parser().parse_args(_with_negative_values(words))
    command: Callable[[argparse.Namespace], None] = options.command
    command(options)


def _parser() -> Parser:
    parser = Parser(
        prog="gumbel-gui",
        description="A laboratory for the Gumbel-softmax trick. Without a command: the window.",
    )
    version = f"Gumbel GUI {__version__} ({kernels.described()})"
    parser.add_argument("--version", action="version", version=version)
    parser.set_defaults(command=_missing)
    commands = parser.add_subparsers(title="commands", metavar="command", parser_class=Parser)

    render = commands.add_parser("render", help="draw plots into a file, with no display")
    render.set_defaults(command=_render)
    _add_figure(render)
    _add_parameters(render)

    plots = commands.add_parser("plots", help="list the plots there are")
    plots.set_defaults(command=_list_plots)

    shot = commands.add_parser("screenshot", help="open the window, save a picture of it, quit")
    shot.set_defaults(command=_screenshot)
    shot.add_argument("--size", default="1440x900", help="in pixels (1440x900)")
    shot.add_argument("--theme", default="light", help="light or dark (light)")
    shot.add_argument("--output", required=True, metavar="FILE", help=".png")
    return parser


def _missing(_: argparse.Namespace) -> None:
    raise UsageError("There is no command, but one of render, plots and screenshot is needed.")


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


def _add_parameters(render: Parser) -> None:
    """Add an option for each way to give a declared parameter; one of them can be given."""
    for each in PARAMETERS.values():
        ways = render.add_mutually_exclusive_group()
        for way in each.ways:
            option, words = f"--{way.option}", way.words + (f"; {way.note}" if way.note else "")
            if isinstance(way.kind, Flag):
                ways.add_argument(option, action="store_true", default=None, help=words)
                continue
            words += f": {way.kind.allowed()}"
            if way is each:
                words += f" ({way.kind.write(way.default) or 'the usual ones'})"
            ways.add_argument(option, metavar=way.symbol or way.option.upper(), help=words)


def _with_negative_values(words: Sequence[str]) -> list[str]:
    """Join an option and a value such as -0.1,0.5 or -inf, which argparse takes for an option."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        if word[:1] == "-" != word[1:2] and word != "-h" and last[:2] == "--" and "=" not in last:
            joined[-1] = f"{last}={word}"
        else:
            joined.append(word)
    return joined


def _screenshot(options: argparse.Namespace) -> None:
    from gumbel_gui.gui.system.display import why_no_window

    width, _, height = options.size.partition("x")
    size = parse_count("size", width), parse_count("size", height)
    if not all(LEAST_PIXELS <= side <= MOST_PIXELS for side in size):
        allowed = f"{LEAST_PIXELS}x{LEAST_PIXELS} to {MOST_PIXELS}x{MOST_PIXELS} pixels"
        raise UsageError(f"size is {options.size!r}, but must be from {allowed}.")
    if not options.output.lower().endswith(".png"):
        raise UsageError(f"output is {options.output!r}, but must end in .png.")
    if options.theme not in ("light", "dark"):
        raise UsageError(f"theme is {options.theme!r}, but must be light or dark.")
    if reason := why_no_window():
        raise UsageError(reason)
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.gui.app import screenshot

    try:
        screenshot(Path(options.output), size, options.theme)
    except ExportError as error:
        raise UsageError(str(error)) from error


def _list_plots(_: argparse.Namespace) -> None:
    _check_qt()
    from gumbel_gui.plots import plot_types

    say("".join(f"{name:<20} {plot.about}\n" for name, plot in plot_types().items()))


def _parameters(options: argparse.Namespace) -> Parameters:
    values = {name: each.default for name, each in PARAMETERS.items()}
    for name, each in PARAMETERS.items():
        for way in each.ways:
            given = getattr(options, way.option.replace("-", "_"))
            if given is not None:
                values[name] = way.parse(given) if isinstance(given, str) else given
    return Parameters(**values)


def _render(options: argparse.Namespace) -> None:
    parameters = _parameters(options)
    width, height = (parse_number(name, getattr(options, name)) for name in ("width", "height"))
    dpi = parse_count("dpi", options.dpi)
    labels = tuple(options.label)
    if len(labels) > parameters.classes:
        raise UsageError(f"There are {len(labels)} labels, but at most {parameters.classes} fit.")
    _check_qt()
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.figure import Layout
    from gumbel_gui.figures.rendering import render
    from gumbel_gui.plots import plot_types, plots_of
    from gumbel_gui.plots.look.style import STYLES

    plots, kinds = _chosen("plots", options.plots, list(plot_types())), plot_types().items()
    known = [f"{name}.{option}" for name, kind in kinds for option in kind.option_names]
    switches = frozenset(_chosen("options", options.options, known))
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


def _chosen(field: str, text: str, known: Sequence[str]) -> list[str]:
    chosen = [name.strip() for name in text.split(",") if name.strip()]
    for name in chosen:
        if name not in known:
            raise UsageError(f"{field} holds {name!r}, but must be among {', '.join(known)}.")
    return list(dict.fromkeys(chosen))


def _check_qt() -> None:
    from gumbel_gui.figures.offscreen import why_no_qt

    if reason := why_no_qt():
        raise UsageError(reason)
