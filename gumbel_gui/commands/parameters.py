"""The options of parameters: one for each way to give one, made from the declarations."""

from __future__ import annotations

import argparse

from gumbel_gui.commands.base import Parser
from gumbel_gui.core.kinds import Flag
from gumbel_gui.core.parameters import PARAMETERS, Parameters


def add_parameters(parser: Parser) -> None:
    """Add an option for each way to give a declared parameter; one of them can be given."""
    for each in PARAMETERS.values():
        ways = parser.add_mutually_exclusive_group()
        for way in each.ways:
            option, words = f"--{way.option}", way.words + (f"; {way.note}" if way.note else "")
            if isinstance(way.kind, Flag):
                ways.add_argument(option, action="store_true", default=None, help=words)
                continue
            words += f": {way.kind.allowed()}"
            if way is each:
                words += f" ({way.kind.write(way.default) or 'the usual ones'})"
            ways.add_argument(option, metavar=way.symbol or way.option.upper(), help=words)


def given_parameters(options: argparse.Namespace) -> Parameters:
    """Return the parameters in these options; raise a ParameterError for one that cannot be."""
    values = {name: each.default for name, each in PARAMETERS.items()}
    for name, each in PARAMETERS.items():
        for way in each.ways:
            given = getattr(options, way.option.replace("-", "_"))
            if given is not None:
                values[name] = way.parse(given) if isinstance(given, str) else given
    return Parameters(**values)
