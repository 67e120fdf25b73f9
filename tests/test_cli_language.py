"""The language of the command line: of help, errors and lists, and of what it writes."""

import json
import plistlib
import re
from plistlib import FMT_BINARY
from unicodedata import east_asian_width

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli, language
from gumbel_gui.cli import language_in
from gumbel_gui.language import speak, system_language

FAST = ("--draws", "300", "--dpi", "50", "--plots", "class_frequencies")
VARIABLES = "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Return a function that runs the program in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")

    def runs(*words, code=0):
        try:
            ended = cli.main(list(words))
        except SystemExit as end:  # --help
            ended = end.code
        out, err = capsys.readouterr()
        assert ended == code, err
        return out + err

    return runs


@pytest.fixture
def chinese_system(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def same_picture(*names):
    first, second = (QImage(name).convertToFormat(QImage.Format.Format_RGB32) for name in names)
    return first == second


COMMANDS = ["render", "animate", "data", "sample", "code", "plots", "screenshot"]


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_the_help_is_in_the_language(run, command):
    words = ["--language", "zh", *filter(None, [command]), "--help"]
    text = run(*words)
    assert "用法：" in text
    assert "显示本帮助并退出" in text
    assert "--language LANGUAGE" in text
    for english in ("usage", "show this", "positional", "options:", "the ", " of ", " number"):
        assert english not in text


def test_help_fits_into_the_columns(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("--language", "zh", "render", "--help").splitlines()
    columns = [sum(1 + (east_asian_width(c) in "WF") for c in line) for line in lines]
    long = [line for line, wide in zip(lines, columns, strict=True) if wide > 80]
    # A default of several values cannot be broken.
    assert not [line for line in long if not re.fullmatch(r" *（[\w.,-]+）", line)]
    assert max(columns[-30:]) > 70


def test_help_in_english_is_pythons_own(run):
    text = run("--language", "en", "render", "--help")
    assert text.startswith("usage: gumbel-gui render")
    assert "show this help message and exit" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("render",), "缺少必需的参数：--output。"),
        (
            ("render", "--output", "a.png", "--width", "3"),
            "width 是 3 mm，但必须是从 30 到 1000 mm",
        ),
        (("render", "--output"), "参数 --output：需要一个值。"),
        (("paint",), "'paint' 不可选"),
        (("render", "--output", "a.png", "--x", "1"), "无法识别的参数：--x 1。"),
        (("render", "--output", "no/a.png"), "output 是 'no/a.png'，但它的文件夹必须存在。"),
        (("data", "--plot", "x", "--output", "a.csv"), "plot 是 'x'，但必须是"),
        (
            ("render", "--output", "a.png", "--temperature", "warm"),
            "temperature 是 'warm'，但必须是",
        ),
        (
            ("render", "--output", "a.png", "--open", "b.png"),
            "无法打开 'b.png'（没有这样的文件或目录）",
        ),
        ((), "没有给出命令，但需要 render、"),
    ],
)
def test_errors_are_in_the_language(run, words, sentence):
    assert sentence in run("--language", "zh", *words, code=2)


def test_a_language_that_is_not_there_is_refused(run):
    for command in (["plots"], ["render", "--output", "a.png"]):
        error = run(*command, "--language", "xx", code=2)
        assert error == "gumbel-gui: language is 'xx', but must be one of en, zh.\n"


def test_messages_follow_the_system_and_files_do_not(run, chinese_system, tmp_path):
    assert "抽样" in run("plots")
    assert "缺少必需的参数" in run("render", code=2)
    run("render", *FAST, "--output", "a.png")
    run("render", *FAST, "--output", "b.png", "--language", "en")
    assert QImage("a.png").text("Title").startswith("Sampled classes")
    assert same_picture("a.png", "b.png")
    assert "temperature" in run("code", "--for", "numpy")
    run("data", "--plot", "top_k", "--draws", "9", "--output", "a.csv")
    assert "How often each class" in (tmp_path / "a.csv").read_text("utf-8")


def test_files_are_in_the_language_of_the_option(run, tmp_path):
    run("render", *FAST, "--language", "zh", "--output", "a.png")
    assert QImage("a.png").text("Title").startswith("抽到的类别")
    run("data", "--plot", "top_k", "--draws", "9", "--language", "zh", "--output", "a.csv")
    assert "每个类别进入得分最大的" in (tmp_path / "a.csv").read_text("utf-8")
    program = run("code", "--for", "jax", "--language", "zh", "--mistake", "no-noise")
    assert "# 温度" in program
    assert "# 故意出错：没有噪声；应有 Gumbel 噪声。" in program
    compile(program, "program", "exec")
    for words, said in (((), "# x in double precision"), (("--language", "zh"), "# x 为双精度")):
        run("sample", "--draws", "5", "--output", "b.csv", *words)
        assert said in (tmp_path / "b.csv").read_text("utf-8")


def test_a_chinese_figure_is_drawn_in_chinese_again(run, tmp_path):
    run("render", *FAST, "--language", "zh", "--output", "a.png")
    run("render", "--open", "a.png", "--output", "b.png")
    pictures = [
        QImage(name).convertToFormat(QImage.Format.Format_RGB32) for name in ("a.png", "b.png")
    ]
    assert pictures[0] == pictures[1]
    run("render", "--open", "a.png", "--language", "en", "--output", "b.png")
    assert QImage("b.png").text("Title").startswith("Sampled classes")


def test_labels_of_unnamed_classes_are_in_no_file(run, tmp_path):
    words = ("--language", "zh", "--label", "猫", "--output", "a.png")
    run("render", *FAST, *words)
    found = json.loads(QImage("a.png").text("gumbel-gui"))
    assert found["labels"] == ["猫", *(f"class {k}" for k in range(1, 5))]
    run("render", *FAST, "--language", "zh", "--output", "b.png")
    found = json.loads(QImage("b.png").text("gumbel-gui"))
    assert "labels" not in found
    assert found["figure"]["language"] == "zh"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ""),
        (("plots",), ""),
        (("--language", "zh"), "zh"),
        (("render", "--language=zh"), "zh"),
        (("render", "--lan", "zh"), "zh"),
        (("render", "--label", "zh"), ""),
        (("render", "--language"), ""),
        (("render", "--language", "xx"), ""),
    ],
)
def test_the_language_is_known_before_the_words_are_parsed(words, found):
    assert language_in(words) == found


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zha_CN"}, "en"),
        ({"LANG": "zh_Hans_CN"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "de:en:zh"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "de_DE:fr"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "zh"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LC_ALL": "", "LANG": "POSIX"}, "en"),
    ],
)
def test_the_language_of_the_system(monkeypatch, variables, code):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == code


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (plistlib.dumps({"AppleLanguages": ["de-DE", "zh-Hans-CN"]}, fmt=FMT_BINARY), "zh"),
        (plistlib.dumps({"AppleLanguages": ["fr"]}, fmt=FMT_BINARY), "en"),
        (plistlib.dumps({}, fmt=FMT_BINARY), "en"),
        (plistlib.dumps({"AppleLanguages": 1}, fmt=FMT_BINARY), "en"),
        (b"bplist00", "en"),
        (b"<?xml", "en"),
        (None, "en"),
    ],
)
def test_where_no_variable_says_it_the_settings_of_macos_do(monkeypatch, own_home, settings, code):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language.sys, "platform", "darwin")
    path = own_home / "Library" / "Preferences"
    path.mkdir(parents=True)
    if settings is not None:
        (path / ".GlobalPreferences.plist").write_bytes(settings)
    assert system_language() == code


def test_a_blank_between_chinese_characters_is_left_out():
    speak("zh")
    assert language.tr("{name} wins", name="猫") == "猫获胜"
    assert language.tr("{name} wins", name="cat 1") == "cat 1 获胜"
