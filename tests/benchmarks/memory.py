"""Endless drawing: its time, beside bare random numbers, and its memory, which must not grow."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import numpy as np
from blocks import Blocks
from child import Order, serve, threads
from growth import FOUR
from measure import OURS, Row, compared, compared_plain, interleave, plain, timed

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import MAX_DRAWS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots import plots_of

GROUP = "memory"
MEGABYTE = 2**20
PATIENCE = 3000.0
BARE = "Generator.random, float32"
BLOCK = 65_536


def draw(engine: Engine, target: int, seed: int = 0) -> int:
    """Draw without end until so many draws are in; return how many."""
    kinds = plots_of("sample")
    functions = {name: kinds[name].summarise for name in FOUR}
    # The program, too, keeps drawing by asking for more than anybody will wait for.
    endless = Parameters(NOTE_PROBABILITIES, 0.5, MAX_DRAWS, seed)
    with closing(engine.accumulate(endless, functions)) as steps:
        return next(step.done for step in steps if step.done >= target)


def bare_numbers() -> Callable[[int], object]:
    """Return what lets NumPy draw 5 numbers for each of so many draws, and drop them."""

    def make(i: int, _: int) -> tuple[np.random.Generator, np.ndarray]:
        return np.random.default_rng(i), np.empty((len(NOTE_PROBABILITIES), BLOCK), np.float32)

    blocks = Blocks(threads(), threads(), make)

    def run(target: int) -> object:
        def fill(kept: tuple[np.random.Generator, np.ndarray], _: slice) -> None:
            for _ in range(target // threads() // BLOCK):
                kept[0].random(dtype=np.float32, out=kept[1])

        return blocks.run(fill)

    return run


def alone(target: int) -> None:
    """Draw so many; tell the peak of this process's memory, and the seconds of both sides."""
    import resource

    start = time.perf_counter()
    with Engine(threads()) as engine:
        done = draw(engine, target)
    middle = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bare_numbers()(done)
    told = {"peak": peak * (1 if sys.platform == "darwin" else 1024)}
    told |= {OURS: middle - start, BARE: time.perf_counter() - middle}
    sys.stdout.write(json.dumps(told))


def both_sizes(order: Order) -> Iterator[Row]:
    order.peer("resource")  # Windows has none
    few, many = (10**6, 10**7) if order.quick else (10**7, 10**9)
    told: dict[int, dict[str, Any]] = {}
    for target in (few, many):
        child = [sys.executable, __file__, "alone", str(target)]
        answer = subprocess.run(child, stdout=subprocess.PIPE, timeout=PATIENCE, check=True)
        told[target] = json.loads(answer.stdout)
    peaks = {f"{target:,} draws": [told[target]["peak"] / MEGABYTE] for target in told}
    yield Row(
        GROUP,
        f"peak memory of {many:,} endless draws × 5",
        *(peaks[name][0] for name in reversed(peaks)),
        against=f"{few:,} draws",
        unit="MB",
        goal="memory",
        samples=peaks,
    )
    once = {name: [told[many][name]] for name in (OURS, BARE)}
    work = f"{many:,} endless draws × 5 and four summaries, once; theirs are bare numbers"
    yield compared(GROUP, work, once, OURS, BARE, "endless")
    yield from in_turns(order, few, many, told[many][OURS])


def in_turns(order: Order, size: int, many: int, seconds: float) -> Iterator[Row]:
    """Measure fewer draws, and scale; the note says how far the real time is from that."""
    bare, factor = bare_numbers(), many // size
    with Engine(threads()) as engine:
        sides = [
            timed(OURS, lambda seed: draw(engine, size, seed)),
            *plain(lambda seed: draw(engine, size, seed + 1000)),
            timed(BARE, lambda _: bare(size)),
        ]
        samples = interleave(sides, order.rounds, order.warm_up)
    scaled = {name: [factor * each for each in values] for name, values in samples.items()}
    work = f"the same, median of rounds of {size:,}, scaled by {factor}"
    part = seconds / statistics.median(scaled[OURS])
    note = f"{many:,} in one go took {part:.2f} of that"
    yield compared(GROUP, work, scaled, OURS, BARE, "endless", note)
    yield compared_plain(GROUP, work, scaled, BARE, share=True)


if __name__ == "__main__":
    if sys.argv[1] == "alone":
        alone(int(sys.argv[2]))
    else:
        serve(lambda _: GROUP, {"endless drawing": both_sizes})
