"""Fields of the animation dialog: what moves, when, how large and how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from gumbel_gui.core.parsing import parse_count, parse_number
from gumbel_gui.figures.animations.film import Animation
from gumbel_gui.figures.animations.motion import MOTIONS, Motion, Timing
from gumbel_gui.figures.animations.writing import KINDS
from gumbel_gui.figures.layout import Language, Layout, Theme
from gumbel_gui.gui.state.state import ALL, LabState
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.layouts import row
from gumbel_gui.language import language, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.words.text import count

DEFAULTS: Mapping[str, Any] = {
    "motion": "sweep",
    "kind": "png",
    "theme": "light",
    "start": f"{Motion.start:g}",
    "end": f"{Motion.end:g}",
    "frames": str(Timing.frames),
    "seconds": f"{Timing.seconds:g}",
    "hold": f"{Timing.hold:g}",
    "width": f"{Layout.width:g}",
    "height": f"{Layout.height:g}",
    "dpi": "144",
    "loop": True,
    "titles": True,
    "captions": True,
    "marks": False,
}


class AnimationFields(QWidget):
    """The choices of an animation.

    Signals:
        changed: one was changed.

    Args:
        state: of the window: parameters, labels and options.
        plots: names of those that are shown.
        remembered: choices of the last time; what cannot be used gives its default.

    Attributes:
        kind: the list of kinds of files.
        form: the layout, to which rows can be added.
    """

    changed = pyqtSignal()

    def __init__(
        self, state: LabState, plots: tuple[str, ...], plot: str, remembered: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._state, self._plots = state, plots
        values = {
            name: remembered[name] if type(remembered.get(name)) is type(default) else default
            for name, default in DEFAULTS.items()
        }
        titles = {name: plot_type(name).title for name in plots}
        self._plot = _list(tr("Plots"), {ALL: tr("All visible plots"), **titles}.items(), plot)
        words = (tr("Sweep of t"), tr("Annealing of t"), tr("Steps of the descent"))
        self._motion = _list(tr("What moves"), zip(MOTIONS, words, strict=True), values["motion"])
        self.kind = _list(tr("Format"), KINDS.items(), values["kind"])
        looks = (tr("Print, on white"), tr("Light"), tr("Dark"))
        self._theme = _list(
            tr("Look"), zip(("print", "light", "dark"), looks, strict=True), values["theme"]
        )
        self._numbers = {
            name: QLineEdit(values[name]) for name, text in DEFAULTS.items() if _is_number(text)
        }
        for name, words_ in self._spoken().items():
            self._numbers[name].setAccessibleName(words_)
        selected = state.parameters.selected
        self._boxes = {
            "loop": QCheckBox(tr("Begin &anew at the end")),
            "titles": QCheckBox(tr("Titles")),
            "captions": QCheckBox(tr("Captions")),
            "marks": QCheckBox(tr("Mark &draw {n}", n=count(selected))),
        }
        for name, box in self._boxes.items():
            box.setChecked(values[name])
        self._boxes["marks"].setVisible(selected > 0)
        self.form = self._make_form()
        self._connect()
        self._follow_motion()

    def chosen(self) -> dict[str, Any]:
        """Return the choices, to be remembered."""
        lists = {"motion": self._motion, "kind": self.kind, "theme": self._theme}
        return {
            **{name: box.currentData() for name, box in lists.items()},
            **{name: line.text() for name, line in self._numbers.items()},
            **{name: box.isChecked() for name, box in self._boxes.items()},
        }

    def animation(self) -> Animation:
        """Return the animation.

        Raises:
            ExportError, ParameterError: naming the field that cannot be used.
        """
        texts = {name: line.text() for name, line in self._numbers.items()}
        on = {name: box.isChecked() for name, box in self._boxes.items()}
        kind = MOTIONS[self._motion.currentData()]
        motion = kind()
        if kind is Motion:
            motion = Motion(parse_number("t", texts["start"]), parse_number("t", texts["end"]))
        frames = parse_count("frames", texts["frames"])
        seconds, hold = (parse_number(name, texts[name]) for name in ("seconds", "hold"))
        width, height = (parse_number(name, texts[name]) for name in ("width", "height"))
        theme = Theme(self._theme.currentData())
        plot, state = self._plot.currentData(), self._state
        animation = Animation(
            state.parameters,
            self._plots if plot == ALL else (plot,),
            motion,
            Timing(frames, seconds, hold, on["loop"]),
            Layout(
                width,
                height,
                theme,
                on["titles"],
                on["captions"],
                on["marks"],
                language=Language(language()),
            ),
            parse_count("dpi", texts["dpi"]),
            state.labels,
            state.options,
        )
        animation.check()
        return animation

    def _spoken(self) -> dict[str, str]:
        return {
            "start": tr("First t"),
            "end": tr("Last t"),
            "frames": tr("Number of frames"),
            "seconds": tr("Seconds for all frames"),
            "hold": tr("Seconds for which the last frame stays"),
            "width": tr("Width in mm"),
            "height": tr("Height in mm"),
            "dpi": tr("Resolution in dpi"),
        }

    def _make_form(self) -> QFormLayout:
        line, tr = self._numbers, self.tr
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(9)
        form.addRow(tr("&Plots"), self._plot)
        form.addRow(tr("&What moves"), self._motion)
        for text, first, *rest in (
            (tr("&t from"), line["start"], QLabel(tr("to")), line["end"]),
            (tr("Fra&mes"), line["frames"], QLabel(tr("in")), line["seconds"], QLabel(tr("s"))),
            (tr("&Last frame"), line["hold"], QLabel(tr("s more"))),
        ):
            label = QLabel(text)
            label.setBuddy(first)
            form.addRow(label, row(first, *rest, gap=6))
        form.addRow("", self._boxes["loop"])
        form.addRow(tr("Fo&rmat"), self.kind)
        form.addRow(
            tr("Size"), row(line["width"], QLabel("×"), line["height"], QLabel("mm"), gap=6)
        )
        form.addRow(tr("Resolution"), row(line["dpi"], QLabel("dpi"), gap=6))
        form.addRow(tr("Loo&k"), self._theme)
        extras = row(*(self._boxes[name] for name in ("titles", "captions", "marks")), gap=14)
        extras.addStretch(1)
        form.addRow(tr("With"), extras)
        return form

    def _connect(self) -> None:
        self._motion.currentIndexChanged.connect(self._follow_motion)
        for signal in (
            *(
                box.currentIndexChanged
                for box in (self._plot, self._motion, self.kind, self._theme)
            ),
            *(box.toggled for box in self._boxes.values()),
            *(line.textEdited for line in self._numbers.values()),
        ):
            signal.connect(lambda *_: self.changed.emit())

    def _follow_motion(self) -> None:
        for name in (each.name for each in fields(Motion)):
            self._numbers[name].setEnabled(self._motion.currentData() == Motion.option)


def _is_number(text: Any) -> bool:
    return isinstance(text, str) and text.replace(".", "").isdigit()


def _list(name: str, entries: Iterable[tuple[str, str]], chosen: str) -> Choice:
    box = Choice(name)
    for data, text in entries:
        box.addItem(tr(text), data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
