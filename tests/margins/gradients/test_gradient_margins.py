"""A quick form of the simulation of the intervals of gradient estimates, and its table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from margins.gradients.__main__ import KEYS, TABLE, read, write
from margins.gradients.simulation import CASES, rows

from tests.statistical import checks

pytestmark = pytest.mark.long

SEEDS = 300
QUICK = [case for case in CASES if case.name in ("K = 5, the note's", "K = 2, 0.3 0.7")]


@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.name)
def test_intervals_cover_wherever_they_are_shown(case):
    """300 samples, of which at least 94 % are covered."""
    found = [*rows(case, [0.05, 0.5, 10.0, 1000.0], (100, 1000), SEEDS)]
    shown = [row for row in found if row.bias is not None]
    assert 10 <= len(shown) < len(found)
    for row in shown:
        for coverage in (row.bias, row.deviation, row.error):
            checks.at_least(round(coverage * SEEDS), SEEDS, 0.94)
        assert row.worth >= 50


def test_the_table_has_all_lines_and_no_failure(tmp_path):
    text = TABLE.read_text(encoding="utf-8")
    assert list(read(TABLE)) == KEYS
    assert "intervals shown, none fail." in text
    assert write(tmp_path / "table.md", read(TABLE)) == 0
    assert (tmp_path / "table.md").read_text(encoding="utf-8") == text


def test_a_line_that_lacks_is_told_and_one_that_fails_is_counted(tmp_path):
    path, lines = tmp_path / "table.md", read(TABLE)
    shown = next(key for key in KEYS if "| holds |" in lines[key])
    lines[shown] = lines[shown].replace("holds", "**fails**")
    del lines[KEYS[-1]]
    assert write(path, lines) == 1
    assert "**Unfinished**: 1 lines lack" in path.read_text(encoding="utf-8")
    assert list(read(path)) == KEYS[:-1]


def test_a_line_is_the_same_whatever_else_is_simulated():
    both, one = (list(rows(QUICK[0], at, (100,), 20)) for at in ([0.5, 2.0], [2.0]))
    assert both[-len(one) :] == one
