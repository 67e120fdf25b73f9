"""Values that are refused, each in one sentence that names the field and what is allowed."""

import dataclasses
import math
from decimal import Decimal

import numpy as np
import pytest

from gumbel_gui.core.checks import in_short
from gumbel_gui.core.parameters import PARAMETERS, ParameterError, Parameters

FAIR = (0.5, 0.5)
THREE = (0.2, 0.3, 0.5)
FOUR = (0.1, 0.2, 0.3, 0.4)
CALLED = {name: each.option for name, each in PARAMETERS.items()}
"""What errors call a parameter: its option on the command line."""

A_NUMBER = "a number"
A_WEIGHT = "a finite number of 0 or more"
A_VECTOR = "a vector of 2 to 64 entries"
A_SEQUENCE = "a sequence of numbers"
SOME_DRAWS = "a whole number from 1 to 100000000000"
A_SEED = "a whole number from 0 to 9223372036854775807"
A_MISTAKE = (
    "one of none, noise-on-p, uniform-noise, normal-noise, logistic-noise, no-noise, wrong-sign, "
    "noise-after-t, t-outside, t-in-logarithms, float32-uniform, half-precision, ties-twice"
)
A_DRAW = "a whole number from 0 to 100000"
A_PAIR = "two different classes from 0 to 2"
AN_ORDER = "T, top-k, top-p and min-p, each once, in any order"
A_TOP = "a whole number from 1 to 3"
A_SCALE = "a number from 0.01 to 100"
A_LOCATION = "a number from -100 to 100"
A_TRIO = "three different classes from 0 to 3"
A_SCHEDULE = "three numbers t₀, r, t_min with 0.01 ≤ t_min ≤ t₀ ≤ 100 and 0.0001 ≤ r ≤ 10"
A_LOSS = "one of cost, distance"
ALL_ESTIMATORS = (
    "gumbel-softmax, straight-through, softmax-straight-through, decoupled, reinmax, gumbel-rao, "
    "reinforce, reinforce-baseline, leave-one-out, rebar"
)
AN_ESTIMATOR = f"one of {ALL_ESTIMATORS}"
ESTIMATORS = f"one or more of {ALL_ESTIMATORS}, each once"
A_COST = "a number from -1000 to 1000"
FOUR_WEIGHTS = "a vector of 4 entries, or an empty one for the usual weights"
A_RATE = "a number from 0.001 to 100"
SOME_STEPS = "a whole number from 0 to 300"


def refused(**arguments):
    with pytest.raises(ParameterError) as caught:
        Parameters(**{"probabilities": THREE, **arguments})
    return caught.value


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
        ("temperature", 10**400, in_short(10**400), A_WEIGHT),
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
def test_bad_probabilities_t_draws_and_seeds_are_refused_in_one_sentence(
    field, value, shown, allowed
):
    with pytest.raises(ParameterError) as caught:
        Parameters(**{"probabilities": FAIR, field.split("[")[0]: value})
    called = CALLED.get(field, field)
    assert str(caught.value) == f"{called} is {shown}, but must be {allowed}."
    assert (caught.value.field, caught.value.allowed) == (called, allowed)


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
        ("filter_order", ("T", "top-k", "top-p"), "('T', 'top-k', 'top-p')", AN_ORDER),
        ("filter_order", ("T", "T", "top-p", "min-p"), "('T', 'T', 'top-p', 'min-p')", AN_ORDER),
        ("filter_order", (1, 2, 3, "T"), "(1, 2, 3, 'T')", AN_ORDER),
        ("filter_order", 3, "3", AN_ORDER),
        ("decoding_temperature", -0.1, "-0.1", "a finite number of 0 or more"),
        ("keep_top", 4, "4", "a whole number from 0 to 3"),
        ("keep_mass", 1.1, "1.1", "a number from 0 to 1"),
        ("keep_ratio", -0.1, "-0.1", "a number from 0 to 1"),
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
                (10**400, in_short(10**400)),
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
def test_bad_mistakes_selections_and_scales_are_refused_in_one_sentence(
    field, value, shown, allowed
):
    error = refused(**{field: value})
    called = CALLED.get(field, field)
    assert str(error) == f"{called} is {shown}, but must be {allowed}."
    assert (error.field, error.allowed) == (called, allowed)
    assert error.value is value or error.value == value or math.isnan(error.value)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("field", "value", "shown", "allowed"),
    [
        *(
            ("trio", value, repr(value), A_TRIO)
            for value in (
                *((0, 1), (0, 1, 1), (0, 1, 4), (-1, 0, 1), (0, 1, 2, 3), (), 7, None, True, "012"),
                *((0, 1, 0.5), (0, 1, math.nan), (0, 1, True), [0, 1, "2"], {0, 1, 2}, b"\0\1\2"),
            )
        ),
        *(
            ("schedule", value, repr(value), A_SCHEDULE)
            for value in (
                *((), (5, 0.05), (5, 0.05, 0.1, 0.1), 5, None, "5,1,1", {5: 1, 0.05: 1, 0.1: 1}),
                *((0.1, 0.05, 5), (101, 0.05, 0.1), (5, 0.05, 0.009), (5, 0, 0.1), (5, 11, 0.1)),
                *((5, -0.05, 0.1), (5, 0.00009, 0.1), (math.nan, 0.05, 0.1), (5, math.nan, 0.1)),
                *((5, 0.05, math.nan), (math.inf, 0.05, 0.1), (True, 0.05, 0.1), (5, "1", 0.1)),
            )
        ),
        *(
            ("loss", value, repr(value), A_LOSS)
            for value in ("", "COST", "costs", b"cost", None, 0, True, ["cost"], {})
        ),
        *(("weights", value, repr(value), "a sequence of numbers") for value in (None, 1, "1234")),
        *(("weights", value, repr(value), "a sequence of numbers") for value in ({}, {1, 2, 3, 4})),
        ("weights", (1,), "a vector of 1 entry", FOUR_WEIGHTS),
        ("weights", (1, 2, 3), "a vector of 3 entries", FOUR_WEIGHTS),
        ("weights", np.ones(5), "a vector of 5 entries", FOUR_WEIGHTS),
        ("weights[1]", (1, 1000.5, 3, 4), "1000.5", A_COST),
        ("weights[0]", (-1001, 2, 3, 4), "-1001.0", A_COST),
        ("weights[3]", (1, 2, 3, math.nan), "nan", A_COST),
        ("weights[2]", (1, 2, -math.inf, 4), "-inf", A_COST),
        ("weights[2]", (1, 2, "3", 4), "'3'", A_COST),
        ("weights[2]", (1, 2, None, 4), "None", A_COST),
        ("weights[2]", (1, 2, True, 4), "True", A_COST),
        *(
            ("estimator", value, repr(value), AN_ESTIMATOR)
            for value in ("", "Reinforce", "baseline", "gumbel_softmax", None, 1, [])
        ),
        *(
            ("estimators", value, repr(value), ESTIMATORS)
            for value in (
                *((), "rebar", ("rebar", "rebar"), ["rao"], None, 1, [None], {"rebar"}),
                ("rebar", ["rebar"]),
            )
        ),
        *(
            ("samples", value, repr(value), "a whole number from 2 to 64")
            for value in (1, 65, 2.5, None)
        ),
        ("eta", -0.5, "-0.5", "a number from 0 to 10"),
        ("backward_temperature", 0.0, "0.0", "a number from 0.01 to 100"),
        *(
            ("learning_rate", *case, A_RATE)
            for case in (
                *((0, "0.0"), (-1, "-1.0"), (0.00099, "0.00099"), (100.5, "100.5")),
                *((math.nan, "nan"), (math.inf, "inf"), ("1", "'1'"), (True, "True")),
                *((None, "None"), ((1,), "(1,)"), (Decimal("sNaN"), "Decimal('sNaN')")),
            )
        ),
        *(
            ("annealed", value, repr(value), "True or False")
            for value in (0, 1, 1.0, None, "", "True", "false", [], [True])
        ),
        *(
            ("steps", *case, SOME_STEPS)
            for case in (
                *((-1, "-1"), (301, "301"), (1.5, "1.5"), (math.nan, "nan"), (math.inf, "inf")),
                *(("1", "'1'"), (True, "True"), (None, "None"), ((1,), "(1,)")),
            )
        ),
    ],
)
def test_bad_schedules_losses_and_steps_are_refused_in_one_sentence(field, value, shown, allowed):
    with pytest.raises(ParameterError) as caught:
        Parameters(FOUR, **{field.split("[")[0]: value})
    called = CALLED.get(field, field)
    assert str(caught.value) == f"{called} is {shown}, but must be {allowed}."
    assert (caught.value.field, caught.value.allowed) == (called, allowed)


@pytest.mark.parametrize("field", ["temperature", "noise_scale", "location", "scale"])
def test_a_truth_value_of_numpy_is_no_number(field):
    assert refused(**{field: np.True_}).field == CALLED[field]


def test_bytes_are_no_pair():
    assert refused(pair=b"\x00\x01").field == "pair"


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
def test_p_t_draws_and_seeds_too_long_to_print_are_refused_like_any_other(field, value):
    with pytest.raises(ParameterError, match=f"^{field}"):
        Parameters(**{"probabilities": FAIR, field: value})


@pytest.mark.parametrize("field", ["selected", "pair", "top", "noise_scale", "location", "scale"])
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
    error = refused(probabilities=(1, 1), given=(2,))
    assert (error.value, error.allowed) == ((2,), "a class from 0 to 1")
    error = refused(probabilities=(1, 1), top=3)
    assert (error.value, error.allowed) == (3, "a whole number from 1 to 2")
    for smaller in ({"draws": 5}, {"probabilities": (1, 1)}):
        with pytest.raises(ParameterError):
            dataclasses.replace(Parameters(THREE, selected=6, pair=(0, 2), top=3), **smaller)


def test_what_comes_first_is_checked_first():
    """Bad draws, not the selected one, are at fault where there is no number of draws."""
    assert refused(draws=0, selected=5).field == "draws"
    assert refused(probabilities=(1,), pair=(5, 5)).field == "probabilities"
