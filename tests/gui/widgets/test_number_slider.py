"""NumberSlider and its scales: positions, numbers, and the steps of a box beside it."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QLineEdit

from gumbel_gui.gui.widgets.number_slider import (
    MOST_STEPS,
    NumberSlider,
    linear_scale,
    log_scale,
    stop_scale,
    whole_scale,
)

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SCALES = {
    "from 0 to 1": linear_scale(0, 1, 1000),
    "from -3 to 3": linear_scale(-3, 3, 200),
    "equal ratios": log_scale(0.01, 100, 400),
    "equal ratios, 1 easy to hit": log_scale(0.1, 10, 200, 2),
    "whole": whole_scale(1, 64),
    "one number": whole_scale(1, 1),
    "many whole": whole_scale(0, 10**11),
    "stops": stop_scale((1, 2, 5, 10)),
}
each_scale = pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)


@each_scale
def test_positions_ascend_and_are_found_again(scale):
    steps = range(scale.steps + 1) if scale.steps < 2000 else range(0, MOST_STEPS + 1, 9973)
    numbers = [scale.to_number(step) for step in steps]
    assert numbers == sorted(numbers)
    for step, number in zip(steps, numbers, strict=True):
        near = number == 1.0  # several positions may stand for 1
        assert scale.to_step(number) == pytest.approx(step, abs=2 if near else 0.5)
    assert round(scale.to_step(numbers[0])) == 0


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_a_linear_scale_has_equal_differences(step):
    scale = linear_scale(0, 1, 1000)
    assert scale.to_number(step) == step / 1000
    assert scale.to_step(scale.to_number(step)) == pytest.approx(step)
    assert (scale.to_number(0), scale.to_number(1000)) == (0, 1)


@settings(deadline=None)
@given(st.integers(0, 400))
def test_a_logarithmic_scale_has_equal_ratios(step):
    scale = log_scale(0.01, 100, 400)
    assert scale.to_step(scale.to_number(step)) == pytest.approx(step, abs=0.25)
    assert scale.to_number(200) == 1
    assert scale.to_number(step) == float(f"{10 ** (step / 100 - 2):.3g}")
    assert scale.to_step(10 ** (step / 100 - 2)) == pytest.approx(step, abs=1e-9)


def test_a_logarithmic_scale_has_a_place_for_zero():
    scale = log_scale(0.01, 100, 400)
    assert scale.to_step(0) == -math.inf
    assert (scale.moved(0, 1), scale.moved(0, -1)) == (0.01, 0)


def test_positions_near_1_stand_for_1_where_that_is_wanted():
    near = [log_scale(0.1, 10, 200, 2).to_number(100 + i) for i in range(-3, 4)]
    assert near[1:-1] == [1] * 5
    assert near[0] < 1 < near[-1]
    assert log_scale(0.1, 10, 200).to_number(101) > 1


@pytest.mark.parametrize(
    ("scale", "number", "moves", "after"),
    [
        (linear_scale(-3, 3, 200), 0.7, 1, 0.8),
        (linear_scale(-3, 3, 200), 0.2, 10, 1.2),
        (linear_scale(0, 1, 1000), 0.5, -1, 0.49),
        (log_scale(0.01, 100, 400), 1.0, 20, 10.0),
        (log_scale(0.01, 100, 400), 0.5, 1, 0.561),
        (whole_scale(1, 64), 3, -10, -7),
        (stop_scale((1, 2, 5, 10)), 4, 1, 10),
        (stop_scale((1, 2, 5, 10)), 5, -1, 2),
        (stop_scale((1, 2, 5, 10)), 2, 9, 10),
        (stop_scale((1, 2, 5, 10)), 12, 1, 12),
        (stop_scale((1, 2, 5, 10)), 1, -1, 1),
    ],
)
def test_steps_of_a_box(scale, number, moves, after):
    assert scale.moved(number, moves) == after


@pytest.fixture
def slider(show):
    made = show(NumberSlider("number", linear_scale(0, 1, 100)))
    made.setFocus()
    return made


def test_a_slider_is_silent_when_it_is_shown_a_number(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved):
        for number, step in ((0.3, 30), (7.0, 100), (-math.inf, 0), (0.449, 45), (1e300, 100)):
            slider.show_number(number)
            assert slider.value() == step


def test_a_slider_signals_the_number_that_it_is_moved_to(slider, qtbot):
    slider.show_number(0.3)
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, KEY.Key_Right)
    assert moved.args == [0.31]
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, KEY.Key_PageUp)
    assert moved.args == [0.41]


def test_another_scale_changes_range_and_page_and_asks_for_no_edit(slider, qtbot):
    slider.show_number(0.5)
    with qtbot.assertNotEmitted(slider.moved):
        slider.set_scale(whole_scale(1, 41))
        slider.show_number(3)
    assert (slider.value(), slider.maximum(), slider.pageStep()) == (2, 40, 4)
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, KEY.Key_PageUp)
    assert moved.args == [7.0]


def test_a_slider_takes_the_wheel_with_focus_only(slider, show, turn, qtbot):
    show(QLineEdit()).setFocus()
    slider.clearFocus()
    with qtbot.assertNotEmitted(slider.moved):
        assert not turn(slider, 120)
    slider.activateWindow()
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    with qtbot.waitSignal(slider.moved):
        turn(slider, 120)


@pytest.mark.parametrize("above", [-8, 0, 8])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.77, 1.0])
def test_a_click_in_the_groove_goes_there(slider, qtbot, share, above):
    slider.show_number(0.3)
    room = slider.width() - 14  # the handle's width
    place = QPoint(7 + round(share * room), slider.height() // 2 + above)
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.mousePress(slider, LEFT, pos=place)
    assert moved.args[0] == pytest.approx(share, abs=0.01)
    assert slider.isSliderDown()  # and can be dragged on at once
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.mouseMove(slider, QPoint(7 + round(0.4 * room), place.y()))
    assert moved.args[0] == pytest.approx(0.4, abs=0.01)
    qtbot.mouseRelease(slider, LEFT, pos=place)


def test_a_click_in_the_groove_is_signalled_as_the_press_of_the_handle_first(slider, qtbot):
    """So that jump and drag are one gesture, which leads back to the number there was."""
    slider.show_number(0.3004)
    told = []
    slider.sliderPressed.connect(lambda: told.append("pressed"))
    slider.moved.connect(told.append)
    qtbot.mousePress(slider, LEFT, pos=QPoint(slider.width() - 7, slider.height() // 2))
    assert told == ["pressed", 1.0]
    qtbot.mouseMove(slider, QPoint(7 + round(0.3 * (slider.width() - 14)), slider.height() // 2))
    assert told[-1] == 0.3004
    qtbot.mouseRelease(slider, LEFT)


def test_other_buttons_move_nothing(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved):
        place = QPoint(slider.width() - 7, slider.height() // 2)
        qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=place)
