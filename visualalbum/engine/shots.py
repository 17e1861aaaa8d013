"""Shots: segments cut into parts short enough to be conformed and primed quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from visualalbum.timeline.cues import FilmCue
from visualalbum.timeline.lanes import Lane


@dataclass(frozen=True)
class Shot:
    """A part of a segment: what one deck plays between two takes. Programme times; `last` of its segment or not."""

    cue: FilmCue
    start_us: int
    end_us: int
    last: bool

    @property
    def length_us(self) -> int:
        """How long it is seen."""
        return self.end_us - self.start_us

    @property
    def film_start_us(self) -> int:
        """The film time its first frame shows."""
        return self.cue.film_us(self.start_us)

    @property
    def film_end_us(self) -> int:
        """The film time up to which it may be seen, under the dissolve of the next segment too."""
        return self.cue.film_us(self.end_us) + (self.cue.tail_us if self.last else 0)

    @property
    def full_us(self) -> int:
        """When nothing is seen of what was there before it any more: its segment's dissolve is over."""
        return self.cue.start_us + self.cue.dissolve_us

    def has_left(self, time_us: int) -> bool:
        """Whether anything is to be seen of it from a time on; a deck for what is over would be lacking elsewhere."""
        return self.cue.hold or time_us < self.end_us


def shots(cues: Iterable[FilmCue], part_us: int) -> Iterator[Shot]:
    """Cut segments into equal parts of at most `part_us`, at times of the film's own frames."""
    for cue in cues:
        frames = (cue.end_us - cue.start_us) * cue.rate / 1_000_000
        parts = max(1, -(-(cue.end_us - cue.start_us) // part_us))
        cuts = [cue.start_us]
        cuts += [cue.start_us + round(round(frames * part / parts) * 1_000_000 / cue.rate) for part in range(1, parts)]
        cuts.append(cue.end_us)
        for start_us, end_us in pairwise(cuts):
            yield Shot(cue, start_us, end_us, end_us == cue.end_us)


def seen_at(shots: Lane[Shot], time_us: int) -> list[tuple[Shot, int, bool]]:
    """The shots seen at a time, each with the programme time whose frame it holds and whether it stands there."""
    index = shots.before(time_us)
    if index < 0:
        return []
    shot = shots.cues[index]
    cue = shot.cue
    if time_us >= shot.end_us:
        return [(shot, shot.end_us - frame_us(cue), True)] if shot.last and cue.hold else []
    seen = [(shot, time_us, False)]
    before = shots.cues[index - 1] if index else None
    dissolving = time_us < cue.start_us + cue.dissolve_us
    if before and dissolving and (before.end_us == cue.start_us or before.cue.hold):
        last_us = before.end_us + before.cue.tail_us - frame_us(before.cue)
        seen.append((before, min(time_us, last_us), time_us > last_us))
    return seen


def frame_us(cue: FilmCue) -> int:
    """How long a frame of a segment's film is shown, in microseconds."""
    return round(1_000_000 / cue.rate)
