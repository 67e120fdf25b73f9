"""Fields of the animation dialog: what moves, when, how large and how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.animations.film import Animation
from gumbel_gui.figures.animations.motion import MOTIONS, Motion, Timing
from gumbel_gui.figures.animations.writing import KINDS
from gumbel_gui.figures.layout import FRAME_LOOK, Layout
from gumbel_gui.figures.presets import PRESET
from gumbel_gui.gui.dialogs.export_choices import for_plots
from gumbel_gui.gui.dialogs.look_fields import LookFields, add_row, shown_values, usable_values
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.language import tr
from gumbel_gui.plots import plot_type, plots_of
from gumbel_gui.plots.base import VIEWS

NUMBERS = {
    "start": f"{Motion.start:g}",
    "end": f"{Motion.end:g}",
    "frames": str(Timing.frames),
    "seconds": f"{Timing.seconds:g}",
    "hold": f"{Timing.hold:g}",
}
DEFAULTS: Mapping[str, Any] = {"motion": "sweep", "kind": "png", **NUMBERS, "loop": True}


class AnimationFields(QWidget):
    """The choices of an animation.

    Signals:
        changed: one was changed.

    Args:
        state: of the window: parameters, labels and options.
        plots: names of those that are shown, of which all are chosen at first.
        remembered: choices of the last time; what cannot be used gives its default.

    Attributes:
        kind: the list of kinds of files.
    """

    changed = pyqtSignal()

    def __init__(
        self, state: LabState, plots: tuple[str, ...], remembered: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._state, self._visible = state, plots
        values = {
            name: remembered[name] if type(remembered.get(name)) is type(default) else default
            for name, default in DEFAULTS.items()
        }
        self._plot = Choice(tr("Plots"), self._listed())
        words = (tr("Sweep of t"), tr("Annealing of t"), tr("Steps of the descent"))
        moving = zip(MOTIONS, words, strict=True)
        self._motion = Choice(tr("What moves"), moving, values["motion"])
        written = ((kind, tr(name)) for kind, name in KINDS.items())
        self.kind = Choice(tr("Format"), written, values["kind"])
        self._numbers = {name: QLineEdit(values[name]) for name in NUMBERS}
        self._loop = QCheckBox(tr("Begin &anew at the end"))
        self._loop.setChecked(values["loop"])
        looks = shown_values(FRAME_LOOK, Layout(), FRAME_LOOK["dpi"].default)
        self._looks = LookFields(FRAME_LOOK, state.parameters.selected)
        self._looks.show_values(usable_values(FRAME_LOOK, remembered, looks))
        self._shown_count = 1
        self._make_form()
        self._connect()
        self._follow()

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        return {
            "motion": self._motion.currentData(),
            "kind": self.kind.currentData(),
            **{name: line.text() for name, line in self._numbers.items()},
            "loop": self._loop.isChecked(),
            **for_plots(self._looks.values(), PRESET.default, self._shown_count, 1),
        }

    @property
    def shown(self) -> str:
        """The name of the plot or the view that is chosen."""
        plot: str = self._plot.currentData()
        return plot_type(self._visible[0]).view if plot == ALL else plot

    def animation(self) -> Animation:
        """Return the animation.

        Raises:
            ExportError, ParameterError: naming the field that cannot be used.
        """
        texts = {name: line.text() for name, line in self._numbers.items()}
        kind = MOTIONS[self._motion.currentData()]
        motion = kind()
        if kind is Motion:
            motion = Motion(parse_number("t", texts["start"]), parse_number("t", texts["end"]))
        frames = parse_count("frames", texts["frames"])
        seconds, hold = (parse_number(name, texts[name]) for name in ("seconds", "hold"))
        state = self._state
        animation = Animation(
            state.parameters,
            self._plots(),
            motion,
            Timing(frames, seconds, hold, self._loop.isChecked()),
            self._looks.layout(),
            self._looks.dpi(),
            state.labels,
            state.options,
        )
        animation.check()
        return animation

    def _listed(self) -> Iterator[tuple[str, str]]:
        """Yield what can be drawn: what is visible first, then other views and their plots."""
        yield ALL, tr("All visible plots")
        for name in self._visible:
            yield name, plot_type(name).title
        for view, called in VIEWS.items():
            others = [name for name in plots_of(view) if name not in self._visible]
            if len(others) > 1:
                yield view, tr("All of {view}", view=tr(called))
            for name in others:
                yield name, plot_type(name).title

    def _plots(self) -> tuple[str, ...]:
        """Return the names of the plots that are chosen."""
        chosen = self._plot.currentData()
        if chosen == ALL:
            return self._visible
        return tuple(plots_of(chosen)) if chosen in VIEWS else (chosen,)

    def _make_form(self) -> None:
        line = self._numbers
        for name, spoken in (
            ("start", tr("First t")),
            ("end", tr("Last t")),
            ("frames", tr("Number of frames")),
            ("seconds", tr("Seconds for all frames")),
            ("hold", tr("Seconds for which the last frame stays")),
        ):
            line[name].setAccessibleName(spoken)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(7)
        for text, first, *rest in (
            (tr("&Plots"), self._plot),
            (tr("&What moves"), self._motion),
            (tr("&t from"), line["start"], QLabel(tr("to")), line["end"]),
            (tr("Fra&mes"), line["frames"], QLabel(tr("in")), line["seconds"], QLabel(tr("s"))),
            (tr("L&ast frame"), line["hold"], QLabel(tr("s more")), self._loop),
        ):
            add_row(form, text, first, *rest)
        self._looks.add_rows(form, self.kind)

    def _connect(self) -> None:
        self._looks.changed.connect(self.changed)
        for signal in (
            *(box.currentIndexChanged for box in (self._plot, self._motion, self.kind)),
            self._loop.toggled,
            *(line.textEdited for line in self._numbers.values()),
        ):
            signal.connect(self._follow)

    def _follow(self) -> None:
        """Offer what counts for what is chosen."""
        for name in (each.name for each in fields(Motion)):
            self._numbers[name].setEnabled(self._motion.currentData() == Motion.option)
        plots = self._plots()
        before, self._shown_count = self._shown_count, len(plots)
        values = self._looks.values()
        self._looks.show_values(for_plots(values, PRESET.default, before, len(plots)))
        self._looks.offer_mark(plots)
        self.changed.emit()
