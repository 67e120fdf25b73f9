"""The JSON Schema of experiment files, made from the declarations.

``python -m gumbel_gui.figures.experiments.schema > resources/experiment.schema.json`` writes it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from gumbel_gui.core.declarations import Declaration
from gumbel_gui.core.kinds import Whole
from gumbel_gui.core.parameters import MAX_DRAWS, PARAMETERS
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.figures.experiments.experiment import VERSION
from gumbel_gui.figures.layout import DPI, LAYOUT
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import VIEWS


def schema() -> dict[str, Any]:
    """Return the schema, by JSON Schema draft 2020-12.

    It cannot say what depends on another value, such as that there are as many labels as classes.
    """
    kinds = plot_types().items()
    options = [f"{name}.{option}" for name, kind in kinds for option in kind.option_names]
    properties = {
        "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
        "program": {"description": "what has written the file; not read"},
        "parameters": _parameters(),
        "labels": _list({"type": "string"}, "of all classes, or none", maxItems=MAX_CLASSES),
        "locks": _list({"type": "boolean"}, "of all classes, or none", maxItems=MAX_CLASSES),
        "options": _list({"enum": sorted(options)}, "of the plots that are on"),
        "view": {"enum": ["", *VIEWS], "description": "that is looked at"},
        "figure": _figure(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Experiment of Gumbel GUI",
        **_object(properties, required=["version", "parameters"]),
    }


def _parameters() -> dict[str, Any]:
    each_way = [way for each in PARAMETERS.values() for way in each.ways]
    one = [{"required": [way.option]} for way in PARAMETERS["probabilities"].ways]
    return _object({way.option: _declared(way) for way in each_way}, oneOf=one)


def _figure() -> dict[str, Any]:
    names = {"enum": list(plot_types())}
    counts = Whole(1, MAX_DRAWS).schema()
    properties = {
        "plots": _list(names, "in this order", minItems=1, uniqueItems=True),
        **{each.option: _declared(each) for each in (*LAYOUT.values(), DPI)},
        "counts": {"type": "object", "propertyNames": names, "additionalProperties": counts},
    }
    return _object(properties, required=["plots"], description="only in a figure")


def _declared(declared: Declaration) -> dict[str, Any]:
    words = "; ".join(filter(None, (declared.words, declared.note)))
    default = {} if declared.default is None else {"default": declared.default}
    return {"description": words, **declared.kind.schema(), **default}


def _object(properties: dict[str, Any], **others: Any) -> dict[str, Any]:
    closed = {"additionalProperties": False}
    return {"type": "object", **others, "properties": properties, **closed}


def _list(items: dict[str, Any], description: str, **others: Any) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items, **others}


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(text())
