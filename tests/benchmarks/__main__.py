"""Measure the program beside its peers: ``python tests/benchmarks``; see ``--help``.

Both sides of a row do the same work, which is checked, and take turns in one process.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from child import Order, run
from display import display
from goals import quantity, ratio_in_words
from machine import line, machine
from measure import MissingError, Row

LEAST_ROUNDS, QUICK_ROUNDS = 15, 3
NEED_A_WINDOW = ("frames", "views", "blocked", "cancel", "export", "startup")
GROUPS = ("sampling", "kept", "growth", "memory", *NEED_A_WINDOW)
PLATFORMS = ("offscreen", "xcb")
HEADINGS = ("work", "ours", "peer", "ratio", "goal", "met")


def main() -> int:
    """Return 0, or 1 if some row could not be measured as it should."""
    options = arguments()
    hidden = tuple(options.hide)
    rounds = options.rounds or (QUICK_ROUNDS if options.quick else LEAST_ROUNDS)
    order = Order(rounds, options.quick, hidden, part=options.part)
    found = machine()
    rows = list(measured(order, options.only, options.platforms))
    sys.stdout.write(table(rows, fit_test=not order.quick) + "\n\n" + line(found, order) + "\n")
    if options.json:
        everything = {
            "machine": found,
            "rounds": rounds,
            "quick": order.quick,
            "rows": [row.record() for row in rows],
        }
        options.json.write_text(json.dumps(everything, indent=1, ensure_ascii=False), "utf-8")
    return int(any(row.failed for row in rows))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python tests/benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measured value")
    parser.add_argument(
        "--only", type=names_of(GROUPS), default=GROUPS, metavar="NAMES", help=",".join(GROUPS)
    )
    parser.add_argument("--part", default="", metavar="WORDS", help="parts with this in their name")
    parser.add_argument("--rounds", type=int, default=0, help=f"{LEAST_ROUNDS} or more")
    parser.add_argument("--quick", action="store_true", help="test this tool; measures nothing")
    parser.add_argument(
        "--platforms",
        type=names_of(PLATFORMS),
        default=PLATFORMS,
        metavar="NAMES",
        help=",".join(PLATFORMS),
    )
    parser.add_argument(
        "--hide",
        type=names_of(("torch", "jax", "numba", "matplotlib")),
        default=(),
        metavar="PEERS",
        help="go on as if these were not installed",
    )
    options = parser.parse_args()
    least = 1 if options.quick else LEAST_ROUNDS
    if options.rounds and options.rounds < least:
        parser.error(f"rounds is {options.rounds}, but must be {least} or more.")
    return options


def names_of(known: Sequence[str]):
    """Return a reader of comma-separated names."""

    def read(text: str) -> list[str]:
        names = [name.strip() for name in text.split(",") if name.strip()]
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name!r} is not among {', '.join(known)}")
        return names

    return read


def measured(order: Order, groups: Sequence[str], platforms: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of all groups, on every platform where that matters."""
    for group in groups:
        places = platforms if group in NEED_A_WINDOW else ("offscreen",)
        for platform in places:
            name = f"{group} on {platform}" if group in NEED_A_WINDOW else group
            sys.stderr.write(f"measuring {name} …\n")
            here = replace(order, platform=platform)
            try:
                with display(platform) as environment:
                    yield from run(group, here, name, environment)
            except MissingError as error:
                yield Row(name, group, note=str(error))


def table(rows: Sequence[Row], *, fit_test: bool) -> str:
    """Return the rows under headings, group by group; ``fit_test`` says whether goals are met."""
    lines = [cells(row, fit_test) for row in rows]
    columns = zip(HEADINGS, *(words[:-1] for words in lines), strict=True)
    widths = [max(map(len, column)) for column in columns]

    def in_columns(words: Sequence[str]) -> str:
        return "  ".join(word.ljust(width) for word, width in zip(words, widths, strict=True))

    text, group = [], None
    for row, words in zip(rows, lines, strict=True):
        if row.group != group:
            group = row.group
            text += ["", group.upper(), in_columns(HEADINGS).rstrip(), "-" * (sum(widths) + 10)]
        text.append(f"{in_columns(words[:-1])}  {words[-1]}".rstrip())
    return "\n".join(text).lstrip("\n")


def cells(row: Row, fit_test: bool) -> tuple[str, ...]:
    """Return a row as words: those under the headings, and the note."""
    goal = row.limit.text() if row.limit else ""
    met = {True: "yes", False: "NO", None: ""}[row.met if fit_test else None]
    peer = f"{quantity(row.peer, row.unit)} {row.against}".strip()
    ours = quantity(row.ours, row.unit)
    return row.work, ours, peer, ratio_in_words(row.ratio, row.share), goal, met, row.note


if __name__ == "__main__":
    sys.exit(main())
