"""Vectors in words."""

import numpy as np
import pytest

from gumbel_gui.plots.words.vectors import second_vector


@pytest.mark.parametrize(
    ("q", "words"),
    [
        ((0.2,) * 5, "q: equal shares."),
        ((0.25, 0.75), "q = (0.25, 0.75)."),
        ((0.5, *(0.5 / 7,) * 7), "q = (0.5, 0.0714, 0.0714, 0.0714, 0.0714, …)."),
        ((1.0, 0.0), "q = (1, 0)."),
    ],
)
def test_q_is_told(q, words):
    assert second_vector(np.array(q)) == words
