"""Commands of the command line, a module each.

Qt is imported only if it is needed, after a check that it can run.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from gumbel_gui import __version__
from gumbel_gui.commands import animate, code, data, desktop, plots, render, sample, screenshot
from gumbel_gui.commands.base import Parser, UsageError
from gumbel_gui.core import kernels
from gumbel_gui.figures.layout import LAYOUT
from gumbel_gui.language import all_of, languages, listed, tr

COMMANDS = (render, animate, data, sample, code, plots, screenshot, desktop)
"""In the order of the help; each adds itself."""


def carry_out(words: Sequence[str]) -> None:
    """Run the command in these words.

    Raises:
        UsageError: if it cannot be run, in one sentence.
        ParameterError: for a parameter that cannot be used.
    """
    options = _parser().parse_args(_with_negative_values(words))
    if getattr(options, "language", None) is None:
        options.language = options.spoken
    if options.language is not None:
        kind = LAYOUT["language"].kind
        options.language = kind.check("language", options.language, None).value
    command: Callable[[argparse.Namespace], None] = options.command
    command(options)


def _parser() -> Parser:
    parser = Parser(
        prog="gumbel-gui",
        description=tr(
            "A laboratory for the Gumbel-softmax trick. Without a command, or with a FILE in its "
            "place: the window."
        ),
    )
    version = f"Gumbel GUI {__version__} ({kernels.described()})"
    parser.add_argument(
        "--version",
        action="version",
        version=version,
        help=tr("show program's version number and exit"),
    )
    commands = parser.add_subparsers(
        title=tr("commands"), metavar=tr("command"), parser_class=Parser
    )
    parser.set_defaults(command=lambda _: _missing(list(commands.choices)))
    for each in COMMANDS:
        each.add(commands)
    words = tr(
        "language of all that is said and written: one of {names}", names=listed(languages())
    )
    for command in commands.choices.values():
        if "--language" not in command.format_usage():
            command.add_argument("--language", metavar="LANGUAGE", help=words)
    parser.add_argument("--language", dest="spoken", metavar="LANGUAGE", help=words)
    return parser


def _missing(names: Sequence[str]) -> None:
    raise UsageError(tr("There is no command, but one of {names} is needed.", names=all_of(names)))


def _with_negative_values(words: Sequence[str]) -> list[str]:
    """Join an option and a value such as -0.1,0.5 or -inf, which argparse takes for an option."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        if word[:1] == "-" != word[1:2] and word != "-h" and last[:2] == "--" and "=" not in last:
            joined[-1] = f"{last}={word}"
        else:
            joined.append(word)
    return joined
