"""The real program in a real X server: Xvfb, spoken to directly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from window.program import PATIENCE, Program

SCREEN = 1600, 1000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.window)


@pytest.fixture(scope="session")
def display() -> Iterator[Callable[..., str]]:
    """Return a function that gives the name of an X server with a screen of a size."""
    if not sys.platform.startswith("linux"):
        pytest.skip("Xvfb is for Linux")
    if shutil.which("Xvfb") is None:
        pytest.fail("These tests need Xvfb; install it (Debian, Ubuntu: apt install xvfb).")
    servers: list[subprocess.Popen[bytes]] = []

    @cache
    def started(size: tuple[int, int]) -> str:
        server, name = serve(size)
        servers.append(server)
        return name

    yield started
    for server in servers:
        server.terminate()
        server.wait(PATIENCE)


@pytest.fixture
def lone_server(display: Callable[..., str]) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start an X server that may be ended, and return its process and name."""
    server, name = serve(SCREEN)
    yield server, name
    server.kill()
    server.wait(PATIENCE)


def serve(size: tuple[int, int]) -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server with a screen of a size; return its process and name."""
    reader, writer = os.pipe()
    words = f"Xvfb -displayfd {writer} -screen 0 {size[0]}x{size[1]}x24 -nolisten tcp -noreset"
    server = subprocess.Popen(words.split(), pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as numbers:
        return server, f":{numbers.readline().strip()}"


@pytest.fixture
def display_name(display: Callable[..., str]) -> str:
    """Return the name of an X server with a screen of the usual size."""
    return display(SCREEN)


@pytest.fixture
def start(display: Callable[..., str], tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start programs that are ended, whatever happens."""
    running: list[Program] = []
    home = tmp_path / "home"
    home.mkdir()

    def begin(
        theme: str = "light", screen: tuple[int, int] = SCREEN, name: str = "", **others: Any
    ) -> Program:
        program = Program(name or display(screen), home, theme, **others)
        running.append(program)
        return program

    try:
        yield begin
    finally:
        for program in running:
            with closing(program):
                pass
