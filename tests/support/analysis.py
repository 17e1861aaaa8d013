"""Holding a recording against its plan: how late each frame was, what was missing, what nobody planned, every cut."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tests.support.listening import stretches
from tests.support.plan import Plan
from tests.support.recorder import Recording, Sight
from tests.support.songclock import Listen, Roll, rolls

DOUBT_MS = 10.0  # a frame whose coming the recorder saw less exactly than this does not count in drift
ELSEWHERE_S = 0.25  # a frame further than this from its place is a picture nobody planned
EDGE_S = 0.1  # at the two ends of a roll sound and picture need not begin and stop in the same instant: two frames
HELD_S = 0.25  # a rolling song goes elsewhere at once; so long the picture from before may stand until its own is there
SETTLE_S = 1.0


@dataclass(frozen=True)
class Shown:
    """A frame of the plan that was seen: `late_ms` behind the song, `roll_s` after its roll's start."""

    sight: Sight
    roll: int
    segment: int
    programme_s: float
    roll_s: float
    cut_s: float
    late_ms: float


@dataclass(frozen=True)
class Stray:
    """A picture nobody planned: seen for `length_ms` from `programme_s` on."""

    sight: Sight
    programme_s: float
    length_ms: float


@dataclass(frozen=True)
class Cut:
    """A cut as it was seen: the first frame of `segment`, the planned one, and by how much its coming was late."""

    segment: int
    planned: int
    seen: int | None
    late_ms: float

    def right(self, frame_ms: float, zero_ms: float) -> bool:
        """Whether it began with the in-point's frame, within a frame of the planned instant."""
        return self.seen == self.planned and abs(self.late_ms - zero_ms) <= frame_ms


@dataclass(frozen=True)
class Figures:
    """Drift of some frames against the zero in ms: the median, and the bound that 99 % of them lie within."""

    count: int
    median_ms: float
    within_ms: float


def figures(lates_ms: Iterable[float], zero_ms: float = 0.0) -> Figures:
    """Sum up drifts; of none the figures are NaN, which no bound accepts.

    The bound is one that was met, none between two: of 50 frames 99 % is all but one.
    """
    values = np.array(list(lates_ms)) - zero_ms
    if values.size == 0:
        return Figures(0, float("nan"), float("nan"))
    within = np.percentile(np.abs(values), 99, method="lower")
    return Figures(values.size, float(np.median(values)), float(within))


@dataclass(frozen=True)
class Analysis:
    """A recording and the plan it is held against.

    `listen` finds the song in the sound. Nothing counts from programme time `until_s` on, where the player was to end:
    its window may go before its last sound does.
    """

    recording: Recording
    plan: Plan
    listen: Listen = stretches
    until_s: float = math.inf

    @cached_property
    def rolls(self) -> list[Roll]:
        """Every stretch in which the song was heard."""
        return rolls(self.recording, self.listen)

    @cached_property
    def _sorted(self) -> tuple[list[Shown], list[Stray]]:
        shown, stray = [], []
        for index, roll in enumerate(self.rolls):
            for sight in self.recording.sights:
                if sight.gone_instant_ns <= roll.first_ns + EDGE_S * 1e9 or sight.instant_ns >= roll.end_ns:
                    continue
                what = self._place(sight, index, roll)
                if isinstance(what, Shown):
                    shown.append(what)
                elif what is not None:
                    stray.append(what)
        return shown, stray

    def _place(self, sight: Sight, index: int, roll: Roll) -> Shown | Stray | None:
        """What a sight is: a frame of the plan, a picture nobody planned, or (None) neither.

        Neither is what is held from before the roll, and what shows through a dissolve or beside a still.
        """
        at = roll.programme_s(sight.instant_ns)
        if at >= self.until_s - EDGE_S:
            return None
        roll_s = (sight.instant_ns - roll.first_ns) / 1e9
        if sight.kind == "frame":
            sought = self.plan.sought(sight.film, sight.number, at)
            if sought is not None and abs(at - sought[1]) < ELSEWHERE_S:
                segment, due = sought
                planned = self.plan.segments[segment]
                if not self.plan.readable(planned.due(sight.number)):
                    return None
                return Shown(sight, index, segment, at, roll_s, at - float(planned.start), (at - due) * 1e3)
        if sight.instant_ns < roll.first_ns and sight.gone_instant_ns < roll.first_ns + HELD_S * 1e9:
            return None
        first = max(sight.instant_ns, roll.first_ns + EDGE_S * 1e9)
        end = min(sight.gone_instant_ns, roll.end_ns - EDGE_S * 1e9)
        if end <= first or not self.plan.readable(roll.programme_s((first + end) / 2)):
            return None
        return Stray(sight, roll.programme_s(first), (end - first) / 1e6)

    @property
    def shown(self) -> list[Shown]:
        """Every frame of the plan that was seen while the song was heard."""
        return self._sorted[0]

    @property
    def strays(self) -> list[Stray]:
        """Every picture nobody planned that was seen while the song was heard."""
        return self._sorted[1]

    def lates(self, roll: int | None = None, since_s: float = SETTLE_S, until_s: float = 1e9) -> list[float]:
        """The drift in ms of every frame that came between two times after its roll's start."""
        return [
            frame.late_ms
            for frame in self.shown
            if (roll is None or frame.roll == roll)
            and since_s <= frame.roll_s < until_s
            and frame.sight.doubt_ms < DOUBT_MS
        ]

    def lates_after_cut(self, segment: int, until_s: float = 1.0) -> list[float]:
        """The drift in ms of the frames of a segment from its cut on."""
        return [
            frame.late_ms
            for frame in self.shown
            if frame.segment == segment and frame.cut_s < until_s and frame.sight.doubt_ms < DOUBT_MS
        ]

    @cached_property
    def cuts(self) -> list[Cut]:
        """Every cut that the song went over, but for those the recorder did not see: it looked away at that instant."""
        found = []
        for segment in self.plan.cuts:
            planned = self.plan.segments[segment]
            for index, roll in enumerate(self.rolls):
                start, end = roll.span_s
                if not start + SETTLE_S / 2 <= planned.start <= end - ELSEWHERE_S:
                    continue
                cut_ns, frame_ns = roll.instant_ns(float(planned.start)), 1e9 / float(planned.rate)
                if any(a < cut_ns + frame_ns and b > cut_ns - frame_ns / 4 for a, b in self.recording.gaps):
                    continue
                seen = [frame for frame in self.shown if frame.roll == index and frame.segment == segment]
                first = min(seen, key=lambda frame: frame.sight.instant_ns, default=None)
                if first is None:
                    found.append(Cut(segment, planned.first, None, float("nan")))
                else:
                    late = (first.programme_s - float(planned.start)) * 1e3
                    found.append(Cut(segment, planned.first, first.sight.number, late))
        return found

    @cached_property
    def expected(self) -> set[tuple[int, int, int]]:
        """Roll, segment and number of every frame that had to be seen, from SETTLE_S after a roll's start on.

        Left out are frames that a cut leaves less than half of their time, and those the recorder had no chance to see.
        """
        found = set()
        for index, roll in enumerate(self.rolls):
            start, end = roll.span_s[0], min(roll.span_s[1], self.until_s)
            for number, segment in enumerate(self.plan.segments):
                for frame in segment.frames:
                    due = segment.due(frame)
                    whole = self.plan.readable(due) and due + 1 / segment.rate / 2 <= segment.end
                    heard = start + SETTLE_S <= due <= end - EDGE_S - 1 / segment.rate
                    if whole and heard and not self._unseen(roll.instant_ns(float(due)), 1e9 / float(segment.rate)):
                        found.add((index, number, frame))
        return found

    def _unseen(self, from_ns: float, length_ns: float) -> bool:
        """Whether the recorder looked away for most of a frame's time."""
        return any(a < from_ns + length_ns * 0.75 and b > from_ns + length_ns * 0.25 for a, b in self.recording.gaps)

    @cached_property
    def missing(self) -> set[tuple[int, int, int]]:
        """Those of the expected frames that were never seen."""
        seen = {(frame.roll, frame.segment, frame.sight.number) for frame in self.shown}
        return self.expected - seen

    @property
    def shown_percent(self) -> float:
        """How much of the film was shown."""
        return 100 * (1 - len(self.missing) / len(self.expected)) if self.expected else float("nan")
