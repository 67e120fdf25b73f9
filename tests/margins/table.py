"""The table of the coverages: what is simulated is read back from it, and cells are put into it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from margins.cases import DRAWS, Case

MISSING = "·"
HEAD = """# Coverage of the margins in the captions

How often a 95 % interval contains the truth, in per cent of the seeds in which the caption shows
it. Written by `python tests/margins` ({seeds} seeds a cell, and {again} others where those fell
short). The draws and the truths are those of `laws.py` and `cases.py`, not the program's; the
estimates come from the functions that the captions use.

- **–**: no margin is promised, and none is shown. **bound**: a bound decides, but is not shown as a
  margin. **·**: not simulated.
- A margin should cover in at least 93.0 % of cases, and in no more than 99.5 % unless the law is
  discrete. What does not is set in bold, with what is wrong; of {cells} cells with a margin {wrong}
  are.
- "(in 99 %)": it is shown in so many of the seeds; in the others all draws were alike.
{unfinished}"""
UNFINISHED = """
**Unfinished**: {missing} cells have yet to be simulated, by `python tests/margins --missing`.
"""


class Table:
    """The texts of the cells, by quantity and law.

    Args:
        cases: the lines.
        path: of a table; it need not exist, and lines of other cases in it are left out.
    """

    def __init__(self, cases: Iterable[Case], path: Path) -> None:
        self._path = path
        self._lines = {
            (_heading(case), _law(case)): dict.fromkeys(DRAWS, MISSING) for case in cases
        }
        heading, text = "", path.read_text(encoding="utf-8") if path.exists() else ""
        for line in text.splitlines():
            if line.startswith("## "):
                heading = line[3:]
            law, *cells = (each.strip() for each in line.strip("| ").split("|"))
            if (heading, law) in self._lines and len(cells) == len(DRAWS):
                self._lines[heading, law] = dict(zip(DRAWS, cells, strict=True))

    def lacks(self, case: Case, n: int) -> bool:
        """Return whether a cell has not been simulated."""
        return self._lines[_heading(case), _law(case)][n] == MISSING

    def put(self, case: Case, n: int, text: str) -> None:
        """Put a cell's text in its place."""
        self._lines[_heading(case), _law(case)][n] = text

    def line(self, case: Case) -> str:
        """Return the line of a case."""
        cells = self._lines[_heading(case), _law(case)].values()
        return f"| {_law(case)} | {' | '.join(cells)} |"

    @property
    def cells(self) -> list[str]:
        """All texts."""
        return [text for cells in self._lines.values() for text in cells.values()]

    @property
    def wrong(self) -> int:
        """The number of cells with something wrong."""
        return sum(text.startswith("**") for text in self.cells)

    def write(self, seeds: int, again: int) -> None:
        """Write the table, and what it lacks."""
        shown = sum(text.strip("*")[0].isdigit() for text in self.cells)
        missing = self.cells.count(MISSING)
        head = HEAD.format(
            seeds=seeds,
            again=again,
            cells=shown,
            wrong=self.wrong or "none",
            unfinished=UNFINISHED.format(missing=missing) if missing else "",
        )
        draws = " | ".join(f"n = {n:,}".replace(",", " ") for n in DRAWS)
        parts, rule = [head], "|---" * (len(DRAWS) + 1) + "|"
        for heading in dict.fromkeys(heading for heading, _ in self._lines):
            parts.append(f"## {heading}\n\n| law | {draws} |\n{rule}")
            for (each, law), cells in self._lines.items():
                if each == heading:
                    parts[-1] += f"\n| {law} | {' | '.join(cells.values())} |"
            parts[-1] += "\n"
        self._path.write_text("\n".join(parts), encoding="utf-8")


def _heading(case: Case) -> str:
    return case.what[0].upper() + case.what[1:]


def _law(case: Case) -> str:
    return f"{case.law}{' (discrete)' if case.discrete else ''}"
