"""Plots: one file per plot in the folder of its view; new files are found automatically.

A plot turns a chunk of draws into a small summary (NumPy only), and a summary into pictures and
one sentence. A new file in a view's folder with a ``Plot`` subclass in it is a new plot everywhere.
What is in the folder of a view is imported when that view is first looked at.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from gumbel_gui.plots.base import VIEWS, Plot


@cache
def plots_of(view: str) -> dict[str, type[Plot]]:
    """Return the plots of a view by name, in the order in which they are shown."""
    found: list[type[Plot]] = []
    for name in _modules(view):
        module = importlib.import_module(f"{__name__}.{view}.{name}")
        found += [
            member
            for member in vars(module).values()
            if inspect.isclass(member)
            and issubclass(member, Plot)
            and not inspect.isabstract(member)
            and member.__module__ == module.__name__
        ]
    return {plot.name: plot for plot in sorted(found, key=lambda plot: (plot.order, plot.name))}


@cache
def plot_types() -> dict[str, type[Plot]]:
    """Return every concrete plot by name, view by view, in the order in which they are shown."""
    return {name: plot for view in VIEWS for name, plot in plots_of(view).items()}


def plot_type(name: str) -> type[Plot]:
    """Return the plot of this name, without importing other views than its own.

    Raises:
        KeyError: if there is none.
    """
    for view in VIEWS:
        if name in _modules(view):
            return plots_of(view)[name]
    raise KeyError(name)


@cache
def _modules(view: str) -> frozenset[str]:
    """Return the names of the modules in a view's folder."""
    folders = [f"{path}/{view}" for path in __path__]
    return frozenset(module.name for module in pkgutil.iter_modules(folders))
