import math

import pytest

from gumbel_gui.plots.text import axis_names, count, default_labels, elided, number, tr


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
        (0.5, 4, "0.5"),
        (1 / 3, 4, "0.3333"),
        (-2, 4, "−2"),
        (0.0035, 2, "0.0035"),
        (123456, 4, "123456"),
        (0.00001234, 2, "0.000012"),
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
