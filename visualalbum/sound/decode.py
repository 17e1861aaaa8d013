"""One sound stream of a file as samples that can be read from any place, the same there as from the start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path

import av
from av.audio.stream import AudioStream

from visualalbum.media.media_error import MediaError
from visualalbum.media.opening import open_media
from visualalbum.said import Said, say
from visualalbum.sound.stereo import Samples, silence, stereo

PREROLL = Fraction(1, 2)
"""Seconds decoded before a place so that the decoder has settled there: Opus asks for 80 ms (RFC 7845, 4.6), MP3's
bit reservoir reaches back 9 frames (235 ms at 44.1 kHz), Vorbis and AAC need one block."""

SETTLED = Fraction(3, 10)
"""The least of it: a seek that leaves less than this before the place is made again from further back."""

HOLE = Fraction(1, 50)
"""A time stamp this far from the count of samples (seconds) is a hole in the file; less is a container's rounding."""

VORBIS_GRID = 64
"""Samples; blocks of 256 and more overlap by halves, so that every one begins at a multiple of this (Vorbis I, 4.3.8).
Fine enough a grid to outdo Matroska's milliseconds up to 48 kHz, with only the rounding to nearest to undo."""

WITNESSES = 12
"""Frames whose stamps are asked where the first of them stands."""

RAW = frozenset({"aac", "ac3", "eac3", "dts"})
"""Containers without stamps: FFmpeg makes them up from the bit rate after a seek, 1 ms off (measured with AC-3)."""

LONGEST_HOLE = 60
"""Seconds; a leap beyond it is a wrong time stamp, and the count is believed."""


class UnreadableError(Exception):
    """The file or its sound stream cannot be read; the text is a sentence without its full stop."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Decoder:
    """A sound stream, open for reading. Sample 0 is the first one that decoding yields from the start.

    `origin` is where that sample stands in the container's time, in seconds; `rate` what the decoder yields.
    """

    def __init__(self, path: Path, stream: int) -> None:
        self._path = path
        self._index = stream
        self._open()
        first = self._ahead[0]
        self.rate = first.sample_rate
        self.origin = _seconds(first) or Fraction(0)
        self._grid, self._phase = self._blocks_grid(first.time_base or Fraction(1, self.rate))
        if self._grid == VORBIS_GRID:
            self.origin = Fraction(round(self.origin * self.rate / self._grid) * self._grid, self.rate)
        self._start_at(0)

    def read(self, first: int, count: int) -> Samples:
        """Up to `count` samples from sample `first` on: fewer where the stream ends. Raises UnreadableError."""
        try:
            if not self._place <= first <= self._place + self.rate:
                self._seek(first)
            return self._read(first, count)
        except (av.FFmpegError, OSError, EOFError) as error:
            sentence = say("{file} cannot be read: {reason}", file=self._path.name, reason=_reason(error))
            raise UnreadableError(sentence) from error

    def close(self) -> None:
        """Let go of the file."""
        self._container.close()

    def _open(self) -> None:
        name = self._path.name
        try:
            self._container = open_media(self._path)
        except MediaError as error:
            raise UnreadableError(error.sentence) from error
        try:
            stream = self._container.streams[max(0, self._index)]
            if self._index < 0 or not isinstance(stream, AudioStream):
                raise UnreadableError(say("{file} has no sound in stream {number}", file=name, number=self._index))
            self._stream: AudioStream = stream
            frames = self._frames()
            self._ahead = [next(frames), *islice(frames, 1)]
        except StopIteration:
            self._container.close()
            raise UnreadableError(say("{file} yields no sound", file=name)) from None
        except (av.FFmpegError, OSError, IndexError) as error:
            self._container.close()
            raise UnreadableError(
                say(
                    "{file} has no sound in stream {number}: {reason}",
                    file=name,
                    number=self._index,
                    reason=_reason(error),
                )
            ) from error
        except UnreadableError:
            self._container.close()
            raise

    def _start_at(self, place: int) -> None:
        """The first frame in `_ahead` begins at sample `place`; read on from there."""
        self._place = place
        self._blocks = self._blocks_from(place)
        self._block = silence(0)

    def _read(self, first: int, count: int) -> Samples:
        got = silence(count)
        done = 0
        while done < count:
            skip = first + done - self._place
            if skip >= len(self._block):
                self._place += len(self._block)
                self._block = next(self._blocks, silence(0))
                if not len(self._block):
                    break
                continue
            piece = self._block[skip : skip + count - done]
            got[done : done + len(piece)] = piece
            done += len(piece)
        return got[:done]

    def _seek(self, first: int) -> None:
        preroll = PREROLL
        while (target := Fraction(first, self.rate) - preroll) > 0:
            base = self._stream.time_base or Fraction(1, self.rate)
            self._container.seek(int((self.origin + target) / base), stream=self._stream, backward=True)
            ahead = list(islice(self._frames(), WITNESSES))
            place = self._place_of(ahead)
            if place is not None and place <= first - SETTLED * self.rate:
                self._ahead = ahead
                self._start_at(place)
                return
            preroll *= 4
        # Opening anew is the one way that surely drops the priming as the first time.
        self._container.close()
        self._open()
        self._start_at(0)

    def _place_of(self, frames: Sequence[av.AudioFrame]) -> int | None:
        """The place of the first of some frames that follow each other, by the stamps of all; None without stamps."""
        places: list[Fraction] = []
        count = 0
        for frame in frames:
            seconds = _seconds(frame)
            if seconds is not None:
                places.append((seconds - self.origin) * self.rate - count)
            count += frame.samples
        if not places:
            return None
        # One stamp of a millisecond can point to the wrong block, the middle of a dozen does not.
        middle = sorted(places)[len(places) // 2] if self._grid > 1 else places[0]
        return round((middle - self._phase) / self._grid) * self._grid + self._phase

    def _blocks_grid(self, base: Fraction) -> tuple[int, int]:
        """Where blocks can begin: every so many samples, the first at so many past sample 0.

        Stamps as fine as samples are believed to the sample; coarse ones only name the nearest block.
        """
        if base * self.rate <= 1 and self._container.format.name not in RAW:
            return 1, 0
        codec = self._stream.codec_context.name
        if codec == "vorbis":
            return VORBIS_GRID, 0
        constant = codec.startswith(("aac", "mp3", "mp2", "ac3", "eac3", "dca", "opus", "libopus"))
        if not constant or len(self._ahead) < 2:
            return 1, 0
        block = self._ahead[1].samples
        return block, self._ahead[0].samples % block

    def _blocks_from(self, place: int) -> Iterator[Samples]:
        for frame in chain(self._ahead, self._frames()):
            if frame.sample_rate != self.rate:
                sentence = say(
                    "{file} changes its rate from {before} to {after}",
                    file=self._path.name,
                    before=self.rate,
                    after=frame.sample_rate,
                )
                raise UnreadableError(sentence)
            stamped = self._place_of([frame])
            if stamped is not None and HOLE * self.rate < stamped - place < LONGEST_HOLE * self.rate:
                yield silence(stamped - place)
                place = stamped
            yield stereo(frame)
            place += frame.samples

    def _frames(self) -> Iterator[av.AudioFrame]:
        """Decoded frames from where the container stands."""
        for packet in self._container.demux(self._stream):
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                continue  # a broken packet, or one whose bit reservoir lies before a seek
            for frame in frames:
                if frame.samples:
                    yield frame


def _seconds(frame: av.AudioFrame) -> Fraction | None:
    return None if frame.pts is None or frame.time_base is None else frame.pts * frame.time_base


def _reason(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
