"""A short day; ``soak.py`` makes it as long as one likes."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")


@pytest.fixture(scope="module")
def soak():
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("soak.py"))))


@pytest.fixture
def plain(qapp):
    """Give the application its look back."""
    palette = qapp.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)


@pytest.mark.parametrize("kind", ["cycles", "drags", "exports", "looks"])
def test_nothing_is_left_behind(soak, plain, kind):
    """Memory and the objects of Python, which caches are among, are looked at by the script."""
    before, after = soak.soak(kind, 4, period=2)
    more = after.more_than(before)
    assert set(more) <= {"memory", "objects"}, (before, after)


def test_what_there_is_more_of_is_named(soak):
    before = soak.Left(1000, 10, 10, 1, 10, 1, 10, 100.0)
    after = soak.Left(1005, 11, 10, 1, 10, 1, 10, 105.0)
    assert after.more_than(before) == ["qobjects"]
    assert soak.Left(1020, 10, 10, 1, 10, 1, 10, 120.0).more_than(before) == ["objects", "memory"]
