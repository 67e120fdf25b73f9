"""Two windows, each a process: experiments of their own, preferences of both; and after a crash."""

import os
import signal
import subprocess
import sys

import pytest

from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.slots import settings_folder

PROGRAM = """
import sys
from PyQt6.QtCore import QSocketNotifier
from gumbel_gui.gui import app

t, theme = float(sys.argv[1]), sys.argv[2]
whole = app.Lab.start

def start(lab):
    whole(lab)
    def end():
        notifier.setEnabled(False)
        lab.window.close()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, lab)
    notifier.activated.connect(end)
    if theme:
        lab.window.theme_chosen.emit(theme)
    lab.store.set("temperature", t)
    write, told = lab._settings.store, []
    def store(data):
        trouble = write(data)
        if f'"temperature": {t}'.encode() in data and not told:
            told.append(1)
            print("stored", flush=True)
        return trouble
    lab._settings.store = store

app.Lab.start = start
sys.exit(app.run())
"""


@pytest.fixture
def start():
    """Return a function that starts a window, and waits until it has stored what it changed."""
    children = []

    def started(t, theme=""):
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(t), theme],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        assert child.stdout.readline() == "stored\n"
        return child

    yield started
    for child in children:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            stream.close()


def end(child):
    child.stdin.close()
    assert child.wait(180) == 0


def test_two_processes_keep_their_experiments_and_share_each_preference(start):
    first = start(7.0)
    second = start(8.0, "dark")
    end(second)
    end(first)  # which has not changed the theme
    now = [Settings(settings_folder()) for _ in range(2)]
    assert [each.state.parameters.temperature for each in now] == [7, 8]
    assert [each.text("theme") for each in now] == ["dark", "dark"]
    for each in now:
        each.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("kind", ["SIGKILL", "SIGABRT"])
def test_after_a_crash_everything_is_there_again(start, kind):
    child = start(7.0, "dark")
    child.send_signal(getattr(signal, kind))
    child.wait(180)
    again = Settings(settings_folder())
    assert (again.state.parameters.temperature, again.text("theme")) == (7, "dark")
    assert again.tell_damage() == ""
    again.close()
    end(start(9.0))
