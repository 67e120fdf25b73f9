"""Folders: each purpose has its own, and it is one that is there."""

import pytest

from gumbel_gui.gui.state import folders
from gumbel_gui.gui.state.folders import PURPOSES, Folders
from gumbel_gui.gui.state.settings import Settings


@pytest.fixture
def usual(tmp_path, monkeypatch):
    """The folder that the desktop has for such files."""
    monkeypatch.setattr(
        folders.QStandardPaths, "writableLocation", lambda kind: str(tmp_path / kind.name)
    )
    for kind in set(PURPOSES.values()):
        (tmp_path / kind.name).mkdir()
    return tmp_path


def test_the_first_files_go_where_the_desktop_wants_them(usual):
    assert Folders(Settings()).of("figures") == usual / "PicturesLocation"
    assert Folders(Settings()).of("tables") == usual / "DocumentsLocation"


def test_each_purpose_has_a_folder_of_its_own_also_after_a_start(stored, tmp_path, usual):
    for purpose in PURPOSES:
        (tmp_path / purpose).mkdir()
    settings = Settings(stored.folder)
    for purpose in PURPOSES:
        Folders(settings).note(purpose, tmp_path / purpose / "a.png")
    settings.store(settings.dump())
    settings.close()
    again = Folders(Settings(stored.folder))
    assert {purpose: again.of(purpose).name for purpose in PURPOSES} == {p: p for p in PURPOSES}
    (tmp_path / "figures").rmdir()
    assert again.of("figures") == usual / "PicturesLocation"
    assert again.of("draws").name == "draws"


def test_figures_go_where_an_earlier_version_put_them(usual, tmp_path):
    settings = Settings()
    settings.set_record("export", {"folder": str(tmp_path)})
    assert Folders(settings).of("figures") == tmp_path
    assert Folders(settings).of("animations") == usual / "PicturesLocation"


def test_what_is_damaged_gives_the_usual_folder(usual, strange):
    settings = Settings()
    for value in strange:
        settings.set_record("folders", {"figures": value})
        found = Folders(settings).of("figures")
        assert found.is_dir()
        assert value == "../.." or found == usual / "PicturesLocation"
