"""Plots as tables by keyboard, and the values under the mouse, in the real window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from window.program import is_colour

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import STYLES


def test_a_number_of_a_table_is_copied_by_keyboard_into_a_name(start: Callable):
    program = start()
    program.key("ctrl+2")
    program.key("ctrl+t")
    program.dialog("Table: Gumbel distributions")
    program.settled()
    for chord in ("Down", "Right", "ctrl+c", "Escape"):
        program.key(chord)
    program.gone("Table: Gumbel distributions")
    program.settled()
    program.press("Name of class 0")
    for chord in ("ctrl+a", "ctrl+v", "Return"):
        program.key(chord)
    program.settled()
    assert program.quit() == ""
    table = plot_types()["gumbel_family"]().table(None, Parameters((1, 2)))
    (x,) = (column.values for column in table.columns if column.name == "x")
    assert program.stored()["labels"][0] == repr(float(x[0]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_mouse_over_a_bar_tells_its_numbers_beside_it(start: Callable, theme: str):
    program = start(theme)
    before = program.settled()
    card = program.place("class_frequencies")
    colour = STYLES[theme].class_colour(3)  # of the tallest bar
    y, x = np.argwhere(is_colour(before[card.area], colour)).T
    place = card.x + int(np.median(x)), card.y + int(np.median(y))
    program.move(place[0] - 3, place[1])
    program.move(*place)
    told = program.changed_from(before)
    program.move(place[0], 5)
    after = program.changed_from(told)
    row, column = np.nonzero((told != after).any(axis=2))
    assert np.ptp(column) < 250
    assert np.ptp(row) < 200
    assert not ((abs(row - place[1]) <= 2) & (abs(column - place[0]) <= 2)).any()
    assert program.quit() == ""
