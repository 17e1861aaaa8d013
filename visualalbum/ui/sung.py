"""What of a song's words lies over the picture at a time: no Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field

from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.word_rows import Mark, WordRow, WordRows

STAYS_US = 1_200_000
"""For so long a line that is over stays where no other follows: it is still being read."""

AHEAD_US = 4_000_000
"""So long before it is sung the next line is shown: time to read it and draw breath."""


@dataclass(frozen=True)
class Sung:
    """The line of the moment and the next one, as far as they are shown; what is on of the line, and how much of it.

    `share` is how much of the word that is on has been sung, 0 to 1.
    """

    row: WordRow | None = None
    following: WordRow | None = None
    mark: Mark = field(default_factory=Mark)
    share: float = 0.0


def sung(rows: WordRows, time_us: int) -> Sung:
    """What is shown at a time of the track; in long pauses nothing, so that the picture has the screen."""
    mark = rows.at(time_us)
    row = rows.rows[mark.row] if mark.row >= 0 else None
    following = rows.rows[mark.row + 1] if mark.row + 1 < len(rows.rows) else None
    if row is not None and time_us >= row.end_us + STAYS_US:
        row = None
    if following is not None and following.start_us - max(time_us, row.end_us if row else 0) > AHEAD_US:
        following = None
    return Sung(row, following, mark, row.share(mark.word, time_us) if row else 0.0)


def are_captions(timeline: Timeline, track: TrackCue | None) -> bool:
    """Whether a track's words are the captions of its film, which have their own place over the picture."""
    return track is not None and any(film.captions == track.lyrics for film in timeline.heard)
