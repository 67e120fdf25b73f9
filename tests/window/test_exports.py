"""Figures that leave the program: none is lost, and none has a mark that is not wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

MANAGER = Path(__file__).with_name("clipboard_manager.py")
PLAIN = """
import sys
from PyQt6.QtCore import QTimer
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
picture = QImage(640, 480, QImage.Format.Format_RGB32)
picture.fill(0x336699)
application.clipboard().setImage(picture)
QTimer.singleShot(100, application.quit)
sys.exit(application.exec())
"""


def open_dialog(program):
    """Open the dialog, with the focus in the line of the file."""
    program.key("ctrl+e")
    program.dialog("Export figure")
    program.key("alt+f")


def export(program, *ticked: str) -> dict[str, bytes]:
    """Open the dialog, tick boxes in it, and save; return all figures there are."""
    open_dialog(program)
    for box in ticked:
        program.press(box, "QCheckBox")
    program.key("Return")
    program.gone("Export figure")
    return figures(program)


def figures(program) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(program.home.glob("*.png"))}


def command(data: bytes) -> str:
    """Return the command that a PNG file holds."""
    return QImage.fromData(data).text("Description")


def test_what_is_exported_again_leaves_the_first_figure(start: Callable):
    program = start()
    first = export(program)
    export(program)
    before = program.settled()
    program.drag_handle("Probability of class 0, slider", 40)
    program.changed_from(before, program.area("class_frequencies"))
    found = export(program)
    assert len(found) == 3
    assert first.items() <= found.items()
    (name,) = first
    assert name.replace(".png", "-2.png") in found
    (other,) = (each for each in found if not each.startswith(name.removesuffix(".png")))
    assert "-p0." in other  # the new p, and so no number
    assert program.quit() == ""


def test_a_figure_that_exists_is_replaced_only_after_a_yes(start: Callable, tmp_path: Path):
    program = start()
    target = tmp_path / "figure.png"
    target.write_bytes(b"an older figure")
    open_dialog(program)
    program.key("ctrl+a")
    program.type(str(target))
    for answer in ("Return", "Escape"):
        program.key("Return")
        program.dialog("Replace the file?")
        program.key(answer)
        program.gone("Replace the file?", below="Export figure")
        assert target.read_bytes() == b"an older figure"
    program.key("Return")
    program.dialog("Replace the file?")
    program.key("alt+r")
    program.gone("Export figure")
    assert target.read_bytes().startswith(b"\x89PNG")
    assert list(tmp_path.glob("*.png")) == [target]
    assert program.quit() == ""


def test_a_draw_is_marked_when_that_is_ticked(start: Callable):
    program = start()
    ((name, plain),) = export(program).items()
    assert "--draw " not in command(plain)
    marked = command(export(program, "Mark draw 1")[name.replace(".png", "-draw1.png")])
    assert " --draw 1 " in marked
    assert "--no-marks" not in marked
    assert program.quit() == ""


def test_the_wheel_over_the_lists_of_the_dialog_changes_nothing(start: Callable):
    program = start()
    open_dialog(program)
    for field in ("Plots", "Purpose", "Format", "Look", "Language"):
        program.turn(*program.place(field, "QComboBox").middle)
    program.key("Return")
    program.gone("Export figure")
    ((name, data),) = figures(program).items()
    assert name.startswith("gumbel-sample-")
    assert " --theme print " in command(data)
    assert program.quit() == ""


@pytest.fixture
def clipboard_manager(display_name: str, tmp_path: Path, start: Callable) -> Iterator[Path]:
    """A clipboard manager; the file of the picture that it keeps."""
    folder = tmp_path / "kept"
    folder.mkdir()
    environment = {**os.environ, "DISPLAY": display_name}
    process = subprocess.Popen([sys.executable, MANAGER, folder], env=environment)
    while not (folder / "ready").exists():
        assert process.poll() is None
    yield folder / "saved.png"
    process.kill()
    process.wait()


def test_a_copied_picture_has_the_shape_of_its_card_and_outlives_the_program(
    start: Callable, display_name: str, clipboard_manager: Path
):
    """A plain Qt program's picture is kept, too: so the manager works as it should."""
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: text for name, text in os.environ.items() if name not in hidden}
    environment["DISPLAY"] = display_name
    subprocess.run([sys.executable, "-c", PLAIN], env=environment, check=True)
    kept = QImage(str(clipboard_manager))
    assert (kept.width(), kept.height(), kept.pixelColor(5, 5).name()) == (640, 480, "#336699")
    clipboard_manager.unlink()

    program = start()
    card = program.place("class_frequencies")
    program.click(*program.place("caption", within=card).middle)
    program.key("ctrl+c")
    program.settled()
    assert program.quit() == ""
    kept = QImage(str(clipboard_manager))
    assert kept.width() >= 2000
    assert kept.width() / kept.height() == pytest.approx(card.width / card.height, rel=0.01)
    assert "--plots class_frequencies " in kept.text("Description")
