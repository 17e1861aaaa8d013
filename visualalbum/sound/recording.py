"""A recording of a source that is being made by a process of its own, and then read."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visualalbum.said import NOTHING, Said, from_json, say
from visualalbum.sound.client import process_environment
from visualalbum.sound.resample import RATE

END_S = 2.0

NEAR_NS = 1_000_000_000
"""A sample's instant is told by the middle of the blocks around it: that on one is off by a millisecond."""


class Recording:
    """Records a source from its construction until `stop`; no other method waits. `close` also drops what there is."""

    def __init__(self, source: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="visualalbum-recording-")
        self.folder = Path(self._folder.name)
        files = [str(self.folder / name) for name in ("samples", "stamps")]
        command = [sys.executable, "-m", "visualalbum.sound.microphone", source, *files]
        self._said = (self.folder / "said").open("w+", encoding="utf-8", errors="replace")
        nothing = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, stdin=nothing, stdout=self._said, stderr=nothing, env=process_environment()
        )

    @property
    def begun(self) -> bool:
        """Whether anything has come in."""
        stamps = self.folder / "stamps"
        return stamps.is_file() and stamps.stat().st_size > 0

    @property
    def failure(self) -> Said:
        """Why it ended by itself, nothing while it goes on."""
        if self._process.poll() is None:
            return NOTHING
        self._said.seek(0)
        try:
            return from_json(self._said.read())
        except ValueError:
            return say("the recording ended (status {status})", status=self._process.returncode)

    def stop(self) -> None:
        """End the recording; what there is can be read."""
        self._process.terminate()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """Let go of everything."""
        self.stop()
        self._said.close()
        self._folder.cleanup()


LOUDEST = 100.0
"""Of full scale; a converter that clips gives 1, a gain in floating-point numbers somewhat more."""


@dataclass(frozen=True)
class Record:
    """Samples of one channel, and for each block the number of its first sample, and when that was in the air."""

    samples: NDArray[np.float32]
    firsts: NDArray[np.int64]
    instants_ns: NDArray[np.int64]

    def sample_at(self, instant_ns: int) -> float | None:
        """The sample that was in the air at an instant; None where nothing was recorded around it."""
        near = np.abs(self.instants_ns - instant_ns) < NEAR_NS
        if not near.any():
            return None
        zero_ns = float(np.median(self.instants_ns[near] - self.firsts[near] * 1e9 / RATE))
        return (instant_ns - zero_ns) * RATE / 1e9


def read(folder: Path) -> Record:
    """Read a recording that has been stopped; what no source can have heard counts as silence."""
    stamps = np.fromfile(folder / "stamps", np.int64)
    blocks = stamps[: stamps.size // 2 * 2].reshape(-1, 2)
    samples = np.fromfile(folder / "samples", np.float32)
    return Record(np.where(np.abs(samples) < LOUDEST, samples, np.float32(0)), *blocks.T)
