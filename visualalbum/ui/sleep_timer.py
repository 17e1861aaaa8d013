"""The sleep timer: when a programme is to fade out and park. No widgets, and no clock but the one given."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.tongue import mark, tr

FADE_US = 10_000_000
"""Long enough not to wake somebody who is nearly asleep."""

CROSSED_US = 1_000_000
"""How far past a track's end a tick may find the song; further on it has jumped, and another track's end counts."""

GENTLENESS = 3
"""Amplitude is the cube of the part left, so that the fade sounds even: the volume slider's own mapping."""


class Sleep(StrEnum):
    """What the timer can be set to, in the order of its menu."""

    OFF = "off"
    TRACK = "track"
    ALBUM = "album"
    MINUTES_15 = "15"
    MINUTES_30 = "30"
    MINUTES_45 = "45"
    MINUTES_60 = "60"

    @property
    def text(self) -> str:
        """What the menu says."""
        if self.minutes:
            return tr("In {minutes} minutes", minutes=self.minutes)
        return tr(NAMES[self])

    @property
    def minutes(self) -> int:
        """How long by the clock; 0 where the programme tells."""
        return int(self.value) if self.value.isdigit() else 0

    @property
    def next(self) -> Sleep:
        """The one after it in the menu; from the last on to the first."""
        every = list(Sleep)
        return every[(every.index(self) + 1) % len(every)]


NAMES = {
    Sleep.OFF: mark("Off"),
    Sleep.TRACK: mark("At the end of this track"),
    Sleep.ALBUM: mark("At the end of the album"),
}


@dataclass(frozen=True)
class Drowsiness:
    """One moment of the timer: what is left (None while nobody knows), how loud still, and whether to park now.

    `wake_us` is the programme position to stand at once parked, where it is another than the one reached.
    """

    left_us: int | None = None
    fade: float = 1.0
    park: bool = False
    wake_us: int | None = None


class SleepTimer:
    """Set by `choose`, asked by `tick` as often as the programme is; it turns itself off once it is due."""

    def __init__(self, now_ns: Callable[[], int]) -> None:
        self._now_ns = now_ns
        self._sleep = Sleep.OFF
        self._deadline_ns = 0
        self._timeline: Timeline | None = None
        self._end_us: int | None = None
        self._fade_us: int | None = None

    @property
    def sleep(self) -> Sleep:
        """What it is set to."""
        return self._sleep

    def choose(self, sleep: Sleep) -> None:
        """Set it, anew where it was set before."""
        self._sleep = sleep
        self._deadline_ns = self._now_ns() + sleep.minutes * 60_000_000_000
        self._end_us = self._fade_us = None

    def tick(self, timeline: Timeline, snapshot: Snapshot) -> Drowsiness:
        """Say how things stand now."""
        if self._sleep is Sleep.OFF:
            return Drowsiness()
        left_us = self._left_us(timeline, snapshot)
        if left_us is None:
            return Drowsiness()
        if left_us <= 0:
            playing = snapshot.state in (State.STARTING, State.ROLLING)
            wake_us = self._end_us if self._sleep is Sleep.TRACK else None
            self.choose(Sleep.OFF)
            return Drowsiness(park=playing, wake_us=wake_us)
        return Drowsiness(left_us, self._fade(left_us))

    def _left_us(self, timeline: Timeline, snapshot: Snapshot) -> int | None:
        """What is left; None where the programme would tell and there is none."""
        if self._sleep.minutes:
            return (self._deadline_ns - self._now_ns()) // 1000
        if not 0 <= snapshot.track < len(timeline.tracks):
            return None
        if snapshot.state is State.ENDED:
            return 0
        if self._sleep is Sleep.ALBUM:
            return timeline.end_us - snapshot.position_us
        return self._track_end_us(timeline, snapshot) - snapshot.position_us

    def _track_end_us(self, timeline: Timeline, snapshot: Snapshot) -> int:
        """The end of the track that is on, or of the one before where the song has come past it just now by itself."""
        end_us = self._end_us
        # A locate stands or starts before it rolls again.
        rolls_on = snapshot.state is State.ROLLING and timeline is self._timeline
        if end_us is None or not (rolls_on and 0 <= snapshot.position_us - end_us < CROSSED_US):
            end_us = timeline.tracks[snapshot.track].end_us
        self._timeline, self._end_us = timeline, end_us
        return end_us

    def _fade(self, left_us: int) -> float:
        """How loud; a timer set within the last seconds fades from the full volume in those that are left."""
        if left_us > FADE_US:
            self._fade_us = None
            return 1.0
        self._fade_us = max(left_us, self._fade_us or 0)
        return (left_us / self._fade_us) ** GENTLENESS


def sleep_text(sleep: Sleep, left_us: int | None) -> str:
    """`Sleep in 14 min`, in the last minute `Sleep in 42 s`; nothing while the timer is off."""
    if sleep is Sleep.OFF:
        return ""
    if left_us is None:
        return tr("Sleep timer on")
    seconds = math.ceil(left_us / 1_000_000)
    if seconds > 60:
        return tr("Sleep in {minutes} min", minutes=math.ceil(seconds / 60))
    return tr("Sleep in {seconds} s", seconds=seconds)
