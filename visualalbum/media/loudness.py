"""Measures how loud a track is along its way, by decoding all of its sound."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path
from typing import Any

import av.error
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from visualalbum.media.media_error import MediaError
from visualalbum.media.opening import open_media, packets
from visualalbum.media.pictures import counts_times_from_start
from visualalbum.media.waveform import COLUMNS, Heard, Waveform
from visualalbum.said import say

LARGEST = 255


def waveform(heard: tuple[Heard, ...], length_us: int, report: Callable[[float], None] | None = None) -> Waveform:
    """Decode what is heard of a track and measure it; where a file is damaged there is silence. Raises MediaError."""
    columns = _Columns(length_us)
    for one in heard:
        with open_media(one.path) as container:
            stream = next((audio for audio in container.streams.audio if audio.index == one.stream), None)
            if stream is None or stream.codec_context is None:
                raise _no_sound(one.path)
            for at_us, rate, block in _blocks(container, stream, one):
                columns.add(at_us, rate, block)
                if report:
                    report(min(1.0, max(0.0, at_us / length_us)))
    if heard and columns.empty:
        raise _no_sound(heard[0].path)
    return columns.waveform()


class _Columns:
    """What has been measured so far."""

    def __init__(self, length_us: int) -> None:
        self._length_us = max(1, length_us)
        self._peaks = np.zeros(COLUMNS)
        self._power = np.zeros(COLUMNS)
        self._counts = np.zeros(COLUMNS)

    def add(self, at_us: float, rate: int, block: NDArray[np.float32]) -> None:
        """Measure a block of channels by samples that begins at a time of the track."""
        samples_a_column = self._length_us * rate / (COLUMNS * 1_000_000)
        first_sample = at_us * rate / 1_000_000
        block = block[:, : max(0, round(COLUMNS * samples_a_column - first_sample))]
        size = block.shape[1]
        if not size:
            return
        first = int(first_sample / samples_a_column)
        last = min(COLUMNS, ceil((first_sample + size) / samples_a_column)) - 1
        reached = np.arange(first, last + 1)
        starts = np.ceil(reached * samples_a_column - first_sample).astype(np.intp).clip(0, size - 1)
        # A column narrower than a sample has the sample of the one before it.
        loud = np.maximum.reduceat(np.abs(block), starts, axis=1).max(axis=0)
        self._peaks[reached] = np.maximum(self._peaks[reached], loud)
        self._power[reached] += np.add.reduceat(np.square(block), starts, axis=1).mean(axis=0)
        self._counts[reached] += np.maximum(1, np.diff(starts, append=size))

    @property
    def empty(self) -> bool:
        """Whether there was nothing to measure."""
        return not self._counts.any()

    def waveform(self) -> Waveform:
        """The columns as bytes."""
        rms = np.sqrt(self._power / np.maximum(1.0, self._counts))
        peaks, loudness = (np.clip(np.rint(one * LARGEST), 0, LARGEST).astype(np.uint8) for one in (self._peaks, rms))
        return Waveform(peaks.tobytes(), loudness.tobytes())


def _blocks(
    container: InputContainer, stream: AudioStream, heard: Heard
) -> Iterator[tuple[float, int, NDArray[np.float32]]]:
    """Yield (time of the track in microseconds, rate, channels by samples) of what a stretch sounds like."""
    tick_us = float(stream.time_base or 1) * 1_000_000
    zero_us = (stream.start_time or 0) * tick_us if heard.from_us is None else float(heard.from_us)
    if heard.from_us and not counts_times_from_start(container):
        with contextlib.suppress(av.error.FFmpegError):  # there is no index: it is read from its start
            container.seek(int(heard.from_us / tick_us), stream=stream)
    next_us = 0.0
    for frame in _frames(container, stream):
        within_us = next_us if frame.pts is None else frame.pts * tick_us - zero_us
        next_us = within_us + frame.samples * 1_000_000 / frame.sample_rate
        if within_us >= heard.length_us:
            return
        first = max(0, round(-within_us * frame.sample_rate / 1_000_000))
        last = round((heard.length_us - within_us) * frame.sample_rate / 1_000_000)
        yield heard.at_us + max(0.0, within_us), frame.sample_rate, _amplitudes(frame)[:, first:last]


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    for packet in packets(container, stream):
        with contextlib.suppress(av.error.FFmpegError):  # a damaged packet; the next may be whole
            yield from packet.decode()


def _amplitudes(frame: AudioFrame) -> NDArray[np.float32]:
    """Channels by samples, -1 to 1, whatever the codec gives."""
    samples: NDArray[Any] = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, len(frame.layout.channels)).T
    if samples.dtype == np.uint8:
        return (samples.astype(np.float32) - np.float32(128)) / np.float32(128)
    if np.issubdtype(samples.dtype, np.integer):
        return samples.astype(np.float32) / np.float32(-float(np.iinfo(samples.dtype).min))
    floats: NDArray[np.float32] = samples.astype(np.float32)
    floats[~np.isfinite(floats)] = 0
    return floats


def _no_sound(path: Path) -> MediaError:
    sentence = say("{file} has no sound that can be decoded", file=path.name)
    return MediaError("no-sound", sentence, say("name another file"))
