"""Frames of a drag in every view: the first picture, and the one of all draws."""

from __future__ import annotations

from collections.abc import Iterator

from child import Order, serve
from frames import ALL, PREVIEW, moves_of, ours
from measure import Row, interleave
from window import program

from gumbel_gui.plots.base import VIEWS


def group(order: Order) -> str:
    return f"views on {order.platform}"


def drags(order: Order) -> Iterator[Row]:
    for view, title in VIEWS.items():
        for moved in ("p", "t"):
            with program(view) as running:
                changes, _ = moves_of(order, running, 5, moved)
                if moved == "p":  # t alone changes nothing in some views
                    running.check_painted(changes[-1])
                running.lab.store.begin_gesture()
                samples = interleave([ours(running, changes, [])], order.rounds)
                running.lab.store.end_gesture()
            for what in (PREVIEW, ALL):
                times = sorted(samples[what])
                yield Row(
                    group(order),
                    f"drag of {moved}, {title}: {what}",
                    times[len(times) // 2],
                    samples={what: times},
                    note=f"longest {1000 * times[-1]:.0f} ms",
                )


if __name__ == "__main__":
    serve(group, {"drags in all views": drags})
