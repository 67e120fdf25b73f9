import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from importlib.metadata import version

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import __version__, cli
from gumbel_gui.core import kernels
from gumbel_gui.figures import offscreen, rendering
from gumbel_gui.plots import plot_types

FAST = ("--draws", "500", "--dpi", "96")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words):
    """Run the program in this process; return its exit code and what it printed."""
    try:
        code = cli.main(list(words))
    except SystemExit as end:  # --help and --version
        code = end.code
    return code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("b.SVG", b"<?xml"), ("c.pdf", b"%PDF-")]
)
def test_render_writes_a_file_and_says_nothing(folder, capsys, name, start):
    assert run(capsys, "render", *FAST, "--output", name) == (0, "", "")
    assert (folder / name).read_bytes().startswith(start)
    assert os.listdir(folder) == [name]


def test_the_example_of_the_design(folder, capsys):
    words = "render --probabilities 0.1,0.2,0.7 --temperature 0.5 --draws 100000 --seed 1 --plots "
    words += "noise_histogram,class_frequencies,relaxed_vectors --width 180 --height 120 --dpi 300"
    code, out, err = run(capsys, *words.split(), "--theme", "print", "--output", "figure.png")
    assert (code, out, err) == (0, "", "")
    picture = QImage("figure.png")
    assert (picture.width(), picture.height()) == (2126, 1417)
    assert "--seed 1 " in picture.text("Description")


def test_every_choice_reaches_the_file(folder, capsys):
    """Each option by itself gives another picture than the defaults."""
    changed = {
        "": (),
        "probabilities": ("1;2;3,5",),
        "temperature": ("0,3",),
        "draws": ("501",),
        "seed": ("7",),
        "plots": ("class_frequencies, relaxed_vectors",),
        "width": ("190",),
        "height": ("130",),
        "dpi": ("97",),
        "theme": ("dark",),
        "label": ("Ann",),
        "options": ("noise_histogram.cdf",),
        "no-titles": (),
        "no-captions": (),
        "draw": ("77",),
        "no-marks": ("--draw", "77"),
    }
    pictures = []
    for name, values in changed.items():
        words = (f"--{name}", *values) if name else ()
        assert run(capsys, "render", *FAST, *words, "--output", "a.png")[0] == 0
        pictures.append(QImage("a.png").convertToFormat(QImage.Format.Format_RGB32))
    for i, picture in enumerate(pictures):
        assert picture not in pictures[:i]


def test_labels_are_given_in_order(folder, capsys):
    words = ("--probabilities", "1,1", "--label", "Ann", "--label=-x, y", "--plots")
    assert run(capsys, "render", *FAST, *words, "class_frequencies", "--output", "a.svg")[0] == 0
    words = [each.text for each in ElementTree.parse("a.svg").iter() if each.tag.endswith("text")]
    assert words.index("Ann") < words.index("-x, y")


def test_without_a_display_a_process_of_its_own_draws_the_same(folder, capsys):
    """The real command, from the outside; no display, no home, no platform named."""
    assert run(capsys, "render", *FAST, "--output", "a.png")[0] == 0
    inside = (folder / "a.png").read_bytes()
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    ended = subprocess.run(
        [sys.executable, "-m", "gumbel_gui", "render", *FAST, "--output", "a.png"],
        env={name: value for name, value in os.environ.items() if name not in unset},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (folder / "a.png").read_bytes() == inside


def test_plots_are_listed_a_line_each(capsys):
    code, out, err = run(capsys, "plots")
    assert (code, err) == (0, "")
    lines = [line.split(maxsplit=1) for line in out.splitlines()]
    assert lines == [[name, plot.about] for name, plot in plot_types().items()]


def test_the_version_is_that_of_the_package(capsys):
    expected = f"Gumbel GUI {__version__} ({kernels.described()})\n"
    assert run(capsys, "--version") == (0, expected, "")
    assert version("gumbel-gui") == __version__


@pytest.mark.parametrize("command", [(), ("render",), ("plots",), ("screenshot",)])
def test_help_is_given(capsys, command):
    code, out, err = run(capsys, *command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("usage: gumbel-gui")
    assert ("--probabilities p" in out) == (command == ("render",))


P = ("--probabilities",)
TOO_MANY = ",".join(["1"] * 65)
BAD = [
    # what is typed, and what the sentence has to hold: the field, the value, what is allowed
    ((*P, ""), ("probabilities", "0 entries", "2 to 64 entries")),
    ((*P, ","), ("probabilities", "0 entries", "2 to 64 entries")),
    ((*P, "1"), ("probabilities", "1 entry", "2 to 64 entries")),
    ((*P, TOO_MANY), ("probabilities", "65 entries", "2 to 64 entries")),
    ((*P, "0.5,-0.1"), ("probabilities[1]", "-0.1", "0 or more")),
    (("--probabilities=-0.1,0.5",), ("probabilities[0]", "-0.1", "0 or more")),
    ((*P, "-0.1,0.5"), ("probabilities[0]", "-0.1", "0 or more")),
    ((*P, "0.5,nan"), ("probabilities[1]", "nan", "finite")),
    ((*P, "inf,1"), ("probabilities[0]", "inf", "finite")),
    ((*P, "1e999,1"), ("probabilities[0]", "inf", "finite")),
    ((*P, "0,0,0"), ("probabilities", "all zero", "above 0")),
    ((*P, "a,b"), ("probabilities[0]", "'a'", "number")),
    ((*P, "1,,2"), ("probabilities[1]", "''", "number")),
    ((*P, "0x1,2"), ("probabilities[0]", "'0x1'", "number")),
    ((*P, "1\n2\nx\n"), ("probabilities[2]", "'x'", "number")),
    (("--temperature", "-1"), ("temperature", "-1", "0 or more")),
    (("--temperature", "nan"), ("temperature", "nan", "finite")),
    (("--temperature", "inf"), ("temperature", "inf", "finite")),
    (("--temperature", "-inf"), ("temperature", "-inf", "finite")),
    (("--temperature", "warm"), ("temperature", "'warm'", "number")),
    (("--temperature", ""), ("temperature", "''", "number")),
    (("--draws", "0"), ("draws", "0", "1 to 100000000000")),
    (("--draws", "-5"), ("draws", "-5", "1 to 100000000000")),
    (("--draws", str(10**12)), ("draws", "1000000000000", "1 to 100000000000")),
    (("--draws", "1e12"), ("draws", "1000000000000", "1 to 100000000000")),
    (("--draws", "1.5"), ("draws", "'1.5'", "whole number")),
    (("--draws", "many"), ("draws", "'many'", "whole number")),
    (("--draws", "9" * 5000), ("draws", "999", "whole number")),
    (("--seed", "-1"), ("seed", "-1", "from 0")),
    (("--seed", str(2**63)), ("seed", str(2**63), "from 0")),
    (("--seed", "x"), ("seed", "'x'", "whole number")),
    (("--plots", "pie"), ("plots", "'pie'", "noise_histogram, class_frequencies")),
    (("--plots", "noise_histogram,Pie"), ("plots", "'Pie'", "noise_histogram")),
    (("--options", "pie.crust"), ("options", "'pie.crust'", "noise_histogram.cdf")),
    (("--theme", "blue"), ("theme", "'blue'", "light, dark, contrast, print")),
    (("--theme", ""), ("theme", "''", "light, dark, contrast, print")),
    (("--theme", ","), ("theme", "','", "light, dark, contrast, print")),
    (("--theme", "light,dark"), ("theme", "'light,dark'", "light, dark, contrast, print")),
    (("--width", "0"), ("width", "0", "30 to 1000")),
    (("--width", "1e9"), ("width", "1e+09", "30 to 1000")),
    (("--height", "-3"), ("height", "-3", "30 to 1000")),
    (("--height", "nan"), ("height", "nan", "30 to 1000")),
    (("--height", "tall"), ("height", "'tall'", "number")),
    (("--width", "40", "--height", "40"), ("size", "40 × 40 mm", "larger")),
    (("--dpi", "0"), ("dpi", "0", "30 to 2400")),
    (("--dpi", "1e9"), ("dpi", "1000000000", "30 to 2400")),
    (("--dpi", "fine"), ("dpi", "'fine'", "whole number")),
    (("--width", "1000", "--height", "1000", "--dpi", "2400"), ("94488 × 94488", "million")),
    ((*P, "1,2", *["--label=x"] * 3), ("3 labels", "2")),
    (("--output", "missing/a.png"), ("output", "'missing/a.png'", "folder must exist")),
    (("--output", "a.bmp"), ("output", "'a.bmp'", ".png, .svg, .pdf")),
    (("--output", ""), ("output", ".png, .svg, .pdf")),
    (("--output", "."), ("output", "'.'", ".png, .svg, .pdf")),
    (("--colour", "red"), ("--colour",)),
    (("extra",), ("extra",)),
    (("--draws",), ("draws",)),
]


def check_refusal(folder, capsys, words, named):
    code, out, err = run(capsys, *words)
    assert code == 2
    assert out == ""
    assert err.startswith("gumbel-gui: ")
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    for part in named:
        assert part in err
    assert os.listdir(folder) == []


@pytest.mark.parametrize(("words", "named"), BAD, ids=lambda part: " ".join(part)[:50])
def test_bad_input_is_one_sentence_and_no_file(folder, capsys, words, named):
    check_refusal(folder, capsys, ("render", "--output", "a.png", *words), named)


@pytest.mark.parametrize("ending", ["svg", "pdf"])
@pytest.mark.parametrize("dpi", ["0", "1e9"])
def test_a_bad_dpi_is_refused_for_every_kind_of_file(folder, capsys, ending, dpi):
    words = ("render", "--dpi", dpi, "--output", f"a.{ending}")
    check_refusal(folder, capsys, words, ("dpi", "30 to 2400"))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("pie",), ("'pie'", "command", "render")),
        (("render",), ("--output",)),
        (("--frobnicate",), ("--frobnicate",)),
        (("plots", "x"), ("x",)),
        (("render\nx",), ("render",)),
        (("render", "--output", "a.png", "b\nc"), ("b",)),
    ],
)
def test_bad_commands_are_one_sentence(folder, capsys, words, named):
    check_refusal(folder, capsys, words, named)


@pytest.mark.parametrize(
    "words",
    [
        ("--dpi", "0"),
        ("--dpi", "2400", "--width", "1000", "--height", "1000"),
        ("--width", "1e9"),
        ("--output", "missing/a.png"),
    ],
)
def test_bad_input_is_refused_before_anything_is_drawn(folder, capsys, monkeypatch, words):
    """A thousand million draws take minutes: too long to be told of a slip only then."""

    def draw(*_):
        raise AssertionError("drawn")

    monkeypatch.setattr(rendering.Engine, "accumulate", draw)
    check_refusal(folder, capsys, ("render", "--output", "a.png", *words), ("must",))


def test_draws_without_memory_end_with_a_sentence(folder, capsys, monkeypatch):
    def draw(*_, **__):
        raise MemoryError("Unable to allocate 4.00 MiB")

    monkeypatch.setattr(rendering.Engine, "accumulate", draw)
    expected = ("not enough memory to draw 5 classes (unable to allocate 4.00 MiB): choose fewer",)
    check_refusal(folder, capsys, ("render", "--output", "a.png"), expected)


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_a_drawing_has_no_limit_of_pixels(folder, capsys, ending):
    words = ("--draws", "500", "--plots", "gumbel_family", "--width", "1000", "--height", "1000")
    assert run(capsys, "render", *words, "--dpi", "2400", "--output", f"a.{ending}")[0] == 0
    assert (folder / f"a.{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("message", "library", "package"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file", "libEGL.so.1", "libegl1"),
        ("libxcb-cursor.so.0: {}", "libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libGL.so.1: {}", "libGL.so.1", "libgl1"),
        ("libstrange.so.7: {}", "libstrange.so.7", None),
    ],
)
def test_a_missing_library_is_named_with_its_package(message, library, package):
    missing = "cannot open shared object file: No such file or directory"
    sentence = offscreen.missing_library(message.format(missing))
    assert f"Qt needs the library {library}, which is not installed" in sentence
    assert ("apt install" in sentence) == (package is not None)
    assert not package or f"apt install {package})" in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("command", [("plots",), ("render", "--output", "a.png")])
@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "libEGL.so.1: cannot open shared object file: No such file or directory",
            "apt install libegl1",
        ),
        (
            "libicudata.so.73: failed to map segment from shared object",
            "Qt cannot be loaded, since a library of it cannot "
            "(libicudata.so.73: failed to map segment from shared object).",
        ),
        ("No module named 'PyQt6'", "pip install PyQt6"),
    ],
)
def test_where_qt_cannot_be_loaded_one_sentence_says_why(
    folder, capsys, monkeypatch, command, message, expected
):
    class Broken:
        def find_spec(self, name, *_):
            if name == "PyQt6.QtSvg":
                raise ImportError(message)

    monkeypatch.delitem(sys.modules, "PyQt6.QtSvg")
    monkeypatch.delattr(sys.modules["PyQt6"], "QtSvg", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    check_refusal(folder, capsys, command, (expected,))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a FIFO")
def test_a_screenshot_replaces_nothing_but_a_file(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("a.png")
    code, out, err = run(capsys, "screenshot", "--output", "a.png")
    assert (code, out) == (2, "")
    assert err == "gumbel-gui: output is 'a.png', but must be a regular file.\n"


def test_without_streams_bad_input_still_ends_with_its_code(monkeypatch):
    """Under pythonw there is neither stdout nor stderr."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["render", "--output", "a.bmp"]) == 2
