"""Numbers and sentences as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QCoreApplication

NO_BREAK_SPACE = "\u00a0"
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def tr(text: str, **values: object) -> str:
    """Translate a sentence of the plots and put values into its ``{names}``."""
    return QCoreApplication.translate("plots", text).format(**values)


def count(number: int) -> str:
    """Return a whole number with its digits in groups of three: 1 000 000."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)


def number(value: float, digits: int = 4) -> str:
    """Return a number with so many significant digits, in plain notation where that is short."""
    text = f"{value:.{digits}g}"
    if "e" in text:
        exponent = int(text.partition("e")[2])
        if 0 < exponent < 7:
            text = f"{value:.0f}"
        elif -7 < exponent < 0:
            text = f"{value:.{digits - 1 - exponent}f}"
        else:
            text = f"{text.partition('e')[0]}·10{str(exponent).translate(_SUPERSCRIPT)}"
    return text.replace("-", "−")


def default_labels(classes: int) -> tuple[str, ...]:
    """Return the labels of classes nobody has named."""
    return tuple(f"class {k}" for k in range(classes))


def elided(label: str, length: int) -> str:
    """Shorten a label to so many characters, with an ellipsis where something is missing."""
    return label if len(label) <= length else label[: max(length - 1, 1)] + "…"


def axis_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the class labels for an axis: unnamed classes go by their index alone."""
    if tuple(labels) == default_labels(len(labels)):
        return tuple(str(k) for k in range(len(labels)))
    return tuple(labels)
