"""Estimates in words: values with their margins, beside the numbers that they are compared with.

Every sentence that compares two numbers takes its texts from here. So digits follow from margins,
what is not 0 is never written as 0, and numbers that are called different never look alike.
"""

from __future__ import annotations

import math
from decimal import Decimal

from gumbel_gui.core.estimates import Estimate, Verdict
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import exponent_of, fixed, number, power_of_ten

DIGITS = 4
"""Significant digits of a number without a margin."""
MOST = 17
"""Digits beyond which no two floats look alike."""
ROUNDING = 1e-14
"""A number whose text differs by a smaller share is that text's, but for rounding."""
LOPSIDED = 0.9
"""An interval whose shorter side is below this share of the longer one is written by its ends."""


def estimated(estimate: Estimate, unit: str = "") -> str:
    """Return a value with its margin, to the margin's second digit: 0.3030 ± 0.0021.

    Args:
        estimate: where the interval is lopsided its ends are given: 2.0 (95 %: 0.2 to 7.0). A value
            without a promised interval goes alone, with four digits.
        unit: what is written behind the numbers.
    """
    return _written(estimate, _places(estimate), unit)


def beside(estimate: Estimate, name: str, reference: float, unit: str = "", after: str = "") -> str:
    """Return an estimate and how it compares with a reference number.

    For instance ``0.4530 ± 0.0017, which misses p = 0.5923``. Digits are added until the numbers as
    they are written compare as the numbers themselves do.

    Args:
        estimate: any.
        name: the symbol of the reference number.
        reference: finite.
        unit: what is written behind the numbers.
        after: what is written behind the estimate and its unit.
    """
    verdict = estimate.verdict(reference)
    if verdict is Verdict.EQUAL:
        value = f"{told_apart(reference, 1.0)[0]}{unit}{after}"
        return tr("{value}, which is {name}", value=value, name=name)
    value, other = beside_texts(estimate, reference, unit)
    words = {"value": f"{value}{after}", "name": name, "reference": other}
    if estimate.margin is None:
        if verdict is Verdict.APART:
            return tr("{value}, too far from {name} = {reference} for chance", **words)
        return tr("{value} (no margin), where {name} = {reference}", **words)
    if estimate.certain:
        return tr("{value}, not {name} = {reference}", **words)
    if verdict is Verdict.WITHIN:
        return tr("{value}, which contains {name} = {reference}", **words)
    return tr("{value}, which misses {name} = {reference}", **words)


def beside_texts(estimate: Estimate, reference: float, unit: str = "") -> tuple[str, str]:
    """Return the texts of an estimate and of a reference number, with digits that fit both."""
    least, verdict = _places(estimate), estimate.verdict(reference)
    for places in range(least, least + MOST):
        other = _reference(reference, places)
        if _compares(estimate, _number(other), places, verdict):
            break
    return _written(estimate, places, unit), f"{other}{unit}"


def told_apart(first: float, second: float, digits: int = DIGITS) -> tuple[str, str]:
    """Return the texts of two exact numbers, with as many digits as show that they differ."""
    for each in range(digits, MOST + 1):
        texts = number(first, each), number(second, each)
        if texts[0] != texts[1] or first == second:
            break
    return texts


def share(value: float, *, whole: bool = False) -> str:
    """Return a share to three digits; 1 only where it is known to be the whole."""
    text = number(min(value, 1.0), 3)
    return tr("> 0.999") if text == "1" and not whole else text


def _places(estimate: Estimate) -> int:
    """Return the decimals that the margin asks for, or four digits of the value."""
    if estimate.margin:
        return 1 - exponent_of(estimate.margin, 2)
    return DIGITS - 1 - exponent_of(estimate.value, DIGITS)


def _written(estimate: Estimate, places: int, unit: str) -> str:
    value, margin = estimate.value, estimate.margin
    if not margin or estimate.low is None or estimate.high is None:
        return f"{number(value, max(exponent_of(value) + places + 1, DIGITS))}{unit}"
    rounded, largest = round(value, places), exponent_of(margin, 2)
    largest = max(exponent_of(rounded), largest) if rounded else largest
    shift = 0 if -5 < largest < 7 else largest
    value_, margin_, low, high = (
        fixed(Decimal(round(each, places)).scaleb(-shift), places + shift if each else 0)
        for each in (value, margin, estimate.low, estimate.high)
    )
    scale = f"·{power_of_ten(shift, 0)}" if shift else ""
    if min(estimate.high - value, value - estimate.low) >= LOPSIDED * margin:
        both = f"{value_} ± {margin_}"
        return f"({both}){scale}{unit}" if scale else f"{both}{unit}"
    if not scale and "." in value_ and float(value_) == value:
        value_ = value_.rstrip("0").rstrip(".")  # 60, not 60.00
    if scale:
        ends = tr("95 %: {low} to {high}", low=low, high=high)
        return f"{value_} ({ends}){scale}{unit}"
    return tr("{value} (95 %: {low} to {high})", value=value_ + unit, low=low, high=high + unit)


def _reference(value: float, places: int) -> str:
    """Return a reference number to so many decimals, but at least two digits of it."""
    exponent = exponent_of(value)
    if 0.5 < value < 1 - ROUNDING:  # not 1.000
        places = max(places, -exponent_of(1 - value))
    plain = fixed(value, places)
    enough = exponent + places >= 1 and -5 < exponent < 7
    if not enough or math.isclose(float(plain.replace("−", "-")), value, rel_tol=ROUNDING):
        return number(value, min(max(exponent + places + 1, 2), MOST))  # 0.2, not 0.200
    return plain


def _compares(estimate: Estimate, other: Decimal, places: int, verdict: Verdict) -> bool:
    """Return whether the texts compare with one another as the numbers do."""
    value = _rounded(estimate.value, places)
    if not estimate.margin or estimate.low is None or estimate.high is None:
        return verdict is not Verdict.APART or value != other
    if min(estimate.high - estimate.value, estimate.value - estimate.low) < (
        LOPSIDED * estimate.margin
    ):
        low, high = _rounded(estimate.low, places), _rounded(estimate.high, places)
    else:
        margin = _rounded(estimate.margin, places)
        low, high = value - margin, value + margin
    return (low <= other <= high) == (verdict is Verdict.WITHIN)


def _rounded(value: float, places: int) -> Decimal:
    return Decimal(f"{round(value, places):.{max(places, 0)}f}")


def _number(text: str) -> Decimal:
    """Return the number that a text of ``number`` or ``fixed`` shows."""
    mantissa, _, power = text.replace("−", "-").partition("·10")
    return Decimal(mantissa).scaleb(int(power.translate(_PLAIN) or 0))


_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
