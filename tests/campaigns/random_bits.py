"""The bits of x as draws use them, ``python tests/campaigns/random_bits.py``: see the README.

Words of 32 bits without end on standard output, for ``dieharder -a -g 200`` or another battery of
tests: draw by draw, the numbers of all classes of a draw one after another.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.generator import fill_uniform

DRAWS = 2**16


def words(seed: int, classes: int, *, low: bool) -> Iterator[bytes]:
    """Return the first or the last 32 of the 52 random bits of each x, a block at a time."""
    x: Floats = np.empty((classes, DRAWS))
    for block in count():
        for k, row in enumerate(x):
            fill_uniform(seed, k, start=block * DRAWS, out=row)
        bits = (x.T * 2.0**52).astype(np.uint64)  # and the half that is added is cut off
        yield (bits if low else bits >> np.uint64(20)).astype("<u4").tobytes()


def main(arguments: Sequence[str] | None = None) -> None:
    """Write until nobody reads any more."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--classes", type=int, default=5, help="1: one class over draws")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--low", action="store_true", help="the last 32 bits, not the first")
    told = parser.parse_args(arguments)
    for block in words(told.seed, told.classes, low=told.low):
        try:
            while block:
                block = block[os.write(1, block) :]
        except BrokenPipeError:
            return


if __name__ == "__main__":
    main()
