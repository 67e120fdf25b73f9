"""Numbers that are typed and pasted, and what is said about wrong ones, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gumbel_gui.core.parameters import NOTE_PROBABILITIES


def name_first_class(program: object, *chords: str) -> None:
    """Press keys in the name of class 0, all of which is selected."""
    program.press("Name of class 0")
    for chord in ("ctrl+a", *chords):
        program.key(chord)
    program.settled()


def test_a_vector_of_r_is_pasted_with_its_own_numbers(start: Callable):
    program = start()
    name_first_class(program)
    program.type("[1] 0.1 0.2 0.7")
    for chord in ("ctrl+a", "ctrl+c", "Return"):
        program.key(chord)
    program.key("ctrl+l")
    program.dialog("Type the vector")
    program.key("ctrl+v")
    program.key("Tab")
    program.key("Tab")  # to OK
    program.key("Return")
    program.gone("Type the vector")
    program.place("Name of class 2")
    program.wait_for(lambda: not program.look_for("Name of class 3"), "three classes")
    assert program.quit() == ""
    np.testing.assert_allclose(program.stored()["probabilities"], (0.1, 0.2, 0.7), rtol=1e-12)


def test_choosing_logits_converts_what_is_shown_and_keeps_p(start: Callable):
    program = start()
    program.key("ctrl+l")
    program.dialog("Type the vector")
    program.key("Tab")
    program.key("Down")  # to Logits
    program.key("shift+Tab")
    program.key("ctrl+a")
    program.key("ctrl+c")
    program.key("Tab")
    program.key("Tab")  # to OK
    program.key("Return")
    program.gone("Type the vector")
    program.settled()
    name_first_class(program, "ctrl+v", "Return")
    assert program.quit() == ""
    p = np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES)
    np.testing.assert_allclose(program.stored()["probabilities"], p, rtol=1e-12)
    start_of_logs = [float(word) for word in program.stored()["labels"][0].split(",")[:2]]
    np.testing.assert_allclose(start_of_logs, np.log(p)[:2], rtol=1e-8)


def test_a_wrong_number_is_explained_beside_its_box_and_nothing_moves(start: Callable):
    program = start()
    box = program.place("Temperature", "NumberBox")
    program.click(*box.middle)
    program.key("ctrl+a")
    program.type("x")
    before = program.settled()
    program.key("Return")
    below = program.area("bubble")
    assert 0 <= below[0].start - box.y - box.height < 10
    wrong = program.settled()
    changed = (wrong != before).any(axis=2)
    assert changed[below].any()
    changed[below] = changed[box.area] = False  # the sentence, and the box in red
    assert not changed.any()
    program.key("BackSpace")
    program.wait_for(lambda: (program.picture()[below] == before[below]).all(), "no sentence")
    assert program.quit() == ""
