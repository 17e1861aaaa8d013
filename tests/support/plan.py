"""What should be seen when: the segments of a programme as the recorder's frames, to hold a recording against."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from visualalbum.timeline.cues import Fit, Timeline

MICRO = 1_000_000
EDGE_S = Fraction(1, 20)  # a still may come and go a frame beside the instant it is due


@dataclass(frozen=True)
class Planned:
    """One segment: from programme time `start` to `end` (seconds) film `film` is seen from frame `first` on.

    Until `dissolve` seconds after its start it is mixed with the picture before it, and no frame can be read.
    """

    film: int
    rate: Fraction
    first: int
    start: Fraction
    end: Fraction
    dissolve: Fraction = Fraction(0)

    @property
    def frames(self) -> range:
        """The numbers of the frames it shows; the last one may be cut short."""
        return range(self.first, self.first + math.ceil((self.end - self.start) * self.rate))

    def due(self, number: int) -> Fraction:
        """The programme time at which a frame is due."""
        return self.start + (number - self.first) / self.rate


@dataclass(frozen=True)
class Plan:
    """The segments of a programme in order, its length in seconds, and the spans in which stills lie over the film."""

    segments: tuple[Planned, ...]
    length: Fraction
    covered: tuple[tuple[Fraction, Fraction], ...] = ()

    def readable(self, programme_s: float | Fraction) -> bool:
        """Whether at a programme time a frame of film is planned that is neither covered nor in a dissolve."""
        lit = any(part.start + part.dissolve <= programme_s < part.end for part in self.segments)
        return lit and not any(start - EDGE_S <= programme_s < end + EDGE_S for start, end in self.covered)

    def sought(self, film: int, number: int, at: float) -> tuple[int, float] | None:
        """The segment that shows a frame nearest to a programme time, and the time it is due there."""
        found = [
            (index, float(segment.due(number)))
            for index, segment in enumerate(self.segments)
            if segment.film == film and number in segment.frames
        ]
        return min(found, key=lambda one: abs(one[1] - at), default=None)

    @property
    def cuts(self) -> tuple[int, ...]:
        """The segments that follow another one at once, by a cut."""
        pairs = enumerate(zip(self.segments, self.segments[1:], strict=False), 1)
        return tuple(index for index, (a, b) in pairs if a.end == b.start and not b.dissolve and self.readable(b.start))


def plan_of(timeline: Timeline, films: Mapping[Path, int]) -> Plan:
    """The plan of a resolved timeline whose films carry barcodes; `films` tells each file's film number."""
    segments = tuple(
        Planned(
            film=films[cue.path],
            rate=cue.rate,
            first=round(Fraction(cue.in_us, MICRO) * cue.rate),
            start=Fraction(cue.start_us, MICRO),
            end=Fraction(cue.end_us, MICRO),
            dissolve=Fraction(cue.dissolve_us, MICRO),
        )
        for cue in timeline.films
    )
    covered = tuple(
        (Fraction(still.start_us, MICRO), Fraction(still.end_us, MICRO))
        for still in timeline.stills
        if still.fit is not Fit.INSET
    )
    return Plan(segments, Fraction(timeline.end_us, MICRO), covered)
