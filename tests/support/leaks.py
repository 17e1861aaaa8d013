"""What a test leaves running: threads that are no daemons, and child processes."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from tests.support.processes import wait_until

GRACE_S = 2.0
"""An ordered end is bounded; what was told to end just now may take this long."""

# Started once by multiprocessing, and meant to stay until the interpreter ends.
STAYING = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")


def children() -> dict[int, str]:
    """This process's children with their command lines; those that have ended but were not waited for are left out."""
    found = {}
    for number in _numbers():
        status = Path("/proc", str(number), "stat")
        try:
            state = status.read_text().rpartition(")")[2].split()[0]  # proc(5): the name may hold blanks
            command = status.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:  # it ended meanwhile
            continue
        if state not in "ZX":
            found[number] = command
    return {number: command for number, command in found.items() if not any(name in command for name in STAYING)}


def _numbers() -> list[int]:
    """Numbers of the children of every thread of this process; the kernel lists them, which is ten times as quick as
    looking through all of /proc."""
    numbers: list[int] = []
    for children_of in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # the thread ended meanwhile
            numbers += map(int, children_of.read_text().split())
    return numbers


def running() -> set[int]:
    """Identities of the threads and numbers of the children that run now."""
    return {id(thread) for thread in threading.enumerate()} | set(children())


def left_over(before: set[int]) -> list[str]:
    """Names of what runs now and did not before, after giving it `GRACE_S` to end."""

    def new() -> list[str]:
        threads = [t.name for t in threading.enumerate() if id(t) not in before and not t.daemon]
        processes = [f"{number} ({command})" for number, command in children().items() if number not in before]
        return [f"thread {name}" for name in threads] + [f"process {name}" for name in processes]

    with contextlib.suppress(TimeoutError):
        wait_until(lambda: not new(), "what the test started to end", GRACE_S)
    return new()
