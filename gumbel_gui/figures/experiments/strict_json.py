"""Strict JSON: of limited size, finite numbers, no name twice in an object."""

from __future__ import annotations

import json
import math
from typing import Any

from gumbel_gui.figures.errors import OpenError

MOST_BYTES = 2**20
"""Of any JSON that is read, wherever it comes from."""
TOO_LARGE = f"The experiment in it must have at most {MOST_BYTES // 2**20} MiB."


def parsed(data: bytes) -> Any:
    """Return what a text in JSON says.

    Raises:
        OpenError: in one sentence.
    """
    if len(data) > MOST_BYTES:
        raise OpenError(TOO_LARGE)
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
