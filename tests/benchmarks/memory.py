"""The memory that endless drawing takes: it must not grow with the number of draws."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing

from child import Order, serve, threads
from growth import FOUR
from measure import Row

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import MAX_DRAWS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots import plots_of

GROUP = "memory"
MEGABYTE = 2**20
PATIENCE = 3000.0


def draw_on(target: int) -> None:
    """Draw without end until so many draws are in; tell the peak of this process's memory."""
    import resource

    kinds = plots_of("sample")
    functions = {name: kinds[name].summarise for name in FOUR}
    start = time.perf_counter()
    with Engine(threads()) as engine:
        # The program, too, keeps drawing by asking for more than anybody will wait for.
        endless = Parameters(NOTE_PROBABILITIES, 0.5, MAX_DRAWS)
        with closing(engine.accumulate(endless, functions)) as steps:
            done = next(step.done for step in steps if step.done >= target)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    told = {"done": done, "peak": peak * unit, "seconds": time.perf_counter() - start}
    sys.stdout.write(json.dumps(told))


def endless(order: Order) -> Iterator[Row]:
    order.peer("resource")  # Windows has none
    few, many = (10**6, 10**7) if order.quick else (10**7, 10**9)
    told = {}
    for target in (few, many):
        child = [sys.executable, __file__, "draw", str(target)]
        answer = subprocess.run(child, stdout=subprocess.PIPE, timeout=PATIENCE, check=True)
        told[target] = json.loads(answer.stdout)
    peaks = {f"{target:,} draws": [told[target]["peak"] / MEGABYTE] for target in told}
    yield Row(
        GROUP,
        f"peak memory of {many:,} endless draws × 5",
        told[many]["peak"] / MEGABYTE,
        told[few]["peak"] / MEGABYTE,
        against=f"{few:,} draws",
        unit="MB",
        share=True,
        goal=1.05,
        samples=peaks,
        note=f"{many:,} draws took {told[many]['seconds']:.0f} s",
    )


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        draw_on(int(sys.argv[2]))
    else:
        serve(lambda _: GROUP, {"endless drawing": endless})
