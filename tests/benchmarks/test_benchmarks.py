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


def test_a_table_comes_out_and_a_peer_that_is_not_there_is_named(tmp_path: Path):
    file = tmp_path / "figures.json"
    words = ("--quick", "--only", "sampling", "--hide", "torch,jax", "--json", str(file))
    ended = run(*words)
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert tuple(lines[1].split()) == NAMES
    assert any("torch is not installed" in line for line in lines)
    assert any("jax is not installed" in line for line in lines)
    assert "NumPy" in lines[-1]
    assert "NOT a measurement" in lines[-1]
    figures = json.loads(file.read_text("utf-8"))
    counted = next(row for row in figures["rows"] if row["against"] == "NumPy choice")
    assert counted["goal"] == 4
    assert counted["ratio"] == pytest.approx(counted["peer"] / counted["ours"])
    assert {len(values) for values in counted["samples"].values()} == {figures["rounds"]}


def test_too_few_rounds_are_refused():
    ended = run("--rounds", "14")
    assert ended.returncode == 2
    assert "15" in ended.stderr


@pytest.mark.parametrize("group", ["startup", "frames", "views", "blocked", "export"])
def test_a_group_that_needs_a_window_gives_all_its_rows(group):
    """These drive the program by its inner names, which change."""
    peers = "matplotlib,torch,jax"
    ended = run("--quick", "--only", group, "--platforms", "offscreen", "--hide", peers)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "FAILED" not in ended.stdout
