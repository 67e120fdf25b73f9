"""Pictures of everything there is to see: ``python tests/pictures --output FOLDER``.

All views at all sizes, with few classes, many, and long names; the dialogs, menus, steps of the
guide, special looks and single plots; in each language and theme. Contact sheets are in
``sheets/``, what is clipped, elided or overlaps in ``faults.txt``. ``--only "zh dark 1366x768"``
makes the pictures whose names have all these words; ``--list`` lists the names.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
SCREEN = {"name": "wide", "x": 0, "y": 0, "width": 2560, "height": 1440}
RESOLUTION = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def main() -> int:
    """Take the pictures that are asked for; the exit code is 1 if there are faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("pictures"))
    parser.add_argument("--only", default="", help="words that a name has to have")
    parser.add_argument("--list", action="store_true", help="list the names")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    from pictures import gallery

    if options.child:
        gallery.main(options.output)
        return 0
    words = set(options.only.split())
    wanted = [name for name in gallery.names() if words <= {*name, *name.what.split("_")}]
    if options.list:
        sys.stdout.write("".join(f"{name.file}\n" for name in wanted))
        return 0
    options.output.mkdir(parents=True, exist_ok=True)
    return take(wanted, options.output.absolute())


def take(wanted: list[tuple[str, ...]], folder: Path) -> int:
    """Take pictures, those of one language and scale in one process, and make the sheets."""
    from pictures import gallery, sheets

    def part(name: gallery.Name) -> tuple[str, int]:
        return name.language, gallery.SIZES[name.size][2]

    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN | RESOLUTION]}), "utf-8")
    parts = {key: list(some) for key, some in groupby(sorted(wanted, key=part), key=part)}

    def run(key: tuple[str, int]) -> str:
        words = [sys.executable, str(HERE), "--child", "--output", str(folder)]
        surroundings = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": str(key[1]),
            "HOME": str(folder),
        }
        lines = "".join(" ".join(name) + "\n" for name in parts[key])
        done = subprocess.run(words, input=lines, env=surroundings, text=True, capture_output=True)
        if done.returncode:
            raise SystemExit(done.stdout[-200:] + done.stderr[-3000:])
        return (folder / "faults-{}-{}.txt".format(*key)).read_text("utf-8")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = "".join(pool.map(run, parts))
    (folder / "faults.txt").write_text(faults, "utf-8")
    groups: dict[str, list[Path]] = {}
    for name in wanted:
        group = name.size if name.what in gallery.VIEWS else f"{name.what.partition('_')[0]}s"
        groups.setdefault(f"{name.language}-{name.theme}-{group}", []).append(folder / name.file)
    (folder / "sheets").mkdir(exist_ok=True)
    sheets.write(folder / "sheets", groups, 5)
    sys.stdout.write(faults)
    sys.stdout.write(f"{len(wanted)} pictures, {len(faults.splitlines())} faults\n")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
