"""The differentiable half, by mouse and keyboard: p in the triangle, what plays, the guide."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from window.program import is_colour

from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.plots.look.style import LIGHT

CLASSES = [f"Probability of class {k}, slider" for k in range(5)]


def test_p_is_dragged_in_the_triangle_and_that_is_one_undo_step(start: Callable):
    program = start()

    def all_handles() -> list[tuple[int, int]]:
        return [program.handle(each) for each in (*CLASSES, "Temperature", "Number of draws")]

    program.key("ctrl+4")
    triangle = program.place("simplex")
    shown, handles = program.settled(), all_handles()
    rows, columns = np.nonzero(is_colour(shown[triangle.area], LIGHT.accent))
    of_mark = rows > rows.min() + 20  # and not of the key
    x = triangle.x + int(np.median(columns[of_mark]))
    y = triangle.y + int(np.median(rows[of_mark]))
    program.drag((x, y), x - 60)
    after = program.changed_from(shown, triangle.area)
    moved = all_handles()
    assert moved[0][0] > handles[0][0] + 2  # class 0 is the left corner
    assert moved[3:] == handles[3:]  # what is not in the triangle stays, and so do t and the draws
    program.key("ctrl+z")
    program.changed_from(after, triangle.area)
    assert all_handles() == handles
    assert program.quit() == ""


def test_annealing_plays_in_any_view_and_rests_at_its_end(start: Callable):
    program = start()
    program.key("ctrl+4")
    program.place("temperature_gallery")
    x = program.handle("Temperature")[0]
    program.press("Anneal the temperature")
    program.key("ctrl+1")
    program.place("relaxed_vectors")
    program.place("Anneal the temperature")  # not Pause: it has come to its end
    after = program.settled()
    assert program.handle("Temperature")[0] < x - 20
    program.key("ctrl+z")  # a whole run is one step
    program.changed_from(after)
    assert abs(program.handle("Temperature")[0] - x) <= 1
    assert program.quit() == ""


def test_the_gradients_of_another_draw(start: Callable):
    program = start()
    program.key("ctrl+5")
    jacobian = program.area("jacobian")
    shown = program.settled()
    program.key("ctrl+r")
    program.changed_from(shown, jacobian)
    assert program.quit() == ""


def test_the_guide_by_the_keyboard_alone_and_its_place_after_a_restart(start: Callable):
    program = start()
    program.key("F1")
    panel, last = program.area("guide"), program.settled()
    for _ in range(6):
        program.key("alt+Right")
        last = program.changed_from(last, panel)
    program.key("alt+Left")
    assert program.quit() == ""
    place = program.stored()["guide"]
    assert (place["number"], place["open"]) == (6, True)

    program = start()
    open_ = program.settled()
    for _ in range(len(STEPS) - 6):
        program.key("alt+Right")
        open_ = program.changed_from(open_, panel)
    program.key("alt+Right")  # finish
    program.changed_from(open_, panel)
    assert program.quit() == ""
    place = program.stored()["guide"]
    assert (place["number"], place["open"]) == (1, False)  # the end was seen
