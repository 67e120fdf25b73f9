"""Whether the words that a battery of tests is given are the bits that draws use."""

import os
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from campaigns import random_bits

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters


@pytest.mark.parametrize("classes", [1, 5])
def test_words_are_the_bits_of_x_draw_by_draw(classes):
    with Engine(1) as engine:
        parameters = Parameters((1,) * max(classes, 2), draws=2 * random_bits.DRAWS, seed=3)
        x = np.hstack([engine.chunk(parameters, i).exact_uniform for i in (0, 1)])[:classes]
    for low in (False, True):
        given = b"".join(islice(random_bits.words(3, classes, low=low), 2))
        whole = [int(each * 2**53) >> 1 for each in x.T[:500].ravel().tolist()]
        expected = [each % 2**32 if low else each >> 20 for each in whole]
        assert np.frombuffer(given, "<u4")[: len(expected)].tolist() == expected
        assert len(given) == 4 * x.size


def test_it_ends_when_nobody_reads_any_more(monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    write = os.write
    monkeypatch.setattr(random_bits.os, "write", lambda _, block: write(writing, block))
    random_bits.main(["--classes", "1"])
    os.close(writing)
