"""Writing an animation: an animated PNG, a GIF or numbered PNG files, whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from PyQt6.QtGui import QImage

from gumbel_gui.core.checks import refusal
from gumbel_gui.figures.animations.apng import ApngWriter
from gumbel_gui.figures.animations.film import Animation, Film
from gumbel_gui.figures.animations.gif import GifWriter, check_pillow
from gumbel_gui.figures.animations.motion import Timing
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.formats import encoded
from gumbel_gui.figures.targets import check_place, ending_of, write, writing
from gumbel_gui.language import mark, tr

KINDS = {"png": mark("Animated PNG"), "gif": mark("GIF"), "frames": mark("Numbered PNG files")}
"""What an animation is written as, with its name."""
ENDINGS = {"png": "png", "gif": "gif", "frames": "png"}

Steps = Generator[int, Mapping[str, Any], None]
"""Work in steps: each yields the index of a frame, and is sent its summaries."""


class Writer(Protocol):
    """Takes the frames in their order."""

    def add(self, picture: QImage) -> None:
        """Write the next frame."""

    def finish(self) -> None:
        """Write what comes after the last one."""


class NumberedFiles:
    """Writes each frame into a PNG file of its own, ``NAME-001.png`` and so on."""

    def __init__(self, path: Path, timing: Timing) -> None:
        self._paths = numbered(path, timing.frames)
        self._written: list[Path] = []

    def add(self, picture: QImage) -> None:
        """Write the next frame."""
        path = self._paths[len(self._written)]
        write(path, encoded(picture))
        self._written.append(path)

    def finish(self) -> None:
        """Keep what was written."""

    def remove(self) -> None:
        """Remove what was written."""
        for path in self._written:
            with suppress(OSError):
                path.unlink()


def numbered(path: Path, frames: int) -> list[Path]:
    """Return the files of the frames, counted from 1, with as many digits each."""
    digits = max(3, len(str(frames)))
    return [path.with_name(f"{path.stem}-{i:0{digits}}{path.suffix}") for i in range(1, frames + 1)]


def check(path: Path, kind: str, animation: Animation) -> None:
    """Check, before anything is drawn, that an animation can be made and written there.

    Raises:
        ExportError: in one sentence.
    """
    animation.check()
    ending_of(path, [ENDINGS[kind]])
    check_place(path)
    if kind == "gif":
        check_pillow()
        if animation.layout.transparent:
            raise ExportError(tr("transparent is yes, but must be no in a GIF."))
    if kind == "frames":
        for each in numbered(path, animation.timing.frames):
            if each.exists():
                allowed = tr("another: there is {name} already", name=each.name)
                raise ExportError(refusal("output", repr(str(path)), allowed))


def write_steps(path: Path, kind: str, film: Film) -> Steps:
    """Write an animation, in twice as many steps as it has frames.

    The first half finds out what room the frames need, the second paints them. Where it ends
    before, by an error or by being closed, the target is as it was, and no other file is left.

    Args:
        path: of the file; that of numbered ones without their numbers.
        kind: a key of ``KINDS``.
        film: of the animation.

    Raises:
        ExportError: if it cannot be made or written, in one sentence.
    """
    check(path, kind, film.animation)
    with _opened(path, kind, film.animation.timing) as writer:
        frames = range(film.animation.timing.frames)
        for i in frames:
            film.measure(i, (yield i))
        for i in frames:
            writer.add(film.image(i, (yield i), path.name))


def write_animation(path: Path, kind: str, animation: Animation) -> None:
    """Write an animation; needs a QApplication, but no display. Errors as for ``write_steps``."""
    with closing(Film(animation)) as film, closing(write_steps(path, kind, film)) as steps:
        index = next(steps)
        with suppress(StopIteration):
            while True:
                index = steps.send(film.summaries(index))


def size_of(pictures: list[QImage], kind: str, frames: int) -> int:
    """Return about how many bytes an animation has, from a few of its frames."""
    file = io.BytesIO()
    if kind == "frames":
        for each in pictures:
            file.write(encoded(each))
    else:
        writer = WRITERS[kind](file, Timing(frames=2000, seconds=300))
        for each in pictures:
            writer.add(each)
    return round(file.tell() * frames / len(pictures))


WRITERS: dict[str, Callable[[BinaryIO, Timing], Writer]] = {"png": ApngWriter, "gif": GifWriter}


@contextmanager
def _opened(path: Path, kind: str, timing: Timing) -> Iterator[Writer]:
    if kind == "frames":
        files = NumberedFiles(path, timing)
        try:
            yield files
        except BaseException:
            files.remove()
            raise
        return
    with writing(path) as file:
        writer = WRITERS[kind](file, timing)
        yield writer
        writer.finish()
