"""Focus, clipboard, wheel and grooves, by mouse and keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np

CLASSES = (slice(50, 195), slice(14, 350))
NAMES = (slice(50, 195), slice(30, 100))
FREQUENCIES = (slice(95, 330), slice(905, 1430))
BANNERS = (slice(58, 132), slice(370, 1430))
TABLE = (200, 560)
ROW = (slice(550, 570), slice(80, 345))
CAPTION = (slice(408, 424), slice(376, 890))
MISTAKES = (220, 659)
TEMPERATURE = 5


def stored(program: object) -> dict:
    """Return what the settings hold, once the program has ended."""
    return json.loads((program.home / "GumbelGUI" / "window-1.json").read_text("utf-8"))


def break_it(program: object) -> np.ndarray:
    """Choose the first mistake of the list."""
    before = program.settled()
    program.click(*MISTAKES)
    program.settled()
    program.key("Down")
    program.key("Return")
    return program.changed_from(before, FREQUENCIES)


def test_after_fixing_a_mistake_keys_rename_no_class(start: Callable):
    program = start()
    broken = break_it(program)
    program.click(1400, 75)  # Fix it
    fixed = program.changed_from(broken, BANNERS)
    program.type("zzz")
    program.key("Return")
    assert (program.settled()[NAMES] == fixed[NAMES]).all()
    assert program.quit() == ""
    assert stored(program)["labels"][0] == "class 0"


def test_after_guide_and_dialog_keys_move_t_as_before(start: Callable):
    program = start()
    before = program.settled()
    x, _ = program.handles()[TEMPERATURE]
    program.key("F1")
    program.changed_from(before)
    program.key("F1")
    program.settled()
    program.key("ctrl+l")
    program.dialog("Type the vector")
    program.key("Escape")
    program.gone("Type the vector")
    seen = program.settled()
    for _ in range(20):
        program.key("Right")
    program.changed_from(seen)
    assert program.handles()[TEMPERATURE][0] > x + 8
    assert program.quit() == ""
    assert stored(program)["labels"][0] == "class 0"


def test_escape_leaves_the_guide_and_a_click_brings_back_what_there_was(start: Callable):
    program = start()
    before = program.settled()
    program.key("F1")
    lesson = program.changed_from(before)
    program.key("Escape")
    left = program.changed_from(lesson)
    assert (left[BANNERS] != before[BANNERS]).any()  # the mistake of step 1, and the offer
    program.click(1310, 115)  # As it was before
    program.changed_from(left)
    card = (slice(58, 400), slice(370, 885))  # where the banners were, and the mouse is not
    program.wait_for(lambda: (program.picture()[card] == before[card]).all(), "what there was")
    assert program.quit() == ""
    assert stored(program)["mistake"] == "none"


def test_what_ctrl_c_copies(start: Callable):
    """Seen by pasting it into names of classes."""
    program = start()
    program.wait_for(lambda: np.ptp(program.picture()[CAPTION]) > 100, "the first caption")
    before = program.settled()
    rows = program.handles()

    def paste(k: int) -> None:
        program.click(65, rows[k][1])
        for keys in ("ctrl+a", "ctrl+v", "Return"):
            program.key(keys)
        program.settled()  # the plots have the new name

    program.double_click(452, 416)  # a word of the first caption
    program.changed_from(before, CAPTION)
    program.key("ctrl+c")
    paste(0)
    before = program.picture()
    program.click(*TABLE)
    program.changed_from(before, ROW)
    program.key("ctrl+c")
    paste(1)
    program.click(600, 200)  # a plot: a picture is no text
    program.key("ctrl+c")
    paste(2)
    assert program.quit() == ""
    names = stored(program)["labels"]
    assert names[0] == "values"
    assert names[1].split()[:6] == ["x", "ε", "ln", "p", "g", "s"]
    assert names[2] == "class 2"


def test_the_wheel_changes_no_view_and_no_class_and_scrolls_the_list(start: Callable):
    program = start()
    program.key("ctrl+l")
    program.dialog("Type the vector")
    program.type(",".join("12345678" * 5))
    program.key("Tab")
    program.key("Tab")  # to OK
    program.key("Return")
    program.gone("Type the vector")
    program.settled()
    x, y = program.handles()[1]
    program.click(x, y)  # it has the focus
    focused = program.settled()
    program.turn(x, y, 1)
    program.changed_from(focused, CLASSES)
    program.turn(480, 37, 3)  # the tabs
    program.settled()
    assert program.quit() == ""
    assert stored(program)["view"] == "sample"
    typed = np.array([int(each) for each in "12345678" * 5])
    np.testing.assert_allclose(stored(program)["probabilities"], typed / typed.sum(), rtol=1e-9)


def test_a_click_in_the_groove_goes_there_and_is_one_step(start: Callable):
    program = start()
    before = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.click(x + 90, y)
    after = program.changed_from(before)
    assert abs(program.handles()[TEMPERATURE][0] - (x + 90)) <= 2
    program.drag((x + 40, y), x + 20)  # pressed beside the handle, and dragged on
    dragged = program.changed_from(after)
    assert abs(program.handles()[TEMPERATURE][0] - (x + 20)) <= 2
    program.key("ctrl+z")
    program.changed_from(dragged)
    assert abs(program.handles()[TEMPERATURE][0] - (x + 90)) <= 2
    assert program.quit() == ""
