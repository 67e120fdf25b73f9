"""The real program in a real X server: started as a process, worked by mouse and keyboard.

The server is Xvfb, spoken to directly: events through XTEST, pictures through GetImage.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

SCREEN = 1600, 1000
SIZE = 1440, 900
"""Of the window, where a test wants no other; its places are those of this size."""
PATIENCE = 20.0
LOOK_EVERY = 0.05
ACCENT = {"light": (0x24, 0x67, 0xD6), "dark": (0x6E, 0xA2, 0xFF)}
COLUMN = 350
KEYSYMS = {"/": "slash", ".": "period", "-": "minus", "_": "underscore", ",": "comma", " ": "space"}
KEYSYMS |= {"[": "bracketleft", "]": "bracketright"}
Picture = NDArray[np.uint8]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.window)


@pytest.fixture(scope="session")
def display() -> Iterator[Callable[..., str]]:
    """Return a function that gives the name of an X server with a screen of a size."""
    if not sys.platform.startswith("linux"):
        pytest.skip("Xvfb is for Linux")
    if shutil.which("Xvfb") is None:
        pytest.fail("These tests need Xvfb; install it (Debian, Ubuntu: apt install xvfb).")
    servers: list[subprocess.Popen[bytes]] = []

    @cache
    def started(size: tuple[int, int]) -> str:
        server, name = serve(size)
        servers.append(server)
        return name

    yield started
    for server in servers:
        server.terminate()
        server.wait(PATIENCE)


@pytest.fixture
def lone_server(display: Callable[..., str]) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start an X server that may be ended, and return its process and name."""
    server, name = serve(SCREEN)
    yield server, name
    server.kill()
    server.wait(PATIENCE)


def serve(size: tuple[int, int]) -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server with a screen of a size; return its process and name."""
    reader, writer = os.pipe()
    words = f"Xvfb -displayfd {writer} -screen 0 {size[0]}x{size[1]}x24 -nolisten tcp -noreset"
    server = subprocess.Popen(words.split(), pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as numbers:
        return server, f":{numbers.readline().strip()}"


@pytest.fixture
def display_name(display: Callable[..., str]) -> str:
    """Return the name of an X server with a screen of the usual size."""
    return display(SCREEN)


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
        self.process = subprocess.Popen(
            [script, *words],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._x, self._display = X, Display(display_name)
        self._root = self._display.screen().root
        screen = self._root.get_geometry()
        self.screen = screen.width, screen.height
        self.window = self.wait_for(lambda: self._find(title), f"the window {title!r}")
        if size:
            self.window.configure(x=0, y=0, width=size[0], height=size[1])
        self.size, self.scale = size or self.screen, scale
        self.focus(self.window)
        if scale == 1:
            self.wait_for(lambda: len(self.handles()) == 7, "seven sliders")
        else:
            blue = ACCENT[theme]
            self.wait_for(lambda: (self.picture() == blue).all(axis=2).any(), "a slider")
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

    def changed_from(self, before: Picture, area: tuple[slice, slice] | None = None) -> Picture:
        place = area or (slice(None), slice(None))
        self.wait_for(lambda: (self.picture()[place] != before[place]).any(), "a change")
        return self.settled()

    def handles(self) -> list[tuple[int, int]]:
        """Return the centres of the slider handles, top to bottom."""
        blue = (self.picture()[:, :COLUMN] == ACCENT[self.theme]).all(axis=2)
        rows = np.flatnonzero(blue.sum(axis=1) >= 4)
        runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
        found = []
        for run in runs:
            if 5 <= len(run) <= 16:
                columns = np.flatnonzero(blue[run].any(axis=0))
                if np.ptp(columns) <= 16:
                    found.append((int(columns.mean()), int(run.mean())))
        return found

    def drag(self, start: tuple[int, int], to_x: int) -> None:
        self._move(*start)
        self._send(self._x.ButtonPress, 1)
        for x in np.linspace(start[0], to_x, 12).astype(int):
            self._move(int(x), start[1])
        self._send(self._x.ButtonRelease, 1)

    def click(self, x: int, y: int) -> None:
        self._move(x, y)
        self._send(self._x.ButtonPress, 1)
        self._send(self._x.ButtonRelease, 1)

    def double_click(self, x: int, y: int) -> None:
        """Click twice, 20 ms apart by the server's clock, however slowly it is spoken to."""
        self._move(x, y)
        for _ in range(2):
            self._fake(self._x.ButtonPress, 1, time=20)
            self._fake(self._x.ButtonRelease, 1)
        self._display.sync()

    def turn(self, x: int, y: int, times: int = 1) -> None:
        """Turn the wheel down by so many steps."""
        self._move(x, y)
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

    def gone(self, title: str) -> None:
        self.wait_for(lambda: self._find(title) is None, f"{title!r} to close")
        self.focus(self.window)

    def titled(self, title: str, act: Callable[[], object] = lambda: None) -> None:
        """Wait until the window has a title, and do something before each look."""
        self.wait_for(lambda: (act(), self._title(self.window) == title)[1], f"{title!r}")

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
        window.set_input_focus(self._x.RevertToParent, self._x.CurrentTime)
        self._display.sync()

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

    def _move(self, x: int, y: int) -> None:
        self._fake(self._x.MotionNotify, x=x, y=y)
        self._display.sync()

    def _send(self, kind: int, detail: int) -> None:
        self._fake(kind, detail)
        self._display.sync()

    def _fake(self, kind: int, *details: int, **others: int) -> None:
        from Xlib.ext import xtest

        xtest.fake_input(self._display, kind, *details, **others)


@pytest.fixture
def start(display: Callable[..., str], tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start programs that are ended, whatever happens."""
    running: list[Program] = []
    home = tmp_path / "home"
    home.mkdir()

    def begin(
        theme: str = "light", screen: tuple[int, int] = SCREEN, name: str = "", **others: Any
    ) -> Program:
        program = Program(name or display(screen), home, theme, **others)
        running.append(program)
        return program

    try:
        yield begin
    finally:
        for program in running:
            with closing(program):
                pass
