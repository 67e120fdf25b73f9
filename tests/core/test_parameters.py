"""Parameters as a value: what is accepted, defaults, equality, and that nothing can be changed."""

import dataclasses
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from gumbel_gui.core.losses import FIRST_FOUR, Estimator, Loss, default_weights
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import (
    MAX_DRAWS,
    MAX_STEPS,
    PARAMETERS,
    ParameterError,
    Parameters,
    effective_temperature,
)

FAIR = (0.5, 0.5)
THREE = (0.2, 0.3, 0.5)
FOUR = (0.1, 0.2, 0.3, 0.4)
DEFAULT = Parameters(THREE)
PLOT_FIELDS = (
    *(
        "mistake",
        "selected",
        "pair",
        "top",
        "relaxed_top",
        "logit_axis",
        "noise_scale",
        "location",
        "scale",
    ),
)
LEARNING_FIELDS = (
    *("trio", "schedule", "loss", "weights", "estimator", "estimators", "samples", "eta"),
    *("backward_temperature", "learning_rate", "annealed", "steps"),
)


def test_the_widest_allowed_values_are_accepted():
    p = Parameters((1.0,) * 64, 1.7e308, 10**11, 2**63 - 1)
    assert (p.classes, p.temperature, p.draws, p.seed) == (64, 1.7e308, 10**11, 2**63 - 1)
    assert p.probabilities == (1 / 64,) * 64
    smallest = Parameters((0, 1), 0, 1, 0)
    assert (smallest.temperature, smallest.draws, smallest.seed) == (0, 1, 0)


def test_the_widest_selections_and_scales_are_accepted():
    widest = Parameters(
        (1,) * 64,
        draws=MAX_DRAWS,
        selected=MAX_DRAWS,
        pair=(63, 0),
        top=64,
        noise_scale=100,
        location=-100,
        scale=0.01,
    )
    assert (widest.selected, widest.pair, widest.top) == (10**11, (63, 0), 64)
    smallest = Parameters((0, 1), draws=1, selected=1, pair=(1, 0), top=1, noise_scale=0.01)
    assert (smallest.selected, smallest.pair, smallest.top) == (1, (1, 0), 1)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("selected", 0, 0),
        ("selected", 1, 1),
        ("selected", 100_000, 100_000),
        ("selected", 1e5, 100_000),
        ("selected", np.int64(3), 3),
        ("selected", np.uint8(3), 3),
        ("selected", np.float64(3), 3),
        ("given", [2], (2,)),
        ("pair", (1, 0), (1, 0)),
        ("pair", (0, 2), (0, 2)),
        ("pair", [2, 1], (2, 1)),
        ("pair", np.array([2, 0]), (2, 0)),
        ("pair", np.array([2.0, 0.0]), (2, 0)),
        ("pair", (np.uint8(1), 2.0), (1, 2)),
        ("pair", range(1, 3), (1, 2)),
        ("top", 1, 1),
        ("top", 3, 3),
        ("top", 3.0, 3),
        ("top", np.int8(2), 2),
        *(
            (name, *case)
            for name in ("noise_scale", "scale")
            for case in (
                (0.01, 0.01),
                (100, 100.0),
                (np.float32(0.5), 0.5),
                (np.array(2), 2.0),
                (Fraction(1, 2), 0.5),
                (Decimal("0.5"), 0.5),
            )
        ),
        ("location", -100, -100.0),
        ("location", 100, 100.0),
        ("location", 5e-324, 5e-324),
        ("location", np.int64(-3), -3.0),
        ("location", Fraction(-1, 2), -0.5),
    ],
)
def test_accepted_selections_and_scales_become_plain_python(field, value, kept):
    got = getattr(Parameters(THREE, **{field: value}), field)
    assert (got, type(got)) == (kept, type(kept))
    if field == "pair":
        assert [type(k) for k in got] == [int, int]
    plain = Parameters(THREE, **{field: kept})
    again = dataclasses.replace(Parameters(THREE, **{field: value}))
    for same in (Parameters(THREE, **{field: value}), again):
        assert (same, hash(same), repr(same)) == (plain, hash(plain), repr(plain))


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("trio", [3, 1.0, np.int8(0)], (3, 1, 0)),
        ("trio", np.array([2, 3, 0]), (2, 3, 0)),
        ("trio", range(1, 4), (1, 2, 3)),
        ("schedule", [100, 10, 0.01], (100.0, 10.0, 0.01)),
        ("schedule", (0.01, 0.0001, 0.01), (0.01, 0.0001, 0.01)),
        ("schedule", np.array([2, 1, 2]), (2.0, 1.0, 2.0)),
        ("schedule", iter((2, Fraction(1, 2), 1)), (2.0, 0.5, 1.0)),
        ("loss", "cost", Loss.COST),
        ("loss", np.str_("distance"), Loss.DISTANCE),
        ("weights", [], ()),
        ("weights", np.array([]), ()),
        ("weights", [-1000, 1000, -0.0, Fraction(1, 4)], (-1000.0, 1000.0, 0.0, 0.25)),
        ("weights", np.float32([1, 2, 3, 4]), (1.0, 2.0, 3.0, 4.0)),
        *(("estimator", name.value, name) for name in Estimator),
        ("estimators", ["rebar", Estimator.REINFORCE], (Estimator.REINFORCE, Estimator.REBAR)),
        ("estimators", iter(Estimator), tuple(Estimator)),
        ("samples", 64.0, 64),
        ("eta", 10, 10.0),
        ("backward_temperature", 100, 100.0),
        ("learning_rate", 0.001, 0.001),
        ("learning_rate", 100, 100.0),
        ("annealed", True, True),
        ("annealed", np.True_, True),
        ("annealed", np.False_, False),
        ("steps", 0, 0),
        ("steps", 300.0, 300),
        ("steps", np.uint8(7), 7),
    ],
)
def test_accepted_schedules_losses_and_steps_become_plain_python(field, value, kept):
    given_so = Parameters(FOUR, **{field: value})
    got = getattr(given_so, field)
    assert (got, type(got)) == (kept, type(kept))
    if isinstance(kept, tuple):
        assert [type(each) for each in got] == [type(each) for each in kept]
    plain = Parameters(FOUR, **{field: kept})
    assert (given_so, hash(given_so), repr(given_so)) == (plain, hash(plain), repr(plain))


@pytest.mark.parametrize(
    "p",
    [
        Parameters([0.25, 0.75], 2, 10, 3),
        Parameters(np.array([1.0, 3.0]), np.float64(2), np.int64(10), np.uint8(3)),
        Parameters(np.array([1, 3], np.float32), np.float32(2), np.int16(10), np.int8(3)),
        Parameters((np.float64(1), Fraction(3)), np.array(2.0), 10.0, 3.0),
    ],
    ids=["python", "float64", "float32", "mixed"],
)
def test_numpy_and_python_numbers_give_the_same_value(p):
    same = Parameters((0.25, 0.75), 2.0, 10, 3)
    assert (p, hash(p), repr(p)) == (same, hash(same), repr(same))
    assert {type(x) for x in p.probabilities} == {float}
    assert [type(x) for x in (p.temperature, p.draws, p.seed)] == [float, int, int]


def test_a_negative_zero_becomes_a_plain_zero():
    assert repr(Parameters((-0.0, 1.0), -0.0)) == repr(Parameters((0.0, 1.0), 0.0))


def test_a_location_of_minus_zero_becomes_a_plain_zero():
    assert repr(Parameters(THREE, location=-0.0)) == repr(DEFAULT)


def test_a_pair_from_an_iterator_is_kept():
    assert Parameters(THREE, pair=iter((2, 1))).pair == (2, 1)
    with pytest.raises(ParameterError) as caught:
        Parameters(THREE, pair=iter((0, 1, 2)))
    assert caught.value.field == "pair"


@pytest.mark.parametrize("mistake", Mistake)
def test_a_mistake_is_accepted_by_its_name(mistake):
    for value in (mistake, mistake.value, str(mistake), np.str_(mistake.value)):
        parameters = Parameters(THREE, mistake=value)
        assert parameters.mistake is mistake
        assert parameters == Parameters(THREE, mistake=mistake)
        assert repr(parameters) == repr(Parameters(THREE, mistake=mistake))


def test_the_names_of_the_mistakes():
    """They are written in settings, on command lines and in exported figures."""
    assert list(Mistake) == [
        *("none", "noise-on-p", "uniform-noise", "normal-noise", "logistic-noise", "no-noise"),
        *("wrong-sign", "noise-after-t", "t-outside", "t-in-logarithms"),
        *("float32-uniform", "half-precision", "ties-twice"),
    ]
    assert next(iter(Mistake)) is Mistake.NONE is DEFAULT.mistake


@pytest.mark.parametrize("mistake", Mistake)
def test_only_noise_with_t_in_it_depends_on_t(mistake):
    cold, warm = (Parameters(THREE, t, mistake=mistake).noise for t in (0.2, 3.0))
    assert (cold == warm) == (mistake.value != "t-in-logarithms")


@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("t", [0, 0.2, 1, 1e300])
def test_where_t_does_not_divide_the_scores_softmax_has_t_1(mistake, t):
    """exp(g) / t, normalised, is softmax(g)."""
    found = Parameters(THREE, t, mistake=mistake).effective_temperature
    whole = mistake.value in ("t-outside", "noise-after-t", "t-in-logarithms")
    assert found == (1 if whole else t)
    assert effective_temperature(mistake, t) == found


@pytest.mark.parametrize("t", [0, 1e-300, 0.5, 2, 1e300])
def test_noise_after_t_is_added_to_ln_p_over_t(t):
    logits = Parameters((0.2, 0.4, 0.4, 0), t, mistake=Mistake.NOISE_AFTER_T).logits
    behind = max(np.log(0.5) / t, -1e30) if t else -np.inf
    np.testing.assert_allclose(logits, [behind, 0, 0, -np.inf])


def test_two_classes_have_an_empty_third_corner():
    assert Parameters((1, 1)).trio == (0, 1, 2)
    assert Parameters((1, 1), trio=(2, 0, 1)).trio == (2, 0, 1)
    with pytest.raises(ParameterError, match="three different classes from 0 to 2"):
        Parameters((1, 1), trio=(0, 1, 3))
    assert Parameters((1,) * 64, trio=(63, 0, 62)).trio == (63, 0, 62)


@pytest.mark.parametrize("loss", Loss)
def test_weights_that_were_not_chosen_are_the_default_ones(loss):
    assert Parameters(FOUR, loss=loss).loss_weights == default_weights(loss, 4)
    assert Parameters(FOUR, loss=loss, weights=(4, 3, 2, 0)).loss_weights == (4, 3, 2, 0)
    assert Parameters(FOUR, loss=loss, weights=(0, 0, 0, 0)).loss_weights == (0, 0, 0, 0)


def test_defaults_are_the_published_ones():
    p = Parameters(FAIR)
    assert (p.temperature, p.draws, p.seed) == (1.0, 100_000, 0)


def test_defaults_of_selections_and_scales():
    assert {name: getattr(DEFAULT, name) for name in PLOT_FIELDS} == {
        "mistake": Mistake.NONE,
        "selected": 0,
        "pair": (0, 1),
        "top": 2,
        "relaxed_top": False,
        "logit_axis": False,
        "noise_scale": 2.0,
        "location": 0.0,
        "scale": 1.0,
    }
    names = [field.name for field in dataclasses.fields(Parameters)]
    assert names[:13] == ["probabilities", "temperature", "draws", "seed", *PLOT_FIELDS]
    assert Parameters((1, 1)) == Parameters((0.5, 0.5))
    assert names == list(PARAMETERS)


def test_defaults_of_schedules_and_losses():
    assert {name: getattr(Parameters(FOUR), name) for name in LEARNING_FIELDS} == {
        "trio": (0, 1, 2),
        "schedule": (5.0, 0.05, 0.1),
        "loss": Loss.DISTANCE,
        "weights": (),
        "estimator": Estimator.GUMBEL_SOFTMAX,
        "estimators": FIRST_FOUR,
        "samples": 4,
        "eta": 1.0,
        "backward_temperature": 1.0,
        "learning_rate": 0.5,
        "annealed": False,
        "steps": MAX_STEPS,
    }


def test_parameters_that_differ_in_p_t_draws_or_seed_are_unequal():
    values = [Parameters(FAIR)] + [
        dataclasses.replace(Parameters(FAIR), **change)
        for change in (
            {"probabilities": (0.4, 0.6)},
            {"probabilities": (0.5, 0.5, 0.0)},
            {"temperature": 0.0},
            {"draws": 1},
            {"seed": 1},
        )
    ]
    assert len(set(values)) == len(values)


PLOT_CHANGES = (
    {},
    {"mistake": "no-noise"},
    {"mistake": "normal-noise"},
    {"selected": 1},
    {"selected": 2},
    {"pair": (1, 0)},
    {"pair": (0, 2)},
    {"top": 1},
    {"top": 3},
    {"noise_scale": 1.0},
    {"location": 1.0},
    {"scale": 2.0},
)


def test_parameters_that_differ_in_selections_or_scales_are_unequal():
    values = [dataclasses.replace(DEFAULT, **change) for change in PLOT_CHANGES]
    assert len(set(values)) == len(values)
    for i, one in enumerate(values):
        for j, other in enumerate(values):
            assert (one == other) == (i == j)


@pytest.mark.parametrize("change", PLOT_CHANGES)
def test_equal_parameters_are_one_key(change):
    one, other = (dataclasses.replace(DEFAULT, **change) for _ in range(2))
    assert one is not other
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert {one: 1}[other] == 1


LEARNING_CHANGES = (
    {},
    {"trio": (2, 1, 0)},
    {"schedule": (4, 0.05, 0.1)},
    {"loss": "cost"},
    {"weights": (1, 2, 3, 4)},
    {"estimator": "reinforce"},
    {"estimators": ["reinforce"]},
    {"samples": 2},
    {"eta": 0},
    {"backward_temperature": 2},
    {"learning_rate": 1},
    {"annealed": True},
    {"steps": 0},
)


def test_parameters_that_differ_in_schedules_or_losses_are_unequal():
    assert len({Parameters(FOUR, **change) for change in LEARNING_CHANGES}) == len(LEARNING_CHANGES)


def test_parameters_cannot_be_changed():
    p = Parameters(FAIR)
    with pytest.raises(dataclasses.FrozenInstanceError):
        p.temperature = 2.0
    p.p[0] = 9
    assert p.probabilities == FAIR
    np.testing.assert_array_equal(p.p, FAIR)


@pytest.mark.parametrize("field", PLOT_FIELDS)
def test_no_field_can_be_set_again(field):
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(DEFAULT, field, getattr(DEFAULT, field))


@pytest.mark.parametrize(("removed", "left"), [(0, 1), (1, 1), (2, 0), (3, 2)])
def test_the_class_that_won_follows_a_class_that_is_removed(removed, left):
    """If it is gone itself, the first class takes its place."""
    four = Parameters((1, 2, 3, 4), given=(2,))
    p = tuple(x for k, x in enumerate(four.probabilities) if k != removed)
    assert four.changed(removed, probabilities=p).given == (left,)
