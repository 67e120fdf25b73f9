"""From the start of a process to a painted window with data in it, beside the barest window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from child import HERE, Order, serve
from measure import Row, Side, compared, interleave

from gumbel_gui.gui.system.screen import FIRST_SIZE

PATIENCE = 60.0


def group(order: Order) -> str:
    return f"startup on {order.platform}"


def started(name: str, script: str, *arguments: str) -> Side:
    """Return the side that starts a script, which writes the monotonic time when it is painted."""
    command = [sys.executable, str(HERE / script), *arguments]

    def side(_: int) -> dict[str, float]:
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {f"XDG_{n}_HOME": home for n in ("CONFIG", "DATA", "STATE")}
            # As when it is installed: pip compiles a package, and a checkout is compiled by its
            # first start, unless that is forbidden. Then only the peer's modules would be compiled.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            # The monotonic clock is one for all processes of a system.
            start = time.monotonic()
            child = subprocess.run(
                command, env=environment, stdout=subprocess.PIPE, timeout=PATIENCE, check=True
            )
        return {name: float(child.stdout.split()[-1]) - start}

    return side


def both(order: Order) -> Iterator[Row]:
    sides = [
        started("ours", "start_ours.py"),
        started("bare window", "start_bare.py", str(FIRST_SIZE.width()), str(FIRST_SIZE.height())),
    ]
    samples = interleave(sides, order.rounds, order.warm_up)
    work = "start: process to painted window with 100,000 draws"
    yield compared(group(order), work, samples, "ours", "bare window", "start")


if __name__ == "__main__":
    serve(group, {"start": both})
