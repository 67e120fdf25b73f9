"""What the tests of the NumPy core share."""

import os
import threading

import numpy as np
import pytest

from gumbel_gui.core import kernels, stages
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.passes import GAMMA

# These call no kernel: where the kernels are left out on purpose, they would only say it again.
NO_KERNELS = ("annealing", "estimates", "gradient_stats", "losses", "parsing")
NO_KERNELS += ("parameters", "parameters_junk", "parameters_probabilities", "parameters_refused")
NO_KERNELS += ("statistics",)
if os.environ.get("GUMBEL_GUI_PURE"):
    collect_ignore = [f"test_{name}.py" for name in NO_KERNELS]


@pytest.fixture(autouse=True)
def own_home():
    """The core neither reads nor writes a file, so that no test of it needs a home of its own."""


@pytest.fixture(autouse=True)
def no_leftovers():
    """The core knows no Qt: all that a test of it can leave behind is a thread."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left


@pytest.fixture
def engine():
    with Engine(2) as two_threads:
        yield two_threads


@pytest.fixture
def drawn(monkeypatch):
    """The sizes of all noise drawn so far."""
    sizes = []

    def counting(*arguments):
        sizes.append(len(arguments[-1]))
        draw(*arguments)

    draw = stages.fill_noise
    monkeypatch.setattr(stages, "fill_noise", counting)
    return sizes


@pytest.fixture
def class_counts(engine):
    """Return a function that gives how often each class is drawn."""

    def counts(chunk):
        return np.bincount(chunk.classes, minlength=chunk.parameters.classes)

    return lambda parameters: engine.summarise(parameters, {"counts": counts})["counts"]


@pytest.fixture
def compiled_kernels():
    """Skip a test of the C extension where there is none."""
    if not kernels.COMPILED:
        pytest.skip("the compiled kernels are not here, or GUMBEL_GUI_PURE is set")


@pytest.fixture(params=["compiled", "NumPy"])
def loops(request, monkeypatch):
    """Use the loops in C, and then those by NumPy."""
    if request.param == "compiled":
        request.getfixturevalue("compiled_kernels")
    monkeypatch.setattr(kernels, "COMPILED", request.param == "compiled")


@pytest.fixture
def state_before():
    """Return a function that gives the state of SplitMix64 whose next number is z."""

    def unshifted(z, bits):
        y = z
        for _ in range(64 // bits):
            y = z ^ (y >> bits)
        return y

    def state(z):
        z = unshifted(z, 31)
        for shift, factor in ((27, 0x94D049BB133111EB), (30, 0xBF58476D1CE4E5B9)):
            z = unshifted(z * pow(factor, -1, 2**64) % 2**64, shift)
        return (z - GAMMA) % 2**64

    return state


@pytest.fixture
def gaps_of():
    """Return a function that makes g − max g (K, n), of noise from a wide range of scales."""

    def make(classes, n, seed=0, impossible=False):
        rng = np.random.default_rng(seed)
        scores = rng.gumbel(size=(classes, n)) * rng.choice([1e-6, 0.1, 1, 30], (1, n))
        if impossible:
            scores[0] = -np.inf
        scores = scores.astype(np.float32)
        return scores - scores.max(axis=0)

    return make
