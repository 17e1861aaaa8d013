"""What is on a stage from one join to the next, dissolves and stills too, and what of a recording nobody planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.support.recorder import Sight
from tests.support.songclock import Roll

ELSEWHERE_S = 0.25
"""A frame further than this from its time is a picture nobody planned, as in `analysis`."""

JOINED_S = 0.04
"""A join may be so much off: a frame of the film."""

TOLD_S = 0.004
"""Less of a picture nobody planned is none: the recorder looks every 3 ms."""

HEARD_S = 0.1
"""A scene counts where the song is heard for so long with its picture there and alone."""

ALONE, UNTOLD = 0.2, 0.36
"""With less than this of the weaker one a mixture may be read as the stronger picture alone, with more not at all."""

SHARE_S = 0.12
"""So much of its time a dissolve may be off in how much is seen of each picture: three frames of 25 a second."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """A picture: a film that shows frame `first` at programme time `start`, or (rate 0) a still with that number."""

    film: int
    first: int
    start: Fraction = Fraction(0)
    rate: Fraction = Fraction(0)

    def span(self, film: int, number: int) -> Span | None:
        """From when to when a barcode may be seen of it, without bounds for a still; None where it never may."""
        if film != self.film or (not self.rate and number != self.first):
            return None
        if not self.rate:
            return float("-inf"), float("inf")
        due = float(self.start + (number - self.first) / self.rate)
        return due - ELSEWHERE_S, due + 1 / float(self.rate) + ELSEWHERE_S


@dataclass(frozen=True)
class Scene:
    """From `start` to `end` (programme seconds) `look` is seen; for `dissolve` seconds it comes in over `under`."""

    start: Fraction
    end: Fraction
    look: Look
    under: Look | None = None
    dissolve: Fraction = Fraction(0)

    def spans(self, sight: Sight, at_s: float) -> Iterator[Span]:
        """When something that came at a programme time is as planned; several times where it may be so twice."""
        start, end, dissolve = float(self.start), float(self.end), float(self.dissolve)

        def when(share: float) -> float:
            """The time at which so much is seen of the picture that comes in."""
            return start + share * dissolve

        if sight.kind == "frame":
            yield from _shared(self.look.span(sight.film, sight.number), when(1 - ALONE), end)
            if self.under is not None:
                yield from _shared(self.under.span(sight.film, sight.number), start, when(ALONE))
        elif self.under is None:
            return
        elif sight.kind == "unknown":
            half = when(UNTOLD) - JOINED_S, when(1 - UNTOLD) + JOINED_S
            yield from _shared(half, start, start + dissolve)
        elif sight.kind == "mixed" and sight.under is not None:
            strong, weak = (sight.film, sight.number), sight.under
            for over, under, share in ((strong, weak, 1 - sight.share), (weak, strong, sight.share)):
                one, other = self.look.span(*over), self.under.span(*under)
                if one is not None and other is not None and abs(when(share) - at_s) <= SHARE_S:
                    yield from _shared((max(one[0], other[0]), min(one[1], other[1])), start, start + dissolve)


def _shared(span: Span | None, start: float, end: float) -> Iterator[Span]:
    """What a span has of another, whose ends are joins."""
    if span is not None and max(span[0], start - JOINED_S) < min(span[1], end + JOINED_S):
        yield max(span[0], start - JOINED_S), min(span[1], end + JOINED_S)


@dataclass(frozen=True)
class Unplanned:
    """Something nobody planned: seen from `at_s` on for `ms`."""

    sight: Sight
    at_s: float
    ms: float


@dataclass(frozen=True)
class Judged:
    """What was found: pictures nobody planned, and for each scene that began in time whether its picture was seen."""

    unplanned: tuple[Unplanned, ...]
    seen: tuple[bool, ...]


def judge(sights: Sequence[Sight], roll: Roll, scenes: Sequence[Scene], zero_ms: float, until_s: float) -> Judged:
    """Hold all that was seen while a song was heard against the scenes of its programme.

    `zero_ms` is how late the recorder sees everything; nothing counts in the roll's first tenth of a second, nor from
    `until_s` on.
    """
    begin_s, end_s = max(roll.span_s[0] + 0.1, float(scenes[0].start)), min(roll.span_s[1] - 0.1, until_s)
    unplanned = []
    seen = [False] * len(scenes)
    for sight in sights:
        came, gone = (roll.programme_s(at - zero_ms * 1e6) for at in (sight.instant_ns, sight.gone_instant_ns))
        left = [(max(came, begin_s), min(gone, end_s))]
        for number, scene in enumerate(scenes):
            if not float(scene.start) - JOINED_S < gone or not came < float(scene.end) + JOINED_S:
                continue
            for span in scene.spans(sight, came):
                left = list(_without(left, span))
                shown = sight.kind == "frame" and scene.look.span(sight.film, sight.number) is not None
                if shown and min(gone, span[1], float(scene.end)) > max(came, float(scene.start)):
                    seen[number] = True
        unplanned += [Unplanned(sight, one, (other - one) * 1e3) for one, other in left if other - one > TOLD_S]
    heard = [begin_s <= scene.start and scene.start + scene.dissolve + HEARD_S <= end_s for scene in scenes]
    return Judged(tuple(unplanned), tuple(one for one, played in zip(seen, heard, strict=True) if played))


def _without(spans: Sequence[Span], taken: Span) -> Iterator[Span]:
    for start, end in spans:
        if start < min(end, taken[0]):
            yield start, min(end, taken[0])
        if max(start, taken[1]) < end:
            yield max(start, taken[1]), end
