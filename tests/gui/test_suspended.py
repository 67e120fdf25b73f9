"""A process that is stopped and goes on, and a clock that is set: nothing is lost."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import gumbel_gui
from gumbel_gui.gui.state.records import read_record

PACKAGE = Path(gumbel_gui.__file__).parent
PROGRAM = """
import sys
from PyQt6.QtCore import QTimer
from gumbel_gui.gui import app

whole = app.Lab.start

def start(lab):
    whole(lab)
    playback = lab.playbacks["schedule"]
    def tell():
        if not playback.running:
            playback.toggle()
            print("plays", flush=True)
    lab.updated.connect(tell)

app.Lab.start = start
sys.exit(app.run())
"""


def state_of(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")
def test_a_program_that_was_stopped_goes_on_and_stores_what_it_has(own_home):
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "plays\n"
    for _ in range(3):
        child.send_signal(signal.SIGSTOP)
        assert os.waitid(os.P_PID, child.pid, os.WSTOPPED | os.WNOWAIT)
        assert state_of(child.pid) == "T"
        child.send_signal(signal.SIGCONT)
        assert os.waitid(os.P_PID, child.pid, os.WCONTINUED)
    child.send_signal(signal.SIGTERM)
    _, told = child.communicate(timeout=180)
    assert child.returncode == 0
    assert "Traceback" not in told
    (file,) = own_home.rglob("window-1.json")
    values, whole = read_record(file.read_bytes())
    assert whole
    assert values["temperature"] > 0


def test_durations_are_not_measured_by_a_clock_that_can_be_set():
    """Only the age of files is, which are dated by it."""
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\btime\.time\(|\bdatetime\b|QDateTime|QTime\b", path.read_text("utf-8"))
    }
    assert found == {"figures/whole_files.py"}
