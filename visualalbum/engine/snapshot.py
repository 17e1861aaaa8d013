"""What the engine tells the world each tick: one frozen value that views turn into pictures and text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from visualalbum.engine.ports import Fault
from visualalbum.timeline.cues import Fit


class State(StrEnum):
    """The transport's state."""

    EMPTY = "empty"
    """No timeline loaded."""
    PARKED = "parked"
    """Standing at a position, ready to roll."""
    STARTING = "starting"
    """Asked to roll; sound and picture are being prepared."""
    ROLLING = "rolling"
    """The song is heard."""
    ENDED = "ended"
    """The programme is over; roll starts it again."""


class Source(StrEnum):
    """Where a layer's picture comes from."""

    DECK = "deck"
    STILL = "still"


@dataclass(frozen=True)
class Layer:
    """One picture on the stage: a deck by name or a still by path, drawn over the layers before it."""

    source: Source
    deck: str = ""
    still: Path | None = None
    opacity: float = 1.0
    fit: Fit = Fit.CONTAIN


@dataclass(frozen=True)
class StagePicture:
    """What the stage shows, bottom layer first; no layer is black. `cue` names the cue on top, for people."""

    layers: tuple[Layer, ...] = ()
    cue: str = ""


@dataclass(frozen=True)
class PlannedStage:
    """What the stage shows from an instant on; the stage changes over by its own precise timer."""

    instant_ns: int
    picture: StagePicture


@dataclass(frozen=True)
class SyncFigures:
    """How well picture holds to song: drift in ms (+ is late) now and over the last readings, and what was done.

    `take_ms` is the drift of the first reading after the last take, `worst_take_ms` the largest of these;
    `film_ahead_us` how long before its take the last deck was ready.
    """

    drift_ms: float | None = None
    median_ms: float | None = None
    p99_ms: float | None = None
    trims: int = 0
    relocates: int = 0
    takes: int = 0
    take_ms: float | None = None
    worst_take_ms: float | None = None
    film_ahead_us: int | None = None
    pictures: int = 0
    late: int = 0
    lost: int = 0


@dataclass(frozen=True)
class Snapshot:
    """The whole state of a show at one instant."""

    state: State = State.EMPTY
    position_us: int = 0
    end_us: int = 0
    track: int = -1
    track_position_us: int = 0
    stage: StagePicture = StagePicture()
    planned: PlannedStage | None = None
    stills_ahead: tuple[tuple[Path, Fit], ...] = ()
    """Stills that are shown soon or may have to stand in, each with the fit it will have."""
    sync: SyncFigures = SyncFigures()
    volume: float = 1.0
    muted: bool = False
    output: str = ""
    device: str = ""
    underruns: int = 0
    latency_us: int = 0
    sound_ahead_us: int = 0
    """How long a sample takes to the ear, and how much is decoded of what is heard next."""
    sounding: bool = False
    """The sound has been told to roll; while STARTING the first word of it may come at any moment."""
    offset_us: int = 0
    """How much later than the device says the song is taken to be heard."""
    faults: tuple[Fault, ...] = ()
    """Those in force now, the latest last; a fault leaves when what it is about is gone or mended."""
