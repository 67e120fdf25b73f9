"""Strict JSON: of limited size, finite numbers, no name twice in an object."""

from __future__ import annotations

import json
import math
from typing import Any

from gumbel_gui.figures.errors import OpenError

MOST_BYTES = 2**20
"""Of any JSON that is read, wherever it comes from."""


def parsed(data: bytes) -> Any:
    """Return what a text in JSON says.

    Raises:
        OpenError: in one sentence.
    """
    if len(data) > MOST_BYTES:
        raise OpenError(f"The experiment must have at most {MOST_BYTES // 2**20} MiB.")
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_number,
            parse_float=_number,
        )
    except UnicodeDecodeError as error:
        raise OpenError(f"The byte at {error.start} must be part of a text in UTF-8.") from None
    except json.JSONDecodeError as error:
        what = error.msg[0].lower() + error.msg[1:]
        place = f"line {error.lineno}, column {error.colno}"
        raise OpenError(f"The text must be JSON, but is not at {place}: {what}.") from None
    except ValueError:  # Python reads no integer of more than 4,300 digits
        raise OpenError("A number has more digits than can be read.") from None
    except RecursionError:
        raise OpenError("The brackets must not be nested so deep.") from None


def written(value: Any, indent: str = "") -> str:
    """Return a text in JSON: an object has a line for each name, all else is in one line."""
    if not (isinstance(value, dict) and value):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    inner = indent + "  "
    lines = (f"{inner}{json.dumps(k)}: {written(each, inner)}" for k, each in value.items())
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def in_one_line(value: Any) -> str:
    """Return the same in ASCII, in one line, and without the signs that XML gives a meaning to."""
    text = json.dumps(value, allow_nan=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise OpenError(f"{text[:20]} is no finite number, but all numbers must be.")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise OpenError(f"{name[:40]!r} is there twice, but must be once.")
        found[name] = value
    return found
