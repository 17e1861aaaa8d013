"""On a bare X server, where no window manager gives windows a size or the keyboard, everything works all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.support import processes
from tests.support.xscreen import ScreenReader
from tests.support.xvfb import Screen, virtual_screen
from visualalbum.ui.theme import DARK

WIDTH, HEIGHT = 900, 640
AROUND = tuple(int(DARK.ground[at : at + 2], 16) for at in (1, 3, 5))
"""The window's own ground, to be seen only where the stage is not alone."""


class Show:
    """The window in a process of its own, on a screen of its own, seen and touched from outside."""

    def __init__(self, screen: Screen, folder: Path, arguments: Sequence[str]) -> None:
        self.screen = screen
        env = {**os.environ, **screen.env, "PYTHONPATH": str(Path(__file__).parents[2])}
        command = [sys.executable, "-m", "tests.gui.look", *arguments]
        self.process = processes.start(command, env, folder / "log", stdout=subprocess.PIPE)

    def pixels(self) -> np.ndarray:
        with ScreenReader(self.screen.display) as reader:
            return reader.grab(0, 0, WIDTH, HEIGHT)

    def wait_for(self, condition: Callable[[np.ndarray], bool], what: str) -> None:
        processes.wait_until(lambda: condition(self.pixels()), what, limit_s=20)

    def calls(self) -> list[list[object]]:
        """Close the window by its key and read what the engine was asked."""
        self.screen.touch("key", "ctrl+q")
        out, _ = self.process.communicate(timeout=20)
        return json.loads(out)


def is_around_seen(pixels: np.ndarray) -> bool:
    return bool((pixels == AROUND).all(axis=2).sum() > 1000)


def is_stage_alone(pixels: np.ndarray) -> bool:
    """The film reaches both edges of the screen and nothing of the window is around it."""
    row = pixels[HEIGHT // 2]
    return not is_around_seen(pixels) and bool(row[2].any() and row[-3].any())


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Callable[..., Show]]:
    shows = []
    with virtual_screen(WIDTH, HEIGHT) as screen:

        def start(*arguments: str) -> Show:
            shows.append(Show(screen, tmp_path, arguments))
            return shows[-1]

        yield start
        for one in shows:
            processes.end(one.process)
            assert one.process.stdout is not None
            one.process.stdout.close()


def test_keys_arrive_in_the_window_and_in_full_screen(show: Callable[..., Show]) -> None:
    one = show("--geometry", "880x600+10+20")
    one.wait_for(is_around_seen, "the window")
    one.screen.touch("key", "--delay", "60", "Left", "ctrl+Right", "m", "F11")
    one.wait_for(is_stage_alone, "full screen")
    one.screen.touch("key", "--delay", "60", "space", "Home", "Down", "question", "Escape", "Escape")
    one.wait_for(is_around_seen, "the window again")
    names = [call[0] for call in one.calls()]
    asked = [name for name in names if name not in ("locate", "roll", "park")]
    assert asked == [
        "nudge", "next_track", "set_muted", "toggle", "start_of_track", "set_muted", "set_volume",
    ]  # fmt: skip


def test_it_can_begin_in_full_screen_and_the_stage_is_alone_there(show: Callable[..., Show]) -> None:
    one = show("--fullscreen")
    one.wait_for(is_stage_alone, "full screen")
    one.screen.touch("key", "ctrl+Left")
    assert one.calls() == [["previous_track"]]


def test_the_mouse_finds_the_seek_bar_the_songs_and_the_stage(show: Callable[..., Show]) -> None:
    one = show("--geometry", "880x600+10+20")
    one.wait_for(is_around_seen, "the window")
    seek_y = 20 + 600 - 83
    one.screen.touch("mousemove", str(10 + 440), str(seek_y), "click", "1")
    one.screen.touch("mousemove", "750", "220", "click", "--repeat", "2", "--delay", "60", "1")
    one.screen.touch("mousemove", "300", "300", "click", "--repeat", "2", "--delay", "60", "1")
    one.wait_for(is_stage_alone, "full screen")
    (_, clicked_us), song, rolled = one.calls()
    assert clicked_us == pytest.approx(95_000_000 / 2, abs=2_000_000)
    assert (song, rolled) == (["locate", 95_000_000], ["roll"])
