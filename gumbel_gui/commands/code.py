"""The command ``code``: a program for another library, on standard output."""

from __future__ import annotations

import argparse

from gumbel_gui.commands.base import Commands, UsageError, say
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.core.checks import refusal
from gumbel_gui.language import ENGLISH, listed, speaking, tr


def add(commands: Commands) -> None:
    """Add the command."""
    code = commands.add_parser(
        "code", help=tr("print a program that draws the same, for a library")
    )
    code.set_defaults(command=_code)
    code.add_argument(
        "--for",
        dest="library",
        required=True,
        metavar="LIBRARY",
        help=tr("numpy, pytorch, jax or tfp"),
    )
    add_parameters(code)


def _code(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.code.libraries import LIBRARIES
    from gumbel_gui.figures.code.program import program

    if options.library not in LIBRARIES:
        allowed = tr("one of {names}", names=listed(LIBRARIES))
        raise UsageError(refusal("for", repr(options.library), allowed))
    with speaking(options.language or ENGLISH):
        text = program(options.library, experiment.parameters, experiment.labels)
    say(text)
