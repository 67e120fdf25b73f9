"""Faults in words, and the log: where it is, how large it gets, and that it stops nothing."""

import os
import threading

import pytest

from gumbel_gui.gui.system import faults
from gumbel_gui.gui.system.faults import LARGEST, Fault, Log


def fault(error):
    try:
        raise error
    except BaseException as caught:
        return Fault.of(type(caught), caught, caught.__traceback__)


class Odd(BaseException):
    def __str__(self):
        raise ValueError


def test_an_error_is_told_in_its_last_line_and_its_traceback():
    found = fault(ValueError("x"))
    assert found.what == "ValueError: x"
    assert found.sentence == "Something went wrong: ValueError: x"
    assert found.details.startswith("Traceback")
    assert "test_faults.py" in found.details


def test_what_cannot_be_put_into_words_is_a_fault_too():
    assert "Odd" in fault(Odd()).what
    assert Fault.of(KeyError, None, None).what == "KeyError"


def test_a_long_traceback_keeps_its_end():
    found = fault(ValueError("x" * 100_000 + "the end"))
    assert len(found.details) == faults.LONGEST
    assert found.details.endswith("the end\n")


def test_errors_of_one_line_of_the_program_are_the_same_whatever_they_say():
    def found(text):
        try:
            faults.Path(text).read_bytes()  # raised below the program
        except ValueError as error:
            return Fault.of(type(error), error, error.__traceback__)

    assert found("\0a").place == found("\0b").place
    assert fault(KeyError(1)).place != fault(ValueError(1)).place


@pytest.fixture
def log(tmp_path):
    made = Log(tmp_path / "new" / "errors.log")
    yield made
    made.close()


def test_the_log_never_gets_larger_and_keeps_one_older_file(log):
    for number in range(60):
        log.note(f"{number} " + "x" * 20_000)
    log.close()
    files = sorted(log.path.parent.iterdir())
    assert [each.name for each in files] == ["errors.log", "errors.log.1"]
    assert all(each.stat().st_size <= LARGEST for each in files)
    text = files[1].read_text("utf-8") + files[0].read_text("utf-8")
    kept = [int(line.split()[0]) for line in text.splitlines()]
    assert kept == list(range(kept[0], 60))


def test_windows_that_write_to_the_same_log_lose_nothing(tmp_path):
    logs = [Log(tmp_path / "errors.log") for _ in range(2)]
    for number in range(5):
        for each in logs:
            each.note(f"{number} \ud800")
    for each in logs:
        each.close()
    assert len((tmp_path / "errors.log").read_bytes().splitlines()) == 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_nothing_waits_for_a_disk_that_does_not_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(faults, "PATIENCE", 0.01)
    path = tmp_path / "errors.log"
    log = Log(path)
    free = threading.Event()
    monkeypatch.setattr(log._file, "shouldRollover", lambda _: free.wait(60) and False)
    log.note("first")
    log.note("second")
    log.close()
    assert not path.exists()
    free.set()
    log._thread.shutdown()
    assert path.read_text("utf-8") == "first\nsecond\n"


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_log_that_cannot_be_written_is_passed_over(tmp_path, capfd, kind):
    (tmp_path / "a").touch() if kind == "file" else (tmp_path / "a" / "errors.log").mkdir(
        parents=True
    )
    log = Log(tmp_path / "a" / "errors.log")
    log.note("x")
    log.close()
    assert capfd.readouterr() == ("", "")


def test_without_memory_for_a_thread_it_is_written_all_the_same(log, monkeypatch):
    def refuse(*_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(log._thread, "submit", refuse)
    log.note("x")
    assert log.path.read_text("utf-8") == "x\n"
