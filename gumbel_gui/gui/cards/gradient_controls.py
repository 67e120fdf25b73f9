"""Controls of the Gradients view: the loss and its weights, the estimator, annealed or not."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.parsing import parse_vector
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.fields import ErrorLabel, NumberBox
from gumbel_gui.plots.gradients.estimator_key import estimator_name, loss_name
from gumbel_gui.plots.words.text import number


class LossControl(Choice):
    """A list of losses."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.tr("Loss"))
        self._store = store
        self._losses = tuple(Loss)
        for loss in self._losses:
            self.addItem(loss_name(loss))
        self.activated.connect(self._choose)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the loss there is now."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._losses.index(self._store.state.parameters.loss))

    def _choose(self, index: int) -> None:
        text, chosen = self.tr("Change the loss"), self._losses[index]
        self._store.edit(text, lambda s: s.with_parameter("loss", chosen))


class WeightsControl(QWidget):
    """The weights w of the loss as a line of numbers; an empty line brings the usual ones back."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._error = ErrorLabel()
        self._box = NumberBox(self.tr("Weights of the loss"), self._enter, lambda _: None, 14)
        self._box.rejected.connect(self._error.show_sentence)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(QLabel("w"))
        row.addWidget(self._box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._error)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the weights there are now."""
        parameters = self._store.state.parameters
        self._box.show_text(self._text())
        self._box.setToolTip(
            self.tr("The cost of each class, in order; empty for 0, 1, 2, …")
            if parameters.loss is Loss.COST
            else self.tr("The target, a number for each class in order; empty for a ramp")
        )

    def _text(self) -> str:
        return ", ".join(_typable(w) for w in self._store.state.parameters.loss_weights)

    def _enter(self, text: str) -> None:
        weights, before = parse_vector(text, "weights"), self._store.state.parameters
        # What is shown is rounded: an entry that reads as it did keeps its other digits.
        shown = parse_vector(self._text(), "weights")
        if weights == shown:
            weights = before.weights
        elif len(weights) == len(shown):
            whole = zip(weights, shown, before.loss_weights, strict=True)
            weights = tuple(old if new == rounded else new for new, rounded, old in whole)
        self._store.edit(
            self.tr("Change the weights"), lambda s: s.with_parameter("weights", weights)
        )
        self._error.show_sentence("")


class EstimatorControl(Choice):
    """A list of the ways to estimate a gradient."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.tr("Whose p is shown"))
        self._store = store
        self._estimators = tuple(Estimator)
        for estimator in self._estimators:
            self.addItem(estimator_name(estimator))
        self.activated.connect(self._choose)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the one that is chosen now."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._estimators.index(self._store.state.parameters.estimator))

    def _choose(self, index: int) -> None:
        text, chosen = self.tr("Choose an estimator"), self._estimators[index]
        self._store.edit(text, lambda s: s.with_parameter("estimator", chosen))


class AnnealedControl(QCheckBox):
    """Whether the temperature of the descent falls along the schedule."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.tr("annealed"))
        self._store = store
        self.setToolTip(self.tr("t falls along the schedule of the Temperature view"))
        self.setAccessibleName(self.tr("Anneal t in the descent"))
        self.toggled.connect(self._switch)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show whether it is on now."""
        with QSignalBlocker(self):
            self.setChecked(self._store.state.parameters.annealed)

    def _switch(self, on: bool) -> None:
        text = self.tr("Anneal the descent, or not")
        self._store.edit(text, lambda s: s.with_parameter("annealed", on))


def _typable(value: float) -> str:
    """Return a number as it can be typed, too: 1e-09, not 1·10⁻⁹."""
    text = number(value, 3)
    return f"{value:.3g}" if "·" in text else text
