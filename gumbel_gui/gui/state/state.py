"""LabState: what is set in the window, as one frozen value, and the edits of it.

Every edit returns a new state or raises a ParameterError and leaves the old one in place.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import numpy as np

from gumbel_gui.core.parameters import (
    NOTE_PROBABILITIES,
    ParameterError,
    Parameters,
)
from gumbel_gui.core.probabilities import (
    MAX_CLASSES,
    MIN_CLASSES,
    Distribution,
    in_proportion,
    log_sum,
    logarithm,
)
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import clean_label, default_labels, spoken_labels

if TYPE_CHECKING:
    from gumbel_gui.figures.experiments.shape import Experiment

LONGEST_LABEL = 40
ALL = "all"
"""Stands for all plots where one can be named."""

FIRST = Parameters(NOTE_PROBABILITIES, temperature=0.5, selected=1)
"""What the very first start shows; what is not named is as on the command line."""


@dataclass(frozen=True)
class LabState:
    """Parameters, class labels, locks, and the plot options that are on (``"plot.option"``)."""

    parameters: Parameters = FIRST
    labels: tuple[str, ...] = default_labels(len(NOTE_PROBABILITIES))
    locks: tuple[bool, ...] = (False,) * len(NOTE_PROBABILITIES)
    options: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not len(self.labels) == len(self.locks) == self.parameters.classes:
            raise ValueError("labels, locks and probabilities must be equally many.")

    @property
    def shown_labels(self) -> tuple[str, ...]:
        """The labels in the language that is spoken, in which unnamed classes have others."""
        return spoken_labels(self.labels)

    @classmethod
    def of(cls, experiment: Experiment) -> Self:
        """Return the state that a file of ours says."""
        classes = experiment.parameters.classes
        state = cls(
            experiment.parameters,
            default_labels(classes),
            experiment.locks or (False,) * classes,
            experiment.options,
        )
        for k, label in enumerate(experiment.labels):
            state = state.with_label(k, label)
        return state

    def experiment(self, view: str = "") -> Experiment:
        """Return what a file says of this state.

        Args:
            view: in which it is seen, a key of ``VIEWS``.
        """
        from gumbel_gui.figures.experiments.shape import Experiment

        return Experiment(self.parameters, self.labels, self.locks, self.options, view)

    def with_probability(self, k: int, value: float) -> Self:
        """Give class k a probability; the unlocked others keep their proportions, the sum stays 1.

        If the unlocked others are all zero they share equally.

        Raises:
            ParameterError: if the value does not fit beside the locked classes.
        """
        p, logs, room = self.parameters.p, self.parameters.log_p, self.room(k)
        if value == p[k]:
            return self
        others = [i for i in range(len(p)) if i != k and not self.locks[i]]
        field = tr("p of {label}", label=self.shown_labels[k])
        if not others:
            raise ParameterError(
                field, value, tr("left as it is while all other classes are locked")
            )
        if not 0 <= value <= room + 1e-12:
            limit = "1" if room == 1 else tr("{room:.6g}, the rest being locked", room=room)
            raise ParameterError(field, value, tr("a number from 0 to {limit}", limit=limit))
        value = min(value, room)
        p[others], logs[others] = in_proportion(p[others], logs[others], room - value)
        p[k], logs[k] = value, logarithm(value)
        return self.with_parameter("probabilities", Distribution.of(p, logs))

    def with_shares(self, shares: Mapping[int, float]) -> Self:
        """Let some classes share the sum of their probabilities anew; the others stay.

        One class alone gets this probability, as far as the locked ones leave room for it.

        Args:
            shares: by class, finite numbers ≥ 0 that are not all 0; they need not sum to 1. Indexes
                that are no class, such as an empty corner of a triangle, are left out.

        Raises:
            ParameterError: if one of the classes is locked, or their sum is 0.
        """
        p, logs = self.parameters.p, self.parameters.log_p
        named = [k for k in shares if 0 <= k < len(p)]
        for k in named:
            if not (math.isfinite(shares[k]) and shares[k] >= 0):
                field = tr("share of {label}", label=self.shown_labels[k])
                raise ParameterError(field, shares[k], tr("a finite number of 0 or more"))
        if len(named) == 1 and not self.locks[named[0]]:
            return self.with_probability(named[0], min(shares[named[0]], self.room(named[0])))
        names = ", ".join(self.shown_labels[k] for k in named)
        largest = max((shares[k] for k in named), default=0)
        if largest == 0:
            field = tr("each share of {names}", names=names)
            raise ParameterError(field, 0, tr("above 0 for at least one"))
        total, total_log = math.fsum(p[named]), log_sum(logs[named])
        weights = np.array([shares[k] for k in named]) / largest  # so that no sum overflows
        weights /= weights.sum()
        p[named], logs[named] = weights * total, logarithm(weights) + total_log
        for k in named:
            if self.locks[k]:
                field = tr("p of {label}", label=self.shown_labels[k])
                allowed = tr("left as it is while the class is locked")
                raise ParameterError(field, p[k], allowed, f"{p[k]:.4g}")
        if total_log == -math.inf:
            field = tr("the sum of p of {names}", names=names)
            raise ParameterError(field, 0, tr("above 0 to be shared"))
        return self.with_parameter("probabilities", Distribution.of(p, logs))

    def room(self, k: int) -> float:
        """Return the largest probability class k can have beside the locked ones."""
        p = self.parameters.probabilities
        locked = math.fsum(p[i] for i in range(len(p)) if i != k and self.locks[i])
        return max(1 - locked, 0.0)

    def with_vector(self, probabilities: Sequence[float]) -> Self:
        """Replace p; labels stay where there still are classes, locks are opened."""
        parameters = self.parameters.changed(probabilities=Distribution(probabilities))
        classes = parameters.classes
        labels = self.labels[:classes] + default_labels(classes)[len(self.labels) :]
        return replace(self, parameters=parameters, labels=labels, locks=(False,) * classes)

    def with_preset(self, probabilities: Sequence[float], labels: Sequence[str] = ()) -> Self:
        """Replace p and the labels, by those of unnamed classes where none are given."""
        state = self.with_vector(probabilities)
        for k in range(state.parameters.classes):
            state = state.with_label(k, labels[k] if labels else "")
        return state

    def with_class_added(self) -> Self:
        """Add a class; it and the unlocked ones share equally what the locked ones leave.

        The unlocked ones keep their proportions; if there is none, the new class gets what is left.
        """
        classes = self.parameters.classes
        if classes == MAX_CLASSES:
            raise _wrong_number(classes + 1)
        open_ = [k for k in range(classes) if not self.locks[k]]
        p, logs = self.parameters.p, self.parameters.log_p
        share = max(1 - math.fsum(p[k] for k in range(classes) if self.locks[k]), 0.0)
        fewer, share = len(open_) / (len(open_) + 1), share / (len(open_) + 1)
        p[open_] *= fewer
        logs[open_] += logarithm(fewer)
        new = Distribution.of(np.append(p, share), np.append(logs, logarithm(share)))
        label = default_labels(classes + 1)[-1]
        return replace(
            self,
            parameters=self.parameters.changed(probabilities=new),
            labels=(*self.labels, label),
            locks=(*self.locks, False),
        )

    def without_class(self, k: int) -> Self:
        """Remove class k; the unlocked others grow in proportion (equally, if all are zero).

        If all others are locked they grow all the same: the sum has to be 1.
        """
        classes = self.parameters.classes
        if classes == MIN_CLASSES:
            raise _wrong_number(classes - 1)
        rest, logs = np.delete(self.parameters.p, k), np.delete(self.parameters.log_p, k)
        locks = self.locks[:k] + self.locks[k + 1 :]
        grow = [i for i, locked in enumerate(locks) if not locked] or list(range(len(rest)))
        room = max(1 - math.fsum(np.delete(rest, grow)), 0.0)
        rest[grow], logs[grow] = in_proportion(rest[grow], logs[grow], room)
        names = default_labels(classes)
        # An unnamed class goes by its place, and moves up with it.
        labels = [
            names[i if i < k else i - 1] if label == names[i] else label
            for i, label in enumerate(self.labels)
            if i != k
        ]
        return replace(
            self,
            parameters=self.parameters.changed(k, probabilities=Distribution.of(rest, logs)),
            labels=tuple(labels),
            locks=locks,
        )

    def with_label(self, k: int, label: str) -> Self:
        """Name class k; an empty name, or that of an unnamed one, gives the default one back."""
        clean, unnamed = clean_label(label)[:LONGEST_LABEL].strip(), default_labels(k + 1)
        if clean in ("", spoken_labels(unnamed)[k]):
            clean = unnamed[k]
        return replace(self, labels=(*self.labels[:k], clean, *self.labels[k + 1 :]))

    def with_lock(self, k: int, locked: bool) -> Self:
        """Lock or unlock class k against being moved by the others."""
        return replace(self, locks=(*self.locks[:k], locked, *self.locks[k + 1 :]))

    def with_parameter(self, name: str, value: object) -> Self:
        """Set a declared parameter; what depends on it follows."""
        return replace(self, parameters=self.parameters.changed(**{name: value}))

    def with_option(self, option: str, on: bool) -> Self:
        """Switch a plot's option on or off."""
        return replace(self, options=self.options | {option} if on else self.options - {option})


def _wrong_number(classes: int) -> ParameterError:
    allowed = tr("{low} to {high}", low=MIN_CLASSES, high=MAX_CLASSES)
    return ParameterError(tr("number of classes"), classes, allowed)
