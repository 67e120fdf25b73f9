"""The command ``screenshot``: a picture of the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, UsageError
from gumbel_gui.core.checks import refusal
from gumbel_gui.core.parsing import parse_count
from gumbel_gui.language import tr

LEAST_PIXELS, MOST_PIXELS = 200, 8000


def add(commands: Commands) -> None:
    """Add the command."""
    shot = commands.add_parser("screenshot", help=tr("open the window, save a picture of it, quit"))
    shot.set_defaults(command=_screenshot)
    shot.add_argument("--size", default="1440x900", help=tr("in pixels (1440x900)"))
    shot.add_argument("--theme", default="light", help=tr("light, dark or contrast (light)"))
    shot.add_argument("--output", required=True, metavar="FILE", help=".png")


def _screenshot(options: argparse.Namespace) -> None:
    from gumbel_gui.gui.system.display import why_no_window

    width, _, height = options.size.partition("x")
    size = parse_count("size", width), parse_count("size", height)
    if not all(LEAST_PIXELS <= side <= MOST_PIXELS for side in size):
        least, most = (f"{side}x{side}" for side in (LEAST_PIXELS, MOST_PIXELS))
        allowed = tr("from {least} to {most} pixels", least=least, most=most)
        raise UsageError(refusal("size", repr(options.size), allowed))
    if not options.output.lower().endswith(".png"):
        raise UsageError(
            tr(
                "output is {file}, but must end in {endings}.",
                file=repr(options.output),
                endings=".png",
            )
        )
    if options.theme not in ("light", "dark", "contrast"):
        raise UsageError(refusal("theme", repr(options.theme), tr("light, dark or contrast")))
    if reason := why_no_window():
        raise UsageError(reason)
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.gui.app import screenshot

    try:
        screenshot(Path(options.output), size, options.theme)
    except ExportError as error:
        raise UsageError(str(error)) from error
