"""How the time of all four summaries grows with the number of draws and of classes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
from child import Order, serve, threads
from measure import Row, Samples, no_collection

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots import plots_of

GROUP = "growth"
FOUR = ("noise_histogram", "class_frequencies", "relaxed_vectors", "relaxed_density")
CLASSES = (4, 8, 16, 32, 64)


def repetitions(order: Order) -> dict[int, int]:
    """Return how often each number of draws is measured: the long ones are steady, and long."""
    if order.quick:
        return {10**4: 2, 10**5: 2}
    return {10**5: order.rounds, 10**6: order.rounds, 10**7: 5, 10**8: 2}


def vector(classes: int) -> tuple[float, ...]:
    """Return the same p every time, without equal entries."""
    return tuple(np.random.default_rng(classes).dirichlet(np.full(classes, 5.0)).tolist())


def measure(works: Mapping[str, tuple[Parameters, int]]) -> Samples:
    """Return the seconds of each work, measured in turns, with noise that is never known.

    Each has an engine of its own, as in a window that stays at it: an engine that is given another
    number of classes lets go of its arrays, and would have to get new ones every time.
    """
    kinds = plots_of("sample")
    functions = {name: kinds[name].summarise for name in FOUR}
    samples: Samples = {name: [] for name in works}
    with ExitStack() as stack, no_collection():
        engines = {name: stack.enter_context(Engine(threads())) for name in works}
        for name, (parameters, _) in works.items():
            warm = replace(parameters, draws=min(parameters.draws, 10**7))
            engines[name].summarise(warm, functions)
        for seed in range(1, 1 + max(times for _, times in works.values())):
            for name, (parameters, times) in works.items():
                if seed <= times:
                    start = time.perf_counter()
                    engines[name].summarise(replace(parameters, seed=seed), functions)
                    samples[name].append(time.perf_counter() - start)
    return samples


def rows(what: str, sizes: list[int], works: dict[str, tuple[Parameters, int]]) -> Iterator[Row]:
    """Measure works of growing size; say the time of each, and the exponent of them all."""
    samples = measure(works)
    medians = [statistics.median(values) for values in samples.values()]
    for (name, values), median in zip(samples.items(), medians, strict=True):
        yield Row(GROUP, name, median, samples={name: values}, note=f"{len(values)} times")
    exponent = float(np.polyfit(np.log(sizes), np.log(medians), 1)[0])
    yield Row(
        GROUP,
        f"exponent of time by number of {what}",
        exponent,
        1.0,
        against="in proportion",
        unit="",
        goal="growth",
    )


def by_draws(order: Order) -> Iterator[Row]:
    sizes = repetitions(order)
    works = {
        f"four summaries of {n:,} × 5, fresh noise": (Parameters(NOTE_PROBABILITIES, 0.5, n), times)
        for n, times in sizes.items()
    }
    yield from rows("draws", list(sizes), works)


def by_classes(order: Order) -> Iterator[Row]:
    n, times = (20_000, 2) if order.quick else (1_000_000, order.rounds)
    works = {
        f"four summaries of {n:,} × {k}, fresh noise": (Parameters(vector(k), 0.5, n), times)
        for k in CLASSES
    }
    yield from rows("classes", list(CLASSES), works)


if __name__ == "__main__":
    serve(lambda _: GROUP, {"by draws": by_draws, "by classes": by_classes})
