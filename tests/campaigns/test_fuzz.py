"""Each target of the fuzzer with what it begins with, and with some mutations of that."""

import random
import runpy
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from campaigns import fuzz

from gumbel_gui import language

TRIALS = {"figures": 400, "settings": 60, "presets": 60, "translations": 1000, "text": 1000}
MUTATED = runpy.run_path(str(Path(__file__).with_name("mutations.py")))["mutated"]


@pytest.mark.parametrize("target", fuzz.WAYS)
def test_a_target_takes_mutated_bytes(target, qapp):
    chance, read, seeds = random.Random(1), fuzz.WAYS[target], fuzz.seeds(target)
    for seed in (b"", b"\0\xd8\0\xd8", *seeds):
        read(seed)
    for _ in range(TRIALS[target]):
        read(MUTATED(chance, chance.choice(seeds)))


def test_what_is_stored_otherwise_than_it_is_read_is_told(monkeypatch):
    from gumbel_gui.gui.state.settings import Settings

    known = Settings.dump
    monkeypatch.setattr(Settings, "dump", lambda self: known(self).replace(b"0.5", b"0.6"))
    (seed,) = fuzz.seeds("settings")
    with pytest.raises(AssertionError, match="is stored as"):
        fuzz.WAYS["settings"](seed.replace(b"0.6", b"0.5"))


@pytest.mark.parametrize(
    "data", [b"", b"<TS", b"\xff\xfe<", b"<?xml version='1.0' encoding='no'?><TS/>", b"<TS>\0</TS>"]
)
def test_a_damaged_translation_translates_nothing(data, tmp_path, monkeypatch):
    assert language.finished(data) == {}
    (tmp_path / "xx.ts").write_bytes(data)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language.languages.cache_clear()
    try:
        assert language.own_name("xx") in ("English", "xx")
    finally:
        language.languages.cache_clear()


@pytest.mark.parametrize("said", ["{", "{0}", "{b}", "{a.b}", "{a[0]}", "{a:s}"])
def test_a_translation_with_wrong_braces_is_said_in_english(said, monkeypatch):
    monkeypatch.setattr(language._speech, "texts", {"{a} of it": said})
    assert language.tr("{a} of it", a=1) == "1 of it"
