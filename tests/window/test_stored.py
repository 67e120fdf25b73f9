"""What is stored while the program runs, and what is told where nothing can be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

VECTORS = (slice(480, 820), slice(370, 885))
BANNER = (slice(58, 92), slice(370, 1430))
TEMPERATURE = 5


def reddish(picture: np.ndarray) -> int:
    """Count the pixels of the sentences about what is wrong."""
    red, green, blue = (picture[..., i].astype(int) for i in range(3))
    return int(((red > 150) & (green < 110) & (blue < 110) & (abs(green - blue) < 30)).sum())


@pytest.mark.parametrize("how", ["the program is killed", "the X server is lost"])
def test_nothing_is_lost_that_was_stored(start: Callable, lone_server: tuple, how: str):
    server, name = lone_server
    program = start(name=name)
    before = program.settled()
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 40)
    after = program.changed_from(before, VECTORS)
    file = program.home / "GumbelGUI" / "window-1.json"
    found: list[float] = []

    def still() -> bool:
        """Whether the t of the end of the drag is there: twice the same, and not that before."""
        found.append(json.loads(file.read_text()).get("temperature", 0.5))
        return found[-1] != 0.5 and found[-21:] == [found[-1]] * 21

    program.wait_for(still, "t in the settings")
    (program.process if "program" in how else server).kill()
    program.process.communicate(timeout=20)
    assert program.process.returncode != 0
    again = start()
    assert (again.settled()[VECTORS] == after[VECTORS]).all()
    assert again.quit() == ""


def test_a_settings_folder_that_cannot_be_written_to_is_told_once(start: Callable, tmp_path: Path):
    (tmp_path / "home" / "GumbelGUI").write_text("")  # a file in its place
    program = start()
    shown = program.settled()
    assert reddish(shown[BANNER]) > 300
    program.click(1395, 75)  # Close
    closed = program.changed_from(shown, BANNER)
    assert reddish(closed[BANNER]) == 0
    x, y = program.handles()[TEMPERATURE]
    program.drag((x, y), x + 40)
    assert reddish(program.changed_from(closed, VECTORS)[BANNER]) == 0
    program.key("ctrl+q")
    _, errors = program.process.communicate(timeout=20)
    assert program.process.returncode == 1
    assert errors.startswith("gumbel-gui: What is changed here is not stored, and will be gone")
    assert errors.count("\n") == 1
