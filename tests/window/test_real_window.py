"""What a person does: start, drag, type, export, undo, quit, start again."""

from __future__ import annotations

import signal
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLE = "noise_histogram", "class_frequencies", "relaxed_vectors", "relaxed_density"


def areas(program: object) -> list[tuple[slice, slice]]:
    """Return the parts of a picture in which the plots of the first view are."""
    return [program.area(name) for name in SAMPLE]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_dragging_the_temperature_changes_the_relaxed_plots_alone(start: Callable, theme: str):
    program = start(theme)
    noise, frequencies, vectors, density = areas(program)
    before = program.settled()
    x, _ = program.handle("Temperature")
    program.drag_handle("Temperature", 60)
    after = program.changed_from(before, vectors)
    assert (after[density] != before[density]).any()
    # The same noise at another t: classes and noise stay, to the last pixel.
    assert (after[frequencies] == before[frequencies]).all()
    assert (after[noise] == before[noise]).all()
    program.key("ctrl+z")
    program.changed_from(after, vectors)
    assert abs(program.handle("Temperature")[0] - x) <= 1
    assert program.quit() == ""


def test_dragging_a_probability_moves_the_others_and_is_one_undo_step(start: Callable):
    program = start()
    noise, frequencies, *_ = areas(program)
    before, sliders = program.settled(), [f"Probability of class {k}, slider" for k in range(5)]
    handles = [program.handle(each) for each in sliders]
    program.drag_handle(sliders[0], 40)
    after = program.changed_from(before, frequencies)
    moved = [program.handle(each) for each in sliders]
    assert moved[0][0] > handles[0][0] + 30
    assert moved[3][0] < handles[3][0]
    assert (after[noise] == before[noise]).all()
    program.key("ctrl+z")
    program.changed_from(after, frequencies)
    assert [program.handle(each) for each in sliders] == handles
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
    assert (width, height) == (2126, 1772)
    assert program.quit() == ""


def test_bad_input_gets_a_sentence_and_nothing_is_lost(start: Callable, tmp_path: Path):
    program = start()
    plots, density = program.area("", "ViewPage"), program.area("relaxed_density")
    before = program.settled()
    program.enter("Temperature", "-3")
    bubble = program.area("bubble")
    after = program.settled()
    assert program.reddish(after[bubble]) > 100
    assert (after[density] == before[density]).all()
    program.key("Escape")
    program.wait_for(
        lambda: (program.picture()[plots] == before[plots]).all(), "the picture as it was"
    )
    program.key("ctrl+e")
    program.dialog("Export figure")
    program.key("alt+f")
    program.key("ctrl+a")
    program.type(str(tmp_path / "missing" / "figure.png"))
    program.key("Return")
    assert program.reddish(program.settled()) > 100
    program.key("Escape")
    program.gone("Export figure")
    assert program.quit() == ""


def test_the_state_survives_a_restart(start: Callable):
    program = start()
    before, vectors = program.settled(), program.area("relaxed_vectors")
    program.drag_handle("Temperature", 40)
    after = program.changed_from(before, vectors)
    assert program.quit() == ""
    again = start()
    assert (again.settled()[vectors] == after[vectors]).all()
    assert again.quit() == ""


def test_closing_in_the_midst_of_a_billion_draws_ends_at_once(start: Callable):
    program = start()
    before, noise = program.settled(), program.area("noise_histogram")
    program.enter("Number of draws", "1e9")
    program.wait_for(lambda: (program.picture()[noise] != before[noise]).any(), "the first draws")
    assert program.quit() == ""


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_keeps_the_state(start: Callable, kind: signal.Signals):
    program = start()
    before, vectors = program.settled(), program.area("relaxed_vectors")
    program.drag_handle("Temperature", 40)
    after = program.changed_from(before, vectors)
    program.process.send_signal(kind)
    _, errors = program.process.communicate(timeout=20)
    assert (program.process.returncode, errors) == (0, "")
    again = start()
    assert (again.settled()[vectors] == after[vectors]).all()
    assert again.quit() == ""


def test_draws_are_kept_adding_until_the_button_is_pressed_again(start: Callable):
    program = start()
    before, vectors = program.settled(), program.area("relaxed_vectors")
    status = program.area("", "StatusLine")
    program.press("Keep drawing")
    grown = program.wait_for(
        lambda: (p := program.picture())[status].tobytes() != before[status].tobytes() and [p],
        "more draws",
    )[0]
    program.wait_for(
        lambda: (program.picture()[status] != grown[status]).any(), "still more of them"
    )
    program.press("Stop drawing")
    stopped = program.settled()
    assert (stopped[status] != before[status]).any()
    assert (stopped[vectors] == before[vectors]).mean() > 0.99  # the first draws are the same
    program.key("ctrl+k")
    program.wait_for(lambda: (program.picture()[status] != stopped[status]).any(), "it goes on")
    assert program.quit() == ""


def test_with_three_million_draws_a_drag_of_t_never_touches_the_noise(start: Callable):
    program = start()
    noise, frequencies, vectors, _ = areas(program)
    first = program.settled()
    x, y = program.handle("Temperature")
    program.enter("Number of draws", "3000000")
    before = program.changed_from(first, noise)
    for step in range(8):
        program.drag((x + 5 * step, y), x + 5 * step + 5)
        seen = program.picture()
        assert (seen[noise] == before[noise]).all()
        assert (seen[frequencies] == before[frequencies]).all()
    program.changed_from(before, vectors)
    assert program.quit() == ""


def test_views_show_the_same_draws_and_come_back_as_they_were(start: Callable):
    program = start()
    sample, plots = program.settled(), program.area("", "ViewPage")
    program.key("ctrl+3")
    samplers = program.changed_from(sample, plots)
    program.key("ctrl+2")
    noise = program.changed_from(samplers, plots)
    program.press("Samplers", "Tab")
    # The samplers' pictures are the same to the last pixel: nothing was drawn anew.
    again = program.changed_from(noise, plots)
    assert (again[plots] == samplers[plots]).all()
    program.key("ctrl+1")
    back = program.changed_from(again, plots)
    assert (back[plots] == sample[plots]).all()
    assert program.quit() == ""


def test_a_click_on_a_column_selects_that_draw_everywhere(start: Callable):
    program = start()
    noise, _, vectors, density = areas(program)
    before, numbers = program.settled(), program.area("Numbers of the selected draw")
    program.press("relaxed_vectors")
    after = program.changed_from(before, vectors)
    assert (after[noise] != before[noise]).any()  # its strokes stand elsewhere
    assert (after[density] != before[density]).any()
    assert (after[numbers] != before[numbers]).any()
    program.key("ctrl+z")
    program.changed_from(after, vectors)
    assert (program.settled()[numbers] == before[numbers]).all()
    assert program.quit() == ""


def test_a_mistake_is_said_plainly_and_fixed(start: Callable):
    program = start()
    before, frequencies = program.settled(), program.area("class_frequencies")
    program.choose_next("Mistake to make on purpose")
    broken = program.changed_from(before, frequencies)
    banner = program.area("banner")
    assert program.reddish(before[banner]) == 0
    assert program.reddish(broken[banner]) > 300
    program.press("Fix it")
    program.changed_from(broken, banner)
    assert (program.settled()[frequencies] == before[frequencies]).all()
    assert program.quit() == ""
