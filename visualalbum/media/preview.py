"""Small pictures out of films: what a film shows at a time, for people who look for a place in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av.error
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from visualalbum.media.media_error import MediaError
from visualalbum.media.opening import open_media
from visualalbum.media.pictures import first_picture
from visualalbum.media.remembered import remembered_facts
from visualalbum.media.small_picture import SmallPicture
from visualalbum.media.stretch import Stretch
from visualalbum.media.turning import quarters
from visualalbum.said import say

PATIENCE_S = 0.3
"""Where key pictures are far apart, the picture reached by then is shown: near enough to find a place by."""

NEAR_US = 500_000
"""Further before the one that is wanted, pictures that no other refers to are not decoded."""


def film_picture(path: Path, stream: int, film_us: int, box: tuple[int, int]) -> SmallPicture:
    """What a film's video stream shows at a film time, as large as fits into a box. Raises MediaError."""
    with open_media(path) as container:
        video = next((one for one in container.streams.video if one.index == stream), None)
        zero_us = _zero_us(path, video) if video and video.codec_context else None
        if zero_us is None and video and video.codec_context:
            first = first_picture(container, video)
            zero_us = first.zero_us if first else None
        if video is None or zero_us is None:
            raise _no_picture(path)
        best: VideoFrame | None = None
        until_s = time.monotonic() + PATIENCE_S
        for shown_us, frame in _pictures(Stretch(container, video, zero_us, film_us, film_us + 1), film_us):
            if best is not None and shown_us > film_us:
                break
            best = frame
            if time.monotonic() > until_s:
                break
        if best is None:
            raise _no_picture(path)
        return _scaled(best, video.sample_aspect_ratio or Fraction(1), quarters(video, best), box)


def _zero_us(path: Path, video: VideoStream) -> int | None:
    """Film time 0 in the container, if it is remembered."""
    facts = remembered_facts(path)
    return facts.video.zero_us if facts and facts.video and facts.video.stream == video.index else None


def _pictures(stretch: Stretch, film_us: int) -> Iterator[tuple[int, VideoFrame]]:
    """Decode a stretch: (film time in microseconds, picture) in the order they are shown."""
    context = stretch.video.codec_context
    times: dict[int | None, int] = {}
    for shown_us, packet in stretch.packets():
        if packet.pts is None:
            packet.pts = packet.dts
        times[packet.pts] = shown_us
        context.skip_frame = "NONREF" if shown_us < film_us - NEAR_US else "DEFAULT"
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue  # a damaged packet; the next may be whole
        yield from ((times[frame.pts], frame) for frame in frames if frame.pts in times)
    yield from ((times[frame.pts], frame) for frame in context.decode(None) if frame.pts in times)


def _scaled(frame: VideoFrame, aspect: Fraction, turned: int, box: tuple[int, int]) -> SmallPicture:
    room = box[::-1] if turned % 2 else box
    wide = frame.width * float(aspect)
    scale = min(room[0] / wide, room[1] / frame.height)
    width, height = max(1, round(wide * scale)), max(1, round(frame.height * scale))
    small = frame.reformat(width=width, height=height, format="bgra")
    return SmallPicture(bytes(small.planes[0]), width, height, small.planes[0].line_size, turned)


def _no_picture(path: Path) -> MediaError:
    sentence = say("{film} has no picture that can be decoded", film=path.name)
    return MediaError("no-picture", sentence, say("convert the film to H.264 in MP4"))
