"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from child import Order, threads

from gumbel_gui.core import kernels

PACKAGES = {
    "NumPy": "numpy",
    "PyQt6": "PyQt6",
    "Qt": "PyQt6-Qt6",
    "pyqtgraph": "pyqtgraph",
    "torch": "torch",
    "jax": "jax",
    "numba": "numba",
    "matplotlib": "matplotlib",
}


def machine() -> dict[str, str]:
    """Return names and versions of what matters to speed."""
    found = {
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
    }
    for name, package in PACKAGES.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            found[name] = "not installed"
    if hasattr(os, "getloadavg"):
        found["load at the start"] = f"{os.getloadavg()[0]:.2f}"
    found["C++ compiler"] = next(filter(shutil.which, ("g++", "c++", "clang++")), "none")
    return found | {"threads used": str(threads()), "loops": kernels.described()}


def processor() -> str:
    """Return the processor's name, as well as it can be found."""
    table = Path("/proc/cpuinfo")
    if sys.platform.startswith("linux") and table.exists():
        for line in table.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def line(found: dict[str, str], order: Order) -> str:
    """Return all of it as a line for people."""
    words = ", ".join(f"{name} {value}" for name, value in found.items())
    how = "tiny sizes: a test of this tool, NOT a measurement; " if order.quick else ""
    return f"{how}median of {order.rounds} rounds; {words}"
