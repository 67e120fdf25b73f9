"""The differentiable half, by mouse and keyboard: p in the triangle, what plays, the guide."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np

TRIANGLE = (slice(560, 830), slice(370, 885))
GALLERY = (slice(100, 400), slice(370, 885))
JACOBIAN = (slice(100, 400), slice(370, 885))
PANEL = (slice(60, 880), slice(1130, 1430))
TEMPERATURE = 5
ACCENT = (0x24, 0x67, 0xD6)


def blue_in(picture: np.ndarray, area: tuple[slice, slice]) -> tuple[int, int]:
    """Return the middle of what is in the accent's colour, as x and y of the screen."""
    rows, columns = np.nonzero((picture[area] == ACCENT).all(axis=2))
    assert len(rows) > 20
    return area[1].start + int(np.median(columns)), area[0].start + int(np.median(rows))


def stored(program: object) -> dict:
    """Return the reader's place as the settings hold it."""
    file = program.home / "GumbelGUI" / "window-1.json"
    return json.loads(file.read_text("utf-8"))["guide"]


def test_p_is_dragged_in_the_triangle_and_that_is_one_undo_step(start: Callable):
    program = start()
    before = program.settled()
    program.key("ctrl+4")
    shown = program.changed_from(before, TRIANGLE)
    handles = program.handles()
    x, y = blue_in(shown, TRIANGLE)
    program.drag((x, y), x - 60)
    after = program.changed_from(shown, TRIANGLE)
    moved = program.handles()
    assert moved[0][0] > handles[0][0] + 2  # class 0 is the left corner
    for still in (3, 4, 5, 6):  # what is not in the triangle stays, and so do t and the draws
        assert moved[still] == handles[still]
    program.key("ctrl+z")
    program.changed_from(after, TRIANGLE)
    assert program.handles() == handles
    assert program.quit() == ""


def test_annealing_plays_in_any_view_and_rests_at_its_end(start: Callable):
    program = start()
    before = program.settled()
    program.key("ctrl+4")
    shown = program.changed_from(before, GALLERY)
    x = program.handles()[TEMPERATURE][0]
    program.click(310, 304)  # Anneal
    program.key("ctrl+1")
    after = program.changed_from(shown, GALLERY)
    end = program.handles()[TEMPERATURE]
    assert end[0] < x - 20
    program.key("ctrl+z")  # a whole run is one step
    program.changed_from(after)
    assert abs(program.handles()[TEMPERATURE][0] - x) <= 1
    assert program.quit() == ""


def test_the_gradients_of_another_draw(start: Callable):
    program = start()
    before = program.settled()
    program.key("ctrl+5")
    shown = program.changed_from(before, JACOBIAN)
    program.key("ctrl+r")
    program.changed_from(shown, JACOBIAN)
    assert program.quit() == ""


def test_the_guide_by_the_keyboard_alone_and_its_place_after_a_restart(start: Callable):
    program = start()
    last = program.settled()
    program.key("F1")
    for _ in range(6):
        last = program.changed_from(last, PANEL)
        program.key("alt+Right")
    program.changed_from(last, PANEL)
    program.key("alt+Left")
    assert program.quit() == ""
    place = stored(program)
    assert (place["number"], place["open"]) == (6, True)

    program = start()
    open_ = program.settled()
    for _ in range(4):
        program.key("alt+Right")
        open_ = program.changed_from(open_, PANEL)
    program.key("alt+Right")  # finish
    program.changed_from(open_, PANEL)
    assert program.quit() == ""
    place = stored(program)
    assert (place["number"], place["open"]) == (1, False)  # the end was seen
