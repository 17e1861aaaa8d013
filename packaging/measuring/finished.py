"""Lines that are finished, one file each: a run that is broken off goes on where it was, and begins anew elsewhere."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import vlc

from tests.support.players import ROOT
from visualalbum import __version__

SOURCES = (
    "visualalbum/**/*.py",
    "tests/support/*.py",
    "packaging/measuring/covering.py",
    "packaging/measuring/lines.py",
)
"""What has a say in a line's figures: what plays and what records, not what reports."""


def origin() -> dict[str, str]:
    """What figures are made with: the program's and the recorder's own text, the peers and the machine."""
    text = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            text.update(path.read_bytes())
    said = subprocess.run(["mpv", "--version"], capture_output=True, text=True, check=True).stdout
    return {
        "visualalbum": f"{__version__}, text {text.hexdigest()[:12]}",
        "mpv": said.split()[1],
        "libVLC": vlc.libvlc_get_version().decode().split()[0],
        "Python": platform.python_version(),
        "machine": _machine(),
    }


def _machine() -> str:
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    name = processor[1] if processor else platform.machine()
    size = f"{int(memory[1]) / 1e6:.0f} GB" if memory else "unknown memory"
    return f"{name}, {os.cpu_count()} cores, {size}, Linux {platform.release()}"


@dataclass(frozen=True)
class Finished:
    """The finished lines in a folder; `made_with` is what they must have been made with to count."""

    folder: Path
    made_with: Mapping[str, str]

    def get(self, name: str, asked: object) -> dict[str, Any] | None:
        """A line's figures; None where it is not finished, or was asked for or made in another way."""
        try:
            found = json.loads(self._path(name).read_text())
        except (OSError, ValueError):
            return None
        same = isinstance(found, dict) and found.get("made_with") == self.made_with and found.get("asked") == asked
        return found["figures"] if same else None

    def put(self, name: str, asked: object, figures: Mapping[str, Any]) -> None:
        """Keep a line's figures: whole, or not at all."""
        text = json.dumps({"made_with": dict(self.made_with), "asked": asked, "figures": figures})
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"unfinished-{os.getpid()}"
        unfinished.write_text(text + "\n")
        unfinished.replace(self._path(name))

    def forget(self) -> None:
        """Begin anew."""
        for path in self.folder.glob("line-*.json"):
            path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / f"line-{name}.json"
