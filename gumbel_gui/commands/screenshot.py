"""The command ``screenshot``: a picture of the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, UsageError
from gumbel_gui.core.parsing import parse_count

LEAST_PIXELS, MOST_PIXELS = 200, 8000


def add(commands: Commands) -> None:
    """Add the command."""
    shot = commands.add_parser("screenshot", help="open the window, save a picture of it, quit")
    shot.set_defaults(command=_screenshot)
    shot.add_argument("--size", default="1440x900", help="in pixels (1440x900)")
    shot.add_argument("--theme", default="light", help="light or dark (light)")
    shot.add_argument("--output", required=True, metavar="FILE", help=".png")


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
