"""The command ``data``: the numbers behind a plot."""

from __future__ import annotations

import argparse
from pathlib import Path

from gumbel_gui.commands.base import Commands, UsageError
from gumbel_gui.commands.parameters import add_parameters, given_experiment
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.memory import shortage


def add(commands: Commands) -> None:
    """Add the command."""
    data = commands.add_parser("data", help="save the numbers behind a plot and its caption")
    data.set_defaults(command=_data)
    data.add_argument("--plot", required=True, metavar="NAME", help="as the command plots lists it")
    add_words(data)
    data.add_argument("--output", required=True, metavar="FILE", help=".csv; replaced if it exists")
    add_parameters(data)


def _data(options: argparse.Namespace) -> None:
    experiment = given_experiment(options)
    from gumbel_gui.figures.data.tables import check_table, save_table
    from gumbel_gui.figures.errors import ExportError
    from gumbel_gui.figures.offscreen import application
    from gumbel_gui.figures.rendering import content_of
    from gumbel_gui.plots import plot_types

    if options.plot not in plot_types():
        known = ", ".join(plot_types())
        raise UsageError(f"plot is {options.plot!r}, but must be one of {known}.")
    words = given_labels(options, experiment), given_switches(options, experiment)
    try:
        path = Path(options.output)
        check_table(path)
        with application():
            content = content_of(experiment.parameters, [options.plot], *words)
            save_table(path, content, options.plot)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, experiment.parameters.classes)) from error
