"""How things stand as MPRIS tells it: status, track, what can be done, where a seek ends. Pure.

The words and rules are those of https://specifications.freedesktop.org/mpris-spec/latest/.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.remote.orders import Locate, Order, Verb
from visualalbum.timeline.cues import Timeline, TrackCue

NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

JUMP_US = 100_000
"""Nobody sees a smaller step of a position; snapshots come every 33 ms and late ones by as much again."""

LONGEST_TEXT = 400
"""Letters of a title: enough for every real one, and no message that a bus refuses."""

SLOW_START_US = 250_000
"""A clock that others let run since `Playing` is put right where the song began this much later."""


class Status(StrEnum):
    """The specification's PlaybackStatus."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


STATUS = {
    State.EMPTY: Status.STOPPED,
    State.PARKED: Status.PAUSED,
    State.STARTING: Status.PLAYING,
    State.ROLLING: Status.PLAYING,
    State.ENDED: Status.STOPPED,
}


@dataclass(frozen=True)
class Seen:
    """A snapshot with its timeline, the volume as people see it, and the instant at which it was true."""

    timeline: Timeline = field(default_factory=Timeline)
    snapshot: Snapshot = field(default_factory=Snapshot)
    volume: float = 1.0
    instant_ns: int = 0

    @property
    def track(self) -> TrackCue | None:
        """The track that is on."""
        tracks = self.timeline.tracks
        return tracks[self.snapshot.track] if 0 <= self.snapshot.track < len(tracks) else None

    @property
    def status(self) -> Status:
        """Whether it plays."""
        return STATUS[self.snapshot.state]

    @property
    def can_play(self) -> bool:
        """Whether there is anything to play, pause or seek in."""
        return self.track is not None

    @property
    def can_go_next(self) -> bool:
        """Whether a track follows."""
        return self.can_play and self.snapshot.track + 1 < len(self.timeline.tracks)

    @property
    def track_id(self) -> str:
        """The track's object path: the same for the same track of the same album, whenever it is read."""
        if self.track is None:
            return NO_TRACK
        words = f"{self.timeline.title}\n{self.timeline.artist}\n{self.track.id}"
        album = zlib.crc32(words.encode(errors="surrogatepass"))
        return f"/visualalbum/track/{self.snapshot.track + 1}_{album:08x}"

    def seek(self, by_us: int) -> Order | None:
        """The order for going on or back in the track: not before its start, past its end to the next one."""
        track = self.track
        if track is None:
            return None
        position_us = self.snapshot.position_us + by_us
        if position_us > track.end_us:
            return Verb.NEXT if self.can_go_next else None
        return Locate(max(track.start_us, position_us))

    def set_position(self, track_id: str, position_us: int) -> Order | None:
        """The order for a place in the track; None where that is another track by now, or has no such place."""
        track = self.track
        if track is None or track_id != self.track_id or not 0 <= position_us <= track.end_us - track.start_us:
            return None
        return Locate(track.start_us + position_us)


@dataclass(frozen=True)
class TrackFacts:
    """What is told of a track; what is not known is empty."""

    id: str = NO_TRACK
    length_us: int = 0
    title: str = ""
    artist: str = ""
    album: str = ""
    album_artist: str = ""
    number: int = 0
    url: str = ""
    art_url: str = ""


def track_facts(seen: Seen) -> TrackFacts:
    """What is told of the track that is on."""
    track, timeline = seen.track, seen.timeline
    if track is None:
        return TrackFacts()
    songs = timeline.sound.songs  # one a track, in the same order
    song = songs[seen.snapshot.track].path if seen.snapshot.track < len(songs) else None
    return TrackFacts(
        id=seen.track_id,
        length_us=track.end_us - track.start_us,
        title=_text(track.title or track.id),
        artist=_text(track.artist or timeline.artist),
        album=_text(timeline.title),
        album_artist=_text(timeline.artist),
        number=seen.snapshot.track + 1,
        url=_url(song),
        art_url=_url(timeline.cover or track.still),
    )


def notable(before: Seen, after: Seen) -> bool:
    """Whether others have to hear of a change: anything but the time that passes."""
    return _kept(before) != _kept(after) or before.timeline is not after.timeline or jumped(before, after)


def jumped(before: Seen, after: Seen) -> bool:
    """Whether the position is another than those who know `before` would reckon."""
    if after.track is None:
        return False
    if before.timeline is not after.timeline:
        return after.snapshot.track_position_us > JUMP_US
    was, now = before.snapshot, after.snapshot
    elapsed_us = (after.instant_ns - before.instant_ns) // 1000
    passed_us = elapsed_us if was.state is State.ROLLING else 0
    if abs(now.position_us - was.position_us - passed_us) > JUMP_US:
        return True
    return was.state is State.STARTING and now.state is State.ROLLING and elapsed_us > SLOW_START_US


def _kept(seen: Seen) -> tuple[object, ...]:
    return seen.snapshot.state, seen.snapshot.track, seen.volume


def _text(text: str) -> str:
    """Text as a bus takes it, whatever an author or a tag holds: a NUL would end the connection."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_TEXT]).strip()


def _url(path: Path | None) -> str:
    return path.absolute().as_uri() if path else ""
