"""Write the tables of the READMEs from a run: ``python tests/benchmarks/tables.py FILE.json``.

Those of the program say the worst row of each goal, that of the benchmarks says all rows. Without a
file they say nothing yet.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from goals import GOALS, Goal, quantity, ratio_in_words
from measure import Row

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / ".github" / "README.zh.md"}
ALL_ROWS = HERE / "README.md"
TABLE = re.compile(r"(?<=<!-- benchmarks -->\n)(?:\|.*\n)*")
HEADINGS = {
    "en": ("work", "ours", "peer", "ratio", "goal"),
    "zh": ("工作", "本程序", "对照", "比值", "目标"),
}
PHRASES = {"en": {}, "zh": {" of it": " 倍", " × as fast": " 倍速", " ×": " 倍速"}}
"""Of ratios and goals, in the order in which they are looked for."""


def table(headings: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """Return a table of Markdown, with the numbers at the right."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def worst(rows: Sequence[Row], goal: Goal) -> Row | None:
    """Return the row that is farthest from a goal, of those that could be measured."""
    found = [row for row in rows if row.limit is goal and row.met is not None]
    if goal.unit:
        return max(found, key=lambda row: row.ours, default=None)
    sign = 1 if goal.share else -1
    return max(found, key=lambda row: sign * row.ratio, default=None)


def goal_rows(rows: Sequence[Row], code: str) -> Iterator[Sequence[str]]:
    """Yield a row for each goal, in a language."""
    for goal in GOALS.values():
        row = worst(rows, goal)
        cells = numbers(row) if row else ("–",) * 3
        yield goal.words[code], *(translated(cell, code) for cell in (*cells, goal.text()))


def numbers(row: Row) -> tuple[str, str, str]:
    """Return what was measured in words."""
    values = (quantity(each, row.unit) or "–" for each in (row.ours, row.peer))
    return *values, ratio_in_words(row.ratio, row.share) or "–"


def all_rows(rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    """Yield everything that was measured."""
    for row in rows:
        ours, peer, ratio = numbers(row)
        met = {True: "", False: ", not met", None: ""}[row.met]
        goal = f"{row.limit.text()}{met}" if row.limit else ""
        yield f"{row.work} ({row.group})", ours, f"{peer} {row.against}".strip(), ratio, goal


def translated(text: str, code: str) -> str:
    for english, other in PHRASES[code].items():
        text = text.replace(english, other)
    return text


def with_table(text: str, lines: str) -> str:
    """Return a text with this table below its mark."""
    return TABLE.sub(lambda _: lines, text)


def main(file: str = "") -> None:
    run = json.loads(Path(file).read_text("utf-8")) if file else {"rows": []}
    rows = [Row.of(record) for record in run["rows"]]
    texts = {
        path: table(HEADINGS[code], goal_rows(rows, code)) for code, path in READMES.items()
    } | {ALL_ROWS: table(HEADINGS["en"], all_rows(rows))}
    for path, lines in texts.items():
        path.write_text(with_table(path.read_text("utf-8"), lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
