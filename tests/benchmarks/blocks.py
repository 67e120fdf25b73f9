"""A loop over blocks of draws on all cores, as users of libraries write it that free the GIL."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from child import threads

Work = Callable[[Any, slice], Any]
"""Does its work for the draws of a slice, with what one thread keeps for it."""


class Blocks:
    """So many blocks of n draws, which are dealt to the threads; the caller is one of them.

    Args:
        make: what a thread keeps, by its number and the number of draws of its blocks.
    """

    def __init__(self, n: int, blocks: int, make: Callable[[int, int], Any]) -> None:
        size = n // blocks
        if size * blocks != n:
            raise ValueError(f"{n} draws in {blocks} blocks")
        self._shares = [
            [slice(size * b, size * (b + 1)) for b in range(i, blocks, threads())]
            for i in range(threads())
        ]
        self._kept = [make(i, size) for i in range(threads())]
        self._pool = ThreadPoolExecutor(max(threads() - 1, 1))

    def run(self, work: Work) -> list[Any]:
        """Return what the work returned for all blocks, in the order of the threads."""
        others = [self._pool.submit(self._share, i, work) for i in range(1, threads())]
        return self._share(0, work) + [each for other in others for each in other.result()]

    def _share(self, i: int, work: Work) -> list[Any]:
        return [work(self._kept[i], at) for at in self._shares[i]]
