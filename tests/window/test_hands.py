"""Focus, clipboard, wheel and grooves, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

MISTAKE = "Mistake to make on purpose"
FIRST = "Probability of class 1, slider"


def test_after_fixing_a_mistake_keys_rename_no_class(start: Callable):
    program = start()
    classes = program.area("", "ProbabilityEditor")
    program.choose_next(MISTAKE)
    program.press("Fix it")
    program.wait_for(lambda: not program.look_for("Fix it"), "no banner")
    fixed = program.settled()
    program.type("zzz")
    program.key("Return")
    assert (program.settled()[classes] == fixed[classes]).all()
    assert program.quit() == ""
    assert program.stored()["labels"][0] == "class 0"


def test_after_guide_and_dialog_keys_move_t_as_before(start: Callable):
    program = start()
    before = program.settled()
    x, _ = program.handle("Temperature")
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
    assert program.handle("Temperature")[0] > x + 8
    assert program.quit() == ""
    assert program.stored()["labels"][0] == "class 0"


def test_escape_leaves_the_guide_and_a_click_brings_back_what_there_was(start: Callable):
    program = start()
    cards, before = program.area("", "ViewPage"), program.settled()
    program.key("F1")
    lesson = program.changed_from(before)
    program.key("Escape")
    left = program.changed_from(lesson)
    assert (left[cards] != before[cards]).any()  # the mistake of step 1, and the offer
    program.press("As it was before")
    program.move(*program.place("Views").middle)
    program.wait_for(lambda: (program.picture()[cards] == before[cards]).all(), "what there was")
    assert program.quit() == ""
    assert program.stored()["mistake"] == "none"


def test_what_ctrl_c_copies(start: Callable):
    """Seen by pasting it into names of classes."""
    program = start()
    caption = program.place("caption", within=program.place("noise_histogram"))
    table = program.place("Numbers of the selected draw")

    def paste(k: int) -> None:
        program.press(f"Name of class {k}")
        for keys in ("ctrl+a", "ctrl+v", "Return"):
            program.key(keys)
        program.settled()  # the plots have the new name

    before = program.settled()
    program.double_click(caption.x + 76, caption.y + 8)  # a word of the caption
    program.changed_from(before, caption.area)
    program.key("ctrl+c")
    paste(0)
    before = program.picture()
    program.click(table.x + 120, table.y + 32)  # the first row
    program.changed_from(before, table.area)
    program.key("ctrl+c")
    paste(1)
    program.press("class_frequencies")  # a plot: a picture is no text
    program.key("ctrl+c")
    paste(2)
    assert program.quit() == ""
    names = program.stored()["labels"]
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
    place = program.handle(FIRST)
    program.click(*place)  # it has the focus
    focused = program.settled()
    program.turn(*place)
    program.changed_from(focused, program.area("", "RowScroll"))
    program.turn(*program.place("Views").middle, 3)
    program.settled()
    assert program.quit() == ""
    assert program.stored()["view"] == "sample"
    typed = np.array([int(each) for each in "12345678" * 5])
    np.testing.assert_allclose(program.stored()["probabilities"], typed / typed.sum(), rtol=1e-9)


def test_a_click_in_the_groove_goes_there_and_is_one_step(start: Callable):
    program = start()
    before = program.settled()
    x, y = program.handle("Temperature")
    program.click(x + 90, y)
    after = program.changed_from(before)
    assert abs(program.handle("Temperature")[0] - (x + 90)) <= 2
    program.drag((x + 40, y), x + 20)  # pressed beside the handle, and dragged on
    dragged = program.changed_from(after)
    assert abs(program.handle("Temperature")[0] - (x + 20)) <= 2
    program.key("ctrl+z")
    program.changed_from(dragged)
    assert abs(program.handle("Temperature")[0] - (x + 90)) <= 2
    assert program.quit() == ""
