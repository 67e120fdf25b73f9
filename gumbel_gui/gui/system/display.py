"""Check of the display: where no window can open, Qt would abort without a reason."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

from gumbel_gui.figures.offscreen import missing_library, why_no_qt
from gumbel_gui.language import tr


def why_no_window() -> str:
    """Return one sentence on why no window can be opened here, or nothing."""
    if reason := why_no_qt():
        return reason
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform not in ("", "xcb", "wayland"):
        return ""
    if platform != "xcb" and _wayland_answers():
        return ""
    if not os.environ.get("DISPLAY"):
        return tr("There is no display (DISPLAY is not set). {instead}", instead=_instead())
    if platform == "wayland" and "xcb" not in os.environ["QT_QPA_PLATFORM"]:
        return tr(
            "There is no display: no Wayland compositor answers. {instead}", instead=_instead()
        )
    return _why_no_xcb()


def _instead() -> str:
    return tr("Use 'gumbel-gui render' to draw figures without one.")


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _why_no_xcb() -> str:
    package = importlib.util.find_spec("PyQt6")
    folders = package.submodule_search_locations if package else None
    for folder in folders or []:
        plugin = Path(folder, "Qt6", "plugins", "platforms", "libqxcb.so")
        if plugin.exists():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                return missing_library(str(error))
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return missing_library(str(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        return tr(
            "The display '{display}' does not answer. {instead}",
            display=os.environ["DISPLAY"],
            instead=_instead(),
        )
    return ""
