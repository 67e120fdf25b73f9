"""A few kills in the midst of saving; ``save_kills.py`` makes as many as one likes."""

import os
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def kills():
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("save_kills.py"))))


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_kill_leaves_the_old_or_the_new_file_and_the_next_save_no_other(kills, tmp_path):
    done = kills.campaign(6, 1, tmp_path)
    assert all(kill.good for kill in done), done


@pytest.mark.parametrize("ending", ["npz", "csv", "bin"])
def test_a_mixture_would_be_seen(kills, tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    kills.save(path, 1)
    assert kills.seed_of(path, (0, 1)) == 1
    data = bytearray(path.read_bytes())
    data[len(data) // 2 + 1] ^= 1
    path.write_bytes(data)
    assert kills.seed_of(path, (0, 1)) == -1
    assert not kills.Kill(ending, 1, -1, 0, 0).good
    assert not kills.Kill(ending, 1, 1, 1, 1).good
