"""Steps of the guide: the state that each prepares, and the check that it was tried.

The texts are in ``lessons``; they name the numbers that are set here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.gui.state.state import LabState

MANY, FEW = 100_000, 100
"""Numbers of draws: of all steps but one, and of the one that asks for more."""
COLD, COLD_MODEL = 0.1, 0.5
PRICED = (
    *(Estimator.GUMBEL_SOFTMAX, Estimator.SOFTMAX_STRAIGHT_THROUGH, Estimator.REINMAX),
    *(Estimator.REINFORCE, Estimator.BASELINE),
)
"""Estimators whose prices a lesson compares."""
FINE = 16
"""Bits of x with which the rarest class of the ladder is drawn nearly as often as it should be."""
LADDER = (0.0001, 0.001, 0.01, 0.1, 0.8889)
"""Probabilities of which the smallest are lost where x has few bits."""
NEARLY_ONE = 0.05
"""How far from 1 the scale may be: a slider can hardly be set exactly."""


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        view: a key of ``plots.base.VIEWS``.
        plots: one to three plots of it, which are shown.
        prepare: returns the state of the step; preparing a prepared state changes nothing.
        tried: whether the step was tried, from the prepared state and the present one.
    """

    view: str
    plots: tuple[str, ...]
    prepare: Callable[[LabState], LabState]
    tried: Callable[[LabState, LabState], bool]


def _set_up(
    p: tuple[float, ...] = NOTE_PROBABILITIES, **changes: object
) -> Callable[[LabState], LabState]:
    """Return a function that sets the vector and all parameters of a lesson.

    Seed, names of classes and plot options stay as they are.
    """

    def prepare(state: LabState) -> LabState:
        given = {"draws": MANY, "selected": 1, "pair": (3, 2), **changes}
        seed = state.parameters.seed
        parameters = Parameters(p, seed=seed, **given)  # type: ignore[arg-type]
        return replace(state.with_vector(p), parameters=parameters)

    return prepare


def _differs(*names: str) -> Callable[[LabState, LabState], bool]:
    """Return a check that one of these parameters was changed."""
    return lambda before, now: any(
        getattr(before.parameters, name) != getattr(now.parameters, name) for name in names
    )


def _another_draw(before: LabState, now: LabState) -> bool:
    return now.parameters.selected not in (0, before.parameters.selected)


def _mistake_fixed(_: LabState, now: LabState) -> bool:
    return now.parameters.mistake is Mistake.NONE


def _many_draws(_: LabState, now: LabState) -> bool:
    return now.parameters.draws >= MANY


def _plain_noise(_: LabState, now: LabState) -> bool:
    return math.isclose(now.parameters.noise_scale, 1, rel_tol=0, abs_tol=NEARLY_ONE)


def _cold(_: LabState, now: LabState) -> bool:
    return now.parameters.temperature <= COLD


def _colder_model(_: LabState, now: LabState) -> bool:
    return now.parameters.decoding_temperature <= COLD_MODEL


def _fine_noise(_: LabState, now: LabState) -> bool:
    return now.parameters.bits >= FINE


def _another_jacobian(before: LabState, now: LabState) -> bool:
    return _another_draw(before, now) or _differs("temperature")(before, now)


STEPS = (
    Step(
        *("sample", ("class_frequencies",)),
        _set_up(temperature=0.5, mistake=Mistake.NO_NOISE),
        _differs("probabilities"),
    ),
    Step(
        *("sample", ("class_frequencies",)),
        _set_up(temperature=0.5, mistake=Mistake.NOISE_ON_P),
        _mistake_fixed,
    ),
    Step(
        *("noise", ("inverse_transform", "gumbel_family")),
        _set_up(temperature=0.5),
        _another_draw,
    ),
    Step(
        *("sample", ("noise_histogram", "class_frequencies")),
        _set_up(temperature=0.5, draws=FEW),
        _many_draws,
    ),
    Step(*("samplers", ("winning_region",)), _set_up(temperature=0.5), _differs("pair")),
    Step(*("samplers", ("sampler_comparison", "top_k")), _set_up(temperature=0.5), _plain_noise),
    Step(*("sample", ("relaxed_vectors", "relaxed_density")), _set_up(temperature=1.0), _cold),
    Step(
        *("temperature", ("expectation_by_temperature", "simplex", "annealing")),
        _set_up(temperature=1.0),
        _differs("temperature"),
    ),
    Step(*("gradients", ("jacobian",)), _set_up(temperature=1.0), _another_jacobian),
    Step(
        *("gradients", ("gradient_estimators", "descent")),
        _set_up(temperature=0.5, steps=0),
        _differs("steps", "loss", "weights", "temperature"),
    ),
    Step(*("at_work", ("decoding",)), _set_up(temperature=0.5), _colder_model),
    Step(
        *("gradients", ("gradient_estimators", "estimator_costs")),
        _set_up(temperature=1.0, estimators=PRICED),
        _differs("temperature", "estimator", "estimators"),
    ),
    Step(
        *("given_winner", ("winner_noise", "largest_score", "conditional_draws")),
        _set_up(temperature=0.5, given=(3,)),
        _differs("given"),
    ),
    Step(*("at_work", ("noise_precision",)), _set_up(LADDER, temperature=0.5), _fine_noise),
    Step(*("at_work", ("common_noise",)), _set_up(temperature=0.5), _differs("probabilities")),
)
"""The steps, in the order of the lessons."""
