"""Presenting, and a plot that has all of the view."""

from __future__ import annotations

from collections.abc import Callable

PLOT = "class_frequencies"


def test_f11_fills_the_screen_with_t_and_plots_and_a_second_one_ends_it(start: Callable):
    program = start()
    before, plot = program.settled(), program.place(PLOT)
    program.key("F11")
    program.wait_for(lambda: not program.look_for("", "StatusLine"), "no status line")
    for part, kind in (("", "MenuBar"), ("PROBABILITIES", "QLabel"), ("Guide", "QPushButton")):
        assert not program.look_for(part, kind)
    larger, slider = program.place(PLOT), program.place("Temperature", "QSlider")
    assert larger.width * larger.height > 1.3 * plot.width * plot.height
    presented = program.settled()
    program.drag_handle("Temperature", 60)
    program.changed_from(presented, program.area("relaxed_vectors"))
    assert program.place("Temperature", "QSlider") == slider
    program.key("ctrl+z")
    program.key("F11")
    program.place("", "StatusLine")
    program.wait_for(lambda: (program.picture() == before).mean() > 0.99, "what there was")
    assert program.quit() == ""


def test_a_plot_is_enlarged_by_a_double_click_and_escape_ends_it(start: Callable):
    program = start()
    before, plot, page = program.settled(), program.place(PLOT), program.place("", "ViewPage")
    x, y = plot.middle
    program.double_click(x, y)
    program.wait_for(lambda: program.look_for("", "Card"), "one card alone")
    assert program.place(PLOT) == page
    enlarged = program.settled()[page.area]
    assert (enlarged != before[page.area]).any()
    program.key("Escape")
    assert program.place(PLOT) == plot
    for name in ("relaxed_vectors", "relaxed_density"):  # no class is set off, no draw selected
        area = program.area(name)
        assert (program.settled()[area] == before[area]).all()
    assert program.quit() == ""
