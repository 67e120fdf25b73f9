"""What is seen: one file per plot, found by themselves.

A plot turns a chunk of draws into a small summary (NumPy only), and a summary into pictures and
one sentence. A new file here with a ``Plot`` subclass in it is a new plot everywhere.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from gumbel_gui.plots.base import Plot


@cache
def plot_types() -> dict[str, type[Plot]]:
    """Return every concrete plot by name, in the order in which they are shown."""
    found: list[type[Plot]] = []
    for module in pkgutil.iter_modules(__path__):
        members = vars(importlib.import_module(f"{__name__}.{module.name}")).values()
        found += [
            member
            for member in members
            if inspect.isclass(member)
            and issubclass(member, Plot)
            and not inspect.isabstract(member)
            and member.__module__ == f"{__name__}.{module.name}"
        ]
    return {plot.name: plot for plot in sorted(found, key=lambda plot: (plot.order, plot.name))}


def plots_of(view: str) -> dict[str, type[Plot]]:
    """Return the plots of a view by name, in the order in which they are shown."""
    return {name: plot for name, plot in plot_types().items() if plot.view == view}
