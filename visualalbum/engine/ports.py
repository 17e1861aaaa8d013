"""The ports of the engine: what it asks of sound, decks and conforming. Adapters and fakes implement them.

No method blocks; what happened is fetched by `poll`, once a tick. Instants are CLOCK_MONOTONIC in nanoseconds,
programme and film times integer microseconds. A serial names a stretch of rolling: every locate and load bumps it,
and a reading with an older serial is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from visualalbum.media.clip import Clip
from visualalbum.said import Said
from visualalbum.timeline.cues import SoundPlan


@dataclass(frozen=True)
class Reading:
    """Media time `time_us` is heard or seen at the instant `instant_ns`."""

    serial: int
    time_us: int
    instant_ns: int


@dataclass(frozen=True)
class Fault:
    """Something that failed in a running show: `kind` is a stable id, `subject` the file or device, then a sentence.

    `over` takes back the faults of its kind that were told before: what failed works again.
    """

    kind: str
    subject: str
    sentence: Said
    over: bool = False


@dataclass(frozen=True)
class Device:
    """A sound device: the `name` it is found by in every run, "" for what the system has chosen; a `title` to read."""

    name: str = ""
    title: str = ""


USUAL = Device()
"""What the system has chosen, which may change while it plays."""


@dataclass(frozen=True)
class SoundReport:
    """What the sound has done since the last poll.

    `prepared` is the serial whose first second is decoded and can start at once; `rolling` whether samples leave the
    device; `ended` that the last sample of the programme was heard. `readings` are DAC instants of block starts;
    the position of a block in the lead-in is before the start position. `underruns`, `latency_us` and `ahead_us`, which
    is how much is decoded of what is heard next, are for people.
    """

    output: str = ""
    device: str = ""
    prepared: int = -1
    rolling: bool = False
    ended: bool = False
    readings: tuple[Reading, ...] = ()
    underruns: int = 0
    latency_us: int = 0
    ahead_us: int = 0
    faults: tuple[Fault, ...] = ()


class Sound(Protocol):
    """The programme's sound, in a process of its own."""

    def load(self, plan: SoundPlan) -> None:
        """Take a programme; whatever was playing stops."""

    def revise(self, plan: SoundPlan) -> None:
        """Take another programme that sounds the same around where this one is heard; nothing stops."""

    def cross(self, serial: int, plan: SoundPlan, by_us: int) -> None:
        """Go over into another programme without a stop, while rolling: a position goes on there `by_us` later.

        Readings carry `serial` from where the other one is heard. Whatever comes before that puts an end to it, but the
        other programme stays.
        """

    def prepare(self, serial: int, position_us: int) -> None:
        """Stop if rolling, and decode from a programme position on, so that `roll` starts at once."""

    def roll(self, serial: int, lead_in_us: int) -> None:
        """Start what was prepared, as soon as it is, after a lead-in of silence in which readings already come."""

    def park(self) -> None:
        """Stop at once; nothing more is heard."""

    def set_volume(self, volume: float) -> None:
        """Set the linear amplitude, 0 to 1, of all that is heard, without a click."""

    def poll(self) -> SoundReport:
        """Fetch what happened since the last call."""

    def close(self) -> None:
        """End the process; bounded in time."""


class DeckState(StrEnum):
    """What a deck is doing."""

    EMPTY = "empty"
    """Nothing loaded."""
    PRIMING = "priming"
    """Loading and seeking; no first frame yet."""
    PRIMED = "primed"
    """Parked with the first frame decoded and delivered."""
    ROLLING = "rolling"
    """Playing, or waiting for its release instant."""
    PARKED = "parked"
    """Stopped in the middle, its last frame held."""
    FAILED = "failed"
    """Gave a fault; `retire` or `prime` clears it."""


@dataclass(frozen=True)
class DeckReport:
    """What a deck has done since the last poll.

    `primed_us` is the film time of the frame it holds once primed. `readings` tell what film time is seen at an
    instant. `shown` counts pictures delivered since it was primed, `late` and `lost` as the player counts them.
    """

    state: DeckState
    serial: int = -1
    primed_us: int = 0
    readings: tuple[Reading, ...] = ()
    shown: int = 0
    late: int = 0
    lost: int = 0
    fault: Fault | None = None


NEAR_FRAMES = 3
"""A deck that need not hold a frame exactly holds at most one so many frames beside it."""


class Deck(Protocol):
    """One silent player of moving pictures."""

    @property
    def name(self) -> str:
        """A name the stage finds its pictures by."""

    def prime(self, clip: Clip, film_us: int, serial: int, *, exactly: bool = True) -> None:
        """Load the clip if it is another one, seek to the first frame at or after a film time, and hold it.

        Where not `exactly` that frame has to be held, one up to `NEAR_FRAMES` beside it may be, if it is ready sooner;
        the clock is that of the wanted one all the same.
        """

    def roll_at(self, instant_ns: int) -> None:
        """Roll so that the held frame is due at the instant and the next one its duration later."""

    def park_at(self, instant_ns: int) -> None:
        """Stop at the instant (at once if it is past), holding the last frame shown."""

    def trim(self, percent: float, duration_ns: int) -> None:
        """Play faster by `percent` (negative: slower) for a while, then at rate 1 again. Replaces a running trim."""

    def retire(self) -> None:
        """Unload; the last picture stays available until the next one is primed."""

    def poll(self) -> DeckReport:
        """Fetch what happened since the last call."""


class Conformer(Protocol):
    """Gives clips of films, from the cache or made in a worker process."""

    def clip(self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False) -> Clip | Fault | None:
        """The clip for a stretch of film; None while it is being made (ask again), a Fault where it cannot be."""


class Now(Protocol):
    """A source of monotonic nanoseconds."""

    def __call__(self) -> int: ...
