"""Controls on cards: sliders, boxes and lists for what a single plot shows."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QCheckBox, QLabel, QPushButton

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.parameters import KNOBS, Parameters
from gumbel_gui.gui.cards.parameter_controls import (
    LEARNING_RATES,
    LOCATIONS,
    NOISE_SCALES,
    SCALES,
    make_control,
)
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.fields import NumberBox, NumberSlider
from gumbel_gui.plots import plot_types, plots_of

ENDS = {
    "location": LOCATIONS,
    "scale": SCALES,
    "noise_scale": NOISE_SCALES,
    "top": (1, 5),
    "learning_rate": LEARNING_RATES,
}
LIMITS = {
    "location": (-100, 100),
    "scale": (0.01, 100),
    "noise_scale": (0.01, 100),
    "top": (1, 5),
    "learning_rate": (0.001, 100),
}
MIDDLE = {
    "location": 0.7,
    "scale": 0.9,
    "noise_scale": 1.7,
    "top": 3,
    "learning_rate": 0.3,
    "loss": Loss.COST,
}
OF_CLASSES = {"pair": 2, "trio": 3}
LISTS = OF_CLASSES | {"loss": 1, "estimator": 1}
"""Knobs that are lists, and of how many."""
PLAYED = {"schedule", "steps"}
numbers = pytest.mark.parametrize("name", ENDS)


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.15, 0.25), pair=(3, 2), steps=100)


@pytest.fixture
def turn_knob(store, show, playbacks_of):
    """Return a function that shows a knob, set to its middle."""

    def made(name):
        if name in MIDDLE:
            store.edit("middle", lambda s: s.with_parameter(name, MIDDLE[name]))
            store.history.clear()
        return show(make_control(name, store, playbacks_of(store)), 340)

    return made


def value_of(store, name):
    return getattr(store.state.parameters, name)


def shown(control):
    return float(control.findChild(NumberBox).text().replace("−", "-"))


def test_there_is_a_control_for_every_control_and_a_knob_for_every_control(
    store, qtbot, playbacks_of
):
    for name in KNOBS:
        qtbot.addWidget(make_control(name, store, playbacks_of(store)))
    assert set(ENDS) | set(LISTS) | PLAYED | {"weights", "annealed"} == KNOBS
    for kind in plot_types().values():
        assert set(kind.controls) <= KNOBS, kind.name
        assert set(kind.controls) <= kind.depends, kind.name


@numbers
def test_slider_box_and_state_agree(store, turn_knob, name):
    control = turn_knob(name)
    assert shown(control) == value_of(store, name) == MIDDLE[name]
    slider = control.findChild(NumberSlider)
    share = slider.value() / slider.maximum()
    assert 0 < share < 1
    names = {each.accessibleName() for each in (slider, control.findChild(NumberBox))}
    assert len(names) == 1
    assert names != {""}
    assert [x.text() for x in control.findChildren(QLabel) if x.isVisible()] in (
        *(["μ"], ["β"], ["b"], ["k"], ["rate"]),
    )


@numbers
def test_the_slider_reaches_both_ends(store, turn_knob, qtbot, name):
    control = turn_knob(name)
    slider = control.findChild(NumberSlider)
    for key, end in ((Qt.Key.Key_Home, ENDS[name][0]), (Qt.Key.Key_End, ENDS[name][1])):
        qtbot.keyClick(slider, key)
        assert value_of(store, name) == pytest.approx(end, rel=1e-9)
        assert shown(control) == value_of(store, name)
    assert store.history.count() == 1
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]


@numbers
def test_each_key_of_the_slider_moves_it(store, turn_knob, qtbot, name):
    control = turn_knob(name)
    slider = control.findChild(NumberSlider)
    before, step = value_of(store, name), slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == step + 1
    assert value_of(store, name) > before
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == step - 1
    assert value_of(store, name) < before


@numbers
def test_a_drag_is_one_step(store, turn_knob, drag, name):
    control = turn_knob(name)
    slider = control.findChild(NumberSlider)
    with drag(slider) as move:
        for pixels in (25, 60, -40, 45, 5000):
            move(pixels)
            assert shown(control) == value_of(store, name)
        assert value_of(store, name) == pytest.approx(ENDS[name][1])
        move(-5000)
        assert value_of(store, name) == pytest.approx(ENDS[name][0])
    assert store.history.count() == 1
    store.edit("seed", lambda s: s.with_parameter("seed", 3))  # the gesture is over
    assert value_of(store, name) == pytest.approx(ENDS[name][0])
    store.history.undo()
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]
    assert shown(control) == MIDDLE[name]


@numbers
def test_drags_and_keys_are_steps_of_their_own(store, turn_knob, drag, qtbot, name):
    slider = turn_knob(name).findChild(NumberSlider)
    values = [MIDDLE[name]]
    for pixels in (5000, -5000):
        with drag(slider) as move:
            move(pixels)
        values.append(value_of(store, name))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 3
    for value in reversed(values):
        store.history.undo()
        assert value_of(store, name) == value


@numbers
def test_a_drag_there_and_back_leaves_no_step(store, turn_knob, drag, name):
    control = turn_knob(name)
    if name != "top":
        store.edit("between two steps", lambda s: s.with_parameter(name, 0.7772))
    before, steps = value_of(store, name), store.history.count()
    with drag(control.findChild(NumberSlider)) as move:
        move(60)
        assert value_of(store, name) != before
        move(0)
    assert value_of(store, name) == before
    assert store.history.count() == steps


@pytest.mark.parametrize(
    ("name", "up", "ten_up"),
    [
        ("location", 0.8, 1.7),
        ("scale", 0.9 * 10**0.05, 0.9 * 10**0.5),
        ("noise_scale", 1.7 * 10**0.05, 1.7 * 10**0.5),
        ("top", 4, None),
        ("learning_rate", 0.3 * 10**0.05, 0.3 * 10**0.5),
    ],
)
def test_arrow_keys_of_the_box(store, turn_knob, qtbot, name, up, ten_up):
    control = turn_knob(name)
    box = control.findChild(NumberBox)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert value_of(store, name) == pytest.approx(up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert value_of(store, name) == pytest.approx(MIDDLE[name], rel=5e-3)
    if ten_up is not None:
        qtbot.keyClick(box, Qt.Key.Key_PageUp)
        assert value_of(store, name) == pytest.approx(ten_up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.history.count() == 1
    store.history.undo()
    assert value_of(store, name) == MIDDLE[name]
    assert shown(control) == MIDDLE[name]


UP_AND_DOWN = [(1, Qt.Key.Key_Up, Qt.Key.Key_PageUp), (0, Qt.Key.Key_Down, Qt.Key.Key_PageDown)]


@numbers
def test_keys_of_the_box_never_lead_beyond_the_limits(store, turn_knob, qtbot, name):
    box = turn_knob(name).findChild(NumberBox)
    for end, *keys in UP_AND_DOWN:
        limit = LIMITS[name][end]
        store.edit("limit", lambda s, limit=limit: s.with_parameter(name, limit))
        before = store.history.count()
        for key in keys:
            qtbot.keyClick(box, key)
            assert value_of(store, name) == limit
        assert store.history.count() == before
        assert float(box.text().replace("−", "-")) == limit


@numbers
def test_keys_of_the_box_stop_at_the_limits_without_a_word(store, turn_knob, qtbot, sentence, name):
    """As those of p, t, draws, seed and the selected draw do."""
    control = turn_knob(name)
    box = control.findChild(NumberBox)
    for end, key, ten in UP_AND_DOWN:
        limit = LIMITS[name][end]
        near = limit + (1 - 2 * end) * min(0.5, abs(limit) / 2) if name != "top" else 3
        store.edit("near", lambda s, near=near: s.with_parameter(name, near))
        qtbot.keyClick(box, ten)
        assert (value_of(store, name), sentence(control)) == (limit, "")
        qtbot.keyClick(box, key)
        assert (value_of(store, name), sentence(control)) == (limit, "")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("location", "-1.25", -1.25),
        ("location", "−2", -2),
        ("location", "0,5", 0.5),
        ("location", "100", 100),
        ("location", "-100", -100),
        ("location", "1e-9", 1e-9),
        ("scale", "0.01", 0.01),
        ("scale", "100", 100),
        ("scale", "1,5", 1.5),
        ("noise_scale", "0.01", 0.01),
        ("noise_scale", "1e2", 100),
        ("top", "1", 1),
        ("top", "5", 5),
        ("learning_rate", "0.001", 0.001),
        ("learning_rate", "1e2", 100),
        ("learning_rate", "0,25", 0.25),
    ],
)
def test_a_typed_number_counts(store, turn_knob, enter, sentence, name, text, value):
    control = turn_knob(name)
    enter(control.findChild(NumberBox), text)
    assert value_of(store, name) == value
    assert type(value_of(store, name)) is (int if name == "top" else float)
    assert sentence(control) == ""
    assert store.history.count() == 1
    slider = control.findChild(NumberSlider)
    low, high = ENDS[name]
    assert (slider.value() == 0) == (value <= low * (1 + 1e-9) if low > 0 else value <= low)
    assert (slider.value() == slider.maximum()) == (value >= high)


NO_NUMBER = ("abc", "", "1.234,5", "0x1", "1 2")
BAD = [
    *((name, text, "a number such as") for name in ENDS if name != "top" for text in NO_NUMBER),
    *(("top", text, "a whole number") for text in ("abc", "", "1.5", "nan", "1e-1")),
    *(("location", text, "a number from -100 to 100") for text in ("100.1", "-101", "nan", "inf")),
    *(
        (name, text, "a number from 0.01 to 100")
        for name in ("scale", "noise_scale")
        for text in ("0", "-1", "0.009", "100.5", "nan", "inf", "-inf", "1e999")
    ),
    *(
        ("learning_rate", text, "a number from 0.001 to 100")
        for text in ("0", "-1", "0.0009", "100.5", "nan", "inf", "1e999")
    ),
    *(("top", text, "a whole number from 1 to 5") for text in ("0", "-1", "6", "9" * 40)),
]


@pytest.mark.parametrize(("name", "text", "allowed"), BAD)
def test_a_bad_number_stays_with_its_sentence(
    store, turn_knob, enter, sentence, qtbot, name, text, allowed
):
    control = turn_knob(name)
    box, before = control.findChild(NumberBox), store.state
    if text:
        enter(box, text, None)
    else:
        box.setFocus()
        box.selectAll()
        qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert store.state is before
    assert store.history.count() == 0
    assert box.text() == text
    assert f", but must be {allowed}" in sentence(control)
    assert sentence(control).endswith(".")
    enter(box, "2")
    assert value_of(store, name) == 2
    assert sentence(control) == ""


@numbers
def test_escape_and_leaving_bring_the_number_back(store, turn_knob, enter, sentence, qtbot, name):
    control = turn_knob(name)
    box, text = control.findChild(NumberBox), control.findChild(NumberBox).text()
    enter(box, "9999")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(control)) == (text, "")
    enter(box, "9999", Qt.Key.Key_Tab)
    assert box.text() == text
    assert value_of(store, name) == MIDDLE[name]


@numbers
def test_a_slider_takes_the_sentence_away(turn_knob, enter, sentence, qtbot, name):
    control = turn_knob(name)
    enter(control.findChild(NumberBox), "9999")
    assert sentence(control)
    qtbot.keyClick(control.findChild(NumberSlider), Qt.Key.Key_Right)
    assert sentence(control) == ""


@pytest.mark.parametrize(
    ("name", "value", "at_end"),
    [
        ("location", -50, False),
        ("location", 50, True),
        ("scale", 0.05, False),
        ("scale", 50, True),
        ("noise_scale", 0.05, False),
        ("noise_scale", 50, True),
        ("learning_rate", 0.002, False),
        ("learning_rate", 50, True),
    ],
)
def test_what_the_slider_cannot_show_is_left_alone(store, turn_knob, name, value, at_end):
    control = turn_knob(name)
    store.edit("far", lambda s: s.with_parameter(name, value))
    slider = control.findChild(NumberSlider)
    assert slider.value() == (slider.maximum() if at_end else 0)
    assert (value_of(store, name), shown(control)) == (value, value)


def test_the_range_of_top_follows_the_number_of_classes(store, turn_knob, qtbot, enter, sentence):
    control = turn_knob("top")
    slider, box = control.findChild(NumberSlider), control.findChild(NumberBox)
    enter(box, "5")
    store.edit("fewer", lambda s: s.with_vector((1, 2, 3)))
    assert (value_of(store, "top"), shown(control), slider.value()) == (3, 3, 2)
    assert slider.value() == slider.maximum()
    enter(box, "4")
    assert "from 1 to 3." in sentence(control)
    enter(box, "2")
    store.edit("more", lambda s: s.with_class_added())
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 3)
    store.edit("many", lambda s: s.with_vector((1,) * 64))
    assert value_of(store, "top") == 2
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert (value_of(store, "top"), shown(control)) == (64, 64)
    store.edit("two", lambda s: s.with_vector((1, 1)))
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 1)
    for _ in range(3):
        store.history.undo()
    assert (value_of(store, "top"), slider.value(), slider.maximum()) == (2, 1, 3)


def test_showing_another_number_of_classes_asks_for_no_edit(store, turn_knob):
    turn_knob("top")
    for n in (3, 64, 2, 5):
        store.edit("vector", lambda s, n=n: s.with_vector((1,) * n))
    assert store.history.count() == 4


@pytest.mark.parametrize("name", sorted(KNOBS))
def test_the_wheel_counts_only_with_the_focus(store, turn_knob, turn, name):
    control = turn_knob(name)
    before = store.state
    inside = [part for kind in CONTROLS for part in control.findChildren(kind)]
    parts = inside or [control]
    for part in parts:
        part.clearFocus()
        turn(part)
        assert store.state == before, part
    for part in parts:
        part.setFocus()
        turn(part)
        turns = name != "weights" and isinstance(part, Choice | NumberBox | NumberSlider)
        assert (store.state != before) == turns, part
        if turns:
            store.history.undo()


@pytest.mark.parametrize("name", sorted(KNOBS))
def test_every_control_has_a_name_of_its_own_and_is_reached_by_keys(turn_knob, name):
    control = turn_knob(name)
    parts = [part for kind in CONTROLS for part in control.findChildren(kind)] or [control]
    names = [part.accessibleName() for part in parts]
    assert all(names)
    shared = name in ENDS  # the slider and the box of a number are called the same
    assert len(set(names)) == (1 if shared else len(names))
    for part in parts:
        assert part.focusPolicy() in (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("name", sorted(KNOBS))
def test_every_control_fits_a_narrow_card(turn_knob, name):
    """Of the smallest window: 308 pixels with its margins."""
    assert turn_knob(name).minimumSizeHint().width() <= 273


CONTROLS = (Choice, NumberBox, NumberSlider, QPushButton, QCheckBox)
SMALL = LabState(
    Parameters((0.2, 0.3, 0.4, 0.1), temperature=0.5, draws=3000, seed=5, pair=(1, 2)),
    ("sun", "rain", "snow", "fog"),
    (False,) * 4,
)
OTHER = {
    "location": 1.5,
    "scale": 2.0,
    "noise_scale": 0.5,
    "top": 3,
    "pair": (3, 0),
    "trio": (3, 0, 1),
    "schedule": (2.0, 0.1, 0.5),
    "loss": Loss.COST,
    "weights": (3.0, -1.0, 0.5, 2.0),
    "estimator": Estimator.REINFORCE,
    "learning_rate": 0.1,
    "annealed": True,
    "steps": 7,
}
TURNED = [
    (kind.view, plot, control) for plot, kind in plot_types().items() for control in kind.controls
]


@pytest.mark.parametrize(("view", "plot", "control"), TURNED)
def test_a_control_on_a_card_changes_its_picture_and_no_other(
    open_lab, settle, view, plot, control
):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    card = lab.window.cards[plot]
    before, picture, result = (card.caption, card.accessibleName()), card.plot, lab.result
    settle(
        lab, lambda: lab.store.edit("control", lambda s: s.with_parameter(control, OTHER[control]))
    )
    for name, summary in lab.result.summaries.items():
        same = summary is result.summaries[name]
        assert same == (control not in plot_types()[name].depends), name
    assert card.plot is picture
    assert (card.caption, card.accessibleName()) != before
    settle(lab, lab.store.history.undo)
    assert (card.caption, card.accessibleName()) == before


@pytest.mark.parametrize("view", sorted({view for view, _, _ in TURNED}))
def test_cards_carry_their_knobs(open_lab, settle, view):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    for name, kind in plots_of(view).items():
        card = lab.window.cards[name]
        boxes = [each for each in card.findChildren(NumberBox) if each.isVisible()]
        choices = [each for each in card.findChildren(Choice) if each.isVisible()]
        in_boxes = dict.fromkeys(ENDS, 1) | {"weights": 1, "schedule": 3}
        assert len(boxes) == sum(in_boxes.get(control, 0) for control in kind.controls), name
        assert len(choices) == sum(LISTS.get(control, 0) for control in kind.controls), name
        players = [each for each in card.findChildren(PlaybackControl) if each.isVisible()]
        assert len(players) == len(PLAYED & set(kind.controls)), name
        for box in boxes:
            box.setFocus()
            assert lab.window.focused_plot() == name
