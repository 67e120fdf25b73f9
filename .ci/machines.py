#!/usr/bin/env python3
"""The program on other machines than this one: ``python .ci/machines.py [NAME…]``, or all.

Each prints one line with what it found, and what is wrong is told below it; the exit code is 1 if
anything is. What this machine cannot be is told, too, and is no fault. ``--list`` lists the names.
Needs Debian's xvfb, weston and locales for some of them (the exit code is 1 without them where the
environment variable CI is set). tests/machines/probe.py is what is run.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROBE = ROOT / "tests" / "machines" / "probe.py"
PYTHONS = "3.11", "3.12", "3.13", "3.14"
LOCALES = {"de_DE": "UTF-8", "zh_CN": "UTF-8", "ar_EG": "UTF-8"}
SCALES = 0.75, 1, 1.25, 1.5, 2, 3
SCREENS = (
    (1024, 600),
    (1024, 768),
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (2560, 1440),
    (3840, 2160),
)
NOBODY = 65534
PATIENCE = 900
"""Seconds for a probe."""


class AbsentError(Exception):
    """Something that this machine does not have."""


class Machines:
    """All kinds of machines; each method is one, and returns what it found, in words.

    Args:
        work: a folder for all that is made.
    """

    def __init__(self, work: Path) -> None:
        self._work = work
        self.wrong: list[str] = []

    def lowest(self) -> str:
        """Take the oldest versions that pyproject.toml allows."""
        text = (ROOT / "pyproject.toml").read_text("utf-8")
        line = re.search(r"^dependencies = (\[.*\])", text, re.MULTILINE)
        assert line is not None
        exact = [each.replace(">=", "==") + ".0" for each in json.loads(line[1])]
        qt = next(each for each in exact if each.startswith("PyQt6=="))
        both = qt.replace("PyQt6==", "PyQt6-Qt6==")
        return self._probe("offscreen", python=self._environment("lowest", *exact, both))

    def newest(self) -> str:
        """Take the newest versions that the registry has."""
        return self._probe("offscreen", python=self._environment("newest", "--upgrade"))

    def pythons(self) -> str:
        """Take each version of Python that is here."""
        found = []
        for name in PYTHONS:
            base = shutil.which(f"python{name}")
            if base is None or subprocess.run([base, "-c", ""], capture_output=True).returncode:
                found.append(f"{name} is not here")
                continue
            python = self._environment(f"python{name}", base=base)
            found.append(self._probe("offscreen", python=python))
        return "; ".join(found)

    def pure(self) -> str:
        """Have no compiler: the kernels are left out, and NumPy does the same."""
        python = self._environment("pure", compiler="/bin/false")
        said = self._probe("offscreen", python=python)
        if "kernels True" in said:
            self.wrong.append("the kernels were compiled all the same")
        return said

    def fonts(self) -> str:
        """Have no font at all: one sentence says so, and nothing else is printed."""
        none = self._work / "fonts.conf"
        none.write_text('<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
        values = {"FONTCONFIG_FILE": str(none), "QT_QPA_FONTDIR": str(self._work)}
        values |= {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self._work), "LC_ALL": "C.UTF-8"}
        said = []
        for words in ([], ["render", "--draws", "1000", "--output", "a.svg"]):
            done = subprocess.run(
                [sys.executable, "-m", "gumbel_gui", *words],
                env={**os.environ, **values},
                cwd=self._work,
                capture_output=True,
                text=True,
            )
            said.append(f"{done.returncode}: {done.stderr.strip()}")
            if done.returncode != 2 or "There is no font" not in said[-1] or "\n" in said[-1]:
                self.wrong.append(f"{' '.join(words)} ended with {said[-1]}")
        return "; ".join(said)

    def locales(self) -> str:
        """Speak real locales: Qt and the C library follow them, files are the same."""
        if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales").is_dir():
            raise AbsentError("localedef, of Debian's locales")
        found, files = [], set()
        for name, encoding in {"C": "UTF-8", **LOCALES}.items():
            full = f"{name}.{encoding}"
            if name != "C":
                words = ["localedef", "-i", name, "-f", encoding, str(self._work / full)]
                subprocess.run(words, check=True, capture_output=True)
            values = {"LOCPATH": str(self._work), "LC_ALL": full, "LANG": full, "LANGUAGE": ""}
            said = self._probe("offscreen", **values)
            if f"locale {full}" not in said:
                self.wrong.append(f"the C library speaks another language than {full}")
            found.append(f"{full}: {said}")
            files.add(self._figure(values))
        if len(files) != 1:
            self.wrong.append("the same command made other files in another locale")
        return "; ".join(found)

    def scales(self) -> str:
        """Take each scale factor on one screen."""
        with self._xvfb((1920, 1080)) as display:
            return "; ".join(
                f"{scale:g}: "
                + self._probe("xcb", DISPLAY=display, QT_SCALE_FACTOR=f"{scale:g}", brief=True)
                for scale in SCALES
            )

    def screens(self) -> str:
        """Take each size of screen: no window is larger."""
        found = []
        for size in SCREENS:
            with self._xvfb(size) as display:
                found.append(self._probe("xcb", DISPLAY=display, brief=True))
        return "; ".join(found)

    def wayland(self) -> str:
        """Open on a Wayland compositor, weston, without a screen."""
        if shutil.which("weston") is None:
            raise AbsentError("weston")
        runtime = self._work / "runtime"
        runtime.mkdir(mode=0o700)
        words = ["weston", "--backend=headless-backend.so", "--socket=probe", "--idle-time=0"]
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen(
            [*words, "--width=1366", "--height=768"], env=environment, **quiet
        )
        try:
            _wait_for(runtime / "probe", server)
            values = {"XDG_RUNTIME_DIR": str(runtime), "WAYLAND_DISPLAY": "probe", "DISPLAY": ""}
            return self._probe("wayland", **values)
        finally:
            server.terminate()
            server.wait()

    def user(self) -> str:
        """Be a user without privileges, whose home can be written to, or cannot."""
        if os.getuid() != 0:
            return "not asked: this is one"
        # Root's own Python may be where nobody else can read it.
        python = self._environment("user", base=shutil.which("python3", path="/usr/bin") or "")
        home = self._work / "home"
        home.mkdir()
        os.chown(home, NOBODY, NOBODY)
        self._work.chmod(0o755)
        found = []
        for mode in (0o700, 0o500):
            home.chmod(mode)
            said = self._probe("offscreen", python=python, user=NOBODY)
            found.append(f"home {mode:o}: {said}")
        return "; ".join(found)

    def _environment(
        self, name: str, *wanted: str, base: str = sys.executable, compiler: str = ""
    ) -> Path:
        """Return the Python of a new environment with the program in it."""
        folder = self._work / name
        source = self._source()
        subprocess.run([base, "-m", "venv", str(folder)], check=True)
        values = {**os.environ, **({"CC": compiler} if compiler else {})}
        python = folder / "bin" / "python"
        words = [str(python), "-m", "pip", "install", "--quiet", *wanted, str(source)]
        done = subprocess.run(words, env=values, capture_output=True, text=True)
        if done.returncode:
            self.wrong.append(done.stderr.strip())
        return python

    @cache  # noqa: B019
    def _source(self) -> Path:
        """Return a copy of what is checked in: a build leaves files in its tree."""
        copy = self._work / "source"
        words = ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(copy)]
        subprocess.run(words, check=True)
        return copy

    def _probe(
        self,
        platform: str,
        *,
        python: Path = Path(sys.executable),
        user: int | None = None,
        brief: bool = False,
        **values: str,
    ) -> str:
        """Run the probe, note what is wrong, and return what it found in words."""
        home = self._work / "home"
        home.mkdir(exist_ok=True)
        environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": platform, **values}
        environment = {n: v for n, v in environment.items() if not n.startswith("XDG_CONFIG")}
        probe = self._work / PROBE.name  # a user need not be able to read this repository
        shutil.copy(PROBE, probe)
        done = subprocess.run(
            [str(python), str(probe)],
            env=environment,
            cwd=self._work,
            user=user,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        try:
            found = json.loads(done.stdout.splitlines()[-1])
        except (IndexError, ValueError):
            self.wrong.append(f"it ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
            return "it did not end as it should"
        if wrong := found.pop("wrong"):
            self.wrong.append("; ".join(wrong) + ("\n" + done.stderr.strip()[-2000:]))
        if brief:
            found = {name: found.get(name, "?") for name in ("screen", "window")}
        return ", ".join(f"{name} {value}" for name, value in found.items())

    def _figure(self, values: Mapping[str, str]) -> bytes:
        """Return what the command line writes in an environment."""
        file = self._work / "a.svg"
        words = [
            sys.executable,
            "-m",
            "gumbel_gui",
            "render",
            "--draws",
            "1000",
            "--output",
            str(file),
        ]
        subprocess.run(words, env={**os.environ, **values}, check=True, cwd=self._work)
        return file.read_bytes()

    @contextmanager
    def _xvfb(self, size: tuple[int, int]) -> Iterator[str]:
        if shutil.which("Xvfb") is None:
            raise AbsentError("Xvfb")
        reading, writing = os.pipe()
        screen = f"{size[0]}x{size[1]}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as file:
                yield f":{file.readline().strip()}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(path: Path, server: subprocess.Popen[bytes]) -> None:
    while not path.exists():
        if server.poll() is not None:
            raise AbsentError(f"{server.args[0]} that starts")  # type: ignore[index]
        time.sleep(0.05)


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main(words: list[str]) -> int:
    """Try the machines that are named, or all; return the exit code."""
    every = [name for name, each in vars(Machines).items() if name[0] != "_" and callable(each)]
    if words == ["--list"]:
        _say(*every)
        return 0
    if unknown := set(words) - set(every):
        _say(f"{' '.join(unknown)}: no such machine; there are {' '.join(every)}")
        return 2
    bad = 0
    for name in words or every:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            machines = Machines(Path(folder))
            try:
                said = getattr(machines, name)()
            except AbsentError as error:
                said = f"not tried, there is no {error}"
                bad += "CI" in os.environ
        _say(f"{name}: {'WRONG' if machines.wrong else 'good'}: {said}")
        for each in machines.wrong:
            _say("  " + each.replace("\n", "\n  "))
        bad += bool(machines.wrong)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
