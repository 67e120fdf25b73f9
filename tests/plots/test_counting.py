"""Counts of small integers, each of the ways in which they are counted, beside a dictionary."""

from collections import Counter

import numpy as np
import pytest

from gumbel_gui.plots.counting import FEW, count_codes


@pytest.mark.parametrize("size", [0, 1, 2, 3, 999, 10_000, 10_001, 200_001])
@pytest.mark.parametrize("bins", [1, 2, FEW, FEW + 1, 51, 122, 256])
def test_every_code_is_counted(bins, size):
    codes = np.random.default_rng(bins).integers(0, bins, size).astype(np.uint8)
    codes[: min(size, 3)] = bins - 1
    exact = Counter(codes.tolist())
    counts = count_codes(codes, bins)
    assert counts.dtype == np.int64
    assert counts.tolist() == [exact[code] for code in range(bins)]


def test_rows_of_a_table_can_be_counted():
    table = np.arange(2 * 99_999, dtype=np.uint8).reshape(2, -1) % 51
    for row in table:
        assert count_codes(row, 51).tolist() == np.bincount(row, minlength=51).tolist()
