"""Ten thousand mutated files; ``mutations.py`` opens as many as one likes."""

import io
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from gumbel_gui.figures.experiments.opening import experiment_in


@pytest.fixture(scope="module")
def mutations():
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("mutations.py"))))


def test_a_mutated_file_is_opened_or_refused_in_one_sentence(mutations):
    outcome = mutations.campaign(10_000, 1)
    assert outcome.opened + outcome.refused == 10_000
    assert outcome.opened > 100
    assert outcome.sentences > 100
    assert outcome.unended == 0


def test_every_file_that_is_mutated_says_the_same(mutations):
    found = {name: experiment_in(io.BytesIO(data)) for name, data in mutations.files().items()}
    assert found.keys() >= {"json", "csv", "svg", "pdf", "packed pdf", "png", "packed png"}
    assert all(each == found["json"] for each in found.values())
