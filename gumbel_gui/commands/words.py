"""The options of what a plot says besides its parameters: labels of classes, and its switches."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gumbel_gui.commands.base import Parser, UsageError, chosen
from gumbel_gui.language import tr

if TYPE_CHECKING:  # it needs Qt, which not every command does
    from gumbel_gui.figures.experiments.experiment import Experiment


def add_words(parser: Parser) -> None:
    """Add the options."""
    words = tr("name of a class; once per class, in order")
    parser.add_argument("--label", action="append", help=words)
    parser.add_argument("--options", help=tr("such as noise_histogram.cdf"))


def given_labels(options: argparse.Namespace, experiment: Experiment) -> tuple[str, ...]:
    """Return the labels that are given, else those of the file to start from."""
    given, classes = options.label, experiment.parameters.classes
    if given and len(given) > classes:
        raise UsageError(
            tr("There are {n} labels, but at most {most} fit.", n=len(given), most=classes)
        )
    return tuple(given) if given else experiment.labels


def given_switches(options: argparse.Namespace, experiment: Experiment) -> frozenset[str]:
    """Return the options of plots that are given, else those of the file to start from."""
    from gumbel_gui.plots import plot_types

    if options.options is None:
        return experiment.options
    kinds = plot_types().items()
    known = [f"{name}.{option}" for name, kind in kinds for option in kind.option_names]
    return frozenset(chosen("options", options.options, known))
