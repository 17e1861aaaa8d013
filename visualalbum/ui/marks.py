"""What is marked on the seek bar: where segments, stills, chapters and moments of the essay begin; the words there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from visualalbum.timeline.cues import FilmCue, Timeline, TrackCue
from visualalbum.ui.presenters import one_line, time_text
from visualalbum.ui.tongue import tr
from visualalbum.ui.word_rows import WordRows

MARKUP = re.compile(r"^\s*(?:#+|[-*+>])\s+|[*_`]+")
"""Signs of Markdown that a short label does without."""


class MarkKind(StrEnum):
    """What a mark on the seek bar stands for."""

    SEGMENT = "segment"
    STILL = "still"
    MOMENT = "moment"
    CHAPTER = "chapter"


SIGNS = {MarkKind.MOMENT: "◆", MarkKind.CHAPTER: "▼"}
"""The shapes of marks that have no length, before what they stand for."""


@dataclass(frozen=True)
class Mark:
    """A cue on the seek bar, from `start_us` to `end_us` of the track; a moment and a chapter have no length."""

    kind: MarkKind
    start_us: int
    end_us: int
    label: str


def cue_marks(timeline: Timeline, track: TrackCue | None) -> tuple[Mark, ...]:
    """The segments and stills that lie in a track, cut to it, and its chapters."""
    if track is None or track.end_us <= track.start_us:
        return ()
    whole = (track.start_us, track.end_us)
    cues = [
        # Of a film that is the track there is no more to say than its title.
        (MarkKind.SEGMENT, "" if (film.start_us, film.end_us) == whole else _from(film), film.start_us, film.end_us)
        for film in timeline.films
    ]
    cues += [
        (MarkKind.STILL, one_line(still.caption or still.alt), still.start_us, still.end_us)
        for still in timeline.stills
    ]
    chapters = (Mark(MarkKind.CHAPTER, at_us, at_us, one_line(title)) for at_us, title in track.chapters)
    placed = (
        Mark(kind, max(track.start_us, start) - track.start_us, min(track.end_us, end) - track.start_us, label)
        for kind, label, start, end in cues
        if start < track.end_us and end > track.start_us
    )
    return (*placed, *chapters)


def moment_marks(moments: Iterable[tuple[int, str]]) -> tuple[Mark, ...]:
    """The essay's moments by time and Markdown; of several at one time the first, a heading as a rule."""
    first: dict[int, str] = {}
    for time_us, text in moments:
        first.setdefault(time_us, one_line(MARKUP.sub("", text.lstrip()[:400])))
    return tuple(Mark(MarkKind.MOMENT, time_us, time_us, label) for time_us, label in sorted(first.items()))


def _from(film: FilmCue) -> str:
    return tr("{film} from {time}", film=one_line(film.film or film.id), time=time_text(film.in_us))


class Marks:
    """All marks of a track, and its words."""

    def __init__(self, marks: Sequence[Mark] = (), words: WordRows | None = None) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: mark.start_us))
        self._starts = [mark.start_us for mark in self.marks]
        self._words = words or WordRows()

    def nearest(self, time_us: int, within_us: float) -> Mark | None:
        """The mark that begins nearest to a time, if it is so near."""
        index = bisect_left(self._starts, time_us)
        found = min(
            self.marks[max(0, index - 1) : index + 1], key=lambda one: abs(one.start_us - time_us), default=None
        )
        return found if found and abs(found.start_us - time_us) <= within_us else None

    def shown(self, time_us: int) -> str:
        """The stills and the segment that are on at a time."""
        on = (mark for mark in reversed(self.marks) if mark.start_us <= time_us < mark.end_us)
        stills_first = sorted(on, key=lambda mark: mark.kind is not MarkKind.STILL)
        return " · ".join(dict.fromkeys(mark.label for mark in stills_first if mark.label))

    def read(self, time_us: int) -> str:
        """The chapter and the essay's moment that begin at a time, to the millisecond, behind their marks' signs."""
        begins = (mark for mark in self.marks if mark.kind in SIGNS and abs(mark.start_us - time_us) < 1000)
        return " · ".join(f"{SIGNS[mark.kind]} {mark.label}" for mark in begins if mark.label)

    def sung(self, time_us: int) -> str:
        """The line that is sung at a time, or nothing."""
        mark = self._words.at(time_us)
        return one_line(self._words.rows[mark.row].text) if mark.on else ""

    @property
    def has_texts(self) -> bool:
        """Whether there is anything to read or to sing."""
        return bool(self._words.rows) or any(mark.kind in SIGNS for mark in self.marks)

    def text(self, time_us: int) -> str:
        """All that lies at a time, in one line."""
        parts = (time_text(time_us), self.shown(time_us), self.read(time_us), self.sung(time_us))
        return " · ".join(part for part in parts if part)
