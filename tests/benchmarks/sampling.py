"""Drawing, relaxing and counting, beside PyTorch, JAX and NumPy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from child import Order, serve, threads
from measure import Row, compared, compared_plain, interleave, plain, same, timed

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.sample.class_frequencies import ClassFrequencies

GROUP = "sampling"
T = 0.5
OURS = "ours"
OTHERS = 1000
"""First seed of what must not find noise that is kept."""
ERRORS = 6
"""Standard errors by which two random results may differ: one pair in 500 million does."""


def size(order: Order) -> int:
    return 100_000 if order.quick else 1_000_000


def engine() -> Engine:
    return Engine(threads())


def note(n: int, seed: int = 0, t: float = T) -> Parameters:
    return Parameters(NOTE_PROBABILITIES, t, n, seed)


def temperatures(rounds: int) -> np.ndarray:
    """Return as many different t, in no order, over two decades of the slider."""
    return np.random.default_rng(1).permutation(np.geomspace(0.1, 10, rounds))


def whole(ours: Engine, parameters: Parameters, stage: str = "relaxed") -> np.ndarray:
    """Return a stage of all draws as one new array (K, n)."""
    out = np.empty((parameters.classes, parameters.draws), np.float32)

    def hand_over(chunk: Any) -> int:
        out[:, chunk.start : chunk.start + chunk.count] = getattr(chunk, stage)
        return int(chunk.count)

    same(ours.summarise(parameters, {stage: hand_over})[stage] == parameters.draws, "too few draws")
    return out


def check_relaxed(softmax: Callable[[np.ndarray], np.ndarray]) -> None:
    """Refuse a peer whose softmax((ln p + ε) / t) of the same ε, (K, n), is another one."""
    parameters = note(200_000, seed=99)
    with engine() as ours:
        theirs = softmax(whole(ours, parameters, "noise"))
        largest = np.abs(theirs - whole(ours, parameters)).max()
    same(largest <= 1e-5, f"the same noise gives vectors that differ by {largest:.1e}")


def check_means(ours: np.ndarray, theirs: np.ndarray) -> None:
    """Refuse a peer whose own random vectors, (K, n), have another mean."""
    same(ours.shape == theirs.shape and ours.dtype == theirs.dtype, "other shapes or types")
    error = np.sqrt((ours.var(axis=1) + theirs.var(axis=1)) / ours.shape[1])
    gap = np.abs(ours.mean(axis=1, dtype=float) - theirs.mean(axis=1, dtype=float))
    same(
        (gap <= ERRORS * error).all(), f"the means of s differ by {(gap / error).max():.1f} errors"
    )


def torch_and_logits(order: Order) -> tuple[Any, Any]:
    """Return torch on as many threads as ours, and ln p (K, 1)."""
    torch = order.peer("torch")
    torch.set_num_threads(threads())
    logits = torch.log(torch.tensor(note(1).p, dtype=torch.float32))
    return torch, logits[:, None]


def against_torch(order: Order) -> Iterator[Row]:
    torch, log_p = torch_and_logits(order)
    n = size(order)
    gumbel_softmax = torch.nn.functional.gumbel_softmax
    rows = log_p.T.repeat(n, 1)
    columns = log_p.repeat(1, n)
    check_relaxed(lambda noise: torch.softmax((log_p + torch.from_numpy(noise)) / T, dim=0).numpy())
    with engine() as ours, torch.no_grad():
        check_means(whole(ours, note(n, 98)), gumbel_softmax(rows, T).numpy().T)
        check_means(whole(ours, note(n, 97)), gumbel_softmax(columns, T, dim=0).numpy())
        sum_up = {"sum": lambda chunk: chunk.relaxed.sum(axis=1)}
        samples = interleave(
            [
                timed(OURS, lambda p: whole(ours, p), lambda r: note(n, r)),
                *plain(lambda p: whole(ours, p), lambda r: note(n, OTHERS + r)),
                timed("torch (n, K)", lambda _: gumbel_softmax(rows, T)),
                timed("torch (K, n)", lambda _: gumbel_softmax(columns, T, dim=0)),
            ],
            order.rounds,
            settle=True,
        )
        work = f"draw and relax {n:,} × 5, fresh noise"
        yield compared(GROUP, work, samples, OURS, "torch (n, K)", at_least=8)
        yield compared_plain(GROUP, "the same", samples, "torch (n, K)")
        yield compared(GROUP, work, samples, OURS, "torch (K, n)")
        samples = interleave(
            [
                timed(OURS, lambda p: ours.summarise(p, sum_up), lambda r: note(n, r)),
                timed("torch, sum", lambda _: gumbel_softmax(rows, T).sum(0)),
            ],
            order.rounds,
            settle=True,
        )
        work = "the same, summed up only (as the program uses it)"
        yield compared(GROUP, work, samples, OURS, "torch, sum")


def against_jax(order: Order) -> Iterator[Row]:
    jax = order.peer("jax")
    n = size(order)
    log_p = jax.numpy.log(jax.numpy.asarray(note(1).p, jax.numpy.float32))

    @jax.jit
    def relaxed(key: Any, t: float) -> Any:
        return jax.nn.softmax((log_p + jax.random.gumbel(key, (n, len(log_p)))) / t)

    check_relaxed(lambda noise: np.asarray(jax.nn.softmax((log_p + noise.T) / T)).T)
    with engine() as ours:
        check_means(whole(ours, note(n, 96)), np.asarray(relaxed(jax.random.key(96), T)).T)
        samples = interleave(
            [
                timed(OURS, lambda p: whole(ours, p), lambda r: note(n, r)),
                *plain(lambda p: whole(ours, p), lambda r: note(n, OTHERS + r)),
                timed("JAX", lambda key: relaxed(key, T).block_until_ready(), jax.random.key),
            ],
            order.rounds,
            settle=True,
        )
    work = f"draw and relax {n:,} × 5, fresh noise"
    yield compared(GROUP, work, samples, OURS, "JAX", at_least=8)
    yield compared_plain(GROUP, "the same", samples, "JAX")


def new_t(order: Order) -> Iterator[Row]:
    torch, log_p = torch_and_logits(order)
    n = size(order)
    rows = log_p.T.repeat(n, 1)
    t = temperatures(order.rounds + 10)
    with engine() as ours, torch.no_grad():
        kept = log_p.T + torch.from_numpy(whole(ours, note(n), "noise")).T.contiguous()
        gap = np.abs(whole(ours, note(n, t=t[0])) - torch.softmax(kept / t[0], 1).numpy().T).max()
        same(gap <= 1e-5, f"the same noise gives vectors that differ by {gap:.1e}")

        def at(r: int) -> Parameters:
            return note(n, t=t[r])

        relax = {"n": lambda chunk: chunk.relaxed.shape[1]}
        gumbel_softmax = torch.nn.functional.gumbel_softmax
        samples = interleave(
            [
                timed(OURS, lambda p: ours.summarise(p, relax), at),
                *plain(lambda p: ours.summarise(p, relax), at),
                timed("ours, whole array", lambda p: whole(ours, p), at),
                timed("torch", lambda r: gumbel_softmax(rows, t[r])),
                timed("torch, kept noise", lambda r: torch.softmax(kept / t[r], 1)),
            ],
            order.rounds,
            settle=True,
        )
    yield compared(
        GROUP, f"new t on {n:,} × 5, the noise is known", samples, OURS, "torch", at_least=25
    )
    yield compared_plain(GROUP, "the same", samples, "torch")
    work = "the same, as one whole new array"
    yield compared(GROUP, work, samples, "ours, whole array", "torch")
    yield compared(GROUP, work, samples, "ours, whole array", "torch, kept noise")


def bare_exp(order: Order) -> Iterator[Row]:
    n, t = size(order), temperatures(order.rounds + 10)
    with engine() as ours, ThreadPoolExecutor(threads()) as pool:
        shifted = ours.summarise(note(n), {"gaps": lambda chunk: [chunk.shifted_scores.copy()]})[
            "gaps"
        ]
        buffers = [
            np.empty(max(each.size for each in shifted), np.float32) for _ in range(threads())
        ]
        same(sum(each.shape[1] for each in shifted) == n, "the gaps are not those of all draws")

        def share(i: int) -> None:
            for each in shifted[i :: threads()]:
                np.exp(each, out=buffers[i][: each.size].reshape(each.shape))

        relax = {"n": lambda chunk: chunk.relaxed.shape[1]}
        samples = interleave(
            [
                timed(OURS, lambda p: ours.summarise(p, relax), lambda r: note(n, t=t[r])),
                *plain(lambda p: ours.summarise(p, relax), lambda r: note(n, t=t[r])),
                timed("bare np.exp", lambda _: list(pool.map(share, range(threads())))),
            ],
            order.rounds,
        )
    work = f"new t on {n:,} × 5, the noise is known"
    yield compared(GROUP, work, samples, OURS, "bare np.exp", at_most=1.3)
    yield compared_plain(GROUP, "the same", samples, "bare np.exp")


def bare_passes(order: Order) -> Iterator[Row]:
    """Show how near the engine is to its limit: NumPy's passes over arrays, and nothing else."""
    n, each = size(order), CHUNK
    log_p = np.log(note(1).p).astype(np.float32)[:, None]
    classes, blocks = len(log_p), -(-n // each)
    places = [Arrays(classes, each, i) for i in range(threads())]

    def share(i: int, passes: Callable[[Arrays], None]) -> None:
        for _ in range(i, blocks, threads()):
            passes(places[i])

    def fresh(here: Arrays) -> None:
        for row in here.noise:
            here.rng.random(out=here.uniform)
            np.log(here.uniform, out=here.uniform)
            np.copyto(row, here.uniform, casting="same_kind")
            np.negative(row, out=row)
            np.log(row, out=row)
        np.subtract(log_p, here.noise, out=here.shifted_scores)
        np.maximum.reduce(here.shifted_scores, axis=0, out=here.row)
        np.subtract(here.shifted_scores, here.row, out=here.shifted_scores)
        soft(here)

    def soft(here: Arrays) -> None:
        np.divide(here.shifted_scores, np.float32(T), out=here.relaxed)
        np.exp(here.relaxed, out=here.relaxed)
        np.add.reduce(here.relaxed, axis=0, out=here.row)
        np.divide(here.relaxed, here.row, out=here.relaxed)

    fresh(places[0])
    sums = places[0].relaxed.sum(axis=0)
    same(np.allclose(sums, 1, atol=1e-5), "the bare passes do not make relaxed one-hot vectors")
    relax = {"n": lambda chunk: chunk.relaxed.shape[1]}
    t = temperatures(order.rounds + 10)
    with engine() as ours, engine() as kept, ThreadPoolExecutor(threads()) as pool:

        def bare(passes: Callable[[Arrays], None]) -> None:
            list(pool.map(share, range(threads()), [passes] * threads()))

        samples = interleave(
            [
                timed("ours, fresh", lambda p: ours.summarise(p, relax), lambda r: note(n, r)),
                timed("bare passes, fresh", lambda _: bare(fresh)),
                timed("ours, new t", lambda p: kept.summarise(p, relax), lambda r: note(n, t=t[r])),
                timed("bare passes, new t", lambda _: bare(soft)),
            ],
            order.rounds,
        )
    work = f"limit: draw and relax {n:,} × 5, bare NumPy"
    yield compared(GROUP, work, samples, "ours, fresh", "bare passes, fresh")
    work = f"limit: new t on {n:,} × 5, bare NumPy"
    yield compared(GROUP, work, samples, "ours, new t", "bare passes, new t")


class Arrays:
    """What one thread of the bare passes works in."""

    def __init__(self, classes: int, n: int, seed: int) -> None:
        self.rng = np.random.Generator(np.random.PCG64DXSM(seed))
        self.uniform, self.row = np.empty(n), np.empty(n, np.float32)
        self.noise, self.shifted_scores, self.relaxed = np.empty((3, classes, n), np.float32)


def new_p(order: Order) -> Iterator[Row]:
    n, rng = size(order), np.random.default_rng(2)
    vectors = rng.dirichlet(20 * note(1).p, order.rounds + 10)
    count = {"counts": ClassFrequencies.summarise}

    def counted(ours: Engine, p: Parameters) -> np.ndarray:
        return np.asarray(ours.summarise(p, count)["counts"].counts)

    def chosen(p: np.ndarray) -> np.ndarray:
        return np.bincount(rng.choice(len(p), n, p=p), minlength=len(p))

    def at(r: int, seed: int = 0) -> Parameters:
        return Parameters(tuple(vectors[r]), T, n, seed)

    # Engines of their own: fresh noise would push the known noise out, and classes are kept, too.
    with engine() as ours, engine() as other, engine() as fresh:
        check_counts(at(0), counted(ours, at(0)), chosen(vectors[0]), whole(ours, at(0), "scores"))
        samples = interleave(
            [
                timed(OURS, lambda p: counted(ours, p), at),
                *plain(lambda p: counted(other, p), at),
                timed("ours, fresh", lambda p: counted(fresh, p), lambda r: at(r, r + 1)),
                timed("NumPy choice", lambda r: chosen(vectors[r])),
            ],
            order.rounds,
        )
    work = f"new p: class counts of {n:,} draws, the noise is known"
    yield compared(GROUP, work, samples, OURS, "NumPy choice", at_least=4)
    yield compared_plain(GROUP, "the same", samples, "NumPy choice")
    yield compared(GROUP, "the same with fresh noise", samples, "ours, fresh", "NumPy choice")


def check_counts(
    parameters: Parameters, ours: np.ndarray, theirs: np.ndarray, scores: np.ndarray
) -> None:
    """Refuse counts that are not those of argmax g, or of p."""
    exact = np.bincount(scores.argmax(axis=0), minlength=len(scores))
    same((ours == exact).all(), "our counts are not those of argmax g")
    p, n = parameters.p, parameters.draws
    for counts in (ours, theirs):
        errors = np.abs(counts / n - p) / np.sqrt(p * (1 - p) / n)
        same((errors <= ERRORS).all(), f"frequencies are {errors.max():.1f} errors off p")


if __name__ == "__main__":
    serve(
        lambda _: GROUP,
        {
            "draw and relax, beside torch": against_torch,
            "draw and relax, beside JAX": against_jax,
            "new t, beside torch": new_t,
            "new t, beside np.exp": bare_exp,
            "bare passes": bare_passes,
            "new p, beside NumPy": new_p,
        },
    )
