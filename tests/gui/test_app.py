"""A whole laboratory: from a control to the pictures, the clipboard and files."""

from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QToolButton

from gumbel_gui import language
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import formats
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import svg
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.gui import app
from gumbel_gui.gui.dialogs.export_dialog import ExportDialog
from gumbel_gui.gui.dialogs.vector_dialog import VectorDialog
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.plots import plots_of

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)
T_FREE = [name for name, kind in plots_of("sample").items() if "temperature" not in kind.depends]


def status(lab):
    return lab.window.statusBar().findChild(QLabel).text()


def set_t(lab, t):
    lab.store.edit("t", lambda s: s.with_parameter("temperature", t))


def in_dialog(act):
    """Do something in the dialog that is about to open, and close it if that did not."""

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    look()


@pytest.fixture
def painted(monkeypatch):
    """The names of the plots that were painted, in order; figures for export count too."""
    names = []
    for name, kind in plots_of("sample").items():

        def draw(self, *given, name=name, whole=kind.draw):
            names.append(name)
            whole(self, *given)

        monkeypatch.setattr(kind, "draw", draw)
    return names


def test_a_start_fills_every_card(open_lab, painted):
    lab = open_lab(SMALL)
    assert sorted(painted) == sorted(plots_of("sample"))  # each once, the large card first
    for name, card in lab.window.cards.items():
        assert card.caption.endswith("."), name
    assert "3\u00a0000 draws · seed 5 · " in status(lab)
    assert lab.store.state == SMALL


def test_another_t_repaints_what_depends_on_t_and_nothing_else(open_lab, painted, settle):
    lab = open_lab(SMALL)
    painted.clear()
    settle(lab, lambda: set_t(lab, 2.5))
    assert sorted(painted) == sorted(plots_of("sample").keys() - T_FREE)
    assert T_FREE
    assert "2.5" in lab.window.cards["relaxed_density"].accessibleName()


def test_undo_brings_the_pictures_back(open_lab, settle):
    lab = open_lab(SMALL)
    before = {name: card.caption for name, card in lab.window.cards.items()}
    settle(lab, lambda: lab.store.edit("p", lambda s: s.with_vector((1, 1, 8))))
    assert lab.window.cards["class_frequencies"].caption != before["class_frequencies"]
    settle(lab, lab.store.history.undo)
    assert {name: card.caption for name, card in lab.window.cards.items()} == before


def test_labels_and_options_need_no_new_draws(open_lab, painted):
    lab = open_lab(SMALL)
    result = lab.result
    lab.store.edit("name", lambda s: s.with_label(0, "wind"))
    assert set(painted[len(plots_of("sample")) :]) == set(plots_of("sample"))
    assert lab.result is result


def test_an_option_is_switched_in_the_menu_and_undone(open_lab):
    lab = open_lab(SMALL)
    card = lab.window.cards["noise_histogram"]
    (action,) = (each for each in card.findChild(QMenu).actions() if each.isCheckable())
    assert action.isChecked()
    action.trigger()
    assert lab.store.state.options == frozenset()
    assert card.plot.options == frozenset()
    lab.store.history.undo()
    assert card.plot.options == {"cdf"}
    assert action.isChecked()


def directly(state):
    plots = tuple(plots_of("sample"))
    content = content_of(state.parameters, plots, state.labels, state.options)
    return replace(content, locks=state.locks, view="sample")


def test_an_export_is_of_exactly_the_state_shown(open_lab, settle):
    lab = open_lab(SMALL)
    settle(lab, lambda: set_t(lab, 3))
    assert svg(lab.content(), Layout()) == svg(directly(lab.store.state), Layout())


def test_an_export_before_the_next_result_is_of_what_is_shown(open_lab, settle):
    lab = open_lab(SMALL)

    def both():
        set_t(lab, 9)
        shown = lab.content()
        assert svg(shown, Layout()) == svg(directly(SMALL), Layout())

    settle(lab, both)
    assert lab.content().parameters.temperature == 9


def test_labels_stay_with_their_classes_until_the_next_result(open_lab, settle):
    lab = open_lab(SMALL)

    def both():
        lab.store.edit("remove", lambda s: s.without_class(0))
        shown = lab.content()
        assert shown.parameters.classes == 3
        assert shown.labels == ("sun", "rain", "snow")

    settle(lab, both)
    assert lab.content().labels == ("rain", "snow")


def test_there_is_nothing_to_export_before_the_first_result(open_lab, monkeypatch):
    lab = open_lab(SMALL)
    monkeypatch.setattr(lab, "result", None)
    QApplication.clipboard().clear()
    assert lab.content() is None
    lab.outgoing.copy(ALL)
    words = "These plots are still being drawn; nothing was copied or saved"
    assert status(lab) == words
    lab.window.show_status("other words")
    lab.outgoing.export(ALL)  # would wait for ever if it opened a dialog
    assert status(lab) == words
    assert QApplication.clipboard().image().isNull()


def copy_by_key(lab):
    QTest.keyClick(lab.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_all_plots_are_copied_as_image_and_drawing(open_lab):
    lab = open_lab(SMALL)
    copy_by_key(lab)
    data = QApplication.clipboard().mimeData()
    drawing = bytes(data.data("image/svg+xml").data())
    assert b"noise_histogram,class_frequencies,relaxed_vectors,relaxed_density" in drawing
    assert status(lab) == "Copied all plots"


@pytest.mark.parametrize("by", ["button", "focus"])
def test_one_plot_is_copied(open_lab, click, by):
    lab = open_lab(SMALL)
    card = lab.window.cards["class_frequencies"]
    if by == "button":
        (copy,) = (each for each in card.findChildren(QToolButton) if each.text() == "Copy")
        click(copy)
    else:
        card.setFocus()
        copy_by_key(lab)
    drawing = bytes(QApplication.clipboard().mimeData().data("image/svg+xml").data())
    assert b"--plots class_frequencies " in drawing
    assert status(lab) == "Copied Sampled classes"


def test_what_cannot_be_copied_is_said(open_lab, monkeypatch):
    def refuse(*_):
        raise ExportError("no room")

    lab = open_lab(SMALL)
    monkeypatch.setattr(formats, "clipboard_data", refuse)
    lab.outgoing.copy(ALL)
    assert status(lab) == "no room"


def test_a_figure_is_exported_and_the_choices_remembered(open_lab, tmp_path, click, monkeypatch):
    shown = []
    monkeypatch.setattr("gumbel_gui.gui.window.show_in_folder", shown.append)
    lab = open_lab(SMALL)

    def save(dialog):
        assert isinstance(dialog, ExportDialog)
        dialog._file.line.setText(str(tmp_path / "figure.svg"))
        dialog._looks["width"].setText("149")
        dialog.accept()

    in_dialog(save)
    lab.window.menus.export.trigger()
    assert status(lab) == f"Saved {tmp_path / 'figure.svg'}"
    assert b'width="149mm"' in (tmp_path / "figure.svg").read_bytes()
    click(lab.window, "Show in folder")
    assert shown == [tmp_path / "figure.svg"]
    seen = []
    in_dialog(lambda dialog: (seen.append(dialog.chosen()), dialog.reject()))
    lab.outgoing.export("relaxed_density")
    assert seen[0]["document"]["width"] == "149"


def test_many_figures_are_said_with_their_folder(open_lab, tmp_path, qtbot, click, monkeypatch):
    shown = []
    monkeypatch.setattr("gumbel_gui.gui.window.show_in_folder", shown.append)
    lab = open_lab(SMALL)

    def save(dialog):
        dialog._plot.setCurrentIndex(dialog._plot.findData("each"))
        dialog._file.line.setText(str(tmp_path / "{plot}.svg"))
        with qtbot.waitSignal(dialog.accepted, timeout=60_000):
            dialog.accept()

    in_dialog(save)
    lab.window.menus.export.trigger()
    assert status(lab) == f"Saved 4 files in {tmp_path}"
    click(lab.window, "Show in folder")
    assert shown == [tmp_path / "noise_histogram.svg"]


def test_the_export_button_of_a_card_is_of_its_plot(open_lab, click):
    lab, seen = open_lab(SMALL), []
    card = lab.window.cards["relaxed_vectors"]
    (export,) = (each for each in card.findChildren(QToolButton) if each.text() == "Export")
    in_dialog(lambda dialog: (seen.append(dialog._plot.currentData()), dialog.reject()))
    click(export)
    assert seen == ["relaxed_vectors"]


def test_the_vector_is_typed_and_is_one_step(open_lab, settle):
    lab = open_lab(SMALL)

    def enter(dialog):
        assert isinstance(dialog, VectorDialog)
        dialog.text.setPlainText("1, 3")
        dialog.accept()

    in_dialog(enter)
    settle(lab, lab.window.menus.vector.trigger)
    assert lab.store.state.parameters.probabilities == (0.25, 0.75)
    assert lab.store.state.labels == ("sun", "rain")
    assert lab.store.history.count() == 1


def test_cancelling_the_vector_changes_nothing(open_lab):
    lab = open_lab(SMALL)
    in_dialog(lambda dialog: dialog.reject())
    lab.window.menus.vector.trigger()
    assert lab.store.state == SMALL
    assert lab.store.history.count() == 0


def test_about_names_version_and_licence(open_lab, monkeypatch):
    lab, said = open_lab(SMALL), []
    monkeypatch.setattr(QMessageBox, "about", lambda *words: said.extend(words[1:]))
    lab.window.menus.about.trigger()
    assert "GPL" in said[1]


def test_a_screenshot_speaks_the_language_of_the_command(monkeypatch, qapp, tmp_path):
    asked = []

    class StopError(Exception):
        pass

    def lab(_settings, _theme, speaking):
        asked.append(speaking)
        raise StopError

    monkeypatch.setattr(app, "_make_application", lambda: qapp)
    monkeypatch.setattr(app, "Lab", lab)
    for code in ("zh", "en"):
        with language.speaking(code), pytest.raises(StopError):
            app.screenshot(tmp_path / "a.png", (800, 600), "light")
    assert asked == ["zh", "en"]
