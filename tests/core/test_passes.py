"""Whether the NumPy passes give the bits of the compiled kernels, whatever they are given."""

import os
import subprocess
import sys

import numpy as np
import pytest

from gumbel_gui.core import kernels, passes

FLOAT = np.finfo(np.float32)
TINY, HUGE, LEAST = float(FLOAT.tiny), float(FLOAT.max), float(FLOAT.smallest_subnormal)
TEMPERATURES = (TINY, 1.2e-38, 1e-30, 1e-3, 0.1, 0.5, 1.0, 3.7, 100.0, 1e10, 1e37, 3e38, HUGE)
SIZES = (1, 2, 15, 16, 17, 511, 512, 513, 5001)
each_number = pytest.mark.parametrize("classes", [2, 3, 5, 16, 17, 64])
pytestmark = pytest.mark.usefixtures("compiled_kernels")


def same_bits(function, *arguments):
    """Whether both sets of loops fill the arrays that they are given alike."""
    results = []
    for loops in (kernels._kernels, passes):
        given = [each.copy() if isinstance(each, np.ndarray) else each for each in arguments]
        getattr(loops, function)(*given)
        results.append(b"".join(each.tobytes() for each in given if isinstance(each, np.ndarray)))
    return results[0] == results[1]


def hostile(classes, n, seed=0):
    """Gaps (K, n), ≤ 0, of every size, with ±0, −∞ and subnormal numbers among them."""
    rng = np.random.default_rng(seed)
    gaps = -rng.random((classes, n)) * 10.0 ** rng.integers(-46, 39, (classes, n))
    special = np.array([0.0, -0.0, -np.inf, -LEAST, -TINY, -HUGE, -86.9, -87.0, -87.1, -1.0])
    gaps = np.where(rng.random(gaps.shape) < 0.3, rng.choice(special, gaps.shape), gaps)
    gaps[rng.integers(0, classes, n), np.arange(n)] = rng.choice([0.0, -0.0], n)
    with np.errstate(over="ignore"):
        return np.maximum(gaps, -HUGE).astype(np.float32) if seed % 2 else gaps.astype(np.float32)


@each_number
@pytest.mark.parametrize("t", TEMPERATURES)
def test_softmax(t, classes):
    for n in SIZES:
        gaps = hostile(classes, n, n)
        assert same_bits("softmax", gaps, np.empty_like(gaps), t)
        near = np.minimum(gaps, 0) if t > 1e30 else gaps.clip(-95, 0) * np.float32(t)
        assert same_bits("softmax", near, np.empty_like(near), t)


@each_number
def test_scores(classes):
    rng = np.random.default_rng(classes)
    for n in SIZES:
        noise = -hostile(classes, n, n + 1).clip(-1e30, 0) * rng.choice([-1, 1], (classes, n))
        log_p = rng.choice([0.0, -0.0, -np.inf, -1.5, -LEAST, -40.0], classes)
        log_p[rng.integers(classes)] = -0.0
        log_p, noise = log_p.astype(np.float32), noise.astype(np.float32)
        assert same_bits("argmax_scores", log_p, noise, np.empty(n, np.uint8))
        assert same_bits("shift_scores", log_p, noise, np.empty_like(noise))


@each_number
@pytest.mark.parametrize("bins", [1, 2, 50, 254, 255])
def test_counts_and_sums(bins, classes):
    rng = np.random.default_rng(bins)
    for n in SIZES:
        s = rng.random((classes, n), np.float32)
        odd = [0, -0.0, 1, np.nextafter(1, 0), LEAST, TINY, -1, 2, HUGE, np.inf, -np.inf, 0.5]
        s = np.where(rng.random(s.shape) < 0.3, rng.choice(np.float32(odd), s.shape), s)
        zeros = np.zeros(classes)
        with np.errstate(all="ignore"):
            finite = np.nan_to_num(s, posinf=1, neginf=0)
            assert same_bits("moments", finite, zeros, zeros)
            counts = np.empty((classes, bins), np.int64)
            assert same_bits("count", finite, counts, zeros, zeros)
            found = [counts.copy(), counts.copy()]
            for loops, each in zip((kernels._kernels, passes), found, strict=True):
                loops.count(s, each, zeros.copy(), zeros.copy())
            np.testing.assert_array_equal(*found)
        codes = rng.integers(0, bins, (classes, n)).astype(np.uint8)
        assert same_bits("count_codes", codes, counts)


@pytest.mark.parametrize("function", ["uniform", "noise"])
@pytest.mark.parametrize("state", [0, 1234567, 2**63, 2**64 - 1])
def test_noise(function, state):
    for n in (*SIZES, 70_001):
        out = np.empty(n, np.float32 if function == "noise" else np.float64)
        assert same_bits(function, state, out)


def test_noise_at_both_ends_and_beside_the_places_where_it_is_cut(state_before):
    root = int(2**52 * np.sqrt(0.5))
    steps = [2**i for i in range(52)] + [root >> i for i in range(52)] + [int(2**52 / np.e)]
    for place in (near + side for near in steps for side in range(-3, 4)):
        for z in (place, 2**52 - place):
            assert same_bits("noise", state_before(z % 2**52 << 12), np.empty(1, np.float32))


@pytest.mark.parametrize("seed", range(2))
def test_rows_that_lie_apart_and_arrays_of_any_layout(seed, monkeypatch):
    gaps = hostile(8, 1202, seed)
    cuts = (np.s_[:5, :601], np.s_[1:6, 7:600], np.s_[::2, ::2], np.s_[::-1, ::-3], np.s_[2:3, :])
    for cut in cuts:
        found = []
        for compiled in (True, False):
            monkeypatch.setattr(kernels, "COMPILED", compiled)
            here = gaps[cut]
            log_p, wide = np.zeros(len(here)), np.full(gaps.shape, 7, np.float32)
            codes = np.empty(here.shape[1], np.uint8)
            with np.errstate(all="ignore"):
                kernels.softmax(here, 0.3, wide[cut])
                kernels.argmax_scores(log_p, here, codes)
                kernels.shift_scores(log_p, here, wide[cut][::-1])
                sums = kernels.moments(wide[cut].clip(-1, 1))
                counts = kernels.count(wide[cut], 9)
            arrays = (wide, codes, *sums, counts[0])
            found.append(b"".join(each.tobytes() for each in arrays))
        assert found[0] == found[1]


def test_files_are_the_same_byte_by_byte(tmp_path):
    """A figure with its experiment, the numbers behind one and raw draws, by a process each."""
    commands = {
        "figure.svg": ("render", "--plots", "relaxed_density,simplex,noise_histogram"),
        "numbers.csv": ("data", "--plot", "gradient_estimators"),
        "draws.npz": ("sample",),
    }
    options = ("--draws", "70001", "--temperature", "0.3")
    for name, words in commands.items():
        made = []
        for pure in ("", "1"):
            out = tmp_path / (pure or "0") / name
            out.parent.mkdir(exist_ok=True)
            subprocess.run(
                [sys.executable, "-m", "gumbel_gui", *words, *options, "--output", str(out)],
                env=os.environ | {"GUMBEL_GUI_PURE": pure, "QT_QPA_PLATFORM": "offscreen"},
                check=True,
                capture_output=True,
            )
            made.append(out.read_bytes())
        assert made[0] == made[1], name
