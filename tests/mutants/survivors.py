"""Survivors: mutants that no test kills, as ``survivors.toml`` lists and explains them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

LIST = Path(__file__).with_name("survivors.toml")


@dataclass(frozen=True)
class Survivor:
    """A changed line of a module: what was written there, and what the mutant has.

    Lines are without the space around them, so that the list outlives other changes.
    """

    module: str
    was: str
    now: str

    def toml(self, why: str) -> str:
        """Return an entry of the list."""
        lines = (
            f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in vars(self).items()
        )
        return "\n".join(("[[survivor]]", *lines, f"why = {json.dumps(why, ensure_ascii=False)}"))


def survivor_of(module: str, diff: str) -> Survivor:
    """Return what a diff changes."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    was, now = (
        "\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return Survivor(module, was, now)


def read() -> dict[Survivor, str]:
    """Return the survivors of the list with what explains them."""
    entries = tomllib.loads(LIST.read_text("utf-8")).get("survivor", [])
    return {Survivor(e["module"], e["was"], e["now"]): e["why"] for e in entries}


def explained(found: Survivor, known: dict[Survivor, str]) -> bool:
    """Whether a list explains a survivor, or any mutant of its line."""
    return found in known or replace(found, now="*") in known
