"""The random numbers: known answers, places that are reached by number, and keys far apart."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from gumbel_gui.core import kernels
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.generator import fill_gumbel, fill_uniform, state_of
from gumbel_gui.core.parameters import MAX_DRAWS, MAX_SEED, Parameters
from gumbel_gui.core.passes import GAMMA
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace

# SplitMix64 of seed 1234567, as printed by Sebastiano Vigna's splitmix64.c (public domain), and by
# the programs at https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
SEED, KNOWN = (
    1234567,
    (
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ),
)
SEEDS = (0, 1, 2**32, MAX_SEED)


def chunk(start, count, p=(0.1, 0.2, 0.3, 0.4)):
    return Chunk(Parameters(p, draws=MAX_DRAWS, seed=5), start, count, Stages(), Workspace())


def by_definition(state, count):
    """SplitMix64 in whole numbers of any size."""
    for i in range(1, count + 1):
        z = (state + i * GAMMA) % 2**64
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % 2**64
        yield z ^ (z >> 31)


def x_of(z):
    """(⌊z / 2¹²⌋ + ½) / 2⁵², exactly."""
    return Fraction(2 * (z >> 12) + 1, 2**53)


def test_the_numbers_are_the_known_ones_of_splitmix64(loops):
    assert tuple(by_definition(SEED, 5)) == KNOWN
    x = np.empty(5)
    kernels.uniform(SEED, x)
    assert [Fraction(each) for each in x.tolist()] == [x_of(z) for z in KNOWN]


@pytest.mark.parametrize("state", [0, 1, 2**63, 2**64 - 1, 2**64 - GAMMA, 2**65 - 3])
def test_numbers_beside_the_ends_of_64_bits_are_those_of_the_definition(state, loops):
    x = np.empty(2000)
    kernels.uniform(state, x)
    assert [Fraction(each) for each in x.tolist()] == [x_of(z) for z in by_definition(state, 2000)]


def test_the_least_and_the_largest_number_are_half_a_step_from_0_and_1(loops, state_before):
    for z, expected in ((0, 2.0**-53), (2**12 - 1, 2.0**-53), (2**64 - 1, 1 - 2.0**-53)):
        x = np.empty(1)
        kernels.uniform(state_before(z), x)
        assert x[0] == expected


@pytest.mark.parametrize("key", [(0,), (MAX_CLASSES - 1,), (3, 1)])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_draw_is_reached_by_its_number_alone(seed, key):
    """Its place is that of NumPy's SeedSequence, and as many steps on."""
    sequence = np.random.SeedSequence(seed, spawn_key=key)
    origin = int(sequence.generate_state(1, np.uint64)[0])
    for start in (0, 1, 12_345, MAX_DRAWS - 1):
        x = np.empty(1)
        fill_uniform(seed, *key, start=start, out=x)
        (z,) = by_definition(origin + start * GAMMA, 1)
        assert Fraction(x[0]) == x_of(z)


def test_gumbel_noise_is_made_of_the_uniform_numbers():
    x, noise = np.empty(70_000), np.empty(70_000, np.float32)
    fill_uniform(3, 1, 4, start=99, out=x)
    fill_gumbel(3, 1, 4, start=99, out=noise)
    np.testing.assert_allclose(noise, -np.log(-np.log(x)), rtol=2e-7, atol=2e-7)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_keys_come_to_share_numbers(seed):
    """Places of all keys on the one cycle of 2⁶⁴ numbers, by how many lie between neighbours.

    Of 1,200 keys the nearest two are 2⁶⁴ / 1200² = 10¹³ apart, on average; within 10¹¹ they come
    with a probability of 0.8 %.
    """
    keys = [(k,) for k in range(MAX_CLASSES)] + [*product(range(MAX_CLASSES + 1), range(1, 19))]
    inverse = pow(GAMMA, -1, 2**64)
    places = sorted(state_of(seed, *key, start=0) * inverse % 2**64 for key in keys)
    places.append(places[0] + 2**64)
    assert np.diff(np.array(places, object)).min() > MAX_DRAWS


def test_choices_are_those_of_numpy_from_any_draw_on():
    whole = chunk(0, 3000).choices
    for start in (0, 1, 2, 3, 4, 1001, 2998):
        np.testing.assert_array_equal(chunk(start, 3000 - start).choices, whole[start:])
    assert len(np.unique(chunk(MAX_DRAWS - 100, 100).choices)) == 4
    counts = np.bincount(whole, minlength=4)
    assert np.abs(counts - [300, 600, 900, 1200]).max() < 150
