"""The quick form of the simulation: some cells, few seeds. The whole one: python tests/margins."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from margins.cases import DRAWS, cases, entry_case, quick
from margins.coverage import Cell, measure
from margins.laws import entries, vectors
from margins.table import Table

from gumbel_gui.core.mistakes import Mistake
from tests.statistical import checks

SEEDS = 400
CASES = quick()
TABLE = Path(__file__).with_name("COVERAGE.md")


@pytest.mark.parametrize("n", [10, 100, 1000])
@pytest.mark.parametrize("case", CASES, ids=[f"{case.what}; {case.law}" for case in CASES])
def test_margins_cover_where_they_are_shown(case, n):
    """400 seeds; the table has no margin that covers in less than 93 %, and no bound below 95 %."""
    cell = measure(case, n, SEEDS)
    checks.at_least(cell.covered, cell.shown, 0.93)
    checks.at_least(cell.held, cell.bounds, 0.95)


def test_a_margin_that_is_too_narrow_is_found():
    assert Cell(400, 400, 350, 0, 0).wrong(discrete=False) == "too narrow"
    assert Cell(400, 400, 400, 0, 0).wrong(discrete=False) == "too wide"
    assert Cell(400, 400, 400, 0, 0).wrong(discrete=True) == ""
    assert Cell(400, 0, 0, 400, 370).wrong(discrete=False) == "bound too narrow"


def test_the_table_has_all_cells_and_no_margin_that_does_not_cover():
    table = Table(cases(), TABLE)
    assert not any(table.lacks(case, n) for case in cases() for n in DRAWS)
    assert table.wrong == 0
    assert "cells with a margin none" in TABLE.read_text(encoding="utf-8")


def test_cells_are_put_into_a_table_that_is_read_back(tmp_path):
    path, first, last = tmp_path / "table.md", CASES[0], CASES[-1]
    table = Table(CASES, path)
    table.put(first, 10, "95.0")
    table.put(last, 100, "**90.0 too narrow**")
    table.write(2000, 8000)
    again = Table(CASES, path)
    assert (again.lacks(first, 10), again.lacks(first, 100), again.lacks(last, 100)) == (0, 1, 0)
    assert again.wrong == 1
    missing = f"**Unfinished**: {len(CASES) * len(DRAWS) - 2} cells"
    assert missing in path.read_text(encoding="utf-8")
    for case in CASES:
        for n in DRAWS:
            again.put(case, n, "–")
    again.write(2000, 8000)
    assert "Unfinished" not in path.read_text(encoding="utf-8")


def test_draws_of_two_classes_have_the_mean_and_the_tails_of_their_law():
    """Of p = 1e-6, t = 0.1: a few of a million draws make up the mean."""
    rare = vectors()["K = 2, 1e-6"]
    truth, _ = entry_case("", rare, 0.1).prepare()
    logits = tuple(np.log(rare).tolist())
    law = entries(logits, 1, Mistake.NONE, (0.1,))[0.1]
    assert law.mean == pytest.approx(truth, rel=0.01)
