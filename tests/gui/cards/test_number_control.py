"""NumberControl: slider, box and state agree; drags, keys and typed numbers."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel

from gumbel_gui.core.kinds import Number, Whole
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.cards.number_control import NumberControl
from gumbel_gui.gui.widgets.number_box import LARGEST, NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.words.text import number

CLASSES = 5
PLAYED = "steps"
KINDS = {
    name: PARAMETERS[name].kind
    for name in sorted({name for kind in plot_types().values() for name in kind.controls})
    if isinstance(PARAMETERS[name].kind, Number | Whole) and name != PLAYED
}
"""Of the numbers that are set on cards."""
REAL = [name for name, kind in KINDS.items() if isinstance(kind, Number)]
LIMITS = {
    name: (kind.lowest, CLASSES if kind.highest == "classes" else min(kind.highest, LARGEST))
    for name, kind in KINDS.items()
}
ENDS = {name: getattr(kind, "ends", None) or LIMITS[name] for name, kind in KINDS.items()}
ENDS = {name: (low if LIMITS[name][0] else 0, high) for name, (low, high) in ENDS.items()}
"""A slider reaches 0 where that is allowed, also from equal ratios."""
MIDDLE = {
    "location": 0.7,
    "scale": 0.9,
    "noise_scale": 1.7,
    "top": 3,
    "learning_rate": 0.3,
    "eta": 0.7,
    "backward_temperature": 1.7,
    "samples": 5,
    "evaluations": 300,
    "decoding_temperature": 1.3,
    "keep_top": 3,
    "keep_mass": 0.6,
    "keep_ratio": 0.3,
    "bits": 9,
    "tokens": 60,
}
numbers = pytest.mark.parametrize("name", KINDS)


@pytest.fixture
def store(make_store):
    return make_store((0.1, 0.2, 0.3, 0.15, 0.25))


@pytest.fixture
def make_number(store, show):
    """Return a function that shows the control of a number, set to its middle."""

    def made(name):
        store.set(name, MIDDLE[name])
        store.history.clear()
        return show(NumberControl(store, name), 340)

    return made


def shown(control):
    return float(control.findChild(NumberBox).text().replace("−", "-"))


def test_every_number_on_a_card_is_tried_here():
    assert MIDDLE.keys() == KINDS.keys()


@numbers
def test_slider_box_and_state_agree(store, make_number, name):
    control = make_number(name)
    assert shown(control) == store.value(name) == MIDDLE[name]
    slider = control.findChild(NumberSlider)
    share = slider.value() / slider.maximum()
    assert 0 < share < 1
    names = {each.accessibleName() for each in (slider, control.findChild(NumberBox))}
    assert names == {PARAMETERS[name].words}
    signs = [x.text() for x in control.findChildren(QLabel) if x.isVisible()]
    assert signs == [PARAMETERS[name].symbol]


@numbers
def test_the_slider_reaches_both_ends(store, make_number, qtbot, name):
    control = make_number(name)
    slider = control.findChild(NumberSlider)
    for key, end in ((Qt.Key.Key_Home, ENDS[name][0]), (Qt.Key.Key_End, ENDS[name][1])):
        qtbot.keyClick(slider, key)
        assert store.value(name) == pytest.approx(end, rel=1e-9)
        assert shown(control) == store.value(name)
    assert store.history.count() == 1
    store.history.undo()
    assert store.value(name) == MIDDLE[name]


@numbers
def test_each_key_of_the_slider_moves_it(store, make_number, qtbot, name):
    control = make_number(name)
    slider = control.findChild(NumberSlider)
    before, step = store.value(name), slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == step + 1
    assert store.value(name) > before
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == step - 1
    assert store.value(name) < before


@numbers
def test_a_drag_is_one_step(store, make_number, drag, name):
    control = make_number(name)
    slider = control.findChild(NumberSlider)
    with drag(slider) as move:
        for pixels in (25, 60, -40, 45, 5000):
            move(pixels)
            assert shown(control) == store.value(name)
        assert store.value(name) == pytest.approx(ENDS[name][1])
        move(-5000)
        assert store.value(name) == pytest.approx(ENDS[name][0])
    assert store.history.count() == 1
    store.edit("seed", lambda s: s.with_parameter("seed", 3))  # the gesture is over
    assert store.value(name) == pytest.approx(ENDS[name][0])
    store.history.undo()
    store.history.undo()
    assert store.value(name) == MIDDLE[name]
    assert shown(control) == MIDDLE[name]


@numbers
def test_drags_and_keys_are_steps_of_their_own(store, make_number, drag, qtbot, name):
    slider = make_number(name).findChild(NumberSlider)
    values = [MIDDLE[name]]
    for pixels in (5000, -5000):
        with drag(slider) as move:
            move(pixels)
        values.append(store.value(name))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.history.count() == 3
    for value in reversed(values):
        store.history.undo()
        assert store.value(name) == value


@numbers
def test_a_drag_there_and_back_leaves_no_step(store, make_number, drag, name):
    control = make_number(name)
    if isinstance(PARAMETERS[name].kind, Number):
        store.set(name, 0.7772)  # between two steps
    before, steps = store.value(name), store.history.count()
    with drag(control.findChild(NumberSlider)) as move:
        move(60)
        assert store.value(name) != before
        move(0)
    assert store.value(name) == before
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
def test_arrow_keys_of_the_box(store, make_number, qtbot, name, up, ten_up):
    control = make_number(name)
    box = control.findChild(NumberBox)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert store.value(name) == pytest.approx(up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.value(name) == pytest.approx(MIDDLE[name], rel=5e-3)
    if ten_up is not None:
        qtbot.keyClick(box, Qt.Key.Key_PageUp)
        assert store.value(name) == pytest.approx(ten_up, rel=5e-3)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.history.count() == 1
    store.history.undo()
    assert store.value(name) == MIDDLE[name]
    assert shown(control) == MIDDLE[name]


UP_AND_DOWN = [(1, Qt.Key.Key_Up, Qt.Key.Key_PageUp), (0, Qt.Key.Key_Down, Qt.Key.Key_PageDown)]


@numbers
def test_keys_of_the_box_never_lead_beyond_the_limits(store, make_number, qtbot, name):
    box = make_number(name).findChild(NumberBox)
    for end, *keys in UP_AND_DOWN:
        limit = LIMITS[name][end]
        store.set(name, limit)
        before = store.history.count()
        for key in keys:
            qtbot.keyClick(box, key)
            assert store.value(name) == limit
        assert store.history.count() == before
        assert box.text() == number(limit)


def near(name, end):
    """Return a number less than ten steps of the box from a limit."""
    kind, limit = KINDS[name], LIMITS[name][end]
    if kind.logarithmic:
        return limit // 2 if end else limit * 2
    step = 3 if isinstance(kind, Whole) else (ENDS[name][1] - ENDS[name][0]) / 20
    return limit - step if end else limit + step


@numbers
def test_keys_of_the_box_stop_at_the_limits_without_an_error(
    store, make_number, qtbot, sentence, name
):
    """As those of p, t, draws, seed and the selected draw do."""
    control = make_number(name)
    box = control.findChild(NumberBox)
    for end, key, ten in UP_AND_DOWN:
        limit = LIMITS[name][end]
        store.set(name, near(name, end))
        qtbot.keyClick(box, ten)
        assert (store.value(name), sentence(control)) == (limit, "")
        qtbot.keyClick(box, key)
        assert (store.value(name), sentence(control)) == (limit, "")


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
def test_a_typed_number_counts(store, make_number, enter, sentence, name, text, value):
    control = make_number(name)
    enter(control.findChild(NumberBox), text)
    assert store.value(name) == value
    whole = isinstance(PARAMETERS[name].kind, Whole)
    assert type(store.value(name)) is (int if whole else float)
    assert sentence(control) == ""
    assert store.history.count() == 1
    slider = control.findChild(NumberSlider)
    low, high = ENDS[name]
    assert (slider.value() == 0) == (value <= low * (1 + 1e-9) if low > 0 else value <= low)
    assert (slider.value() == slider.maximum()) == (value >= high)


NO_NUMBER = ("abc", "", "1.234,5", "0x1", "1 2")
BAD = [
    *((name, text, "a number such as") for name in REAL for text in NO_NUMBER),
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
    store, make_number, enter, sentence, qtbot, name, text, allowed
):
    control = make_number(name)
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
    assert sentence(control).startswith(f"{PARAMETERS[name].option} is ")
    assert f", but must be {allowed}" in sentence(control)
    assert sentence(control).endswith(".")
    lowest = LIMITS[name][0]
    enter(box, f"{lowest}")
    assert store.value(name) == lowest
    assert sentence(control) == ""


@numbers
def test_escape_and_leaving_bring_the_number_back(store, make_number, enter, sentence, qtbot, name):
    control = make_number(name)
    box, text = control.findChild(NumberBox), control.findChild(NumberBox).text()
    enter(box, "-9999")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), sentence(control)) == (text, "")
    enter(box, "-9999", Qt.Key.Key_Tab)
    assert box.text() == text
    assert store.value(name) == MIDDLE[name]


@numbers
def test_a_slider_clears_the_error(make_number, enter, sentence, qtbot, name):
    control = make_number(name)
    enter(control.findChild(NumberBox), "-9999")
    assert sentence(control)
    slider = control.findChild(NumberSlider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
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
def test_what_the_slider_cannot_show_is_left_alone(store, make_number, name, value, at_end):
    control = make_number(name)
    store.set(name, value)
    slider = control.findChild(NumberSlider)
    assert slider.value() == (slider.maximum() if at_end else 0)
    assert (store.value(name), shown(control)) == (value, value)


def test_the_range_of_top_follows_the_number_of_classes(store, make_number, qtbot, enter, sentence):
    control = make_number("top")
    slider, box = control.findChild(NumberSlider), control.findChild(NumberBox)
    enter(box, "5")
    store.edit("fewer", lambda s: s.with_vector((1, 2, 3)))
    assert (store.value("top"), shown(control), slider.value()) == (3, 3, 2)
    assert slider.value() == slider.maximum()
    enter(box, "4")
    assert "from 1 to 3." in sentence(control)
    enter(box, "2")
    store.edit("more", lambda s: s.with_class_added())
    assert (store.value("top"), slider.value(), slider.maximum()) == (2, 1, 3)
    store.edit("many", lambda s: s.with_vector((1,) * 64))
    assert store.value("top") == 2
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert (store.value("top"), shown(control)) == (64, 64)
    store.edit("two", lambda s: s.with_vector((1, 1)))
    assert (store.value("top"), slider.value(), slider.maximum()) == (2, 1, 1)
    for _ in range(3):
        store.history.undo()
    assert (store.value("top"), slider.value(), slider.maximum()) == (2, 1, 3)


def test_showing_another_number_of_classes_asks_for_no_edit(store, make_number):
    make_number("top")
    for n in (3, 64, 2, 5):
        store.edit("vector", lambda s, n=n: s.with_vector((1,) * n))
    assert store.history.count() == 4


def test_a_number_without_a_largest_one_has_a_slider_all_the_same(store, show, qtbot, enter):
    control = show(NumberControl(store, "temperature"), 340)
    slider, box = control.findChild(NumberSlider), control.findChild(NumberBox)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert store.value("temperature") == 10
    enter(box, "50")
    assert (store.value("temperature"), slider.value()) == (50, slider.maximum())
    enter(box, "1e300")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert store.value("temperature") == 1e300
