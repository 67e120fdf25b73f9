"""The fields of the export dialog: how they follow each other, and what they remember."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
)

from gumbel_gui.figures.formats import image
from gumbel_gui.figures.layout import Layout
from gumbel_gui.gui.dialogs import export_dialog, export_preview
from gumbel_gui.gui.dialogs.export_choices import DEFAULTS
from gumbel_gui.gui.dialogs.export_dialog import ExportDialog
from gumbel_gui.gui.dialogs.export_preview import preview_dpi, reduced
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.language import speaking

NAME = "gumbel-sample-p0.17_0.33_0.5-t0.5-n500-seed4"


def test_format_and_ending_follow_each_other(open_dialog, tmp_path):
    hands = open_dialog()
    file, kind, dpi = hands.field("File"), hands.field("Format"), hands.field("Resolution in dpi")
    for ending in ("svg", "pdf", "png"):
        hands.choose("Format", ending)
        assert file.text() == str(tmp_path / "figures" / f"{NAME}.{ending}")
        assert dpi.isEnabled() == (ending == "png")
    for name, ending in (("a.SVG", "svg"), ("b.pdf", "pdf"), ("c.gif", "pdf"), ("d.png", "png")):
        hands.type(file=name)
        assert (file.text(), kind.currentData()) == (name, ending)
        assert dpi.isEnabled() == (ending == "png")


def test_a_resolution_that_does_not_count_stops_nobody(open_dialog, written):
    hands = open_dialog()
    hands.type(dpi="fine")
    hands.choose("Format", "svg")
    hands.press("Save")
    assert written() == [f"{NAME}.svg"]


def test_the_hint_gives_the_pixels_and_warns_of_a_file_that_is_there(open_dialog, tmp_path):
    hands = open_dialog("noise_histogram")
    assert hands.note() == "2126 × 1417 pixels."
    hands.type(width="90", height="60", dpi="100")
    assert hands.note() == "354 × 236 pixels."
    (tmp_path / "figures" / "there.svg").write_text("old")
    hands.type(file=str(tmp_path / "figures" / "there.svg"))
    assert hands.note() == "The file exists; you will be asked before it is replaced."
    hands.type(file=str(tmp_path / "figures" / "run_tau0.5"))
    assert hands.note() == "The file will be run_tau0.5.svg."


@pytest.mark.parametrize(("width", "height"), [(180, 120), (1000, 1000), (60, 150), (1000, 100)])
def test_the_preview_shows_the_whole_figure(open_dialog, width, height):
    hands = open_dialog("noise_histogram", width=str(width), height=str(height), captions=False)
    hands.note()
    picture, room = hands.field("Preview").pixmap(), hands.field("Preview").contentsRect()
    assert not picture.isNull()
    size = picture.deviceIndependentSize()
    assert size.width() <= room.width()
    assert size.height() <= room.height()
    assert size.width() / size.height() == pytest.approx(width / height, rel=0.02)


def test_choices_are_remembered(open_dialog):
    hands = open_dialog()
    hands.choose("Format", "pdf")
    hands.choose("Look", "light")
    hands.type(width="99", height="77", dpi="150")
    hands.dialog.findChildren(QCheckBox)[1].click()
    again = open_dialog(**hands.dialog.chosen())
    assert again.dialog.chosen() == hands.dialog.chosen()
    assert again.field("Format").currentData() == "pdf"
    assert again.field("Look").currentData() == "light"
    boxes = [box for box in again.dialog.findChildren(QCheckBox) if box.isVisible()]
    assert {box.text() for box in boxes if box.isChecked()} == {"Titles"}
    assert [again.field(n).text() for n in ("width", "height", "dpi")] == [
        "99",
        "77",
        "150",
    ]
    assert again.field("File").text().endswith(f"/figures/{NAME}.pdf")


def test_each_purpose_has_choices_of_its_own(open_dialog):
    hands = open_dialog()
    hands.type(width="99")
    hands.choose("Purpose", "slide")
    assert hands.field("width").text() == "338.67"
    hands.choose("Look", "dark")
    hands.choose("Purpose", "column")
    assert (hands.field("width").text(), hands.field("Format").currentData()) == ("89", "pdf")
    assert hands.field("File").text().endswith(".pdf")
    again = open_dialog(**hands.dialog.chosen())
    assert again.field("Purpose").currentData() == "column"
    again.choose("Purpose", "slide")
    assert again.field("Look").currentData() == "dark"
    again.choose("Purpose", "document")
    assert again.field("width").text() == "99"
    again.qtbot.mouseClick(again.dialog._reset, Qt.MouseButton.LeftButton)
    assert again.field("width").text() == "180"


def test_plots_below_one_another_have_the_height_for_them_until_it_is_set(open_dialog):
    hands = open_dialog("all")
    hands.choose("Purpose", "column")
    tall = float(hands.field("height").text())
    hands.choose("Plots", "each")
    low = float(hands.field("height").text())
    assert low < tall / 2
    again = open_dialog("all", **hands.dialog.chosen())
    assert float(again.field("height").text()) == tall
    again.type(height="77")
    again.choose("Plots", "each")
    assert again.field("height").text() == "77"
    assert open_dialog("all", **again.dialog.chosen()).field("height").text() == "77"


@pytest.mark.parametrize(
    ("purpose", "more"),
    [
        ("document", {}),
        ("document", {"dpi": "30"}),
        ("document", {"transparent": True, "title": "A title", "theme": "dark"}),
        ("column", {"dpi": "300", "family": "DejaVu Serif"}),
        ("slide", {"titles": False}),
        ("screen", {"scale": "2", "captions": False}),
    ],
)
def test_the_preview_is_the_written_file_reduced(open_dialog, monkeypatch, purpose, more):
    hands = open_dialog("noise_histogram", preset=purpose, **{purpose: more | {"format": "png"}})
    drawn = []
    monkeypatch.setattr(
        export_preview, "reduced", lambda *given: drawn.append(reduced(*given)) or drawn[-1]
    )
    hands.dialog._show_preview()
    hands.press("Save")
    written = QImage(str(hands.dialog.saved))
    assert not written.isNull()
    assert reduced(written.convertToFormat(drawn[0].format())) == drawn[0]
    assert drawn[0].hasAlphaChannel() == bool(more.get("transparent"))


def test_a_large_preview_is_nearly_the_written_file_reduced(open_dialog, content):
    large = Layout(560, 380, scale=3.2)
    assert preview_dpi(large, 200) < 200
    one, other = (reduced(image(content, large, dpi)) for dpi in (preview_dpi(large, 200), 200))
    assert one.size() == other.size()
    bits = [each.constBits().asstring(each.sizeInBytes()) for each in (one, other)]
    assert sum(abs(a - b) for a, b in zip(*bits, strict=True)) / len(bits[0]) < 1


@pytest.mark.parametrize("field", DEFAULTS)
def test_what_is_damaged_in_the_memory_gives_its_default(
    qtbot, content, monkeypatch, tmp_path, strange, field
):
    monkeypatch.setattr(
        export_preview, "image", lambda *_: QImage(1, 1, QImage.Format.Format_RGB32)
    )
    saved, stopped = [], []
    monkeypatch.setattr(export_dialog, "save_all", lambda *call, **_: saved.append(call))
    for value in strange:
        try:
            dialog = ExportDialog(content, ALL, {field: value}, tmp_path)
            qtbot.addWidget(dialog)
            dialog.accept()
            ((path, _),), layout, dpi = saved.pop()
            assert path.parent.is_dir()
            assert path.name.startswith(NAME)
            assert path.suffix == ".png"
            assert 30 <= dpi <= 2400
            if field in ("titles", "captions") and not isinstance(value, bool):
                assert layout.titles
                assert layout.captions
        except Exception as error:
            stopped.append((repr(value)[:20], repr(error)[:60]))
    assert stopped == []


def test_cancel_writes_nothing(open_dialog, written):
    hands = open_dialog()
    hands.press("Cancel")
    assert hands.dialog.result() == QDialog.DialogCode.Rejected
    assert hands.dialog.saved is None
    assert written() == []


@pytest.mark.parametrize(
    ("chosen", "file", "ending"),
    [("/a/b.svg", "/a/b.svg", "svg"), ("/a/b", "/a/b.png", "png"), ("/a/b.c", "/a/b.c.png", "png")],
)
def test_a_file_is_browsed_for(open_dialog, click, monkeypatch, chosen, file, ending):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    hands = open_dialog()
    click(hands.dialog, "Browse…")
    assert hands.field("File").text() == file
    assert hands.field("Format").currentData() == ending


def test_browsing_for_nothing_changes_nothing(open_dialog, click, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    hands = open_dialog()
    before = hands.dialog.chosen(), hands.field("File").text()
    click(hands.dialog, "Browse…")
    assert (hands.dialog.chosen(), hands.field("File").text()) == before


def test_a_proposed_name_follows_the_plot_and_an_own_one_stays(open_dialog):
    hands = open_dialog()
    file = hands.field("File")
    hands.choose("plots", "relaxed_density")
    assert file.text().endswith("gumbel-relaxed_density-p0.17_0.33_0.5-t0.5-n500-seed4.png")
    hands.choose("plots", ALL)
    assert file.text().endswith(f"{NAME}.png")
    own = file.text().replace("gumbel-sample", "mine")
    file.selectAll()
    file.insert(own)
    hands.choose("plots", "relaxed_vectors")
    assert file.text() == own


def test_the_language_is_that_of_the_window_each_time(open_dialog):
    hands = open_dialog()
    hands.choose("Language", "zh")
    remembered = hands.dialog.chosen()
    assert hands.dialog._looks.layout().language == "zh"
    assert open_dialog(**remembered).dialog._looks.layout().language == "en"
    with speaking("zh"):
        assert open_dialog(**remembered).dialog._looks.layout().language == "zh"
