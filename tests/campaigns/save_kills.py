"""Kill a process at random moments of saving: the file is the old or the new one, never a mixture.

``python tests/campaigns/save_kills.py [NUMBER]`` kills as many times, prints a line for each and a
summary, and ends with 1 if a file was neither, or if the next save there left a stray one.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.data.draws import save_draws
from gumbel_gui.figures.experiments.experiment import Experiment
from gumbel_gui.figures.targets import write

DRAWS = {"npz": 200_000, "csv": 20_000, "bin": 2_000_000}
"""Some milliseconds of work each; of ``bin``, bytes that are written at once."""
TIMES = (0.0, 0.25)
"""Seconds from the beginning of the first save to the kill: within the first to the tenth."""
WITHOUT_NAMES = "named"


@dataclass(frozen=True)
class Kill:
    """What one kill has left.

    Attributes:
        ending: of the file.
        saves: how many were finished.
        seed: of the draws in the file; −1 if it is not what a save wrote.
        strays: other files that were left.
        after: other files that were left after the next save in the folder.
    """

    ending: str
    saves: int
    seed: int
    strays: int
    after: int

    @property
    def good(self) -> bool:
        """Whether the file is that of the last save that ended, or of the one that was killed."""
        return self.seed in (self.saves, self.saves + 1) and self.after == 0


def save(path: Path, seed: int) -> None:
    """Write the file of a seed."""
    number = DRAWS[path.suffix[1:]]
    if path.suffix == ".bin":
        write(path, seed.to_bytes(4, "big") * (number // 4))
    else:
        save_draws(path, Experiment(Parameters((1, 2), draws=number, seed=seed)))


def seed_of(path: Path, possible: tuple[int, ...]) -> int:
    """Return which of the seeds a file is of, compared as a whole, or −1."""
    if path.suffix == ".npz" and zipfile.ZipFile(path).testzip() is not None:
        return -1
    with tempfile.TemporaryDirectory() as other:
        for seed in possible:
            save(Path(other) / path.name, seed)
            if (Path(other) / path.name).read_bytes() == path.read_bytes():
                return seed
    return -1


def campaign(number: int, seed: int, home: Path) -> list[Kill]:
    """Return what so many kills have left, endings and ways to write in turn."""
    chance, kills = random.Random(seed), []
    endings = list(DRAWS)
    for i in range(number):
        folder = home / str(i)
        folder.mkdir()
        path = folder / f"a.{endings[i % len(endings)]}"
        way = WITHOUT_NAMES if i // len(endings) % 2 else ""
        kills.append(_kill(path, way, chance))
    return kills


def _kill(path: Path, way: str, chance: random.Random) -> Kill:
    words = [sys.executable, __file__, "--save", str(path), way]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "0\n"  # the old file is there
    time.sleep(chance.uniform(*TIMES))
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    # A line may be missing between the end of a save and its being told.
    saves = len(rest.splitlines())
    found = seed_of(path, (saves, saves + 1))
    strays = len(os.listdir(path.parent)) - 1
    write(path.with_name("next"), b"")
    return Kill(path.suffix[1:], saves, found, strays, len(os.listdir(path.parent)) - 2)


def _save_without_end(path: Path, way: str) -> None:
    """Save seed after seed, each told when it is in place."""
    from gumbel_gui.figures import whole_files

    if way == WITHOUT_NAMES:
        whole_files._open_unnamed = lambda _: None
    seed = 0
    while True:
        save(path, seed)
        os.write(1, f"{seed}\n".encode())
        seed += 1


def main(number: int, seed: int = 1) -> int:
    """Kill so many times, print what was left, and return the exit code."""
    with tempfile.TemporaryDirectory() as home:
        kills = campaign(number, seed, Path(home))
    lines = [
        f"{each.ending} killed after {each.saves} saves: "
        f"{each.strays} stray, {each.after} after the next save, "
        f"{'BAD' if not each.good else 'as before' if each.seed == each.saves else 'the new one'}"
        for each in kills
    ]
    kinds = Counter("new" if each.seed == each.saves + 1 else "old" for each in kills if each.good)
    bad = sum(not each.good for each in kills)
    strays, after = sum(each.strays for each in kills), sum(each.after for each in kills)
    lines.append(
        f"{number} kills: {kinds['old']} old files, {kinds['new']} new ones, {bad} bad; "
        f"{strays} stray files, {after} of them after the next save"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bad > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--save"]:
        _save_without_end(Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 100))
