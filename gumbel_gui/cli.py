"""Entry point: opens the window if there are no arguments, or a file; else runs a command.

Only what is needed is imported, and Qt only after a check that it can run.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gumbel_gui.language import languages, speak, system_language, tr

BAD_INPUT = 2
BROKEN_PIPE = 141
"""The reader of the output has ended; a shell reports this code where SIGPIPE ends a program."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code: 0, or 2 for bad input or a missing display."""
    os.environ["PYQTGRAPH_QT_LIB"] = "PyQt6"  # else pyqtgraph takes what the user has set it to
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # absent under pythonw, where the stream is None
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    speak(language_in(words) or system_language())
    file = file_in(words)
    if file or not words:
        return _open_window(file)
    from gumbel_gui.commands import carry_out
    from gumbel_gui.commands.base import UsageError
    from gumbel_gui.core.parameters import ParameterError

    try:
        carry_out(words)
    except (UsageError, ParameterError) as error:
        return _refuse(str(error))
    except BrokenPipeError:
        return BROKEN_PIPE
    return 0


def language_in(words: Sequence[str]) -> str:
    """Return the language that the option ``--language`` in these words names, or nothing.

    It is needed before they are parsed: errors and help are in that language, too.
    """
    for word, after in zip(words, (*words[1:], ""), strict=False):
        option, is_, value = word.partition("=")
        if option.startswith("--lan") and "--language".startswith(option):
            code = value if is_ else after
            return code if code in languages() else ""
    return ""


def file_in(words: Sequence[str]) -> str:
    """Return the file that the words open in the window, or nothing: ``FILE`` or ``--open FILE``.

    A file is told from a command by a dot or a separator in its name.
    """
    if len(words) == 2 and words[0] == "--open":
        return words[1]
    word = words[0] if len(words) == 1 else ""
    if word.startswith("--open="):
        return word.removeprefix("--open=")
    return word if word[:1] != "-" and {".", "/", os.sep} & {*word} else ""


def _open_window(file: str) -> int:
    if file and not os.path.exists(file):
        return _refuse(tr("There is no file {file}.", file=repr(file)))
    # The objects of imports and widgets stay: collecting garbage among them only takes time.
    gc.disable()
    try:
        from gumbel_gui.gui.system.display import why_no_window

        if reason := why_no_window():
            return _refuse(reason)
        from gumbel_gui.figures.errors import ExportError
        from gumbel_gui.gui.app import run

        try:
            return run(Path(file) if file else None)
        except ExportError as error:  # before there is a window
            return _refuse(str(error))
    finally:
        gc.enable()


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:  # pythonw has none
        with suppress(OSError):  # on a full disk, the exit code has to do
            print(f"gumbel-gui: {' '.join(sentence.split())}", file=sys.stderr, flush=True)
    return BAD_INPUT
