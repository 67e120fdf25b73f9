"""The status line: draws, and messages in their place for a while."""

from pathlib import Path

import pytest
from PyQt6.QtWidgets import QPushButton

from gumbel_gui.gui.widgets.status_line import StatusLine


@pytest.fixture
def line(show):
    seen = []
    line = StatusLine(seen.append)
    line.seen = seen
    line.show_draws("500 draws")
    return show(line, 700)


def button(line):
    (found,) = line.findChildren(QPushButton)
    return found


def test_a_message_stays_while_draws_go_on_and_then_they_come_back(line):
    line.show_message("Copied text")
    line.show_draws("900 draws")
    assert line.text == "Copied text"
    line._while.timeout.emit()
    assert line.text == "900 draws"
    line.show_draws("1000 draws")
    assert line.text == "1000 draws"


def test_a_message_ends_by_itself(line, qtbot):
    line.show_message("Copied text")
    assert line._while.isSingleShot()
    line._while.setInterval(0)
    qtbot.waitUntil(lambda: line.text == "500 draws")


def test_what_is_done_next_ends_a_message(line):
    line.show_message("Copied text")
    line.end_message()
    assert line.text == "500 draws"
    assert not line._while.isActive()


def test_a_later_message_has_all_its_time(line):
    line.show_message("Saved", Path("a"))
    long = line._while.interval()
    line.show_message("Copied text")
    assert 0 < line._while.interval() < long
    line.show_message("")
    assert line.text == "Copied text"


def test_the_file_of_a_message_is_shown_in_its_folder(line, click):
    assert not button(line).isVisible()
    line.show_message("Saved a.png", Path("/tmp/a.png"))
    click(button(line))
    assert line.seen == [Path("/tmp/a.png")]
    line.show_message("Copied text")
    assert not button(line).isVisible()
    line.show_message("Saved a.png", Path("/tmp/a.png"))
    line._while.timeout.emit()
    assert not button(line).isVisible()
