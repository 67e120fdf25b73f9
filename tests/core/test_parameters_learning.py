"""The parameters of annealing, gradients and descent."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.core.parameters import KNOBS, MAX_STEPS, ParameterError, Parameters

FOUR = (0.1, 0.2, 0.3, 0.4)
DEFAULT = Parameters(FOUR)
FIELDS = (
    *("trio", "schedule", "loss", "weights", "estimator", "learning_rate", "annealed", "steps"),
)
reproducible = settings(derandomize=True, deadline=None, database=None)

A_TRIO = "three different classes from 0 to 3"
A_SCHEDULE = "three numbers t₀, r, t_min with 0.01 ≤ t_min ≤ t₀ ≤ 100 and 0.0001 ≤ r ≤ 10"
A_LOSS = "one of cost, distance"
AN_ESTIMATOR = "one of gumbel-softmax, straight-through, reinforce, reinforce-baseline"
A_WEIGHT = "a number from -1000 to 1000"
FOUR_WEIGHTS = "a vector of 4 entries, or an empty one for the usual weights"
A_RATE = "a number from 0.001 to 100"
SOME_STEPS = "a whole number from 0 to 300"


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
        ("weights[1]", (1, 1000.5, 3, 4), "1000.5", A_WEIGHT),
        ("weights[0]", (-1001, 2, 3, 4), "-1001.0", A_WEIGHT),
        ("weights[3]", (1, 2, 3, math.nan), "nan", A_WEIGHT),
        ("weights[2]", (1, 2, -math.inf, 4), "-inf", A_WEIGHT),
        ("weights[2]", (1, 2, "3", 4), "'3'", A_WEIGHT),
        ("weights[2]", (1, 2, None, 4), "None", A_WEIGHT),
        ("weights[2]", (1, 2, True, 4), "True", A_WEIGHT),
        *(
            ("estimator", value, repr(value), AN_ESTIMATOR)
            for value in ("", "Reinforce", "baseline", "gumbel_softmax", None, 1, [])
        ),
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
def test_bad_input_is_refused_in_one_sentence(field, value, shown, allowed):
    with pytest.raises(ParameterError) as caught:
        Parameters(FOUR, **{field.split("[")[0]: value})
    assert str(caught.value) == f"{field} is {shown}, but must be {allowed}."
    assert (caught.value.field, caught.value.allowed) == (field, allowed)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("trio", [3, 1.0, np.int8(0)], (3, 1, 0)),
        ("trio", np.array([2, 3, 0]), (2, 3, 0)),
        ("trio", range(1, 4), (1, 2, 3)),
        ("schedule", [100, 10, 0.01], (100.0, 10.0, 0.01)),
        ("schedule", (0.01, 0.0001, 0.01), (0.01, 0.0001, 0.01)),
        ("schedule", np.array([2, 1, 2]), (2.0, 1.0, 2.0)),
        ("schedule", iter((2, Fraction(1, 2), 1)), (2.0, 0.5, 1.0)),
        ("loss", "cost", Loss.COST),
        ("loss", np.str_("distance"), Loss.DISTANCE),
        ("weights", [], ()),
        ("weights", np.array([]), ()),
        ("weights", [-1000, 1000, -0.0, Fraction(1, 4)], (-1000.0, 1000.0, 0.0, 0.25)),
        ("weights", np.float32([1, 2, 3, 4]), (1.0, 2.0, 3.0, 4.0)),
        *(("estimator", name.value, name) for name in Estimator),
        ("learning_rate", 0.001, 0.001),
        ("learning_rate", 100, 100.0),
        ("annealed", True, True),
        ("annealed", np.True_, True),
        ("annealed", np.False_, False),
        ("steps", 0, 0),
        ("steps", 300.0, 300),
        ("steps", np.uint8(7), 7),
    ],
)
def test_accepted_values_become_plain_python(field, value, kept):
    given_so = Parameters(FOUR, **{field: value})
    got = getattr(given_so, field)
    assert (got, type(got)) == (kept, type(kept))
    if isinstance(kept, tuple):
        assert [type(each) for each in got] == [type(each) for each in kept]
    plain = Parameters(FOUR, **{field: kept})
    assert (given_so, hash(given_so), repr(given_so)) == (plain, hash(plain), repr(plain))


def test_defaults():
    assert {name: getattr(DEFAULT, name) for name in FIELDS} == {
        "trio": (0, 1, 2),
        "schedule": (5.0, 0.05, 0.1),
        "loss": Loss.DISTANCE,
        "weights": (),
        "estimator": Estimator.GUMBEL_SOFTMAX,
        "learning_rate": 0.5,
        "annealed": False,
        "steps": MAX_STEPS,
    }
    assert set(FIELDS) <= KNOBS


def test_two_classes_have_an_empty_third_corner():
    assert Parameters((1, 1)).trio == (0, 1, 2)
    assert Parameters((1, 1), trio=(2, 0, 1)).trio == (2, 0, 1)
    with pytest.raises(ParameterError, match="three different classes from 0 to 2"):
        Parameters((1, 1), trio=(0, 1, 3))
    assert Parameters((1,) * 64, trio=(63, 0, 62)).trio == (63, 0, 62)


@pytest.mark.parametrize("loss", Loss)
def test_weights_that_nobody_chose_are_the_default_ones(loss):
    assert Parameters(FOUR, loss=loss).loss_weights == default_weights(loss, 4)
    assert Parameters(FOUR, loss=loss, weights=(4, 3, 2, 0)).loss_weights == (4, 3, 2, 0)
    assert Parameters(FOUR, loss=loss, weights=(0, 0, 0, 0)).loss_weights == (0, 0, 0, 0)


CHANGES = (
    {},
    {"trio": (2, 1, 0)},
    {"schedule": (4, 0.05, 0.1)},
    {"loss": "cost"},
    {"weights": (1, 2, 3, 4)},
    {"estimator": "reinforce"},
    {"learning_rate": 1},
    {"annealed": True},
    {"steps": 0},
)


def test_parameters_that_differ_anywhere_are_unequal():
    assert len({Parameters(FOUR, **change) for change in CHANGES}) == len(CHANGES)


JUNK = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=3)
    | st.decimals()
    | st.dictionaries(st.integers(), st.integers(), max_size=4)
    | st.lists(st.integers(-1, 4) | st.floats() | st.text(max_size=2) | st.none(), max_size=4)
    | st.lists(st.floats(0.01, 5), min_size=3, max_size=4)
)


@reproducible
@given(JUNK)
@example([Decimal("sNaN")] * 3)
@example([Decimal("sNaN")] * 4)
@example([10**5000] * 3)
@example([10**5000] * 4)
@example(10**5000)
@example(object())
def test_only_parameter_errors_come_out_of_junk(junk):
    for field in FIELDS:
        refusal = None
        try:
            accepted = Parameters(FOUR, **{field: junk})
        except ParameterError as error:
            refusal = error
        if refusal:
            assert refusal.field.split("[")[0] == field
            assert str(refusal).endswith(f", but must be {refusal.allowed}.")
            continue
        assert len(set(accepted.trio) & set(range(4))) == 3
        start, rate, end = accepted.schedule
        assert 0.01 <= end <= start <= 100
        assert 0.0001 <= rate <= 10
        assert len(accepted.loss_weights) == 4
        assert all(abs(weight) <= 1000 for weight in accepted.loss_weights)
        assert 0.001 <= accepted.learning_rate <= 100
        assert accepted.annealed in (True, False)
        assert 0 <= accepted.steps <= MAX_STEPS
