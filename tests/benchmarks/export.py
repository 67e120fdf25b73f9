"""A figure for print beside Matplotlib's savefig; raw draws beside numpy.save of what is known."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np
from child import Order, serve
from growth import FOUR
from matplotlib_peer import FourPlots, Numbers
from measure import Row, Side, compared, interleave, same, timed
from PyQt6.QtGui import QImage
from sampling import engine, note, size, whole

from gumbel_gui.figures.data.draws import save_draws
from gumbel_gui.figures.experiments.experiment import Experiment
from gumbel_gui.figures.figure import MM_PER_INCH, Content
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.saving import save
from gumbel_gui.gui import app
from gumbel_gui.plots import plots_of

WIDTH_MM, HEIGHT_MM, DOTS = 180.0, 120.0, 300


def group(order: Order) -> str:
    return f"export on {order.platform}"


def png(order: Order) -> Iterator[Row]:
    application = app._make_application()
    parameters = note(size(order))
    with engine() as draws:
        kinds = plots_of("sample")
        summaries = draws.summarise(parameters, {name: kinds[name].summarise for name in FOUR})
        numbers = Numbers(whole(draws, parameters, "noise"), parameters.p, parameters.temperature)
    content, layout = Content(parameters, summaries), Layout(WIDTH_MM, HEIGHT_MM)
    theirs = FourPlots(order, numbers, (WIDTH_MM / MM_PER_INCH, HEIGHT_MM / MM_PER_INCH)).figure
    with tempfile.TemporaryDirectory() as folder:
        our_file, their_file = Path(folder, "ours.png"), Path(folder, "theirs.png")
        sides = [
            timed("ours", lambda _: save(our_file, content, layout, DOTS)),
            timed("savefig", lambda _: theirs.savefig(their_file, dpi=DOTS)),
        ]
        samples = interleave(sides, order.rounds, order.warm_up)
        check_sizes(our_file, their_file)
    yield compared(
        group(order),
        f"PNG of four plots, {WIDTH_MM:.0f} × {HEIGHT_MM:.0f} mm at {DOTS} dpi, to a file",
        samples,
        "ours",
        "savefig",
        "PNG",
    )
    del application


def npz(order: Order) -> Iterator[Row]:
    """Ours are drawn, too, and have checksums; both reach the disk by fsync, or neither does."""
    parameters = note(size(order))
    with tempfile.TemporaryDirectory() as folder:
        target, known = Path(folder, "ours.npz"), Path(folder, "known.npz")
        save_draws(known, Experiment(parameters))
        with np.load(known) as stored:
            arrays = dict(stored)

        def ours(_: object) -> None:
            save_draws(target, Experiment(parameters))

        def theirs(_: object) -> None:
            for name, array in arrays.items():
                with Path(folder, f"{name}.npy").open("wb") as file:
                    np.save(file, array)
                    file.flush()
                    os.fsync(file.fileno())

        sides = [timed("ours", ours), timed("numpy.save", theirs)]
        synced = interleave(sides, order.rounds, order.warm_up)
        loose = interleave([unsynced(side) for side in sides], order.rounds, order.warm_up)
        with np.load(target) as stored:
            same(all(np.array_equal(stored[n], a) for n, a in arrays.items()), "draws differ")
    for samples, where in ((synced, "both on the disk"), (loose, "both in the system's memory")):
        work = f"UNLIKE WORK: {parameters.draws:,} × 5 drawn and saved as NPZ, known saved, {where}"
        yield compared(group(order), work, samples, "ours", "numpy.save", "NPZ")


def unsynced(side: Side) -> Side:
    """Return a side that does not wait for the disk."""

    def loose(number: int) -> dict[str, float]:
        with patch("os.fsync"):
            return side(number)

    return loose


def check_sizes(*files: Path) -> None:
    """Refuse pictures of other sizes; a pixel of rounding is none."""
    pictures = [QImage(str(file)) for file in files]
    wanted = WIDTH_MM / MM_PER_INCH * DOTS, HEIGHT_MM / MM_PER_INCH * DOTS
    for picture in pictures:
        apart = abs(picture.width() - wanted[0]), abs(picture.height() - wanted[1])
        same(max(apart) <= 1, f"a picture has {picture.width()} × {picture.height()} pixels")


if __name__ == "__main__":
    serve(group, {"PNG": png, "NPZ": npz})
