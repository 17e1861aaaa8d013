"""One libVLC player that shows clips in memory pictures: a thin, typed edge. One thread makes every call."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from pathlib import Path
from typing import Any

from visualalbum.film.instance import Instance, LibVLCError, vlc
from visualalbum.film.pictures import Pictures
from visualalbum.film.shape import Shape

MEDIA_OPTIONS = (
    ":start-paused",
    ":no-audio",
    ":no-spu",
    ":no-sub-autodetect-file",
    ":file-caching=300",
    # AV1's decoder keeps a picture for each thread that decodes whole ones, and a primed player then held one up to two
    # pictures too late, at 14 of 28 places; with one such thread at none, and as quickly.
    ":dav1d-thread-frames=1",
)

START_EARLY_MS = 0.5
"""A clip is opened this much before the wanted picture: libVLC keeps the place as a 32-bit float of seconds, which is
good to 0.25 ms in an hour, and primes the first picture not before it."""


class Happening(Enum):
    """What libVLC tells from its own threads."""

    DELIVERED = auto()
    PAUSED = auto()
    TIME = auto()
    ENDED = auto()
    FAILED = auto()


@dataclass(frozen=True)
class Event:
    """One happening at a monotonic instant; `value` is the media time in ms for TIME.

    For DELIVERED `published` tells whether the reader sees the picture, `mark` what it looks like (see Pictures).
    """

    what: Happening
    instant_ns: int
    value: int = 0
    published: bool = False
    mark: int = 0


class Player:
    """A libVLC player; `post` is called from libVLC's threads and must only put the event on a queue."""

    def __init__(self, instance: Instance, pictures: Pictures, post: Callable[[Event], None]) -> None:
        self._instance, self._pictures, self._post = instance, pictures, post
        self._player = instance.player()
        self._media: Any = None
        pictures.attach(self._player)
        self._events = self._player.event_manager()
        types = vlc.EventType
        self._attached = [
            (types.MediaPlayerPaused, self._callback(Happening.PAUSED)),
            (types.MediaPlayerTimeChanged, self._callback(Happening.TIME)),
            (types.MediaPlayerEndReached, self._callback(Happening.ENDED)),
            (types.MediaPlayerEncounteredError, self._callback(Happening.FAILED)),
        ]
        for kind, callback in self._attached:
            if vlc.libvlc_event_attach(self._events, kind.value, callback, None):
                raise LibVLCError("libVLC attaches no events")

    def _callback(self, what: Happening) -> Any:
        """Make a callback for libVLC's threads: it calls nothing of libVLC, which may hold its lock and wait for us."""

        def on_event(event: Any, _data: Any) -> None:
            instant_ns = time.monotonic_ns()
            # The union follows the type and the object; its first member is the time in ms where there is one.
            value = event.contents.u.new_time if what is Happening.TIME else 0
            self._post(Event(what, instant_ns, int(value)))

        return vlc.CallbackDecorators.Callback(on_event)

    def load(self, path: Path, start_ms: int) -> None:
        """Open a file, parked: its first picture not before `start_ms` is decoded and delivered.

        At 0 nothing is, because nothing is sought then: `rewind` once it tells that it is PAUSED.
        """
        start = f":start-time={(start_ms - START_EARLY_MS) / 1000:.4f}"
        media = self._instance.media(path, (*MEDIA_OPTIONS, start) if start_ms else MEDIA_OPTIONS)
        self._player.set_media(media)
        self._drop_media()
        self._media = media
        if self._player.play() < 0:
            raise LibVLCError(f"libVLC does not play {path}")

    def rewind(self) -> None:
        """Seek to the beginning."""
        self._player.set_time(0)

    def shape(self) -> Shape | None:
        """The shape of the loaded film's pictures, once its header is read."""
        table = ctypes.POINTER(ctypes.POINTER(vlc.MediaTrack))
        tracks = table()
        # python-vlc declares the out-parameter with one pointer too few.
        count = vlc.libvlc_media_tracks_get(self._media, ctypes.cast(ctypes.pointer(tracks), table))
        try:
            for track in (tracks[index].contents for index in range(count)):
                if track.type.value == vlc.TrackType.video.value:
                    # libVLC has a union here where python-vlc declares three pointers: the first is the one.
                    video = ctypes.cast(track.audio, ctypes.POINTER(vlc.VideoTrack)).contents
                    aspect = Fraction(video.sar_num or 1, video.sar_den or 1)
                    return Shape(video.width, video.height, aspect) if video.width and video.height else None
            return None
        finally:
            vlc.libvlc_media_tracks_release(tracks, count)

    def counts(self) -> tuple[int, int]:
        """How many pictures were decoded and lost since the load; libVLC counts anew about four times a second."""
        stats = vlc.MediaStats()
        if self._media is None or not self._media.get_stats(stats):
            return 0, 0
        return stats.decoded_video, stats.lost_pictures

    def pause(self) -> None:
        """Stop the clock; a picture that is already waiting for its instant is still delivered."""
        self._player.set_pause(1)

    def resume(self) -> None:
        """Let the clock run.

        Not by `set_pause(0)`: libVLC leaves that out where it has not yet noticed that it is paused, which on a busy
        machine may come after the first picture (`lib/media_player.c`); the film then never moved.
        """
        self._player.play()

    def set_rate(self, rate: float) -> None:
        """Change the speed while rolling."""
        self._player.set_rate(rate)

    def stop(self) -> None:
        """Unload. Takes as long as libVLC's threads take to end."""
        self._player.stop()
        self._drop_media()

    def close(self) -> None:
        """Detach, stop, release, in this order: stopping waits for callbacks that are under way."""
        for kind, callback in self._attached:
            vlc.libvlc_event_detach(self._events, kind.value, callback, None)
        self.stop()
        self._player.release()

    def _drop_media(self) -> None:
        if self._media is not None:
            self._media.release()
            self._media = None
