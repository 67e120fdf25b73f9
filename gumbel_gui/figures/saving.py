"""Saving a figure: its format, checks of the target, and a file that is whole or not there."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path

from gumbel_gui.figures.errors import NoRoomError
from gumbel_gui.figures.figure import Content
from gumbel_gui.figures.formats import DEFAULT_DPI, FORMATS, Format
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.targets import check_place, ending_of, write

By = Callable[[Callable[[], None]], None]
"""Calls what it is given, and raises what that raises."""


def _at_once(work: Callable[[], None]) -> None:
    work()


def format_of(path: Path) -> Format:
    """Return the format that a file's ending names.

    Raises:
        ExportError: for any other ending.
    """
    return FORMATS[ending_of(path, FORMATS)]


def check_target(path: Path) -> None:
    """Check, before anything is drawn, that a figure can be written there.

    Raises:
        ExportError: with what is wrong and what is allowed.
    """
    format_of(path)
    check_place(path)


def save(path: Path, content: Content, layout: Layout, dpi: int = DEFAULT_DPI) -> None:
    """Draw a figure and write it, see ``save_all``."""
    save_all([(path, content)], layout, dpi)


def save_all(
    figures: Sequence[tuple[Path, Content]],
    layout: Layout,
    dpi: int = DEFAULT_DPI,
    by: By = _at_once,
) -> None:
    """Draw figures and write them, see ``save_steps``."""
    for _ in save_steps(figures, layout, dpi, by):
        pass


def save_steps(
    figures: Sequence[tuple[Path, Content]],
    layout: Layout,
    dpi: int = DEFAULT_DPI,
    by: By = _at_once,
) -> Generator[int, None, None]:
    """Draw figures and write them, each in the format that the ending of its file names.

    It yields after each one how many are drawn. Nothing is written before all are. A file is
    replaced when everything is on the disk; on an error it stays as it was, and no other file is
    left.

    Args:
        figures: what to draw, and where to write it.
        layout: of each figure.
        dpi: of images.
        by: calls what may wait for the disk.

    Raises:
        ExportError: if a figure cannot be made or written, in one sentence.
    """
    by(lambda: _check_all(path for path, _ in figures))
    drawn = []
    for path, each in figures:
        try:
            drawn.append((path, format_of(path).encode(each, layout, dpi, path.name)))
        except NoRoomError as error:
            if len(figures) == 1:
                raise
            raise NoRoomError(f"{path.name}: {error}") from None
        yield len(drawn)
    by(lambda: _write_all(drawn))


def _check_all(paths: Iterable[Path]) -> None:
    for path in paths:
        check_target(path)


def _write_all(drawn: Iterable[tuple[Path, bytes]]) -> None:
    for path, data in drawn:
        write(path, data)
