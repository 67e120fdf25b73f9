"""Memory that runs out at some allocations; ``allocations.py`` tries all of a run."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.scarce_memory import COMPILER


@pytest.mark.skipif(COMPILER is None, reason="needs a compiler")
def test_whichever_allocation_fails_there_is_a_sentence_and_the_next_run_is_right(qapp):
    script = Path(__file__).with_name("allocations.py")
    allocations = SimpleNamespace(**runpy.run_path(str(script)))
    found = allocations.main(1, ("class_frequencies", "relaxed_density"))
    assert allocations.good(found)
    assert all(outcomes["refused"] > 5 for outcomes in found.values())
