"""What compares numbers in words is in one place."""

import re
from pathlib import Path

import gumbel_gui

FOLDER = Path(gumbel_gui.__file__).parent / "plots"
STRAYS = re.compile(r"\bEQUAL\b *=|\bEXACT\b *=|half_width_95|plus_minus\(|def _percent|\bZ_95\b")


def test_no_plot_has_a_margin_or_a_tolerance_of_its_own():
    found = [
        f"{file.relative_to(FOLDER)}: {line.strip()}"
        for file in sorted(FOLDER.rglob("*.py"))
        if file.parent.name not in ("words", "gradients")
        for line in file.read_text(encoding="utf-8").splitlines()
        if STRAYS.search(line)
    ]
    assert not found
