"""Raw draws in a file: x, ε, g, class and s of every draw, streamed in constant memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from gumbel_gui import __version__
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.figures.data.draws_csv import CsvDraws
from gumbel_gui.figures.data.npz import NpzDraws
from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.figures.targets import check_place, check_room, ending_of, writing

ENDINGS = {"npz": "NumPy arrays", "csv": "Text table"}
"""Of the files, with what is in them."""


def save_draws(
    path: Path,
    parameters: Parameters,
    labels: tuple[str, ...] = (),
    proceed: Callable[[float], bool] = lambda _: True,
) -> None:
    """Write all draws of these parameters into a ``.npz`` or ``.csv`` file, as the ending says.

    The target is replaced when everything is on the disk; else it is as it was.

    Args:
        path: of the file.
        parameters: what is drawn.
        labels: of the classes, if they have any.
        proceed: told again and again what share is done; returns whether to go on.

    Raises:
        ExportError: if it cannot be written, in one sentence.
        CancelledError: if it was not to go on.
    """
    ending = ending_of(path, ENDINGS)
    check_place(path)
    experiment = _experiment(parameters, labels)
    draws = (
        NpzDraws(parameters, experiment)
        if ending == "npz"
        else CsvDraws(parameters, f"Gumbel GUI {__version__}\nexperiment: {experiment}")
    )
    check_room(path, draws.size)
    with writing(path) as file, closing(draws.write(file)) as steps:
        for done in steps:
            if not proceed(done / parameters.draws):
                raise CancelledError


def _experiment(parameters: Parameters, labels: tuple[str, ...]) -> str:
    values = {}
    for name, each in PARAMETERS.items():
        way = each.way_of(getattr(parameters, name))
        values[way.option] = way.kind.write(getattr(parameters, name))
    return json.dumps({"version": __version__, "labels": labels, **values}, ensure_ascii=True)
