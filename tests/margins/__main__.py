"""Simulate every margin of every caption, and write the table: ``python tests/margins``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from margins.cases import DRAWS, Case, cases
from margins.coverage import measure

AGAIN = 4
"""Times as many seeds where the first ones fall short."""
TABLE = Path(__file__).with_name("COVERAGE.md")
HEAD = """# Coverage of the margins in the captions

How often a 95 % interval contains the truth, in per cent of the seeds in which the caption shows
it. Written by `python tests/margins` ({seeds} seeds a cell, and {again} others where those fell
short). The draws and the truths are those of `cases.py`, not the program's; the estimates come from
the functions that the captions use.

- **–**: no margin is promised, and none is shown. **bound**: a bound decides, but is not shown as a
  margin. **·**: not simulated.
- A margin should cover in at least 93.0 % of cases, and in no more than 99.5 % unless the law is
  discrete. What does not is set in bold, with what is wrong; of {cells} cells with a margin {wrong}
  are.
- "(in 99 %)": it is shown in so many of the seeds; in the others all draws were alike.
"""


def main() -> int:
    """Return 0, or 1 if some margin does not hold."""
    parser = argparse.ArgumentParser(prog="python tests/margins", description=__doc__)
    parser.add_argument("--seeds", type=int, default=2000, help="for each cell (default 2000)")
    parser.add_argument("--only", default="", help="cases whose quantity or law holds this")
    parser.add_argument("--most", type=int, default=DRAWS[-1], help="largest number of draws")
    parser.add_argument("--output", type=Path, default=TABLE)
    order = parser.parse_args()
    rows, wrong, cells = dict[str, list[str]](), 0, 0
    for case in cases():
        if order.only not in f"{case.what} {case.law}":
            continue
        texts = []
        for n in DRAWS:
            if n > order.most:
                texts.append("·")
                continue
            cell = measure(case, n, order.seeds)
            if cell.wrong(case.discrete):  # by chance in one cell of many: look closer
                cell = measure(case, n, AGAIN * order.seeds)
            texts.append(cell.text(case.discrete))
            wrong += bool(cell.wrong(case.discrete))
            cells += cell.shown > 0
        rows.setdefault(case.what, []).append(row(case, texts))
        sys.stdout.write(rows[case.what][-1] + "\n")
        sys.stdout.flush()
    words = {"seeds": order.seeds, "again": AGAIN * order.seeds}
    parts = [HEAD.format(**words, cells=cells, wrong=wrong or "none")]
    head = "| law | " + " | ".join(f"n = {n:,}".replace(",", " ") for n in DRAWS) + " |\n"
    for what, lines in rows.items():
        rule = "|---" * (len(DRAWS) + 1) + "|\n"
        parts.append(f"## {what[0].upper()}{what[1:]}\n\n{head}{rule}" + "\n".join(lines) + "\n")
    order.output.write_text("\n".join(parts), encoding="utf-8")
    return int(wrong > 0)


def row(case: Case, texts: list[str]) -> str:
    """Return a line of the table."""
    law = f"{case.law}{' (discrete)' if case.discrete else ''}"
    return f"| {law} | {' | '.join(texts)} |"


if __name__ == "__main__":
    sys.exit(main())
