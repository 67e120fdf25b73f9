"""Preferences: of each, the value that any window changed last is that of the next start."""

import pytest

from gumbel_gui.gui.state import preferences
from gumbel_gui.gui.state.records import read_record, write_record
from gumbel_gui.gui.state.settings import Settings


def opened(folder, **values):
    """Return the settings of one more window, in which these texts were set."""
    made = Settings(folder)
    for name, value in values.items():
        made.set_text(name, value)
    return made


def stored(settings):
    assert settings.store(settings.dump()) == ""


def next_start(folder):
    made = Settings(folder)
    made.close()
    return made


def test_windows_share_preferences_key_by_key(tmp_path):
    """The one that stores last has not changed what the other one has."""
    first, second = opened(tmp_path, theme="light", side="open"), Settings(tmp_path)
    for each in (first, second):
        stored(each)
    second.set_text("theme", "light")
    second.set_text("side", "open")
    stored(second)
    first.set_text("theme", "dark")
    stored(first)
    second.set_text("side", "folded")
    second.set_text("geometry", "second")
    stored(second)
    for each in (first, second):
        each.close()
    now = next_start(tmp_path)
    assert (now.text("theme"), now.text("side")) == ("dark", "folded")
    assert now.text("geometry") == "second"


def test_what_was_changed_last_counts_though_the_clock_was_set_back(tmp_path, monkeypatch):
    first = opened(tmp_path, theme="light")
    stored(first)
    first.set_text("theme", "dark")
    stored(first)
    monkeypatch.setattr(preferences.time, "time_ns", lambda: 10**9)
    first.close()
    second, other = Settings(tmp_path), Settings(tmp_path)
    stored(other)
    second.set_text("theme", "contrast")
    stored(second)
    stored(other)
    for each in (second, other):
        each.close()
    assert next_start(tmp_path).text("theme") == "contrast"


@pytest.mark.parametrize("times", [None, [], {"theme": "x"}, {"theme": -1}, {"theme": 10**400}])
def test_times_that_cannot_be_are_not_known(tmp_path, times):
    first = opened(tmp_path, theme="light")
    stored(first)
    first.close()
    path = tmp_path / "window-1.json"
    values, _ = read_record(path.read_bytes())
    path.write_bytes(write_record(values | {"changed": times}))
    again, other = Settings(tmp_path), Settings(tmp_path)
    assert again.text("theme") == other.text("theme") == "light"
    again.close()
    other.close()
