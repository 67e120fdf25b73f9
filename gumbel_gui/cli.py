"""Entry point: opens the window if there are no arguments, else runs a command.

Only what is needed is imported, and Qt only after a check that it can run.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

BAD_INPUT = 2


def program() -> NoReturn:
    """Run the program and end the process; the script ``gumbel-gui`` calls this.

    The window is closed, everything is saved, and what was copied is handed over by then.
    ``os._exit`` skips the destruction of what is left of Qt and Python, whose order is undefined
    and can crash.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError):  # absent under pythonw, or a closed pipe
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code: 0, or 2 for bad input or a missing display."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # absent under pythonw, where the stream is None
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    if not words:
        return _open_window()
    from gumbel_gui.commands import UsageError, carry_out
    from gumbel_gui.core.parameters import ParameterError

    try:
        carry_out(words)
    except (UsageError, ParameterError) as error:
        return _refuse(str(error))
    return 0


def _open_window() -> int:
    # The objects of imports and widgets stay: collecting garbage among them only takes time.
    gc.disable()
    try:
        from gumbel_gui.gui.system.display import why_no_window

        if reason := why_no_window():
            return _refuse(reason)
        from gumbel_gui.gui.app import run

        return run()
    finally:
        gc.enable()


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:  # pythonw has none
        print(f"gumbel-gui: {' '.join(sentence.split())}", file=sys.stderr)
    return BAD_INPUT
