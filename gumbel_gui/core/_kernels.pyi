"""What _kernels.c offers. Arrays that do not fit raise ValueError, and are not touched."""

import numpy as np
from numpy.typing import NDArray

Singles = NDArray[np.float32]
Doubles = NDArray[np.float64]

def softmax(shifted: Singles, out: Singles, t: float, /) -> None: ...
def relax_scores(log_p: Singles, noise: Singles, out: Singles, t: float, /) -> None: ...
def argmax_scores(log_p: Singles, noise: Singles, codes: NDArray[np.uint8], /) -> None: ...
def shift_scores(log_p: Singles, noise: Singles, shifted: Singles, /) -> None: ...
def moments(s: Singles, sums: Doubles, squares: Doubles, /) -> None: ...
def count(s: Singles, counts: NDArray[np.int64], sums: Doubles, squares: Doubles, /) -> None: ...
def uniform(state: int, out: Doubles, /) -> None: ...
def noise(state: int, out: Singles, /) -> None: ...
def descend(
    how: Doubles,
    weights: Doubles,
    losses: Doubles,
    times: Doubles,
    noise: Doubles,
    fresh: Doubles,
    log_p: Doubles,
    path: Doubles,
    /,
) -> None: ...
def relaxed_sums(
    gaps: Singles, temperatures: Doubles, total: Doubles, spread: Doubles, work: Singles, /
) -> None: ...
def estimate_sums(
    shifted: Singles,
    codes: NDArray[np.uint8],
    w: Singles,
    p: Singles,
    temperatures: Doubles,
    values: Singles,
    sums: Doubles,
    /,
) -> None: ...
def products(x: Singles, out: Doubles, tiny: float, /) -> None: ...
