"""Programs for other libraries: what they say, and the law of what they draw."""

import ast
import contextlib
import importlib.util
import io
import json
import math
import subprocess
import sys
from dataclasses import dataclass

import numpy as np
import pytest

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.parameters import MAX_SEED, Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.code import program as module
from gumbel_gui.figures.code.libraries import LIBRARIES
from gumbel_gui.figures.code.program import program
from gumbel_gui.plots.sums import Sums
from tests.statistical import checks

P = (0.1, 0.2, 0.7)
DRAWS, OF_CORE = 400_000, 10**6
CASES = {
    "as it is": Parameters(P, 0.5, DRAWS, seed=1),
    "many classes": Parameters(range(1, 31), 2.0, 100_000, seed=MAX_SEED),
    "zero": Parameters((0.3, 0.0, 0.7), 1.0, DRAWS, seed=2),
    "underflow": Parameters.from_logits((0.0, -800.0, 1.0), temperature=300.0, draws=DRAWS),
    "t = 0": Parameters(P, 0.0, DRAWS, seed=3),
    "tiny t": Parameters(P, 5e-324, DRAWS, seed=3),
    "small t": Parameters(P, 1e-200, DRAWS, seed=4),
    "large t": Parameters(P, 1e308, DRAWS, seed=5),
    "blocks": Parameters(P, 0.7, 1_500_001, seed=6),
    **{mistake: Parameters(P, 0.4, DRAWS, seed=7, mistake=mistake) for mistake in module.WRONG},
    "t outside, t = 0": Parameters(P, 0.0, DRAWS, mistake=Mistake.T_OUTSIDE),
    "t outside, tiny": Parameters(P, 5e-324, DRAWS, mistake=Mistake.T_OUTSIDE),
    "noise after t, t = 0": Parameters((0.4, 0.4, 0.2), 0, DRAWS, mistake=Mistake.NOISE_AFTER_T),
    "t in logarithms, t = 0": Parameters(P, 0.0, DRAWS, mistake=Mistake.T_IN_LOGARITHMS),
    "noise on p of logits": Parameters((0.4, 0, 0.6), draws=DRAWS, mistake=Mistake.NOISE_ON_P),
}
each_library = pytest.mark.parametrize("library", LIBRARIES)


@dataclass(frozen=True)
class Moments(Sums):
    counts: Floats
    sums: Floats
    squares: Floats


def moments(chunk):
    s = chunk.relaxed.astype(float)
    counts = np.bincount(chunk.classes, minlength=len(s)).astype(float)
    if chunk.parameters.mistake.counts_ties:
        counts = (chunk.shifted_scores == 0).sum(axis=1).astype(float)
    return Moments(counts, s.sum(axis=1), (s**2).sum(axis=1))


def compare(parameters, frequencies, mean_s):
    """Compare with draws of the core."""
    n, core = parameters.draws, parameters.changed(draws=OF_CORE, seed=99)
    with Engine() as engine:
        expected = engine.summarise(core, {"": moments})[""]
    p, mean = expected.counts / OF_CORE, expected.sums / OF_CORE
    both = 1 / n + 1 / OF_CORE
    checks.means(frequencies, p, np.sqrt(p * (1 - p) * both), slack=1e-5, what="share")
    variance = np.maximum(expected.squares / OF_CORE - mean**2, 0)
    checks.means(mean_s, mean, np.sqrt(variance * both), slack=1e-5)
    assert sum(frequencies) > 1 or sum(frequencies) == pytest.approx(1)
    assert sum(mean_s) == pytest.approx(1)


def run_numpy(text):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(text, "program", "exec"), names)
    assert out.getvalue().startswith("class frequencies: [")
    assert "\nmean of s: [" in out.getvalue()
    return names


@pytest.mark.parametrize("case", CASES)
def test_the_numpy_program_follows_the_law_of_the_draws_shown(case):
    names = run_numpy(program("numpy", CASES[case]))
    compare(CASES[case], names["frequencies"], names["mean_s"])
    assert np.isfinite(names["s"]).all()
    kinds = {NoiseKind.FLOAT32: np.float32, NoiseKind.HALF: np.float16}
    assert names["noise"].dtype == kinds.get(CASES[case].mistake.noise_kind, np.float64)


RUN_ALL = """
import json, sys
import numpy as np
for text in json.load(sys.stdin):
    names = {}
    exec(compile(text, "program", "exec"), names)
    results = [np.asarray(names[each]).tolist() for each in ("frequencies", "mean_s")]
    print("result", json.dumps(results))
"""


@pytest.mark.parametrize(
    ("library", "needs"),
    [("pytorch", ["torch"]), ("jax", ["jax"]), ("tfp", ["tensorflow", "tensorflow_probability"])],
)
def test_so_does_that_of_another_library_where_it_is_installed(library, needs):
    for name in needs:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    texts = json.dumps([program(library, parameters) for parameters in CASES.values()])
    words = [sys.executable, "-c", RUN_ALL]
    ended = subprocess.run(words, input=texts, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    lines = [line for line in ended.stdout.splitlines() if line.startswith("result ")]
    assert len(lines) == len(CASES)
    for parameters, line in zip(CASES.values(), lines, strict=True):
        frequencies, mean_s = map(np.array, json.loads(line.removeprefix("result ")))
        compare(parameters, frequencies, mean_s)


def assigned(text):
    """Return the first value of each name that is assigned to."""
    found = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign):
            found.setdefault(ast.unparse(node.targets[0]), node.value)
    return found


def numbers(vector):
    (entries,) = (arg for arg in vector.args if isinstance(arg, ast.List))
    values = [ast.unparse(each) for each in entries.elts]
    return tuple(-math.inf if value == "float('-inf')" else float(value) for value in values)


@each_library
@pytest.mark.parametrize("case", CASES)
def test_every_program_holds_the_parameters_at_full_precision(library, case):
    parameters = CASES[case]
    text = program(library, parameters)
    found, p = assigned(text), Distribution(parameters.probabilities)
    if isinstance(found.get("log_p"), ast.Call) and "-" in ast.unparse(found["log_p"]):
        assert numbers(found["log_p"]) == p.logs
        assert p.underflows or 0 in p
    else:
        assert numbers(found["p"]) == tuple(p)
    assert ast.literal_eval(found["t"]) == parameters.temperature
    assert ast.literal_eval(found["n"]) == parameters.draws
    assert f"({parameters.seed})" in text
    assert ("for start in range(0, n, block)" in text) == (case == "blocks")
    assert text.count("Wrong on purpose") == (parameters.mistake is not Mistake.NONE)
    assert all(len(line) <= module.WIDTH + 12 for line in text.splitlines())
    assert text.endswith("\n")
    assert LIBRARIES[library].title in ast.get_docstring(ast.parse(text))


@each_library
def test_the_steps_are_those_of_the_library_and_largest_scores_go_first(library):
    """What other libraries do is pinned here where they are not installed."""
    text, words = program(library, CASES["as it is"]), LIBRARIES[library]
    lines = text.splitlines()
    steps = ["noise", "g", "classes", "s"]
    places = [next(i for i, x in enumerate(lines) if x.startswith(f"{s} = ")) for s in steps]
    assert places == sorted(places)
    assert lines[places[1]] == "g = log_p + noise"
    assert "max(" in lines[places[3]]  # before it is divided by t
    assert lines[places[3]].index("max(") < lines[places[3]].index("/ t")
    assert words.imports.splitlines()[0] in lines
    if library == "pytorch":
        assert "dtype=torch.float64" in lines[places[0]]
    if library == "jax":
        assert lines.index('jax.config.update("jax_enable_x64", True)  # before any array is made')
    if library == "tfp":
        assert "tf.float64" in lines[places[0]]


@each_library
def test_labels_become_comments_that_cannot_be_code(library):
    labels = ("cat", "dog\nimport os\x0cos.abort()\u2028x", 'bird"""\0#')
    text = program(library, CASES["as it is"], labels)
    plain = program(library, CASES["as it is"])
    assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(plain))
    assert "    0.1,  # cat\n" in text
    assert "# dog import os os.abort() x\n" in text


@each_library
def test_draws_of_many_are_made_in_blocks_of_bounded_size(library):
    text = program(library, Parameters(P, draws=10**11))
    found = assigned(text)
    assert ast.literal_eval(found["block"]) * 3 <= module.BLOCK
    assert "counts +=" in text
    assert "(n, K)" not in text
    assert "sample(n)" not in text


def test_memory_of_the_numpy_program_is_bounded():
    names = run_numpy(program("numpy", CASES["blocks"]))
    assert names["s"].nbytes <= 8 * module.BLOCK
    assert names["size"] == 1_500_001 % 333_333
