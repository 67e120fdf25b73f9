"""Numbers and vectors as people type and paste them.

The decimal mark may be a dot or a comma in every locale, so that a figure copied from a paper
reads the same everywhere. Group marks are refused where they could be mistaken for a decimal mark.

A vector::

    vector  = entries, or frame entries frame
    frame   = brackets, and before them a name (``np.array(``, ``tensor(``, ``c(``, ``p =``), and
              before they close keywords (``dtype=…``, ``device=…``, ``grad_fn=<…>``)
    entries = entry {mark entry} in a row or a column; above it, names; before it, the counts
              ``[1]`` and ``[7]`` that R prints
    mark    = ; or ， 、 | in any text that has one, else commas or spaces
    entry   = number, number %, number / number or np.float64(number)

A comma is a decimal mark where every entry is set off by something else. What may mean either, such
as ``0,1, 0,2`` and ``1,000, 2,000``, is refused, and so are several rows.
"""

from __future__ import annotations

import re

from gumbel_gui.core.checks import ParameterError
from gumbel_gui.language import mark, tr

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
_SPECIAL = re.compile(r"[+-]?(nan|inf|infinity)", re.ASCII | re.IGNORECASE)
_SPACES = re.compile(r"[\s_\u00a0\u2009\u202f]")
_SIGNS = str.maketrans({"−": "-", "∞": "inf", "\ufeff": "", **dict.fromkeys("，、،；|", ";")})
_FULL_WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
_NAME = re.compile(r"(?:\w+\s*(?:=|<-)\s*)?(?:[A-Za-z_][\w.]*)?\s*(?=[\[({])", re.ASCII)
_SCALAR = re.compile(r"\b(?:np|numpy)\.float\d+\(([^()]*)\)")
_KEYWORD = re.compile(r",\s*[A-Za-z_]\w*\s*=\s*(?:<[^>]*>|'[^']*'|\"[^\"]*\"|[\w.]+)")
_COUNT_OF_R = re.compile(r"^[ \t]*\[\d+\](?=[ \t])", re.MULTILINE)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+", re.ASCII)
_NEXT_ROW = re.compile(r"[\])}]\s*[,;]?\s*[\[({]")
_RULE = re.compile(r"[-:;\s]+")
_POWER = re.compile(
    r"(?:(\d[\d.,]*)\s*[·×]\s*)?(?<![\d.,])10(?:\^([+-]?\d+)|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))", re.ASCII
)
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_CLOSING = {"[": "]", "(": ")", "{": "}"}
ONE_ROW = mark("one row or one column of numbers")
CLEAR_MARKS = mark("numbers with ; between them, where a comma may be a decimal mark or not")


def parse_number(field: str, text: str) -> float:
    """Read one number, a percentage or a fraction: ``0.5``, ``0,5``, ``5e-1``, ``50 %``, ``1/2``.

    ``5·10⁻¹`` and ``5×10^-1``, as the program and papers write it, are 5e-1.

    ``1.234,5`` is an error.

    Raises:
        ParameterError: naming the field and the text.
    """
    plain = _plain(text).strip()
    if plain.endswith("%") and _is_number(plain[:-1]):
        return _value(plain[:-1]) / 100
    over, slash, under = plain.partition("/")
    if slash and _is_number(over) and _is_number(under):
        if _value(under) == 0:
            raise ParameterError(field, text.strip(), tr("a fraction of a number other than 0"))
        return _value(over) / _value(under)
    if not _is_number(plain):
        raise ParameterError(field, text.strip(), tr("a number such as 0.25"))
    return _value(plain)


def parse_count(field: str, text: str) -> int:
    """Read a whole number; spaces between groups of digits, ``1e6`` and ``10⁶`` are understood.

    Raises:
        ParameterError: naming the field and the text.
    """
    plain = _SPACES.sub("", _plain(text))
    if re.fullmatch(r"[+-]?\d{1,4000}", plain, re.ASCII):
        return int(plain)
    if re.fullmatch(r"\d{1,20}[eE]\+?\d{1,2}", plain, re.ASCII):
        digits, exponent = re.split("[eE]", plain)
        return int(digits + "0" * int(exponent))
    raise ParameterError(field, text, tr("a whole number"))


def parse_vector(text: str, field: str = "probabilities") -> tuple[float, ...]:
    """Read a vector, see the grammar above.

    Raises:
        ParameterError: naming the first entry that is not a number, or the text and what it lacks.
    """
    try:
        found = _entries(_plain(text))
    except _UnclearError as error:
        raise ParameterError(field, text.strip(), tr(str(error))) from None
    return tuple(parse_number(f"{field}[{i}]", entry) for i, entry in enumerate(found))


class _UnclearError(Exception):
    """A text that may mean several things; says what would be clear."""


def _plain(text: str) -> str:
    """Return a text with one form of each sign."""
    one_form = text.translate(_SIGNS).translate(_FULL_WIDTH)
    return _POWER.sub(lambda m: f"{m[1] or 1}e{(m[2] or m[3]).translate(_RAISED)}", one_form)


def _entries(plain: str) -> list[str]:
    """Return the entries of a text."""
    inner = _SCALAR.sub(r"\1", _KEYWORD.sub("", plain)).strip(" \t\r\n,;")
    inner = re.sub(r"[ \t]*([%/])", r"\1", re.sub(r"/[ \t]+", "/", inner))
    counted = _COUNT_OF_R.match(inner) is not None
    if counted:
        inner = _COUNT_OF_R.sub("", inner)
    framed = counted
    while (name := _NAME.match(inner)) and inner[-1] == _CLOSING[inner[name.end()]]:
        inner, framed = inner[name.end() + 1 : -1].strip(" \t\r\n,;"), True
    if _NEXT_ROW.search(inner):
        raise _UnclearError(ONE_ROW)
    rows = [inner.replace("\n", " ")] if framed else _rows(inner)
    if len(rows) <= 1:
        return _row_entries("".join(rows).strip(" ,;"))
    columns = [row.strip(" ,;\t") for row in rows]
    if all(len(_row_entries(each)) == 1 or _is_number(each) for each in columns):
        return _with_decimal_commas(columns)
    if all(row.rstrip().endswith((",", ";")) for row in rows[:-1]):
        return _row_entries(" ".join(rows).strip(" ,;"))
    raise _UnclearError(ONE_ROW)


def _rows(inner: str) -> list[str]:
    """Return the rows that are neither empty, nor the rule below names, nor names above numbers."""
    rows = [row for row in inner.splitlines() if not _RULE.fullmatch(row) and row.strip(" ,;\t")]
    words = re.split(r"[\s,;]+", rows[0].strip(" ,;\t")) if len(rows) > 1 else []
    return rows[1:] if words and not any(map(_has_digit_or_is_number, words)) else rows


def _has_digit_or_is_number(word: str) -> bool:
    return _is_number(word) or re.search(r"\d", word) is not None


def _row_entries(row: str) -> list[str]:
    """Return the entries of one row."""
    if not row:
        return []
    cells = [cell.strip(" ,;") for cell in row.split("\t") if cell.strip(" ,;")]
    if len(cells) > 1 and all(map(_is_number, cells)):
        return _with_decimal_commas(cells)
    if ";" in row:
        return [entry.strip() for entry in row.split(";")]
    if "," not in row:
        return row.split()
    words = row.split()
    if len(words) > 1 and all(
        _is_number(word) and "," not in (word[0], word[-1]) for word in words
    ):
        return _with_decimal_commas(words)
    parts = re.split(r",\s+", row)
    if len(parts) > 1 and any("," in part for part in parts) and all(map(_is_number, parts)):
        raise _UnclearError(CLEAR_MARKS)
    entries = [entry.strip() for entry in row.split(",")]
    if any(re.fullmatch(r"0\d+", entry) for entry in entries):
        raise _UnclearError(CLEAR_MARKS)
    return entries


def _with_decimal_commas(entries: list[str]) -> list[str]:
    """Return entries, unless all their commas may group thousands."""
    with_comma = [entry for entry in entries if "," in entry]
    if with_comma and all(_GROUPED.fullmatch(entry) for entry in with_comma):
        raise _UnclearError(CLEAR_MARKS)
    return entries


def _is_number(text: str) -> bool:
    plain = text.strip()
    return bool(_NUMBER.fullmatch(plain) or _SPECIAL.fullmatch(plain))


def _value(number: str) -> float:
    """Return what a text says that is a number."""
    return float(number.strip().replace(",", "."))
