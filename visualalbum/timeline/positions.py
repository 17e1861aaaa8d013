"""Places that people name on the command line, found on a timeline."""

from __future__ import annotations

from visualalbum.timecode import TimeError, parse
from visualalbum.timeline.cues import Timeline, TrackCue

ROUNDED_US = 1000
"""`visualalbum plan` prints the end in whole milliseconds, rounded; who types it means the end."""


class UnknownPlaceError(ValueError):
    """A track or a time that the timeline does not have; its text says which and what there is."""


def find_track(timeline: Timeline, name: str) -> TrackCue:
    """A track by its id or its number, which counts from 1; raises UnknownPlaceError."""
    for number, track in enumerate(timeline.tracks, start=1):
        if name in (track.id, str(number)):
            return track
    there = ", ".join(track.id for track in timeline.tracks[:20]) or "none"
    raise UnknownPlaceError(f"there is no track {name!r}; the tracks are: {there}")


def position_us(timeline: Timeline, track: str | None, time: str | None) -> int:
    """Programme time of a time on a track, of its start, or of a time on the programme; raises UnknownPlaceError."""
    start_us = find_track(timeline, track).start_us if track else 0
    if time is None:
        return start_us
    try:
        place_us = start_us + parse(time).resolve()
    except TimeError as error:
        raise UnknownPlaceError(str(error)) from error
    if place_us > timeline.end_us + ROUNDED_US:
        raise UnknownPlaceError(f"{time} is past the end; the programme lasts {timeline.end_us / 1e6:.3f} s")
    return min(place_us, timeline.end_us)
