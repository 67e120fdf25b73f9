"""The options of parameters, made from the declarations, and of a file to start from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gumbel_gui.commands.base import Parser, UsageError, check_qt
from gumbel_gui.core.declarations import Declaration
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.language import tr

if TYPE_CHECKING:  # it needs Qt, which not every command does
    from gumbel_gui.figures.experiments.experiment import Experiment


def explained(each: Declaration) -> str:
    """Return the words of a declaration and its note, in the language that is spoken."""
    if not each.note:
        return tr(each.words)
    return tr("{words}; {note}", words=tr(each.words), note=tr(each.note))


def described(each: Declaration, usual: str = "") -> str:
    """Return the help of an option: what it is, what is allowed, and what is usual, if known."""
    words = {"what": explained(each), "allowed": each.kind.allowed(), "usual": usual}
    if usual:
        return tr("{what}: {allowed} ({usual})", **words)
    return tr("{what}: {allowed}", **words)


def add_parameters(parser: Parser) -> None:
    """Add an option for each way to give a declared parameter; one of them can be given.

    And ``--open``, for a file that says what is not given.
    """
    words = tr(
        "start from an experiment file, or from a figure made here; what is given besides wins"
    )
    parser.add_argument("--open", metavar="FILE", help=words)
    for each in PARAMETERS.values():
        ways = parser.add_mutually_exclusive_group()
        for way in each.ways:
            option, words = f"--{way.option}", explained(way)
            if isinstance(way.kind, Flag):
                ways.add_argument(option, action=argparse.BooleanOptionalAction, help=words)
                continue
            words = described(way)
            if way is each:
                words = described(way, way.kind.write(way.default) or tr("the usual ones"))
            ways.add_argument(option, metavar=way.symbol or way.option.upper(), help=words)


def given_experiment(options: argparse.Namespace) -> Experiment:
    """Return all that these options say, and the file to start from.

    Labels and locks of a file stay with classes that there still are, as in the window, where a
    new p opens the locks.

    Raises:
        ParameterError: for a parameter that cannot be.
        UsageError: if the file cannot be opened.
    """
    opened, given = _opened(options), _given(options)
    parameters = _parameters(opened, given)
    check_qt()
    from gumbel_gui.figures.experiments.experiment import Experiment
    from gumbel_gui.plots.words.text import default_labels

    if opened is None:
        return Experiment(parameters)
    classes = parameters.classes
    labels = (
        opened.labels and opened.labels[:classes] + default_labels(classes)[len(opened.labels) :]
    )
    locks = () if "probabilities" in given else opened.locks
    return Experiment(parameters, labels, locks, opened.options, opened.view, opened.figure)


def _parameters(opened: Experiment | None, given: dict[str, Any]) -> Parameters:
    if opened is not None:
        return opened.parameters.changed(**given)
    return Parameters(**{name: each.default for name, each in PARAMETERS.items()} | given)


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """Return the values that are given, by name."""
    values = {}
    for name, each in PARAMETERS.items():
        for way in each.ways:
            given = getattr(options, way.option.replace("-", "_"))
            if given is not None:
                values[name] = way.parse(given) if isinstance(given, str) else given
    return values


def _opened(options: argparse.Namespace) -> Experiment | None:
    """Return what the file to start from says, if there is one."""
    if options.open is None:
        return None
    check_qt()
    from gumbel_gui.figures.errors import OpenError
    from gumbel_gui.figures.experiments.opening import open_file

    try:
        return open_file(Path(options.open))
    except OpenError as error:
        raise UsageError(str(error)) from None
