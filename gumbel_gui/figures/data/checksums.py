"""Checksums that add: the CRC-32 of a whole follows from those of its parts, in any order of work.

A CRC-32 is a polynomial over GF(2) modulo the P of Ethernet and zip files; that many zero bytes at
the end of data multiply it by x^(8·bytes), as in ``crc32_combine`` of zlib. The highest power of x
is the lowest bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Self

POLYNOMIAL = 0xEDB88320
ONE, X8 = 1 << 31, 1 << 23


@dataclass(frozen=True)
class Checksums:
    """CRC-32 and size in bytes of some rows, (m,) each; those of what follows them add."""

    crcs: tuple[int, ...]
    sizes: tuple[int, ...]

    def __add__(self, after: Checksums) -> Self:
        """Return those of each row with what follows it."""
        return type(self)(
            tuple(map(combined, self.crcs, after.crcs, after.sizes)),
            tuple(map(sum, zip(self.sizes, after.sizes, strict=True))),
        )


def combined(first: int, second: int, size: int) -> int:
    """Return the CRC-32 of two parts, from that of each and the size of the second in bytes."""
    return _product(_power(size), first) ^ second


@cache
def _power(size: int) -> int:
    """Return x^(8·size) mod P."""
    power, square = ONE, X8
    while size:
        if size & 1:
            power = _product(square, power)
        square, size = _product(square, square), size >> 1
    return power


def _product(a: int, b: int) -> int:
    """Return a·b mod P."""
    product = 0
    while a:
        if a & ONE:
            product ^= b
        a = a << 1 & 0xFFFFFFFF
        b = b >> 1 ^ (POLYNOMIAL if b & 1 else 0)
    return product
