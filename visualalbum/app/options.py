"""What `visualalbum play` and `calibrate` were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from visualalbum.engine.ports import Device
from visualalbum.engine.rehearsal import read_injections
from visualalbum.store.settings import Settings
from visualalbum.timecode import TimeError, parse
from visualalbum.ui.geometry import parse_geometry


@dataclass(frozen=True)
class PlayOptions:
    """What `visualalbum play` was asked for; times as they were typed."""

    manifest: Path | None = None
    track: str | None = None
    start: str | None = None
    until: str | None = None
    mode: str | None = None
    fullscreen: bool = False
    geometry: str | None = None
    sound: str = "portaudio"
    audio_device: str | None = None
    offset_ms: float | None = None
    trace: Path | None = None
    faults: Path | None = None


@dataclass(frozen=True)
class CalibrateOptions:
    """What `visualalbum calibrate` was asked for; without a window it measures, says what it has found and ends."""

    source: str | None = None
    window: bool = True
    fullscreen: bool = False
    geometry: str | None = None
    sound: str = "portaudio"
    audio_device: str | None = None
    trace: Path | None = None


def wanted_device(asked: str | None, kept: Settings) -> Device:
    """The device asked for on the command line, else the one that a person has chosen on another day."""
    if asked is not None:
        return Device(asked, asked)
    return Device(kept.device, kept.device_title or kept.device)


def check(options: PlayOptions) -> None:
    """Refuse what can be refused before anything starts. Raises ValueError or OSError."""
    if options.geometry:
        parse_geometry(options.geometry)
    for option, time_text in (("--start", options.start), ("--until", options.until)):
        try:
            parse(time_text or "0")
        except TimeError as error:
            raise ValueError(f"{option}: {error}") from None
    if options.until and options.manifest is None:
        raise ValueError("--until needs an album: name its manifest")
    if options.faults:
        read_injections(options.faults)
