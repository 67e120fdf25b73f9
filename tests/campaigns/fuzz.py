"""Fuzzing by coverage, ``python tests/campaigns/fuzz.py TARGET [SECONDS]``: see the README.

atheris mutates what has led to new branches before. What it found is kept in FOLDER, so that
the next run goes on there; an input that fails is written beside it, and told.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import re
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "fuzz"
MOST_BYTES = 4096
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
"""Where files that live for a millisecond are written."""
READERS = (
    *("language", "figures.experiments.opening", "core.parsing"),
    *("gui.filing.drops", "gui.finding.own_presets"),
)
"""What is watched by coverage, with all that it imports."""


def _open(data: bytes) -> None:
    """Open an experiment, or a figure, data or table that holds one."""
    from gumbel_gui.figures.errors import OpenError
    from gumbel_gui.figures.experiments.experiment import write_experiment
    from gumbel_gui.figures.experiments.opening import experiment_in

    try:
        found = experiment_in(io.BytesIO(data))
    except OpenError as error:
        _one_sentence(str(error))
    else:
        again = experiment_in(io.BytesIO(write_experiment(found)))
        assert again == found, f"{found} is written as {again}"


def _start(data: bytes) -> None:
    """Start with a settings file, and with the presets in it, store all, and start again."""
    from gumbel_gui.gui.state.settings import Settings

    with tempfile.TemporaryDirectory(dir=MEMORY) as home:
        Path(home, "window-1.json").write_bytes(data)
        settings = Settings(Path(home))
        first = _used(settings)
        told = settings.tell_damage()
        assert not told or told.endswith(")."), told
        settings.state = first[0]  # type: ignore[assignment]
        assert settings.store(settings.dump()) == ""
        settings.close()
        settings = Settings(Path(home))
        second = _used(settings)
        assert second == first, f"{first} is stored as {second}"
        assert not settings.tell_damage(), settings.tell_damage()
        settings.close()


def _used(settings: Any) -> tuple[object, ...]:
    """Return what a start reads of settings."""
    from gumbel_gui.gui.finding.own_presets import OwnPresets
    from gumbel_gui.gui.state.settings import OTHERS

    presets = OwnPresets(settings)
    kept = [presets.get(name) for name in presets.names]
    for name, (kind, *_) in OTHERS.items():
        if read := {str: "text", dict: "record", list: "texts"}.get(kind):
            getattr(settings, read)(name)
    return settings.state, kept, bytes(settings.geometry.data()), settings.memory


def _translate(data: bytes) -> None:
    """Read a file of translations; each text can be said, with values or without."""
    from gumbel_gui import language

    texts = language.finished(data)
    language._speech.texts = texts
    try:
        for text in texts:
            assert language.tr(text)
            names = re.findall(r"\{(\w+)\}", text)
            with suppress(*_BRACES):  # which the English text itself may have wrong, here
                text.format(**dict.fromkeys(names, "1"))
                assert language.tr(text, **dict.fromkeys(names, "1")) is not None
    finally:
        language._speech.texts = {}


_BRACES = (ValueError, LookupError, AttributeError, TypeError)


def _paste(data: bytes) -> None:
    """Read what was typed or pasted: a number, a count, a vector, names of files."""
    from PyQt6.QtCore import QMimeData

    from gumbel_gui.core.checks import ParameterError
    from gumbel_gui.core.parsing import parse_count, parse_number, parse_vector
    from gumbel_gui.core.probabilities import Distribution
    from gumbel_gui.gui.filing.drops import paths_of
    from gumbel_gui.plots.words.text import clean_label

    if data[:1] == b"\0":  # lone surrogates, too
        text = data[2 : len(data) // 2 * 2].decode("utf-16-le", "surrogatepass")
    else:
        text = data.decode("utf-8", "replace")
    for parse in (parse_number, parse_count):
        try:
            parse("p", text)
        except ParameterError as error:
            _one_sentence(str(error))
    try:
        Distribution(parse_vector(text))
    except ParameterError as error:
        _one_sentence(str(error))
    cleaned = clean_label(text)
    assert clean_label(cleaned) == cleaned, repr(cleaned)
    mime = QMimeData()
    mime.setText(text)
    paths_of(mime)


def _one_sentence(text: str) -> None:
    assert text.endswith("."), f"no sentence: {text!r}"
    assert "\n" not in text, f"more than one line: {text!r}"


WAYS = {
    "figures": _open,
    "settings": _start,
    "presets": _start,
    "translations": _translate,
    "text": _paste,
}
"""By the name of a target, the function that is given bytes."""


def seeds(target: str) -> list[bytes]:
    """Return what a target begins with: whole files and texts as they are written."""
    sys.path.insert(0, str(Path(__file__).parent))
    from mutations import files

    if target == "figures":
        return list(files().values())
    if target == "translations":
        messages = ROOT.joinpath("resources/translations/zh.ts").read_text("utf-8")
        head, _, rest = messages.partition("<message>")
        some = "<message>".join(rest.split("<message>")[:6])
        return [f"{head}<message>{some}</context></TS>".encode()]
    if target == "text":
        texts = ("0.5", "1/3", "50 %", "1e-3", "[0.1 0.2; 0.7]", "p = c(0,1; 0,2)", "a b\n0.1 0.9")
        many = ("array([0.1, 0.9], dtype=float32)", "−∞; 0", "file:///a b.json", "1,000, 2,000")
        return [text.encode() for text in texts + many]
    return [_settings_with_presets()]


def _settings_with_presets() -> bytes:
    from gumbel_gui.core.parameters import Parameters
    from gumbel_gui.gui.finding.own_presets import SETTING, OwnPresets
    from gumbel_gui.gui.state.settings import Settings
    from gumbel_gui.gui.state.state import LabState

    settings = Settings()
    parameters = Parameters((1, 3), 0.5, 300)
    settings.state = LabState(parameters, ("a", "ε"), (False, True))
    presets = OwnPresets(settings)
    presets.keep("mine", settings.state)
    settings.set_records(SETTING, presets.records())
    return settings.dump()


def main(words: list[str]) -> int:
    """Fuzz a target for so long; return 0, or 1 if an input has failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=WAYS)
    parser.add_argument("seconds", type=int, nargs="?", default=600)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args(words)
    import atheris

    with atheris.instrument_imports(include=["gumbel_gui"]):
        for name in READERS:
            importlib.import_module(f"gumbel_gui.{name}")
    corpus = given.folder / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    for i, seed in enumerate(seeds(given.target)):
        corpus.joinpath(f"seed-{i}").write_bytes(seed)
    limits = f"-max_total_time={given.seconds}", f"-max_len={MOST_BYTES}", "-timeout=20"
    prefix = f"-artifact_prefix={given.folder}/{given.target}-"
    atheris.Setup(
        [sys.argv[0], *limits, prefix, "-print_final_stats=1", str(corpus)], WAYS[given.target]()
    )
    atheris.Fuzz()  # which ends the process, with another code than 0 if an input has failed
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
