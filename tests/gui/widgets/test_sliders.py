"""Sliders and labels by themselves: their scales, and what they show."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PyQt6.QtCore import Qt

from gumbel_gui.gui.widgets.fields import (
    ElidedLabel,
    ErrorLabel,
    NumberSlider,
    linear_scale,
    log_scale,
)

KEY = Qt.Key


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_the_linear_scale_goes_there_and_back(step):
    to_number, to_step = linear_scale(1000)
    assert to_step(to_number(step)) == pytest.approx(step)
    assert to_number(0) == 0
    assert to_number(1000) == 1


@settings(deadline=None)
@given(st.integers(0, 400))
def test_the_logarithmic_scale_goes_there_and_back(step):
    to_number, to_step = log_scale(0.01, 100, 400)
    assert to_step(to_number(step)) == pytest.approx(step, abs=1e-9)
    assert to_number(200) == pytest.approx(1)
    assert to_number(step) == pytest.approx(10 ** (step / 100 - 2))


def test_the_logarithmic_scale_has_a_place_for_zero():
    assert log_scale(0.01, 100, 400)[1](0) == -math.inf


@pytest.fixture
def slider(show):
    made = show(NumberSlider("number", 100, *linear_scale(100)))
    made.setFocus()
    return made


def test_a_slider_is_silent_when_it_is_shown_a_number(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved):
        for number, step in ((0.3, 30), (7.0, 100), (-math.inf, 0), (0.449, 45), (1e300, 100)):
            slider.show_number(number)
            assert slider.value() == step


def test_a_slider_tells_the_number_it_is_moved_to(slider, qtbot):
    slider.show_number(0.3)
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, KEY.Key_Right)
    assert moved.args == [0.31]
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider, KEY.Key_PageUp)
    assert moved.args == [0.41]


def test_an_elided_label_takes_any_width_and_ends_in_dots(show):
    label = show(ElidedLabel("a long heading that does not fit"), width=90)
    assert label.minimumSizeHint().width() <= 20
    whole = label.grab().toImage()
    label.resize(label.fontMetrics().horizontalAdvance(label.text()) + 10, label.height())
    assert label.grab(label.rect().adjusted(0, 0, 90 - label.width(), 0)).toImage() != whole


def test_an_error_label_takes_no_room_when_empty_and_no_width_ever(qtbot):
    label = ErrorLabel()
    qtbot.addWidget(label)
    assert label.isHidden()
    label.show_sentence("x" * 5000)
    assert label.isVisible()
    assert label.accessibleName() == "x" * 5000
    label.setFixedWidth(200)
    assert label.heightForWidth(200) > 10 * label.fontMetrics().lineSpacing()
    label.show_sentence("")
    assert label.isHidden()


def test_an_error_label_shows_markup_as_it_was_typed(qtbot):
    label = ErrorLabel()
    qtbot.addWidget(label)
    label.show_sentence("number is '<b>1</b>', but must be a number.")
    assert label.textFormat() == Qt.TextFormat.PlainText
