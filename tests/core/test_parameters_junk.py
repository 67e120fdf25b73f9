"""Arbitrary values as parameters: nothing but a ParameterError comes out."""

import math
import operator
from decimal import Decimal

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_STEPS, PARAMETERS, ParameterError, Parameters

FAIR = (0.5, 0.5)
THREE = (0.2, 0.3, 0.5)
FOUR = (0.1, 0.2, 0.3, 0.4)
CALLED = {name: each.option for name, each in PARAMETERS.items()}
"""What errors call a parameter: its option on the command line."""
PLOT_FIELDS = ("mistake", "selected", "pair", "top", "noise_scale", "location", "scale")
LEARNING_FIELDS = (
    *("trio", "schedule", "loss", "weights", "estimator", "estimators", "samples", "eta"),
    *("backward_temperature", "learning_rate", "annealed", "steps"),
)
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


@given(JUNK, JUNK, JUNK, JUNK)
@example(FAIR, Decimal("sNaN"), 1, 1)
@example((Decimal("sNaN"), 1), 1, 1, 1)
def test_only_parameter_errors_come_out_of_junk_for_p_t_draws_and_seed(
    probabilities, temperature, draws, seed
):
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


PLOT_JUNK = (
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


@given(PLOT_JUNK)
@example(Decimal("sNaN"))
@example([Decimal("sNaN"), 1])
@example(np.array([[0], [1]]))
@example(np.array(["none", "no-noise"]))
@example(object())
@example(Parameters)
def test_only_parameter_errors_come_out_of_junk_for_selections_and_scales(junk):
    for field in PLOT_FIELDS:
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


LEARNING_JUNK = (
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


@given(LEARNING_JUNK)
@example([Decimal("sNaN")] * 3)
@example([Decimal("sNaN")] * 4)
@example([10**5000] * 3)
@example([10**5000] * 4)
@example(10**5000)
@example(object())
def test_only_parameter_errors_come_out_of_junk_for_schedules_and_losses(junk):
    for field in LEARNING_FIELDS:
        refusal = None
        try:
            accepted = Parameters(FOUR, **{field: junk})
        except ParameterError as error:
            refusal = error
        if refusal:
            assert refusal.field.split("[")[0] == CALLED[field]
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
