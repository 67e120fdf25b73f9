"""Simulate the intervals of gradient estimates: ``python tests/margins/gradients``.

Lines that are simulated replace those in the table, and the others stay.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from margins.gradients.simulation import (
    CASES,
    HIGHEST,
    LOWEST,
    SEEDS,
    TEMPERATURES,
    lines_of,
    rows,
)

TABLE = Path(__file__).with_name("GRADIENTS.md")
HEAD = f"""# Coverage of the intervals of gradient estimates

Written by `python tests/margins/gradients`: {SEEDS:,} samples for each line, so that a share of
0.95 is known to ± 0.01. Intervals are to cover in at least {LOWEST:.0%} of samples; those of the
standard deviation in at most {HIGHEST:.1%}, unless they are of few draws that can give few values
(all but Gumbel-softmax at large t); those of the bias and of the root mean square error are bounds.
*worth* is the number of draws of equal weight that n draws are worth, n/κ; below 50 no interval is
shown (—).

| p | loss | estimator | t | n | worth | bias | SD | RMSE | |
|---|---|---|---|---|---|---|---|---|---|
"""
POINTS = [(case, t) for case in CASES for t in TEMPERATURES]
KEYS = [line.key for case, t in POINTS for line in lines_of(case, t)]


def read(path: Path) -> dict[tuple[str, ...], str]:
    """Return the lines of a table by what they are of; others than are in it now are left out."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = {tuple(c.strip() for c in each.split("|")[1:6]): each for each in text.splitlines()}
    return {key: lines[key] for key in KEYS if key in lines}


def write(path: Path, lines: dict[tuple[str, ...], str]) -> int:
    """Write the table, and return how many lines fail."""
    found = [lines[key] for key in KEYS if key in lines]
    failed = sum("**fails**" in each for each in found)
    shown = failed + sum("| holds |" in each for each in found)
    end = f"\n\n{shown} intervals shown, {failed or 'none'} fail.\n"
    if missing := len(KEYS) - len(found):
        end += f"\n**Unfinished**: {missing} lines lack, see `python tests/margins/gradients -h`.\n"
    path.write_text(HEAD + "\n".join(found) + end, encoding="utf-8")
    return failed


def main() -> int:
    """Return 0, or 1 if some interval does not hold."""
    parser = argparse.ArgumentParser(prog="python tests/margins/gradients", description=__doc__)
    parser.add_argument("--only", default="", help='what is in, for instance, "K = 5; t = 0.5"')
    parser.add_argument("--missing", action="store_true", help="what the table does not have yet")
    parser.add_argument("--output", type=Path, default=TABLE)
    order = parser.parse_args()
    lines, failed = read(order.output), 0
    for case in CASES:
        wanted = [
            t
            for t in TEMPERATURES
            if order.only in f"{case.name}; t = {t:g}"
            and not (order.missing and all(line.key in lines for line in lines_of(case, t)))
        ]
        for row in rows(case, wanted):
            lines[row.key] = str(row)
            sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
        failed = write(order.output, lines)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
