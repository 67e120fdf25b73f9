"""Failures of work: what is said of them, and the way of those that nobody expects."""

from __future__ import annotations

import sys
import traceback

from gumbel_gui.core.memory import shortage
from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.figures.errors import CancelledError, ExportError
from gumbel_gui.language import tr

EXPECTED = (CancelledError, ExportError, ParameterError, MemoryError)


def note(error: BaseException) -> None:
    """Hand an error that nobody expects, and its traceback, to the hook for uncaught ones."""
    if not isinstance(error, EXPECTED):
        sys.excepthook(type(error), error, error.__traceback__)


def sentence(error: BaseException, classes: int) -> str:
    """Return what work on draws of so many classes has ended in, in one sentence."""
    if isinstance(error, MemoryError):
        return shortage(error, classes)
    if isinstance(error, EXPECTED):
        return str(error)
    return unexpected(last_line(error))


def unexpected(what: str) -> str:
    """Return one sentence on an error that nobody expects."""
    return tr("Something went wrong: {what}", what=what)


def last_line(error: BaseException) -> str:
    """Return class and text of an error, whatever these do."""
    return traceback.format_exception_only(error)[-1].strip()
