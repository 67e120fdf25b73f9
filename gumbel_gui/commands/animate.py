"""The command ``animate``: a sweep of t, an annealing or a descent as an animation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gumbel_gui.commands.base import Commands, UsageError, saving
from gumbel_gui.commands.figure import add_figure, given_content
from gumbel_gui.commands.look import FIRST_VIEW, given, given_layout
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.core.checks import refusal
from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.layout import FRAME_LOOK
from gumbel_gui.figures.presets import PRESET, PRESETS
from gumbel_gui.language import tr

if TYPE_CHECKING:
    from gumbel_gui.figures.animations.film import Animation
    from gumbel_gui.figures.animations.motion import Motion
    from gumbel_gui.figures.experiments.experiment import Experiment


def add(commands: Commands) -> None:
    """Add the command."""
    animate = commands.add_parser("animate", help=tr("draw plots that move into a file"))
    animate.set_defaults(command=_animate)
    motions = animate.add_mutually_exclusive_group(required=True)
    motions.add_argument("--sweep", metavar="t:FROM..TO", help=tr("let t go, such as t:2..0.1"))
    motions.add_argument("--anneal", action="store_true", help=tr("let t fall along the schedule"))
    motions.add_argument(
        "--descent", action="store_true", help=tr("go through the descent's steps")
    )
    usual = tr("{view}, or those of what moves", view=FIRST_VIEW)
    add_figure(animate, usual, *FRAME_LOOK.values())
    for name, default, words in (
        ("frames", "60", tr("how many")),
        ("seconds", "4", tr("for all frames")),
        ("hold", "1", tr("seconds for which the last frame stays besides")),
    ):
        animate.add_argument(
            f"--{name}",
            default=default,
            metavar="N",
            help=tr("{what} ({usual})", what=words, usual=default),
        )
    animate.add_argument("--once", action="store_true", help=tr("stop at the end; else begin anew"))
    animate.add_argument(
        "--numbered",
        action="store_true",
        help=tr("a PNG file for each frame: NAME-001.png and so on"),
    )
    animate.add_argument(
        "--output", required=True, metavar="FILE", help=tr(".png or .gif; replaced if it exists")
    )
    add_parameters(animate)


def _animate(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.animations.writing import write_animation
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.targets import ending_of

    path = Path(options.output)
    with saving(experiment.parameters.classes):
        animation = _animation(options, experiment)
        kind = "frames" if options.numbered else ending_of(path, ("png", "gif"))
        with application():
            write_animation(path, kind, animation)


def _animation(options: argparse.Namespace, experiment: Experiment) -> Animation:
    from gumbel_gui.figures.animations.film import Animation
    from gumbel_gui.figures.animations.motion import Timing

    figure, motion = experiment.figure, _motion(options)
    what = given_content(options, experiment, motion.plots)
    usual = PRESETS[PRESET.default].layout_of(len(what["plots"]))
    dpi = FRAME_LOOK["dpi"]
    frames = parse_count("frames", options.frames)
    seconds, hold = (parse_number(name, getattr(options, name)) for name in ("seconds", "hold"))
    return Animation(
        **what,
        motion=motion,
        timing=Timing(frames, seconds, hold, not options.once),
        layout=given_layout(options, figure.layout if figure else usual),
        dpi=dpi.kind.check(dpi.option, given(options, dpi, dpi.default), None),
    )


def _motion(options: argparse.Namespace) -> Motion:
    from gumbel_gui.figures.animations.motion import Annealing, Descent, Motion

    if options.sweep is None:
        return Annealing() if options.anneal else Descent()
    name, _, ends = options.sweep.replace(" ", "").partition(":")
    start, dots, end = ends.partition("..")
    if name != "t" or not dots:
        raise UsageError(refusal("sweep", repr(options.sweep), tr("such as t:2..0.1")))
    return Motion(parse_number("sweep", start), parse_number("sweep", end))
