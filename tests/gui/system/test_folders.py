"""Show in folder: by the file manager of a Linux desktop, or by opening the folder."""

import shutil
import subprocess
import sys

import pytest
from PyQt6.QtGui import QDesktopServices

from gumbel_gui.gui.system import folders

SERVICE = "[D-BUS Service]\nName=org.freedesktop.FileManager1\nExec=/bin/sleep 1\n"
SCRIPT = """
import sys; from pathlib import Path; from PyQt6.QtCore import QCoreApplication, QTimer
from gumbel_gui.gui.system.folders import show_in_folder
app = QCoreApplication([])
show_in_folder(Path(sys.argv[1]))
QTimer.singleShot(300, app.quit)
app.exec()
"""


def test_without_a_file_manager_the_folder_is_opened(qapp, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(folders, "_selected", lambda _: False)
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    folders.show_in_folder(tmp_path / "a b.png")
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus")
def test_a_file_manager_is_asked_to_select_the_file(tmp_path):
    services = tmp_path / "dbus-1" / "services"
    services.mkdir(parents=True)
    (services / "org.freedesktop.FileManager1.service").write_text(SERVICE)
    (tmp_path / "script.py").write_text(SCRIPT)
    shell = (
        'dbus-monitor "member=ShowItems" & monitor=$!; '
        f'"{sys.executable}" "{tmp_path}/script.py" "{tmp_path}/a b.png"; kill $monitor'
    )
    told = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", shell],
        env={"XDG_DATA_DIRS": str(tmp_path), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    assert "ShowItems" in told
    assert "a%20b.png" in told or f"file://{tmp_path}/a b.png" in told
