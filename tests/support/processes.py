"""Starting and ending the servers and players that tests run, so that none outlives its test."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


def start(
    command: Sequence[str | Path],
    env: Mapping[str, str],
    log: Path,
    *,
    pass_fds: tuple[int, ...] = (),
    stdout: int | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child that dies with the calling thread; all it says goes to `log` (or, with `stdout`, only its errors).

    `setpriv` (util-linux) becomes the command, so the process number is the command's own.
    """
    with log.open("ab") as out:
        return subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--", *(str(word) for word in command)],
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=out if stdout is None else stdout,
            stderr=out,
            pass_fds=pass_fds,
        )


def end(process: subprocess.Popen[bytes], limit_s: float = 5.0) -> int:
    """Ask a child to end, force it after `limit_s`, and return its exit status."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(limit_s)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def wait_until(condition: Callable[[], bool], what: str, limit_s: float = 10.0, step_s: float = 0.02) -> None:
    """Wait until a condition holds; raises TimeoutError naming `what` after `limit_s`."""
    deadline = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {limit_s:g} s for {what}")
        time.sleep(step_s)


def wait_for(look: Callable[[], Found | None], what: str, limit_s: float = 10.0) -> Found:
    """Look until something is found, and return it; raises TimeoutError naming `what` after `limit_s`."""
    found: list[Found] = []

    def is_found() -> bool:
        found.extend(one for one in (look(),) if one is not None)
        return bool(found)

    wait_until(is_found, what, limit_s)
    return found[0]
