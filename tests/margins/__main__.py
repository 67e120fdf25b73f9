"""Simulate the margins of all captions but those of gradients: ``python tests/margins``.

Cells that are simulated replace those in the table, and the others stay.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from margins.cases import DRAWS, Case, cases
from margins.coverage import measure
from margins.table import Table

SEEDS, AGAIN = 2000, 8000
"""For each cell, and where it falls short."""


def main() -> int:
    """Return 0, or 1 if some margin does not hold."""
    parser = argparse.ArgumentParser(prog="python tests/margins", description=__doc__)
    parser.add_argument("--only", default="", help="cases whose quantity or law holds this")
    parser.add_argument("--most", type=int, default=DRAWS[-1], help="largest number of draws")
    parser.add_argument("--missing", action="store_true", help="what the table does not have yet")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("COVERAGE.md"))
    order = parser.parse_args()
    table = Table(cases(), order.output)
    for case in cases():
        if order.only not in f"{case.what} {case.law}":
            continue
        sizes = [n for n in DRAWS if n <= order.most]
        sizes = [n for n in sizes if not order.missing or table.lacks(case, n)]
        for n in sizes:
            table.put(case, n, simulated(case, n))
        if sizes:
            table.write(SEEDS, AGAIN)
            sys.stdout.write(table.line(case) + "\n")
            sys.stdout.flush()
    return int(table.wrong > 0)


def simulated(case: Case, n: int) -> str:
    """Return the text of a cell; what is wrong by chance in one cell of many is looked at again."""
    cell = measure(case, n, SEEDS)
    if cell.wrong(case.discrete):
        cell = measure(case, n, AGAIN)
    return cell.text(case.discrete)


if __name__ == "__main__":
    sys.exit(main())
