"""Opening a file: the experiment in it, whether it is an experiment file or a figure."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from gumbel_gui.figures.errors import OpenError, reason
from gumbel_gui.figures.experiments.containers import text_in
from gumbel_gui.figures.experiments.experiment import Experiment, read_experiment
from gumbel_gui.figures.experiments.strict_json import MOST_BYTES
from gumbel_gui.language import tr


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
                raise OpenError(tr("It must be a regular file."))
            return experiment_in(file)
    except OpenError as error:
        raise OpenError(
            tr("{file} cannot be opened: {why}", file=repr(path.name), why=error)
        ) from None
    except OSError as error:
        raise OpenError(
            tr("{file} cannot be opened ({reason}).", file=repr(str(path)), reason=reason(error))
        ) from None
    except ValueError:  # a NUL in the name
        raise OpenError(
            tr("{file} cannot be opened: it is no name of a file.", file=repr(str(path)))
        ) from None


def experiment_in(file: BinaryIO) -> Experiment:
    """Return the experiment in an open file, at whose start it is.

    Raises:
        OpenError: in one sentence.
    """
    return read_experiment(text_in(file))


def fingerprint(path: Path) -> str:
    """Return what tells an experiment file from others by what it holds; "" if there is no file."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return fingerprint_of(file.read(MOST_BYTES + 1))
    except OSError:
        return "unreadable"


def fingerprint_of(data: bytes) -> str:
    """Return the fingerprint of an experiment file that holds this."""
    return hashlib.sha256(data).hexdigest()
