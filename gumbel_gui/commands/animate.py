"""The command ``animate``: a sweep of t, an annealing or a descent as an animation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gumbel_gui.commands.base import Commands, UsageError, check_qt, chosen
from gumbel_gui.commands.parameters import add_parameters, given_parameters
from gumbel_gui.commands.render import FIRST_VIEW
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parsing import parse_count, parse_number

if TYPE_CHECKING:
    from gumbel_gui.figures.animations.motion import Motion


def add(commands: Commands) -> None:
    """Add the command."""
    animate = commands.add_parser("animate", help="draw plots that move into a file")
    animate.set_defaults(command=_animate)
    motions = animate.add_mutually_exclusive_group(required=True)
    motions.add_argument("--sweep", metavar="t:FROM..TO", help="let t go, such as t:2..0.1")
    motions.add_argument("--anneal", action="store_true", help="let t fall along the schedule")
    motions.add_argument("--descent", action="store_true", help="go through the descent's steps")
    for name, default, words in (
        ("plots", "", "a,b,c,… (those of the Sample view, annealing, or the descent)"),
        ("frames", "60", "how many (60)"),
        ("seconds", "4", "for all frames (4)"),
        ("hold", "1", "seconds for which the last frame stays besides (1)"),
        ("width", "180", "in mm (180)"),
        ("height", "120", "in mm (120)"),
        ("dpi", "144", "of the frames (144)"),
        ("theme", "light", "print, light or dark (light)"),
        ("options", "", "such as noise_histogram.cdf"),
    ):
        animate.add_argument(f"--{name}", default=default, help=words)
    animate.add_argument("--once", action="store_true", help="stop at the end; else begin anew")
    animate.add_argument(
        "--label", action="append", default=[], help="name of a class; once per class, in order"
    )
    for words in ("titles", "captions", "marks"):
        animate.add_argument(f"--no-{words}", action="store_true", help=f"leave the {words} out")
    animate.add_argument(
        "--numbered", action="store_true", help="a PNG file for each frame: NAME-001.png and so on"
    )
    animate.add_argument(
        "--output", required=True, metavar="FILE", help=".png or .gif; replaced if it exists"
    )
    add_parameters(animate)


def _animate(options: argparse.Namespace) -> None:
    parameters = given_parameters(options)
    numbers = {
        name: parse_number(name, getattr(options, name))
        for name in ("seconds", "hold", "width", "height")
    }
    frames, dpi = (parse_count(name, getattr(options, name)) for name in ("frames", "dpi"))
    labels = tuple(options.label)
    if len(labels) > parameters.classes:
        raise UsageError(f"There are {len(labels)} labels, but at most {parameters.classes} fit.")
    check_qt()
    from gumbel_gui.figures.animations.film import Animation
    from gumbel_gui.figures.animations.motion import Timing
    from gumbel_gui.figures.animations.writing import write_animation
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.figure import Layout
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.targets import ending_of
    from gumbel_gui.plots import plot_types, plots_of
    from gumbel_gui.plots.look.style import STYLES

    if options.theme not in STYLES:
        raise UsageError(f"theme is {options.theme!r}, but must be one of {', '.join(STYLES)}.")
    kinds = plot_types()
    plots = tuple(chosen("plots", options.plots, list(kinds)))
    known = [f"{name}.{option}" for name, kind in kinds.items() for option in kind.option_names]
    switches = frozenset(chosen("options", options.options, known))
    parts = {name: not getattr(options, f"no_{name}") for name in ("titles", "captions", "marks")}
    path = Path(options.output)
    try:
        motion = _motion(options)
        timing = Timing(frames, numbers["seconds"], numbers["hold"], not options.once)
        layout = Layout(numbers["width"], numbers["height"], STYLES[options.theme], **parts)
        plots = plots or motion.plots or tuple(plots_of(FIRST_VIEW))
        animation = Animation(parameters, plots, motion, timing, layout, dpi, labels, switches)
        kind = "frames" if options.numbered else ending_of(path, ("png", "gif"))
        with application():
            write_animation(path, kind, animation)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, parameters.classes)) from error


def _motion(options: argparse.Namespace) -> Motion:
    from gumbel_gui.figures.animations.motion import Annealing, Descent, Motion

    if options.sweep is None:
        return Annealing() if options.anneal else Descent()
    name, _, ends = options.sweep.replace(" ", "").partition(":")
    start, dots, end = ends.partition("..")
    if name != "t" or not dots:
        raise UsageError(f"sweep is {options.sweep!r}, but must be such as t:2..0.1.")
    return Motion(parse_number("sweep", start), parse_number("sweep", end))
