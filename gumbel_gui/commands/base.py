"""What all commands use: the parser, what is said, errors in one sentence, choices by name."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TypeAlias


class UsageError(Exception):
    """Bad input on the command line; its text is one sentence for the user."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence each."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise UsageError(message[0].upper() + message[1:] + ".")

    def _print_message(self, message: str, *_: object, **__: object) -> None:
        say(message)  # argparse passes over errors


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What a command adds itself to."""


def say(text: str) -> None:
    """Print a text on standard output.

    Raises:
        UsageError: if that cannot be written to.
        BrokenPipeError: if its reader has ended.
    """
    try:
        if sys.stdout is None:  # it is closed, or this is pythonw
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        print(text, end="", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"Standard output must be one that can be written to ({reason})."
        ) from None


def chosen(field: str, text: str, known: Sequence[str]) -> list[str]:
    """Return the names in a text, each once; raise a UsageError for one that is not known."""
    named = [name.strip() for name in text.split(",") if name.strip()]
    for name in named:
        if name not in known:
            raise UsageError(f"{field} holds {name!r}, but must be among {', '.join(known)}.")
    return list(dict.fromkeys(named))


def check_qt() -> None:
    """Raise a UsageError if Qt cannot run."""
    from gumbel_gui.figures.offscreen import why_no_qt

    if reason := why_no_qt():
        raise UsageError(reason)
