"""Memory runs out at the k-th allocation of an array, for each k of a whole run of all plots.

``python tests/campaigns/allocations.py [STEP]`` refuses every STEP-th allocation alone, then it and
all after it, in the engine and in the worker. What is not refused in a MemoryError, or by the
worker in one sentence, has to be the result; and so has the next run. It prints a line for each
kind of run, and ends with 1 if anything else came out.
"""

from __future__ import annotations

import os
import pickle
import queue
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PyQt6.QtCore import QCoreApplication, Qt

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.worker.worker import Job, Worker
from gumbel_gui.plots import plot_types
from tests.scarce_memory import ScarceMemory

PARAMETERS = Parameters((1, 2, 3), temperature=0.5, draws=300, seed=2)
EVER = 10**12
REFUSED = "There is not enough memory to draw 3 classes"

Run = Callable[[], Any]


def all_plots() -> tuple[str, ...]:
    """Return the names of all plots that show draws."""
    return tuple(name for name, kind in plot_types().items() if kind.sampled)


def campaign(memory: ScarceMemory, run: Run, again: Run, step: int) -> Counter[str]:
    """Return how often a run was refused, or its result was the same, or another.

    Args:
        memory: of which allocations are refused.
        run: returns a result in words, or None if it was refused, by the memory.
        again: the same with enough memory; a third kind of result is raised.
    """
    memory.refuse(-1)
    right = run()
    assert right is not None and right == again()  # noqa: PT018
    count, outcomes = memory.count, Counter[str]()
    for first in range(0, count, step):
        for last in (first, EVER):
            memory.refuse(first, last)
            found = run()
            memory.refuse(-1)
            name = "refused" if found is None else "the same" if found == right else "ANOTHER"
            outcomes[name] += 1
            outcomes["ANOTHER after it"] += again() != right
    return outcomes


def of_engine(memory: ScarceMemory, engine: Engine, names: tuple[str, ...]) -> tuple[Run, Run]:
    """Return runs of an engine on this thread."""
    kinds = {name: plot_types()[name].summarise for name in names}

    def again() -> Any:
        return pickle.dumps(engine.summarise(PARAMETERS, kinds))

    def run() -> Any:
        try:
            with memory.use():
                return again()
        except MemoryError:
            return None

    return run, again


def of_worker(memory: ScarceMemory, names: tuple[str, ...]) -> tuple[Run, Run, Worker]:
    """Return runs of a worker, and the worker, which is to be stopped."""
    worker = Worker(threads=1)
    work = worker._work
    told: queue.Queue[Any] = queue.Queue()
    scarce = [True]

    def with_memory(job: Job) -> None:
        if not scarce[0]:
            work(job)
            return
        with memory.use():
            work(job)

    worker._work = with_memory  # type: ignore[method-assign]
    direct = Qt.ConnectionType.DirectConnection
    worker.failed.connect(told.put, type=direct)  # type: ignore[call-arg]
    worker.ready.connect(lambda: take(), type=direct)  # type: ignore[call-arg]
    worker.start()

    def take() -> None:
        result = worker.take()
        if result is not None and result.complete:
            told.put(pickle.dumps(result.summaries))

    def once() -> Any:
        worker._cache.clear()
        worker.submit(Job(PARAMETERS, names))
        return told.get()

    def run() -> Any:
        scarce[0] = True
        found = once()
        return None if str(found).startswith(REFUSED) else found

    def again() -> Any:
        scarce[0] = False
        return once()

    return run, again, worker


def main(step: int, names: tuple[str, ...] = ()) -> dict[str, Counter[str]]:
    """Make all runs, print what came of them, and return it."""
    application = QCoreApplication.instance() or QCoreApplication([])
    assert application is not None
    names, found = names or all_plots(), {}
    with tempfile.TemporaryDirectory() as folder, Engine(1) as engine:
        memory = ScarceMemory(Path(folder))
        found["engine"] = campaign(memory, *of_engine(memory, engine, names), step)
        run, again, worker = of_worker(memory, names)
        try:
            found["worker"] = campaign(memory, run, again, step)
        finally:
            worker.stop()
    for name, outcomes in found.items():
        words = ", ".join(f"{count} {what}" for what, count in outcomes.items())
        sys.stdout.write(f"{name}: {words}\n")
    return found


def good(found: dict[str, Counter[str]]) -> bool:
    """Return whether all was refused or the same, and the same after it."""
    wrong = ("ANOTHER", "ANOTHER after it")
    return not any(outcomes[name] for outcomes in found.values() for name in wrong)


if __name__ == "__main__":
    sys.exit(int(not good(main(int(sys.argv[1]) if sys.argv[1:] else 1))))
