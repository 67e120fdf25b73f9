"""The state as named values that can be stored, and back: each is checked by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gumbel_gui.core.parameters import LOGITS, PARAMETERS, ParameterError, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES, MIN_CLASSES
from gumbel_gui.gui.state.state import FIRST, LabState
from gumbel_gui.plots.words.text import default_labels

OF_STATE = (*PARAMETERS, "labels", "locks", "options")
"""The names of the values."""

Refuse = Callable[[str], None]


def _nothing(_: str) -> None:
    pass


def record_of(state: LabState) -> dict[str, Any]:
    """Return a state as it is stored, a value by each name."""
    way = PARAMETERS["probabilities"].way_of(p := state.parameters.probabilities)
    return {name: getattr(state.parameters, name) for name in PARAMETERS} | {
        "logits": way.kind.write(p) if way is LOGITS else "",
        "labels": list(state.labels),
        "locks": list(state.locks),
        "options": sorted(state.options),
    }


def state_of(record: Mapping[str, Any], refuse: Refuse = _nothing) -> LabState:
    """Return the state in a record, made by ``record_of``; any other record will do, too.

    Without any value of it, it is that of a first start.

    Args:
        record: whatever was read; values of other names are left out.
        refuse: is called with the name of each that cannot be; it has its default, then.
    """
    stored = {name: record[name] for name in (*OF_STATE, "logits") if name in record}
    if not stored:
        return LabState()
    parameters = _parameters(stored, refuse)
    classes = parameters.classes
    labels = _listed(stored, "labels", classes, str, refuse)
    locks = _listed(stored, "locks", classes, bool, refuse)
    state = LabState(
        parameters,
        default_labels(classes),
        tuple(locks or (False,) * classes),
        frozenset(_listed(stored, "options", None, str, refuse)),
    )
    for k, label in enumerate(labels):
        state = state.with_label(k, label)
    return state


def _parameters(stored: dict[str, Any], refuse: Refuse) -> Parameters:
    given = {name: stored[name] for name in PARAMETERS if name in stored}
    if logits := str(stored.get("logits", "")):
        try:
            given["probabilities"] = LOGITS.parse(logits)
        except ParameterError:
            refuse("logits")
    try:
        return Parameters(**given)
    except (ParameterError, TypeError):  # the latter if there are no probabilities
        found = Parameters(_instead_of_probabilities(stored.get("labels")))
    for name, value in given.items():
        try:
            found = replace(found, **{name: value})
        except ParameterError:
            refuse(name)
    return found


def _listed(
    stored: dict[str, Any], name: str, count: int | None, kind: type, refuse: Refuse
) -> list[Any]:
    """Return a stored list of so many values of a type, or an empty one."""
    found = stored.get(name, [])
    fits = isinstance(found, list | tuple) and all(isinstance(each, kind) for each in found)
    if name in stored and not (fits and count in (None, len(found))):
        refuse(name)
        return []
    return list(found)


def _instead_of_probabilities(labels: object) -> tuple[float, ...]:
    """Return p for damaged ones, of as many classes as there are labels."""
    known = isinstance(labels, list) and MIN_CLASSES <= len(labels) <= MAX_CLASSES
    classes = len(labels) if known else FIRST.classes  # type: ignore[arg-type]
    return FIRST.probabilities if classes == FIRST.classes else (1.0,) * classes
