"""Raw draws in a file: x, ε, g, class and s of every draw, streamed in constant memory."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from gumbel_gui import __version__
from gumbel_gui.figures.data.draws_csv import CsvDraws
from gumbel_gui.figures.data.npz import NpzDraws
from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.figures.experiments.containers import csv_line
from gumbel_gui.figures.experiments.experiment import Experiment, one_line
from gumbel_gui.figures.targets import check_place, check_room, ending_of, writing
from gumbel_gui.language import mark

ENDINGS = {"npz": mark("NumPy arrays"), "csv": mark("Text table")}
"""Of the files, with what is in them."""


def save_draws(
    path: Path,
    experiment: Experiment,
    proceed: Callable[[float], bool] = lambda _: True,
) -> None:
    """Write all draws of an experiment into a ``.npz`` or ``.csv`` file, as the ending says.

    The target is replaced when everything is on the disk; else it is as it was.

    Args:
        path: of the file.
        experiment: what is drawn; it is in the file, too.
        proceed: told again and again what share is done; returns whether to go on.

    Raises:
        ExportError: if it cannot be written, in one sentence.
        CancelledError: if it was not to go on.
    """
    ending = ending_of(path, ENDINGS)
    check_place(path)
    parameters, text = experiment.parameters, one_line(experiment)
    draws = (
        NpzDraws(parameters, text)
        if ending == "npz"
        else CsvDraws(parameters, f"# Gumbel GUI {__version__}\n{csv_line(text)}\n")
    )
    check_room(path, draws.size)
    with writing(path) as file, closing(draws.write(file)) as steps:
        for done in steps:
            if not proceed(done / parameters.draws):
                raise CancelledError
