"""Frames of a drag: from a new t or p to pixels, beside Matplotlib, and beside empty plots."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from child import Order, serve
from growth import vector
from matplotlib_peer import DPI, FourPlots, Numbers
from measure import (
    PLAIN,
    MissingError,
    Row,
    Samples,
    Side,
    compared,
    interleave,
    numpy_alone,
    same,
    timed,
)
from PyQt6.QtWidgets import QGridLayout, QWidget
from sampling import engine, temperatures, whole
from window import Program, paint_now, program

from gumbel_gui.core import kernels
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.state.state import LabState

PREVIEW, ALL, PEER, EMPTY = "first picture", "all draws", "Matplotlib", "empty plots"
EDGE = 1e-4
"""Share of values that may fall to the other side of a bin's edge: rounding of float32."""
SPACE = 20

Change = Callable[[LabState], LabState]


def group(order: Order) -> str:
    return f"frames on {order.platform}"


def ours(running: Program, changes: Sequence[Change], previews: list[bool]) -> Side:
    """Return the side that times the first picture after a change, and the one of all draws.

    It notes whether the first picture was a preview: a job that is short enough has none.
    """

    def side(number: int) -> dict[str, float]:
        start = time.perf_counter()
        running.edit(changes[number])
        running.seen()
        first = time.perf_counter()
        previews.append(not running.lab.result.complete)
        running.shown()
        return {PREVIEW: first - start, ALL: time.perf_counter() - start}

    return side


def without_kernels(side: Side) -> Side:
    """Return the side that times the same with NumPy alone."""

    def plain(number: int) -> dict[str, float]:
        with numpy_alone():
            return {f"{name}, {PLAIN}": seconds for name, seconds in side(number).items()}

    return plain


def empty_plots(beside: int, sizes: Sequence[Any]) -> tuple[QWidget, Side]:
    """Return four empty plots of these sizes, and the side that times painting them anew."""
    window = QWidget()
    grid = QGridLayout(window)
    views = []
    for i, size in enumerate(sizes):
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


class MatplotlibWindow:
    """Matplotlib's four plots in a window of their own, in the size of our cards."""

    def __init__(self, order: Order, running: Program, noise: np.ndarray, beside: int) -> None:
        order.peer("matplotlib")
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

        p = running.lab.store.state.parameters
        self.numbers = Numbers(noise, p.p, p.temperature)
        view = running.views()[0]
        size = 2 * view.width(), 2 * view.height()
        self.plots = FourPlots(order, self.numbers, (size[0] / DPI, size[1] / DPI))
        self.canvas = FigureCanvasQTAgg(self.plots.figure)
        self.canvas.move(beside, 0)
        self.canvas.resize(*size)
        self.canvas.show()
        paint_now()

    def set_t(self, t: float) -> None:
        self.numbers.set_t(t)
        self.plots.show_t(self.numbers)
        self._draw()

    def set_p(self, p: np.ndarray) -> None:
        self.numbers.set_p(p, self.numbers.t)
        self.plots.show_p(self.numbers)
        self._draw()

    def check_same(self, summaries: dict[str, Any]) -> None:
        """Refuse to compare unless NumPy counts what ours counted."""
        numbers, inner = self.numbers, summaries["noise_histogram"].counts[1:-1]
        inner = inner[: len(numbers.noise_counts)]  # the others are beyond the axis
        for what, mine, theirs in (
            ("noise", inner, numbers.noise_counts),
            ("classes", summaries["class_frequencies"].counts, numbers.class_counts),
            ("entries of s", summaries["relaxed_density"].counts, numbers.density_counts),
        ):
            apart = np.abs(np.asarray(mine) - theirs).sum() / theirs.sum()
            same(apart <= 2 * EDGE, f"a share of {apart:.1e} of the {what} is counted elsewhere")

    def _draw(self) -> None:
        self.canvas.draw()
        paint_now()


def drag(
    order: Order, classes: int, moved: str, *, with_peer: bool = True, with_empty: bool = False
) -> tuple[Samples, str]:
    """Measure moves of t or p at this many classes, in turns with the peers.

    Return what was measured, and how often there was a preview.
    """
    with program() as running, ExitStack() as stack:
        changes, points = moves_of(order, running, classes, moved)
        running.check_painted(changes[-1])
        sides = [ours(running, changes, previews := [])]
        if kernels.COMPILED:
            # Some moves ahead, so that neither finds what the other has just shown.
            sides.append(without_kernels(ours(running, changes[5:], [])))
        beside = running.lab.window.width() + SPACE
        if with_peer:
            with engine() as draws:
                noise = whole(draws, points[0], "noise")
            peer = MatplotlibWindow(order, running, noise, beside)
            stack.callback(peer.canvas.close)
            answer(peer, moved, points[-1])
            peer.check_same(running.lab.result.summaries)
            sides.append(timed(PEER, lambda r: answer(peer, moved, points[r])))
            beside += peer.canvas.width() + SPACE
        if with_empty:
            window, side = empty_plots(beside, [view.size() for view in running.views()])
            stack.callback(window.close)
            sides.append(side)
        running.lab.store.begin_gesture()
        samples = interleave(sides, order.rounds)
        running.lab.store.end_gesture()
    return samples, f"{sum(previews)} of {len(previews)} first pictures were previews"


def moves_of(
    order: Order, running: Program, classes: int, moved: str
) -> tuple[list[Change], list[Parameters]]:
    """Bring the window to where a drag begins; return its moves, and where each one leads."""
    first, count = running.lab.store.state.parameters, order.rounds + 10
    p = first.probabilities if classes == first.classes else vector(classes)
    draws = 100_000 if order.quick else 1_000_000
    start = replace(first, probabilities=p, temperature=0.5, draws=draws)
    running.edit(lambda s: replace(s.with_vector(p), parameters=start))
    running.shown()
    state = running.lab.store.state
    if moved == "t":
        changes = [partial(with_t, t=float(t)) for t in temperatures(count)]
    else:
        shares = np.random.default_rng(3).permutation(np.linspace(0.05, 0.6, count))
        changes = [partial(with_p, p=float(share)) for share in shares]
    return changes, [change(state).parameters for change in changes]


def with_t(state: LabState, t: float) -> LabState:
    return state.with_parameter("temperature", t)


def with_p(state: LabState, p: float) -> LabState:
    return state.with_probability(state.parameters.classes // 2, p)


def answer(peer: MatplotlibWindow, moved: str, parameters: Parameters) -> None:
    """Let Matplotlib show these parameters."""
    if moved == "t":
        peer.set_t(parameters.temperature)
    else:
        peer.set_p(parameters.p)


def drag_of_t(order: Order) -> Iterator[Row]:
    first, last, name = "drag of t: first picture", "drag of t: all draws", group(order)
    try:
        samples, note = drag(order, 5, "t", with_empty=True)
        yield compared(name, first, samples, PREVIEW, PEER, at_least=25, note=note)
        yield compared(name, last, samples, ALL, PEER, at_least=8)
        for work, what in ((first, PREVIEW), (last, ALL)):
            if (slow := f"{what}, {PLAIN}") in samples:
                work = f"{work}, without compiled kernels"
                yield compared(name, work, samples, slow, PEER)
    except MissingError as error:
        yield Row(name, first, note=str(error))
        samples, note = drag(order, 5, "t", with_peer=False, with_empty=True)
    yield compared(name, first, samples, PREVIEW, EMPTY, at_most=8, note=note)


def other_drags(order: Order) -> Iterator[Row]:
    for classes, moved in ((5, "p"), (64, "t"), (64, "p")):
        samples, note = drag(order, classes, moved)
        for what in (PREVIEW, ALL):
            work = f"drag of {moved}, {classes} classes: {what}"
            yield compared(group(order), work, samples, what, PEER, note=note)


if __name__ == "__main__":
    serve(group, {"drag of t": drag_of_t, "drag of p, and with 64 classes": other_drags})
