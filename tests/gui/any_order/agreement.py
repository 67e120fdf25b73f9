"""What must hold of a laboratory at rest, after whatever was done: everything agrees."""

from __future__ import annotations

import gc
import math
import operator
import os
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PyQt6 import sip
from PyQt6.QtCore import QThread, QTimer
from PyQt6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.selection import select
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.figures.figure import options_of
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.controls.class_row import ClassRow
from gumbel_gui.gui.controls.parameter_box import ParameterBox
from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.dialogs.table_model import TableModel, quantity_columns
from gumbel_gui.gui.lab import Lab
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Frame

UNSAID = re.compile(r"(?<!')(?<!is )\b(nan|NaN|inf)\b|(?<!_)\{\w*\}| object at 0x")
"""What no sentence may have in it, unless it was typed and is quoted."""


def alike(one: Any, other: Any) -> bool:
    """Whether two summaries, tables or numbers are the same, NaN being like NaN."""
    if is_dataclass(one) and not isinstance(one, type):
        names = [each.name for each in fields(one)]
        same = type(one) is type(other)
        return same and all(alike(getattr(one, n), getattr(other, n)) for n in names)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[n], other[n]) for n in one)
    if isinstance(one, np.ndarray):
        floats = one.dtype.kind in "fc"
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=floats)
    return bool(one == other or (one != one and other != other))


class Agreement:
    """Compares what a window shows with computations of its own.

    What was compared already, and has not changed since, is not compared again.
    """

    def __init__(self) -> None:
        self._engine = Engine(1)
        self._summaries: dict[str, tuple[Any, Any]] = {}
        self._cards: dict[str, tuple[tuple[Any, ...], tuple[Any, ...]]] = {}

    def close(self) -> None:
        self._engine.close()

    def check(self, lab: Lab) -> None:
        """Raise an AssertionError on what does not agree."""
        state, window, result = lab.store.state, lab.window, lab.result
        p = state.parameters.probabilities
        assert abs(math.fsum(p) - 1) < 1e-12, f"the sum of p is {math.fsum(p)!r}"
        assert min(p) >= 0
        content = lab.content()
        assert result is not None
        assert content is not None
        assert tuple(content.summaries) == window.shown, f"{window.shown} are shown"
        assert content.view == window.view
        drawn = content.parameters
        chosen = select(drawn, Workspace())
        assert alike(content.selection, chosen), "another draw is selected"
        self._check_controls(lab)
        for name, summary in content.summaries.items():
            card = window.cards[name]
            assert card.isVisible() or not window.isVisible(), f"{name} is hidden"
            self._check_summary(name, drawn, summary)
            look = content.labels, options_of(card.kind, content.options), lab._style
            self._check_card(card, summary, result.parameters, result.selection, look)
        for dialog in window.findChildren(TableDialog):
            if dialog.isVisible() and dialog.objectName() in window.shown:
                self._check_table(dialog, window.cards[dialog.objectName()])
        for sentence in sentences(window):
            assert not UNSAID.search(sentence), f"it says {sentence!r}"

    def _check_summary(self, name: str, drawn: Any, summary: Any) -> None:
        kind = plot_type(name)
        if not kind.sampled:
            assert summary is None
            return
        key = kind.cache_key(drawn)
        known = self._summaries.get(name)
        if known is None or known[0] != key:
            fresh = self._engine.summarise(drawn, {name: kind.summarise})[name]
            known = self._summaries[name] = key, fresh
        other = f"{name} has other sums than a fresh computation: {summary} and {known[1]}"
        assert alike(summary, known[1]), other

    def _check_card(
        self, card: Card, summary: Any, parameters: Any, selection: Any, look: Any
    ) -> None:
        name, (labels, options, style) = card.kind.name, look
        shown = card.caption, card.accessibleName()
        words, objects = (shown, parameters, look), (summary, selection, card.plot)
        known = self._cards.get(name)
        if known and known[0] == words and all(map(operator.is_, known[1], objects)):
            return
        self._cards[name] = words, objects
        view, fresh = pg.GraphicsLayoutWidget(), card.kind(style, labels, options)
        try:
            self._compare(view, fresh, card, summary, parameters, selection)
        finally:
            sip.delete(view)  # at once: left to the garbage, items forget what Qt asks them

    @staticmethod
    def _compare(
        view: Any, fresh: Plot, card: Card, summary: Any, parameters: Any, selection: Any
    ) -> None:
        """Compare a card with a plot that is made anew, in a view of its own."""
        name, frame = card.kind.name, Frame(fresh.style)
        view.addItem(frame)  # without a scene, items could not tell their pixels
        fresh.build(frame)
        fresh.draw(summary, parameters)
        fresh.show_selection(selection)
        assert card.plot.options == fresh.options, f"{name} has other options"
        assert card.plot.style == fresh.style, f"{name} has another style"
        caption = fresh.caption(summary, parameters)
        assert card.caption == caption, f"{name} says {card.caption!r}, not {caption!r}"
        heading = fresh.heading(summary, parameters)
        assert card.accessibleName() == heading, f"{name} is called {card.accessibleName()!r}"
        table, expected = card.table(), fresh.table(summary, parameters, selection)
        assert alike(table, expected), f"the table of {name} has other numbers"

    @staticmethod
    def _check_table(dialog: TableDialog, card: Card) -> None:
        table = card.table()
        assert table is not None
        for view, columns in (
            (dialog._rows, table.columns),
            (dialog._told, quantity_columns(table)),
        ):
            fresh = TableModel()
            fresh.set_columns(columns)
            shown, expected = (sorted(m.whole_text().split("\n")) for m in (view, fresh))
            assert shown == expected, f"the open table of {card.kind.name} has other numbers"

    @staticmethod
    def _check_controls(lab: Lab) -> None:
        state = lab.store.state
        rows = [row for row in lab.window.findChildren(ClassRow) if not row.isHidden()]
        assert len(rows) == state.parameters.classes
        for row, label, locked in zip(rows, state.shown_labels, state.locks, strict=True):
            assert row._label.isModified() or row._label.text() == label
            assert row._lock.isChecked() == locked
            assert row.box.isEnabled() != locked
        for box in lab.window.findChildren(ParameterBox):
            expected = box._write(lab.store.value(box.name))
            said = f"{box.accessibleName()} shows {box.text()}, not {expected}"
            assert box._typing or box.text() == expected, said


def sentences(window: QWidget) -> Iterator[str]:
    """Yield every text that can be seen or heard in a window."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text()


def possessions() -> Counter[str]:
    """Return how much the process has: windows, threads, running timers, open files."""
    gc.collect()
    found = [
        f"thread {thread.name.rstrip('0123456789')}"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    ]
    found += [f"window {type(each).__name__}" for each in QApplication.topLevelWidgets()]
    for each in gc.get_objects():
        kind = type(each)  # isinstance would ask the object, and some objects lie or fail
        if issubclass(kind, QTimer | QThread) and not sip.isdeleted(each):
            running = each.isActive() if issubclass(kind, QTimer) else each.isRunning()
            found += [f"running {kind.__name__}"] * running
    for number in os.listdir("/proc/self/fd") if sys.platform == "linux" else ():
        with suppress(OSError):  # that of the listing itself
            target = os.readlink(f"/proc/self/fd/{number}")
            # What Qt keeps: databases of the system, and of its threads for large images, which
            # end half a minute after the last one.
            if not target.startswith("/usr/") and target != "anon_inode:[eventfd]":
                found.append("file " + re.sub(r"\d", "", target))
    return Counter(found)
