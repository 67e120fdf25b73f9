"""Any order of clicks, ``python tests/campaigns/any_order.py 5000 --steps 30``: see the README.

Runs are made in blocks, each in a process of its own and from a seed of its own: a crash ends no
more than its block, and a block can be repeated by ``25 --first SEED``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.pool import ThreadPool
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = 25
"""Runs in a block."""
LAST = 400
"""Lines that are shown of a block that failed."""


def block(seed: int, runs: int, steps: int, *, shrink: bool) -> None:
    """Make the runs of a block in this process, and tell each step on standard output."""
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis import seed as seeded
    from hypothesis.stateful import run_state_machine_as_test

    from gumbel_gui.gui import app
    from tests.gui.any_order.machine import AnyOrder

    application = app._make_application()
    assert application is not None

    def tell(words: str) -> None:
        sys.stdout.write(f"  {words}\n")
        sys.stdout.flush()

    AnyOrder.diary = staticmethod(tell)
    how = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if shrink else [])],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seeded(seed)(AnyOrder), settings=how)


def trial(seed: int, runs: int, steps: int, *, shrink: bool) -> tuple[bool, str]:
    """Make a block in another process; return whether all was sound, and what it told."""
    with tempfile.TemporaryDirectory() as home:
        words = [__file__, str(runs), "--steps", str(steps), "--first", str(seed), "--here"]
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", *words, *(["--shrink"] if shrink else [])],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home, "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    return done.returncode == 0, "\n".join(done.stdout.splitlines()[-LAST:])


def main(words: Sequence[str]) -> int:
    """Print a line for each block, and the steps of what failed; return 1 if anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=int, help=f"how many, in blocks of {BLOCK}")
    parser.add_argument("--steps", type=int, default=30, help="of each run")
    parser.add_argument("--jobs", type=int, default=1, help="blocks that are made at once")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first block")
    parser.add_argument("--shrink", action="store_true", help="look for the fewest steps that fail")
    parser.add_argument("--here", action="store_true", help="one block, in this process")
    given = parser.parse_args(words)
    if given.here:
        block(given.first, given.runs, given.steps, shrink=given.shrink)
        return 0
    bad, starts = 0, range(0, given.runs, BLOCK)
    sizes = {given.first + i // BLOCK: min(BLOCK, given.runs - i) for i in starts}

    def made(seed: int) -> tuple[bool, str]:
        return trial(seed, sizes[seed], given.steps, shrink=given.shrink)

    pool = ThreadPool(given.jobs)  # each thread waits for a process
    for (seed, runs), (sound, told) in zip(sizes.items(), pool.imap(made, sizes), strict=True):
        bad += not sound
        sys.stdout.write(f"seed {seed}: {runs} runs {'sound' if sound else 'FAILED'}\n")
        sys.stdout.write("" if sound else f"{told}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{given.runs} runs of {given.steps} steps: {bad} blocks failed\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
