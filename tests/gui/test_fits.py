"""No text is clipped, elided or over another; ``tests/pictures`` looks at many more windows."""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import combinations, product
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from pictures.fits import faults
from pictures.gallery import CASES, SIZES, Name, state_of

from gumbel_gui.gui.system.theme import THEMES
from gumbel_gui.language import languages
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

LOOKS = [(size, 0) for size, (_, _, scale) in SIZES.items() if scale == 1]
LOOKS.append(("2560x1440", 7))
"""Sizes of the window, and by how many steps the text is larger: 7 make it twice as large."""
FACTORS = LOOKS, [each for each in THEMES if each != "system"], languages()
LEVELS = 5
"""A prime number, and the most values that a factor has; of the views there may be more."""


def windows() -> list[tuple[Name, int]]:
    """Return few windows in which any two of view, case, look, theme and language meet.

    A covering array of strength 2: row (i, j) has the view i, the case j, and of the factor k the
    value i + k·j modulo 5. Two of i, j and i + k·j determine i and j modulo 5, so any two values
    meet; a factor with fewer values takes some of them twice. Language and look vary slowest.
    """
    rows = []
    for (i, view), (j, case) in product(enumerate(VIEWS), enumerate(CASES)):
        others = enumerate(FACTORS, 1)
        (size, steps), theme, language = (
            values[(i + k * j) % LEVELS % len(values)] for k, values in others
        )
        rows.append((Name(language, theme, size, view, case), steps))
    return sorted(rows, key=lambda row: (row[0].language, row[0].theme, row[1], row[0].case))


def test_any_two_values_meet_in_a_window() -> None:
    assert max(map(len, (CASES, *FACTORS))) == LEVELS
    found = [(name.what, name.case, (name.size, s), *name[1::-1]) for name, s in windows()]
    for (a, one), (b, other) in combinations(enumerate((VIEWS, CASES, *FACTORS)), 2):
        assert {(row[a], row[b]) for row in found} == set(product(one, other))


@pytest.mark.long
@pytest.mark.parametrize("code", languages())
def test_texts_fit_in_every_view(open_lab, settle, qtbot, stored, code):
    stored.put(language=code)
    lab = open_lab()
    looks, wrong = lab.appearance, []
    for name, steps in windows():
        if name.language != code:
            continue
        if looks.theme != name.theme:
            looks.set_theme(name.theme)
        if looks.steps != steps:
            looks.enlarge_text(steps)
        lab.window.resize(*SIZES[name.size][:2])
        if lab.store.state != (state := state_of(name.case)):
            settle(lab, lambda state=state: lab.store.edit("", lambda _: state))
        if lab.window.shown != tuple(plots_of(name.what)):
            settle(lab, lambda name=name: lab.set_view(name.what))

        def found(name=name):
            return faults(lab.window, shortened=name.shortened)

        with suppress(qtbot.TimeoutError):  # layouts follow layouts
            qtbot.waitUntil(lambda found=found: found() == [], timeout=2000)
        wrong += [f"{name.file}: {each}" for each in found()]
    assert wrong == [], "\n".join(wrong)
