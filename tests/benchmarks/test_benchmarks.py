"""The tool works; that it measures well is for people to judge."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMES = ("work", "ours", "peer", "ratio", "goal", "met")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, HERE, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
    )


@pytest.fixture
def tables(monkeypatch):
    """Return the module, which imports its neighbours as a program does."""
    monkeypatch.syspath_prepend(HERE)
    import tables

    yield tables
    for name in ("tables", "goals", "measure"):
        del sys.modules[name]


def test_a_table_comes_out_and_a_peer_that_is_not_there_is_named(tmp_path: Path):
    file = tmp_path / "figures.json"
    peers = "torch,jax,numba,matplotlib"
    words = ("--quick", "--platforms", "offscreen", "--only", "sampling,kept,export")
    ended = run(*words, "--hide", peers, "--json", str(file))
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert tuple(lines[1].split()) == NAMES
    for peer in peers.split(","):
        assert f"{peer} is not installed" in ended.stdout
    assert "NumPy" in lines[-1]
    assert "NOT a measurement" in lines[-1]
    figures = json.loads(file.read_text("utf-8"))
    aimed = {row["goal"]: row for row in figures["rows"] if row["goal"]}
    assert aimed.keys() == {"fresh, NumPy", "new t, NumPy", "new p", "NPZ"}
    for goal, row in aimed.items():
        assert row["share"] == (goal == "NPZ")
        faster = row["peer"] / row["ours"]
        assert row["ratio"] == pytest.approx(1 / faster if row["share"] else faster)
        assert {len(values) for values in row["samples"].values()} == {figures["rounds"]}


def test_too_few_rounds_are_refused():
    ended = run("--rounds", "14")
    assert ended.returncode == 2
    assert "15" in ended.stderr


@pytest.mark.long
def test_what_needs_a_window_gives_all_its_rows():
    """These drive the program by its inner names, which change."""
    words = ("--quick", "--rounds", "1", "--platforms", "offscreen")
    ended = run(*words, "--only", "views,blocked,cancel", "--part", "Gumbel noise")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("Gumbel noise") == 8 + 2 + 1
    assert "FAILED" not in ended.stdout


@pytest.mark.long
def test_the_start_is_measured():
    ended = run("--quick", "--rounds", "1", "--platforms", "offscreen", "--only", "startup")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "bare window" in ended.stdout


def test_the_tables_of_the_readmes_are_those_of_the_goals(tables):
    """Figures are of a run; what is compared, and the goals, are declared."""
    for code, path in tables.READMES.items():
        (found,) = tables.TABLE.findall(path.read_text("utf-8"))
        wanted = tables.table(tables.HEADINGS[code], tables.goal_rows([], code))
        assert [first_and_last(line) for line in found.splitlines()] == [
            first_and_last(line) for line in wanted.splitlines()
        ]


def first_and_last(line: str) -> tuple[str, str]:
    cells = line.split("|")[1:-1]
    return cells[0], cells[-1]


def test_a_table_says_the_worst_row_of_a_goal(tables):
    from measure import Row

    rows = [
        Row("views", "one", 0.030, 0.002, "plots", goal="first"),
        Row("views", "two", 0.010, 0.002, "plots", goal="first"),
        Row("sampling", "NumPy", 0.010, 0.030, "NumPy", goal="fresh, NumPy"),
        Row("sampling", "NumPy again", 0.010, 0.020, "NumPy", goal="fresh, NumPy"),
        Row("cancel", "wait", 0.06, goal="cancel"),
        Row("frames", "not measured", goal="all, Matplotlib"),
    ]
    said = {row[0]: row[1:] for row in tables.goal_rows(rows, "en")}
    words = {name: goal.words["en"] for name, goal in tables.GOALS.items()}
    assert said[words["first"]] == ("30 ms", "2 ms", "15.00 of it", "≤ 7 of it")
    assert said[words["fresh, NumPy"]] == ("10 ms", "20 ms", "2.00 × as fast", "≥ 2 ×")
    assert said[words["cancel"]] == ("60 ms", "–", "–", "≤ 50 ms")
    assert said[words["all, Matplotlib"]] == ("–", "–", "–", "≥ 8 ×")
    assert [row.met for row in rows] == [False, True, True, True, False, None]
