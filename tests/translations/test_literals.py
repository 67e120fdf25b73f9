"""Words that a user can read are said by ``tr`` or marked, in all that is below the window."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from translations import sources

FOLDERS = ("core", "plots", "figures", "commands", "cli.py")
SAID = {"say", "print", "refusal", "Entry", "name_axes", "set_entries", "Texts", "setText"}
RAISED = {"ParameterError", "ExportError", "NoRoomError", "OpenError", "UsageError"}
NAMED = {"help", "description", "title", "about", "words", "label"}
"""Calls, errors, and arguments or attributes by their names, all words of which are for users."""
SENTENCE = re.compile("[A-Za-z]{2,} (?:[a-z]+ )?[a-z]{2,}")
FOR_PROGRAMMERS = {"ValueError", "TypeError", "IndexError", "KeyError", "array", "_fill"}
"""Calls whose texts no user sees: errors of a wrong call, and keys of arrays."""
PROGRAMS = {"libraries.py", "program.py"}
MACHINES = {"schema.py", "palette.py", "svg.py", "svg_elements.py", "formats.py", "npz.py"}
"""Texts in files for machines, and names of options in programs."""
KNOWN = {
    *("NumPy", "PyTorch", "TensorFlow Probability", "gumbel-gui: {}", ".png"),  # names
    *("Software", "Title", "Description", "Animation", "only in a figure"),  # in files
    *("relaxed sums", "No such file", "Available platform plugins are: "),  # not said
}
SYMBOLS = re.compile(
    r"[a-z_]+(\[\{\}\])?|[A-Z_]+|\W*|softmax|.*[=·∂π−Σ½‖|].*|argmax p?|.*ln p.*|\d.*"
)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines and texts of a file that are for users, and are neither said nor marked."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    yield from _within(tree, docs, path.name not in PROGRAMS | MACHINES, strict=False)


def _within(node: ast.AST, docs: set[int], sentences: bool, *, strict: bool) -> Iterator:
    if id(node) in docs and isinstance(node, ast.Constant):
        return
    match node:
        case ast.Call(func=ast.Name(id="tr" | "mark")):
            return
        case ast.Call(func=func):
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            if name in FOR_PROGRAMMERS:
                return
            inner = strict or name in SAID | RAISED
            for each in [func, *node.args]:
                yield from _within(each, docs, sentences, strict=inner)
            for keyword in node.keywords:
                own = inner or keyword.arg in NAMED
                yield from _within(keyword.value, docs, sentences, strict=own)
            return
        case ast.JoinedStr(values=values):
            text = "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in values)
            yield from _told(node.lineno, text, sentences, strict)
            for each in values:
                if isinstance(each, ast.FormattedValue):
                    yield from _within(each.value, docs, sentences, strict=False)
            return
        case ast.Constant(value=str(text)):
            yield from _told(node.lineno, text, sentences, strict)
            return
        case ast.Compare() | ast.Subscript():
            strict = False
    for each in ast.iter_child_nodes(node):
        yield from _within(each, docs, sentences, strict=strict)


def _told(line: int, text: str, sentences: bool, strict: bool) -> Iterator[tuple[int, str]]:
    words = re.search("[A-Za-z]{2,}", text.replace("{}", "")) and not SYMBOLS.fullmatch(text)
    if text not in KNOWN and ((strict and words) or (sentences and SENTENCE.search(text))):
        yield line, text


def files() -> list[Path]:
    """Return all files below the window."""
    found = []
    for name in FOLDERS:
        path = sources.PACKAGE / name
        found += [path] if path.suffix else sorted(path.rglob("*.py"))
    return found


def test_no_text_for_users_is_left_out():
    wrong = [
        f"{path.relative_to(sources.PACKAGE)}:{line}: {text!r}"
        for path in files()
        for line, text in literals(path)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "code",
    [
        'raise ParameterError("t", t, "a number")',
        'raise UsageError(f"There is no {name}.")',
        'parser.add_argument("--x", help="the x")',
        'WORDS = {"a": "the noise is uniform"}',
        'Entry("dot", colour, "Mean index")',
        'say("Done")',
        'allowed = f"at most {most} below the largest"',
    ],
)
def test_what_is_left_out_is_found(code, tmp_path):
    path = tmp_path / "code.py"
    path.write_text(code, "utf-8")
    assert [*literals(path)]


@pytest.mark.parametrize(
    "code",
    [
        'raise ParameterError("t", t, tr("a number"))',
        'raise ValueError(f"counts must lie from 0 to {n}.")',
        'TITLE = mark("Ways to sample p")',
        '"""What a module holds, in words."""',
        'Entry("line", style.mark, "p")',
        'work.array("row of wins", draws, np.bool_)',
    ],
)
def test_what_is_said_or_is_for_programs_is_not_found(code, tmp_path):
    path = tmp_path / "code.py"
    path.write_text(code, "utf-8")
    assert not [*literals(path)]


def said_at_once(node: ast.AST) -> Iterator[int]:
    """Yield the lines at which a module says something when it is imported."""
    match node:
        case ast.FunctionDef() | ast.Lambda():
            return
        case ast.Call(func=ast.Name(id="tr")) | ast.Attribute(attr="label"):
            yield node.lineno
    for each in ast.iter_child_nodes(node):
        yield from said_at_once(each)


def test_nothing_is_said_when_a_module_is_imported():
    """It would stay in the language that was spoken then."""
    wrong = [
        f"{path.relative_to(sources.PACKAGE)}:{line}"
        for path in sorted(sources.PACKAGE.rglob("*.py"))
        for line in said_at_once(ast.parse(path.read_text("utf-8")))
    ]
    assert wrong == []
