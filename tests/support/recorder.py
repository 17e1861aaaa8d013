"""Recording a screen and a sink from outside the program that plays on them, and reading the recording back."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.support import processes
from tests.support.pulse import Ear
from tests.support.sound_recorder import CHANNELS, RATE
from tests.support.xvfb import Screen

ROOT = Path(__file__).parents[2]
ENVELOPE_S = 1.0

Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


@dataclass(frozen=True)
class Sight:
    """Something seen: `kind` is frame, black, unknown or mixed. It came between `before_ns` and `first_ns`, went so.

    Of a mixture (with the layout that reads them) `under` is the weaker picture's film and number, `share` how much
    of it was seen, up to 0.5.
    """

    kind: str
    film: int
    number: int
    before_ns: int
    first_ns: int
    gone_before_ns: int
    gone_ns: int
    under: tuple[int, int] | None = None
    share: float = 0.0

    @property
    def instant_ns(self) -> int:
        """The best guess of when it came: midway between the readings around it."""
        return (self.before_ns + self.first_ns) // 2

    @property
    def gone_instant_ns(self) -> int:
        """The best guess of when it went."""
        return (self.gone_before_ns + self.gone_ns) // 2

    @property
    def doubt_ms(self) -> float:
        """How far apart the two readings were."""
        return (self.first_ns - self.before_ns) / 1e6


@dataclass(frozen=True)
class Recording:
    """A finished recording in its folder."""

    folder: Path

    @cached_property
    def _screen_lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "screen.jsonl").read_text().splitlines()]

    @cached_property
    def sights(self) -> list[Sight]:
        """All that was seen, in order; each lasts until the next."""
        lines = [line for line in self._screen_lines if line["kind"] not in ("gap", "end")]
        end = self._screen_lines[-1]["first_ns"]
        result = []
        for line, after in zip(lines, [*lines[1:], None], strict=True):
            first = line["first_ns"]
            before = first if line["before_ns"] is None else line["before_ns"]
            gone = (end, end) if after is None else (after["before_ns"], after["first_ns"])
            mixed = (tuple(line["under"]), line["share"]) if "under" in line else ()
            result.append(Sight(line["kind"], line["film"], line["number"], before, first, *gone, *mixed))
        return result

    @cached_property
    def gaps(self) -> list[tuple[int, int]]:
        """Where the screen was not read for longer than the recorder allows itself, in ns."""
        return [(line["before_ns"], line["first_ns"]) for line in self._screen_lines if line["kind"] == "gap"]

    @property
    def readings_a_second(self) -> float:
        """How often the screen was read on average."""
        start, end = self._screen_lines[0]["first_ns"], self._screen_lines[-1]
        return (end["readings"] - 1) / max(end["first_ns"] - start, 1) * 1e9

    @cached_property
    def samples(self) -> NDArray[np.float32]:
        """The sound, left and right averaged, -1 to 1."""
        raw = np.fromfile(self.folder / "sound.pcm", dtype="<i2")
        return raw[: raw.size // CHANNELS * CHANNELS].reshape(-1, CHANNELS).mean(axis=1, dtype=np.float32) / 32768

    @cached_property
    def _sound_start_ns(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Sample indices, and for each the instant of sample 0 as told by the block that ended there.

        A block is never early, only late: the low envelope of (arrival - index / rate) is the sink's own clock. It is
        taken where it was touched, for a null sink may run 100 ppm off (PulseAudio 16 counts blocks in whole us).
        """
        table = np.loadtxt(self.folder / "arrivals.txt", dtype=np.int64, ndmin=2)
        if table.size == 0:
            raise ValueError(f"no sound was recorded: {(self.folder / 'log').read_text(errors='replace')}")
        starts = table[:, 0] - table[:, 1] * 1_000_000_000 // RATE
        window = table[:, 1] // round(RATE * ENVELOPE_S)
        whole = np.unique(window)[:-1]  # the last one may be a single late block
        earliest = [np.flatnonzero(window == one)[starts[window == one].argmin()] for one in whole]
        if not earliest:
            earliest = [int(starts.argmin())]
        return table[earliest, 1], starts[earliest]

    def instant_ns(self, sample: float | NDArray[Any]) -> NDArray[np.float64]:
        """The instant at which a sample was heard."""
        at, starts = self._sound_start_ns
        base = starts[0]
        return base + np.interp(sample, at, starts - base) + np.asarray(sample) * (1e9 / RATE)

    @property
    def sound_clock_jump_ms(self) -> float:
        """The largest change of the sink's clock from one second to the next: more than 2 ms is sound not recorded."""
        return float(np.abs(np.diff(self._sound_start_ns[1])).max(initial=0)) / 1e6


@contextmanager
def recording(
    screen: Screen, ear: Ear, folder: Path, layout: str = "measured", area: Area | None = None
) -> Iterator[Recording]:
    """Record the screen and what an ear hears until the block ends; the recording can be read after that.

    `layout` names where the film carries its barcode (`barcode.LAYOUTS`), `area` is where on the screen the film is
    (None: all of it).
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("unknown-*.ppm"), folder / "screen.jsonl", folder / "arrivals.txt", folder / "log"]:
        old.unlink(missing_ok=True)
    env = {**os.environ, **ear.env, "PYTHONPATH": str(ROOT)}
    region = [str(number) for number in area or (0, 0, screen.width, screen.height)]
    python, log = [sys.executable, "-m"], folder / "log"
    sight_command: list[str | Path] = [
        *python,
        "tests.support.screen_recorder",
        screen.display,
        *region,
        folder / "screen.jsonl",
        layout,
    ]
    sound_files = [folder / "sound.pcm", folder / "arrivals.txt"]
    children = [processes.start(sight_command, env, log)]
    children.append(processes.start([*python, ear.module, *ear.words, *sound_files], env, log))
    written = (folder / "screen.jsonl", folder / "arrivals.txt")

    def running() -> bool:
        if any(child.poll() is not None for child in children):
            raise RuntimeError(f"a recorder ended: {log.read_text(errors='replace')}")
        return all(file.exists() and file.stat().st_size > 0 for file in written)

    try:
        processes.wait_until(running, "the recorders")
        yield Recording(folder)
        running()
    finally:
        for child in children:
            processes.end(child)
