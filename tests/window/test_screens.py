"""Small screens and large scales: the whole window is seen, and everything in it is reached."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from window.program import is_colour

from gumbel_gui.plots.look.style import LIGHT

MISTAKE = "Mistake to make on purpose"
LAPTOP, SMALL, LARGE = (1366, 768), (1024, 700), (1920, 1080)


def geometry(program: object) -> tuple[int, int, int, int]:
    place, root = program.window.get_geometry(), program.window.query_tree().root
    corner = root.translate_coords(program.window, 0, 0)
    return -corner.x, -corner.y, place.width, place.height


def assert_whole(program: object) -> None:
    """Fail unless the window is inside the screen, with a status line in its last rows."""
    x, y, width, height = geometry(program)
    assert x >= 0
    assert y >= 0
    assert x + width <= program.screen[0]
    assert y + height <= program.screen[1]
    last = program.picture()[y + height - 30 * program.scale : y + height, x : x + 400]
    assert (last != last[-1, -1]).any()


def to_step(program: object, number: int) -> np.ndarray:
    """Open the guide and go to a step, by the keyboard."""
    program.key("F1")
    seen = program.settled()
    for _ in range(number - 1):
        program.key("alt+Right")
        seen = program.changed_from(seen)
    return seen


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_start_fits_1366_by_768(start: Callable, theme: str):
    program = start(theme, screen=LAPTOP, size=None)
    assert_whole(program)
    caption = program.place("caption", within=program.place("relaxed_density")).area
    before = program.settled()
    assert len(np.unique(before[caption].reshape(-1, 3), axis=0)) > 8  # letters
    program.drag_handle("Temperature", 60)
    program.changed_from(before, caption)
    assert program.quit() == ""


def test_at_scale_2_the_window_fits_scrolls_and_has_lines_of_two_pixels(start: Callable):
    program = start(screen=LARGE, size=None, scale=2)
    assert_whole(program)
    before = program.settled()
    card = before[program.area("relaxed_vectors")]  # its axes are the only grey beams in it
    beams = is_colour(card, LIGHT.axis).mean(axis=0)
    assert np.flatnonzero(beams > 0.3).size == 2
    assert not program.look_for(MISTAKE, "QComboBox")  # it is below the edge
    plots = program.area("", "ViewPage")
    program.turn(*program.place("DRAWS").middle, 20)  # the column scrolls, and nothing else
    after = program.changed_from(before)
    assert (after[plots] == before[plots]).all()
    program.choose_next(MISTAKE)
    program.changed_from(after, plots)
    assert program.quit() == ""


def test_at_1024_by_700_a_card_of_the_guide_is_reached(start: Callable):
    program = start(screen=SMALL, size=SMALL)
    assert_whole(program)
    to_step(program, 7)
    program.press("Next")
    program.settled()
    cold = program.handle("Temperature")[0]
    program.turn(*program.place("", "ViewPage").middle, 20)
    program.press("Reset", "QPushButton")  # of the annealing
    program.wait_for(lambda: program.handle("Temperature")[0] > cold + 30, "a higher t")
    assert program.quit() == ""


def test_a_window_from_a_larger_screen_is_brought_into_this_one(start: Callable):
    program = start(screen=(1920, 1200), size=(1900, 1150))
    program.settled()
    assert program.quit() == ""
    program = start(screen=LAPTOP, size=None)
    assert_whole(program)
    assert program.quit() == ""
