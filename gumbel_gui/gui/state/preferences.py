"""Preferences: what all windows share; of each, the value counts that was changed last."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from typing import Any

PREFERENCES = (
    *("theme", "language", "text_steps", "side", "first_line", "memory", "export", "animation"),
    *("folders", "recent", "presets"),
)
CHANGED = "changed"
"""The name under which it is stored when each was changed, in nanoseconds since 1970."""
LATEST = 2**63


def changed_last(records: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return, of each preference, the value that was changed last, and when each was.

    Args:
        records: what windows have stored; of values that were changed at the same time, or at a
            time that is not known, that of the last record counts.
    """
    found: dict[str, Any] = {}
    times: dict[str, int] = {}
    for record in records:
        known = _times(record)
        for name in PREFERENCES:
            if name in record and known.get(name, 0) >= times.get(name, 0):
                found[name], times[name] = record[name], known.get(name, 0)
    return found | {CHANGED: {name: when for name, when in times.items() if when}}


def texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the preferences that have a value, in a form that is compared."""
    known = {name: values[name] for name in PREFERENCES if values.get(name) is not None}
    return {name: json.dumps(value, sort_keys=True) for name, value in known.items()}


def times_after(before: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, int]:
    """Return when each preference was changed, which is now for those that differ from before."""
    known, after = _times(values), texts(values)
    now = max(time.time_ns(), *(when + 1 for when in known.values()), 0)  # the clock may be set
    return known | {name: now for name in after if before.get(name, after[name]) != after[name]}


def _times(record: Mapping[str, Any]) -> dict[str, int]:
    found = record.get(CHANGED)
    if not isinstance(found, dict):
        return {}
    return {
        n: t for n, t in found.items() if type(t) is int and n in PREFERENCES and 0 < t < LATEST
    }
