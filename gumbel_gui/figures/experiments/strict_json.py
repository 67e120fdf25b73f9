"""Strict JSON: of limited size, finite numbers, no name twice in an object."""

from __future__ import annotations

import json
import math
from typing import Any

from gumbel_gui.figures.errors import OpenError
from gumbel_gui.language import mark, tr

MOST_BYTES = 2**20
"""Of any JSON that is read, wherever it comes from."""
SYNTAX = (
    *(mark("expecting value"), mark("extra data"), mark("expecting ',' delimiter")),
    *(mark("expecting ':' delimiter"), mark("unterminated string starting at")),
    *(mark("expecting property name enclosed in double quotes"), mark("invalid \\escape")),
    *(mark("invalid control character at"), mark("invalid \\uXXXX escape")),
    *(mark("illegal trailing comma before end of object"),),
    *(mark("illegal trailing comma before end of array"),),
)
"""What Python says of a text that is not JSON."""


def too_large() -> OpenError:
    """Return the error of an experiment that is too large to be one."""
    most = MOST_BYTES // 2**20
    return OpenError(tr("The experiment in it must have at most {most} MiB.", most=most))


def parsed(data: bytes) -> Any:
    """Return what a text in JSON says.

    Raises:
        OpenError: in one sentence.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_number,
            parse_float=_number,
        )
    except UnicodeDecodeError as error:
        raise OpenError(
            tr("The byte at {place} must be part of a text in UTF-8.", place=error.start)
        ) from None
    except json.JSONDecodeError as error:
        what = error.msg[0].lower() + error.msg[1:]
        raise OpenError(
            tr(
                "The text must be JSON, but is not at line {line}, column {column}: {what}.",
                line=error.lineno,
                column=error.colno,
                what=tr(what),
            )
        ) from None
    except ValueError:  # Python reads no integer of more than 4,300 digits
        raise OpenError(tr("A number has more digits than can be read.")) from None
    except RecursionError:
        raise OpenError(tr("The brackets must not be nested so deep.")) from None


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise OpenError(tr("{text} is no finite number, but all numbers must be.", text=text[:20]))
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise OpenError(tr("{name} is there twice, but must be once.", name=repr(name[:40])))
        found[name] = value
    return found
