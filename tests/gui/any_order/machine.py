"""AnyOrder, the state machine: what a user may do, in any order."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.controls.class_row import ClassRow
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.number_box import NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels
from tests.gui.any_order.hands import click, drag, enter, entries, name_of
from tests.gui.any_order.session import Session

PLACES = st.integers(0, 10**4)
"""Which of the controls that can be seen, counted round."""
SHARES = st.floats(0, 1)
NUMBERS = st.sampled_from(
    [
        *("0", "1", "2", "3", "0.5", "0.25", "0.9", "1e-300", "1e-9", "5", "64", "100", "3000"),
        *("2/3", "", "x", "-1", "nan", "1e400", "70000", "1, 2, 3", "0.2, 0.3, 0.5"),
    ]
)
VECTORS = st.sampled_from(
    [
        *("1, 1", "0.2 0.3 0.5", "0,1", "1e-300; 1", "1;2;3;4", "-5, 0, 5", "0 0", "1", "1 2 x"),
        *("0.1 0.2 0.3 0.4 0 0 0.1", "−∞; 0; 1e308", ", ".join(map(str, range(1, 13)))),
    ]
)
NAMES = st.sampled_from(
    ("", "sun", "a long name of a class, of which not all has room", "<b>&amp;")
)
KEYS = st.sampled_from(
    ("Tab", "Space", "Return", "Escape", "Up", "Down", "Left", "Right", "Home", "End", "F", "F9")
)
FILES = st.sampled_from(("a.gumbel.json", "b", "c.png", "d.svg", "e.pdf", "f.csv", "g.npz"))
WORDS = st.sampled_from(("undo", "noise", "dark", "uniform", "guide", "annealing", "Gradients"))


class AnyOrder(Session):
    """What a user may do; numbers are of the controls that can be seen, counted round."""

    @initialize(
        classes=st.sampled_from((2, 3, 5)),
        draws=st.sampled_from((1, 2, 300, 2500)),
        view=st.sampled_from(list(VIEWS)),
        language=st.sampled_from(("en", "zh")),
    )
    def start(self, classes: int, draws: int, view: str, language: str) -> None:
        parameters = Parameters(tuple(range(1, classes + 1)), temperature=0.5, draws=draws)
        settings = Settings(self.folder / "settings")
        settings.state = LabState(parameters, default_labels(classes), (False,) * classes)
        settings.set_text("view", view)
        settings.set_text("language", language)
        self.open(settings)

    @rule(at=PLACES, text=NUMBERS, key=st.sampled_from(("Return", "Tab", "Up")))
    def type_a_number(self, at: int, text: str, key: str) -> None:
        if box := self.one_of(NumberBox, at):
            words = f"type {text!r} and {key} into {name_of(box)}"
            self.do(words, lambda: enter(box, text, Qt.Key[f"Key_{key}"]))

    @rule(at=PLACES, text=NAMES)
    def name_a_class(self, at: int, text: str) -> None:
        if row := self.one_of(ClassRow, at):
            label = row.controls()[1]
            words = f"type {text!r} into {name_of(label)}"
            self.do(words, lambda: enter(label, text, Qt.Key.Key_Return))

    @rule(at=PLACES, shares=st.lists(SHARES, min_size=1, max_size=4))
    def drag_a_slider(self, at: int, shares: list[float]) -> None:
        if slider := self.one_of(NumberSlider, at):
            self.do(f"drag {name_of(slider)} to {shares}", lambda: drag(slider, shares))

    @rule(at=PLACES, moves=st.integers(-3, 3))
    def choose_from_a_list(self, at: int, moves: int) -> None:
        if choice := self.one_of(Choice, at):
            key = Qt.Key.Key_Down if moves > 0 else Qt.Key.Key_Up
            words = f"choose {moves} further from {name_of(choice)}"
            self.do(words, lambda: [QTest.keyClick(choice, key) for _ in range(abs(moves))])

    @rule(at=PLACES, number=PLACES, text=NUMBERS)
    def press_a_button(self, at: int, number: int, text: str) -> None:
        if button := self.one_of(QAbstractButton, at):
            self.answer(number, text)
            self.do(f"press {name_of(button)}, answer {number}", lambda: click(button))

    @rule(at=PLACES, number=PLACES, text=VECTORS)
    def use_the_menu(self, at: int, number: int, text: str) -> None:
        menus = self.lab.window.menus
        actions = [each for each in entries(menus.all) if each is not menus.quit]
        action = actions[at % len(actions)]
        self.answer(number, text)
        words = f"choose {action.text()!r}, answer {number} and {text!r}"
        self.do(words, action.trigger)

    @rule(at=PLACES, number=PLACES)
    def use_the_menu_of_a_card(self, at: int, number: int) -> None:
        menus = [card._menu for card in self.cards()]
        menu = menus[at % len(menus)]
        found = entries([menu])
        action = found[number % len(found)]
        self.answer(number)
        self.do(f"choose {action.text()!r} of {menu.parent().kind.name}", action.trigger)

    @rule(text=VECTORS, number=st.sampled_from((0, 1, 2)))
    def type_the_vector(self, text: str, number: int) -> None:
        self.answer(number, text)
        self.do(f"type the vector {text!r}, {number}", self.lab.window.menus.vector.trigger)

    @rule(text=WORDS)
    def find_a_command(self, text: str) -> None:
        self.answer(0, text)
        self.do(f"find {text!r}", self.lab.window.menus.find_command.trigger)

    @rule(times=st.integers(1, 6), again=st.integers(0, 6))
    def undo_and_redo(self, times: int, again: int) -> None:
        undo, redo = self.lab.window.menus._history
        acts = [undo.trigger] * times + [redo.trigger] * again
        self.do(f"undo {times} times, redo {again} times", lambda: [act() for act in acts])

    @rule(what=st.sampled_from(("new", "open", "save", "save_as")), name=FILES, number=PLACES)
    def use_a_file(self, what: str, name: str, number: int) -> None:
        self.answer(number, path=self.folder / name)
        action = getattr(self.lab.window.menus, what)
        self.do(f"{what} {name}, answer {number}", action.trigger)

    @rule(what=st.sampled_from(("export", "animate", "save_draws")), name=FILES)
    def let_something_out(self, what: str, name: str) -> None:
        self.answer(3, path=self.folder / name)
        self.do(f"{what} {name}", getattr(self.lab.window.menus, what).trigger)

    @rule(what=st.sampled_from(("schedule", "steps")), ticks=st.integers(0, 5))
    def play(self, what: str, ticks: int) -> None:
        playback = self.lab.playbacks[what]

        def act() -> None:
            playback.toggle()
            for _ in range(ticks):
                if playback.running:
                    playback._timer.timeout.emit()
                    QApplication.processEvents()

        self.do(f"play {what} for {ticks} steps", act)

    @rule(view=st.sampled_from(list(VIEWS)))
    def change_the_view(self, view: str) -> None:
        at = list(VIEWS).index(view)
        self.do(f"see {view}", lambda: self.lab.window._tabs.setCurrentIndex(at))

    @rule(at=PLACES, x=SHARES, y=SHARES, twice=st.booleans())
    def click_a_plot(self, at: int, x: float, y: float, twice: bool) -> None:
        card = self.cards()[at % len(self.cards())]
        place = _place(card, x, y)
        words = f"click {card.kind.name} at {x:.2f}, {y:.2f}{', twice' * twice}"
        self.do(words, lambda: click(card, at=place, twice=twice))

    @rule(at=PLACES, start=st.tuples(SHARES, SHARES), end=st.tuples(SHARES, SHARES))
    def drag_in_a_plot(self, at: int, start: tuple[float, float], end: tuple[float, float]) -> None:
        card = self.cards()[at % len(self.cards())]
        one, other = (_place(card, *each) for each in (start, end))

        def act() -> None:
            QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=one)
            QTest.mouseMove(card, other)
            QApplication.processEvents()
            QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=other)

        self.do(f"drag in {card.kind.name} from {start} to {end}", act)

    @rule(keys=st.lists(KEYS, min_size=1, max_size=4), at=PLACES)
    def press_keys(self, keys: list[str], at: int) -> None:
        card = self.cards()[at % len(self.cards())]

        def act() -> None:
            if at % 2:
                card.setFocus()
            for key in keys:
                QTest.keyClick(QApplication.focusWidget() or self.lab.window, Qt.Key[f"Key_{key}"])

        self.answer(0)
        self.do(f"press {keys} at {name_of(card if at % 2 else QApplication.focusWidget())}", act)

    @rule(at=PLACES)
    def close_another_window(self, at: int) -> None:
        others = [each for each in self.lab.window.findChildren(QDialog) if each.isVisible()]
        if others:
            other = others[at % len(others)]
            self.do(f"close {other.windowTitle()!r}", other.close)

    @rule()
    def undo_everything(self) -> None:
        self.undo_all()

    @rule(number=PLACES)
    def close_and_open(self, number: int) -> None:
        """All is as it was, but for the history."""
        window = self.lab.window
        self.answer(number)
        self.do(f"close, answer {number}", window.close, rest=False)
        if window.isVisible():
            return  # the user stayed
        before = self.kept()
        self.let_go()
        self.open(Settings(self.folder / "settings"))
        assert self.kept() == before, f"{self.kept()} is not {before}"


def _place(widget: QWidget, x: float, y: float) -> QPoint:
    return QPoint(round(x * widget.width()), round(y * widget.height()))
