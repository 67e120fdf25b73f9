"""Relaxed vectors of fresh noise by other libraries, in every way that their users write it.

Each function returns the ways by name: functions of a seed or key, which return a new array of
softmax((ln p + ε) / t), (K, n) or (n, K). Blocks are small enough for a processor's cache.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from blocks import Blocks
from child import Order, threads
from measure import MissingError

Way = Callable[[Any], Any]
FEW, MANY = 16, 100
"""Blocks of 10⁶ draws."""


def numpy_ways(order: Order, n: int, log_p: np.ndarray, t: float) -> Mapping[str, Way]:
    """ε = −ln E of float32 ziggurat exponentials E: one logarithm and no double precision.

    Some 8 in 10⁸ of its E are 0, whose vectors are NaN; a check would take time, and there is none.
    """

    def make(i: int, size: int) -> tuple[Any, ...]:
        rng = np.random.Generator(np.random.SFC64(i))
        return rng, np.empty((len(log_p), size), np.float32), np.empty(size, np.float32)

    def draw(out: np.ndarray, kept: tuple[Any, ...], at: slice) -> None:
        rng, scores, row = kept
        rng.standard_exponential(dtype=np.float32, out=scores)
        with np.errstate(divide="ignore", invalid="ignore"):
            np.log(scores, out=scores)
            np.subtract(log_p, scores, out=scores)
            np.maximum.reduce(scores, axis=0, out=row)
            np.subtract(scores, row, out=scores)
        np.multiply(scores, np.float32(1 / t), out=scores)
        np.exp(scores, out=scores)
        np.add.reduce(scores, axis=0, out=row)
        np.divide(scores, row, out=out[:, at])

    return {
        f"NumPy, {many} blocks": whole_by(Blocks(n, many, make), draw, log_p, n)
        for many in (FEW, MANY)
    }


def whole_by(blocks: Blocks, draw: Callable[..., None], log_p: np.ndarray, n: int) -> Way:
    """Return the way that lets blocks write into a new array (K, n)."""

    def way(_: Any) -> np.ndarray:
        out = np.empty((len(log_p), n), np.float32)
        blocks.run(partial(draw, out))
        return out

    return way


def torch_ways(order: Order, n: int, log_p: np.ndarray, t: float) -> Mapping[str, Way]:
    """``F.gumbel_softmax`` in both layouts, and blocks with a generator for each thread."""
    torch = order.peer("torch")
    column = torch.from_numpy(log_p)
    rows, columns = column.T.repeat(n, 1), column.repeat(1, n)
    gumbel_softmax = torch.nn.functional.gumbel_softmax

    def on_all_cores(logits: Any, dim: int, _: Any) -> Any:
        torch.set_num_threads(threads())
        return gumbel_softmax(logits, t, dim=dim)

    def make(i: int, size: int) -> tuple[Any, ...]:
        return torch.Generator().manual_seed(i), *torch.empty(2, len(log_p), size)

    def exponential(generator: Any, out: Any) -> None:
        out.exponential_(generator=generator)

    def of_uniform(generator: Any, out: Any) -> None:  # 24 bits: ε ends at 16.6
        torch.rand(out.shape, generator=generator, out=out).log_().neg_()

    def draw(fill: Callable[[Any, Any], None], out: Any, kept: tuple[Any, ...], at: slice) -> None:
        torch.set_num_threads(1)  # of this thread
        generator, scores, relaxed = kept
        fill(generator, scores)
        torch.sub(column, scores.log_(), out=scores).mul_(1 / t)
        torch.softmax(scores, 0, out=relaxed)
        out[:, at] = relaxed

    def in_blocks(blocks: Blocks, fill: Callable[[Any, Any], None], _: Any) -> Any:
        out = torch.empty(len(log_p), n)
        blocks.run(partial(draw, fill, out))
        return out

    blocks = Blocks(n, FEW, make)
    return {
        "F.gumbel_softmax (n, K)": partial(on_all_cores, rows, 1),
        "F.gumbel_softmax (K, n)": partial(on_all_cores, columns, 0),
        f"PyTorch, exponential_, {FEW} blocks": partial(in_blocks, blocks, exponential),
        f"PyTorch, −ln(−ln rand), {FEW} blocks": partial(in_blocks, blocks, of_uniform),
    }


def compiled_ways(order: Order, n: int, log_p: np.ndarray, t: float) -> Mapping[str, Way]:
    """What ``torch.compile`` makes of ``F.gumbel_softmax``, and of the formula."""
    torch = order.peer("torch")
    if not any(map(shutil.which, ("g++", "c++", "clang++"))):
        raise MissingError("torch.compile needs a C++ compiler, and there is none")
    torch.set_num_threads(threads())
    column = torch.from_numpy(log_p)

    def formula(logits: Any) -> Any:
        noise = -torch.log(-torch.log(torch.rand(len(log_p), n)))
        return torch.softmax((logits + noise) / t, 0)

    def library(dim: int, logits: Any) -> Any:
        return torch.nn.functional.gumbel_softmax(logits, t, dim=dim)

    def compiled(function: Callable[[Any], Any], logits: Any) -> Way:
        torch._dynamo.reset()
        quick = torch.compile(function)
        return lambda _: quick(logits)

    return {
        "compiled −ln(−ln rand) (K, n)": compiled(formula, column),
        "compiled F.gumbel_softmax (n, K)": compiled(partial(library, 1), column.T.repeat(n, 1)),
        "compiled F.gumbel_softmax (K, n)": compiled(partial(library, 0), column.repeat(1, n)),
    }


def jax_ways(order: Order, n: int, log_p: np.ndarray, t: float) -> Mapping[str, Way]:
    """One jitted function in both layouts, and of blocks on as many threads as there are cores."""
    jax = order.peer("jax")
    column = jax.numpy.asarray(log_p)

    def relaxed(log_p: Any, shape: tuple[int, int], axis: int, seed: int, block: int) -> Any:
        key = jax.random.fold_in(jax.random.key(seed), block)
        return jax.nn.softmax((log_p + jax.random.gumbel(key, shape)) / t, axis)

    def jitted(shape: tuple[int, int], axis: int) -> Callable[[int, int], Any]:
        return jax.jit(partial(relaxed, column.T if axis else column, shape, axis))

    rows, columns = jitted((n, len(log_p)), 1), jitted((len(log_p), n), 0)
    one_block = jitted((len(log_p), n // MANY), 0)
    blocks = Blocks(n, MANY, lambda *_: None)

    def in_blocks(seed: int) -> np.ndarray:
        out = np.empty((len(log_p), n), np.float32)

        def draw(_: None, at: slice) -> None:
            out[:, at] = one_block(seed, at.start)

        blocks.run(draw)
        return out

    return {
        "JAX, jitted (n, K)": lambda seed: rows(seed, 0).block_until_ready(),
        "JAX, jitted (K, n)": lambda seed: columns(seed, 0).block_until_ready(),
        f"JAX, jitted, {MANY} blocks": in_blocks,
    }


def numba_ways(order: Order, n: int, log_p: np.ndarray, t: float) -> Mapping[str, Way]:
    """Loops over entries: one prange over draws, and blocks with a Generator for each thread."""
    numba = order.peer("numba")
    numba.set_num_threads(threads())
    logits, inverse = log_p[:, 0].copy(), np.float32(1 / t)
    quick = {"fastmath": True, "error_model": "numpy"}
    one, softmax = loops(numba, quick)

    def by_draw(_: Any) -> np.ndarray:
        out = np.empty((n, len(logits)), np.float32)
        one(logits, inverse, out)
        return out

    def make(i: int, size: int) -> tuple[Any, ...]:
        return np.random.Generator(np.random.SFC64(i)), *np.empty((2, size), np.float32)

    def draw(out: np.ndarray, kept: tuple[Any, ...], at: slice) -> None:
        softmax(logits, inverse, *kept, out[:, at])

    return {
        "numba, prange": by_draw,
        f"numba, {FEW} blocks": whole_by(Blocks(n, FEW, make), draw, log_p, n),
    }


def loops(numba: Any, quick: dict[str, Any]) -> tuple[Any, Any]:
    """Return the loop over draws, and the one over a block."""
    log, exp, single = np.log, np.exp, np.float32

    @numba.njit(parallel=True, **quick)
    def one(logits, inverse, out):
        for i in numba.prange(len(out)):
            largest = single(-np.inf)
            for k in range(len(logits)):
                out[i, k] = logits[k] - log(-log(np.random.random()))
                largest = max(largest, out[i, k])
            total = single(0)
            for k in range(len(logits)):
                out[i, k] = exp((out[i, k] - largest) * inverse)
                total += out[i, k]
            for k in range(len(logits)):
                out[i, k] /= total

    @numba.njit(nogil=True, **quick)
    def softmax(logits, inverse, rng, largest, total, out):
        classes, n = out.shape
        largest[:] = single(-np.inf)
        total[:] = 0
        for k in range(classes):
            for i in range(n):
                out[k, i] = rng.standard_exponential()
            for i in range(n):
                out[k, i] = logits[k] - log(out[k, i])
                largest[i] = max(largest[i], out[k, i])
        for k in range(classes):
            for i in range(n):
                out[k, i] = exp((out[k, i] - largest[i]) * inverse)
                total[i] += out[k, i]
        for k in range(classes):
            for i in range(n):
                out[k, i] /= total[i]

    return one, softmax
