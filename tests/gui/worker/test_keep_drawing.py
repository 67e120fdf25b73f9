"""Drawing without end, long drawing with its progress, and how both are stopped."""

import pytest
from PyQt6.QtWidgets import QLabel, QProgressBar, QPushButton

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.figures.figure import Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.gui import lab as module
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.worker import worker
from gumbel_gui.plots import plots_of

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False,) * 3,
)
PATIENCE = 20_000


@pytest.fixture
def begin(open_lab, monkeypatch):
    """Return a function that starts a laboratory which reports often."""
    monkeypatch.setattr(worker, "REPORT_SECONDS", 0.005)
    return lambda: open_lab(SMALL)


@pytest.fixture
def grown(qtbot):
    """Return a function that waits until at least so many draws are shown."""

    def wait(lab, draws):
        qtbot.waitUntil(lambda: lab.result.done >= draws, timeout=PATIENCE)
        return lab.result.done

    return wait


def words(lab):
    return lab.window.statusBar().findChild(QLabel).text().replace("\u00a0", "")


def button(lab):
    names = ("Keep drawing", "Stop drawing")
    (found,) = (b for b in lab.window.draws.findChildren(QPushButton) if b.text() in names)
    return found


def stop(lab, qtbot):
    button(lab).click()
    qtbot.waitUntil(lambda: not lab.result.running, timeout=PATIENCE)


def test_draws_are_added_until_stopped_and_then_stay(begin, grown, qtbot):
    lab = begin()
    assert button(lab).text() == "Keep drawing"
    button(lab).click()
    assert button(lab).text() == "Stop drawing"
    few = grown(lab, CHUNK)
    assert grown(lab, few + 3 * CHUNK) > few
    assert " million per second" in words(lab)
    assert " of " not in words(lab)
    stop(lab, qtbot)
    assert button(lab).text() == "Keep drawing"
    done = lab.result.done
    assert done > SMALL.parameters.draws
    assert words(lab).startswith(f"Stopped at {done} draws")
    assert f"next change draws {SMALL.parameters.draws}" in words(lab)
    caption = lab.window.cards["class_frequencies"].caption.replace("\u00a0", "")
    assert f"{done} draws" in caption
    assert lab.store.state == SMALL
    assert lab.store.history.count() == 0


def test_what_was_kept_is_exported_with_its_number_of_draws(begin, grown, qtbot):
    lab = begin()
    button(lab).click()
    grown(lab, CHUNK)
    stop(lab, qtbot)
    words = command(lab.content(), Layout())
    assert words.count(f"--draws {lab.result.done} ") == 1
    assert "&&" not in words


def test_going_on_begins_where_it_was_stopped(begin, grown, qtbot):
    lab = begin()
    button(lab).click()
    grown(lab, 5 * CHUNK)
    stop(lab, qtbot)
    done, seen = lab.result.done, []
    lab.worker.ready.connect(lambda: seen.append(lab.result.done))
    button(lab).click()
    grown(lab, done + CHUNK)
    assert min(seen) >= done


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: s.with_parameter("temperature", 2.0),
        lambda s: s.with_vector((3, 2, 1)),
        lambda s: s.with_parameter("seed", 9),
    ],
    ids=["t", "p", "seed"],
)
def test_a_change_starts_again_from_the_first_draw_and_goes_on(begin, grown, qtbot, edit):
    lab = begin()
    button(lab).click()
    before = grown(lab, 300 * CHUNK)
    shown = []
    lab.worker.ready.connect(lambda: shown.append(lab.result))
    lab.store.edit("change", edit)
    qtbot.waitUntil(lambda: lab.result.context == lab.store.state, timeout=PATIENCE)
    assert lab.result.running
    assert lab.result.parameters.draws == MAX_DRAWS
    first = next(r for r in [*shown, lab.result] if r.context == lab.store.state)
    assert first.done < before
    grown(lab, first.done + CHUNK)
    assert button(lab).text() == "Stop drawing"


def test_another_number_of_draws_ends_it(begin, qtbot, grown):
    lab = begin()
    button(lab).click()
    grown(lab, CHUNK)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("draws", lambda s: s.with_parameter("draws", 2000))
    assert lab.result.done == 2000
    assert button(lab).text() == "Keep drawing"


def test_after_it_was_stopped_a_change_draws_the_number_in_the_box(begin, qtbot, grown):
    lab = begin()
    button(lab).click()
    grown(lab, CHUNK)
    stop(lab, qtbot)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 3.0))
    assert lab.result.done == SMALL.parameters.draws


def test_the_key_does_what_the_button_does(begin, grown, qtbot):
    lab = begin()
    lab.window.keep_action.trigger()
    grown(lab, CHUNK)
    lab.window.keep_action.trigger()
    qtbot.waitUntil(lambda: not lab.result.running, timeout=PATIENCE)


def test_many_draws_show_their_progress_and_can_be_stopped(begin, qtbot, grown, monkeypatch):
    lab = begin()
    monkeypatch.setattr(module, "LONG_SECONDS", 0)
    progress = lab.window.findChild(QProgressBar)
    assert not progress.isVisible()
    lab.store.edit("draws", lambda s: s.with_parameter("draws", 10**8))
    qtbot.waitUntil(progress.isVisible, timeout=PATIENCE)
    grown(lab, 2 * CHUNK)
    qtbot.waitUntil(lambda: progress.value() > 0, timeout=PATIENCE)
    assert "of 100000000 draws" in words(lab)
    assert button(lab).text() == "Stop drawing"
    stop(lab, qtbot)
    assert not progress.isVisible()
    assert lab.result.done < 10**8
    assert "Stopped at" in words(lab)


def test_drawing_without_end_has_no_progress(begin, grown, monkeypatch):
    lab = begin()
    monkeypatch.setattr(module, "LONG_SECONDS", 0)
    button(lab).click()
    grown(lab, CHUNK)
    assert not lab.window.findChild(QProgressBar).isVisible()


def test_a_short_job_shows_no_progress(begin, qtbot):
    lab = begin()
    progress = lab.window.findChild(QProgressBar)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("draws", lambda s: s.with_parameter("draws", 10**6))
    assert not progress.isVisible()
    assert button(lab).text() == "Keep drawing"


def test_closing_ends_it(begin, grown):
    lab = begin()
    button(lab).click()
    grown(lab, CHUNK)
    lab.close()
    assert lab.worker.isFinished()


def test_moving_t_never_paints_the_noise_again_however_many_draws_there_are(
    begin, qtbot, monkeypatch
):
    """A plot that t does not touch must not flicker while others show their first draws."""
    lab = begin()
    monkeypatch.setattr(worker, "PREVIEW_SECONDS", 0)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("draws", lambda s: s.with_parameter("draws", 10 * CHUNK))
    free = [name for name, kind in plots_of("sample").items() if "temperature" not in kind.depends]
    painted = []
    for name in free:
        plot = lab.window.cards[name].plot
        monkeypatch.setattr(plot, "draw", lambda _, name=name: painted.append(name))
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 2.0))
    assert painted == []
