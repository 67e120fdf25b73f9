"""What a new t or p costs when the noise is known, and counts of classes that are drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np
from blocks import Blocks
from child import Order, serve, threads
from measure import OURS, Row, beside, compared, compared_plain, interleave, plain, same, timed
from sampling import ERRORS, T, engine, log_p, note, size, temperatures, whole, write

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.sample.class_frequencies import ClassFrequencies

GROUP = "kept"
BLOCKS = 16, 40
"""Of 10⁶ draws; how many are best depends on the cache."""

Relax = Callable[[float], object]
Count = Callable[[np.ndarray], np.ndarray]


def new_t(family: str, ways: Callable[..., Mapping[str, Relax]], goal: str = "") -> Any:
    """Return the part in which both sides write softmax(gaps / t) into an array of their own.

    The gaps g − max g are kept, (K, n).
    """

    def part(order: Order) -> Iterator[Row]:
        n, t = size(order), temperatures(order.rounds + 10)
        mine, theirs = np.empty((2, len(log_p()), n), np.float32)
        with engine() as ours:
            peers = ways(order, whole(ours, note(n), "shifted_scores"), theirs)
            write(ours, note(n, t=t[0]), mine)
            for name, relax in peers.items():
                theirs[:] = np.nan
                relax(t[0])
                gap = np.abs(mine - theirs).max()
                same(gap <= 1e-5, f"the vectors of {name} differ by {gap:.1e}")

            def work(p: Parameters) -> None:
                write(ours, p, mine)

            def at(r: int) -> Parameters:
                return note(n, t=t[r])

            sides = [
                timed(OURS, work, at),
                *plain(work, at),
                *(timed(name, relax, lambda r: t[r]) for name, relax in peers.items()),
            ]
            samples = interleave(sides, order.rounds, order.warm_up, settle=True)
        work_done = f"new t on {n:,} × 5, kept noise, array written, beside {family}"
        yield from beside(GROUP, work_done, samples, peers, goal)

    return part


def numpy_relax(order: Order, gaps: np.ndarray, out: np.ndarray) -> Mapping[str, Relax]:
    def make(_: int, size: int) -> np.ndarray:
        return np.empty(size, np.float32)

    def relax(blocks: Blocks, t: float) -> None:
        def work(row: np.ndarray, at: slice) -> None:
            here = out[:, at]
            np.multiply(gaps[:, at], np.float32(1 / t), out=here)
            np.exp(here, out=here)
            np.add.reduce(here, axis=0, out=row)
            np.divide(here, row, out=here)

        blocks.run(work)

    n = gaps.shape[1]
    return {f"NumPy, {many} blocks": partial(relax, Blocks(n, many, make)) for many in BLOCKS}


def torch_relax(order: Order, gaps: np.ndarray, out: np.ndarray) -> Mapping[str, Relax]:
    """``torch.softmax`` of all, of blocks, and its steps, which need no shift of what is shifted.

    ``torch.softmax(…, out=…)`` writes nothing into a slice that is not contiguous.
    """
    torch = order.peer("torch")
    kept, result = torch.from_numpy(gaps), torch.from_numpy(out)

    def at_once(t: float) -> None:
        torch.set_num_threads(threads())
        torch.softmax(kept / t, 0, out=result)

    def make(_: int, size: int) -> Any:
        return torch.empty(2, len(gaps), size)

    def softmax(t: float, place: Any, at: slice) -> None:
        torch.set_num_threads(1)  # of this thread
        scores, relaxed = place
        torch.mul(kept[:, at], 1 / t, out=scores)
        torch.softmax(scores, 0, out=relaxed)
        result[:, at] = relaxed

    def steps(t: float, place: Any, at: slice) -> None:
        torch.set_num_threads(1)
        scores = torch.mul(kept[:, at], 1 / t, out=place[0]).exp_()
        torch.div(scores, scores.sum(0), out=result[:, at])

    blocks = Blocks(gaps.shape[1], BLOCKS[0], make)

    def in_blocks(work: Callable[..., None], t: float) -> None:
        blocks.run(partial(work, float(t)))

    return {
        "PyTorch, softmax": at_once,
        f"PyTorch, softmax, {BLOCKS[0]} blocks": partial(in_blocks, softmax),
        f"PyTorch, exp and sum, {BLOCKS[0]} blocks": partial(in_blocks, steps),
    }


def numba_relax(order: Order, gaps: np.ndarray, out: np.ndarray) -> Mapping[str, Relax]:
    numba = order.peer("numba")
    numba.set_num_threads(threads())
    exp, single = np.exp, np.float32

    @numba.njit(nogil=True, fastmath=True, error_model="numpy")
    def softmax(gaps, inverse, total, out):
        classes, n = out.shape
        total[:] = 0
        for k in range(classes):
            for i in range(n):
                out[k, i] = exp(gaps[k, i] * inverse)
                total[i] += out[k, i]
        for k in range(classes):
            for i in range(n):
                out[k, i] /= total[i]

    blocks = Blocks(gaps.shape[1], BLOCKS[0], lambda _, size: np.empty(size, np.float32))

    def in_blocks(t: float) -> None:
        inverse = single(1 / t)
        blocks.run(lambda total, at: softmax(gaps[:, at], inverse, total, out[:, at]))

    return {f"numba, {BLOCKS[0]} blocks": in_blocks}


def drawn_anew(order: Order) -> Iterator[Row]:
    """Keep noise on our side only: what the program saves those who draw anew for each t."""
    torch = order.peer("torch")
    torch.set_num_threads(threads())
    n, t = size(order), temperatures(order.rounds + 10)
    logits = torch.from_numpy(log_p()).repeat(1, n)
    with engine() as ours:
        whole(ours, note(n), "shifted_scores")
        anew = "F.gumbel_softmax (K, n)"
        sides = [
            timed(OURS, lambda r: whole(ours, note(n, t=t[r]))),
            timed(anew, lambda r: torch.nn.functional.gumbel_softmax(logits, t[r], dim=0)),
        ]
        samples = interleave(sides, order.rounds, order.warm_up, settle=True)
    work = f"UNLIKE WORK: new t on {n:,} × 5, ours with kept noise, theirs drawn anew"
    yield compared(GROUP, work, samples, OURS, anew)


def bare_exp(order: Order) -> Iterator[Row]:
    n, t = size(order), temperatures(order.rounds + 10)
    with engine() as ours:
        gaps = whole(ours, note(n), "shifted_scores")
        blocks = Blocks(n, BLOCKS[0], lambda _, size: np.empty((len(gaps), size), np.float32))

        def relax(p: Parameters) -> object:
            return ours.summarise(p, {"n": lambda chunk: chunk.relaxed.shape[1]})

        def at(r: int) -> Parameters:
            return note(n, t=t[r])

        bare = "bare np.exp"
        sides = [
            timed(OURS, relax, at),
            *plain(relax, at),
            timed(bare, lambda _: blocks.run(lambda out, at: np.exp(gaps[:, at], out=out))),
        ]
        samples = interleave(sides, order.rounds, order.warm_up)
    work = f"LIMIT: new t on {n:,} × 5, kept noise, nothing written"
    yield compared(GROUP, work, samples, OURS, bare, share=True)
    yield compared_plain(GROUP, work, samples, bare, share=True)


def kept_uniforms(n: int) -> Mapping[str, Count]:
    """Inverse transform of kept x: which are below the sums of p; in float32, and in float64."""

    def make(_: int, size: int) -> np.ndarray:
        return np.empty(size, np.bool_)

    def counted(x: np.ndarray, p: np.ndarray) -> np.ndarray:
        sums = np.cumsum(p)[:-1].astype(x.dtype)

        def below(row: np.ndarray, at: slice) -> list[int]:
            return [np.count_nonzero(np.less(x[at], each, out=row)) for each in sums]

        return np.diff(np.sum(blocks.run(below), axis=0), prepend=0, append=n)

    blocks, rng = Blocks(n, BLOCKS[0], make), np.random.default_rng(3)
    return {
        f"NumPy, kept uniforms, {kind.__name__}": partial(counted, rng.random(n, kind))
        for kind in (np.float32, np.float64)
    }


def fresh_choices(n: int) -> Mapping[str, Count]:
    """Classes drawn anew and counted: ``Generator.choice``, and uniforms compared."""

    def make(i: int, size: int) -> tuple[Any, ...]:
        rng = np.random.Generator(np.random.SFC64(i))
        return rng, np.empty(size, np.float32), np.empty(size, np.bool_)

    blocks, rng = Blocks(n, BLOCKS[0], make), np.random.default_rng(4)

    def chosen(p: np.ndarray) -> np.ndarray:
        return np.bincount(rng.choice(len(p), n, p=p), minlength=len(p))

    def in_blocks(p: np.ndarray) -> np.ndarray:
        def choose(kept: tuple[Any, ...], at: slice) -> np.ndarray:
            classes = kept[0].choice(len(p), at.stop - at.start, p=p)
            return np.bincount(classes, minlength=len(p))

        return np.sum(blocks.run(choose), axis=0)

    def compare(p: np.ndarray) -> np.ndarray:
        sums = np.cumsum(p)[:-1].astype(np.float32)

        def below(kept: tuple[Any, ...], _: slice) -> list[int]:
            generator, x, row = kept
            generator.random(dtype=np.float32, out=x)
            return [np.count_nonzero(np.less(x, each, out=row)) for each in sums]

        return np.diff(np.sum(blocks.run(below), axis=0), prepend=0, append=n)

    return {
        "NumPy choice": chosen,
        f"NumPy choice, {BLOCKS[0]} blocks": in_blocks,
        f"NumPy, uniforms compared, {BLOCKS[0]} blocks": compare,
    }


def new_p(order: Order) -> Iterator[Row]:
    n, rng = size(order), np.random.default_rng(2)
    vectors = rng.dirichlet(20 * note(1).p, order.rounds + 10)
    kept, fresh, limit = kept_uniforms(n), fresh_choices(n), "NumPy multinomial"

    def counted(ours: Engine, p: Parameters) -> np.ndarray:
        count = {"counts": ClassFrequencies.summarise}
        return np.asarray(ours.summarise(p, count)["counts"].counts)

    def at(r: int, seed: int = 0) -> Parameters:
        return Parameters(tuple(vectors[r]), T, n, seed)

    # Engines of their own: fresh noise would push the known noise out, and classes are kept, too.
    with engine() as ours, engine() as other, engine() as anew:
        theirs = [count(vectors[0]) for count in (kept | fresh).values()]
        check_counts(at(0), whole(ours, at(0), "scores"), counted(ours, at(0)), *theirs)
        samples = interleave(
            [
                timed(OURS, lambda p: counted(ours, p), at),
                *plain(lambda p: counted(other, p), at),
                timed(limit, lambda r: rng.multinomial(n, vectors[r])),
                *(timed(name, count, lambda r: vectors[r]) for name, count in kept.items()),
            ],
            order.rounds,
            order.warm_up,
        )
        again = interleave(
            [
                timed(OURS, lambda p: counted(anew, p), lambda r: at(r, r + 1)),
                *plain(lambda p: counted(anew, p), lambda r: at(r, r + 1001)),
                *(timed(name, count, lambda r: vectors[r]) for name, count in fresh.items()),
            ],
            order.rounds,
            order.warm_up,
        )
    work = f"new p, kept noise: classes of {n:,} draws counted"
    yield from beside(GROUP, work, samples, kept, "new p")
    yield compared(GROUP, f"LIMIT for counts alone: {work}", samples, OURS, limit)
    yield from beside(GROUP, f"the classes of {n:,} fresh draws counted", again, fresh)


def check_counts(parameters: Parameters, scores: np.ndarray, *all_counts: np.ndarray) -> None:
    """Refuse counts that are not those of argmax g, which are the first ones, or of p."""
    exact = np.bincount(scores.argmax(axis=0), minlength=len(scores))
    same((all_counts[0] == exact).all(), "our counts are not those of argmax g")
    p, n = parameters.p, parameters.draws
    for counts in all_counts:
        same(counts.sum() == n, f"{counts.sum()} draws are counted")
        errors = np.abs(counts / n - p) / np.sqrt(p * (1 - p) / n)
        same((errors <= ERRORS).all(), f"frequencies are {errors.max():.1f} errors off p")


if __name__ == "__main__":
    serve(
        lambda _: GROUP,
        {
            "new t, beside NumPy": new_t("NumPy", numpy_relax, "new t, NumPy"),
            "new t, beside PyTorch": new_t("PyTorch", torch_relax, "new t, PyTorch"),
            "new t, beside numba": new_t("numba", numba_relax),
            "new t, beside noise drawn anew": drawn_anew,
            "new t, beside np.exp": bare_exp,
            "new p, beside NumPy": new_p,
        },
    )
