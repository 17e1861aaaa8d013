"""A slot: one deck's engagement for one shot, from asking for the clip to leaving the stage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from visualalbum.engine.follower import Follower
from visualalbum.engine.ports import Deck
from visualalbum.engine.shots import Shot
from visualalbum.media.clip import Clip


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
    due_us: int = 0
    misses: int = 0
    """How often its deck was primed too late."""
    stands: bool = False
    """It holds the last frame of a segment that is over, and will not roll."""
    ending: bool = False
    """Its deck has been told where to stop."""
    counted: tuple[int, int, int] = (0, 0, 0)
    """Pictures shown, late and lost that the figures have already."""

    def visible(self, time_us: int) -> bool:
        """Whether the stage may show its deck at a programme time."""
        if self.phase >= Phase.ARMED:
            return self.held or time_us >= self.take_us
        return self.held and self.phase is Phase.PRIMED


def frame_to_hold(clip: Clip, film_us: int) -> int:
    """Film time of the frame on the screen at a film time; 1 ms of grace for times that were rounded."""
    return clip.frames_us[max(0, bisect_right(clip.frames_us, film_us + 1000) - 1)]
