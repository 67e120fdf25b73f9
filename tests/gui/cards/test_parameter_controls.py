"""make_control: every parameter of a card has a control by its kind, and the right plots follow."""

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QCheckBox, QPushButton

from gumbel_gui.core import kinds
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.gui.cards.number_control import NumberControl
from gumbel_gui.gui.cards.parameter_controls import ClassesControl, FlagControl, make_control
from gumbel_gui.gui.cards.vector_controls import (
    OrderControl,
    ScheduleControl,
    SharesControl,
    WeightsControl,
)
from gumbel_gui.gui.controls.choice_control import ChoiceControl
from gumbel_gui.gui.controls.members_control import MembersControl
from gumbel_gui.gui.controls.parameter_box import ParameterBox
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider
from gumbel_gui.plots import plot_types, plots_of

ON_CARDS = [
    (kind.view, plot, name) for plot, kind in plot_types().items() for name in kind.controls
]
NAMES = sorted({name for _, _, name in ON_CARDS})
BOXES = {kinds.Number: 1, kinds.Whole: 1, kinds.Weights: 1, kinds.Shares: 1, kinds.Schedule: 3}
"""How many boxes a control has."""
LISTS = {
    kinds.Choice: lambda _: 1,
    kinds.Classes: lambda kind: len(kind.places),
    kinds.Order: lambda kind: len(kind.names),
}
"""How many lists it has."""
PARTS = (Choice, NumberBox, NumberSlider, QPushButton, QCheckBox)
each_name = pytest.mark.parametrize("name", NAMES)


def of_kind(kind):
    return [name for name in NAMES if isinstance(PARAMETERS[name].kind, kind)]


each_list = pytest.mark.parametrize("name", of_kind(kinds.Choice))


@pytest.fixture
def store(make_store):
    others = {"loss": "cost", "keep_top": 2, "keep_ratio": 0.5}
    return make_store((0.1, 0.2, 0.3, 0.15, 0.25), pair=(3, 2), steps=100, **others)


@pytest.fixture
def playbacks(store, playbacks_of):
    return playbacks_of(store)


@pytest.fixture
def make_one(store, show, playbacks):
    """Return a function that shows the control of a parameter."""
    return lambda name: show(make_control(name, store, playbacks), 340)


def parts_of(control):
    return [part for kind in PARTS for part in control.findChildren(kind)] or [control]


def activate(choice, i):
    choice.setCurrentIndex(i)
    choice.activated.emit(i)


@each_name
def test_the_control_is_that_of_the_kind(make_one, playbacks, name):
    expected = {
        kinds.Number: NumberControl,
        kinds.Whole: PlaybackControl if name in playbacks else NumberControl,
        kinds.Choice: ChoiceControl,
        kinds.Flag: FlagControl,
        kinds.Members: MembersControl,
        kinds.Classes: ClassesControl,
        kinds.Order: OrderControl,
        kinds.Weights: WeightsControl,
        kinds.Shares: SharesControl,
        kinds.Schedule: ScheduleControl,
    }
    assert type(make_one(name)) is expected[type(PARAMETERS[name].kind)]


def test_what_is_not_played_has_the_control_of_its_kind(store, qtbot):
    control = make_control("steps", store, {})
    qtbot.addWidget(control)
    assert type(control) is NumberControl


def test_every_parameter_that_plots_alone_depend_on_is_set_on_a_card():
    in_column = {"probabilities", "temperature", "draws", "seed", "mistake", "selected"}
    assert set(NAMES) == PARAMETERS.keys() - in_column
    for kind in plot_types().values():
        assert set(kind.controls) <= kind.depends | kind.shows, kind.name


@each_name
def test_a_change_is_shown_and_asks_for_no_edit(store, make_one, with_another, name):
    control = make_one(name)
    control.resize(900, control.height())  # so that one step of a slider is above one pixel
    look = control.grab().toImage()
    store.set(name, getattr(with_another(store.state.parameters, name), name))
    assert store.history.count() == 1
    assert control.grab().toImage() != look
    store.history.undo()
    assert control.grab().toImage() == look
    assert store.history.count() == 1


@each_name
def test_the_wheel_counts_only_with_the_focus(store, make_one, turn, name):
    control = make_one(name)
    before = store.state
    parts = parts_of(control)
    for part in parts:
        part.clearFocus()
        turn(part)
        assert store.state == before, part
    for part in parts:
        part.setFocus()
        last = isinstance(part, Choice) and part.currentIndex() == part.count() - 1
        turn(part)
        whole = isinstance(PARAMETERS[name].kind, kinds.Weights | kinds.Shares)
        turns = not whole and isinstance(part, Choice | NumberBox | NumberSlider) and not last
        assert (store.state != before) == turns, part
        if turns:
            store.history.undo()


@each_name
def test_every_control_has_a_name_of_its_own_and_is_reached_by_keys(make_one, name):
    control = make_one(name)
    parts = parts_of(control)
    names = [part.accessibleName() for part in parts]
    assert all(names)
    shared = isinstance(control, NumberControl)  # its slider and box have the same name
    assert len(set(names)) == (1 if shared else len(names))
    for part in parts:
        assert part.focusPolicy() in (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.TabFocus)


@each_name
def test_every_control_fits_a_narrow_card(make_one, name):
    """Of the smallest window: 308 pixels with its margins."""
    assert make_one(name).minimumSizeHint().width() <= 273


# Lists.


@each_list
def test_a_list_has_everything_there_is_by_its_name(store, make_one, name):
    declared, control = PARAMETERS[name], make_one(name)
    assert [control.itemText(i) for i in range(control.count())] == [
        member.label for member in declared.kind.members
    ]
    assert control.currentText() == store.value(name).label
    assert control.accessibleName() == control.toolTip() == declared.words


@each_list
def test_another_is_chosen_and_undone(store, make_one, name):
    members, control = list(PARAMETERS[name].kind.members), make_one(name)
    before = store.value(name)
    for i, member in enumerate(members):
        activate(control, i)
        assert store.value(name) is member
    assert store.history.undoText() == f"Change {PARAMETERS[name].words}"
    while store.history.canUndo():
        store.history.undo()
        assert members[control.currentIndex()] is store.value(name)
    assert store.value(name) is before


@each_list
def test_choosing_what_is_chosen_changes_nothing(store, make_one, name):
    control = make_one(name)
    activate(control, control.currentIndex())
    assert store.history.count() == 0


@each_list
def test_a_list_is_moved_by_keys_and_by_the_wheel_with_the_focus_only(
    store, make_one, qtbot, turn, name
):
    control = make_one(name)
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Home)
    first = store.value(name)
    assert first is next(iter(PARAMETERS[name].kind.members))
    control.clearFocus()
    turn(control)
    assert store.value(name) is first
    control.setFocus()
    turn(control)
    assert store.value(name) is not first
    qtbot.keyClick(control, Qt.Key.Key_Up)
    assert store.value(name) is first


# Check boxes.


@pytest.mark.parametrize("way", ["click", "space"])
@pytest.mark.parametrize("name", of_kind(kinds.Flag))
def test_a_check_box_is_switched_and_undone(store, make_one, qtbot, name, way):
    control = make_one(name)
    assert not control.isChecked()
    for on in (True, False):
        if way == "click":
            place = QPoint(5, control.height() // 2)
            qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=place)
        else:
            control.setFocus()
            qtbot.keyClick(control, Qt.Key.Key_Space)
        assert store.value(name) == control.isChecked() == on
    store.history.undo()
    assert control.isChecked()
    store.history.undo()
    assert not control.isChecked()
    assert not store.history.canUndo()


def test_a_check_box_names_and_describes_its_parameter(store, make_one, turn):
    control = make_one("annealed")
    assert isinstance(control, QCheckBox)
    assert control.text() == "annealed"
    assert control.accessibleName() == "annealing of the descent"
    assert "schedule" in control.toolTip()
    control.setFocus()
    turn(control)
    assert store.history.count() == 0


# Cards in the window.


SMALL = LabState(
    Parameters(
        (0.2, 0.3, 0.4, 0.1), temperature=0.5, draws=3000, seed=5, pair=(1, 2), estimators=Estimator
    ),
    ("sun", "rain", "snow", "fog"),
    (False,) * 4,
)


OWNERS = {"samples": "gumbel-rao", "eta": "rebar", "backward_temperature": "decoupled"}
"""Estimators that alone depend on a parameter: captions tell of the chosen one."""


@pytest.mark.sweep(2)
@pytest.mark.parametrize("view", sorted({view for view, _, _ in ON_CARDS}))
def test_a_control_on_a_card_changes_its_picture_and_no_other(open_lab, settle, with_another, view):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    for _, plot, name in (each for each in ON_CARDS if each[0] == view):
        owner = SMALL.with_parameter("estimator", OWNERS.get(name, "gumbel-softmax"))
        if lab.store.state != owner:
            settle(lab, lambda owner=owner: lab.store.edit("", lambda _: owner))
        check_control(lab, settle, with_another, plot, name)


def check_control(lab, settle, with_another, plot, name):
    """Fail unless a parameter changes the picture of a plot, and the sums that depend on it."""
    card = lab.window.cards[plot]
    before, picture, result = (card.caption, card.accessibleName()), card.plot, lab.result
    value = getattr(with_another(lab.store.state.parameters, name), name)
    settle(lab, lambda: lab.store.set(name, value))
    for other, summary in lab.result.summaries.items():
        kind = plot_types()[other]
        if kind.sampled:
            kept = summary is result.summaries[other]
            assert kept == (name not in kind.depends), (name, other)
        else:
            assert summary is None, other
    assert card.plot is picture
    assert (card.caption, card.accessibleName()) != before, name
    settle(lab, lab.store.history.undo)
    assert (card.caption, card.accessibleName()) == before, name


@pytest.mark.parametrize("view", sorted({view for view, _, _ in ON_CARDS}))
def test_cards_have_their_controls(open_lab, settle, view):
    lab = open_lab(SMALL)
    if view != "sample":
        settle(lab, lambda: lab.set_view(view))
    for name, kind in plots_of(view).items():
        card = lab.window.cards[name]
        seen = {
            part: [each for each in card.findChildren(part) if each.isVisible()]
            for part in (NumberBox, Choice, PlaybackControl)
        }
        played = lab.playbacks.keys() & set(kind.controls)
        declared = {name: PARAMETERS[name].kind for name in kind.controls}
        boxes = sum(
            BOXES.get(type(each), 0)
            for control, each in declared.items()
            if control not in played or isinstance(each, kinds.Schedule)
        )
        lists = sum(LISTS[type(each)](each) for each in declared.values() if type(each) in LISTS)
        found = {part: len(each) for part, each in seen.items()}
        assert found == {NumberBox: boxes, Choice: lists, PlaybackControl: len(played)}, name
        for box in seen[NumberBox]:
            box.setFocus()
            assert lab.window.focused_plot() == name


def test_a_control_that_makes_no_difference_is_hidden(open_lab, settle):
    """m is of Gumbel-Rao and of leave-one-out, η of REBAR, t_b of the decoupled estimator."""
    lab = open_lab(SMALL.with_parameter("estimators", ("reinforce",)))
    settle(lab, lambda: lab.set_view("gradients"))

    def shown(plot):
        boxes = lab.window.cards[plot].findChildren(ParameterBox)
        return [box.name for box in boxes if box.isVisible()]

    for estimators, expected in (
        (("leave-one-out",), ["samples"]),
        (("rebar",), ["eta"]),
        (("gumbel-rao", "rebar"), ["samples", "eta"]),
        (("decoupled",), ["backward_temperature"]),
        (("reinforce",), []),
    ):
        settle(lab, lambda some=estimators: lab.store.set("estimators", some))
        assert shown("estimator_costs") == ["evaluations", *expected]
        both = [name for name in expected if name != "backward_temperature"]
        assert shown("gradient_estimators") == both
