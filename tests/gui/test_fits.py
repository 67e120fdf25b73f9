"""No text is clipped, elided or over another; ``tests/pictures`` looks at many more windows."""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from pictures.fits import faults
from pictures.gallery import SIZES, Name, state_of

from gumbel_gui.language import languages
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS


@pytest.mark.parametrize("code", languages())
def test_texts_fit_in_every_view(open_lab, settle, qtbot, stored, code):
    """With 5 classes, and with 64, of which not all are named."""
    stored.put(language=code)
    lab = open_lab(size=SIZES["1366x768"][:2])
    wrong = []
    for case, view, size in product(("5", "64"), VIEWS, ("1366x768", "1024x700")):
        lab.window.resize(*SIZES[size][:2])
        if lab.store.state != (state := state_of(case)):
            settle(lab, lambda state=state: lab.store.edit("", lambda _: state))
        if lab.window.shown != tuple(plots_of(view)):
            settle(lab, lambda view=view: lab.set_view(view))
        name = Name(code, "light", size, view, case)

        def found(name=name):
            return faults(lab.window, shortened=name.shortened)

        with suppress(qtbot.TimeoutError):  # layouts follow layouts
            qtbot.waitUntil(lambda found=found: found() == [], timeout=5000)
        wrong += [f"{name.file}: {each}" for each in found()]
    assert wrong == [], "\n".join(wrong)
