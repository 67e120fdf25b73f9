"""What is drawn into a file, still or moving: plots, look, labels and switches."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from gumbel_gui.commands.base import Parser
from gumbel_gui.commands.look import FIRST_VIEW, add_declared, add_plots, given_plots
from gumbel_gui.commands.words import add_words, given_labels, given_switches
from gumbel_gui.core.declarations import Declaration

if TYPE_CHECKING:  # it needs Qt
    from gumbel_gui.figures.experiments.experiment import Experiment


def add_figure(parser: Parser, usual: str, *look: Declaration) -> None:
    """Add the options; ``usual`` says which plots are drawn if none are named."""
    add_plots(parser, usual)
    add_declared(parser, *look)
    add_words(parser)


def given_content(
    options: argparse.Namespace, experiment: Experiment, usual: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return what is drawn, by the names that ``Animation`` and ``render`` have for it.

    Args:
        options: given on the command line.
        experiment: to start from.
        usual: plots, if neither the options nor a figure to start from name any; if there are
            none, those of a view.
    """
    named = given_plots(options.plots or "") or (experiment.figure and experiment.figure.plots)
    return {
        "parameters": experiment.parameters,
        "plots": tuple(named or usual or given_plots(experiment.view or FIRST_VIEW)),
        "labels": given_labels(options, experiment),
        "options": given_switches(options, experiment),
    }
