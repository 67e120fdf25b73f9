"""A few kills in the midst of editing; ``kills.py`` makes as many as one likes."""

import os
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def kills():
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("kills.py"))))


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_kill_loses_no_more_than_the_last_two_seconds(kills, tmp_path):
    done = kills.campaign(5, 1, tmp_path)
    assert all(kill.good for kill in done), done
    assert sum(kill.gone for kill in done) < sum(kill.edits for kill in done)


LINES = [{"time": t, "state": f"state {t}"} for t in (10.0, 10.1, 12.0)]


@pytest.mark.parametrize(
    ("restored", "lost", "good"),
    [
        ("state 12.0", 0, True),
        ("state 10.1", 0.5, True),
        ("state 10.0", 2.4, True),  # the machine has stalled for 1.9 s
        ("another one", 2.5, False),
    ],
)
def test_what_a_kill_has_cost_is_told(kills, restored, lost, good):
    cost = kills._cost(LINES, 12.5, restored)
    assert cost.lost == pytest.approx(lost)
    assert cost.stall == pytest.approx(1.9)
    assert cost.good is good
    steady = [{"time": 10 + i / 10, "state": i} for i in range(40)]
    assert kills._cost(steady, 14.0, 20).good
    assert not kills._cost(steady, 14.0, 17).good
