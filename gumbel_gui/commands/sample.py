"""The command ``sample``: raw draws into a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, saving
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.language import ENGLISH, speaking, tr


def add(commands: Commands) -> None:
    """Add the command."""
    sample = commands.add_parser("sample", help=tr("save raw draws: x, ε, g, class and s of each"))
    sample.set_defaults(command=_sample)
    sample.add_argument(
        "--output", required=True, metavar="FILE", help=tr(".npz or .csv; replaced if it exists")
    )
    add_parameters(sample)


def _sample(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.data.draws import save_draws

    with saving(experiment.parameters.classes), speaking(options.language or ENGLISH):
        save_draws(Path(options.output), experiment)
