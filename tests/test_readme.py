"""The READMEs and references: tables, keys, commands, example plot; that READMEs say the same.

As a program, ``python tests/test_readme.py``, it writes the tables anew.
"""

import re
import shlex
import sys
from collections import Counter
from pathlib import Path

import pytest

import gumbel_gui
from gumbel_gui import cli
from gumbel_gui.commands import COMMANDS
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.language import ENGLISH, speaking, tr
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

ROOT = Path(gumbel_gui.__file__).parents[1]
FILES = {ENGLISH: ROOT / "README.md"}
FILES |= {path.name.split(".")[1]: path for path in ROOT.glob(".github/README.*.md")}
TEXTS = {code: path.read_text("utf-8") for code, path in FILES.items()}
REFERENCES = {
    code: ROOT / ".github" / ("REFERENCE.md" if code == ENGLISH else f"REFERENCE.{code}.md")
    for code in FILES
}
"""All plots and all parameters, a row each: made from the declarations, and not by hand."""
MOST_LINES = 190
WORDS = {"zh": {"by the loss": "由损失决定", "off": "关", "; ": "；"}}
"""Of the table of parameters, by language; the program itself does not say them."""
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"^\|[-|]+\|\n((?:\|.*\n)+)", re.MULTILINE)
"""Of declarations; that of the benchmarks has its numbers at the right, `---:`."""
LAST_VIEW = re.compile(r"(\*\*Ctrl\+1\*\* … \*\*)\d+")
"""The keys of the views, and which one the last view has."""
LINK = re.compile(r"(!?)\[[^]]*\]\(([^)]+)\)")

each_language = pytest.mark.parametrize("code", TEXTS)


def prose(text):
    """Return a README without its blocks of code."""
    return BLOCK.sub("", text)


def spans(text):
    """Return what is set as code within lines."""
    return re.findall(r"`([^`\n]+)`", prose(text))


def commands():
    """Return the program's commands in all READMEs that can be run as they stand, each once."""
    names = "|".join(each.__name__.rpartition(".")[2] for each in COMMANDS)
    whole = [code for text in TEXTS.values() for kind, code in BLOCK.findall(text) if kind == "sh"]
    found = [line.replace("\\\n", "") for line in whole if line.startswith("gumbel-gui ")]
    for span in (span for text in TEXTS.values() for span in spans(text)):
        is_command = re.match(rf"gumbel-gui ({names})\b|({names}) ", span)
        if is_command and not re.search("[A-Z]{3}", span):  # which stand for what a user has
            found.append(span)
    return list(dict.fromkeys(words.strip().removeprefix("gumbel-gui ") for words in found))


def targets(path, text):
    """Return what a README links to and whether as a picture, but for translated files."""
    links = [(mark, target.partition("#")[0]) for mark, target in LINK.findall(prose(text))]
    files = [(mark, to if ":" in to else (path.parent / to).resolve()) for mark, to in links]
    return [(mark, to) for mark, to in files if to not in (*FILES.values(), *REFERENCES.values())]


def default_in_words(value):
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "off"
    if isinstance(value, tuple):
        return (
            ",".join(each if isinstance(each, str) else f"{each:g}" for each in value)
            or "by the loss"
        )
    return f"{value:g}" if isinstance(value, float) else str(value)


def parameter_rows(code):
    """Return the rows of the table of parameters."""
    words = WORDS.get(code, {})
    cells = []
    for way in (way for each in PARAMETERS.values() for way in each.ways):
        default = default_in_words(way.default)
        about = words.get("; ", "; ").join(tr(each) for each in (way.words, way.note) if each)
        cells.append(f"`--{way.option}` | {words.get(default, default)} | {about}")
    return [f"| {each} |" for each in cells]


def view_rows():
    """Return the rows of the table of views, with their plots."""
    return [
        f"| {tr(title)} | {', '.join(f'`{name}`' for name in plots_of(view))} |"
        for view, title in VIEWS.items()
    ]


def plot_rows(_):
    """Return the rows of the table of plots."""
    return [
        f"| {tr(title)} | `{name}` | {tr(plot.about)} |"
        for view, title in VIEWS.items()
        for name, plot in plots_of(view).items()
    ]


def with_rows(text, *tables):
    """Return a text with these rows in its tables."""
    for found, rows in zip(TABLE.findall(text), tables, strict=True):
        text = text.replace(found, "".join(f"{row}\n" for row in rows))
    return text


def with_tables(code):
    """Return a README and a reference with the tables that the declarations have."""
    with speaking(code):
        reference = REFERENCES[code].read_text("utf-8")
        return (
            with_rows(LAST_VIEW.sub(rf"\g<1>{len(VIEWS)}", TEXTS[code]), view_rows()),
            with_rows(reference, plot_rows(code), parameter_rows(code)),
        )


@each_language
def test_the_tables_are_those_of_the_declarations(code):
    found = TEXTS[code], REFERENCES[code].read_text("utf-8")
    assert found == with_tables(code), "python tests/test_readme.py writes them anew"


@pytest.mark.parametrize("words", commands())
def test_a_command_runs(words, tmp_path, monkeypatch, capsys):
    if words.startswith("desktop") and sys.platform in ("win32", "darwin"):
        pytest.skip("it is for Linux desktops")
    monkeypatch.chdir(tmp_path)
    try:
        code = cli.main(shlex.split(words))
    except SystemExit as end:  # --help
        code = end.code
    assert (code, capsys.readouterr().err) == (0, "")


def test_there_are_commands_to_run():
    assert {words.split()[0] for words in commands()} >= {"render", "plots", "desktop", "code"}


@each_language
def test_readmes_have_the_same_commands_headings_and_files(code):
    """A translation has the code, the depth of the headings and the links of the original."""
    text, original = TEXTS[code], TEXTS[ENGLISH]
    assert BLOCK.findall(text) == BLOCK.findall(original)
    assert Counter(spans(text)) == Counter(spans(original))
    assert re.findall("<!--.*-->", text) == re.findall("<!--.*-->", original)
    depths = [re.findall("^#+(?= )", prose(each), re.MULTILINE) for each in (text, original)]
    assert depths[0] == depths[1]
    files = targets(FILES[code], text)
    assert files == targets(FILES[ENGLISH], original)
    assert not [file for _, file in files if isinstance(file, Path) and not file.exists()]
    assert [mark for mark, _ in files].count("!") == 1


@each_language
def test_a_readme_links_to_its_translations_and_to_its_reference(code):
    links = [target for _, target in LINK.findall(TEXTS[code])]
    linked = {(FILES[code].parent / to).resolve() for to in links if ":" not in to}
    translations = {path.resolve() for path in FILES.values()} - {FILES[code].resolve()}
    assert linked >= {*translations, REFERENCES[code].resolve()}


def test_the_example_plot_passes_the_contract_of_plots(copied_package, contract_of, run_copy):
    text = TEXTS[ENGLISH]
    (source,) = re.findall("<!-- example plot -->\n```python\n(.*?)^```$", text, re.S | re.M)
    folder = copied_package({"largest_entry": source})
    contract_of(folder, "largest_entry")
    assert "largest_entry" in run_copy(folder, "-m", "gumbel_gui", "plots")


@each_language
def test_the_readme_is_short(code):
    assert len(TEXTS[code].splitlines()) <= MOST_LINES


if __name__ == "__main__":
    for code, path in FILES.items():
        for file, text in zip((path, REFERENCES[code]), with_tables(code), strict=True):
            file.write_text(text, "utf-8")
