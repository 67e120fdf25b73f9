"""Saving figures: what is written, what is refused, and what is remembered."""

import os
import sys
from dataclasses import replace

import pytest
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QProgressBar,
)

from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.formats import image
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.gui.dialogs import figure_work
from gumbel_gui.gui.state.state import ALL
from gumbel_gui.plots import plot_types, plots_of

NAME = "gumbel-sample-p0.17_0.33_0.5-t0.5-n500-seed4"


def save(hands):
    """Save several files, and wait until they are written."""
    with hands.qtbot.waitSignal(hands.dialog.accepted, timeout=60_000):
        hands.press("Save")


def test_a_png_of_the_chosen_size(open_dialog, written, tmp_path):
    hands = open_dialog()
    hands.type(width="150", height="100.5", dpi="96")
    hands.press("Save")
    assert hands.dialog.result() == QDialog.DialogCode.Accepted
    assert written() == [f"{NAME}.png"]
    assert hands.dialog.saved == tmp_path / "figures" / f"{NAME}.png"
    image = QImage(str(hands.dialog.saved))
    assert (image.width(), image.height()) == (567, 380)
    assert image.dotsPerMeterX() == 3780


def test_an_svg_of_the_chosen_size(open_dialog, written):
    hands = open_dialog()
    hands.choose("Format", "svg")
    hands.type(width="150,5")
    hands.press("Save")
    assert written() == [f"{NAME}.svg"]
    assert 'width="150.5mm" height="150mm"' in hands.dialog.saved.read_text()


def test_a_pdf_of_the_chosen_size(open_dialog, written):
    hands = open_dialog()
    hands.choose("Format", "pdf")
    hands.type(width="254")
    hands.press("Save")
    assert written() == [f"{NAME}.pdf"]
    data = hands.dialog.saved.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/MediaBox [0 0 720" in data


@pytest.mark.parametrize("plot", [ALL, *plots_of("sample")])
def test_one_plot_or_all(open_dialog, plot):
    hands = open_dialog(plot)
    assert hands.field("Plots").currentData() == plot
    hands.choose("Format", "svg")
    hands.press("Save")
    text = hands.dialog.saved.read_text()
    names = ",".join(plots_of("sample")) if plot == ALL else plot
    assert f"--plots {names} " in text


def test_another_plot_can_be_chosen(open_dialog):
    hands = open_dialog("noise_histogram")
    hands.choose("Plots", "relaxed_density")
    hands.choose("Format", "svg")
    hands.press("Save")
    assert "--plots relaxed_density " in hands.dialog.saved.read_text()


def test_look_titles_and_captions(open_dialog):
    hands = open_dialog()
    hands.choose("Format", "svg")
    hands.choose("Look", "dark")
    for box in hands.dialog.findChildren(QCheckBox):
        box.click()
    hands.press("Save")
    assert "--theme dark --no-titles --no-captions" in hands.dialog.saved.read_text()


def test_each_plot_in_a_file_of_its_own(open_dialog, written, answer):
    hands = open_dialog()
    hands.choose("Plots", "each")
    hands.choose("Format", "svg")
    wanted = sorted(f"{NAME}.svg".replace("sample", name) for name in plots_of("sample"))
    assert "4 files, such as gumbel-noise_histogram-p" in hands.note().replace("\u200b", "")
    save(hands)
    assert written() == wanted
    for name in plots_of("sample"):
        file = hands.dialog.saved.with_name(f"{NAME}.svg".replace("sample", name))
        assert f"--plots {name} " in file.read_text("utf-8")
    again = open_dialog()
    again.choose("Plots", "each")
    again.choose("Format", "svg")
    again.type(file=hands.dialog.saved.with_name("gumbel-{plot}-" + NAME[14:] + ".svg").as_posix())
    (hands.dialog.saved.with_name(f"{NAME}.svg".replace("sample", "relaxed_vectors"))).unlink()
    assert "3 of 4 files exist; you will be asked" in again.note()
    texts = answer("&Replace")
    save(again)
    assert texts[0].startswith("3 files are there already, such as gumbel-noise_histogram-p")
    assert written() == wanted


def test_plots_of_all_views_each_in_a_file_of_its_own(open_dialog, written, content, tmp_path):
    hands = open_dialog()
    hands.dialog._content = replace(content, view="sample")
    hands.choose("Plots", "every")
    hands.type(width="120", height="100", dpi="40")
    assert f"{len(plot_types())} files, such as gumbel-noise_" in hands.note()
    bar, seen = hands.dialog.findChild(QProgressBar), []
    bar.valueChanged.connect(seen.append)
    save(hands)
    assert not bar.isVisible()
    assert seen == sorted(seen)
    assert len(set(seen)) > len(plot_types())
    assert seen[-1] == bar.maximum()
    names = {name: f"{NAME}.png".replace("sample", name) for name in plot_types()}
    files = {name: tmp_path / "figures" / file for name, file in names.items()}
    assert written() == sorted(names.values())
    for name, kind in plot_types().items():
        figure = open_file(files[name])
        assert (figure.figure.plots, figure.view) == ((name,), kind.view)
    # It is the figure that the command draws, although its draws were made here.
    same = content_of(content.parameters, ["top_k"])
    shown = image(same, Layout(120, 100, marks=False), 40)
    assert QImage(str(files["top_k"])).convertToFormat(shown.format()) == shown


def test_saving_many_can_be_cancelled_and_leaves_nothing(open_dialog, written):
    hands = open_dialog()
    hands.choose("Plots", "every")
    hands.press("Save")
    with hands.qtbot.waitSignal(hands.dialog.work.advanced, timeout=60_000):
        assert not hands.field("Plots").isEnabled()
    hands.press("Cancel")
    assert hands.note() == "Cancelled; nothing was saved."
    assert written() == []
    assert hands.dialog.isVisible()
    assert hands.field("Plots").isEnabled()


def test_closing_does_not_wait_for_many_draws(open_dialog, content):
    hands = open_dialog()
    hands.dialog._content = replace(content, parameters=content.parameters.changed(draws=10**10))
    hands.choose("Plots", "every")
    hands.press("Save")
    hands.press("Cancel")
    hands.press("Cancel")
    assert hands.dialog.result() == QDialog.DialogCode.Rejected
    assert hands.dialog.work is None


def test_of_many_files_the_one_that_has_no_room_is_named(open_dialog, written, sentence):
    hands = open_dialog()
    hands.choose("Plots", "every")
    hands.type(width="62", height="50")
    hands.press("Save")
    hands.qtbot.waitUntil(lambda: sentence(hands.dialog) != "", timeout=60_000)
    assert sentence(hands.dialog).startswith("gumbel-")
    assert "The size is 62 × 50 mm, but must be larger" in sentence(hands.dialog)
    assert written() == []


def test_files_of_one_name_are_refused_and_the_preview_is_of_the_name(
    open_dialog, sentence, written, tmp_path
):
    hands = open_dialog()
    hands.choose("Plots", "each")
    hands.type(file=str(tmp_path / "figures" / "a.png"))
    hands.press("Save")
    assert "'a.png', but must have {plot} in its name" in refused(hands, sentence, written)
    hands.choose("Plots", ALL)
    hands.note()
    whole = hands.field("Preview").pixmap().toImage()
    hands.type(file=str(tmp_path / "figures" / "{plot}.png"))  # now it is several files
    hands.note()
    assert hands.field("Preview").pixmap().toImage() != whole


def test_a_yes_is_for_the_files_that_were_named(open_dialog, answer, tmp_path, written):
    names = sorted(f"{name}.png" for name in plots_of("sample"))
    for name in names:
        (tmp_path / "figures" / name).write_bytes(b"old")
    hands = open_dialog("noise_histogram")
    hands.type(file=str(tmp_path / "figures" / "{plot}.png"), width="30")  # too small
    answer("&Replace")
    hands.press("Save")
    hands.choose("Plots", "each")
    hands.type(width="100")
    texts = answer("Cancel")
    hands.press("Save")
    assert texts[0].startswith("3 files are there already")
    assert {(tmp_path / "figures" / name).read_bytes() for name in names} == {b"old"}


def refused(hands, sentence, written):
    assert hands.dialog.isVisible()
    assert hands.dialog.saved is None
    assert written() == []
    return sentence(hands.dialog)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("width", "0", "width is 0 mm, but must be from 30 to 1000 mm"),
        ("width", "29.9", "width is 29.9 mm, but"),
        ("height", "1001", "height is 1001 mm, but"),
        ("height", "-5", "height is -5 mm, but"),
        ("height", "nan", "height is nan mm, but"),
        ("width", "1e999", "width is inf mm, but"),
        ("width", "wide", "width is 'wide', but must be a number"),
        ("width", "", "width is '', but must be a number"),
        ("dpi", "fine", "dpi is 'fine', but must be a whole number"),
        ("dpi", "0", "dpi is 0, but must be from 30 to 2400"),
        ("dpi", "2401", "dpi is 2401, but"),
        ("dpi", "3.5", "dpi is '3.5', but"),
        ("width", "31", "larger to hold 4 plots"),
        ("file", "", "must end in one of .png, .svg, .pdf"),
        ("file", ".", "must end in one of"),
        ("file", "..", "must end in one of"),
        ("file", "/no/such/folder/figure.png", "its folder must exist"),
        ("file", "a\0b.png", "but must be a file name"),
        ("file", "~nobody-of-this-name/figure.png", "its folder must exist"),
        ("file", "x" * 300 + ".png", "must be shorter"),
        ("file", "x/" * 5000 + "y.png", "but must be"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    open_dialog, sentence, written, tmp_path, monkeypatch, field, text, words
):
    monkeypatch.chdir(tmp_path / "figures")  # so that a name alone means a file in there
    hands = open_dialog()
    hands.type(**{field: text})
    hands.press("Save")
    assert words in refused(hands, sentence, written)


def test_too_many_pixels_are_refused(open_dialog, sentence, written):
    hands = open_dialog()
    hands.type(width="900", height="900", dpi="2400")
    hands.press("Save")
    assert "million" in refused(hands, sentence, written)


def test_a_folder_in_place_of_a_file_is_refused(open_dialog, sentence, tmp_path):
    (tmp_path / "figures.png").mkdir()
    hands = open_dialog()
    hands.type(file=str(tmp_path / "figures.png"))
    hands.press("Save")
    assert hands.dialog.isVisible()
    assert "not a folder" in sentence(hands.dialog)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_refused(open_dialog, sentence, written, tmp_path):
    hands = open_dialog()
    (tmp_path / "figures").chmod(0o500)
    hands.press("Save")
    (tmp_path / "figures").chmod(0o700)
    assert "may write to" in refused(hands, sentence, written)


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("where", ["completed", "save_steps"])
def test_after_an_error_that_nobody_expects_it_is_told_and_can_be_saved_again(
    open_dialog, written, sentence, monkeypatch, where
):
    told = []
    hands = open_dialog()
    hands.choose("Plots", "each")
    hands.type(width="120", height="100", dpi="40")
    monkeypatch.setattr(sys, "excepthook", lambda _, error, trace: told.append((error, trace)))

    def failing(*_, by):
        yield 1 // 0

    with monkeypatch.context() as patch:
        fail = (lambda *_, **__: 1 // 0) if where == "completed" else failing
        patch.setattr(figure_work, where, fail)
        hands.press("Save")
        hands.qtbot.waitUntil(lambda: sentence(hands.dialog) != "", timeout=60_000)
    assert sentence(hands.dialog).startswith("Something went wrong: ZeroDivisionError")
    assert [(type(error), trace is not None) for error, trace in told] == [
        (ZeroDivisionError, True)
    ]
    assert written() == []
    save(hands)
    assert written() != []
