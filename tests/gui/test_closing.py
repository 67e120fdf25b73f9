"""Closing a laboratory, and what the next start restores."""

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QLabel

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.gui.state.state import LabState

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)


def status(lab):
    return lab.window.statusBar().findChild(QLabel).text()


def action(lab, text):
    found = [a for m in lab.window.menuBar().actions() for a in m.menu().actions()]
    (one,) = (each for each in found if each.text().replace("&", "") == text)
    return one


def test_close_ends_the_thread_and_the_next_start_goes_on(open_lab, settle, qtbot):
    lab = open_lab(SMALL, size=(1100, 710))
    action(lab, "Dark").trigger()
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 2)))
    lab.window.closing.connect(lab.close)
    last = lab.store.state
    lab.window.close()
    assert lab.worker.isFinished()
    again = open_lab(None, "")
    assert again.store.state == last
    assert again.store.state.options == {"noise_histogram.cdf"}
    assert again.window.height() == 710  # the offscreen screen is too narrow for any width
    assert action(again, "Dark").isChecked()
    assert again.store.history.count() == 0
    for name, card in again.window.cards.items():
        assert card.caption == lab.window.cards[name].caption


def test_closing_does_not_wait_for_a_long_job(open_lab, qtbot):
    lab = open_lab(SMALL)
    first, updates = lab.result, []
    lab.updated.connect(lambda: updates.append(True))
    lab.store.edit("draws", lambda s: s.with_parameter("draws", 10**9))
    qtbot.waitUntil(lambda: lab.result is not first, timeout=10_000)
    assert not lab.result.complete
    assert updates == []
    assert 0 < lab.content().parameters.draws == lab.result.done < 10**9
    assert " of 1\u00a0000\u00a0000\u00a0000 draws" in status(lab)
    lab.close()
    assert lab.worker.isFinished()


def test_what_plays_ends_with_the_window(open_lab):
    lab = open_lab(SMALL)
    for playback in lab.playbacks.values():
        playback.toggle()
    assert [playback.running for playback in lab.playbacks.values()] == [
        False,
        True,
    ]  # one at a time
    lab.window.closing.connect(lab.close)
    lab.window.close()
    assert [playback.running for playback in lab.playbacks.values()] == [False, False]


def test_what_plays_is_followed_by_the_plots_and_undone_in_one_step(open_lab, settle):
    lab = open_lab(SMALL)
    annealing = lab.playbacks["schedule"]
    timer = annealing.findChild(QTimer)
    timer.setInterval(10**8)
    settle(lab, lambda: (annealing.toggle(), timer.timeout.emit()))
    for _ in range(3):
        settle(lab, timer.timeout.emit)
        assert lab.result.parameters.temperature == lab.store.state.parameters.temperature < 0.5
    settle(lab, lab.store.history.undo)
    assert not annealing.running
    assert lab.store.state == SMALL


def test_closing_twice_is_closing(open_lab):
    lab = open_lab(SMALL)
    lab.close()
    lab.close()
    assert lab.worker.isFinished()


def test_damaged_settings_start_with_defaults(open_lab, stored):
    # Qt takes this geometry for a window of one pixel.
    stored.put(probabilities=[1, -1], draws="9" * 50_000, geometry="01d9d0cb", theme=7)
    lab = open_lab(None, "")
    assert lab.store.state == LabState(Parameters(NOTE_PROBABILITIES))
    assert lab.window.height() >= 600
