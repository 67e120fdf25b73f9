"""Names: what the window calls its controls and plots, in the language that it speaks.

Texts of the guide name them by ids, such as ``{control:play}``, ``{plot:descent}``, ``{key:next}``
and ``{t:0.1}``.
"""

from __future__ import annotations

import re

from PyQt6.QtGui import QKeySequence

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.gui.controls import (
    draws_editor,
    mistake_editor,
    one_draw,
    playback_control,
    probability_editor,
    temperature_editor,
)
from gumbel_gui.gui.menus import menu_bar
from gumbel_gui.language import mark, tr
from gumbel_gui.plots import plot_type

CONTROLS = {
    "probabilities": probability_editor.TITLE,
    "temperature": temperature_editor.TITLE,
    "draws": draws_editor.TITLE,
    "one_draw": one_draw.TITLE,
    "mistake": mistake_editor.TITLE,
    "fix": mistake_editor.FIX,
    "no_mistake": Mistake.NONE.text,
    "next": one_draw.NEXT,
    "play": playback_control.PLAY,
    "reset": playback_control.RESET,
}
PLOTS = {
    "gumbel_family": mark("Gumbel"),
    "relaxed_vectors": mark("Relaxed vectors"),
    "simplex": mark("Simplex"),
    "top_k": mark("Gumbel-top-k"),
    "winner_noise": mark("Noise ε"),
    "winning_region": mark("winning region"),
}
"""What is always in the heading of a card; that of any other plot begins with its title."""
KEYS = {"next": menu_bar.NEXT_KEY, "new_noise": menu_bar.NEW_NOISE_KEY}
ID = re.compile(r"\{(\w+):([\w.]+)\}")


def with_names(text: str) -> str:
    """Return a text in which names take the place of ids.

    Raises:
        KeyError: naming an id that stands for nothing.
    """
    return ID.sub(lambda found: _name(*found.groups()), text)


def _name(kind: str, name: str) -> str:
    if kind == "control":
        return tr(CONTROLS[name])
    if kind == "plot":
        return tr(PLOTS[name]) if name in PLOTS else plot_type(name).title
    if kind == "key":
        return QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
    if kind == "t" and name in map(temperature_editor.shown_preset, temperature_editor.PRESETS):
        return name
    raise KeyError(f"{kind}:{name}")
