"""A slot: one deck's engagement for one shot, from asking for the clip to leaving the stage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from visualalbum.engine.follower import Follower
from visualalbum.engine.ports import Deck
from visualalbum.engine.shots import Shot
from visualalbum.media.clip import Clip
from visualalbum.timeline.lanes import Lane

STUCK_TICKS = 25
"""Half a second of ticks, as long as a picture may be overdue: so many chances to tell of one are none by chance."""


class Phase(IntEnum):
    """How far a slot has come, in order."""

    CLIP = 0
    """Waiting for its clip to be conformed."""
    PRIMING = 1
    PRIMED = 2
    """Its first frame is decoded and held."""
    ARMED = 3
    """Handed to the deck's thread with the instant of its release."""
    ON = 4
    """Taken: it is what the stage shows."""


@dataclass
class Slot:
    """`take_us` is the programme time at which it goes on the stage; `held` that it may be seen before it rolls.

    `due_us` is the programme time at which the frame it holds is due, known once it is primed.
    """

    shot: Shot
    deck: Deck
    take_us: int
    follower: Follower
    held: bool = False
    phase: Phase = Phase.CLIP
    serial: int = -1
    clip: Clip | None = None
    asked_ns: int = 0
    """When its deck was told to prime."""
    due_us: int = 0
    misses: int = 0
    """How often its deck was primed too late; -1 where that would not count yet, since nothing was primed ahead."""
    joins: bool = False
    """The song is heard already where it is to be seen: the sooner the better, and by a picture the less exact."""
    stands: bool = False
    """It holds the last frame of a segment that is over, and will not roll."""
    shown: int = 0
    seen_us: int = 0
    still_ticks: int = 0
    """Pictures its deck has shown, the film time at which the latest was new, and ticks since then."""
    read: bool = False
    """Whether a reading has told how its take was."""
    jumps: int = 0
    """How often the song's clock had jumped when its follower last judged."""
    ending: bool = False
    """Its deck has been told where to stop."""
    counted: tuple[int, int, int] = (0, 0, 0)
    """Pictures shown, late and lost that the figures have already."""
    leaves_ns: int | None = None
    """Its shot is no longer in the album: it rolls on, unless there is a picture of another, until this instant."""

    @property
    def falls_short(self) -> bool:
        """Whether its clip, or what its deck was told, ends before a shot that was given to it later."""
        return self.ending or (self.clip is not None and self.clip.end_us < self.shot.film_end_us)

    def is_stuck(self, shown: int, film_us: int, patience_us: int) -> bool:
        """Take note of how many pictures were shown by a film time; whether the next one is overdue by so long.

        Ticks count too: where the window has stood still, the deck has had no chance to tell of its pictures.
        """
        if shown != self.shown:
            self.shown, self.seen_us, self.still_ticks = shown, film_us, 0
            return False
        self.still_ticks += 1
        frames = self.clip.frames_us if self.clip is not None else ()
        following = bisect_right(frames, self.seen_us)
        overdue = following < len(frames) and film_us - frames[following] > patience_us
        return overdue and self.still_ticks > STUCK_TICKS

    def heed(self, jumps: int) -> None:
        """Judge anew what drifts, where the song's clock has jumped since."""
        if self.jumps != jumps:
            self.jumps = jumps
            self.follower.forget()

    def is_past(self, time_us: int, stale_us: int) -> bool:
        """Whether nobody sees its shot any more: it is over, and for `stale_us` longer where it was on the stage."""
        over_us = self.shot.end_us + (self.shot.cue.tail_us if self.shot.last else 0)
        return time_us >= over_us + (stale_us if self.held or self.phase is Phase.ON else 0)

    def frame_start_us(self, time_us: int) -> int:
        """The programme time at which the frame came that is shown at a time."""
        if self.clip is None:
            return time_us
        cue = self.shot.cue
        return min(time_us, cue.start_us + frame_to_hold(self.clip, cue.film_us(time_us)) - cue.in_us)

    def visible(self, time_us: int) -> bool:
        """Whether the stage may show its deck at a programme time."""
        if self.phase >= Phase.ARMED:
            return self.held or time_us >= self.take_us
        return self.held and self.phase is Phase.PRIMED


def shot_in(shots: Lane[Shot], slot: Slot, time_us: int, by_us: int) -> Shot | None:
    """The shot of another version of the album that a slot's deck shows anyway; None where there is none.

    What the slot's own shot tells of times is `by_us` later in that version.
    """
    old = slot.shot
    at_us = max(slot.take_us, time_us)
    index = shots.before(at_us)
    near = shots.cues[max(0, index - 1) : index + 1]  # under a dissolve there is the one before
    if by_us == 0 and old in near:
        return old
    waits = slot.take_us > time_us
    for new in near:
        on_time = slot.take_us == old.start_us + by_us and waits
        begins = new.start_us == slot.take_us if on_time else new.start_us <= at_us
        if begins and at_us < new.end_us and not slot.stands and _same_pictures(old, new, by_us):
            return new
    return None


def _same_pictures(old: Shot, new: Shot, by_us: int) -> bool:
    """Whether two shots show the same picture of the same film at the same time, while both last."""
    one, other = old.cue, new.cue
    same_film = (one.path, one.stream, one.rate) == (other.path, other.stream, other.rate)
    return same_film and one.film_us(0) == other.film_us(by_us)


def frame_to_hold(clip: Clip, film_us: int) -> int:
    """Film time of the frame on the screen at a film time; 1 ms of grace for times that were rounded."""
    return clip.frames_us[max(0, bisect_right(clip.frames_us, film_us + 1000) - 1)]
