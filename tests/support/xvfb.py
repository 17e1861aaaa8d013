"""A virtual screen of our own: Xvfb on a free display number."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support import processes


@dataclass(frozen=True)
class Screen:
    """A running X server; `env` is what programs need to show themselves on it."""

    display: str
    width: int
    height: int
    env: dict[str, str]

    def touch(self, *words: str) -> str:
        """Press keys, move the pointer or look for windows, by xdotool's own words; returns what it says.

        Raises CalledProcessError where it fails.
        """
        env = {**os.environ, **self.env}
        done = subprocess.run(["xdotool", *words], env=env, check=True, capture_output=True, text=True, timeout=20)
        return done.stdout

    def windows(self) -> list[str]:
        """The numbers of the program's windows that are to be seen, menus among them."""
        try:
            return self.touch("search", "--onlyvisible", "--class", "visualalbum").split()
        except subprocess.CalledProcessError:  # it found none
            return []


@contextmanager
def virtual_screen(width: int = 1280, height: int = 720) -> Iterator[Screen]:
    """Run Xvfb with one screen of 24-bit colour until the block ends."""
    if shutil.which("Xvfb") is None:
        raise RuntimeError("not installed: Xvfb")
    folder = Path(tempfile.mkdtemp(prefix="visualalbum-screen-"))
    read_end, write_end = os.pipe()
    size = f"{width}x{height}x24"
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    process = processes.start(command, os.environ, folder / "log", pass_fds=(write_end,))
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()  # empty where Xvfb ended without a display
        if not number:
            raise RuntimeError(f"Xvfb did not start: {(folder / 'log').read_text(errors='replace')}")
        # Qt takes Wayland where it finds it; this screen is X11.
        env = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
        yield Screen(env["DISPLAY"], width, height, env)
    finally:
        processes.end(process)
        shutil.rmtree(folder, ignore_errors=True)
