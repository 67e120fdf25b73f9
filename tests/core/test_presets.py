"""Presets: vectors that can be drawn, each with as many labels as classes or none."""

import numpy as np
import pytest

from gumbel_gui.core.decoding import decode
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.presets import PRESETS
from gumbel_gui.core.probabilities import Distribution


@pytest.mark.parametrize("preset", PRESETS, ids=lambda each: each.name)
def test_presets_are_vectors_with_names(preset):
    p = Parameters(preset.probabilities).p
    assert p.sum() == pytest.approx(1, abs=1e-15)
    assert len(preset.labels) in (0, len(p))
    assert len(set(preset.labels)) == len(preset.labels)


def test_presets_say_what_they_are():
    named = {each.name: each for each in PRESETS}
    assert len(named) == len(PRESETS)
    note = np.exp([1, 2, 3, 4, 2]) / np.exp([1, 2, 3, 4, 2]).sum()
    assert np.allclose(Parameters(named["The note's vector"].probabilities).p, note, atol=1e-7)
    zipf = Parameters(named["Zipf, 32 classes"].probabilities).p
    assert np.allclose(zipf * np.arange(1, 33), zipf[0])
    assert named["Nearly one-hot"].probabilities[2] == 0.996


@pytest.mark.parametrize(("name", "kept"), [("A sure next token", 1), ("An unsure next token", 9)])
def test_top_p_keeps_as_many_words_as_is_said(name, kept):
    (preset,) = (each for each in PRESETS if each.name == name)
    p = Distribution(preset.probabilities)
    assert decode(p, mass=0.9).kept.sum() == kept
    assert decode(p, top=5).kept.sum() == 5
    assert f"top-p 0.9 keeps {kept} word" in preset.about
