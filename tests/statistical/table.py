"""STATISTICS.md: all tests that compare random draws with a law, how often each is wrong, and why.

A row holds what the checks of a test computed for themselves. Each run compares what a test checks
with its row, so that neither can change without the other.
"""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.statistical.checks import LEVEL, Check

ROOT = Path(__file__).parents[2]
PATH = Path(__file__).with_name("STATISTICS.md")
CHECKS = {"means", "correlations", "follows", "counts", "happens", "at_least", "at_most"}
MOST = 1e-3
"""How often a run of all tests may alarm though all is right."""
CHANCE = 1.1
"""By how much a bias may differ from its row, as errors that are estimated do."""
HEAD = """# Statistical tests

Written by `python tests/statistical`, which runs them all (3 minutes of one core): what their
checks compute for themselves. A test that checks more than its row, or less exactly, fails.

- **cases**: of a parametrised test; **checks**: in each of them, at most.
- **false alarm**: how often it would fail though all is right, of seeds drawn anew. {count} tests
  with {checks:,} checks at {level:.0e} each: **{total:.2g}** in all; allowed are {most:.0e}.
- **catches**: the smallest bias found in 90 % of cases. Of a *cdf* it is the largest distance, of
  shares by chi-square √(Σ (q − p)² / p), of everything else a difference.

| test | cases | checks | false alarm | catches |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Row:
    """What a test function checks.

    Attributes:
        cases: how many of it were run.
        checks: the most in one of them that can alarm.
        catches: the smallest bias that is caught, by kind of check.
    """

    cases: int
    checks: int
    catches: dict[str, float]

    @property
    def rate(self) -> float:
        """How often some case of it alarms though all is right, at most."""
        return self.cases * self.checks * LEVEL

    def lacks(self, of_case: Row) -> str:
        """Return what a case checks that the row does not say; nothing if all is there."""
        if of_case.checks > self.checks:
            return f"{of_case.checks} checks, where {self.checks} are listed"
        worse = (
            f"a {what} off by {bias:.2g} is caught, where {self.catches.get(what, 0):.2g} is listed"
            for what, bias in of_case.catches.items()
            if bias > CHANCE * self.catches.get(what, 0)
        )
        return "; ".join(worse)


def row_of(cases: Iterable[list[Check]]) -> Row:
    """Return the row of a test, from the checks of each of its cases."""
    cases, catches = list(cases), {}
    for check in (check for case in cases for check in case):
        if check.bias > 0:
            catches[check.what] = max(check.bias, catches.get(check.what, 0))
    most = max(round(sum(check.rate for check in case) / LEVEL) for case in cases)
    return Row(len(cases), most, catches)


def using_checks() -> list[str]:
    """Return the test functions that use the checks, themselves or by helpers of their file."""
    found = []
    for path in sorted(ROOT.joinpath("tests").rglob("test_*.py")):
        source = path.read_text("utf-8")
        if "statistical import checks" not in source:
            continue
        functions = {e.name: e for e in ast.parse(source).body if isinstance(e, ast.FunctionDef)}
        used = {
            name: {e.id for e in ast.walk(f) if isinstance(e, ast.Name)}
            for name, f in functions.items()
        }
        using = {name for name, f in functions.items() if _checks(f)}
        while more := {name for name in used if used[name] & using} - using:
            using |= more
        found += [
            f"{path.relative_to(ROOT)}::{n}"
            for n in functions
            if n in using and n.startswith("test_")
        ]
    return found


def _checks(function: ast.FunctionDef) -> bool:
    """Whether a function calls a check."""
    called = (e.func for e in ast.walk(function) if isinstance(e, ast.Call))
    attributes = (e for e in called if isinstance(e, ast.Attribute))
    return any(ast.unparse(e.value) == "checks" and e.attr in CHECKS for e in attributes)


def function_of(node: str) -> str:
    """Return the name of a test without its parameters, as the table has it."""
    return node.partition("[")[0].removeprefix("tests/")


def lacks(node: str, made: list[Check]) -> str:
    """Return what the table does not say of the checks of a test; keep them if it is made now."""
    if path := os.environ.get("GUMBEL_GUI_STATISTICS"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps([node, [(c.what, float(c.rate), float(c.bias)) for c in made]]))
            file.write("\n")
        return ""
    row = read().get(function_of(node), Row(0, 0, {}))
    told = row.lacks(row_of([made]))
    return told and f"{told} in {PATH.name}: write it anew by python tests/statistical"


def write(rows: dict[str, Row]) -> None:
    """Write the table."""
    checks = sum(row.cases * row.checks for row in rows.values())
    total = sum(row.rate for row in rows.values())
    text = HEAD.format(count=len(rows), checks=checks, level=LEVEL, total=total, most=MOST)
    PATH.write_text(text + "".join(_lines(rows)), "utf-8")


def _lines(rows: dict[str, Row]) -> Iterator[str]:
    for name, row in sorted(rows.items()):
        catches = ", ".join(f"{what} {bias:.2g}" for what, bias in sorted(row.catches.items()))
        yield f"| {name} | {row.cases} | {row.checks} | {row.rate:.1e} | {catches} |\n"


@cache
def read() -> dict[str, Row]:
    """Return the rows of the table."""
    found = {}
    for name, cases, checks, catches in re.findall(
        r"^\| (\S+::\w+) \| (\d+) \| (\d+) \| \S+ \| (.*) \|$", PATH.read_text("utf-8"), re.M
    ):
        each = (part.rpartition(" ") for part in re.split(r", (?!by)", catches) if part)
        biases = {what: float(bias) for what, _, bias in each}
        found[name] = Row(int(cases), int(checks), biases)
    return found
