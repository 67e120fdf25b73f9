"""DrawsEditor: number of draws and seed."""

import pytest
from PyQt6.QtCore import Qt

from gumbel_gui.core.parameters import MAX_DRAWS, MAX_SEED
from gumbel_gui.gui.controls.draws_editor import ROUND, DrawsEditor
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider


@pytest.fixture
def store(make_store):
    return make_store(draws=1000, seed=4)


@pytest.fixture
def editor(store, show):
    return show(DrawsEditor(store))


@pytest.fixture
def boxes(editor):
    return {box.accessibleName(): box for box in editor.findChildren(NumberBox)}


@pytest.fixture
def draws(boxes):
    return boxes["Number of draws"]


@pytest.fixture
def seed(boxes):
    return boxes["Seed"]


@pytest.fixture
def slider(editor):
    return editor.findChild(NumberSlider)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("1e6", 10**6),
        ("100 000", 100_000),
        ("100\u00a0000", 100_000),
        ("100000000000", MAX_DRAWS),
        ("123", 123),
    ],
)
def test_a_typed_number_counts(editor, store, draws, enter, sentence, text, number):
    enter(draws, text)
    assert store.state.parameters.draws == number
    assert draws.text() == f"{number:,}".replace(",", "\u00a0")
    assert sentence(editor) == ""


def test_what_the_box_shows_can_be_entered_again(store, draws, enter):
    enter(draws, "12345678")
    enter(draws, draws.text())
    assert store.state.parameters.draws == 12_345_678
    assert store.history.count() == 1


@pytest.mark.parametrize(
    "text", ["0", "-5", "1000000000000", "1e12", "1.5", "1,000", "nan", "inf", "abc", "9" * 3000]
)
def test_a_bad_number_stays_with_its_sentence_and_changes_nothing(
    editor, store, draws, enter, sentence, text
):
    before = store.state
    enter(draws, text)
    assert store.state is before
    assert draws.text() == text
    assert sentence(editor).startswith("draws is ")
    assert ", but must be a whole number" in sentence(editor)
    assert editor.minimumSizeHint().width() < 400


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), (str(MAX_SEED), MAX_SEED)])
def test_a_typed_seed_counts(store, seed, enter, text, number):
    enter(seed, text)
    assert store.state.parameters.seed == number
    assert seed.text() == text


@pytest.mark.parametrize("text", ["-1", str(MAX_SEED + 1), "x", "0.5"])
def test_a_bad_seed_stays_with_its_sentence(editor, store, seed, enter, sentence, text):
    enter(seed, text)
    assert store.state.parameters.seed == 4
    assert sentence(editor).startswith("seed is ")


def test_new_noise_is_the_next_seed_and_a_step_of_its_own(editor, store, seed, click):
    click(editor, "New noise")
    click(editor, "New noise")
    assert store.state.parameters.seed == 6
    assert seed.text() == "6"
    store.history.undo()
    assert store.state.parameters.seed == 5
    assert seed.text() == "5"


def test_new_noise_stops_at_the_last_seed(editor, store, click):
    store.edit("seed", lambda s: s.with_parameter("seed", MAX_SEED))
    click(editor, "New noise")
    assert store.state.parameters.seed == MAX_SEED


def test_undo_brings_number_box_and_slider_back(store, draws, slider, enter):
    enter(draws, "1e6")
    assert slider.value() == ROUND.index(10**6)
    store.history.undo()
    assert draws.text() == "1\u00a0000"
    assert slider.value() == ROUND.index(1000)


def test_arrow_keys_go_through_round_numbers(store, draws, qtbot):
    store.edit("draws", lambda s: s.with_parameter("draws", 900))
    for expected in (2000, 5000, 10_000):
        qtbot.keyClick(draws, Qt.Key.Key_Up)
        assert store.state.parameters.draws == expected
    qtbot.keyClick(draws, Qt.Key.Key_Down)
    assert store.state.parameters.draws == 5000
    assert store.history.count() == 2


@pytest.mark.parametrize(("number", "key"), [(1, Qt.Key.Key_Down), (MAX_DRAWS, Qt.Key.Key_Up)])
def test_arrow_keys_stop_at_the_ends(store, draws, qtbot, number, key):
    store.edit("draws", lambda s: s.with_parameter("draws", number))
    qtbot.keyClick(draws, key)
    assert store.state.parameters.draws == number


def test_arrow_keys_of_the_seed(store, seed, qtbot):
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    assert store.state.parameters.seed == 5
    for _ in range(9):
        qtbot.keyClick(seed, Qt.Key.Key_Down)
    assert store.state.parameters.seed == 0


def test_the_slider_stops_at_round_numbers_and_a_drag_is_one_step(store, draws, slider, drag):
    assert ROUND[:4] == (1, 2, 5, 10)
    assert ROUND[-1] == 10**9
    with drag(slider) as move:
        move(-5000)
        assert store.state.parameters.draws == 1
        move(30)
        assert store.state.parameters.draws in ROUND[10:]
        assert draws.text() == f"{store.state.parameters.draws:,}".replace(",", "\u00a0")
    assert store.history.count() == 1
    dragged = store.state.parameters.draws
    store.edit("seed", lambda s: s.with_parameter("seed", 3))  # the gesture is over
    assert store.state.parameters.draws == dragged


def test_a_drag_there_and_back_leaves_no_step(store, slider, drag):
    store.edit("draws", lambda s: s.with_parameter("draws", 1234))
    with drag(slider) as move:
        move(60)
        move(0)
    assert store.state.parameters.draws == 1234
    assert store.history.count() == 1
