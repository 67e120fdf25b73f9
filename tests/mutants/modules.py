"""The modules that are mutated, and the tests that mirror each."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
ALSO = {
    "core/declarations": ["core/test_parameters.py"],
    "core/checks": ["core/test_parameters_refused.py", "core/test_distribution.py"],
    "core/probabilities": ["core/test_distribution.py", "core/test_parameters_probabilities.py"],
}
"""Tests of modules that have none of their own name, or others beside."""
WITHOUT = {"core/__init__", "core/kernels"}
"""What only chooses or lists."""


def path_of(module: str) -> Path:
    """Return the file of a module such as ``core/gumbel``."""
    return ROOT / "gumbel_gui" / f"{module}.py"


def mirrors_of(module: str) -> list[Path]:
    """Return the files of tests that mirror a module."""
    folder, _, name = module.rpartition("/")
    also = [ROOT / "tests" / each for each in ALSO.get(module, ())]
    return sorted({*(ROOT / "tests" / folder).glob(f"test_{name}.py"), *also})


def _modules() -> list[str]:
    found = []
    for room in ("core", "plots", "figures"):
        for path in sorted((ROOT / "gumbel_gui" / room).rglob("*.py")):
            module = str(path.relative_to(ROOT / "gumbel_gui").with_suffix(""))
            if module not in WITHOUT and mirrors_of(module):
                found.append(module)
    return found


MODULES = _modules()
"""All of core, plots and figures that have tests of their own."""
