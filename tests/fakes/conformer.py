"""A conformer that has clips at once, or late, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from visualalbum.engine.ports import Fault
from visualalbum.media.clip import Clip

FRAME_US = 40_000
FRAMES = 5000


class FakeConformer:
    """Clips of 25 fps films; each is ready `delay_ns` after it was first asked for, unless its film is in `broken`."""

    def __init__(self, now: Callable[[], int], delay_ns: int = 0) -> None:
        self._now = now
        self.delay_ns = delay_ns
        self.frames = FRAMES
        self.broken: set[Path] = set()
        self._asked: dict[tuple[Path, int, int], int] = {}

    def clip(self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False) -> Clip | Fault | None:
        assert stream >= 0 and 0 <= start_us < end_us
        if path in self.broken:
            return Fault("film-broken", str(path), f"{path} is broken")
        asked_ns = self._asked.setdefault((path, start_us, end_us), self._now())
        if self._now() < asked_ns + self.delay_ns:
            return None
        frames_us = tuple(index * FRAME_US for index in range(self.frames))
        return Clip(Path(f"{path}.mkv"), path, start_us, end_us, frames_us, tuple(us // 1000 for us in frames_us))
