"""The commands ``sample`` and ``code``."""

import ast
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from gumbel_gui import cli
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters

P = ("--probabilities", "0.1,0.2,0.7", "--temperature", "0.5", "--seed", "4")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words):
    return cli.main(list(words)), *capsys.readouterr()


def refused(capsys, *words):
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("gumbel-gui: ")
    assert err.count("\n") == 1
    assert os.listdir() == []
    return err


@pytest.mark.parametrize("name", ["a.npz", "b.CSV"])
def test_sample_writes_a_file_and_says_nothing(capsys, name):
    assert run(capsys, "sample", *P, "--draws", "50", "--output", name) == (0, "", "")
    assert os.listdir() == [name]


def test_its_draws_are_those_of_the_parameters(capsys):
    assert run(capsys, "sample", *P, "--draws", "50", "--output", "a.npz")[0] == 0
    with Engine() as engine, np.load("a.npz") as found:
        chunk = engine.chunk(Parameters((0.1, 0.2, 0.7), 0.5, 50, 4), 0)
        np.testing.assert_array_equal(found["s"], chunk.relaxed)
        assert json.loads(str(found["experiment"]))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--output", "a.npy"), "output is 'a.npy', but must end in one of .npz, .csv."),
        (("--output", "none/a.csv"), "its folder must exist"),
        (("--output", "a.npz", "--draws", "0"), "draws is 0"),
        (("--output", "a.npz", "--draws", "1e11"), "on a disk with room for it (6100.0 GB needed"),
        (("--output", "a.csv", "--draws", "1e11"), "on a disk with room for it ("),
        ((), "output"),
    ],
)
def test_what_sample_cannot_do_is_said_in_one_sentence(capsys, words, told):
    assert told in refused(capsys, "sample", *P, *words)


FULL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from gumbel_gui import cli
sys.exit(cli.main(["sample", "--draws", "1000", "--output", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
@pytest.mark.parametrize("name", ["a.npz", "a.csv"])
def test_a_disk_that_gets_full_leaves_the_old_file_and_no_other(folder, name):
    (folder / name).write_bytes(b"old")
    environment = {n: v for n, v in os.environ.items() if not n.startswith("COVERAGE")}
    child = [sys.executable, "-c", FULL_DISK, name]
    ended = subprocess.run(child, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "on a disk with room for it" in ended.stderr
    assert os.listdir() == [name]
    assert (folder / name).read_bytes() == b"old"


def test_sample_needs_no_qt():
    """It runs where Qt cannot, and starts sooner."""
    code = "import sys; from gumbel_gui import cli; words = sys.argv[1:]; code = cli.main(words)"
    code += "; assert not [name for name in sys.modules if 'qt' in name.lower()]; sys.exit(code)"
    words = [sys.executable, "-c", code, "sample", *P, "--draws", "5", "--output", "a.csv"]
    subprocess.run(words, check=True)
    assert os.listdir() == ["a.csv"]


@pytest.mark.parametrize(
    ("library", "imported"),
    [("numpy", "numpy"), ("pytorch", "torch"), ("jax", "jax"), ("tfp", "tensorflow_probability")],
)
def test_code_prints_a_program(capsys, library, imported):
    code, out, err = run(capsys, "code", "--for", library, *P)
    assert (code, err) == (0, "")
    nodes = [node for node in ast.parse(out).body if isinstance(node, ast.Import)]
    assert imported in [alias.name for node in nodes for alias in node.names]
    assert "t = 0.5" in out


@pytest.mark.parametrize("words", [(), ("--for", "matlab"), ("--for", "")])
def test_code_for_no_known_library_is_refused_in_one_sentence(capsys, words):
    assert "for" in refused(capsys, "code", *P, *words)
