"""What all commands use: the parser, what is said, errors in one sentence, choices by name."""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
import unicodedata
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TypeAlias

from gumbel_gui.core.memory import shortage
from gumbel_gui.figures.errors import ExportError, reason
from gumbel_gui.language import listed, mark, tr

ARGPARSE = (
    *(mark("usage: "), mark("options"), mark("optional arguments"), mark("positional arguments")),
    *(mark("show this help message and exit"), mark("show program's version number and exit")),
    *(mark("the following arguments are required: %s"), mark("unrecognized arguments: %s")),
    *(mark("one of the arguments %s is required"), mark("not allowed with argument %s")),
    *(mark("argument %(argument_name)s: %(message)s"), mark("expected one argument")),
    *(mark("invalid choice: %(value)r (choose from %(choices)s)"),),
    *(mark("ambiguous option: %(option)s could match %(matches)s"),),
    *(mark("ignored explicit argument %r"), mark("expected at least one argument")),
    *(mark("unknown parser %(parser_name)r (choices: %(choices)s)"),),
    *(mark("invalid %(type)s value: %(value)r"), mark("expected at most one argument")),
)
"""What Python's parser says."""
# It looks its texts up when it says them, by a function of gettext, which knows files only.
argparse._ = tr  # type: ignore[attr-defined]


class UsageError(Exception):
    """Bad input on the command line; its text is one sentence for the user."""


class _Help(argparse.HelpFormatter):
    """Breaks lines by columns: a Chinese character takes two, and lines may part before it."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        if _columns(text) == len(text):
            return super()._split_lines(text, width)
        lines = [""]
        for part in re.findall(r"\s+|[（“]*(?:[^\s\u2e80-\uffef]+|.)[、，。；：）”]*", text):
            if lines[-1] and _columns(lines[-1] + part.rstrip()) > width:
                lines.append("")
            lines[-1] += part
        return [line.rstrip() for line in lines]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width))


def _columns(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in text)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence each."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise UsageError(tr("{message}.", message=message[0].upper() + message[1:]))

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
        words = {"reason": reason(error)}
        raise UsageError(
            tr("Standard output must be one that can be written to ({reason}).", **words)
        ) from None


def chosen(field: str, text: str, known: Sequence[str]) -> list[str]:
    """Return the names in a text, each once; raise a UsageError for one that is not known."""
    named = [name.strip() for name in text.split(",") if name.strip()]
    for name in named:
        if name not in known:
            raise UsageError(
                tr(
                    "{field} holds {name}, but must be among {names}.",
                    field=field,
                    name=repr(name),
                    names=listed(known),
                )
            )
    return list(dict.fromkeys(named))


@contextmanager
def saving(classes: int) -> Generator[None, None, None]:
    """Within it, a file that cannot be made or saved is a UsageError.

    Args:
        classes: that are drawn.
    """
    try:
        yield
    except ExportError as error:
        raise UsageError(str(error)) from error
    except MemoryError as error:
        raise UsageError(shortage(error, classes)) from error


def check_qt() -> None:
    """Raise a UsageError if Qt cannot run."""
    from gumbel_gui.figures.offscreen import why_no_qt

    if reason := why_no_qt():
        raise UsageError(reason)
