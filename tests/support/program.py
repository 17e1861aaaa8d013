"""`visualalbum play` as a process of its own on Qt's offscreen platform: what it says, what it traced, what it left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support import processes
from tests.support.players import ROOT

LIMIT_S = 30.0
TIDY_S = 3.0
"""Ending is ordered and bounded: so long until nothing of the program runs any more."""

NO_SOUND_SERVER = {"PULSE_SERVER": "unix:/nonexistent/pulse", "PULSE_SINK": "", "PULSE_RUNTIME_PATH": "/nonexistent"}


@dataclass(frozen=True)
class Run:
    """A program in a session of its own, whose number is its process group's; its files are in `folder`."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def said(self) -> str:
        """What it printed, but for Qt's remark on its offscreen platform."""
        lines = (self.folder / "said").read_text(errors="replace").splitlines()
        return "\n".join(line for line in lines if "propagateSizeHints" not in line)

    @property
    def trace(self) -> list[dict[str, Any]]:
        """The trace so far; a line that is just being written is left out."""
        path = self.folder / "trace"
        whole = path.read_text().rpartition("\n")[0] if path.exists() else ""
        return [json.loads(line) for line in whole.splitlines()]

    def events(self, name: str) -> list[dict[str, Any]]:
        """What the trace has of one kind."""
        return [event for event in self.trace if event["event"] == name]

    def faults(self) -> dict[str, str]:
        """The sentences of the faults in the trace by kind; of several of a kind the last."""
        return {fault["kind"]: fault["sentence"] for fault in self.events("fault")}

    def until(self, event: str) -> None:
        """Wait until the trace has an event."""
        processes.wait_until(lambda: bool(self.events(event)), f"{event} in {self.said}", LIMIT_S)

    def end(self) -> int:
        """Wait for its end and return its status. Fails where it spoke in Python or left a process behind."""
        status = self.process.wait(LIMIT_S)
        processes.wait_until(lambda: not self.members(), f"{self.members()} to end", TIDY_S)
        assert "Traceback" not in self.said, self.said
        return status

    def members(self) -> dict[int, str]:
        """The processes of its group that run, the program itself among them: numbers and command lines."""
        found = {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, _, group, *_ = status.read_text().rpartition(")")[2].split()  # proc(5): names may hold blanks
                if int(group) == self.process.pid and state not in "ZX":
                    command = status.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    found[int(status.parent.name)] = command
            except OSError:  # it ended meanwhile
                continue
        return found


@contextmanager
def running(folder: Path, *words: str | Path, **env: str) -> Iterator[Run]:
    """Start `visualalbum play WORDS --trace FILE`, and see to it that nothing of it is left at the block's end."""
    folder.mkdir(parents=True, exist_ok=True)
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
    own = {"VISUALALBUM_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    path = os.pathsep.join(filter(None, [env.pop("PYTHONPATH", ""), str(ROOT)]))
    command = [sys.executable, "-m", "visualalbum", "play", *words]
    command += [] if "--trace" in words else ["--trace", folder / "trace"]
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--", *map(str, command)],
            env={**inherited, **own, **env, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    run = Run(process, folder)
    try:
        yield run
    finally:
        if run.members():
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def play(folder: Path, *words: str | Path, **env: str) -> tuple[int, Run]:
    """Play to the end of it: the exit status, and what is left to read."""
    with running(folder, *words, **env) as run:
        return run.end(), run
