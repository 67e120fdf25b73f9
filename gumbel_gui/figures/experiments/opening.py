"""Opening a file: the experiment in it, whether it is an experiment file or a figure."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments.containers import text_in
from gumbel_gui.figures.experiments.experiment import Experiment, read_experiment


def open_file(path: Path) -> Experiment:
    """Return the experiment in a file: .gumbel.json, PNG, SVG, PDF, CSV or NPZ, told by contents.

    Raises:
        OpenError: in one sentence, which names the file.
    """
    try:
        # So that opening a pipe does not wait for who writes into it.
        opened = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with open(opened, "rb") as file:
            if not stat.S_ISREG(os.fstat(opened).st_mode):
                raise OpenError("It must be a regular file.")
            return experiment_in(file)
    except OpenError as error:
        raise OpenError(f"{path.name!r} cannot be opened: {error}") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OpenError(f"{str(path)!r} cannot be opened ({reason}).") from None
    except ValueError:  # a NUL in the name
        raise OpenError(f"{str(path)!r} cannot be opened: it is no name of a file.") from None


def experiment_in(file: BinaryIO) -> Experiment:
    """Return the experiment in an open file, at whose start it is.

    Raises:
        OpenError: in one sentence.
    """
    return read_experiment(text_in(file))
