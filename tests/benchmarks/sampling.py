"""Drawing and relaxing fresh noise, beside NumPy, PyTorch, JAX and numba."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from child import Order, serve, threads
from fresh_peers import Way, compiled_ways, jax_ways, numba_ways, numpy_ways, torch_ways
from measure import OURS, Row, beside, interleave, plain, same, timed

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters

GROUP = "sampling"
T = 0.5
OTHERS = 1000
"""First seed of what must not find noise that is kept."""
ERRORS = 6
"""Standard errors by which two random results may differ: one pair in 500 million does."""
RARE = 1e-5
"""The share of vectors that may be NaN: the noise of some peers is infinite now and then."""

Ways = Callable[[Order, int, np.ndarray, float], Mapping[str, Way]]


def size(order: Order) -> int:
    return 80_000 if order.quick else 1_000_000


def engine() -> Engine:
    return Engine(threads())


def note(n: int, seed: int = 0, t: float = T) -> Parameters:
    return Parameters(NOTE_PROBABILITIES, t, n, seed)


def log_p() -> np.ndarray:
    """Return ln p, (K, 1)."""
    return np.log(note(1).p).astype(np.float32)[:, None]


def temperatures(rounds: int) -> np.ndarray:
    """Return as many different t, in no order, over two decades of the slider."""
    return np.random.default_rng(1).permutation(np.geomspace(0.1, 10, rounds))


def write(ours: Engine, parameters: Parameters, out: np.ndarray, stage: str = "relaxed") -> None:
    """Write a stage of all draws into an array (K, n)."""

    def hand_over(chunk: Any) -> int:
        out[:, chunk.start : chunk.start + chunk.count] = getattr(chunk, stage)
        return int(chunk.count)

    same(ours.summarise(parameters, {stage: hand_over})[stage] == parameters.draws, "too few draws")


def whole(ours: Engine, parameters: Parameters, stage: str = "relaxed") -> np.ndarray:
    """Return a stage of all draws as one new array (K, n)."""
    out = np.empty((parameters.classes, parameters.draws), np.float32)
    write(ours, parameters, out, stage)
    return out


def check_alike(ours: np.ndarray, theirs: Any) -> None:
    """Refuse a peer whose random vectors, in either layout, have another mean or mean square."""
    theirs = np.asarray(theirs)
    theirs = theirs.T if theirs.shape[0] > theirs.shape[1] else theirs
    same(ours.shape == theirs.shape and ours.dtype == theirs.dtype, "other shapes or types")
    finite = np.isfinite(theirs).all(axis=0)
    same((~finite).mean() <= RARE, "a peer's vectors are not finite")
    off = np.abs(theirs[:, finite].sum(axis=0) - 1).max()
    same(off <= 1e-5, f"a peer's vectors sum up to {1 + off:.6f}")
    for power in (1, 2):
        a, b = ours**power, theirs[:, finite] ** power
        error = np.sqrt((a.var(axis=1) + b.var(axis=1)) / a.shape[1])
        gap = np.abs(a.mean(axis=1, dtype=float) - b.mean(axis=1, dtype=float))
        off = (gap / error).max()
        same(off <= ERRORS, f"the means of s^{power} differ by {off:.1f} standard errors")


def against(family: str, ways: Ways, goal: str = "") -> Callable[[Order], Iterator[Row]]:
    """Return the part that compares with all ways of a library; all return a new array."""

    def part(order: Order) -> Iterator[Row]:
        n = size(order)
        peers = ways(order, n, log_p(), T)
        with engine() as ours:
            wanted = whole(ours, note(n, 98))
            for way in peers.values():
                check_alike(wanted, way(97))
            sides = [
                timed(OURS, lambda p: whole(ours, p), lambda r: note(n, r)),
                *plain(lambda p: whole(ours, p), lambda r: note(n, OTHERS + r)),
                *(timed(name, way) for name, way in peers.items()),
            ]
            samples = interleave(sides, order.rounds, order.warm_up, settle=True)
        work = f"draw and relax {n:,} × 5, fresh noise, beside {family}"
        yield from beside(GROUP, work, samples, peers, goal)

    return part


if __name__ == "__main__":
    serve(
        lambda _: GROUP,
        {
            "beside NumPy": against("NumPy", numpy_ways, "fresh, NumPy"),
            "beside PyTorch": against("PyTorch", torch_ways, "fresh, PyTorch"),
            "beside torch.compile": against("torch.compile", compiled_ways, "fresh, torch.compile"),
            "beside JAX": against("JAX", jax_ways, "fresh, JAX"),
            "beside numba": against("numba", numba_ways),
        },
    )
