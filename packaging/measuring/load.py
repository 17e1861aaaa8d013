"""What a running program costs: processor time and memory of it and all its children, from /proc."""

from __future__ import annotations

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def tree(root: int) -> list[int]:
    """The process and all its descendants that live now."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()  # proc(5): the name may hold blanks
        except OSError:  # it ended meanwhile
            continue
        parents[int(status.parent.name)] = int(fields[1])
    found = [root]
    for number in found:
        found += [child for child, parent in parents.items() if parent == number]
    return found


def cpu_s(root: int) -> float:
    """Seconds of processor time that the tree has used, its children that have ended counted too."""
    total = 0
    for number in tree(root):
        try:
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def memory_mb(root: int) -> float:
    """Memory of the tree in MB, what is shared counted once (proportional set size)."""
    total = 0
    for number in tree(root):
        try:
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1000


def cpu_share(root: int, length_s: float) -> float:
    """How much of a processor the tree uses over the next `length_s` seconds: 1 is a whole one."""
    before, start = cpu_s(root), time.monotonic()
    time.sleep(length_s)
    return (cpu_s(root) - before) / (time.monotonic() - start)


def own_memory_mb() -> float:
    """Resident memory of this process itself in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
