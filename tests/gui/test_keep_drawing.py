"""Drawing without end, in one view or several, long jobs with progress, and how both are stopped.

What the worker publishes is recorded in its thread: what the window takes of it depends on speed.
"""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtWidgets import QLabel, QProgressBar, QPushButton

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import MAX_DRAWS, PARAMETERS, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.gui import lab as module
from gumbel_gui.gui.lab import FIRST_VIEW
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.worker import worker
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

pytestmark = pytest.mark.sweep(2)

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5, selected=9),
    ("sun", "rain", "snow"),
    (False,) * 3,
)
PATIENCE = 20_000
OTHERS = [view for view in VIEWS if view != FIRST_VIEW]
each_view = pytest.mark.parametrize("view", VIEWS)
each_other = pytest.mark.parametrize("view", OTHERS)


@pytest.fixture
def begin(open_lab, stored, monkeypatch):
    """Return a function that starts a laboratory, in a view, which reports often."""
    monkeypatch.setattr(worker, "REPORT_SECONDS", 0.005)

    def begun(view=FIRST_VIEW):
        stored.put(view=view)
        return open_lab(SMALL)

    return begun


@pytest.fixture
def endless(begin):
    """Return a function that starts a laboratory in a view, drawing without end."""

    def begun(view=FIRST_VIEW):
        lab = begin(view)
        button(lab).click()
        return lab

    return begun


@pytest.fixture
def published(monkeypatch):
    """Return a function that gives the results of a laboratory's worker from now on, as a list."""

    def record(lab):
        results, publish = [], lab.worker._publish

        def note(result):
            results.append(result)
            publish(result)

        monkeypatch.setattr(lab.worker, "_publish", note)
        return results

    return record


@pytest.fixture
def grown(qtbot):
    """Return a function that waits until a view shows at least so many draws."""

    def wait(lab, draws, view=FIRST_VIEW):
        def enough():
            return list(lab.result.summaries) == list(plots_of(view)) and lab.result.done >= draws

        qtbot.waitUntil(enough, timeout=PATIENCE)
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


def test_what_was_kept_is_exported_with_its_number_of_draws(endless, grown, qtbot):
    lab = endless()
    grown(lab, CHUNK)
    stop(lab, qtbot)
    words = command(lab.content(), Layout(), "a.png")
    assert words.count(f"--draws {lab.result.done} ") == 1
    assert "&&" not in words


def test_going_on_begins_where_it_was_stopped(endless, grown, published, qtbot):
    lab = endless()
    grown(lab, 5 * CHUNK)
    stop(lab, qtbot)
    done, results = lab.result.done, published(lab)
    button(lab).click()
    grown(lab, done + CHUNK)
    assert min(result.done for result in results) >= done


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: s.with_parameter("temperature", 2.0),
        lambda s: s.with_vector((3, 2, 1)),
        lambda s: s.with_parameter("seed", 9),
    ],
    ids=["t", "p", "seed"],
)
def test_a_change_starts_again_from_the_first_draw_and_goes_on(
    endless, grown, published, qtbot, edit
):
    lab = endless()
    grown(lab, 3 * CHUNK)
    lab.worker._engine.threads = 1  # others might be chunks ahead at the first report
    results = published(lab)
    lab.store.edit("change", edit)
    qtbot.waitUntil(lambda: lab.result.context == lab.store.state, timeout=PATIENCE)
    assert lab.result.running
    assert lab.result.parameters.draws == MAX_DRAWS
    first = next(result for result in results if result.context == lab.store.state)
    assert first.done == CHUNK
    grown(lab, 2 * CHUNK)
    assert button(lab).text() == "Stop drawing"


def test_another_number_of_draws_ends_it(endless, qtbot, grown):
    lab = endless()
    grown(lab, CHUNK)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("draws", lambda s: s.with_parameter("draws", 2000))
    assert lab.result.done == 2000
    assert button(lab).text() == "Keep drawing"


def test_after_it_was_stopped_a_change_draws_the_number_in_the_box(endless, qtbot, grown):
    lab = endless()
    grown(lab, CHUNK)
    stop(lab, qtbot)
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 3.0))
    assert lab.result.done == SMALL.parameters.draws


def test_the_key_does_what_the_button_does(begin, grown, qtbot):
    lab = begin()
    lab.window.menus.keep.trigger()
    grown(lab, CHUNK)
    lab.window.menus.keep.trigger()
    qtbot.waitUntil(lambda: not lab.result.running, timeout=PATIENCE)


def test_many_draws_show_their_progress_and_can_be_stopped(begin, qtbot, grown, monkeypatch):
    lab = begin()
    monkeypatch.setattr(module, "LONG_SECONDS", 0)
    progress = lab.window.findChild(QProgressBar)
    assert not progress.isVisible()
    lab.store.edit("draws", lambda s: s.with_parameter("draws", 10**11))
    qtbot.waitUntil(progress.isVisible, timeout=PATIENCE)
    grown(lab, 2 * CHUNK)
    assert "of 100000000000 draws" in words(lab)
    assert button(lab).text() == "Stop drawing"
    stop(lab, qtbot)
    assert not progress.isVisible()
    assert not lab.result.complete
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


def test_closing_ends_it(endless, grown):
    lab = endless()
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
        monkeypatch.setattr(plot, "draw", lambda *_, name=name: painted.append(name))
    with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 2.0))
    assert painted == []


# From one view to another.


@each_other
def test_drawing_goes_on_in_another_view(endless, grown, qtbot, view):
    lab = endless()
    grown(lab, 3 * CHUNK)
    for each in (view, FIRST_VIEW):
        lab.set_view(each)
        few = grown(lab, CHUNK, each)
        assert grown(lab, few + CHUNK, each) > few
        assert lab.result.running
        assert lab.result.parameters.draws == MAX_DRAWS
    assert lab.store.state == SMALL
    stop(lab, qtbot)
    assert lab.result.done % CHUNK == 0
    sampled = [n for n, kind in plots_of(FIRST_VIEW).items() if kind.sampled]
    assert {lab.result.counts[name] for name in sampled} == {lab.result.done}


def test_selecting_a_draw_does_not_start_the_count_anew(endless, grown, published, qtbot):
    lab = endless()
    results = published(lab)
    for number in (1, 49, 3000, 0, 7):
        grown(lab, lab.result.done + 2 * CHUNK)
        lab.store.set("selected", number)
        qtbot.waitUntil(
            lambda number=number: lab.result.parameters.selected == number, timeout=PATIENCE
        )
        drawn = lab.result.selection
        assert (drawn.number if drawn else 0) == number
    grown(lab, lab.result.done + CHUNK)
    assert lab.result.running
    stop(lab, qtbot)
    assert_grows(results)


def assert_grows(results):
    counts = [result.done for result in results]
    assert len(counts) > 1
    assert counts == sorted(counts)


def test_stepping_fast_while_drawing_loses_no_draw(endless, grown, published, qtbot):
    """Each step ends a job, often before its first chunk is done."""
    lab = endless()
    grown(lab, 20 * CHUNK)
    results = published(lab)
    for _ in range(60):
        lab.window.one_draw.step(1)
    number = lab.store.state.parameters.selected
    qtbot.waitUntil(lambda: lab.result.parameters.selected == number, timeout=PATIENCE)
    grown(lab, lab.result.done + CHUNK)
    assert_grows(results)


@each_view
def test_a_parameter_that_no_sum_seen_depends_on_does_not_start_the_count_anew(
    endless, grown, published, qtbot, with_another, view
):
    lab = endless(view)
    grown(lab, 4 * CHUNK, view)
    depends = set().union(*(kind.depends for kind in plots_of(view).values() if kind.sampled))
    if "estimators" in depends:
        depends.add("estimator")  # the chosen one is among those that are shown
    results, before = published(lab), lab.store.state.parameters
    changed = {
        name: getattr(with_another(before, name), name)
        for name in list(PARAMETERS)[6:]  # those of single plots
        if name not in depends
    }
    lab.store.edit("others", lambda s: replace(s, parameters=before.changed(**changed)))
    now = lab.store.state.parameters
    qtbot.waitUntil(
        lambda: replace(lab.result.parameters, draws=now.draws) == now, timeout=PATIENCE
    )
    grown(lab, lab.result.done + CHUNK, view)
    assert_grows(results)


@each_view
def test_what_was_drawn_without_end_is_told_truly(endless, grown, qtbot, view):
    """The command has the draws that were made: 10¹¹ would take an hour."""
    lab = endless(view)
    grown(lab, 2 * CHUNK, view)
    stop(lab, qtbot)
    words = command(lab.content(), Layout(), "a.png")
    assert f"--draws {lab.result.done} " in words
    assert f"--draws {MAX_DRAWS}" not in words
    assert "&&" not in words


def test_what_is_drawn_can_be_exported_before_the_selected_draw_is_drawn(
    open_lab, qtbot, monkeypatch
):
    """The draw is known at once, but is not yet among those that are counted."""
    monkeypatch.setattr(worker, "PREVIEW_SECONDS", 0)
    far = SMALL.with_parameter("draws", 10**9).with_parameter("selected", 10**8)
    lab = open_lab(SMALL)
    lab.store.edit("far", lambda _: far)
    qtbot.waitUntil(lambda: lab.result.parameters.selected == 10**8, timeout=PATIENCE)
    assert lab.result.done < 10**8
    assert lab.result.selection.number == 10**8
    np.testing.assert_array_equal(lab.result.selection.noise, select(far.parameters).noise)
    content = lab.content()
    assert content.parameters.draws == lab.result.done
    assert content.parameters.selected <= content.parameters.draws
