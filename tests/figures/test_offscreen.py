"""Where Qt cannot start, or there is no font, one sentence says so."""

import os
import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt has one platform")
COMMANDS = [(), ("screenshot", "--output", "a.png"), ("render", "--output", "a.png")]


def refusal(folder, words, **environment):
    """Return the sentence with which a command is refused."""
    ended = subprocess.run(
        [sys.executable, "-m", "gumbel_gui", *words],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,  # a window that opens would stay
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("gumbel-gui: ")
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.endswith(".\n")
    assert "a.png" not in os.listdir(folder)
    return ended.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=["window", "screenshot", "render"])
def test_no_font(tmp_path, words):
    """Fontconfig's aliases are there all the same, and letters would be boxes."""
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>")
    assert "fonts-dejavu-core" in refusal(tmp_path, words, FONTCONFIG_FILE=str(empty))


@pytest.mark.parametrize("words", COMMANDS[:2], ids=["window", "screenshot"])
@pytest.mark.parametrize("platform", ["nonsense", "nonsense:option"])
def test_an_unknown_platform(tmp_path, words, platform):
    sentence = refusal(tmp_path, words, QT_QPA_PLATFORM=platform)
    assert f"QT_QPA_PLATFORM is {platform!r}, but must be one of " in sentence
    assert {"xcb", "offscreen"} <= set(re.findall(r"\w+", sentence.partition("one of")[2]))


@pytest.mark.skipif(os.path.exists("/dev/fb0"), reason="there is a framebuffer")
def test_a_platform_without_its_device(tmp_path):
    sentence = refusal(tmp_path, (), QT_QPA_PLATFORM="linuxfb")
    assert "Qt cannot start here (" in sentence
    assert "framebuffer" in sentence


def test_what_qt_says_at_a_start_that_succeeds_is_not_lost(tmp_path):
    words = [sys.executable, "-m", "gumbel_gui", "screenshot", "--output", str(tmp_path / "a.png")]
    given = os.environ | {"QT_QPA_PLATFORM": "nonsense;offscreen"}
    ended = subprocess.run(words, env=given, capture_output=True, text=True, check=False)
    assert ended.returncode == 0
    assert "nonsense" in ended.stderr
