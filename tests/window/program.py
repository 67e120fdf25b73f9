"""The real program, worked by mouse and keyboard, and seen.

Events go through XTEST, pictures come through GetImage. Where a control is the program is asked,
see ``telling``; what it does is seen in the pictures.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from gumbel_gui.plots.look.style import STYLES

SIZE = 1440, 900
"""Of the window, where a test wants no other."""
PATIENCE = 30.0
LOOK_EVERY = 0.05
RING = 3
"""Pixels at the ends of a slider in which there may be a sign of its focus."""
TELLING = Path(__file__).with_name("telling.py")
KEYSYMS = {"/": "slash", ".": "period", "-": "minus", "_": "underscore", ",": "comma", " ": "space"}
KEYSYMS |= {"[": "bracketleft", "]": "bracketright"}
Picture = NDArray[np.uint8]
Area = tuple[slice, slice]


class Place(NamedTuple):
    """A part of the screen, in its pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def __contains__(self, point: object) -> bool:
        x, y = cast(tuple[int, int], point)
        return 0 <= x - self.x < self.width and 0 <= y - self.y < self.height

    @property
    def area(self) -> Area:
        """The part of a picture."""
        return slice(self.y, self.y + self.height), slice(self.x, self.x + self.width)


def is_colour(picture: Picture, colour: str) -> NDArray[np.bool_]:
    """Return which pixels of a picture are of a colour ``#rrggbb``."""
    return (picture == tuple(bytes.fromhex(colour[1:]))).all(axis=2)


class Program:
    """One running ``gumbel-gui`` and a user's mouse, keyboard and eyes.

    Args:
        display_name: of the X server.
        home: the user's folder.
        theme: the look.
        size: of the window; None for that of the first start.
        scale: pixels of the screen for each of the program's.
        words: on the command line.
        title: that the window gets.
    """

    def __init__(
        self,
        display_name: str,
        home: Path,
        theme: str = "light",
        size: tuple[int, int] | None = SIZE,
        scale: float = 1,
        words: Sequence[str] = (),
        title: str = "Gumbel GUI",
    ) -> None:
        from Xlib import X
        from Xlib.display import Display

        self.theme, self.home = theme, home
        config = home / "GumbelGUI"
        if not config.exists():
            config.mkdir()
            (config / "window-1.json").write_text(f'{{"theme": "{theme}"}}\n')
        hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "LANG", "LC_ALL")
        environment = {k: v for k, v in os.environ.items() if k not in hidden}
        environment |= {
            "DISPLAY": display_name,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",
            "QT_SCALE_FACTOR": str(scale),
        }
        script = Path(sys.executable).with_name("gumbel-gui")
        asking, telling = socket.socketpair()
        asking.settimeout(PATIENCE)
        self._channel, self._answers = asking, asking.makefile("r", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, TELLING, str(telling.fileno()), script, *words],
            env=environment,
            pass_fds=[telling.fileno()],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        telling.close()
        self._x, self._display = X, Display(display_name)
        self._root = self._display.screen().root
        screen = self._root.get_geometry()
        self.screen = screen.width, screen.height
        self.window = self.wait_for(lambda: self._find(title), f"the window {title!r}")
        if size:
            self.window.configure(x=0, y=0, width=size[0], height=size[1])
        self.size, self.scale = size or self.screen, scale
        self.focus(self.window)
        self.settled()

    def wait_for(self, look: Callable[[], object], what: str):
        """Look until there is something to see; fail if the program ends or patience does."""
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            if found := look():
                return found
            try:
                code = self.process.wait(LOOK_EVERY)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"the program ended with {code}: {self.process.stderr.read()}")
        return pytest.fail(f"waited {PATIENCE} s in vain for {what}")

    def picture(self) -> Picture:
        """Return what is seen on the screen, as far as the window was asked to reach."""
        width, height = self.size
        data = self._root.get_image(0, 0, width, height, self._x.ZPixmap, 0xFFFFFFFF).data
        return np.frombuffer(data, np.uint8).reshape(height, width, 4)[:, :, 2::-1]

    def settled(self) -> Picture:
        """Return the picture once it is the same for five looks in a row."""
        looks = [self.picture()]

        def still() -> bool:
            looks.append(self.picture())
            return len(looks) > 5 and all((looks[-1] == look).all() for look in looks[-5:])

        self.wait_for(still, "a picture that stands still")
        return looks[-1]

    def changed_from(self, before: Picture, area: Area | None = None) -> Picture:
        place = area or ...
        self.wait_for(lambda: (self.picture()[place] != before[place]).any(), "a change")
        return self.settled()

    def place(self, name: str, kind: str = "QWidget", within: Place | None = None) -> Place:
        """Wait until one control is seen that has a name and stands still; return its place.

        Args:
            name: the accessible one, the text, Qt's object name, the role in the style sheet, or
                that of a card's plot; any if it is empty.
            kind: the name of its class or of one that it is derived from, ``"Tab"``, ``"Action"``.
            within: where its middle is.
        """
        looks: list[Place | None] = [None]

        def still() -> Place | None:
            looks.append(self.look_for(name, kind, within))
            return looks[-1] if looks[-1] == looks[-2] else None

        return self.wait_for(still, f"one {kind} {name!r} that stands still")

    def look_for(
        self, name: str, kind: str = "QWidget", within: Place | None = None
    ) -> Place | None:
        """Return the place of the one control that is seen now and has a name, if there is one."""
        found = [
            Place(*where)
            for kinds, names, where in self._told()["seen"]
            if kind in kinds and (not name or name in names)
        ]
        found = [each for each in found if within is None or each.middle in within]
        return found[0] if len(found) == 1 else None

    def area(self, name: str, kind: str = "QWidget") -> Area:
        """Return the part of a picture in which a control is."""
        return self.place(name, kind).area

    def reddish(self, picture: Picture) -> int:
        """Count the pixels of sentences about what is wrong, soft edges of letters included."""
        red, green, blue = (picture[..., i].astype(int) for i in range(3))
        return int(((red > 150) & (green < 110) & (blue < 110) & (abs(green - blue) < 30)).sum())

    def handle(self, slider: str) -> tuple[int, int]:
        """Return the middle of the handle of a slider, as it is seen."""
        place, style = self.place(slider, "QSlider"), STYLES[self.theme]
        part = self.picture()[place.area]
        shown = is_colour(part, style.accent) | is_colour(part, style.text)
        heights = shown[:, RING:-RING].sum(axis=0)  # the handle is taller than the groove
        columns = np.flatnonzero(heights > 0.6 * heights.max())
        return place.x + RING + int(columns.mean()), place.middle[1]

    def _told(self) -> dict[str, Any]:
        """Return what the program tells, see ``telling``."""
        self._channel.sendall(b"?")
        return json.loads(self._answers.readline())

    def move(self, x: int, y: int) -> None:
        self._fake(self._x.MotionNotify, x=x, y=y)
        self._display.sync()

    def drag(self, start: tuple[int, int], to_x: int) -> None:
        self.move(*start)
        self._send(self._x.ButtonPress, 1)
        for x in np.linspace(start[0], to_x, 12).astype(int):
            self.move(int(x), start[1])
        self._send(self._x.ButtonRelease, 1)

    def press(self, name: str, kind: str = "QWidget") -> None:
        """Click in the middle of a control."""
        self.click(*self.place(name, kind).middle)

    def drag_handle(self, slider: str, pixels: int) -> None:
        """Drag the handle of a slider to the right."""
        x, y = self.handle(slider)
        self.drag((x, y), x + pixels)

    def enter(self, box: str, text: str) -> None:
        """Type over what is in a box or a line, and press Return."""
        self.press(box, "NumberBox" if self.look_for(box, "NumberBox") else "QLineEdit")
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")

    def choose_next(self, choice: str) -> None:
        """Choose what comes next in a list, by the mouse and the keyboard."""
        self.press(choice, "QComboBox")
        self.settled()
        self.key("Down")
        self.key("Return")

    def click(self, x: int, y: int) -> None:
        self.move(x, y)
        self._send(self._x.ButtonPress, 1)
        self._send(self._x.ButtonRelease, 1)

    def double_click(self, x: int, y: int) -> None:
        """Click twice, 20 ms apart by the server's clock, however slowly it is spoken to."""
        self.move(x, y)
        for _ in range(2):
            self._fake(self._x.ButtonPress, 1, time=20)
            self._fake(self._x.ButtonRelease, 1)
        self._display.sync()

    def turn(self, x: int, y: int, times: int = 1) -> None:
        """Turn the wheel down by so many steps."""
        self.move(x, y)
        for _ in range(times):
            self._send(self._x.ButtonPress, 5)
            self._send(self._x.ButtonRelease, 5)

    def key(self, chord: str) -> None:
        """Press keys together, such as ``"ctrl+e"``."""
        from Xlib import XK

        names = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}
        codes = [
            self._display.keysym_to_keycode(XK.string_to_keysym(names.get(part, part)))
            for part in chord.split("+")
        ]
        for code in codes:
            self._send(self._x.KeyPress, code)
        for code in reversed(codes):
            self._send(self._x.KeyRelease, code)

    def type(self, text: str) -> None:
        for character in text:
            shift = "shift+" if character.isupper() or character == "_" else ""
            self.key(shift + KEYSYMS.get(character, character))

    def dialog(self, title: str):
        """Wait for a window with this title and give it the keyboard, as its manager would."""
        window = self.wait_for(lambda: self._find(title), f"the window {title!r}")
        self.focus(window)
        return window

    def gone(self, title: str, below: str = "") -> None:
        """Wait until a window closes, and give the keyboard to that below it or to the first."""
        self.wait_for(lambda: self._find(title) is None, f"{title!r} to close")
        self.focus(self._find(below) if below else self.window)

    def titled(self, title: str) -> None:
        """Wait until the window has a title."""
        self.wait_for(lambda: self._title(self.window) == title, f"{title!r}")

    def drop(self, addresses: str, x: int, y: int) -> None:
        """Drop a ``text/uri-list`` on the window, as a file manager does by the protocol XDND 5."""
        from Xlib.protocol import event

        x_, display = self._x, self._display
        source = self._root.create_window(0, 0, 1, 1, 0, x_.CopyFromParent)
        atom = display.intern_atom

        def send(kind: str, *data: int) -> None:
            message = event.ClientMessage(
                window=self.window,
                client_type=atom(kind),
                data=(32, [source.id, *data, *[0] * (4 - len(data))]),
            )
            self.window.send_event(message)
            display.flush()

        def answered(kind: str) -> bool:
            """Give the addresses to who asks for them; return whether an answer has come."""
            for _ in range(display.pending_events()):
                came = display.next_event()
                if came.type == x_.SelectionRequest:
                    came.requestor.change_property(
                        came.property, came.target, 8, addresses.encode()
                    )
                    notice = event.SelectionNotify(
                        time=came.time,
                        requestor=came.requestor,
                        selection=came.selection,
                        target=came.target,
                        property=came.property,
                    )
                    came.requestor.send_event(notice)
                    display.flush()
                elif came.type == x_.ClientMessage and came.client_type == atom(kind):
                    return True
            return False

        source.set_selection_owner(atom("XdndSelection"), x_.CurrentTime)
        send("XdndEnter", 5 << 24, atom("text/uri-list"))
        send("XdndPosition", 0, x << 16 | y, x_.CurrentTime, atom("XdndActionCopy"))
        self.wait_for(lambda: answered("XdndStatus"), "an answer to the drag")
        send("XdndDrop", 0, x_.CurrentTime)
        self.wait_for(lambda: answered("XdndFinished"), "the end of the drop")
        source.destroy()

    def focus(self, window) -> None:
        """Give a window the keyboard; the program overlooks keys before it knows of it."""
        window.set_input_focus(self._x.RevertToParent, self._x.CurrentTime)
        self._display.sync()
        self.wait_for(lambda: self._told()["active"] == self._title(window), "the active window")

    def stored(self) -> dict[str, Any]:
        """Return what the settings hold."""
        return json.loads((self.home / "GumbelGUI" / "window-1.json").read_text("utf-8"))

    def quit(self) -> str:
        """Quit by the keyboard; return what was written to stderr; the exit code must be 0."""
        self.key("ctrl+q")
        _, errors = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0, errors
        return errors

    def close(self) -> None:
        from Xlib.error import ConnectionClosedError

        with suppress(OSError, ConnectionClosedError):  # the server may have been ended
            self._display.close()
        self._answers.close()
        self._channel.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def _find(self, title: str):
        from Xlib.error import BadWindow

        for window in self._root.query_tree().children:
            with suppress(BadWindow):  # it may close while it is looked at
                attributes = window.get_attributes()
                if attributes.map_state == self._x.IsViewable and self._title(window) == title:
                    return window
        return None

    def _title(self, window) -> str | None:
        atom = self._display.intern_atom
        return window.get_full_text_property(atom("_NET_WM_NAME"), atom("UTF8_STRING"))

    def _send(self, kind: int, detail: int) -> None:
        self._fake(kind, detail)
        self._display.sync()

    def _fake(self, kind: int, *details: int, **others: int) -> None:
        from Xlib.ext import xtest

        xtest.fake_input(self._display, kind, *details, **others)
