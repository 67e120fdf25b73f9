"""Run all statistical tests and write their table: ``python tests/statistical``.

``--seeds 20`` runs them with 20 other seeds, and tells which fail: all but about one in a thousand
such runs ought to pass.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.statistical.checks import Check
from tests.statistical.table import ROOT, function_of, read, row_of, using_checks, write


def run(paths: list[str], **environment: str) -> tuple[int, str]:
    """Run tests, and return how pytest ended and what it said."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths]
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True
    )
    return done.returncode, done.stdout


def tabulate() -> int:
    """Write the table anew, and return 0, or 1 if a test failed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checks"
        path.touch()
        code, out = run(using_checks(), GUMBEL_GUI_STATISTICS=str(path))
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found: dict[str, list[list[Check]]] = {}
    for node, made in lines:
        found.setdefault(function_of(node), []).append([Check(*each) for each in made])
    skipped = {
        name: row for name, row in read().items() if name in map(function_of, using_checks())
    }
    write(skipped | {name: row_of(cases) for name, cases in found.items()})
    sys.stdout.write(out[-3000:] if code else f"{len(found)} tests\n")
    return code


def other_seeds(number: int, paths: list[str]) -> int:
    """Run tests with other seeds, and return 0, or 1 if any failed."""
    failed = 0
    for seed in range(1, number + 1):
        code, out = run(paths or using_checks(), GUMBEL_GUI_SEED=str(seed * 10**6))
        failed += code != 0
        lines = [line for line in out.splitlines() if line.startswith(("FAILED", "ERROR"))]
        sys.stdout.write("\n".join([f"seed {seed}: {out.splitlines()[-1]}", *lines]) + "\n")
        sys.stdout.flush()
    return int(failed > 0)


def main() -> int:
    """Do what the words say."""
    parser = argparse.ArgumentParser(prog="python tests/statistical", description=__doc__)
    parser.add_argument("--seeds", type=int, default=0, help="how many others to run with")
    parser.add_argument("paths", nargs="*", help="files for --seeds, all if none is named")
    given = parser.parse_args()
    return other_seeds(given.seeds, given.paths) if given.seeds else tabulate()


if __name__ == "__main__":
    sys.exit(main())
