"""Memory of the machine, and how much of it may be used."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from gumbel_gui.language import tr

LARGEST = 2**63
LIMITS = Path("/sys/fs/cgroup")
OWN_GROUP = Path("/proc/self/cgroup")


def usable_memory() -> int:
    """Return how many bytes this process may have: the machine's memory, or a lower limit on it.

    Limits are those of the process (address space, data) and, on Linux, of its control group.
    Where nothing is known the answer is 2⁶³.
    """
    return min(_physical(), *_process_limits(), *_group_limits())


def most_kept() -> int:
    """Return how many bytes of draws may be kept: half the usable memory, the rest is needed."""
    return usable_memory() // 2


def shortage(error: MemoryError, classes: int) -> str:
    """Return one sentence on draws of so many classes for which there was no memory."""
    reason = str(error)
    if not reason:
        return tr(
            "There is not enough memory to draw {classes} classes: choose fewer classes or plots, "
            "or close other programs.",
            classes=classes,
        )
    return tr(
        "There is not enough memory to draw {classes} classes ({reason}): choose fewer classes or "
        "plots, or close other programs.",
        classes=classes,
        reason=reason[0].lower() + reason[1:],
    )


def _physical() -> int:
    if sys.platform == "win32":
        return _physical_on_windows()
    with suppress(ValueError, OSError):
        pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
        if pages > 0 and size > 0:
            return pages * size
    return LARGEST


def _physical_on_windows() -> int:
    import ctypes

    # MEMORYSTATUSEX: two numbers of 32 bits, then seven of 64, the first of which is the memory.
    status = (ctypes.c_uint64 * 8)(64)
    library = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return int(status[1]) if library.GlobalMemoryStatusEx(status) else LARGEST


def _process_limits() -> list[int]:
    if sys.platform == "win32":
        return []
    import resource

    found = []
    for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        with suppress(ValueError, OSError):
            soft, _ = resource.getrlimit(limit)
            found.append(soft if 0 <= soft < LARGEST else LARGEST)
    return found


def _group_limits() -> list[int]:
    """Return the limits of the control group and those around it, in version 2 and version 1."""
    found = []
    with suppress(OSError, ValueError):
        for line in OWN_GROUP.read_text("ascii").splitlines():
            _, kind, path = line.split(":", 2)
            if kind not in ("", "memory"):
                continue
            folder = LIMITS / kind / path.strip("/")
            name = "memory.limit_in_bytes" if kind else "memory.max"
            # In a container the path may be that of the host: its own limit is at the top.
            for place in (folder, *folder.parents):
                with suppress(OSError, ValueError):
                    found.append(int((place / name).read_text("ascii")))
                if place == LIMITS:
                    break
    return found
