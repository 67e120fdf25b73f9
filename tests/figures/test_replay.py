"""The command that is stored in a file runs in a shell as it stands, and writes that file again."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.provenance import command
from gumbel_gui.figures.saving import save

AWKWARD = ("two words", "it's", "--x", 'ε "p" $HOME `ls`', "a; b && c | d > e", "new\nline")
STATE = {"p": range(1, 7), "draws": 700, "labels": AWKWARD, "location": -1.5, "selected": 3}
PLOTS = ["class_frequencies", "gumbel_family"]
LAYOUT = Layout(150.5, 81, captions=False)
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell")


@pytest.fixture
def shell(tmp_path):
    """Return a function that runs a line in an empty folder, and gives the files that it leaves."""
    folder = tmp_path / "replayed"

    def run(line):
        assert line.startswith("python -m gumbel_gui render ")
        folder.mkdir()
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        ended = subprocess.run(
            ["bash", "-c", line],
            cwd=folder,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    return run


def stored(file):
    """Return the command that is stored in a file."""
    if file.suffix == ".png":
        return QImage(str(file)).text("Description")
    if file.suffix == ".svg":
        (text,) = (e.text for e in ElementTree.parse(file).iter() if e.tag.endswith("}desc"))
        return text
    (packet,) = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", file.read_bytes(), re.DOTALL)
    (description,) = (
        e for e in ElementTree.fromstring(packet).iter() if e.tag.endswith("}description")
    )
    return "".join(description.itertext())


@pytest.fixture
def shown(read_pdf, bare):
    """Return a function that gives a file; of a PDF, in which Qt puts dates, what it shows."""

    def show(data):
        if data[:4] != b"%PDF":
            return bare(data)
        page = read_pdf(data)
        return page.text(), page.content(), page.box("MediaBox")

    return show


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf", "a name with spaces, it's $1.png"])
def test_the_stored_command_writes_the_file_again(draw, tmp_path, shell, shown, name):
    file = tmp_path / name
    save(file, draw(plots=PLOTS, **STATE), LAYOUT, 97)
    (again,) = shell(stored(file)).items()
    assert again[0] == name
    assert shown(again[1]) == shown(file.read_bytes())


def test_plots_of_different_numbers_of_draws_are_a_file_each(draw, tmp_path, shell):
    """As from a window in which some plots were still being drawn."""
    few, many = draw(plots=["class_frequencies"], draws=300), draw(plots=["top_k"], draws=700)
    both = draw(plots=["class_frequencies", "top_k"], draws=700)
    object.__setattr__(both, "counts", {"class_frequencies": 300, "top_k": 700})
    line = command(both, LAYOUT, "a b.png", 60)
    assert line.count(" && ") == 1
    files = shell(line)
    assert files.keys() == {"a b-300.png", "a b-700.png"}
    for content, name in ((few, "a b-300.png"), (many, "a b-700.png")):
        save(tmp_path / name, content, LAYOUT, 60)
        assert (tmp_path / name).read_bytes() == files[name]


def test_what_p_alone_would_lose_is_written_as_logits(shell, draw, tmp_path):
    p = Distribution.from_logits((0, -800, -700.1))
    content = draw(p=p, plots=["relaxed_density"], t=1000, draws=700)
    layout = Layout(150.5, 81)
    assert "--logits" in command(content, layout, "a.png", 96)
    save(tmp_path / "a.png", content, layout, 96)
    ((name, data),) = shell(stored(tmp_path / "a.png")).items()
    assert data == (tmp_path / name).read_bytes()
