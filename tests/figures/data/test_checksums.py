"""CRC-32 of wholes from those of parts, beside zlib."""

import zlib

import numpy as np
import pytest

from gumbel_gui.figures.data.checksums import Checksums, combined

DATA = np.random.default_rng(1).bytes(100_000)


@pytest.mark.parametrize("cut", [0, 1, 7, 4096, 99_999, 100_000])
def test_the_checksum_of_a_whole_follows_from_those_of_two_parts(cut):
    first, second = DATA[:cut], DATA[cut:]
    whole = combined(zlib.crc32(first), zlib.crc32(second), len(second))
    assert whole == zlib.crc32(DATA)


def test_those_of_rows_add_in_their_order():
    rows = [DATA[:30_000], DATA[30_000:]]
    pieces = [[row[i : i + 9000] for row in rows] for i in (0, 9000)]
    pieces.append([row[18_000:] for row in rows])
    sums = [Checksums(tuple(map(zlib.crc32, piece)), tuple(map(len, piece))) for piece in pieces]
    total = sums[0] + sums[1] + sums[2]
    assert total.crcs == tuple(map(zlib.crc32, rows))
    assert total.sizes == (30_000, 70_000)
    assert sums[0] + (sums[1] + sums[2]) == total
