"""What `visualalbum play` and `calibrate` were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from visualalbum.engine.rehearsal import read_injections
from visualalbum.timecode import TimeError, parse
from visualalbum.timeline.mode import Mode
from visualalbum.ui.geometry import parse_geometry


@dataclass(frozen=True)
class WindowOptions:
    """What every command with a window was asked for."""

    fullscreen: bool = False
    geometry: str | None = None
    sound: str = "portaudio"
    audio_device: str | None = None
    trace: Path | None = None

    def check(self) -> None:
        """Refuse what can be refused before anything starts. Raises ValueError or OSError."""
        if self.geometry:
            parse_geometry(self.geometry)


@dataclass(frozen=True)
class PlayOptions(WindowOptions):
    """What `visualalbum play` was asked for; times as they were typed."""

    manifest: Path | None = None
    track: str | None = None
    start: str | None = None
    until: str | None = None
    mode: str | None = None
    offset_ms: float | None = None
    faults: Path | None = None

    @property
    def way(self) -> Mode | None:
        """The way to play it that was asked for."""
        return Mode(self.mode) if self.mode else None

    def check(self) -> None:
        """Refuse what can be refused before anything starts. Raises ValueError or OSError."""
        super().check()
        for option, time_text in (("--start", self.start), ("--until", self.until)):
            try:
                parse(time_text or "0")
            except TimeError as error:
                raise ValueError(f"{option}: {error}") from None
        if self.until and self.manifest is None:
            raise ValueError("--until needs an album: name its manifest")
        if self.faults:
            read_injections(self.faults)


@dataclass(frozen=True)
class CalibrateOptions(WindowOptions):
    """What `visualalbum calibrate` was asked for; without a window it measures, says what it has found and ends."""

    source: str | None = None
    window: bool = True
