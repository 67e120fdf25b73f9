"""A figure for print: 180 × 120 mm at 300 dpi, built afresh, beside Matplotlib's savefig."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from child import Order, serve
from growth import FOUR
from matplotlib_peer import FourPlots, Numbers
from measure import Row, compared, interleave, same, timed
from PyQt6.QtGui import QImage
from sampling import engine, note, whole

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
    parameters = note(100_000 if order.quick else 1_000_000)
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
        samples = interleave(sides, order.rounds)
        check_sizes(our_file, their_file)
    yield compared(
        group(order),
        f"PNG of four plots, {WIDTH_MM:.0f} × {HEIGHT_MM:.0f} mm at {DOTS} dpi, to a file",
        samples,
        "ours",
        "savefig",
        at_most=0.7,
    )
    del application


def check_sizes(*files: Path) -> None:
    """Refuse pictures of other sizes; a pixel of rounding is none."""
    pictures = [QImage(str(file)) for file in files]
    wanted = WIDTH_MM / MM_PER_INCH * DOTS, HEIGHT_MM / MM_PER_INCH * DOTS
    for picture in pictures:
        apart = abs(picture.width() - wanted[0]), abs(picture.height() - wanted[1])
        same(max(apart) <= 1, f"a picture has {picture.width()} × {picture.height()} pixels")


if __name__ == "__main__":
    serve(group, {"PNG": png})
