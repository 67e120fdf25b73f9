"""The quick form of the simulation: some cells, few seeds. The whole one: python tests/margins."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from margins.cases import quick
from margins.coverage import Cell, measure

SEEDS = 400
CASES = quick()


@pytest.mark.parametrize("n", [10, 100, 1000])
@pytest.mark.parametrize("case", CASES, ids=[f"{case.what}; {case.law}" for case in CASES])
def test_margins_cover_where_they_are_shown(case, n):
    """400 seeds: false alarm 5e-4 for all cells together, at a coverage of 95 %.

    It catches (95 %) a coverage of 0.875 or less.
    """
    cell = measure(case, n, SEEDS)
    assert cell.shown == 0 or cell.coverage >= 0.903, cell
    assert cell.bounds == 0 or cell.held >= 0.95 * cell.bounds, cell


def test_a_margin_that_is_too_narrow_is_found():
    assert Cell(400, 400, 350, 0, 0).wrong(discrete=False) == "too narrow"
    assert Cell(400, 400, 400, 0, 0).wrong(discrete=False) == "too wide"
    assert Cell(400, 400, 400, 0, 0).wrong(discrete=True) == ""
    assert Cell(400, 0, 0, 400, 370).wrong(discrete=False) == "bound too narrow"


def test_the_table_holds_no_margin_that_does_not_cover():
    table = Path(__file__).with_name("COVERAGE.md").read_text(encoding="utf-8")
    assert "cells with a margin none" in table
    assert "**" not in table.partition("\n## ")[2]
