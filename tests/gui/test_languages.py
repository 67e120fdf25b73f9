"""Another language while the window runs: what stays, what is new, and that nothing is left."""

import gc
import weakref
from collections import Counter
from dataclasses import replace

import pytest
from PyQt6 import sip
from PyQt6.QtCore import QCoreApplication, QEvent, QTimer
from PyQt6.QtWidgets import QApplication, QLabel

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system.languages import use_language
from gumbel_gui.language import language, tr

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5, selected=2),
    ("sun", "rain", "snow"),
    (False, True, False),
)


@pytest.fixture
def lab(open_lab):
    yield open_lab(SMALL)
    use_language("en")


def clean():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def menu(lab):
    return [action.text() for action in lab.window.menus.actions()]


def choose(lab, name):
    lab.window.menus._languages[name].trigger()
    clean()


def test_the_menu_speaks_another_language_at_once(lab):
    english = menu(lab)
    choose(lab, "zh")
    assert language() == "zh"
    assert menu(lab) == ["文件(&F)", "编辑(&E)", "视图(&V)", "帮助(&H)"]
    assert lab.window.menus._languages["zh"].isChecked()
    choose(lab, "en")
    assert menu(lab) == english


def test_nothing_of_the_experiment_changes(lab, tmp_path, settle):
    settle(lab, lambda: lab.store.set("temperature", 2.0))
    lab.filing.document.note_saved(tmp_path / "a.gumbel.json")
    settle(lab, lambda: lab.store.set("selected", 7))
    settle(lab, lambda: lab.set_view("noise"))
    lab.window.resize(1100, 710)
    state, result, size = lab.store.state, lab.result, lab.window.size()
    choose(lab, "zh")
    assert lab.store.state == state
    assert lab.result is result
    assert lab.window.size() == size
    assert lab.window.view == "noise"
    assert lab.filing.document.path == tmp_path / "a.gumbel.json"
    assert lab.filing.document.unsaved
    assert lab.window.isWindowModified()
    assert lab.window.isVisible()


def test_the_new_window_shows_what_the_old_one_did(lab):
    before = {name: card.table() for name, card in lab.window.cards.items()}
    choose(lab, "zh")
    for name, table in before.items():
        again = lab.window.cards[name].table()
        assert [c.name for c in again.columns] == [c.name for c in table.columns]
    assert "3\u00a0000" in lab.window.statusBar().findChild(QLabel).text()
    assert lab.window.one_draw.text()


def test_the_history_goes_on_in_the_other_language(lab):
    lab.store.set("temperature", 2.0)
    lab.store.edit("", lambda s: replace(s, labels=("a", "b", "c")))
    choose(lab, "zh")
    lab.store.history.undo()
    assert lab.store.history.undoText() == tr("Change {what}", what=tr("temperature"))
    assert lab.store.history.undoText().isascii() is False
    lab.store.history.undo()
    assert lab.store.state == SMALL


def test_actions_work_once_after_two_changes(lab, settle):
    choose(lab, "zh")
    choose(lab, "en")
    seed = lab.store.state.parameters.seed
    settle(lab, lab.window.menus.new_noise.trigger)
    assert lab.store.state.parameters.seed == seed + 1
    assert lab.store.history.count() == 1


def test_the_guide_is_where_it_was(lab):
    lab.guide.open("sample")
    lab.guide.progress.go(3)
    state, steps = lab.store.state, lab.store.history.count()
    choose(lab, "zh")
    assert lab.guide.is_open
    assert lab.guide.progress.number == 3
    assert (lab.store.state, lab.store.history.count()) == (state, steps)
    assert lab.window.view == "noise"
    assert {name for name, card in lab.window.cards.items() if card.isVisible()} == {
        "inverse_transform",
        "gumbel_family",
    }
    lab.guide.toggle()
    lab.guide.way_back._go_back()
    assert lab.store.state == SMALL


def test_an_enlarged_plot_stays_so_and_can_be_made_small_again(lab):
    lab.window.menus.enlarge.trigger()
    (plot,) = lab.window.shown
    choose(lab, "zh")
    assert lab.window.shown == (plot,)
    lab.window.menus.enlarge.trigger()
    assert len(lab.window.shown) > 1


def test_a_table_stays_open(lab):
    lab.window.menus.table.trigger()
    (table,) = lab.window.findChildren(TableDialog)
    choose(lab, "zh")
    assert sip.isdeleted(table)
    (table,) = lab.window.findChildren(TableDialog)
    assert table.isVisible()
    assert table.windowTitle().isascii() is False


def test_what_plays_plays_on(lab):
    annealing = lab.playbacks["schedule"]
    annealing.findChild(QTimer).setInterval(10**8)
    annealing.toggle()
    choose(lab, "zh")
    assert annealing.running
    annealing.pause()


def test_typing_is_finished_first(lab, qtbot):
    box = lab.window.temperature.findChild(type(lab.window.one_draw._box))
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "3")
    choose(lab, "zh")
    assert lab.store.state.parameters.temperature == 3


def test_the_next_start_speaks_it(lab, open_lab):
    choose(lab, "zh")
    lab.close()
    again = open_lab(None, "")
    assert again.window.menus._languages["zh"].isChecked()
    assert menu(again)[0] == "文件(&F)"


def test_the_new_window_is_where_the_old_one_was(lab):
    """Also where Qt would move what it restores: at an edge of the screen, or beyond it."""
    lab.window.resize(1280, 830)
    before = lab.window.geometry()
    choose(lab, "zh")
    assert lab.window.geometry() == before


def test_a_change_to_the_same_language_keeps_the_window(lab):
    window = lab.window
    choose(lab, "en")
    assert lab.window is window


def test_nothing_of_the_old_window_is_left(lab):
    def count():
        clean()
        kinds = [type(each) for each in gc.get_objects()]
        ours = Counter(kind for kind in kinds if kind.__module__.startswith("gumbel_gui.gui"))
        return len(QApplication.allWidgets()), len(QApplication.topLevelWidgets()), ours

    choose(lab, "zh")
    choose(lab, "en")
    before, old = count(), weakref.ref(lab.window)
    for name in ("zh", "en", "zh", "en"):
        choose(lab, name)
    assert count() == before
    assert old() is None
