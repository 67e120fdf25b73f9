"""The program where a stream is full, closed or not UTF-8, and where folders are missing."""

import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")
PROGRAM = (sys.executable, "-m", "gumbel_gui")
TEXTS = [("plots",), ("--help",), ("--version",), ("render", "--help")]
REFUSED = "gumbel-gui: Standard output must be one that can be written to"


def shell(words, redirections, **environment):
    """Run the program in a shell, with what is written behind it."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirections}', "sh", *PROGRAM, *words],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", TEXTS, ids=" ".join)
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_what_cannot_be_printed_is_said_in_one_sentence(words, redirection):
    ended = shell(words, redirection)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(REFUSED)
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("words", TEXTS, ids=" ".join)
def test_a_reader_that_ends_ends_the_program_quietly(words):
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run([*PROGRAM, *words], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_bad_input_has_its_code_where_the_sentence_cannot_be_printed():
    assert shell(("render",), "2>/dev/full").returncode == 2
    assert shell(("render",), "2>&-").returncode == 2


@pytest.mark.parametrize("redirections", ["<&- >&- 2>&-", ">/dev/full 2>/dev/full </dev/null"])
def test_a_figure_needs_no_stream(tmp_path, monkeypatch, redirections):
    monkeypatch.chdir(tmp_path)
    words = ("render", "--draws", "500", "--dpi", "96", "--output", "a.png")
    assert shell(words, redirections).returncode == 0
    assert os.listdir(tmp_path) == ["a.png"]


def test_a_figure_needs_no_folder_but_its_own_and_no_setting_of_another_program(tmp_path):
    words = ("render", "--draws", "500", "--dpi", "96", "--label", "ε\udcff", "--output")
    folders = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    strange = dict.fromkeys(folders, "/dev/null") | {
        "LANG": "C",
        "PYTHONIOENCODING": "ascii",
        "PYQTGRAPH_QT_LIB": "PySide6",
        "QT_API": "pyside6",
    }
    ended = shell([*words, str(tmp_path / "ε\udcff.png")], "", **strange)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert os.listdir(tmp_path) == ["ε\udcff.png"]


def test_sentences_can_be_printed_in_any_encoding():
    ended = shell(
        ("render", "--theme", "ε\udcff", "--output", "a.png"), "", PYTHONIOENCODING="ascii"
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("gumbel-gui: theme is 'ε")


def inside(check, code="", **options):
    """Run the program with nothing in it but a check, and return whether that holds."""
    code += "; import gumbel_gui.cli as cli"
    code += f"; cli.main = lambda: int(not ({check}))"
    code += "; from gumbel_gui.__main__ import program; program()"
    return subprocess.run([sys.executable, "-c", code], check=False, **options).returncode == 0


def test_no_file_is_taken_for_a_stream_that_is_closed():
    same = "all(os.path.samestat(os.fstat(n), os.stat(os.devnull)) for n in range(3))"
    assert inside(same, "import os; [os.close(n) for n in range(3)]")


def test_ctrl_c_ends_the_program_at_once_unless_it_is_ignored():
    """A KeyboardInterrupt could come up in a call by Qt, and not get out of it."""
    is_now = "signal.getsignal(signal.SIGINT) == signal."
    assert inside(is_now + "SIG_DFL", "import signal")
    ignore = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    assert inside(is_now + "SIG_IGN", "import signal", **ignore)


def test_an_import_as_a_library_changes_no_signal_and_no_variable():
    code = "import os, signal; before = dict(os.environ)\n"
    code += "import gumbel_gui.plots, gumbel_gui.figures.offscreen, gumbel_gui.__main__\n"
    code += "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
    code += "assert dict(os.environ) == before"
    subprocess.run([sys.executable, "-c", code], check=True)
