"""The stage's rules of precedence: which pictures the audience sees at a programme time, and when that changes.

A segment covers the stage; while it dissolves in, what was there before lies under it. A still lies over a segment.
Where neither is: the last frame of a segment that holds, else the track's still, else the cover, else black.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from visualalbum.timeline.cues import FilmCue, Fit, StillCue, Timeline, TrackCue
from visualalbum.timeline.lanes import Lane


@dataclass(frozen=True)
class FilmShown:
    """A segment on the stage with its opacity, `held` where it stands on its last frame."""

    cue: FilmCue
    opacity: float = 1.0
    held: bool = False


@dataclass(frozen=True)
class StillShown:
    """A still on the stage: one of the manifest's cues, or (cue None) the track's still or the cover."""

    path: Path
    fit: Fit = Fit.CONTAIN
    cue: StillCue | None = None


Shown = FilmShown | StillShown


class Stage:
    """A timeline as the audience sees it."""

    def __init__(self, timeline: Timeline) -> None:
        self._cover = timeline.cover
        self.tracks: Lane[TrackCue] = Lane(timeline.tracks)
        self.films: Lane[FilmCue] = Lane(timeline.films)
        self.stills: Lane[StillCue] = Lane(timeline.stills)

    def at(self, time_us: int) -> tuple[Shown, ...]:
        """What is shown at a programme time, the lowest first; an empty tuple is black."""
        shown: tuple[Shown, ...] = self._film_at(time_us)
        still = self.stills.at(time_us)
        if not shown and still is None:
            shown = self.fallback(time_us)
        if still is not None:
            shown = (*shown, StillShown(still.path, still.fit, still))
        return shown

    def fallback(self, time_us: int) -> tuple[StillShown, ...]:
        """What stands in where nothing is planned or a film fails: the track's still, the cover, or black."""
        track = self.tracks.at(time_us)
        path = (track.still if track else None) or self._cover
        return (StillShown(path),) if path else ()

    def next_change(self, time_us: int) -> int | None:
        """The first time after `time_us` at which a picture comes, goes, or ends its dissolve."""
        changes = [lane.next_change(time_us) for lane in (self.tracks, self.films, self.stills)]
        film = self.films.at(time_us)
        if film and time_us < film.start_us + film.dissolve_us:
            changes.append(film.start_us + film.dissolve_us)
        return min((change for change in changes if change is not None), default=None)

    def _film_at(self, time_us: int) -> tuple[Shown, ...]:
        index = self.films.before(time_us)
        if index < 0:
            return ()
        cue = self.films.cues[index]
        if time_us >= cue.end_us:
            return (FilmShown(cue, held=True),) if cue.hold else ()
        if time_us >= cue.start_us + cue.dissolve_us:
            return (FilmShown(cue),)
        under = self._under(index)
        return (*under, FilmShown(cue, (time_us - cue.start_us) / cue.dissolve_us))

    def _under(self, index: int) -> tuple[Shown, ...]:
        """What a segment dissolves in over: the one it follows at once or that holds, else what stands in."""
        cue = self.films.cues[index]
        before = self.films.cues[index - 1] if index else None
        if before is not None and (before.end_us == cue.start_us or before.hold):
            return (FilmShown(before, held=before.tail_us < cue.dissolve_us),)
        return self.fallback(cue.start_us - 1)
