"""What is stored while the program runs, and what is told where nothing can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize("how", ["the program is killed", "the X server is lost"])
def test_nothing_is_lost_that_was_stored(start: Callable, lone_server: tuple, how: str):
    server, name = lone_server
    program = start(name=name)
    before, vectors = program.settled(), program.area("relaxed_vectors")
    program.drag_handle("Temperature", 40)
    after = program.changed_from(before, vectors)
    found: list[float] = []

    def still() -> bool:
        """Whether the t of the end of the drag is there: twice the same, and not that before."""
        found.append(program.stored().get("temperature", 0.5))
        return found[-1] != 0.5 and found[-21:] == [found[-1]] * 21

    program.wait_for(still, "t in the settings")
    (program.process if "program" in how else server).kill()
    program.process.communicate(timeout=20)
    assert program.process.returncode != 0
    again = start()
    assert (again.settled()[vectors] == after[vectors]).all()
    assert again.quit() == ""


def test_a_settings_folder_that_cannot_be_written_to_is_told_once(start: Callable, tmp_path: Path):
    (tmp_path / "home" / "GumbelGUI").write_text("")  # a file in its place
    program = start()
    shown = program.settled()
    banner = program.area("banner")
    assert program.reddish(shown[banner]) > 300
    program.press("Close")
    closed = program.changed_from(shown, banner)
    assert not program.look_for("banner")
    program.drag_handle("Temperature", 40)
    program.changed_from(closed, program.area("relaxed_vectors"))
    assert not program.look_for("banner")
    program.key("ctrl+q")
    _, errors = program.process.communicate(timeout=20)
    assert program.process.returncode == 1
    assert errors.startswith("gumbel-gui: What is changed here is not stored, and will be gone")
    assert errors.count("\n") == 1
