"""SIGINT at any moment: while the program starts, while it draws a file, and while it closes.

Moments are spread evenly, one at random in each of ``--tries`` equal parts of the time that the
program takes on this machine now. The whole campaign, about 20 minutes on two cores:
``pytest -m window -o faulthandler_timeout=0 -s tests/window/test_signals.py --tries 200``.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

import pytest

PATIENCE = 60.0
SOON = 10.0
"""Seconds within which a program that was sent a signal has to have ended."""
OF_OFFSCREEN = "This plugin does not support propagateSizeHints()"
BY_SIGNAL = -signal.SIGINT
DRAW = ("render", "--draws", "100000", "--output", "figure.png")


@dataclass
class Child:
    """One running program."""

    process: subprocess.Popen[str]
    begun: float
    home: Path

    def runs(self) -> bool:
        return self.process.poll() is None

    def catches_signals(self) -> bool:
        """Tell whether the window is there, which closes on SIGTERM; before, that is fatal."""
        with suppress(OSError):
            status = Path(f"/proc/{self.process.pid}/status").read_text()
            caught = int(status.partition("SigCgt:")[2].split()[0], 16)
            return bool(caught >> (signal.SIGTERM - 1) & 1)
        return False

    def wait_for_window(self) -> None:
        while not self.catches_signals():
            assert self.runs(), self.process.communicate()
            assert time.monotonic() < self.begun + PATIENCE
            time.sleep(0.005)

    def end_by(self, *delays: float) -> str:
        """Send SIGINT after each delay, and return how the program ended: in short, if well."""
        for delay in delays:
            time.sleep(delay)
            if self.runs():
                self.process.send_signal(signal.SIGINT)
            elif delay is delays[0]:
                return "had ended before"
        try:
            _, errors = self.process.communicate(timeout=SOON)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, errors = self.process.communicate()
            return before_the_program(errors) or f"SWALLOWED: {last_line(errors)}"
        code, errors = self.process.returncode, errors.replace(OF_OFFSCREEN, "").strip()
        if errors or code not in (0, BY_SIGNAL):
            return before_the_program(errors) or f"FAULT {code}: {last_line(errors)}"
        return "closed" if code == 0 else "died of the signal"


def last_line(errors: str) -> str:
    return (errors.strip() or "silent").splitlines()[-1]


def before_the_program(errors: str) -> str:
    """Say so if it was Python's own start, before any line of the program, that was interrupted."""
    if "KeyboardInterrupt" in errors and "gumbel_gui/" not in errors:
        return "interrupted before the first line of the program"
    return ""


@pytest.fixture
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Child]]:
    """Return a function that starts the program, each time in an empty home that is its own."""
    children: list[Child] = []
    numbers = count()

    def begun(platform: str, *words: str) -> Child:
        home = tmp_path / f"home{next(numbers)}"
        home.mkdir()
        environment = {**os.environ, "QT_QPA_PLATFORM": platform, "HOME": str(home)}
        environment["XDG_CONFIG_HOME"] = str(home)
        if platform == "xcb":
            environment["DISPLAY"] = request.getfixturevalue("display_name")
        start = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "gumbel_gui", *words],
            cwd=home,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            # Ignored signals, as of a job in the background, would be ignored by the program.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        children.append(Child(process, start, home))
        return children[-1]

    yield begun
    for child in children:
        child.process.kill()
        child.process.wait()
        child.process.stderr.close()


@pytest.fixture
def moments(request: pytest.FixtureRequest) -> Callable[[float], list[float]]:
    """Return a function that gives one moment at random in each equal part of a span."""

    def spread(span: float) -> list[float]:
        tries = request.config.getoption("--tries")
        dice = random.Random(12)
        found = [span * (i + dice.random()) / tries for i in range(tries)]
        dice.shuffle(found)
        return found

    return spread


def told(found: list[str]) -> list[str]:
    """Write how often each end was seen to the captured output, and return the faults."""
    counts = Counter(found).most_common()
    sys.stdout.writelines(f"\n{number:4} {end}" for end, number in counts)
    return [end for end in found if end.startswith(("FAULT", "SWALLOWED"))]


@pytest.mark.parametrize("platform", ["xcb", "offscreen"])
def test_a_signal_while_the_program_starts_ends_it(begin: Callable, moments: Callable, platform):
    child = begin(platform)
    child.wait_for_window()
    span = 1.2 * (time.monotonic() - child.begun)
    assert told([child.end_by(0)]) == []
    assert told([begin(platform).end_by(delay) for delay in moments(span)]) == []


def test_a_signal_while_a_figure_is_drawn_leaves_nothing(begin: Callable, moments: Callable):
    child = begin("offscreen", *DRAW)
    assert child.process.wait(PATIENCE) == 0
    span = time.monotonic() - child.begun
    found = []
    for delay in moments(0.8 * span):
        child = begin("offscreen", *DRAW)
        found.append(child.end_by(delay))
        left = set(os.listdir(child.home)) - {"figure.png"}
        found += [f"FAULT: left {left}"] * bool(left)
    assert told(found) == []


@pytest.mark.parametrize("platform", ["xcb", "offscreen"])
def test_more_signals_while_the_program_closes_end_it(begin: Callable, moments: Callable, platform):
    """Two signals and five in turn."""
    found = []
    for delay, more in zip(moments(0.3), cycle((1, 4)), strict=False):
        child = begin(platform)
        child.wait_for_window()
        found.append(child.end_by(3 * delay, *[delay / more] * more))
    assert told(found) == []
