"""Counts of small integers, beside a dictionary."""

from collections import Counter

import numpy as np
import pytest

from gumbel_gui.core.counting import count_codes, count_rows


@pytest.mark.parametrize("size", [0, 1, 2, 3, 999, 10_000, 10_001, 200_001])
@pytest.mark.parametrize("bins", [1, 2, 5, 51, 122, 256])
def test_every_code_is_counted(bins, size):
    codes = np.random.default_rng(bins).integers(0, bins, size).astype(np.uint8)
    codes[: min(size, 3)] = bins - 1
    exact = Counter(codes.tolist())
    counts = count_codes(codes, bins)
    assert counts.dtype == np.int64
    assert counts.tolist() == [exact[code] for code in range(bins)]


@pytest.mark.parametrize("size", [1, 7, 50_000, 50_001])
@pytest.mark.parametrize("bins", [5, 51, 122])
def test_every_row_is_counted_by_itself(bins, size):
    table = np.random.default_rng(bins).integers(0, bins, (5, size)).astype(np.uint8)
    counts = count_rows(table, bins)
    assert counts.shape == (5, bins)
    for row, count in zip(table, counts, strict=True):
        exact = Counter(row.tolist())
        assert count.tolist() == [exact[code] for code in range(bins)]
