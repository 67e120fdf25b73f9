import math

import pytest

from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import (
    axis_names,
    count,
    default_labels,
    elided,
    fixed,
    measured,
    number,
    times,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1000, "1 000"), (100_000, "100 000"), (10**9, "1 000 000 000")],
)
def test_counts_are_grouped_by_spaces_that_do_not_break(value, text):
    assert count(value) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 4, "0"),
        (-0.0, 4, "0"),
        (0.5, 4, "0.5"),
        (1 / 3, 4, "0.3333"),
        (-2, 4, "−2"),
        (0.0035, 2, "0.0035"),
        (123456, 4, "123456"),
        (0.00001234, 2, "0.000012"),
        (0.00001, 4, "0.00001"),
        (1e300, 4, "1·10³⁰⁰"),
        (-1.5e-12, 4, "−1.5·10⁻¹²"),
    ],
)
def test_numbers_are_plain_where_that_is_short(value, digits, text):
    assert number(value, digits) == text


@pytest.mark.parametrize("exponent", range(-12, 13))
@pytest.mark.parametrize("digits", [2, 4])
def test_numbers_keep_their_value(exponent, digits):
    value = 1.2345678 * 10.0**exponent
    superscript = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
    mantissa, _, power = number(value, digits).translate(superscript).partition("·10")
    shown = float(mantissa) * 10.0 ** int(power or 0)
    assert math.isclose(shown, value, rel_tol=0.6 * 10 ** (1 - digits))
    assert len(mantissa) <= 11


@pytest.mark.parametrize(
    ("value", "half", "text"),
    [
        (0.303, 0.0021, "0.3030 ± 0.0021"),
        (0.303, 0.000022, "0.303000 ± 0.000022"),
        (0.1878, 0.33, "0.19 ± 0.33"),
        (0.55061, 0.0023, "0.5506 ± 0.0023"),
        (-0.55061, 0.00999, "−0.551 ± 0.010"),
        (-0.001, 0.33, "0.00 ± 0.33"),
        (12345.6, 234, "12350 ± 230"),
        (7, 99.9, "10 ± 100"),
        (-3e-9, 4e-10, "(−3.00 ± 0.40)·10⁻⁹"),
        (1.5e300, 1e298, "(1.500 ± 0.010)·10³⁰⁰"),
        (5e-324, 5e-324, "(4.9 ± 4.9)·10⁻³²⁴"),
        (1 / 3, 0, "0.3333"),
        (1 / 3, 1e-9, "0.3333"),
        (-0.0, 0, "0"),
    ],
)
def test_a_value_and_its_margin_are_rounded_together(value, half, text):
    assert measured(value, half) == text


@pytest.mark.parametrize("exponent", range(-12, 13))
@pytest.mark.parametrize("ratio", [1e-5, 0.00996, 0.0234, 0.5, 3.0, 1e4])
def test_a_value_is_told_to_a_tenth_of_its_margin(exponent, ratio):
    value = -1.2345678 * 10.0**exponent
    half = ratio * abs(value)
    superscript = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
    both, _, power = measured(value, half).translate(superscript).partition("·10")
    told, margin = (float(part) * 10.0 ** int(power or 0) for part in both.strip("()").split(" ± "))
    assert math.isclose(margin, half, rel_tol=0.051)
    assert abs(told - value) <= 0.051 * half


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (2, "2.0 times"),
        (2.96, "3.0 times"),
        (11.4, "11 times"),
        (546, "550 times"),
        (1000, "1000 times"),
        (4178554, "more than 1\u00a0000 times"),
    ],
)
def test_times_are_told_in_two_digits(ratio, text):
    assert times(ratio) == text


@pytest.mark.parametrize(
    ("value", "places", "text"), [(-1.26, 1, "−1.3"), (-0.0001, 3, "0.000"), (15, -1, "15")]
)
def test_a_number_with_so_many_decimals(value, places, text):
    assert fixed(value, places) == text


def test_default_labels_count_from_zero():
    assert default_labels(3) == ("class 0", "class 1", "class 2")


@pytest.mark.parametrize(
    ("label", "length", "text"),
    [("short", 5, "short"), ("short", 4, "sh…t"), ("abc", 2, "a…"), ("", 3, "")],
)
def test_eliding_keeps_both_ends_and_shows_that_something_is_missing(label, length, text):
    assert elided(label, length) == text


def test_unnamed_classes_go_by_their_index():
    assert axis_names(default_labels(3)) == ("0", "1", "2")
    assert axis_names(("a", "b")) == ("a", "b")
    assert axis_names(("class 0", "b")) == ("class 0", "b")


def test_values_are_put_into_a_sentence_but_not_read_as_one():
    assert tr("a {x} of {y:.2f}", x="{y}", y=1) == "a {y} of 1.00"


@pytest.mark.parametrize(
    ("value", "half", "text"),
    [
        (0.00012, 0.000034, "0.000120 ± 0.000034"),
        (0.000012, 0.0000034, "(1.20 ± 0.34)·10⁻⁵"),
        (1234567.0, 89000.0, "1235000 ± 89000"),
        (12345678.0, 890000.0, "(1.235 ± 0.089)·10⁷"),
    ],
)
def test_margins_have_a_power_of_ten_below_a_ten_thousandth_and_from_ten_millions_on(
    value, half, text
):
    assert measured(value, half) == text


@pytest.mark.parametrize(("half", "shown"), [(0.9e-6, False), (1.1e-6, True)])
def test_margins_below_a_millionth_are_rounding(half, shown):
    assert ("±" in measured(1.0, half)) == shown
