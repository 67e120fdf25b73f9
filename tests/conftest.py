"""What every test gets: no display, a home of its own, and nothing that it may leave behind."""

import gc
import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

# Before Qt is imported; child processes inherit it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"  # whatever the machine speaks

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from PyQt6 import sip
from PyQt6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PyQt6.QtWidgets import QApplication

import gumbel_gui
from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.language import ENGLISH, speak

ROOT = Path(gumbel_gui.__file__).parents[1]

# The same examples at every run, on any machine, and no limit on the time that they take.
settings.register_profile(
    "reproducible",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reproducible")


def pytest_configure():
    """Set up what a background job or a measurement of coverage needs.

    A background job of a shell ignores SIGINT, and so would the programs that tests start. And
    Python does not know of threads that Qt starts, so coverage would not see the worker's.
    """
    # Else tests, and the programs that they start, would compile all modules again and again.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    trace = threading.gettrace()
    if trace is not None:
        from gumbel_gui.gui.worker.worker import Worker

        work = Worker.run
        Worker.run = lambda self: (sys.settrace(trace), work(self))[1]
    if shift := int(os.environ.get("GUMBEL_GUI_SEED", 0)):
        _shift_seeds(shift)


def _shift_seeds(shift):
    """Let every seed of NumPy stand for another: see tests/statistical."""
    sequence, default = np.random.SeedSequence, np.random.default_rng

    def other(seed, *more, **how):
        one = isinstance(seed, int | np.integer)
        known = seed is None or not (one or isinstance(seed, list | tuple))
        return (seed if known else [shift, *np.atleast_1d(seed).tolist()], *more), how

    class Shifted(sequence):
        def __init__(self, seed=None, *more, **how):
            more, how = other(seed, *more, **how)
            super().__init__(*more, **how)

    np.random.SeedSequence = Shifted
    np.random.default_rng = lambda seed=None: default(*other(seed)[0])


def pytest_addoption(parser):
    words = "run only the first case of each parametrised test"
    parser.addoption("--quick", action="store_true", help=words)
    words = "how often a signal is sent in each test of tests/window/test_signals.py"
    parser.addoption("--tries", type=int, default=4, help=words)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark all but the first cases of a sweep as long; with ``--quick`` leave out all but one."""
    cases = Counter()
    for item in items:
        if sweep := item.get_closest_marker("sweep"):
            cases[test := item.nodeid.partition("[")[0]] += 1
            if cases[test] > sweep.args[0]:
                item.add_marker("long")
    if not config.getoption("--quick"):
        return
    first = {}
    for item in items:
        first.setdefault(item.nodeid.partition("[")[0], item)
    kept = set(first.values())
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = first.values()


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory):
    """One cache for all: an empty one would make every child process index the fonts anew."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Names of folders that are not there yet; mktemp would list all earlier ones for each."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes, cache_home, monkeypatch):
    """Keep tests out of the user's home and out of each other's settings."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("APPDATA", str(home / "config"))
    yield home
    speak(ENGLISH)


@pytest.fixture(autouse=True)
def no_leftovers(request):
    """Fail a test that leaves a thread, a running timer or a top-level widget behind."""
    failed = request.session.testsfailed
    threads, widgets = set(threading.enumerate()), set(_windows())
    gc.collect(0)
    gc.freeze()  # so that gc.get_objects() knows only what the test makes
    try:
        yield
        for _ in range(2):  # what is collected may have let go of more
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
        left = [
            f"thread {thread.name}"
            for thread in set(threading.enumerate()) - threads
            # Python's stand-in for a Qt thread stays listed after that thread has ended.
            if not isinstance(thread, threading._DummyThread)
        ]
        left += [f"widget {type(each).__name__}" for each in set(_windows()) - widgets]
        left += [f"running {type(each).__name__}" for each in gc.get_objects() if _is_running(each)]
    finally:
        gc.unfreeze()
    # The traceback of a failed test keeps its widgets alive; that test has said enough.
    if left and request.session.testsfailed == failed:
        pytest.fail("left behind: " + ", ".join(left))


@pytest.fixture(autouse=True)
def in_the_table_of_statistical_tests(request):
    """Fail a test that compares random draws with a law otherwise than the table says."""
    yield
    if (module := sys.modules.get("tests.statistical.checks")) and module.made:
        from tests.statistical.table import lacks

        made, module.made[:] = list(module.made), []
        if told := lacks(request.node.nodeid, made):
            pytest.fail(told)


def _windows():
    return QApplication.topLevelWidgets() if QApplication.instance() else []


def _is_running(each):
    kind = type(each)  # isinstance would ask the object, and some objects lie or fail
    if issubclass(kind, QTimer):
        return not sip.isdeleted(each) and each.isActive()
    return issubclass(kind, QThread) and not sip.isdeleted(each) and each.isRunning()


@pytest.fixture(scope="session")
def with_another():
    """Return a function that gives parameters in which one, by name, has another allowed value."""
    return lambda parameters, name: replace(parameters, **{name: another(parameters, name)})


def another(parameters, name):
    """Return a value that a declared parameter may have, and has not."""
    kind, value = PARAMETERS[name].kind, getattr(parameters, name)
    if isinstance(kind, kinds.Probabilities):
        return tuple(k + 1.0 for k in range(len(value)))
    if isinstance(kind, kinds.Number):
        low, high = kind.ends or (kind.lowest, min(kind.highest, kind.lowest + 10))
        return next(x for x in (low + 0.3 * (high - low), high) if x != value)
    if isinstance(kind, kinds.Whole):
        return value - 1 if value > kind.lowest else value + 1
    if isinstance(kind, kinds.Choice):
        members = list(kind.members)
        return next(m for m in members[len(members) // 2 :] + members if m is not value)
    if isinstance(kind, kinds.Members):
        return next(found for e in kind.members if (found := (e,)) != value)
    if isinstance(kind, kinds.Flag):
        return not value
    if isinstance(kind, kinds.Classes):
        return tuple((k + 1) % max(parameters.classes, len(value)) for k in value)
    if isinstance(kind, kinds.Order):
        return value[::-1]
    if isinstance(kind, kinds.Shares):
        return tuple(k + 1.0 for k in range(parameters.classes))
    if isinstance(kind, kinds.Weights):
        return tuple(0.5 - k for k in range(parameters.classes))
    assert isinstance(kind, kinds.Schedule), f"teach this function {type(kind).__name__}"
    return value[0] * 0.8, value[1] * 2, value[2] * 2


@pytest.fixture(scope="session")
def copied_package(tmp_path_factory):
    """Return a function that copies the package, with more plots and declarations in it."""

    def copied(plots, declarations=""):
        folder = tmp_path_factory.mktemp("copy")
        package = folder / "gumbel_gui"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "gumbel_gui", package, ignore=ignored)
        shutil.copytree(ROOT / "resources", package / "resources", ignore=ignored)
        file = package / "core" / "parameters.py"
        before, after = file.read_text("utf-8").split("\n    def __post_init__", 1)
        file.write_text(f"{before}{declarations}\n    def __post_init__{after}", "utf-8")
        for name, source in plots.items():
            (package / "plots" / "sample" / f"{name}.py").write_text(source, "utf-8")
        return folder

    return copied


@pytest.fixture(scope="session")
def run_copy():
    """Return a function that runs Python on a copied package, and returns what it prints."""

    def ran(folder, *words, cwd=None):
        done = subprocess.run(
            [sys.executable, *words],
            env={**os.environ, "PYTHONPATH": str(folder)},
            cwd=cwd or folder,  # Python looks for packages there, too
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return ran


@pytest.fixture(scope="session")
def contract_of(run_copy):
    """Return a function that runs the contract tests of one plot of a copied package."""

    def passes(folder, plot):
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", "-k", plot]
        words += [
            "-m",
            "long or not long",
            "-c",
            str(ROOT / "pyproject.toml"),
            "--rootdir",
            str(ROOT),
        ]
        out = run_copy(folder, *words, str(ROOT / "tests" / "plots" / "test_contract.py"))
        assert " passed" in out
        assert " failed" not in out

    return passes
