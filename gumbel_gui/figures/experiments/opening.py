"""Opening a file: the experiment in it, whether it is a file of experiments or a figure."""

from __future__ import annotations

from pathlib import Path

from gumbel_gui.figures.experiments.experiment import Experiment


def open_file(path: Path) -> Experiment:
    """Return the experiment in a file: .gumbel.json, PNG, SVG or PDF, told by its contents.

    Raises:
        OpenError: in one sentence.
    """
    raise NotImplementedError
