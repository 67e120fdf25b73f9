"""Small screens and large scales: the whole window is seen, and everything in it is reached."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

TEMPERATURE = 5
LAPTOP, SMALL, LARGE = (1366, 768), (1024, 700), (1920, 1080)
AXIS = (0xAA, 0xB3, 0xBD)


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
    caption = (slice(660, 700), slice(840, 1240))  # of the last card
    before = program.settled()
    assert len(np.unique(before[caption].reshape(-1, 3), axis=0)) > 8  # letters
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 60)
    program.changed_from(before, caption)
    assert program.quit() == ""


def test_at_scale_2_the_window_fits_scrolls_and_has_lines_of_two_pixels(start: Callable):
    program = start(screen=LARGE, size=None, scale=2)
    assert_whole(program)
    before = program.settled()
    card = before[240:440, 730:1100]  # the axis of the first card is the only grey beam in it
    beams = (card == AXIS).all(axis=2).mean(axis=0) > 0.9
    assert np.flatnonzero(beams).size == 2
    program.turn(300, 640, 20)  # over the title of the draws: the column scrolls, and nothing else
    after = program.changed_from(before)
    assert (after[:, 740:] == before[:, 740:]).all()
    program.click(450, 920)  # the list of mistakes, which was below the edge
    program.settled()
    program.key("Down")
    program.key("Return")
    broken = program.changed_from(after)
    assert (broken[:, 740:] != after[:, 740:]).any()
    assert program.quit() == ""


def test_at_1024_by_700_a_card_of_the_guide_is_reached(start: Callable):
    program = start(screen=SMALL, size=SMALL)
    assert_whole(program)
    to_step(program, 7)
    program.click(975, 653)  # Next
    program.settled()
    cold = program.handles()[TEMPERATURE][0]
    program.click(460, 449)  # Reset of the annealing
    program.settled()
    assert program.handles()[TEMPERATURE][0] > cold + 30
    assert program.quit() == ""


def test_a_window_from_a_larger_screen_is_brought_into_this_one(start: Callable):
    program = start(screen=(1920, 1200), size=(1900, 1150))
    program.settled()
    assert program.quit() == ""
    program = start(screen=LAPTOP, size=None)
    assert_whole(program)
    assert program.quit() == ""
