"""The commands ``sample`` and ``code``."""

import ast
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gumbel_gui import cli
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.experiments.experiment import (
    Experiment,
    read_experiment,
    write_experiment,
)

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


def test_draws_and_programs_start_from_an_experiment_file(capsys):
    parameters = Parameters((1, 3), 0.25, draws=20, seed=6)
    experiment = Experiment(parameters, ("sun", "rain"))
    Path("a.gumbel.json").write_bytes(write_experiment(experiment))
    words = ("--open", "a.gumbel.json", "--temperature", "0.5")
    assert run(capsys, "sample", *words, "--output", "a.npz") == (0, "", "")
    expected = replace(experiment, parameters=parameters.changed(temperature=0.5))
    with np.load("a.npz") as found:
        assert read_experiment(str(found["experiment"]).encode()) == expected
    out = run(capsys, "code", "--for", "numpy", *words)[1]
    assert "    0.25,  # sun\n" in out
    assert "t = 0.5 " in out


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
