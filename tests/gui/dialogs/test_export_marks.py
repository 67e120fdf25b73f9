"""The mark of a draw in a figure: off, until it is chosen."""

import pytest
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QCheckBox

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.gui.dialogs.export_dialog import ExportDialog
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.plots import plots_of

SAMPLE = tuple(plots_of("sample"))


@pytest.fixture
def opened(show, tmp_path):
    """Return a function that opens a dialog for a figure, and gives it and its choice of marks."""

    def open_dialog(selected, plots=SAMPLE, **remembered):
        parameters = Parameters((1, 2, 3), 0.5, 500, 4, selected=selected)
        remembered = {"dpi": "60", **remembered}
        dialog = show(ExportDialog(content_of(parameters, plots), ALL, remembered, tmp_path), 760)
        (box,) = (each for each in dialog.findChildren(QCheckBox) if "Mark" in each.text())
        return dialog, box

    return open_dialog


@pytest.mark.parametrize("marked", [False, True])
def test_a_draw_is_marked_only_if_that_is_chosen(opened, marked):
    dialog, box = opened(77)
    assert (box.text(), box.isChecked(), box.isEnabled()) == ("&Mark draw 77", False, True)
    if marked:
        box.click()
    dialog.accept()
    words = QImage(str(dialog.saved)).text("Description")
    assert " --draw 77 " in words  # the vectors around it are shown in any case
    assert ("--no-marks" in words) == (not marked)
    assert dialog.saved.stem.endswith("-draw77")
    _, box = opened(77, **dialog.chosen())
    assert box.isChecked() == marked


def test_of_the_first_draw_there_is_nothing_without_a_mark(opened):
    dialog, box = opened(1)
    assert box.text() == "&Mark draw 1"
    dialog.accept()
    assert "--draw " not in QImage(str(dialog.saved)).text("Description")
    assert "draw" not in dialog.saved.name


def test_a_proposed_name_follows_the_mark(opened):
    dialog, box = opened(5, ("noise_histogram",))
    before = dialog._file.line.text()
    box.click()
    assert dialog._file.line.text() == before.replace(".png", "-draw5.png")


def test_without_a_draw_or_a_plot_that_marks_it_there_is_no_choice(opened):
    assert opened(5)[1].isEnabled()
    assert not opened(5, ("top_k",))[1].isEnabled()
    assert not opened(0)[1].isVisible()
