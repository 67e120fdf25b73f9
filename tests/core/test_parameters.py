import dataclasses
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import scipy.special
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.parameters import NOTE_LOGITS, NOTE_PROBABILITIES, ParameterError, Parameters
from gumbel_gui.core.probabilities import normalise, softmax

EPS = np.finfo(float).eps
FAIR = (0.5, 0.5)
reproducible = settings(derandomize=True, deadline=None, database=None)
weights = st.lists(
    st.floats(0, allow_infinity=False) | st.sampled_from([0.0, 5e-324, 1e308]),
    min_size=2,
    max_size=64,
).filter(any)

A_NUMBER = "a number"
A_WEIGHT = "a finite number of 0 or more"
A_VECTOR = "a vector of 2 to 64 entries"
A_SEQUENCE = "a sequence of numbers"
SOME_DRAWS = "a whole number from 1 to 100000000000"
A_SEED = "a whole number from 0 to 9223372036854775807"


@pytest.mark.parametrize(
    ("field", "value", "shown", "allowed"),
    [
        ("probabilities", (), "a vector of 0 entries", A_VECTOR),
        ("probabilities", (1.0,), "a vector of 1 entry", A_VECTOR),
        ("probabilities", (1.0,) * 65, "a vector of 65 entries", A_VECTOR),
        ("probabilities", np.ones(65), "a vector of 65 entries", A_VECTOR),
        (
            "probabilities",
            (0, 0.0, -0.0),
            "all zero",
            "a vector with at least one entry above 0",
        ),
        ("probabilities", "0.5, 0.5", "'0.5, 0.5'", A_SEQUENCE),
        ("probabilities", b"55", "b'55'", A_SEQUENCE),
        ("probabilities", 0.5, "0.5", A_SEQUENCE),
        ("probabilities", None, "None", A_SEQUENCE),
        ("probabilities[1]", (0.5, -0.1), "-0.1", A_WEIGHT),
        ("probabilities[0]", (-5e-324, 1), "-5e-324", A_WEIGHT),
        ("probabilities[2]", (1, 2, math.nan), "nan", A_WEIGHT),
        ("probabilities[0]", (math.inf, 1), "inf", A_WEIGHT),
        ("probabilities[1]", (1, -math.inf), "-inf", A_WEIGHT),
        ("probabilities[1]", (0.5, "0.5"), "'0.5'", A_NUMBER),
        ("probabilities[0]", (b"1", 1), "b'1'", A_NUMBER),
        ("probabilities[0]", (None, 1), "None", A_NUMBER),
        ("probabilities[1]", (1, 1j), "1j", A_NUMBER),
        ("probabilities[0]", ((1, 2), (3, 4)), "(1, 2)", A_NUMBER),
        ("temperature", -0.1, "-0.1", A_WEIGHT),
        ("temperature", -5e-324, "-5e-324", A_WEIGHT),
        ("temperature", math.nan, "nan", A_WEIGHT),
        ("temperature", math.inf, "inf", A_WEIGHT),
        ("temperature", -math.inf, "-inf", A_WEIGHT),
        ("temperature", "1", "'1'", A_WEIGHT),
        ("temperature", b"1", "b'1'", A_WEIGHT),
        ("temperature", True, "True", A_WEIGHT),
        ("temperature", None, "None", A_WEIGHT),
        ("temperature", 10**400, repr(10**400), A_WEIGHT),
        ("draws", 0, "0", SOME_DRAWS),
        ("draws", -1, "-1", SOME_DRAWS),
        ("draws", 10**11 + 1, "100000000001", SOME_DRAWS),
        ("draws", 10**12, "1000000000000", SOME_DRAWS),
        ("draws", 1e12, "1000000000000", SOME_DRAWS),
        ("draws", 1.5, "1.5", SOME_DRAWS),
        ("draws", np.float64(1.5), "1.5", SOME_DRAWS),
        ("draws", math.nan, "nan", SOME_DRAWS),
        ("draws", math.inf, "inf", SOME_DRAWS),
        ("draws", "1000", "'1000'", SOME_DRAWS),
        ("draws", True, "True", SOME_DRAWS),
        ("draws", None, "None", SOME_DRAWS),
        ("seed", -1, "-1", A_SEED),
        ("seed", 2**63, "9223372036854775808", A_SEED),
        ("seed", 0.5, "0.5", A_SEED),
        ("seed", "0", "'0'", A_SEED),
        ("seed", False, "False", A_SEED),
    ],
)
def test_bad_input_is_refused_in_one_sentence(field, value, shown, allowed):
    with pytest.raises(ParameterError) as caught:
        Parameters(**{"probabilities": FAIR, field.split("[")[0]: value})
    assert str(caught.value) == f"{field} is {shown}, but must be {allowed}."
    assert (caught.value.field, caught.value.allowed) == (field, allowed)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("probabilities", (10**5000, 1)),
        ("temperature", 10**5000),
        ("draws", 10**5000),
        ("seed", -(10**5000)),
    ],
    ids=["probabilities", "temperature", "draws", "seed"],
)
def test_numbers_too_long_to_print_are_refused_like_any_other(field, value):
    with pytest.raises(ParameterError, match=f"^{field}"):
        Parameters(**{"probabilities": FAIR, field: value})


JUNK = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.complex_numbers()
    | st.decimals()
    | st.lists(st.floats() | st.text(max_size=2) | st.none() | st.integers(), max_size=4)
)


@reproducible
@given(JUNK, JUNK, JUNK, JUNK)
@example(FAIR, Decimal("sNaN"), 1, 1)
@example((Decimal("sNaN"), 1), 1, 1, 1)
def test_only_parameter_errors_come_out_of_junk(probabilities, temperature, draws, seed):
    for arguments in [
        {"probabilities": probabilities},
        {"probabilities": FAIR, "temperature": temperature},
        {"probabilities": FAIR, "draws": draws},
        {"probabilities": FAIR, "seed": seed},
    ]:
        try:
            accepted = Parameters(**arguments)
        except ParameterError:
            continue
        assert math.isclose(sum(accepted.probabilities), 1)
        assert 0 <= accepted.temperature < math.inf
        assert 1 <= accepted.draws <= 10**11
        assert 0 <= accepted.seed < 2**63


def test_the_widest_allowed_values_are_accepted():
    p = Parameters((1.0,) * 64, 1.7e308, 10**11, 2**63 - 1)
    assert (p.classes, p.temperature, p.draws, p.seed) == (64, 1.7e308, 10**11, 2**63 - 1)
    assert p.probabilities == (1 / 64,) * 64
    smallest = Parameters((0, 1), 0, 1, 0)
    assert (smallest.temperature, smallest.draws, smallest.seed) == (0, 1, 0)


def test_defaults_are_the_published_ones():
    p = Parameters(FAIR)
    assert (p.temperature, p.draws, p.seed) == (1.0, 100_000, 0)


@reproducible
@given(weights)
@example([5e-324, 5e-324])
@example([1e308] * 5)
@example([2.2e-308, 1e-310, 0.0])
@example([0.1] * 10)
def test_normalising_divides_by_the_sum(given_weights):
    result = normalise(given_weights)
    total = sum(map(Fraction, given_weights))
    for weight, probability in zip(given_weights, result, strict=True):
        exact = Fraction(weight) / total
        assert abs(Fraction(probability) - exact) <= 4 * Fraction(EPS) * exact + Fraction(5e-324)
    assert abs(math.fsum(result) - 1) <= EPS


@reproducible
@given(weights)
@example([1e308] * 5)
@example(list(NOTE_PROBABILITIES))
@example([1 / 3, 1 / 3, 1 / 3])
def test_normalising_twice_changes_no_bit(given_weights):
    once = normalise(given_weights)
    assert [x.hex() for x in normalise(once)] == [x.hex() for x in once]


def test_the_sum_of_many_weights_is_1_to_within_one_rounding():
    for vector in np.random.default_rng(0).random((200, 64)):
        result = normalise(vector)
        assert abs(math.fsum(result) - 1) <= EPS
        assert normalise(result) == result


@pytest.mark.parametrize("count", [2, 5, 64])
@pytest.mark.parametrize("weight", [1e308, 1.7976931348623157e308, 1e-308, 5e-324])
def test_equal_weights_share_equally_at_the_ends_of_the_float_range(weight, count):
    assert normalise([weight] * count) == pytest.approx([1 / count] * count, rel=2 * EPS)


def test_a_negative_zero_becomes_a_plain_zero():
    assert repr(Parameters((-0.0, 1.0), -0.0)) == repr(Parameters((0.0, 1.0), 0.0))


def test_the_note_vector_is_refused_by_numpy_until_normalised():
    rng = np.random.default_rng(0)
    assert math.fsum(NOTE_PROBABILITIES) == pytest.approx(1.00000003, abs=1e-9)
    with pytest.raises(ValueError, match="sum to 1"):
        rng.choice(5, p=NOTE_PROBABILITIES)
    assert 0 <= rng.choice(5, p=Parameters(NOTE_PROBABILITIES).p) < 5


def test_the_note_vector_is_the_softmax_of_the_note_logits():
    assert NOTE_LOGITS == (1, 2, 3, 4, 2)
    np.testing.assert_allclose(softmax(NOTE_LOGITS), NOTE_PROBABILITIES, rtol=0, atol=1.5e-8)


@reproducible
@given(st.lists(st.floats(-1e3, 1e3) | st.just(-math.inf), min_size=2, max_size=64))
def test_softmax_agrees_with_scipy(logits):
    assume(max(logits) > -math.inf)
    expected = scipy.special.softmax(logits)
    np.testing.assert_allclose(softmax(logits), expected, rtol=1e-12, atol=1e-320)


@pytest.mark.parametrize("logits", [-1e300, -1e5, 0.0, 1e5, 1e300])
def test_a_constant_added_to_all_logits_cancels(logits):
    assert softmax([logits, logits, -math.inf]) == (0.5, 0.5, 0.0)


@pytest.mark.parametrize(
    ("logits", "sentence"),
    [
        ([0, math.nan], "logits[1] is nan, but must be a finite number, or -inf for a zero."),
        ([math.inf, 0], "logits[0] is inf, but must be a finite number, or -inf for a zero."),
        ([-math.inf] * 2, "logits is all -inf, but must be a vector with a finite entry."),
        ([1.0], "logits is a vector of 1 entry, but must be a vector of 2 to 64 entries."),
        ([0, "1"], "logits[1] is '1', but must be a number."),
    ],
)
def test_bad_logits_are_refused_in_one_sentence(logits, sentence):
    with pytest.raises(ParameterError) as caught:
        softmax(logits)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "p",
    [
        Parameters([0.25, 0.75], 2, 10, 3),
        Parameters(np.array([1.0, 3.0]), np.float64(2), np.int64(10), np.uint8(3)),
        Parameters(np.array([1, 3], np.float32), np.float32(2), np.int16(10), np.int8(3)),
        Parameters((np.float64(1), Fraction(3)), np.array(2.0), 10.0, 3.0),
    ],
    ids=["python", "float64", "float32", "mixed"],
)
def test_numpy_and_python_numbers_give_the_same_value(p):
    same = Parameters((0.25, 0.75), 2.0, 10, 3)
    assert (p, hash(p), repr(p)) == (same, hash(same), repr(same))
    assert {type(x) for x in p.probabilities} == {float}
    assert [type(x) for x in (p.temperature, p.draws, p.seed)] == [float, int, int]


def test_parameters_that_differ_anywhere_are_unequal():
    values = [Parameters(FAIR)] + [
        dataclasses.replace(Parameters(FAIR), **change)
        for change in (
            {"probabilities": (0.4, 0.6)},
            {"probabilities": (0.5, 0.5, 0.0)},
            {"temperature": 0.0},
            {"draws": 1},
            {"seed": 1},
        )
    ]
    assert len(set(values)) == len(values)


def test_parameters_cannot_be_changed():
    p = Parameters(FAIR)
    with pytest.raises(dataclasses.FrozenInstanceError):
        p.temperature = 2.0
    p.p[0] = 9
    assert p.probabilities == FAIR
    np.testing.assert_array_equal(p.p, FAIR)
