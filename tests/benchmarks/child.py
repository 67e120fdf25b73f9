"""Each group is measured in a process of its own, which hands its rows back line by line.

So no peer's threads and caches reach into another group, and a group that dies keeps its rows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from measure import MissingError, NotTheSameError, Row

HERE = Path(__file__).parent
PATIENCE = 3600.0


@dataclass(frozen=True)
class Order:
    """What a child is to do.

    Attributes:
        rounds: measured rounds of each comparison.
        quick: tiny sizes, which test this tool and measure nothing.
        hidden: peers to take for not installed.
        platform: Qt's, for those who need it.
        part: only those parts of a group whose names have this in them.
    """

    rounds: int
    quick: bool
    hidden: tuple[str, ...] = ()
    platform: str = ""
    part: str = ""

    @property
    def warm_up(self) -> int:
        """Rounds before the first one that counts: page faults, compilation, caches of fonts."""
        return 0 if self.quick else 3

    def peer(self, name: str) -> Any:
        """Import a peer, or say that it is not installed."""
        if name in self.hidden:
            raise MissingError(f"{name} is not installed (so says --hide)")
        if find_spec(name) is None:
            raise MissingError(f"{name} is not installed")
        return import_module(name)


Part = Callable[[Order], Iterable[Row]]


def threads() -> int:
    """Return how many threads everybody gets: all the cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    module: str, order: Order, group: str, environment: Mapping[str, str] | None = None
) -> list[Row]:
    """Measure a module's parts in a new process; return the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows")
        path.touch()
        command = [sys.executable, HERE / f"{module}.py", json.dumps(asdict(order)), path]
        try:
            code: object = subprocess.run(
                command, env=os.environ | dict(environment or {}), timeout=PATIENCE
            ).returncode
        except subprocess.TimeoutExpired:
            code = f"nothing after {PATIENCE:.0f} s"
        rows = [Row.of(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    if code != 0:
        rows.append(Row(group, module, note=f"FAILED: it ended with {code}", failed=True))
    return rows


def serve(group: Callable[[Order], str], parts: Mapping[str, Part]) -> None:
    """Do what ``run`` asked for (in the child)."""
    order = Order(**json.loads(sys.argv[1]))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        for work, part in parts.items():
            if order.part not in work:
                continue
            for row in _rows(group(order), work, part, order):
                file.write(json.dumps(row.record()) + "\n")
                file.flush()


def _rows(group: str, work: str, part: Part, order: Order) -> Iterator[Row]:
    try:
        yield from part(order)
    except MissingError as error:
        yield Row(group, work, note=str(error))
    except NotTheSameError as error:
        yield Row(group, work, note=f"NOT THE SAME: {error}", failed=True)
