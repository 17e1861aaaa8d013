"""The packets of a stretch of film: from the key picture its first one needs, each with the time it is shown at."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

import av.error
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from visualalbum.media.opening import packets
from visualalbum.media.pictures import counts_decode_times, counts_times_from_start, time_us

REORDERED_US = 500_000
"""Where only times of decoding are known, a picture may be shown so much later: 12 pictures at 25 fps; a stream of
H.264 holds back 16 at most and 2 or 3 as a rule."""

RESTART_US = 1_000_000
"""A film whose times go back by more has been joined to another one, whose pictures have no place in it."""

FIRST_STEP_BACK_US = 2_000_000
"""An index may lead to a key picture shown after the place that was asked for: look this much earlier, then more."""

FilmPacket: TypeAlias = "Packet[VideoStream]"


class Stretch:
    """Film time `start_us` to `end_us` of a video stream whose film time 0 stands at `zero_us` in its container."""

    def __init__(self, container: InputContainer, video: VideoStream, zero_us: int, start_us: int, end_us: int) -> None:
        self.end_us = end_us
        self.video = video
        self._container = container
        self._zero_us, self._start_us = zero_us, start_us
        self._decode_times = counts_decode_times(container)

    def packets(self) -> Iterator[tuple[int, FilmPacket]]:
        """Yield (film time in microseconds, packet) in the order of decoding, to the end or the end of the film.

        The first is the last key picture at or before the start. Pictures shown before it, though decoded after,
        refer to what is left out, and are left out too.
        """
        shown = self._presentation() if self._decode_times else None
        key_us = latest_us = None
        for packet in self._from_key(self._start_us):
            if packet.dts is not None:
                decoded_us = self._film_us(packet.dts)
                if latest_us is not None and decoded_us < latest_us - RESTART_US:
                    return
                latest_us = decoded_us
            is_last = self._is_past(packet)  # asked before the packet goes to somebody who may change it
            stamp = packet.pts if shown is None else shown.get(packet.dts)
            if stamp is not None:
                film_us = self._film_us(stamp)
                key_us = film_us if key_us is None else key_us
                if film_us >= key_us:
                    yield film_us, packet
            if is_last:
                return

    def _presentation(self) -> dict[int | None, int]:
        """Find out by decoding when pictures known by their times of decoding are shown: in the order they come out.

        The n-th picture that comes out is shown at the n-th time. Decoding starts a group of pictures earlier, so that
        pictures that refer to the one before come out too. A packet that gives no picture is not in the answer.
        """
        first = next(self._from_key(self._start_us), None)
        if first is None or first.dts is None:
            return {}
        context = self.video.codec_context
        came_out: list[int] = []
        for packet in self._from_key(self._film_us(first.dts) - 1):
            packet.pts = packet.dts
            try:
                came_out += [frame.pts for frame in packet.decode() if frame.pts is not None]
            except av.error.FFmpegError:
                continue  # a damaged packet gives no picture
            # A picture past the end may come out before one that is shown earlier: go on until none is missing.
            if self._is_past(packet, REORDERED_US):
                break
        came_out += [frame.pts for frame in context.decode(None) if frame.pts is not None]
        return dict(zip(came_out, sorted(came_out), strict=True))

    def _from_key(self, start_us: int) -> Iterator[FilmPacket]:
        """Yield packets from the last key picture at or before a film time, else from the first one, to the last."""
        before = self._before(start_us)
        group: list[FilmPacket] = []
        for packet in before:
            if packet.is_keyframe and self._is_shown_by(packet, start_us):
                group = []
            group.append(packet)
            if packet.dts is None or self._film_us(packet.dts) > start_us:
                break
        yield from group
        yield from before

    def _before(self, start_us: int) -> Iterator[FilmPacket]:
        """Yield packets from a key picture at or before a film time, not the last one perhaps, else from the first."""
        back_us = 0
        while True:
            self._seek(start_us - back_us)
            rest = self._readable()
            first = next((packet for packet in rest if packet.is_keyframe), None)
            if back_us > start_us or (first is not None and self._is_shown_by(first, start_us)):
                return itertools.chain([first] if first else [], rest)
            back_us = max(FIRST_STEP_BACK_US, back_us * 4)

    def _is_shown_by(self, key: FilmPacket, film_us: int) -> bool:
        if self._decode_times:
            return key.dts is not None and self._film_us(key.dts) + REORDERED_US <= film_us
        return key.pts is not None and self._film_us(key.pts) <= film_us

    def _is_past(self, packet: FilmPacket, by_us: int = 0) -> bool:
        """Whether every later packet is shown after the end: no picture is shown before it is decoded."""
        return packet.dts is not None and self._film_us(packet.dts) >= self.end_us + by_us

    def _film_us(self, stamp: int) -> int:
        return time_us(stamp, self.video) - self._zero_us

    def _seek(self, film_us: int) -> None:
        base = self.video.time_base or Fraction(1, 1_000_000)
        if counts_times_from_start(self._container):
            film_us = -self._zero_us
        try:
            self._container.seek(int(Fraction(film_us + self._zero_us, 1_000_000) / base), stream=self.video)
        except av.error.FFmpegError:
            self._container.seek(0)  # there is no index; the beginning can be found without

    def _readable(self) -> Iterator[FilmPacket]:
        return (packet for packet in packets(self._container, self.video) if packet.size)
