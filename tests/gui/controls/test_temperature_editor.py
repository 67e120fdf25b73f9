"""TemperatureEditor: slider, box and common values follow each other; annealing."""

import itertools

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton

from gumbel_gui.gui.controls.temperature_editor import PRESETS, SCALE, TemperatureEditor
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider


@pytest.fixture
def store(make_store):
    return make_store(temperature=0.5)


@pytest.fixture
def annealing(store, playbacks_of):
    return playbacks_of(store)["schedule"]


@pytest.fixture
def editor(store, annealing, show):
    return show(TemperatureEditor(store, annealing), 640)


@pytest.fixture
def box(editor):
    return editor.findChild(NumberBox)


@pytest.fixture
def slider(editor):
    return editor.findChild(NumberSlider)


@pytest.mark.parametrize(
    ("text", "t"),
    [("0", 0), ("1e300", 1e300), ("0,25", 0.25), ("5e-324", 5e-324), ("2.5", 2.5), ("-0", 0)],
)
def test_a_typed_t_counts(editor, store, box, enter, sentence, text, t):
    enter(box, text)
    assert store.state.parameters.temperature == t
    assert float(box.text()) == pytest.approx(t)
    assert sentence(editor) == ""


@pytest.mark.parametrize("text", ["-1", "nan", "inf", "-inf", "1e999", "abc", "1.234,5", "−2"])
def test_a_bad_t_stays_with_its_sentence_and_changes_nothing(
    editor, store, box, enter, sentence, text
):
    before = store.state
    enter(box, text)
    assert store.state is before
    assert store.history.count() == 0
    assert box.text() == text
    field, _, rest = sentence(editor).partition(" is ")
    assert field == "temperature"
    assert ", but must be " in rest


def test_a_good_t_clears_the_error(editor, box, enter, sentence):
    enter(box, "-1")
    enter(box, "1")
    assert sentence(editor) == ""


@pytest.mark.parametrize("t", PRESETS)
def test_common_values(editor, store, box, click, t):
    store.edit("t", lambda s: s.with_parameter("temperature", 3))
    click(editor, f"{t:g}")
    assert store.state.parameters.temperature == t
    assert box.text() == f"{t:g}"


def test_a_common_value_clears_the_error(editor, box, enter, click, sentence):
    enter(box, "-1", key=None)
    click(editor, "5")
    assert sentence(editor) == ""
    assert box.text() == "5"


@pytest.mark.parametrize(
    ("t", "step"),
    [(0, 0), (5e-324, 0), (0.01, 1), (1, 201), (100, 401), (101, 401), (1e300, SCALE.steps)],
)
def test_the_slider_shows_t_or_its_nearest_end(store, slider, t, step):
    store.edit("t", lambda s: s.with_parameter("temperature", t))
    assert slider.value() == step
    assert store.state.parameters.temperature == t  # showing it does not move it


def test_the_box_follows_the_slider_and_the_slider_the_box(store, box, slider, enter, qtbot):
    enter(box, "10")
    assert slider.value() == 301
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 302
    assert store.state.parameters.temperature == 10.2
    assert box.text() == "10.2"


def test_a_drag_is_one_step(store, box, slider, drag):
    with drag(slider) as move:
        for pixels in (20, -30, 40):
            move(pixels)
            assert float(box.text()) == store.state.parameters.temperature
        assert store.state.parameters.temperature > 0.5
        move(5000)
        assert store.state.parameters.temperature == 100
    assert store.history.count() == 1
    store.edit("seed", lambda s: s.with_parameter("seed", 3))  # the gesture is over
    assert store.state.parameters.temperature == 100
    store.history.undo()
    store.history.undo()
    assert store.state.parameters.temperature == 0.5
    assert box.text() == "0.5"


def test_a_drag_there_and_back_leaves_no_step(store, slider, drag):
    store.edit(
        "t", lambda s: s.with_parameter("temperature", 0.7772)
    )  # between two steps of the slider
    with drag(slider) as move:
        move(40)
        move(0)
    assert store.state.parameters.temperature == 0.7772
    assert store.history.count() == 1


def test_the_keys_of_the_slider_are_one_step(store, slider, qtbot):
    for _ in range(4):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 1
    store.history.undo()
    assert store.state.parameters.temperature == 0.5


def test_the_keys_of_the_box_are_one_step_and_keep_ratios(store, box, qtbot):
    for _ in range(20):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert store.state.parameters.temperature == pytest.approx(5, rel=0.02)
    assert store.history.count() == 1
    for _ in range(20):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.state.parameters.temperature == pytest.approx(0.5, rel=0.02)


@pytest.mark.parametrize(
    ("t", "key", "after"),
    [
        (0, Qt.Key.Key_Up, 0.01),
        (0, Qt.Key.Key_Down, 0),
        (1e300, Qt.Key.Key_Up, 1e300),
        (1e308, Qt.Key.Key_PageUp, 1e300),
        (5e-324, Qt.Key.Key_PageDown, 0),
    ],
)
def test_keys_at_the_ends(store, box, qtbot, t, key, after):
    store.edit("t", lambda s: s.with_parameter("temperature", t))
    qtbot.keyClick(box, key)
    assert store.state.parameters.temperature == after


def test_the_presets_are_named(editor):
    names = [button.accessibleName() for button in editor.findChildren(QAbstractButton)]
    assert sorted(names) == sorted(
        [*(f"Temperature {t:g}" for t in PRESETS), "Anneal the temperature"]
    )


def test_all_the_way_to_the_left_is_one_hot(store, slider, box, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert store.state.parameters.temperature == 0
    assert box.text() == "0"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.state.parameters.temperature == 0.01


@pytest.mark.parametrize("width", [330, 500, 1400])
def test_common_values_stand_below_their_places_and_apart(editor, slider, qapp, width):
    editor.resize(width, editor.height())
    qapp.processEvents()
    ticks = editor.findChildren(QToolButton)
    assert [b.text() for b in ticks] == [f"{t:g}" for t in PRESETS]
    for button, t in zip(ticks[1:-1], PRESETS[1:-1], strict=True):
        assert button.geometry().center().x() == pytest.approx(slider.x_of(t), abs=1.5)
    around = ticks[0].parentWidget()
    shown = [each for each in (*ticks, *around.findChildren(QLabel)) if each.isVisible()]
    assert len(shown) >= (2 if width < 400 else len(ticks) - (width < 600))
    for one, other in itertools.combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry())
    assert all(around.rect().contains(each.geometry()) for each in shown)


def test_it_tells_that_t_was_moved_once_the_mouse_lets_go(editor, slider, drag, qtbot):
    moves = []
    editor.moved.connect(lambda: moves.append(1))
    with drag(slider) as move:
        move(30)
        assert not moves
        move(60)
    qtbot.waitUntil(lambda: moves != [])


# Annealing.


def anneal_button(editor):
    return editor.findChildren(QPushButton)[-1]


def tick(annealing):
    annealing.findChild(QTimer).timeout.emit()


def test_the_button_anneals_and_pauses(editor, store, annealing, click, box):
    button = anneal_button(editor)
    click(editor, "Anneal")
    assert annealing.running
    assert (button.text(), button.accessibleName()) == ("Pause", "Pause the temperature")
    tick(annealing)
    assert store.state.parameters.temperature < 0.5
    assert float(box.text()) == pytest.approx(store.state.parameters.temperature, rel=1e-3)
    click(editor, "Pause")
    assert not annealing.running
    assert (button.text(), button.accessibleName()) == ("Anneal", "Anneal the temperature")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_press_the_button(editor, annealing, qtbot, key):
    button = anneal_button(editor)
    button.setFocus()
    for running in (True, False):
        qtbot.keyClick(button, key)
        assert annealing.running == running


def test_nothing_moves_when_its_word_changes(editor, annealing, qapp):
    places = [button.geometry() for button in editor.findChildren(QPushButton)]
    annealing.toggle()
    qapp.processEvents()
    assert [button.geometry() for button in editor.findChildren(QPushButton)] == places


def test_a_drag_of_the_slider_stops_the_annealing_first(editor, store, annealing, slider, drag):
    """Its next step would be taken for a part of the drag."""
    annealing.toggle()
    tick(annealing)
    annealed = store.state
    with drag(slider) as move:
        assert not annealing.running
        for pixels in (10, 25, 40):
            move(pixels)
    assert store.history.count() == 2
    store.history.undo()
    assert store.state == annealed
    store.history.undo()
    assert store.state.parameters.temperature == 0.5


def test_a_common_value_stops_the_annealing(editor, store, annealing, click):
    annealing.toggle()
    click(editor, "5")
    assert not annealing.running
    assert store.state.parameters.temperature == 5
