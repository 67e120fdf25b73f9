from decimal import Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gumbel_gui.core.annealing import MAX_LENGTH, schedule_length, schedule_temperature
from gumbel_gui.core.parameters import Parameters

USUAL = Parameters((1, 1)).schedule


@st.composite
def schedules(draw):
    start = draw(st.floats(0.01, 100))
    return start, draw(st.floats(0.0001, 10)), draw(st.floats(0.01, start))


@pytest.mark.parametrize("step", [0, 1, 10, 77, 78, 79, 10**6])
def test_the_usual_schedule(step):
    """Against powers with 30 digits: e^(−0.05) is multiplied in step by step."""
    with localcontext() as context:
        context.prec = 30
        exact = max(Decimal("0.1"), 5 * Decimal("-0.05").exp() ** step)
    assert schedule_temperature(USUAL, step) == pytest.approx(float(exact), rel=1e-13)


def test_it_starts_at_the_start_and_ends_at_the_end():
    assert schedule_temperature(USUAL, 0) == 5.0
    assert schedule_length(USUAL) == 79  # ln 50 / 0.05 is 78.2
    assert schedule_temperature(USUAL, 79) == 0.1 < schedule_temperature(USUAL, 78)


@given(schedules())
@example((100.0, 0.0001, 0.01))
@example((0.01, 10.0, 0.01))
@example((100.0, 10.0, 0.01))
@example((1.0, 0.0001, 1.0))
@example((1.0, 0.057, 0.01958482984360231))  # the rounded logarithm is one step short here
@example((50.0, 0.024, 0.05889630082820328))
def test_the_length_is_the_first_step_at_the_end(schedule):
    length, end = schedule_length(schedule), schedule[2]
    assert type(length) is int
    assert 1 <= length <= MAX_LENGTH
    assert schedule_temperature(schedule, length) == end
    assert length == 1 or schedule_temperature(schedule, length - 1) > end


@pytest.mark.parametrize("steps", range(1, 200))
def test_a_whole_number_of_steps_is_not_missed(steps):
    """Where t_min is t(n) itself, rounding decides whether ln (t₀ / t_min) / r is above n."""
    end = schedule_temperature((5.0, 0.03, 0.01), steps)
    assert schedule_length((5.0, 0.03, end)) == steps


@given(schedules(), st.integers(0, 10**6))
def test_it_never_rises(schedule, step):
    now, then = (schedule_temperature(schedule, each) for each in (step, step + 1))
    assert schedule[2] <= then <= now <= schedule[0]
