"""The command ``data``: the numbers behind a plot."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, UsageError, saving
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.checks import refusal
from gumbel_gui.language import ENGLISH, listed, speaking, tr


def add(commands: Commands) -> None:
    """Add the command."""
    data = commands.add_parser("data", help=tr("save the numbers behind a plot and its caption"))
    data.set_defaults(command=_data)
    data.add_argument(
        "--plot", required=True, metavar="NAME", help=tr("as the command plots lists it")
    )
    add_words(data)
    data.add_argument(
        "--output", required=True, metavar="FILE", help=tr(".csv; replaced if it exists")
    )
    add_parameters(data)


def _data(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.data.tables import check_table, table_text
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import content_of
    from gumbel_gui.figures.targets import write
    from gumbel_gui.plots import plot_types

    if options.plot not in plot_types():
        allowed = tr("one of {names}", names=listed(plot_types()))
        raise UsageError(refusal("plot", repr(options.plot), allowed))
    words = given_labels(options, experiment), given_switches(options, experiment)
    with saving(experiment.parameters.classes):
        path = Path(options.output)
        check_table(path)
        with application():
            content = content_of(experiment.parameters, [options.plot], *words)
            with speaking(options.language or ENGLISH):
                text = table_text(content, options.plot)
            write(path, text)
