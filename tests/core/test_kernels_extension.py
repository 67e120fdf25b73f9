"""The C extension: what it refuses, what it leaves alone, and how to do without it."""

import ctypes
import os
import platform
import subprocess
import sys

import numpy as np
import pytest

from gumbel_gui.core import kernels

needs_kernels = pytest.mark.usefixtures("compiled_kernels")
TINY, HUGE = float(np.finfo(np.float32).tiny), float(np.finfo(np.float32).max)


@needs_kernels
def test_flags_and_subnormal_numbers_are_left_as_they_were(gaps_of):
    """Flush-to-zero in the thread would make 5e-324 + 5e-324 and 1e-45 · 1 vanish."""
    shifted = gaps_of(5, 700, impossible=True)
    for t in (TINY, 0.01, HUGE):
        with np.errstate(all="raise"):
            kernels.softmax(shifted, t, np.empty_like(shifted))
    s = np.array([[np.nan, 1e38, 1e-45, -np.inf]], np.float32)
    kernels._kernels.count(s, np.empty((1, 50), np.int64), np.empty(1), np.empty(1))
    kernels.noise(0, np.empty(600, np.float32))
    for dtype in (np.float32, np.float64):
        least = np.full(100, np.finfo(dtype).smallest_subnormal)
        assert (least + least > least).all()
        assert (least * dtype(1) > 0).all()


@needs_kernels
@pytest.mark.skipif(
    not (sys.platform == "linux" and platform.machine() == "x86_64"),
    reason="the numbers of the flags are known for this platform only",
)
def test_no_flag_is_raised_or_cleared(gaps_of):
    mathematics, every = ctypes.CDLL("libm.so.6"), 0x3D
    shifted = gaps_of(5, 700, impossible=True)
    for raised in (0, 0x20, 0x08):  # none, inexact, overflow
        mathematics.feclearexcept(every)
        mathematics.feraiseexcept(raised)
        before = mathematics.fetestexcept(every)
        kernels._kernels.softmax(shifted, shifted.copy(), TINY)
        assert mathematics.fetestexcept(every) == before
    mathematics.feclearexcept(every)


WRONG = {
    "double": lambda a: a.astype(np.float64),
    "half": lambda a: a.astype(np.float16),
    "integers": lambda a: a.astype(np.int32),
    "swapped": lambda a: a.astype(a.dtype.newbyteorder()),
    "fewer draws": lambda a: a[..., :-1],
    "more draws": lambda a: np.concatenate([a, a], axis=-1),
    "strided": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: a[..., ::-1],
    "another dimension": lambda a: a[None],
    "misaligned": lambda a: np.zeros(a.nbytes + 1, np.uint8)[1:].view(a.dtype).reshape(a.shape),
    "not an array": lambda a: a.tolist(),
}
TWO_DIMENSIONS = {
    "other classes": lambda a: a[:-1],
    "rows backwards": lambda a: a[::-1],
    "rows that overlap": lambda a: np.lib.stride_tricks.as_strided(a, a.shape, (4, 4)),
    "one row for all": lambda a: np.broadcast_to(a[:1], a.shape),
    "columns first": np.asfortranarray,
}


FREE = {"moments": 1, "products": 1, "count": 2, "count_codes": 2, "relaxed_sums": 1}
FREE |= {"uniform": 2, "noise": 2}
"""How many of the first arrays may have any number of columns."""


def calls():
    """Arguments that fit, by function; and which of them are written."""
    singles, n = np.zeros((3, 40), np.float32), 40
    return {
        "softmax": ([singles, singles.copy(), 1.0], {1}),
        "relax_scores": ([np.zeros(3, np.float32), singles, singles.copy(), 1.0], {2}),
        "argmax_scores": ([np.zeros(3, np.float32), singles, np.zeros(n, np.uint8)], {2}),
        "shift_scores": ([np.zeros(3, np.float32), singles, singles.copy()], {2}),
        "moments": ([singles, np.zeros(3), np.zeros(3)], {1, 2}),
        "count": ([singles, np.zeros((3, 5), np.int64), np.zeros(3), np.zeros(3)], {1, 2, 3}),
        "count_codes": ([np.zeros((3, n), np.uint8), np.zeros((3, 5), np.int64)], {1}),
        "uniform": ([7, np.zeros(n)], {1}),
        "noise": ([7, np.zeros(n, np.float32)], {1}),
        "products": ([singles, np.zeros((3, 3)), 0.0], {1}),
        "estimate_sums": (
            [
                *(singles, np.zeros(n, np.uint8), np.zeros(3, np.float32), np.ones(3, np.float32)),
                *(np.ones(2), np.zeros((2, 3, 16), np.float32), np.zeros((2, 3, 2, 5))),
            ],
            {5, 6},
        ),
        "descend": (
            [
                *(np.full(7, 1.0), np.zeros(3), np.zeros(3), np.ones((6, 4))),
                *(np.zeros((6, 10, 3)), np.zeros((6, 2, 10, 3)), np.zeros(3), np.zeros((7, 3))),
            ],
            {7},
        ),
        "relaxed_sums": (
            [singles, np.ones(2), np.zeros((2, 3)), np.zeros((2, 3)), np.zeros((3, 512), "f")],
            {2, 3, 4},
        ),
    }


@needs_kernels
@pytest.mark.parametrize("name", calls())
def test_what_does_not_fit_is_refused(name):
    function = getattr(kernels._kernels, name)
    arguments, written = calls()[name]
    function(*arguments)
    for i, argument in enumerate(arguments):
        if not isinstance(argument, np.ndarray):
            continue
        wrong = WRONG | (TWO_DIMENSIONS if argument.ndim == 2 else {})
        for what, make in wrong.items():
            free = FREE.get(name, 0)
            if i < free and what in ("fewer draws", "more draws"):
                continue
            if what == "double" and argument.dtype == np.float64:
                continue
            if what in ("swapped", "misaligned") and argument.itemsize == 1:
                continue
            changed = [*arguments[:i], make(argument), *arguments[i + 1 :]]
            with pytest.raises(ValueError, match=r"must have|do not fit|is not an array"):
                function(*changed)
        if i in written:
            locked = argument.copy()
            locked.flags.writeable = False
            with pytest.raises(ValueError, match="is not an array that can be written"):
                function(*arguments[:i], locked, *arguments[i + 1 :])
    for count in range(len(arguments)):
        with pytest.raises(TypeError):
            function(*arguments[:count])


@needs_kernels
@pytest.mark.parametrize("t", [0.0, -1.0, 1e-39, 1e39, np.nan, np.inf])
def test_a_temperature_that_float_does_not_hold_is_refused(t):
    arguments, _ = calls()["softmax"]
    with pytest.raises(ValueError, match="do not fit"):
        kernels._kernels.softmax(*arguments[:2], t)
    arguments, _ = calls()["relax_scores"]
    with pytest.raises(ValueError, match="do not fit"):
        kernels._kernels.relax_scores(*arguments[:3], t)
    arguments, _ = calls()["relaxed_sums"]
    with pytest.raises(ValueError, match="do not fit"):
        kernels._kernels.relaxed_sums(arguments[0], np.array([1.0, t]), *arguments[2:])


@needs_kernels
def test_nothing_beside_an_array_is_written():
    for n in (1, 17, 511, 513):
        for name in ("softmax", "shift_scores"):
            frame = np.full((5, n + 64), 7, np.float32)
            inner = frame[1:4, 32 : 32 + n]
            source = np.zeros((3, n), np.float32)
            if name == "softmax":
                kernels._kernels.softmax(source, inner, 1.0)
            else:
                kernels._kernels.shift_scores(np.zeros(3, np.float32), source, inner)
            assert (frame == 7).sum() == frame.size - inner.size


@needs_kernels
def test_empty_arrays_are_nothing_to_do():
    kernels.softmax(np.empty((3, 0), np.float32), 1.0, np.empty((3, 0), np.float32))
    none = np.empty((3, 0), np.float32)
    counts, sums, squares = kernels.count(none, 5)
    assert (counts.sum(), sums.sum(), squares.sum()) == (0, 0, 0)
    assert [each.tolist() for each in kernels.moments(none)] == [[0, 0, 0], [0, 0, 0]]
    kernels.uniform(0, np.empty(0))
    kernels.noise(0, np.empty(0, np.float32))


def test_the_environment_can_forbid_the_kernels():
    code = "from gumbel_gui.core import kernels; print(kernels.COMPILED, kernels.described())"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"GUMBEL_GUI_PURE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "False NumPy alone\n"
