"""Text: numbers as they are written in captions, labels, and translation."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gumbel_gui.language import tr

NO_BREAK_SPACE = "\u00a0"
MANY = 1000
"""Beyond this ratio only "more than 1 000 times" is written."""
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def count(number: int) -> str:
    """Return a whole number with its digits in groups of three: 1 000 000."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)


def draws(number: int) -> str:
    """Return ``"1 draw"`` or ``"1 000 draws"``."""
    return tr("1 draw") if number == 1 else tr("{n} draws", n=count(number))


def sentences(*said: str) -> str:
    """Return sentences, and what is empty left out, one after another."""
    found = [*filter(None, said)]
    text = "".join(found[:1])
    for each in found[1:]:
        text = tr("{first} {second}", first=text, second=each)
    return text


def measured(value: float, half: float) -> str:
    """Return a number with its margin, both to the margin's second digit: 0.3030 ± 0.0021.

    Args:
        value: finite.
        half: ≥ 0, finite. Below a millionth of the value, as at 0, there is only rounding, and the
            number goes alone, with four digits.
    """
    if half <= 1e-6 * abs(value):
        return number(value)
    places = 1 - exponent_of(half, 2)
    rounded = round(value, places)
    largest = max(exponent_of(rounded), exponent_of(half, 2))
    if -5 < largest < 7:
        return f"{fixed(rounded, places)} ± {fixed(round(half, places), places)}"
    mantissa, margin = (Decimal(each).scaleb(-largest) for each in (rounded, half))
    numbers = f"{fixed(mantissa, places + largest)} ± {fixed(margin, places + largest)}"
    return f"({numbers})·{power_of_ten(largest, 0)}"


def times(ratio: float) -> str:
    """Return how many times more one number is than another, in two digits: "2.0 times"."""
    if ratio > MANY:
        return tr("more than {n} times", n=count(MANY))
    return tr("{n} times", n=two_digits(ratio))


def two_digits(value: float) -> str:
    """Return two significant digits, the second one even if it is 0."""
    if not 1e-6 <= value < 1e3:
        return number(value, 2)
    places = 1 - exponent_of(value, 2)
    return fixed(round(value, places), places)


def exponent_of(value: float, digits: int = 16) -> int:
    """Return the power of ten of a number that is rounded to so many digits, 0 for 0."""
    return int(f"{value:.{digits - 1}e}".partition("e")[2])


def superscript(number: int) -> str:
    """Return a whole number as an exponent."""
    return str(number).translate(_SUPERSCRIPT)


def power_of_ten(exponent: int, plain: int = 1) -> str:
    """Return 10 to this power: ``0.1``, ``1``, ``10``, ``10²``; plain up to 10^±plain."""
    if abs(exponent) <= plain:
        return number(10.0**exponent)
    return f"10{superscript(exponent)}"


def fixed(value: float | Decimal, places: int) -> str:
    """Return a number with so many decimals, none if negative, and 0 without a sign."""
    text = f"{value:.{max(places, 0)}f}"
    return (text.lstrip("-") if float(text) == 0 else text).replace("-", "−")


def number(value: float, digits: int = 4) -> str:
    """Return a number with so many significant digits, in plain notation where that is short."""
    text = f"{value + 0.0:.{digits}g}"  # −0 is 0
    if "e" in text:
        exponent = int(text.partition("e")[2])
        if 0 < exponent < 7:
            text = f"{value:.0f}"
        elif -7 < exponent < 0:
            text = f"{value:.{digits - 1 - exponent}f}".rstrip("0")
        else:
            text = f"{text.partition('e')[0]}·{power_of_ten(exponent, 0)}"
    return text.replace("-", "−")


def default_labels(classes: int) -> tuple[str, ...]:
    """Return the labels that stand for unnamed classes, the same in every language."""
    return tuple(f"class {k}" for k in range(classes))


def spoken_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the labels of all classes as they are shown: unnamed ones in the language spoken."""
    pairs = zip(labels, default_labels(len(labels)), strict=True)
    return tuple(
        tr("class {k}", k=k) if label == unnamed else label
        for k, (label, unnamed) in enumerate(pairs)
    )


def is_unnamed(labels: Sequence[str]) -> bool:
    """Return whether the labels, as they are shown, are those of classes without any name."""
    return tuple(labels) == spoken_labels(default_labels(len(labels)))


def clean_label(label: str) -> str:
    """Return a label on one line, without what no file or font can hold."""
    return " ".join("".join(c for c in label if c.isprintable() or c.isspace()).split())


def elided(label: str, length: int) -> str:
    """Shorten a label to so many characters, in its middle: names often differ at their ends."""
    if len(label) <= length:
        return label
    tail = (length - 1) // 2
    return label[: length - 1 - tail] + "…" + label[len(label) - tail :]


def axis_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the class labels for an axis: unnamed classes go by their index alone."""
    if is_unnamed(labels):
        return tuple(str(k) for k in range(len(labels)))
    return tuple(labels)
