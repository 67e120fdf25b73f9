"""An X server without a screen, for as long as it is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from measure import MissingError

PATIENCE = 20.0
SCREEN = "4000x1000x24"
"""Room for the windows of both sides next to each other: what is covered is painted faster."""
STRANGERS = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE")


@contextmanager
def display(platform: str) -> Iterator[dict[str, str]]:
    """Lend the environment for a platform of Qt's; start an X server if that is what it takes.

    Raises:
        MissingError: if there is none to start.
    """
    for name in STRANGERS:
        os.environ.pop(name, None)
    environment = {"QT_QPA_PLATFORM": platform}
    if platform != "xcb":
        yield environment
        return
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        raise MissingError("Xvfb is not installed")
    reader, writer = os.pipe()
    # A server that resets when its last client leaves would cut off the next one.
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-dpi", "96", "-noreset"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise MissingError("Xvfb does not start")
        yield environment | {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait(PATIENCE)
