"""Records: named values as a text, of which a damaged place costs one value and no other.

The text is a JSON object with each value on a line of its own; if it is none, lines are read one
by one. Nothing of it is trusted: who asks for a value checks it.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

DAMAGED = "\ufffd"
"""What stands for bytes that are no text; as a character of a text it would be escaped."""


def write_record(values: dict[str, Any]) -> bytes:
    """Return a file with these texts, numbers, lists and dictionaries."""
    lines = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in values.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("ascii")


def read_record(data: bytes) -> tuple[dict[str, Any], bool]:
    """Return the values in a file, and whether all of it could be read."""
    text = data.decode("utf-8", "replace")
    with suppress(ValueError, RecursionError):
        whole = _parse(text)
        if isinstance(whole, dict):
            return whole, True
    values: dict[str, Any] = {}
    for line in text.split("\n"):
        with suppress(ValueError, RecursionError):
            for name, value in _parse("{" + line.strip().removesuffix(",") + "}").items():
                values.setdefault(name, value)
    return values, False


def read_old_file(data: bytes) -> tuple[dict[str, Any], bool]:
    """Return the values in an .ini file of version 0.1 before it had records, as ``read_record``.

    Qt wrote it; the texts in it are ASCII, with quotes and backslashes escaped.
    """
    values: dict[str, Any] = {}
    whole = True
    for line in data.decode("ascii", "replace").splitlines():
        name, _, text = line.partition("=")
        text = re.sub(r"\\(.)", r"\1", text.removeprefix('"').removesuffix('"'))
        if text.startswith("{"):
            # Each value on a line of its own, as ``read_record`` wants it.
            lines = re.sub(r', (?="\w+":)', ",\n", text.removeprefix("{").removesuffix("}"))
            record, readable = read_record(f"{{\n{lines}\n}}".encode())
            whole = whole and readable
            values |= record if name == "state" else {name: record}
        elif text:
            values[name] = text
    return values, whole


def _parse(text: str) -> Any:
    """Return the value of a JSON text; raise a ValueError for any other, NaN included."""
    if DAMAGED in text:
        raise ValueError(text)
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError(pairs)
    return dict(pairs)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
