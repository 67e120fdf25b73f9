import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gumbel_gui.core.estimates import Estimate, Verdict, certain, proportion
from gumbel_gui.plots.words.estimates import beside, beside_texts, estimated, told_apart


def around(value, half):
    return Estimate(value, value - half, value + half)


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (around(31.584, 1.1), "31.6 ± 1.1"),  # was "31.5840 ± 1.1"
        (around(2.6134, 0.00038), "2.61340 ± 0.00038"),  # was "2.6134 ± 0.00038"
        (around(0.6, 0.02), "0.600 ± 0.020"),
        (around(1.6e-7, 3e-8), "(1.60 ± 0.30)·10⁻⁷"),
        (around(3e-7, 1.6e-6), "(0.3 ± 1.6)·10⁻⁶"),
        (around(0.2000000131, 1.75e-8), "0.200000013 ± 0.000000018"),
        (Estimate(0.123456), "0.1235"),
        (certain(0.2, 1e-8), "0.2"),
        (Estimate(0.75, 0.7, 0.8, bound=True), "0.75"),
        (proportion(2, 100), "0.02 (95 %: 0.002 to 0.070)"),
        (proportion(0, 100), "0 (95 %: 0 to 0.036)"),
        (proportion(50, 100), "0.500 ± 0.096"),
        (proportion(1974, 2000), "0.987 (95 %: 0.9810 to 0.9915)"),  # was "0.98699999999999999 …"
    ],
)
def test_a_value_is_written_to_the_digits_of_its_margin(estimate, text):
    assert estimated(estimate) == text


@pytest.mark.parametrize(
    ("estimate", "reference", "text"),
    [
        (around(0.453, 0.0017), 0.5923, "0.4530 ± 0.0017, which misses p = 0.5923"),
        (around(0.5921, 0.0017), 0.5923, "0.5921 ± 0.0017, which contains p = 0.5923"),
        (Estimate(0.9997), 0.99996825, "0.9997 (no margin), where p = 0.99997"),
        (around(0.99, 0.03), 1 - 9e-16, "0.990 ± 0.030, which contains p = 1"),
        (around(2e-12, 8.1e-8), 2e-12, "(0.0 ± 8.1)·10⁻⁸, which contains p = 2·10⁻¹²"),
        (around(0.6, 0.02), 1e-8, "0.600 ± 0.020, which misses p = 1·10⁻⁸"),
        (around(1.6e-7, 3e-8), 1e-8, "(1.60 ± 0.30)·10⁻⁷, which misses p = 1·10⁻⁸"),
        (certain(0.2, 1e-8), 0.2, "0.2, which is p"),
        (certain(0.2), 0.2000000001, "0.2, not p = 0.2000000001"),
        (Estimate(0.7), 0.71, "0.7 (no margin), where p = 0.71"),
        (
            Estimate(0.75, 0.7, 0.8, bound=True),
            0.592,
            "0.75, too far from p = 0.592 for chance",
        ),
        (Estimate(1e-7, 0, 1e-3, bound=True), 1e-8, "1·10⁻⁷ (no margin), where p = 1·10⁻⁸"),
    ],
)
def test_a_value_beside_a_reference_number(estimate, reference, text):
    assert beside(estimate, "p", reference) == text


def test_a_unit_is_written_behind_each_number():
    assert beside(around(40.2, 0.3), "p", 40.1, " %") == "40.20 ± 0.30 %, which contains p = 40.1 %"


def numbers(text):
    return [Decimal(each) for each in re.findall(r"\d+\.?\d*", text)]


@given(
    st.floats(0.001, 1000), st.floats(1e-6, 0.5), st.floats(-1, 1), st.floats(1 - 1e-7, 1 + 1e-7)
)
def test_numbers_as_written_compare_as_the_numbers_do(value, relative, side, edge):
    """Also where the reference number lies a hair inside or outside the interval."""
    half = value * relative
    estimate = around(value, half)
    reference = value + (half * edge if side > 0 else -half * edge)
    shown, margin, other = numbers(" ".join(beside_texts(estimate, reference)))
    inside = shown - margin <= other <= shown + margin
    assert inside == (estimate.verdict(reference) is Verdict.WITHIN)


@given(st.floats(1e-300, 1e300), st.floats(1e-300, 1e300), st.floats(1e-300, 1e300))
def test_what_is_not_0_is_not_written_as_0(value, half, reference):
    text = beside_texts(around(value, half), reference)[1]
    assert re.search(r"[1-9]", text)


def test_two_exact_numbers_get_the_digits_that_tell_them_apart():
    assert told_apart(0.3, 0.4) == ("0.3", "0.4")
    assert told_apart(0.3, 0.30000001) == ("0.3", "0.30000001")
    assert told_apart(0.3, 0.3) == ("0.3", "0.3")
