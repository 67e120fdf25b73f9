"""The command ``plots``: lists the plots there are."""

from __future__ import annotations

import argparse

from gumbel_gui.commands.base import Commands, check_qt, say
from gumbel_gui.language import tr


def add(commands: Commands) -> None:
    """Add the command."""
    plots = commands.add_parser("plots", help=tr("list the plots there are"))
    plots.set_defaults(command=_list_plots)


def _list_plots(_: argparse.Namespace) -> None:
    check_qt()
    from gumbel_gui.plots import plot_types

    say("".join(f"{name:<20} {plot.about}\n" for name, plot in plot_types().items()))
