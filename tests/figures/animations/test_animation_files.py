"""Files of animations, read by Pillow, and chunk by chunk; and what is left after a failure."""

import builtins
import errno
import io
import os
import struct
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PyQt6.QtGui import QImage

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures import whole_files
from gumbel_gui.figures.animations import writing
from gumbel_gui.figures.animations.apng import ApngWriter
from gumbel_gui.figures.animations.film import Animation, Film
from gumbel_gui.figures.animations.gif import GifWriter
from gumbel_gui.figures.animations.motion import Motion, Timing
from gumbel_gui.figures.animations.writing import size_of, write_animation, write_steps
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.layout import Layout

FRAMES = 5


@pytest.fixture(scope="module")
def animation(qapp):
    return Animation(
        Parameters((0.1, 0.2, 0.7), draws=600, seed=3),
        ("relaxed_vectors", "relaxed_density"),
        Motion(2, 0.1),
        Timing(FRAMES, 1, 0.5),
        Layout(180, 100),
        dpi=60,
    )


@pytest.fixture(scope="module")
def pictures(animation):
    with closing(Film(animation)) as film:
        for i in range(FRAMES):
            film.measure(i, film.summaries(i))
        return [film.image(i, film.summaries(i)) for i in range(FRAMES)]


@pytest.fixture(scope="module", params=["png", "gif"])
def written(request, animation, tmp_path_factory):
    path = tmp_path_factory.mktemp("animation") / f"a.{request.param}"
    write_animation(path, request.param, animation)
    return path


@pytest.fixture
def drawn(pictures, monkeypatch):
    """Frames that are drawn already: for what is about files alone."""
    monkeypatch.setattr(Film, "summaries", lambda *_: {})
    monkeypatch.setattr(Film, "measure", lambda *_: None)
    monkeypatch.setattr(Film, "image", lambda _, i, *__: pictures[i])


def pixels(picture):
    return QImage(picture).convertToFormat(QImage.Format.Format_RGB888)


def rgb(picture):
    """Return an image of Qt's as one of Pillow's, by a file of Qt's."""
    return Image.open(io.BytesIO(writing.encoded(picture))).convert("RGB")


def test_pillow_finds_all_frames_with_their_times(written):
    with Image.open(written) as file:
        assert file.n_frames == FRAMES
        assert file.info["loop"] == 0
        times = []
        for i in range(FRAMES):
            file.seek(i)
            file.load()
            times.append(file.info["duration"])
        assert times == [200] * 4 + [700]


def test_each_frame_of_an_apng_has_the_pixels_of_its_figure(drawn, animation, pictures, tmp_path):
    path = tmp_path / "a.png"
    write_animation(path, "png", animation)
    with Image.open(path) as file:
        for i, picture in enumerate(pictures):
            file.seek(i)
            assert file.convert("RGB").tobytes() == rgb(picture).tobytes(), i
    assert QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32) == pictures[
        0
    ].convertToFormat(QImage.Format.Format_RGB32)


def test_frames_of_a_gif_differ_from_their_figures_by_its_colours_only(
    animation, pictures, tmp_path
):
    path = tmp_path / "a.gif"
    write_animation(path, "gif", animation)
    with Image.open(path) as file:
        for i, picture in enumerate(pictures):
            file.seek(i)
            pairs = zip(file.convert("RGB").tobytes(), rgb(picture).tobytes(), strict=True)
            far = [abs(a - b) for a, b in pairs]
            assert sum(far) / len(far) < 1, i


def test_the_chunks_of_an_apng_are_as_the_standard_asks(drawn, animation, tmp_path):
    path = tmp_path / "a.png"
    write_animation(path, "png", animation)
    data, place, kinds, sequence = path.read_bytes(), 8, [], []
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        assert struct.unpack_from(">I", data, place + 8 + size)[0] == zlib.crc32(kind + body)
        if kind in (b"fcTL", b"fdAT"):
            sequence.append(struct.unpack_from(">I", body)[0])
        kinds.append(kind)
        place += size + 12
    assert sequence == list(range(len(sequence)))
    assert kinds[:2] == [b"IHDR", b"acTL"]
    assert kinds[-1] == b"IEND"
    assert kinds.count(b"fcTL") == FRAMES
    assert kinds.index(b"fcTL") < kinds.index(b"IDAT")
    assert data.count(b"acTL" + struct.pack(">II", FRAMES, 0)) == 1


def test_the_first_frame_says_how_it_was_made(animation, tmp_path):
    path = tmp_path / "a.png"
    write_animation(path, "png", animation)
    image = QImage(str(path))
    said = "animate --sweep t:2..0.1 --frames 5 --seconds 1 --hold 0.5"
    assert image.text("Animation") == said
    assert image.text("Software").startswith("Gumbel GUI")
    assert image.dotsPerMeterX() == 2362


@pytest.mark.parametrize("writer", [ApngWriter, GifWriter])
def test_an_animation_that_plays_once_and_one_of_long_delays(pictures, writer):
    file, timing = io.BytesIO(), Timing(2, 300, 60, loop=False)
    made = writer(file, timing)
    for picture in pictures[:2]:
        made.add(picture)
    made.finish()
    with Image.open(file) as read:
        assert read.info.get("loop", 1) == 1
        read.seek(1)
        read.load()
        assert read.info["duration"] == 210_000


@pytest.mark.parametrize("number", [1, 3])
def test_too_few_or_too_many_frames_are_an_error(pictures, number):
    made = ApngWriter(io.BytesIO(), Timing(2, 1))

    def give():
        for picture in pictures[:number]:
            made.add(picture)
        made.finish()

    with pytest.raises(ValueError, match="frame"):
        give()


def test_frames_of_another_size_are_an_error(pictures):
    made = ApngWriter(io.BytesIO(), Timing(2, 1))
    made.add(pictures[0])
    with pytest.raises(ValueError, match="differs"):
        made.add(pictures[1].copy(0, 0, 10, 10))


@pytest.mark.parametrize("writer", [ApngWriter, GifWriter])
def test_a_frame_is_in_the_file_before_the_next_one_and_not_kept(pictures, writer):
    """So memory does not grow with the number of frames."""
    file = io.BytesIO()
    made = writer(file, Timing(2000, 100))
    sizes = []
    for _ in range(3):
        made.add(pictures[0])
        sizes.append(file.tell())
        file.seek(0)
        file.truncate()
    assert 0 < sizes[1] == sizes[2]
    held = [value for value in vars(made).values() if value is not file]
    assert sum(len(value) for value in held if isinstance(value, (bytes, list, dict))) < 100


def test_numbered_files_are_those_frames(animation, drawn, pictures, tmp_path):
    write_animation(tmp_path / "a.png", "frames", animation)
    assert sorted(os.listdir(tmp_path)) == [f"a-00{i}.png" for i in range(1, 6)]
    for i, picture in enumerate(pictures):
        assert pixels(QImage(str(tmp_path / f"a-00{i + 1}.png"))) == pixels(picture)


def test_no_file_is_replaced_by_a_numbered_one(animation, tmp_path):
    (tmp_path / "a-004.png").write_bytes(b"old")
    with pytest.raises(ExportError, match=r"there is a-004.png already"):
        write_animation(tmp_path / "a.png", "frames", animation)
    assert os.listdir(tmp_path) == ["a-004.png"]


@pytest.mark.parametrize("kind", writing.KINDS)
@pytest.mark.parametrize("steps", [1, FRAMES + 1, 2 * FRAMES - 1])
def test_an_animation_that_is_cancelled_leaves_nothing(animation, drawn, tmp_path, kind, steps):
    path = tmp_path / f"a.{writing.ENDINGS[kind]}"
    if kind != "frames":
        path.write_bytes(b"old")
    with closing(Film(animation)) as film:
        work = write_steps(path, kind, film)
        index = next(work)
        for _ in range(steps):
            index = work.send(film.summaries(index))
        work.close()
    assert os.listdir(tmp_path) == ([] if kind == "frames" else [path.name])
    assert kind == "frames" or path.read_bytes() == b"old"


FAULTS = [
    (whole_files.os, "fdopen"),
    (os, "fsync"),
    (os, "fstat"),
    (os, "link"),
    (Path, "chmod"),
    (Path, "replace"),
]


@pytest.mark.parametrize("kind", writing.KINDS)
@pytest.mark.parametrize(("owner", "name"), FAULTS, ids=[name for _, name in FAULTS])
def test_a_file_operation_that_fails_leaves_nothing(
    animation, drawn, tmp_path, monkeypatch, kind, owner, name
):
    if name == "link" and not hasattr(os, "O_TMPFILE"):
        pytest.skip("files without a name are of Linux")
    real, calls = getattr(owner, name), []

    def fail(*given, **named):
        calls.append(given)
        if kind == "frames" and len(calls) < 3:  # some files are written by then
            return real(*given, **named)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fail)
        with pytest.raises(ExportError, match="on a disk with room for it"):
            write_animation(tmp_path / f"a.{writing.ENDINGS[kind]}", kind, animation)
    assert calls
    assert os.listdir(tmp_path) == []


def test_a_size_that_is_too_small_for_the_words_leaves_nothing(animation, tmp_path):
    small = Animation(animation.parameters, animation.plots, layout=Layout(40, 30))
    with pytest.raises(ExportError, match="must be larger"):
        write_animation(tmp_path / "a.png", "png", small)
    assert os.listdir(tmp_path) == []


def test_without_pillow_a_gif_is_refused_in_one_sentence(animation, tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *others):
        if name == "PIL":
            raise ImportError(name)
        return real(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match="pip install pillow"):
        write_animation(tmp_path / "a.gif", "gif", animation)


@pytest.mark.parametrize("kind", writing.KINDS)
def test_the_size_is_estimated_from_the_first_and_the_last_frame(
    animation, drawn, pictures, tmp_path, kind
):
    write_animation(tmp_path / f"a.{writing.ENDINGS[kind]}", kind, animation)
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert size_of([pictures[0], pictures[-1]], kind, FRAMES) == pytest.approx(size, rel=0.2)


def test_no_ground_is_refused_in_a_gif(animation, tmp_path):
    clear = replace(animation, layout=Layout(180, 100, transparent=True))
    with pytest.raises(ExportError, match="transparent is yes, but must be no in a GIF"):
        write_animation(tmp_path / "a.gif", "gif", clear)


def test_an_animation_opens_again_as_its_first_frame(drawn, animation, tmp_path):
    path = tmp_path / "a.png"
    write_animation(path, "png", animation)
    opened = open_file(path)
    assert opened.parameters == animation.frame(0)
    assert opened.figure.plots == animation.plots
    assert opened.figure.layout == animation.layout
