"""The options of a figure's look, made from the declarations, and the plots that are drawn."""

from __future__ import annotations

import argparse
from typing import Any

from gumbel_gui.commands.base import Parser, chosen
from gumbel_gui.commands.parameters import described
from gumbel_gui.core.declarations import Declaration
from gumbel_gui.core.kinds import Flag
from gumbel_gui.figures.layout import LAYOUT, Layout
from gumbel_gui.language import tr

FIRST_VIEW = "sample"
"""Plots of this view are drawn if none are named."""
ALL = "all"


def add_plots(parser: Parser, usual: str) -> None:
    """Add the option of the plots; ``usual`` says which they are if none are named."""
    words = tr(
        "a,b,c,…; a view for all of its plots, {all} for those of all views ({usual})",
        all=ALL,
        usual=usual,
    )
    parser.add_argument("--plots", metavar="NAMES", help=words)


def add_declared(parser: Parser, *declarations: Declaration) -> None:
    """Add an option for each declaration."""
    for each in declarations:
        if isinstance(each.kind, Flag):
            what = tr(each.words)
            on = tr("{what} (yes)", what=what) if each.default else tr("{what} (no)", what=what)
            parser.add_argument(f"--{each.option}", action=argparse.BooleanOptionalAction, help=on)
            continue
        words = described(each, each.kind.write(each.default))
        metavar = each.symbol.upper() or each.option.upper()
        parser.add_argument(f"--{each.option}", metavar=metavar, help=words)


def given(options: argparse.Namespace, each: Declaration, start: Any) -> Any:
    """Return the value of a declared option, or ``start`` if it is not given, or not offered."""
    value = getattr(options, each.option, None)
    return each.parse(value) if isinstance(value, str) else start if value is None else value


def given_layout(options: argparse.Namespace, start: Layout) -> Layout:
    """Return a layout with what is given in place of what it starts from."""
    looks = {name: given(options, each, getattr(start, name)) for name, each in LAYOUT.items()}
    return Layout(**looks)


def given_plots(text: str) -> list[str]:
    """Return the names of plots in a text, in which views stand for all of theirs.

    Only what is named is imported: all views take as long as a figure.
    """
    from gumbel_gui.plots import plot_type, plot_types, plots_of
    from gumbel_gui.plots.base import VIEWS

    found: list[str] = []
    for name in filter(None, map(str.strip, text.split(","))):
        if name == ALL or name in VIEWS:
            found += plot_types() if name == ALL else plots_of(name)
            continue
        try:
            found.append(plot_type(name).name)
        except KeyError:
            chosen("plots", name, [*plot_types(), *VIEWS, ALL])
    return list(dict.fromkeys(found))
