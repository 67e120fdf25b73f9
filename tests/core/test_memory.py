"""Memory: what may be used, and drawing that goes on where there is less of it than was thought."""

import subprocess
import sys

import pytest

from gumbel_gui.core import memory
from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.memory import LARGEST, most_kept, shortage, usable_memory
from gumbel_gui.core.parameters import Parameters

MANY = Parameters((1, 2, 3), draws=6 * CHUNK)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux has it")


def test_a_part_of_the_machine_s_memory_may_be_used():
    assert 2**26 < most_kept() < usable_memory() < 2**50


LIMITED = """
import resource, sys
name, limit = sys.argv[1], int(sys.argv[2])
resource.setrlimit(getattr(resource, name), (limit, limit))
from gumbel_gui.core.memory import usable_memory
print(usable_memory())
"""


@linux
@pytest.mark.parametrize("name", ["RLIMIT_AS", "RLIMIT_DATA"])
def test_a_limit_of_the_process_is_respected(name):
    words = [sys.executable, "-c", LIMITED, name, str(2**31)]
    assert subprocess.check_output(words, text=True) == f"{2**31}\n"


@pytest.fixture
def group(tmp_path, monkeypatch):
    """Return a function that makes control groups: what the process is in, and their limits."""

    def made(own, **limits):
        (tmp_path / "self").write_text(own)
        for path, limit in limits.items():
            file = tmp_path / "groups" / path.replace("__", "/").replace("--", ".")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(limit)
        monkeypatch.setattr(memory, "LIMITS", tmp_path / "groups")
        monkeypatch.setattr(memory, "OWN_GROUP", tmp_path / "self")
        return min(memory._group_limits(), default=LARGEST)

    return made


def test_the_least_limit_of_the_groups_around_the_process_counts(group):
    limits = {"memory--max": "max\n", "a__memory--max": "5000\n", "a__b__memory--max": "9000\n"}
    assert group("0::/a/b\n", **limits) == 5000


def test_in_a_container_the_limit_is_at_the_top(group):
    assert group("0::/host/only\n", **{"memory--max": "7000\n"}) == 7000


def test_control_groups_of_the_first_version_are_read(group):
    limits = {"memory__a__memory--limit_in_bytes": "6000\n"}
    assert group("5:cpu:/x\n4:memory:/a\n", **limits) == 6000


@pytest.mark.parametrize("own", ["", "nonsense\n", "0::/a\n"])
def test_groups_without_a_limit_limit_nothing(group, own):
    assert group(own) == LARGEST


def test_a_shortage_is_told_in_one_sentence():
    assert shortage(MemoryError("Unable to allocate 4 MiB"), 64) == (
        "There is not enough memory to draw 64 classes (unable to allocate 4 MiB): "
        "choose fewer classes or plots, or close other programs."
    )
    assert shortage(MemoryError(), 2).startswith("There is not enough memory to draw 2 classes: ")


@pytest.mark.parametrize("threads", [1, 2])
def test_a_chunk_without_memory_is_drawn_again_with_what_is_kept_given_back(threads):
    failures = iter([MemoryError()] * 3)
    kept = []

    def summarise(chunk):
        if chunk.index == 4 and (error := next(failures, None)):
            kept.append(len(engine.store._kept))
            raise error
        return (chunk.index, int(chunk.noise.shape[1]))

    with Engine(threads, budget=2**30) as engine:
        assert engine.summarise(MANY, {"order": summarise})["order"][::2] == tuple(range(6))
        assert engine.store.budget == 2**27
    assert kept[1:] == [0, 0] or threads > 1


def test_where_giving_back_does_not_help_the_error_is_raised():
    tries = []

    def summarise(chunk):
        tries.append(chunk.index)
        raise MemoryError

    with Engine(1, budget=2**30) as engine:
        with pytest.raises(MemoryError):
            engine.summarise(MANY, {"order": summarise})
        assert len(tries) < 20
        assert engine.store.budget == 0
        assert engine.summarise(MANY, {"count": lambda chunk: chunk.count})["count"] == MANY.draws


def test_without_memory_for_another_thread_one_draws_all(monkeypatch):
    def refuse(*_):
        raise RuntimeError("can't start new thread")

    with Engine(2) as engine:
        monkeypatch.setattr(engine._helpers, "submit", refuse)
        assert engine.summarise(MANY, {"count": lambda chunk: chunk.count})["count"] == MANY.draws


SCARCE = """
import resource
from pathlib import Path
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
parameters = Parameters(tuple(range(1, 65)), draws=1_000_000)
def least(chunk):
    return chunk.count, float(chunk.shifted_scores.min()), chunk.classes[:5].tolist()
class Least(tuple):
    def __add__(self, other):
        return Least((self[0] + other[0], min(self[1], other[1]), self[2]))
with Engine(2, budget=0) as engine:
    expected = engine.summarise(parameters, {"least": lambda chunk: Least(least(chunk))})
with Engine(2, budget=2**36) as engine:
    engine.summarise(Parameters((1, 1), draws=10**6), {"least": lambda chunk: Least(least(chunk))})
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 2**27, used + 2**27))
    found = engine.summarise(parameters, {"least": lambda chunk: Least(least(chunk))})
    assert found == expected, (found, expected)
    print("gave back", engine.store.budget < 2**36)
"""


@linux
def test_a_budget_beyond_the_memory_there_is_gives_the_same_draws():
    """A million draws of 64 classes would keep a quarter of a GiB; there is half of that."""
    done = subprocess.run([sys.executable, "-c", SCARCE], capture_output=True, text=True)
    assert done.stdout == "gave back True\n", done.stderr
