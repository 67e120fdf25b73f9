"""Rows of the table, and how they are measured: interleaved, warm, and without garbage collection.

Whatever the machine does meanwhile then falls on both sides alike.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from goals import GOALS, Goal

from gumbel_gui.core import kernels

OURS = "ours"
PLAIN = "ours, NumPy alone"
Samples = dict[str, list[float]]
Side = Callable[[int], dict[str, float]]
"""Does its work for a round; returns the seconds it took, by name."""


SETTLE_SECONDS = 0.01
"""Rest before each side: the threads of OpenMP go on spinning for a while after their work, and
would take a processor from the next one."""


class NotTheSameError(Exception):
    """Both sides computed different things, so that comparing their times would mean nothing."""


class MissingError(Exception):
    """What a row needs is not here."""


def same(condition: object, what: str) -> None:
    """Refuse to go on unless both sides computed the same."""
    if not condition:
        raise NotTheSameError(what)


@dataclass
class Row:
    """One line of the table.

    Attributes:
        group, work: what was measured.
        ours, peer: medians, in ``unit``.
        against: who the peer is.
        share: whether the ratio is ours by the peer's, where no goal says so; else it is how many
            times faster ours is.
        goal: which of GOALS it has to meet; none if empty.
        failed: whether the two sides differ, or nothing could be measured though it should.
        samples: all measured values by name.
    """

    group: str
    work: str
    ours: float | None = None
    peer: float | None = None
    against: str = ""
    unit: str = "s"
    share: bool = False
    goal: str = ""
    note: str = ""
    failed: bool = False
    samples: Samples = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.share = self.limit.share if self.limit else self.share

    @property
    def limit(self) -> Goal | None:
        """The goal itself."""
        return GOALS[self.goal] if self.goal else None

    @property
    def ratio(self) -> float | None:
        """How many times faster ours is; or the share of the peer's that ours takes."""
        if not (self.ours and self.peer):
            return None
        return self.ours / self.peer if self.share else self.peer / self.ours

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none, or nothing to compare."""
        if self.ours is None or self.limit is None:
            return None
        return self.limit.holds(self.ours, self.ratio)

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Row:
        """Return the row of a record."""
        return cls(**{each.name: record[each.name] for each in fields(cls)})

    def record(self) -> dict[str, Any]:
        """Return everything, for the JSON file."""
        quartiles = {
            name: statistics.quantiles(values, n=4, method="inclusive")
            for name, values in self.samples.items()
            if len(values) > 1
        }
        return asdict(self) | {"ratio": self.ratio, "met": self.met, "quartiles": quartiles}


def compared(
    group: str,
    work: str,
    samples: Samples,
    ours: str,
    peer: str,
    goal: str = "",
    note: str = "",
    *,
    share: bool = False,
) -> Row:
    """Return the row of two sides that were measured together."""
    medians = [statistics.median(samples[name]) for name in (ours, peer)]
    kept = {name: samples[name] for name in (ours, peer)}
    return Row(group, work, *medians, against=peer, share=share, goal=goal, samples=kept, note=note)


def beside(
    group: str, work: str, samples: Samples, peers: Iterable[str], goal: str = ""
) -> Iterator[Row]:
    """Yield a row for each way in which a peer does the work; the goal is for the fastest one."""
    fastest, *others = sorted(peers, key=lambda peer: statistics.median(samples[peer]))
    yield compared(group, work, samples, OURS, fastest, goal)
    yield from (compared(group, work, samples, OURS, peer) for peer in others)
    yield compared_plain(group, work, samples, fastest)


def timed(name: str, work: Callable[[Any], object], prepare: Callable[[int], Any] = int) -> Side:
    """Return a side that times ``work(prepare(round))``, without the preparing."""

    def side(number: int) -> dict[str, float]:
        given = prepare(number)
        start = time.perf_counter()
        result = work(given)
        stop = time.perf_counter()
        del result  # freeing it is not part of the work
        return {name: stop - start}

    return side


def interleave(sides: Sequence[Side], rounds: int, warm_up: int, settle: bool = False) -> Samples:
    """Let the sides take turns, in another order each round; return what each measured.

    Settle where a side uses OpenMP, and only there: what has rested wakes its threads slowly.
    """
    samples: Samples = {}
    order, shuffled = random.Random(0), list(sides)
    with no_collection():
        for number in range(warm_up + rounds):
            order.shuffle(shuffled)
            for side in shuffled:
                if settle:
                    rest()
                for name, seconds in side(number).items():
                    if number >= warm_up:
                        samples.setdefault(name, []).append(seconds)
    return samples


def rest() -> None:
    """Let SETTLE_SECONDS go by awake: a processor that sleeps takes its time to come back."""
    end = time.perf_counter() + SETTLE_SECONDS
    while time.perf_counter() < end:
        pass


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector from striking one side and not the other."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def plain(work: Callable[[Any], object], prepare: Callable[[int], Any] = int) -> list[Side]:
    """Return the side that times our work without compiled kernels, if there are any."""

    def by_numpy(given: Any) -> object:
        with numpy_alone():
            return work(given)

    return [timed(PLAIN, by_numpy, prepare)] if kernels.COMPILED else []


def compared_plain(
    group: str, work: str, samples: Samples, peer: str, *, share: bool = False
) -> Row:
    """Return the row of our work without compiled kernels, whose peer is that of the row above."""
    work = f"{work}, without compiled kernels"
    if PLAIN not in samples:
        return Row(group, work, note="as above: there are no compiled kernels")
    return compared(group, work, samples, PLAIN, peer, share=share)


@contextmanager
def numpy_alone() -> Iterator[None]:
    """Let the program do without its compiled kernels."""
    kernels.COMPILED = False
    try:
        yield
    finally:
        kernels.COMPILED = True
