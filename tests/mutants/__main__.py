"""Mutation testing by cosmic-ray: ``python tests/mutants [MODULE …]``, such as ``core/gumbel``.

Each mutant of a module is tried with the tests that mirror it. What was tried is kept in FOLDER:
started again, it goes on, unless module or tests have changed since. Ends with 1 if a mutant
survives that ``survivors.toml`` does not explain.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import os
import py_compile
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.mutants.modules import MODULES, ROOT, mirrors_of, path_of
from tests.mutants.survivors import Survivor, explained, read, survivor_of

FOLDER = ROOT / "build" / "mutants"
TEST = "python -m pytest -x -q -p no:cacheprovider"
SKIPPED = re.compile(
    # No number can be shifted or its bits be taken: a TypeError would be all that a test finds.
    r"core/ReplaceBinaryOperator_((?!RShift|LShift|Bit)\w+)_(RShift|LShift|Bit\w+)$"
    r"|core/ReplaceBinaryOperator_BitOr_\w+$"  # sets, flags and types, which have no other
    r"|core/ReplaceComparisonOperator_(Is|IsNot)_(?!Is)\w+$"
    r"|core/ReplaceComparisonOperator_(?!Is)\w+_(Is|IsNot)$"
)
"""Mutants that are not made, since any test kills them or none can."""


def work_tree(folder: Path) -> Path:
    """Return a copy of the project, in which modules are mutated."""
    tree = folder / "tree"
    ignored = shutil.ignore_patterns(".git", "__pycache__", ".venv", "build", "dist", ".hypothesis")
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, ignore=ignored)
    # By their content: two mutants of one second and one size have one time and one size.
    how = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(tree, quiet=2, invalidation_mode=how)
    return tree


def session_of(module: str, folder: Path) -> Path:
    """Return the name of what is kept of a module, which changes with it and with its tests."""
    files = [path_of(module), *mirrors_of(module)]
    mark = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    return folder / f"{module.replace('/', '-')}-{mark}.sqlite"


def try_mutants(module: str, folder: Path, tree: Path) -> Path:
    """Try all mutants of a module that were not tried yet; return what is known then."""
    from cosmic_ray.work_db import use_db
    from cosmic_ray.work_item import WorkerOutcome, WorkResult

    session, config = session_of(module, folder), folder / "config.toml"
    tests = " ".join(str(each.relative_to(ROOT)) for each in mirrors_of(module))
    config.write_text(
        "[cosmic-ray]\n"
        f'module-path = "gumbel_gui/{module}.py"\ntimeout = 120.0\nexcluded-modules = []\n'
        f'test-command = "{TEST} {tests}"\n[cosmic-ray.distributor]\nname = "local"\n',
        "utf-8",
    )
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(tree),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*words: str) -> None:
        command = ["cosmic-ray", *words, str(config), str(session)]
        subprocess.run(command, cwd=tree, env=environment, check=True)

    subprocess.run([*f"{TEST} {tests}".split()], cwd=tree, env=environment, check=True)
    if not session.exists():
        run("init")
        with use_db(session) as known:
            skipped = WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
            for item in list(known.pending_work_items):
                if any(SKIPPED.match(each.operator_name) for each in item.mutations):
                    known.set_result(item.job_id, skipped)
    run("exec")
    return session


def outcome(session: Path) -> tuple[int, int, list[Survivor]]:
    """Return how many mutants were tried, how many lack, and those that survived."""
    from cosmic_ray.work_db import WorkDB, use_db
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome

    with use_db(session, WorkDB.Mode.open) as known:
        items = {item.job_id: item.mutations[0] for item in known.work_items}
        lack = len(list(known.pending_work_items))
        tried, survivors = 0, []
        for job, result in known.results:
            if result.worker_outcome is WorkerOutcome.SKIPPED:
                continue
            tried += 1
            if result.test_outcome is TestOutcome.SURVIVED:
                module = str(items[job].module_path).removeprefix("gumbel_gui/")
                survivors.append(survivor_of(module.removesuffix(".py"), result.diff))
    return tried, lack, survivors


def lines_of(module: str, session: Path) -> Iterator[str]:
    """Tell what is known of a module: a line, and one for each survivor without explanation."""
    tried, lack, survivors = outcome(session)
    known = read()
    left = [each for each in survivors if not explained(each, known)]
    real = tried - len(survivors) + len(left)
    share = 100 * (1 - len(left) / real) if real else 100.0
    words = f"{module}: {tried} mutants, {len(survivors)} survive, {len(left)} without a reason"
    yield f"{words}; of the others {share:.1f} % are killed{f', {lack} LACK' if lack else ''}"
    yield from (each.toml("") for each in left)


def main() -> int:
    """Try the mutants of modules, and tell of each what survived."""
    parser = argparse.ArgumentParser(prog="python tests/mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", help="all, if none is named")
    parser.add_argument("--folder", type=Path, default=FOLDER, help=f"{FOLDER}, if not given")
    parser.add_argument("--report", action="store_true", help="tell what is known, and try nothing")
    given = parser.parse_args()
    folder, bad = given.folder.resolve(), 0
    folder.mkdir(parents=True, exist_ok=True)
    tree = Path() if given.report else work_tree(folder)
    for module in given.modules or MODULES:
        session = session_of(module, folder)
        if not given.report:
            session = try_mutants(module, folder, tree)
        if session.exists():
            lines = list(lines_of(module, session))
            bad += len(lines) > 1
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
