"""What a person does: start, drag, type, export, undo, quit, start again."""

from __future__ import annotations

import signal
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

FREQUENCIES = (slice(30, 370), slice(905, 1430))
NOISE = (slice(30, 370), slice(370, 885))
VECTORS = (slice(480, 820), slice(370, 885))
DENSITY = (slice(480, 820), slice(905, 1430))
ONE_DRAW = (slice(470, 640), slice(14, 350))
BANNER = (slice(58, 92), slice(370, 1430))
TABS = {"samplers": (595, 37)}
MISTAKES = (220, 659)
TEMPERATURE, DRAWS = 5, 6


def reddish(picture: np.ndarray) -> int:
    """Count the pixels of the sentences about bad input, soft edges of letters included."""
    red, green, blue = (picture[..., i].astype(int) for i in range(3))
    return int(((red > 150) & (green < 110) & (blue < 110) & (abs(green - blue) < 30)).sum())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_dragging_the_temperature_changes_the_relaxed_plots_alone(start: Callable, theme: str):
    program = start(theme)
    before = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 60)
    after = program.changed_from(before, VECTORS)
    assert (after[DENSITY] != before[DENSITY]).any()
    # The same noise at another t: classes and noise stay, to the last pixel.
    assert (after[FREQUENCIES] == before[FREQUENCIES]).all()
    assert (after[NOISE] == before[NOISE]).all()
    program.key("ctrl+z")
    program.changed_from(after, VECTORS)
    assert abs(program.handles()[TEMPERATURE][0] - x) <= 1
    assert program.quit() == ""


def test_dragging_a_probability_moves_the_others_and_is_one_undo_step(start: Callable):
    program = start()
    before = program.settled()
    handles = program.handles()
    program.drag(handles[0], handles[0][0] + 50)
    after = program.changed_from(before, FREQUENCIES)
    moved = program.handles()
    assert moved[0][0] > handles[0][0] + 30
    assert moved[3][0] < handles[3][0]
    assert (after[NOISE] == before[NOISE]).all()
    program.key("ctrl+z")
    program.changed_from(after, FREQUENCIES)
    assert program.handles() == handles
    assert program.quit() == ""


def test_the_menu_exports_a_png_of_the_size_asked_for(start: Callable, tmp_path: Path):
    program = start()
    target = tmp_path / "figure.png"
    program.key("alt+f")
    program.key("e")
    program.dialog("Export figure")
    program.key("alt+f")
    program.key("ctrl+a")
    program.type(str(target))
    program.key("Return")
    program.gone("Export figure")
    program.wait_for(target.exists, "the file")
    width, height = struct.unpack(">II", target.read_bytes()[16:24])
    assert (width, height) == (2126, 1417)
    assert program.quit() == ""


def test_bad_input_gets_a_sentence_and_nothing_is_lost(start: Callable, tmp_path: Path):
    program = start()
    before = program.settled()
    _, y = program.handles()[TEMPERATURE]
    program.click(310, y)
    program.key("ctrl+a")
    program.type("-3")
    program.key("Return")
    after = program.changed_from(before, (slice(y + 12, y + 60), slice(0, 340)))
    assert reddish(after[y : y + 60, :340]) > 100
    assert (after[VECTORS] == before[VECTORS]).all()
    program.key("Escape")
    program.wait_for(
        lambda: (program.picture()[VECTORS] == before[VECTORS]).all(), "the picture as it was"
    )
    program.key("ctrl+e")
    program.dialog("Export figure")
    program.key("alt+f")
    program.key("ctrl+a")
    program.type(str(tmp_path / "missing" / "figure.png"))
    program.key("Return")
    assert reddish(program.settled()) > 100
    program.key("Escape")
    program.gone("Export figure")
    assert program.quit() == ""


def test_the_state_survives_a_restart(start: Callable):
    program = start()
    before = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 40)
    after = program.changed_from(before, VECTORS)
    assert program.quit() == ""
    again = start()
    assert (again.settled()[VECTORS] == after[VECTORS]).all()
    assert again.quit() == ""


def test_closing_in_the_midst_of_a_billion_draws_ends_at_once(start: Callable):
    program = start()
    before = program.settled()
    _, y = program.handles()[DRAWS]
    program.click(310, y)
    program.key("ctrl+a")
    program.type("1e9")
    program.key("Return")
    program.wait_for(lambda: (program.picture()[NOISE] != before[NOISE]).any(), "the first draws")
    assert program.quit() == ""


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_keeps_the_state(start: Callable, kind: signal.Signals):
    program = start()
    before = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 40)
    after = program.changed_from(before, VECTORS)
    program.process.send_signal(kind)
    _, errors = program.process.communicate(timeout=20)
    assert (program.process.returncode, errors) == (0, "")
    again = start()
    assert (again.settled()[VECTORS] == after[VECTORS]).all()
    assert again.quit() == ""


STATUS = (slice(876, 900), slice(0, 700))


def test_draws_are_kept_adding_until_the_button_is_pressed_again(start: Callable):
    program = start()
    before = program.settled()
    _, y = program.handles()[DRAWS]
    button = (180, y + 64)  # below the number and the seed
    program.click(*button)
    grown = program.wait_for(
        lambda: (p := program.picture())[STATUS].tobytes() != before[STATUS].tobytes() and [p],
        "more draws",
    )[0]
    program.wait_for(
        lambda: (program.picture()[STATUS] != grown[STATUS]).any(), "still more of them"
    )
    program.click(*button)
    stopped = program.settled()
    assert (stopped[STATUS] != before[STATUS]).any()
    assert (stopped[VECTORS] == before[VECTORS]).mean() > 0.99  # the first draws are the same
    program.key("ctrl+k")
    program.wait_for(lambda: (program.picture()[STATUS] != stopped[STATUS]).any(), "it goes on")
    assert program.quit() == ""


def test_with_three_million_draws_a_drag_of_t_never_touches_the_noise(start: Callable):
    program = start()
    first = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.click(310, program.handles()[DRAWS][1])
    program.key("ctrl+a")
    program.type("3000000")
    program.key("Return")
    before = program.changed_from(first, NOISE)
    for step in range(8):
        program.drag((x + 5 * step, y), x + 5 * step + 5)
        seen = program.picture()
        assert (seen[NOISE] == before[NOISE]).all()
        assert (seen[FREQUENCIES] == before[FREQUENCIES]).all()
    program.changed_from(before, VECTORS)
    assert program.quit() == ""


def test_views_show_the_same_draws_and_come_back_as_they_were(start: Callable):
    program = start()
    sample = program.settled()
    program.key("ctrl+3")
    samplers = program.changed_from(sample, VECTORS)
    program.key("ctrl+2")
    noise = program.changed_from(samplers, VECTORS)
    program.click(*TABS["samplers"])
    # The samplers' pictures are the same to the last pixel: nothing was drawn anew.
    again = program.changed_from(noise, VECTORS)
    assert (again[VECTORS] == samplers[VECTORS]).all()
    program.key("ctrl+1")
    back = program.changed_from(again, VECTORS)
    assert (back[VECTORS] == sample[VECTORS]).all()
    assert (back[NOISE] == sample[NOISE]).all()
    assert program.quit() == ""


def test_a_click_on_a_column_selects_that_draw_everywhere(start: Callable):
    program = start()
    before = program.settled()
    left, right = VECTORS[1].start + 90, VECTORS[1].stop - 60
    program.click((left + right) // 2, (VECTORS[0].start + VECTORS[0].stop) // 2 + 60)
    after = program.changed_from(before, VECTORS)
    assert (after[NOISE] != before[NOISE]).any()  # its strokes stand elsewhere
    assert (after[DENSITY] != before[DENSITY]).any()
    assert (after[ONE_DRAW] != before[ONE_DRAW]).any()
    program.key("ctrl+z")
    program.changed_from(after, VECTORS)
    assert (program.settled()[ONE_DRAW] == before[ONE_DRAW]).all()
    assert program.quit() == ""


def test_a_mistake_is_said_plainly_and_fixed(start: Callable):
    program = start()
    before = program.settled()
    assert reddish(before[BANNER]) == 0
    program.click(*MISTAKES)
    program.settled()
    program.key("Down")
    program.key("Return")
    broken = program.changed_from(before, FREQUENCIES)
    assert reddish(broken[BANNER]) > 300
    program.click(1400, 75)  # Fix it
    program.changed_from(broken, BANNER)
    assert (program.settled()[FREQUENCIES] == before[FREQUENCIES]).all()
    assert program.quit() == ""
