"""Conforming: a stretch of one film's pictures, copied without loss into a Matroska file that a deck primes exactly.

libVLC primes only Matroska to the frame. The copy starts at the key picture that the first wanted picture needs, its
times count from there, and they are times of presentation also where the source (AVI) knows only those of decoding.
"""

from __future__ import annotations

import errno
import itertools
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import av.error
from av.container import InputContainer
from av.video.stream import VideoStream

from visualalbum.media.clip import Clip
from visualalbum.media.media_error import MediaError
from visualalbum.media.opening import open_media, packets
from visualalbum.media.pictures import first_picture
from visualalbum.media.stretch import Stretch
from visualalbum.said import say
from visualalbum.store.atomic import replacing

CONVERT = say("convert the film to H.264 in MP4")

MARGIN_US = 500_000
"""Film copied past the end, so that a deck is never at the end of its file at an out-point: libVLC reports the end of a
file up to 300 ms early, when its last packet is read."""

MILLISECOND = Fraction(1, 1000)

LONG_BEFORE_MS = 100_000_000
"""More milliseconds than any clip has pictures."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors of a disk that takes no more."""


def conform(
    source: Path,
    stream: int,
    start_us: int,
    end_us: int,
    out_path: Path,
    report: Callable[[float], None] | None = None,
) -> Clip:
    """Copy film time `start_us` to `end_us` of a video stream into `out_path`; film time 0 is the first picture.

    From the key picture at or before the start to a little past the end; where the film ends earlier or is damaged,
    what there is. `report` is called with the part done, 0 to 1. Raises MediaError; `out_path` is whole or untouched.
    """
    with open_media(source) as container:
        video = _video_stream(container, stream, source)
        first = first_picture(container, video)
        if first is None:
            raise _no_picture(source)
        stretch = Stretch(container, video, first.zero_us, start_us, end_us + MARGIN_US)
        try:
            with replacing(out_path) as part:
                aspect = video.sample_aspect_ratio or None
                written = _copy(stretch, part, report)
                frames = sorted(written)
                if not frames:
                    raise _no_picture(source)
                if _written_ms(part) != [ms for _, ms in frames]:
                    raise MediaError(
                        "clip-failed",
                        say("the copy of {film} does not hold its pictures' times", film=source.name),
                        say("convert the film"),
                    )
        except (OSError, av.error.FFmpegError, ValueError) as error:
            raise _not_copied(source, out_path, error) from None
    frames_us, frames_ms = (tuple(times) for times in zip(*frames, strict=True))
    return Clip(out_path, source, start_us, end_us, frames_us, frames_ms, written == frames, aspect, first.quarters)


def _copy(stretch: Stretch, part: Path, report: Callable[[float], None] | None) -> list[tuple[int, int]]:
    """Write the stretch; returns (film time in microseconds, milliseconds in the file) of each picture as written."""
    frames: list[tuple[int, int]] = []
    base = stretch.video.time_base or MILLISECOND
    usual = round(1000 / (stretch.video.average_rate or 25))
    with av.open(f"file:{part}", "w", format="matroska", options={"avoid_negative_ts": "disabled"}) as out:
        track = out.add_stream_from_template(stretch.video, opaque=True)
        track.set_display_rotation(0)  # the clip tells it, and a player that knew as well would turn twice
        for film_us, packet in stretch.packets():
            origin_us = frames[0][0] if frames else film_us
            ms = round((film_us - origin_us) / 1000)
            packet.stream = track
            # Durations make up the file's length, and libVLC holds a picture as much too early as that is too long.
            packet.duration = round(packet.duration * (base / MILLISECOND)) if packet.duration else usual
            packet.time_base = MILLISECOND
            packet.pts = ms
            # Matroska keeps no times of decoding; its muxer wants them in order all the same, and before the pictures.
            packet.dts = len(frames) - LONG_BEFORE_MS
            out.mux(packet)
            frames.append((film_us, ms))
            if report:
                report(min(1.0, max(0.0, (film_us - origin_us) / (stretch.end_us - origin_us + 1))))
    return frames


def _written_ms(part: Path) -> list[int]:
    """The times of all pictures that are really in the file, in order."""
    with open_media(part) as container:
        written = itertools.chain.from_iterable(packets(container, video) for video in container.streams.video)
        return sorted(packet.pts for packet in written if packet.size and packet.pts is not None)


def _video_stream(container: InputContainer, stream: int, source: Path) -> VideoStream:
    found = next((video for video in container.streams.video if video.index == stream), None)
    if found is None or found.codec_context is None:
        raise _no_picture(source)
    return found


def _no_picture(source: Path) -> MediaError:
    return MediaError("no-picture", say("{film} has no picture that can be decoded", film=source.name), CONVERT)


def _not_copied(source: Path, out_path: Path, error: Exception) -> MediaError:
    if getattr(error, "errno", None) in FULL:
        return MediaError(
            "disk-full",
            say("there is no room to prepare {film}", film=source.name),
            say("free some space in {folder}", folder=str(out_path.parent)),
        )
    if isinstance(error, PermissionError):
        sentence = say("{folder} cannot be written", folder=str(out_path.parent))
        return MediaError("cache-unwritable", sentence, say("make the folder writable"))
    sentence = say("the pictures of {film} cannot be copied: {reason}", film=source.name, reason=str(error))
    return MediaError("clip-failed", sentence, CONVERT)
