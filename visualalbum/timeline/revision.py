"""What another version of an album means for one that plays: where it goes on, and whether it sounds the same there."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from visualalbum.timeline.cues import FilmSoundClip, SongClip, SoundPlan, Timeline, TrackCue

BEHIND_US, AHEAD_US = 1_000_000, 8_000_000
"""What lies around the place that is heard in a sound process: 4 s decoded ahead of what the device holds, which may
be 2 s, and files kept open for 2 s more; behind, what an output that begins anew takes again."""

LEFT_US = 3_000_000
"""A track that has become shorter than the place in it goes on so long before its end: one hears how it ends now."""


def same_place(before: Timeline, position_us: int, after: Timeline) -> int:
    """The place in `after` for a position in `before`: the same of the same track, or what is nearest to it.

    Where the track is gone, the start of the next one that is still there, or of the last one before it.
    """
    if before.sound.songs == after.sound.songs:
        return position_us
    index = max((number for number, track in enumerate(before.tracks) if track.start_us <= position_us), default=0)
    track = before.tracks[index]
    again = _same_track(track, index, after)
    if again is None:
        numbers = (*range(index + 1, len(before.tracks)), *range(index - 1, -1, -1))
        others = (_same_track(before.tracks[number], number, after) for number in numbers)
        return next((other.start_us for other in others if other is not None), 0)
    if position_us >= track.end_us:
        return again.end_us
    inside_us, length_us = position_us - track.start_us, again.end_us - again.start_us
    return again.start_us + (inside_us if inside_us < length_us else max(0, length_us - LEFT_US))


def _same_track(track: TrackCue, index: int, after: Timeline) -> TrackCue | None:
    """The track of that id, the one that stands where it stood if there are several."""
    found = [(abs(number - index), other) for number, other in enumerate(after.tracks) if other.id == track.id]
    return min(found, key=lambda one: one[0])[1] if found else None


def loses_its_song(before: Timeline, position_us: int, after: Timeline) -> bool:
    """Whether the track at a position has a song, and none any more."""
    index = max((number for number, track in enumerate(before.tracks) if track.start_us <= position_us), default=-1)
    if index < 0 or before.sound.songs[index].path is None:
        return False
    again = _same_track(before.tracks[index], index, after)
    return again is None or after.sound.songs[after.tracks.index(again)].path is None


def same_sound(before: SoundPlan, after: SoundPlan, position_us: int, changed: Collection[Path] = ()) -> bool:
    """Whether two plans sound the same around a position, no file of theirs having `changed` on the disk."""
    heard = _around(before, position_us)
    return heard == _around(after, position_us) and not any(clip.path in changed for clip in heard)


def _around(plan: SoundPlan, position_us: int) -> list[SongClip | FilmSoundClip]:
    from_us, to_us = position_us - BEHIND_US, position_us + AHEAD_US
    songs = (clip for clip in plan.songs if clip.start * 10**6 < to_us and (clip.start + clip.length) * 10**6 > from_us)
    films = (clip for clip in plan.film_sounds if clip.start_us < to_us and clip.end_us > from_us)
    return [*songs, *films]
