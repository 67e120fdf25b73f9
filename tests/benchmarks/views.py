"""Frames of a drag in every view, beside four empty plots: the first picture, and all draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Any

import pyqtgraph as pg
from child import Order, serve
from frames import ALL, PREVIEW, SPACE, moves_of, ours
from measure import Row, Side, compared, interleave, timed
from PyQt6.QtWidgets import QGridLayout, QWidget
from window import Program, paint_now, program

from gumbel_gui.plots.base import VIEWS

EMPTY = "four empty plots"
GOALS_OF = {PREVIEW: {5: "first", 64: "first"}, ALL: {5: "all"}}
FIRST_VIEW = next(iter(VIEWS))


def group(order: Order) -> str:
    return f"views on {order.platform}"


@cache
def sizes() -> Sequence[Any]:
    """Return the sizes of the four plots of the first view."""
    with program(FIRST_VIEW) as running:
        return [view.size() for view in running.views()]


def empty_plots(beside: int) -> tuple[QWidget, Side]:
    """Return four empty plots, and the side that times painting them anew."""
    window = QWidget()
    grid = QGridLayout(window)
    views = []
    for i, size in enumerate(sizes()):
        view = pg.GraphicsLayoutWidget()
        view.addItem(pg.PlotItem())
        view.setFixedSize(size)
        grid.addWidget(view, i // 2, i % 2)
        views.append(view)
    window.move(beside, 0)
    window.show()

    def paint(_: int) -> None:
        for view in views:
            view.viewport().update()
        paint_now()

    return window, timed(EMPTY, paint)


def drags(order: Order, view: str) -> Iterator[Row]:
    sizes()
    with program(view) as running:
        window, empty = empty_plots(running.lab.window.width() + SPACE)
        for classes in (5, 64):
            for moved in ("p", "t"):
                yield from drag(order, running, empty, view, classes, moved)
        window.close()


def drag(
    order: Order, running: Program, empty: Side, view: str, classes: int, moved: str
) -> Iterator[Row]:
    changes, _ = moves_of(order, running, classes, moved)
    if moved == "p":  # t alone changes nothing in some views
        running.check_painted(changes[-1])
    running.lab.store.begin_gesture()
    samples = interleave([ours(running, changes, []), empty], order.rounds, order.warm_up)
    running.lab.store.end_gesture()
    for what in (PREVIEW, ALL):
        work = f"drag of {moved}, {classes} classes, {VIEWS[view]}: {what}"
        goal = GOALS_OF[what].get(classes, "all 64" if view == FIRST_VIEW else "")
        note = f"longest {1000 * max(samples[what]):.0f} ms"
        yield compared(group(order), work, samples, what, EMPTY, goal, note, share=True)


if __name__ == "__main__":
    serve(group, {title: partial(drags, view=view) for view, title in VIEWS.items()})
