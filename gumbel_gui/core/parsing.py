"""Numbers and vectors as people type them.

The decimal mark may be a dot or a comma in every locale, so that a figure copied from a paper
reads the same everywhere. Group marks are refused where they could be mistaken for a decimal mark.
"""

from __future__ import annotations

import re

from gumbel_gui.core.checks import ParameterError

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
_SPECIAL = re.compile(r"[+-]?(nan|inf|infinity)", re.ASCII | re.IGNORECASE)
_BRACKETS = str.maketrans("", "", "[](){}")
_SPACES = re.compile(r"[\s_\u00a0\u2009\u202f]")


def parse_number(field: str, text: str) -> float:
    """Read one number; ``0.5`` and ``0,5`` are the same, ``1.234,5`` is an error.

    Raises:
        ParameterError: naming the field and the text.
    """
    plain = text.strip().replace("−", "-")
    if _SPECIAL.fullmatch(plain):
        return float(plain)
    if not _NUMBER.fullmatch(plain):
        raise ParameterError(field, text.strip(), "a number such as 0.25")
    return float(plain.replace(",", "."))


def parse_count(field: str, text: str) -> int:
    """Read a whole number; spaces between groups of digits and ``1e6`` are understood.

    Raises:
        ParameterError: naming the field and the text.
    """
    plain = _SPACES.sub("", text).replace("−", "-")
    if re.fullmatch(r"[+-]?\d{1,4000}", plain):
        return int(plain)
    if re.fullmatch(r"\d{1,20}[eE]\+?\d{1,2}", plain):
        digits, exponent = re.split("[eE]", plain)
        return int(digits + "0" * int(exponent))
    raise ParameterError(field, text, "a whole number")


def parse_vector(text: str, field: str = "probabilities") -> tuple[float, ...]:
    """Read a vector: ``0.1, 0.2, 0.7`` or ``[0.1 0.2 0.7]`` or ``0,1; 0,2; 0,7``.

    With semicolons between the entries, or one entry to a line or a spreadsheet's cell, commas are
    decimal marks; otherwise they separate the entries. Brackets are ignored.

    Raises:
        ParameterError: naming the first entry that is not a number.
    """
    inner = text.translate(_BRACKETS).strip()
    cells = [cell.strip(" ,;") for cell in re.split(r"[\n\t]", inner) if cell.strip(" ,;")]
    if len(cells) > 1 and all(_NUMBER.fullmatch(cell.replace("−", "-")) for cell in cells):
        entries = cells
    elif ";" in inner:
        entries = inner.strip(",; ").split(";")
    elif "," in inner:
        entries = inner.strip(", ").split(",")
    else:
        entries = inner.split()
    if entries == [""]:
        return ()
    return tuple(parse_number(f"{field}[{i}]", entry) for i, entry in enumerate(entries))
