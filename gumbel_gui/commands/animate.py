"""The command ``animate``: a sweep of t, an annealing or a descent as an animation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gumbel_gui.commands.base import Commands, Parser, UsageError, chosen
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout

if TYPE_CHECKING:
    from gumbel_gui.figures.animations.film import Animation
    from gumbel_gui.figures.animations.motion import Motion
    from gumbel_gui.figures.experiments.experiment import Experiment

FIRST_VIEW = "sample"
DEFAULT_DPI = "144"


def add(commands: Commands) -> None:
    """Add the command."""
    animate = commands.add_parser("animate", help="draw plots that move into a file")
    animate.set_defaults(command=_animate)
    motions = animate.add_mutually_exclusive_group(required=True)
    motions.add_argument("--sweep", metavar="t:FROM..TO", help="let t go, such as t:2..0.1")
    motions.add_argument("--anneal", action="store_true", help="let t fall along the schedule")
    motions.add_argument("--descent", action="store_true", help="go through the descent's steps")
    for name, default, words in (
        ("frames", "60", "how many"),
        ("seconds", "4", "for all frames"),
        ("hold", "1", "seconds for which the last frame stays besides"),
    ):
        animate.add_argument(f"--{name}", default=default, metavar="N", help=f"{words} ({default})")
    animate.add_argument("--once", action="store_true", help="stop at the end; else begin anew")
    animate.add_argument(
        "--numbered", action="store_true", help="a PNG file for each frame: NAME-001.png and so on"
    )
    _add_look(animate)
    animate.add_argument(
        "--output", required=True, metavar="FILE", help=".png or .gif; replaced if it exists"
    )
    add_parameters(animate)


def _add_look(animate: Parser) -> None:
    words = "a,b,c,… (those of the Sample view, of the annealing, or of the descent)"
    animate.add_argument("--plots", metavar="NAMES", help=words)
    for each in LAYOUT.values():
        if isinstance(each.kind, Flag):
            how = argparse.BooleanOptionalAction
            animate.add_argument(f"--{each.option}", action=how, help=each.words)
        else:
            default = each.kind.write(each.default)
            words = f"{each.words}: {each.kind.allowed()}" + f" ({default})" * bool(default)
            animate.add_argument(f"--{each.option}", metavar=each.option.upper(), help=words)
    animate.add_argument(
        "--dpi", default=DEFAULT_DPI, metavar="DPI", help=f"of the frames ({DEFAULT_DPI})"
    )
    animate.add_argument(
        "--label", action="append", help="name of a class; once per class, in order"
    )
    animate.add_argument("--options", help="such as noise_histogram.cdf")


def _animate(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.animations.writing import write_animation
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.targets import ending_of

    path = Path(options.output)
    try:
        animation = _animation(options, experiment)
        kind = "frames" if options.numbered else ending_of(path, ("png", "gif"))
        with application():
            write_animation(path, kind, animation)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, experiment.parameters.classes)) from error


def _animation(options: argparse.Namespace, experiment: Experiment) -> Animation:
    from gumbel_gui.figures.animations.film import Animation
    from gumbel_gui.figures.animations.motion import Timing
    from gumbel_gui.plots import plot_types, plots_of

    kinds, motion = plot_types(), _motion(options)
    labels = tuple(options.label or experiment.labels)
    if len(labels) > experiment.parameters.classes:
        fit = experiment.parameters.classes
        raise UsageError(f"There are {len(labels)} labels, but at most {fit} fit.")
    opened = experiment.figure.plots if experiment.figure else ()
    plots = tuple(chosen("plots", options.plots or "", list(kinds))) or opened or motion.plots
    known = [f"{name}.{option}" for name, kind in kinds.items() for option in kind.option_names]
    switches = frozenset(chosen("options", options.options or "", known))
    frames = parse_count("frames", options.frames)
    seconds, hold = (parse_number(name, getattr(options, name)) for name in ("seconds", "hold"))
    return Animation(
        experiment.parameters,
        plots or tuple(plots_of(experiment.view or FIRST_VIEW)),
        motion,
        Timing(frames, seconds, hold, not options.once),
        _layout(options, experiment.figure.layout if experiment.figure else Layout()),
        DPI.kind.check("dpi", parse_count("dpi", options.dpi), None),
        labels,
        experiment.options if options.options is None else switches,
    )


def _layout(options: argparse.Namespace, start: Layout) -> Layout:
    """Return a layout with what is given in place of what a file says."""
    values = {}
    for name, each in LAYOUT.items():
        given = getattr(options, each.option)
        value = each.parse(given) if isinstance(given, str) else given
        values[name] = getattr(start, name) if value is None else value
    return Layout(**values)


def _motion(options: argparse.Namespace) -> Motion:
    from gumbel_gui.figures.animations.motion import Annealing, Descent, Motion

    if options.sweep is None:
        return Annealing() if options.anneal else Descent()
    name, _, ends = options.sweep.replace(" ", "").partition(":")
    start, dots, end = ends.partition("..")
    if name != "t" or not dots:
        raise UsageError(f"sweep is {options.sweep!r}, but must be such as t:2..0.1.")
    return Motion(parse_number("sweep", start), parse_number("sweep", end))
