"""Frames of a drag in the first view: from a new t or p to pixels, beside Matplotlib."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from child import Order, serve
from growth import vector
from matplotlib_peer import DPI, FourPlots, Numbers
from measure import (
    PLAIN,
    Row,
    Samples,
    Side,
    compared,
    interleave,
    numpy_alone,
    same,
    timed,
)
from sampling import engine, size, temperatures, whole
from window import Program, paint_now, program

from gumbel_gui.core import kernels
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.gui.state.state import LabState

PREVIEW, ALL, PEER = "first picture", "all draws", "Matplotlib"
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


def drag(order: Order, classes: int, moved: str) -> tuple[Samples, str]:
    """Measure moves of t or p at this many classes, in turns with Matplotlib.

    Return what was measured, and how often there was a preview.
    """
    with program() as running, ExitStack() as stack:
        changes, points = moves_of(order, running, classes, moved)
        running.check_painted(changes[-1])
        sides = [ours(running, changes, previews := [])]
        if kernels.COMPILED:
            # Some moves ahead, so that neither finds what the other has just shown.
            sides.append(without_kernels(ours(running, changes[5:], [])))
        with engine() as draws:
            noise = whole(draws, points[0], "noise")
        peer = MatplotlibWindow(order, running, noise, running.lab.window.width() + SPACE)
        stack.callback(peer.canvas.close)
        answer(peer, moved, points[-1])
        peer.check_same(running.lab.result.summaries)
        sides.append(timed(PEER, lambda r: answer(peer, moved, points[r])))
        running.lab.store.begin_gesture()
        samples = interleave(sides, order.rounds, order.warm_up)
        running.lab.store.end_gesture()
    return samples, f"{sum(previews)} of {len(previews)} first pictures were previews"


def moves_of(
    order: Order, running: Program, classes: int, moved: str
) -> tuple[list[Change], list[Parameters]]:
    """Bring the window to where a drag begins; return its moves, and where each one leads."""
    first, count = running.lab.store.state.parameters, order.rounds + 10
    p = NOTE_PROBABILITIES if classes == len(NOTE_PROBABILITIES) else vector(classes)
    start = replace(first, probabilities=p, temperature=0.5, draws=size(order))
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


def drags(order: Order, classes: int, moved: str) -> Iterator[Row]:
    samples, note = drag(order, classes, moved)
    first, last = f"UNLIKE WORK: {PREVIEW}, theirs of all draws", ALL
    for work, what in ((first, PREVIEW), (last, ALL)):
        named = f"drag of {moved}, {classes} classes: {work}"
        goal = f"{what.split()[0]}, Matplotlib" if (classes, moved) == (5, "t") else ""
        yield compared(group(order), named, samples, what, PEER, goal, note)
        if (slow := f"{what}, {PLAIN}") in samples:
            named = f"{named}, without compiled kernels"
            yield compared(group(order), named, samples, slow, PEER)


if __name__ == "__main__":
    serve(
        group,
        {
            f"drag of {moved}, {classes} classes": partial(drags, classes=classes, moved=moved)
            for classes in (5, 64)
            for moved in ("t", "p")
        },
    )
