"""Where a film's pictures stand in time: the first one shown, which is film time 0, and the end of the last."""

from __future__ import annotations

import contextlib
import itertools
from dataclasses import dataclass
from fractions import Fraction

import av.error
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from visualalbum.media.facts import VideoFacts
from visualalbum.media.opening import packets
from visualalbum.media.samples import codec_name
from visualalbum.media.turning import quarters

SEARCHED_PACKETS = 500
"""A film that shows nothing in so many packets (20 s at 25 fps) is taken for broken or of an unknown codec."""

LAST_PACKETS_S = 1
"""The last picture shown is not the last one in the file; it is in the last second of it."""


@dataclass(frozen=True)
class FirstPicture:
    """The first one shown: its time in the container, and the quarters it is turned by, clockwise, to be upright."""

    zero_us: int
    quarters: int


def counts_decode_times(container: InputContainer) -> bool:
    """Whether a container has no times of presentation: AVI numbers its pictures in the order of decoding."""
    return container.format.name == "avi"


def counts_times_from_start(container: InputContainer) -> bool:
    """Whether times are right only when read from the start: an MPEG program stream gives some and implies the rest."""
    return container.format.name == "mpeg"


def video_facts(container: InputContainer, stream: VideoStream) -> VideoFacts | None:
    """Measure a film's pictures; None where not one of them can be decoded.

    The first picture is really decoded: only that tells where film time 0 is when a stream starts with pictures that
    lack what they refer to, and that the codec is known.
    """
    first = first_picture(container, stream)
    if first is None or not stream.width or not stream.height:
        return None
    rate = stream.average_rate or stream.guessed_rate or stream.base_rate or Fraction(25)
    end_us = _end_us(container, stream, rate)
    return VideoFacts(
        stream=stream.index,
        codec=codec_name(stream),
        width=stream.width,
        height=stream.height,
        rate=rate,
        zero_us=first.zero_us,
        length_us=max(0, end_us - first.zero_us),
        sample_aspect=stream.sample_aspect_ratio or Fraction(1),
    )


def first_picture(container: InputContainer, stream: VideoStream) -> FirstPicture | None:
    """What is known of the first picture shown, or None; reads on from where the container stands."""
    stream.thread_type = "NONE"  # threads hold back pictures until each has one
    first_us: int | None = None
    for packet in itertools.islice(packets(container, stream), SEARCHED_PACKETS):
        if first_us is None and packet.dts is not None:
            first_us = time_us(packet.dts, stream)
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue  # a damaged packet; the next may be whole
        for frame in frames:
            shown_us = first_us if counts_decode_times(container) else _shown_us(frame, stream)
            if shown_us is not None:
                return FirstPicture(shown_us, quarters(stream, frame))
    return None


def _shown_us(frame: VideoFrame, stream: VideoStream) -> int | None:
    return None if frame.pts is None else time_us(frame.pts, stream)


def time_us(ticks: int, stream: VideoStream) -> int:
    """A stamp of the stream in microseconds, rounded to the nearest."""
    return round(ticks * (stream.time_base or Fraction(0)) * 1_000_000)


def _end_us(container: InputContainer, stream: VideoStream, rate: Fraction) -> int:
    """When the last picture that can be read is over: from the last group of pictures, else by reading them all."""
    header = stream.duration or int((container.duration or 0) / (stream.time_base or 1) / 1_000_000)
    end_us: int | None = None
    try:
        back = int(LAST_PACKETS_S / (stream.time_base or 1))
        if not counts_times_from_start(container):
            container.seek((stream.start_time or 0) + header - back, stream=stream)
            end_us = _read_end_us(container, stream, rate)
    except av.error.FFmpegError:
        pass  # there is no index
    if end_us is None:
        with contextlib.suppress(av.error.FFmpegError):
            container.seek(stream.start_time or 0, stream=stream)
        end_us = _read_end_us(container, stream, rate)
    return end_us or 0


def _read_end_us(container: InputContainer, stream: VideoStream, rate: Fraction) -> int | None:
    end_us: int | None = None
    for packet in packets(container, stream):
        stamp = packet.dts if counts_decode_times(container) else packet.pts
        if packet.size and stamp is not None:
            length_us = time_us(packet.duration or 0, stream) or round(1_000_000 / rate)
            end_us = max(end_us or 0, time_us(stamp, stream) + length_us)
    return end_us
