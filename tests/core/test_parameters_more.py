"""The parameters that came later: the mistake, the selected draw, and those of single plots."""

import dataclasses
import math
import operator
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import KNOBS, MAX_DRAWS, ParameterError, Parameters, effective_temperature

THREE = (0.2, 0.3, 0.5)
DEFAULT = Parameters(THREE)
FIELDS = ("mistake", "selected", "pair", "top", "noise_scale", "location", "scale")
CALLED = {"selected": "selected draw"}  # in the sentence for a person, and in ParameterError.field
reproducible = settings(derandomize=True, deadline=None, database=None)

A_MISTAKE = (
    "one of none, noise-on-p, uniform-noise, normal-noise, no-noise, t-outside, float32-uniform"
)
A_DRAW = "a whole number from 0 to 100000"
A_PAIR = "two different classes from 0 to 2"
A_TOP = "a whole number from 1 to 3"
A_SCALE = "a number from 0.01 to 100"
A_LOCATION = "a number from -100 to 100"


def refused(**arguments):
    with pytest.raises(ParameterError) as caught:
        Parameters(**{"probabilities": THREE, **arguments})
    return caught.value


@pytest.mark.parametrize(
    ("field", "value", "shown", "allowed"),
    [
        ("mistake", "wrong", "'wrong'", A_MISTAKE),
        ("mistake", "", "''", A_MISTAKE),
        ("mistake", "NONE", "'NONE'", A_MISTAKE),
        ("mistake", "No-Noise", "'No-Noise'", A_MISTAKE),
        ("mistake", " none", "' none'", A_MISTAKE),
        ("mistake", "noise_on_p", "'noise_on_p'", A_MISTAKE),
        ("mistake", b"none", "b'none'", A_MISTAKE),
        ("mistake", None, "None", A_MISTAKE),
        ("mistake", False, "False", A_MISTAKE),
        ("mistake", 0, "0", A_MISTAKE),
        ("mistake", math.nan, "nan", A_MISTAKE),
        ("mistake", math.inf, "inf", A_MISTAKE),
        ("mistake", ["none"], "['none']", A_MISTAKE),
        ("mistake", {}, "{}", A_MISTAKE),
        ("selected", -1, "-1", A_DRAW),
        ("selected", 100_001, "100001", A_DRAW),
        ("selected", 10**30, "1" + 30 * "0", A_DRAW),
        ("selected", 1.5, "1.5", A_DRAW),
        ("selected", np.float64(0.5), "0.5", A_DRAW),
        ("selected", math.nan, "nan", A_DRAW),
        ("selected", math.inf, "inf", A_DRAW),
        ("selected", -math.inf, "-inf", A_DRAW),
        ("selected", "1", "'1'", A_DRAW),
        ("selected", b"1", "b'1'", A_DRAW),
        ("selected", True, "True", A_DRAW),
        ("selected", False, "False", A_DRAW),
        ("selected", np.True_, "True", A_DRAW),
        ("selected", None, "None", A_DRAW),
        ("selected", (1,), "(1,)", A_DRAW),
        ("selected", 1j, "1j", A_DRAW),
        ("pair", (0, 0), "(0, 0)", A_PAIR),
        ("pair", (2, 2.0), "(2, 2.0)", A_PAIR),
        ("pair", (0, 3), "(0, 3)", A_PAIR),
        ("pair", (3, 0), "(3, 0)", A_PAIR),
        ("pair", (-1, 0), "(-1, 0)", A_PAIR),
        ("pair", (0, -1), "(0, -1)", A_PAIR),
        ("pair", (0, 1, 2), "(0, 1, 2)", A_PAIR),
        ("pair", [0, 1, 1], "[0, 1, 1]", A_PAIR),
        ("pair", (1,), "(1,)", A_PAIR),
        ("pair", (), "()", A_PAIR),
        ("pair", 1, "1", A_PAIR),
        ("pair", None, "None", A_PAIR),
        ("pair", True, "True", A_PAIR),
        ("pair", (True, 0), "(True, 0)", A_PAIR),
        ("pair", (1, False), "(1, False)", A_PAIR),
        ("pair", (0.5, 1), "(0.5, 1)", A_PAIR),
        ("pair", (0, math.nan), "(0, nan)", A_PAIR),
        ("pair", (math.inf, 1), "(inf, 1)", A_PAIR),
        ("pair", ("0", "1"), "('0', '1')", A_PAIR),
        ("pair", "01", "'01'", A_PAIR),
        ("pair", "", "''", A_PAIR),
        ("pair", (0, None), "(0, None)", A_PAIR),
        ("pair", ((0, 1), (1, 2)), "((0, 1), (1, 2))", A_PAIR),
        ("pair", (0, 10**30), f"(0, {10**30})", A_PAIR),
        ("top", 0, "0", A_TOP),
        ("top", -1, "-1", A_TOP),
        ("top", 4, "4", A_TOP),
        ("top", 4.0, "4", A_TOP),
        ("top", 1.5, "1.5", A_TOP),
        ("top", math.nan, "nan", A_TOP),
        ("top", math.inf, "inf", A_TOP),
        ("top", "2", "'2'", A_TOP),
        ("top", True, "True", A_TOP),
        ("top", np.True_, "True", A_TOP),
        ("top", None, "None", A_TOP),
        ("top", [2], "[2]", A_TOP),
        *(
            (name, *case, A_SCALE)
            for name in ("noise_scale", "scale")
            for case in (
                (0, "0.0"),
                (-0.0, "-0.0"),
                (-1, "-1.0"),
                (0.00999, "0.00999"),
                (5e-324, "5e-324"),
                (math.nextafter(0.01, 0), "0.009999999999999998"),
                (math.nextafter(100, 101), "100.00000000000001"),
                (101, "101.0"),
            )
        ),
        *(
            ("location", *case, A_LOCATION)
            for case in (
                (100.5, "100.5"),
                (-101, "-101.0"),
                (math.nextafter(100, 101), "100.00000000000001"),
                (1e308, "1e+308"),
            )
        ),
        *(
            (name, *case, A_LOCATION if name == "location" else A_SCALE)
            for name in ("noise_scale", "location", "scale")
            for case in (
                (math.nan, "nan"),
                (np.float32("nan"), "nan"),
                (math.inf, "inf"),
                (-math.inf, "-inf"),
                (10**400, repr(10**400)),
                ("1", "'1'"),
                (b"1", "b'1'"),
                ("", "''"),
                (True, "True"),
                (False, "False"),
                (None, "None"),
                (1j, "1j"),
                ((1,), "(1,)"),
                ([], "[]"),
                (Decimal("NaN"), "nan"),
                (Decimal("sNaN"), "Decimal('sNaN')"),
            )
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(field, value, shown, allowed):
    error = refused(**{field: value})
    called = CALLED.get(field, field)
    assert str(error) == f"{called} is {shown}, but must be {allowed}."
    assert (error.field, error.allowed) == (called, allowed)
    assert error.value is value or error.value == value or math.isnan(error.value)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("field", ["temperature", "noise_scale", "location", "scale"])
def test_a_truth_value_of_numpy_is_no_number(field):
    assert refused(**{field: np.True_}).field == field


def test_bytes_are_no_pair():
    assert refused(pair=b"\x00\x01").field == "pair"


@pytest.mark.parametrize("field", [name for name in FIELDS if name != "mistake"])
def test_numbers_too_long_to_print_are_refused_like_any_other(field):
    value = (0, 10**5000) if field == "pair" else 10**5000
    error = refused(**{field: value})
    called = CALLED.get(field, field)
    assert str(error).startswith(f"{called} is a number too long to print, but must be")


def test_what_is_allowed_depends_on_the_number_of_draws_and_of_classes():
    error = refused(draws=7, selected=8)
    assert (error.value, error.allowed) == (8, "a whole number from 0 to 7")
    assert Parameters(THREE, draws=7, selected=7).selected == 7
    error = refused(probabilities=(1, 1), pair=(0, 2))
    assert (error.value, error.allowed) == ((0, 2), "two different classes from 0 to 1")
    error = refused(probabilities=(1,) * 64, pair=(0, 64))
    assert error.allowed == "two different classes from 0 to 63"
    error = refused(probabilities=(1, 1), top=3)
    assert (error.value, error.allowed) == (3, "a whole number from 1 to 2")
    for smaller in ({"draws": 5}, {"probabilities": (1, 1)}):
        with pytest.raises(ParameterError):
            dataclasses.replace(Parameters(THREE, selected=6, pair=(0, 2), top=3), **smaller)


def test_what_comes_first_is_checked_first():
    """Bad draws, not the selected one, are at fault where there is no number of draws."""
    assert refused(draws=0, selected=5).field == "draws"
    assert refused(probabilities=(1,), pair=(5, 5)).field == "probabilities"


@pytest.mark.parametrize("mistake", Mistake)
def test_a_mistake_is_accepted_by_its_name(mistake):
    for value in (mistake, mistake.value, str(mistake), np.str_(mistake.value)):
        parameters = Parameters(THREE, mistake=value)
        assert parameters.mistake is mistake
        assert parameters == Parameters(THREE, mistake=mistake)
        assert repr(parameters) == repr(Parameters(THREE, mistake=mistake))


def test_the_names_of_the_mistakes():
    """They are written in settings, on command lines and in exported figures."""
    assert ", ".join(Mistake) == A_MISTAKE.removeprefix("one of ")
    assert next(iter(Mistake)) is Mistake.NONE is DEFAULT.mistake


@pytest.mark.parametrize("mistake", Mistake)
def test_the_kind_of_noise_is_the_mistake_if_it_changes_the_noise(mistake):
    kind = Parameters(THREE, mistake=mistake).noise_kind
    same = ("none", "noise-on-p", "t-outside")
    assert kind is (Mistake.NONE if mistake.value in same else mistake)


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0, 0.2, 1, 1e300])
def test_outside_the_exponential_t_cancels(mistake, t):
    """exp(g) / t, normalised, is softmax(g): what t = 1 gives."""
    found = Parameters(THREE, t, mistake=mistake).effective_temperature
    assert found == (1 if mistake.value == "t-outside" else t)
    assert effective_temperature(mistake, t) == found


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("selected", 0, 0),
        ("selected", 1, 1),
        ("selected", 100_000, 100_000),
        ("selected", 1e5, 100_000),
        ("selected", np.int64(3), 3),
        ("selected", np.uint8(3), 3),
        ("selected", np.float64(3), 3),
        ("pair", (1, 0), (1, 0)),
        ("pair", (0, 2), (0, 2)),
        ("pair", [2, 1], (2, 1)),
        ("pair", np.array([2, 0]), (2, 0)),
        ("pair", np.array([2.0, 0.0]), (2, 0)),
        ("pair", (np.uint8(1), 2.0), (1, 2)),
        ("pair", range(1, 3), (1, 2)),
        ("top", 1, 1),
        ("top", 3, 3),
        ("top", 3.0, 3),
        ("top", np.int8(2), 2),
        *(
            (name, *case)
            for name in ("noise_scale", "scale")
            for case in (
                (0.01, 0.01),
                (100, 100.0),
                (np.float32(0.5), 0.5),
                (np.array(2), 2.0),
                (Fraction(1, 2), 0.5),
                (Decimal("0.5"), 0.5),
            )
        ),
        ("location", -100, -100.0),
        ("location", 100, 100.0),
        ("location", 5e-324, 5e-324),
        ("location", np.int64(-3), -3.0),
        ("location", Fraction(-1, 2), -0.5),
    ],
)
def test_accepted_values_become_plain_python(field, value, kept):
    got = getattr(Parameters(THREE, **{field: value}), field)
    assert (got, type(got)) == (kept, type(kept))
    if field == "pair":
        assert [type(k) for k in got] == [int, int]
    plain = Parameters(THREE, **{field: kept})
    again = dataclasses.replace(Parameters(THREE, **{field: value}))
    for same in (Parameters(THREE, **{field: value}), again):
        assert (same, hash(same), repr(same)) == (plain, hash(plain), repr(plain))


def test_a_pair_from_an_iterator_is_kept():
    assert Parameters(THREE, pair=iter((2, 1))).pair == (2, 1)
    assert refused(pair=iter((0, 1, 2))).field == "pair"


def test_a_location_of_minus_zero_becomes_a_plain_zero():
    assert repr(Parameters(THREE, location=-0.0)) == repr(DEFAULT)


def test_the_widest_allowed_values_are_accepted():
    widest = Parameters(
        (1,) * 64,
        draws=MAX_DRAWS,
        selected=MAX_DRAWS,
        pair=(63, 0),
        top=64,
        noise_scale=100,
        location=-100,
        scale=0.01,
    )
    assert (widest.selected, widest.pair, widest.top) == (10**11, (63, 0), 64)
    smallest = Parameters((0, 1), draws=1, selected=1, pair=(1, 0), top=1, noise_scale=0.01)
    assert (smallest.selected, smallest.pair, smallest.top) == (1, (1, 0), 1)


def test_defaults():
    assert {name: getattr(DEFAULT, name) for name in FIELDS} == {
        "mistake": Mistake.NONE,
        "selected": 0,
        "pair": (0, 1),
        "top": 2,
        "noise_scale": 2.0,
        "location": 0.0,
        "scale": 1.0,
    }
    names = [field.name for field in dataclasses.fields(Parameters)]
    assert names[:11] == ["probabilities", "temperature", "draws", "seed", *FIELDS]
    assert Parameters((1, 1)) == Parameters((0.5, 0.5))
    assert set(names) - {*names[:4], "mistake", "selected"} == KNOBS


CHANGES = (
    {},
    {"mistake": "no-noise"},
    {"mistake": "normal-noise"},
    {"selected": 1},
    {"selected": 2},
    {"pair": (1, 0)},
    {"pair": (0, 2)},
    {"top": 1},
    {"top": 3},
    {"noise_scale": 1.0},
    {"location": 1.0},
    {"scale": 2.0},
)


def test_parameters_that_differ_anywhere_are_unequal():
    values = [dataclasses.replace(DEFAULT, **change) for change in CHANGES]
    assert len(set(values)) == len(values)
    for i, one in enumerate(values):
        for j, other in enumerate(values):
            assert (one == other) == (i == j)


@pytest.mark.parametrize("change", CHANGES)
def test_equal_parameters_are_one_key(change):
    one, other = (dataclasses.replace(DEFAULT, **change) for _ in range(2))
    assert one is not other
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert {one: 1}[other] == 1


@pytest.mark.parametrize("field", FIELDS)
def test_parameters_cannot_be_changed(field):
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(DEFAULT, field, getattr(DEFAULT, field))


JUNK = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=3)
    | st.complex_numbers()
    | st.decimals()
    | st.fractions()
    | st.dictionaries(st.integers(), st.integers(), max_size=2)
    | st.lists(st.integers(-1, 4) | st.floats() | st.text(max_size=2) | st.none(), max_size=4)
)


@reproducible
@given(JUNK)
@example(Decimal("sNaN"))
@example([Decimal("sNaN"), 1])
@example(np.array([[0], [1]]))
@example(np.array(["none", "no-noise"]))
@example(object())
@example(Parameters)
def test_only_parameter_errors_come_out_of_junk(junk):
    for field in FIELDS:
        refusal = None
        try:
            accepted = Parameters(THREE, **{field: junk})
        except ParameterError as error:
            refusal = error
        if refusal:
            called = CALLED.get(field, field)
            assert refusal.field == called
            assert str(refusal).startswith(f"{called} is ")
            assert str(refusal).endswith(f", but must be {refusal.allowed}.")
            continue
        assert accepted.mistake in Mistake
        assert 0 <= operator.index(accepted.selected) <= accepted.draws
        first, second = accepted.pair
        assert first in range(3)
        assert second in range(3)
        assert first != second
        assert accepted.top in (1, 2, 3)
        assert 0.01 <= accepted.noise_scale <= 100
        assert 0.01 <= accepted.scale <= 100
        assert -100 <= accepted.location <= 100
        hash(accepted)
