"""The same moment of an album in another way to play it."""

from __future__ import annotations

from collections.abc import Callable

from visualalbum.timeline.cues import FilmCue, Timeline


def same_moment(before: Timeline, position_us: int, after: Timeline) -> int:
    """Where `after` shows the picture that `before` shows at a position; the nearest of the same film if it has not.

    Where both have the same songs it is the same place, and where neither shows the other's film, the start.
    """
    if before.sound.songs == after.sound.songs:
        return position_us
    shown = _shown(before, position_us)
    there = [cue for cue in after.films if shown is not None and cue.path == shown.path]
    if shown is None or not there:
        return 0
    film_us = shown.film_us(min(max(position_us, shown.start_us), shown.end_us))
    nearest = min(there, key=lambda cue: (_apart_us(cue, film_us), cue.start_us))
    return min(max(nearest.start_us, nearest.start_us + film_us - nearest.in_us), nearest.end_us - 1)


def place_by(whole: Timeline) -> Callable[[Timeline, int, Timeline], int]:
    """`same_moment` for ways that have nothing in common but `whole`: the album with its songs and its film."""

    def place(before: Timeline, position_us: int, after: Timeline) -> int:
        return same_moment(_with_film(before), position_us, _with_film(after))

    def _with_film(one: Timeline) -> Timeline:
        return whole if one.sound.songs == whole.sound.songs else one

    return place


def _shown(timeline: Timeline, position_us: int) -> FilmCue | None:
    """The segment that is on, else the one before, else the first."""
    begun = [cue for cue in timeline.films if cue.start_us <= position_us]
    return begun[-1] if begun else next(iter(timeline.films), None)


def _apart_us(cue: FilmCue, film_us: int) -> int:
    """How far a film time is from what a segment shows of its film; 0 inside it."""
    first_us, last_us = cue.in_us, cue.film_us(cue.end_us) - 1
    return max(first_us - film_us, film_us - last_us, 0)
