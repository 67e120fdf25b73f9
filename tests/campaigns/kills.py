"""Kill the program at random moments of editing, and see how much of it the next start has lost.

``python tests/campaigns/kills.py [NUMBER]`` prints a line for each kill and the worst of them, and
ends with 1 if more than two seconds were lost or a start did not go on from what was there.
"""

from __future__ import annotations

import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MOST_LOST = 2.0
"""Seconds."""
EDIT_MS = 15
SHORTEST, LONGEST = 0.05, 4.0
"""Seconds from the first picture to the kill."""


@dataclass(frozen=True)
class Kill:
    """What one kill has cost.

    Attributes:
        edits: how many were made since the start.
        gone: how many of them the next start does not have.
        lost: seconds from the first edit that is gone to the kill; 0 if none is.
        found: whether the next start has a state that there was.
        stall: the longest time between two edits in seconds: a busy machine delays the timer that
            stores as much as those that edit.
    """

    edits: int
    gone: int
    lost: float
    found: bool
    stall: float

    @property
    def good(self) -> bool:
        """Whether no more was lost than two seconds and what the machine has stalled."""
        return self.found and self.lost <= MOST_LOST + self.stall


def campaign(number: int, seed: int, home: Path) -> list[Kill]:
    """Return what so many kills have cost, each of a program that goes on from the one before."""
    chance, kills = random.Random(seed), []
    before: list[dict[str, Any]] = []
    killed = 0.0
    for i in range(number + 1):
        lines, killed_now = _run(home, chance, end=i == number)
        if before:
            kills.append(_cost(before, killed, lines[0]["state"]))
        before, killed = lines, killed_now
    return kills


def _run(home: Path, chance: random.Random, *, end: bool) -> tuple[list[dict[str, Any]], float]:
    """Start the program, kill it at a random moment, and return its log and that moment."""
    log = home / "log"
    hidden = ("WAYLAND_DISPLAY", "DISPLAY", "XDG_CONFIG_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"HOME": str(home), "APPDATA": str(home), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, __file__, "--edit", str(log), str(chance.randrange(10**9))]
    child = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    if not end:
        time.sleep(chance.uniform(SHORTEST, LONGEST))
    moment = time.monotonic()
    child.send_signal(signal.SIGKILL)
    child.communicate()
    # The last line may be cut short.
    lines = log.read_text("utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines], moment


def _cost(lines: list[dict[str, Any]], killed: float, restored: object) -> Kill:
    times = [line["time"] for line in lines]
    stall = max((b - a for a, b in zip(times, [*times[1:], killed], strict=True)), default=0.0)
    last = max((i for i, line in enumerate(lines) if line["state"] == restored), default=-1)
    lost = killed - times[last + 1] if last + 1 < len(lines) else 0.0
    return Kill(len(lines) - 1, len(lines) - 1 - max(last, 0), lost, last >= 0, stall)


def _edit(log: Path, seed: int) -> None:
    """Run the program and edit without end, each edit logged when it is done."""
    from PyQt6.QtCore import QTimer

    from gumbel_gui.gui import app
    from gumbel_gui.gui.lab import Lab

    chance, whole = random.Random(seed), Lab.start
    file = log.open("w", encoding="utf-8", buffering=1)

    def note(lab: Lab) -> None:
        state = lab.store.state
        shown = asdict(state) | {"options": sorted(state.options), "view": lab._view}
        line = {"time": time.monotonic(), "state": shown}
        file.write(json.dumps(line) + "\n")

    def start(lab: Lab) -> None:
        whole(lab)
        note(lab)
        timer = QTimer(lab)
        timer.timeout.connect(lambda: (change(lab, chance), note(lab)))
        lab.updated.connect(lambda: timer.isActive() or (timer.start(EDIT_MS), begun()))

    def begun() -> None:
        os.write(1, b"begun\n")

    Lab.start = start  # type: ignore[method-assign]
    app.run()


def change(lab: Any, chance: random.Random) -> None:
    """Change something, and the seed with it, so that no two states are alike."""
    store, state = lab.store, lab.store.state
    k, classes = chance.randrange(state.parameters.classes), state.parameters.classes
    edits = [
        lambda s: s.with_parameter("temperature", chance.uniform(0.1, 5)),
        lambda s: s.with_label(k, f"name {chance.random():.3g}"),
        lambda s: s.with_option("noise_histogram.cdf", chance.random() < 0.5),
        lambda s: s.with_vector([chance.random() + 0.01 for _ in range(classes)]),
        lambda s: s.with_class_added() if classes < 8 else s.without_class(k),
        lambda s: s.with_lock(k, chance.random() < 0.1),
    ]
    if chance.random() < 0.02:
        lab.set_view(chance.choice(["sample", "noise", "samplers"]))
    number = chance.randrange(2**60)
    store.edit("edit", lambda s: chance.choice(edits)(s).with_parameter("seed", number), run="drag")
    if chance.random() < 0.05:
        store.history.undo()


def main(number: int, seed: int = 1) -> int:
    """Kill so many times, print what it has cost, and return the exit code."""
    with tempfile.TemporaryDirectory() as home:
        kills = campaign(number, seed, Path(home))
    lost = [kill.lost for kill in kills]
    lines = [
        f"{each.edits} edits, {each.gone} of them and {each.lost:.2f} s lost"
        f"{'' if each.good else ': BAD'}"
        for each in kills
    ]
    edits, gone = sum(each.edits for each in kills), sum(each.gone for each in kills)
    lines.append(
        f"{number} kills, {edits} edits: {gone} lost, those of {max(lost):.2f} s at most and of "
        f"{statistics.median(lost):.2f} s in the median; {sum(not each.good for each in kills)} bad"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return int(not all(kill.good for kill in kills))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--edit"]:
        _edit(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 100))
