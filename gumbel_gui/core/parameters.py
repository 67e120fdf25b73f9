"""Parameters: the one value that every picture depends on, and the declaration of each of them.

A parameter is declared once, as a field of ``Parameters``. Checks, command line, settings,
provenance, undo texts and the controls on the cards follow from the declaration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Self

import numpy as np

from gumbel_gui.core import kinds
from gumbel_gui.core.arrays import Booleans, Floats
from gumbel_gui.core.checks import ParameterError as ParameterError  # its public place
from gumbel_gui.core.declarations import Declaration, declare
from gumbel_gui.core.kinds import Choice, Classes, Flag, Members, Number, Order, Whole
from gumbel_gui.core.losses import FIRST_FOUR, Estimator, Loss, default_weights
from gumbel_gui.core.mistakes import Mistake, Noise
from gumbel_gui.core.precision import FEWEST_BITS, MOST_BITS, NoiseFormat
from gumbel_gui.core.probabilities import MAX_CLASSES, MIN_CLASSES, Distribution
from gumbel_gui.language import mark

MAX_DRAWS = 10**11
MAX_SEED = 2**63 - 1
MAX_STEPS = 300
LARGEST_WEIGHT = 1000.0

NOTE_LOGITS = (1.0, 2.0, 3.0, 4.0, 2.0)
NOTE_PROBABILITIES = (0.02948882, 0.08015893, 0.21789455, 0.5922988, 0.08015893)
"""The vector of the note, as printed there; it sums to 1.00000003."""
LOGITS = Declaration(
    None,
    kinds.Logits(),
    "ln p",
    mark("logits of the classes"),
    mark("in place of probabilities; any constant in them cancels"),
    option="logits",
)


@dataclass(frozen=True)
class Parameters:
    """Everything a picture depends on. Two equal Parameters give bit-equal results.

    K, the number of classes, is the number of probabilities. Classes are numbered from 0.

    Raises:
        ParameterError: naming the parameter, the value and what is allowed.
    """

    probabilities: tuple[float, ...] = declare(
        NOTE_PROBABILITIES,
        kinds.Probabilities(MIN_CLASSES, MAX_CLASSES),
        "p",
        mark("probabilities of the classes"),
        required=True,
        instead=LOGITS,
    )
    temperature: float = declare(
        1.0, Number(0), "t", mark("temperature"), mark("0 is the one-hot limit")
    )
    draws: int = declare(100_000, Whole(1, MAX_DRAWS), "n", mark("number of draws"))
    seed: int = declare(
        0, Whole(0, MAX_SEED), "", mark("seed"), mark("equal seeds give equal draws")
    )
    mistake: Mistake = declare(Mistake.NONE, Choice(Mistake), "", mark("mistake made on purpose"))
    selected: int = declare(
        0,
        Whole(0, "draws"),
        "",
        mark("number of the draw that is marked"),
        mark("counted from 1; 0 marks none"),
        option="draw",
    )
    pair: tuple[int, int] = declare(
        (0, 1),
        Classes((("i", mark("first class, i")), ("j", mark("second class, j")))),
        "i,j",
        mark("classes of the winning region"),
    )
    top: int = declare(2, Whole(1, "classes"), "k", mark("number of classes k"))
    relaxed_top: bool = declare(False, Flag(), mark("relaxed"), mark("relaxed top-k at t"))
    logit_axis: bool = declare(False, Flag(), mark("logit axis"), mark("logit axis of s"))
    noise_scale: float = declare(
        2.0, Number(0.01, 100, ends=(0.1, 10), logarithmic=True), "b", mark("scale b of the noise")
    )
    location: float = declare(0.0, Number(-100, 100, ends=(-3, 3)), "μ", mark("location μ"))
    # ``--scale`` is that of a figure's texts and lines.
    scale: float = declare(
        1.0, Number(0.01, 100, ends=(0.2, 3), logarithmic=True), "β", mark("scale β"), option="beta"
    )
    trio: tuple[int, int, int] = declare(
        (0, 1, 2),
        Classes(
            (("◣", mark("corner left")), ("◢", mark("corner right")), ("▲", mark("corner on top")))
        ),
        "i,j,k",
        mark("corners of the triangle"),
    )
    schedule: tuple[float, float, float] = declare(
        (5.0, 0.05, 0.1),
        kinds.Schedule(
            (
                ("t₀", mark("temperature at the start, t₀")),
                ("r", mark("rate r")),
                ("t_min", mark("lowest temperature, t_min")),
            )
        ),
        "t₀,r,t_min",
        mark("annealing schedule"),
    )
    loss: Loss = declare(Loss.DISTANCE, Choice(Loss), "", mark("loss"))
    weights: tuple[float, ...] = declare(
        (),
        kinds.Weights(LARGEST_WEIGHT),
        "w",
        mark("weights of the loss"),
        mark("costs of the classes, or the target; empty for the usual ones"),
        resets_with="loss",
    )
    estimator: Estimator = declare(
        Estimator.GUMBEL_SOFTMAX,
        Choice(Estimator),
        "",
        mark("estimator whose p is shown, and whose bias is told"),
    )
    estimators: tuple[Estimator, ...] = declare(
        FIRST_FOUR,
        Members(Estimator),
        mark("estimators"),
        mark("estimators that are shown"),
        mark("besides the chosen one"),
    )
    samples: int = declare(
        4, Whole(2, 64), "m", mark("samples m of Gumbel-Rao and of leave-one-out")
    )
    eta: float = declare(1.0, Number(0, 10, ends=(0, 2)), "η", mark("scale η of REBAR's control"))
    backward_temperature: float = declare(
        1.0,
        Number(0.01, 100, ends=(0.05, 20), logarithmic=True),
        "t_b",
        mark("backward temperature t_b of the decoupled estimator"),
    )
    evaluations: int = declare(
        100, Whole(1, 10**6, logarithmic=True), "N", mark("number N of evaluations of f and f′")
    )
    learning_rate: float = declare(
        0.5,
        Number(0.001, 100, ends=(0.01, 10), logarithmic=True),
        mark("rate"),
        mark("learning rate"),
    )
    annealed: bool = declare(
        False,
        Flag(),
        mark("annealed"),
        mark("annealing of the descent"),
        mark("t falls along the schedule of the Temperature view"),
    )
    steps: int = declare(
        MAX_STEPS, Whole(0, MAX_STEPS), "", mark("steps of the descent that are shown")
    )
    given: tuple[int] = declare(
        (1,), Classes((("i", mark("class that won, i")),)), "i", mark("class that won")
    )
    decoding_temperature: float = declare(
        1.0,
        Number(0, ends=(0.1, 10), logarithmic=True),
        "T",
        mark("temperature T of decoding"),
        mark("q ∝ p^(1/T); 0 leaves the most probable class"),
    )
    keep_top: int = declare(
        0, Whole(0, "classes"), "top-k", mark("classes that top-k keeps"), mark("0 keeps all")
    )
    keep_mass: float = declare(
        1.0, Number(0, 1), "top-p", mark("mass that top-p keeps"), mark("1 keeps all")
    )
    keep_ratio: float = declare(
        0.0,
        Number(0, 1),
        "min-p",
        mark("least share of the largest p that min-p keeps"),
        mark("0 keeps all"),
    )
    filter_order: tuple[str, ...] = declare(
        ("T", "top-k", "top-p", "min-p"),
        Order(("T", "top-k", "top-p", "min-p")),
        "",
        mark("order of decoding"),
    )
    tokens: int = declare(50, Whole(1, 1000), "n", mark("tokens of a text"))
    other: tuple[float, ...] = declare(
        (), kinds.Shares(), "q", mark("second vector q"), mark("empty for equal shares")
    )
    noise_format: NoiseFormat = declare(
        NoiseFormat.GRID, Choice(NoiseFormat), "x", mark("numbers that x is drawn from")
    )
    bits: int = declare(8, Whole(FEWEST_BITS, MOST_BITS), "b", mark("bits b of the grid"))

    def __post_init__(self) -> None:
        for name, each in PARAMETERS.items():
            value = each.kind.check(each.option, getattr(self, name), self)
            object.__setattr__(self, name, value)

    def changed(self, removed: int | None = None, /, **changes: Any) -> Self:
        """Return these parameters with other values; what depends on them follows.

        Args:
            removed: the class that is gone, if one is: those after it have moved up by one.
            changes: values by name.

        Raises:
            ParameterError: for a value that cannot be used.
        """
        if unknown := changes.keys() - PARAMETERS.keys():
            raise TypeError(f"{', '.join(sorted(unknown))} is no parameter.")
        new = object.__new__(type(self))
        for name, each in PARAMETERS.items():
            value, other = getattr(self, name), each.resets_with
            if name in changes:
                value = changes[name]
            elif other and getattr(new, other) != getattr(self, other):
                value = each.default
            else:
                value = each.kind.follow(value, new, removed)
            object.__setattr__(new, name, each.kind.check(each.option, value, new))
        return new

    @classmethod
    def from_logits(cls, logits: Iterable[float], **others: Any) -> Self:
        """Return parameters of p = softmax(logits), see ``Distribution.from_logits``."""
        return cls(Distribution.from_logits(logits), **others)

    @property
    def classes(self) -> int:
        """K, the number of classes."""
        return len(self.probabilities)

    @property
    def noise(self) -> Noise:
        """Which noise there is: all that it depends on besides the seed."""
        return self.mistake.noise(self.temperature)

    @property
    def logits(self) -> Floats:
        """What the noise is added to, (K,): ln p, or by mistake p or ln p / t."""
        return self.mistake.logits(Distribution(self.probabilities), self.temperature)

    @property
    def effective_temperature(self) -> float:
        """The t that softmax(g / t) really has, see the function of this name."""
        return effective_temperature(self.mistake, self.temperature)

    @property
    def drawn_at(self) -> float:
        """The present t where a mistake makes the classes depend on it, else 1."""
        return self.temperature if self.mistake.scores_depend_on_t else 1.0

    @property
    def slope_temperature(self) -> float:
        """The t that slopes of s by ln p are divided by, 1 for none; at 0 they are 0."""
        return self.temperature if self.mistake.slopes_by_t else 1.0

    @property
    def loss_weights(self) -> tuple[float, ...]:
        """The K weights of the loss: those that were chosen, or its default ones."""
        return self.weights or default_weights(self.loss, self.classes)

    @property
    def shown_estimators(self) -> tuple[Estimator, ...]:
        """The estimators that are shown, the chosen one among them, in their order."""
        return tuple(e for e in Estimator if e in self.estimators or e is self.estimator)

    @property
    def q(self) -> Floats:
        """The second vector as an array (K,)."""
        return np.array(self.other or (1 / self.classes,) * self.classes)

    @cached_property
    def under_q(self) -> Self:
        """The same with q in place of p; the second vector stays."""
        q = tuple(self.q.tolist())
        return replace(self, probabilities=q, other=q)

    @property
    def p(self) -> Floats:
        """The probabilities as an array (K,)."""
        return np.array(self.probabilities)

    @property
    def log_p(self) -> Floats:
        """Their logarithms (K,), also where p is too small for a float; −∞ only for a true 0."""
        return np.array(Distribution(self.probabilities).logs)

    @property
    def possible(self) -> Booleans:
        """Which classes have p > 0, (K,), also where p is too small for a float."""
        return self.log_p > -np.inf


PARAMETERS: dict[str, Declaration] = {
    each.name: replace(declared, option=declared.option or each.name.replace("_", "-"))
    for each in fields(Parameters)
    for declared in [each.metadata["declaration"]]
}
"""The declarations by name, in their order: a check may rely on parameters declared before."""


def effective_temperature(mistake: Mistake, temperature: float) -> float:
    """Return the t that softmax(g / t) really has: 1 where t does not divide the scores."""
    return temperature if mistake.relaxes_by_t else 1.0
