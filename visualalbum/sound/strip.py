"""A stretch of one file's sound, placed on the programme: a song, or the sound of a film's segment."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

import numpy as np

from visualalbum.engine.ports import Fault
from visualalbum.said import Said, say
from visualalbum.sound.decode import Decoder, UnreadableError
from visualalbum.sound.resample import RATE, REACH, Resampler
from visualalbum.sound.stereo import Samples, silence
from visualalbum.timeline.cues import FilmSoundClip, SongClip

Tell = Callable[[Fault], None]
"""Takes a fault, from the thread that reads the programme."""

BLOCK = 2048
"""Samples; a length that only a header tells may be wrong by the longest block of AAC (HE-AAC) without being news."""


class Strip:
    """The samples of one stream from `from_s` to `to_s` of the programme (seconds), opened when first read.

    Strips are added up. Each is band-limited by itself and rings for a millisecond past both its ends, so that two
    songs of one rate, end to end, add up to exactly what one resampler would have made of both together.
    """

    kind = "sound"

    def __init__(self, path: Path, stream: int, from_s: Fraction, to_s: Fraction, tell: Tell) -> None:
        self._path = path
        self._stream = stream
        self._tell = tell
        self._from_s = from_s
        # Rates below 8 kHz would ring for longer; what is cut off there is 90 dB down.
        margin = Fraction(REACH, 8000)
        self.first = floor((from_s - margin) * RATE)
        self.last = ceil((to_s + margin) * RATE)
        self._decoder: Decoder | None = None
        self._resampler: Resampler | None = None
        self.broken = False
        self._held = silence(0)
        self._held_from = 0
        self.first_weight = np.float32(1)

    def read(self, first: int, count: int) -> Samples:
        """The strip's part in samples `first` to `first + count` of the programme; silence where it has none."""
        if self._decoder is None and not self.broken:
            self._open()
        if self._decoder is None or self._resampler is None:
            return silence(count)
        source_from, source_to = self._resampler.needs(first, count)
        return self._resampler.make(self._window(source_from, source_to), first, count)

    def close(self) -> None:
        """Let go of the file and the resampler's weights; the next read opens it again, also where it had failed."""
        if self._decoder is not None:
            self._decoder.close()
        self._decoder = self._resampler = None
        self.broken = False
        self._held = silence(0)

    def _open(self) -> None:
        try:
            decoder = Decoder(self._path, self._stream)
        except UnreadableError as error:
            self._fail("unreadable", error.sentence)
            return
        self._decoder = decoder
        self._start, self._samples = self._place(decoder)
        self._resampler = Resampler(decoder.rate, self._start)

    def _place(self, decoder: Decoder) -> tuple[Fraction, int]:
        """Where the decoder's sample 0 stands on the programme in seconds, and how many samples count."""
        raise NotImplementedError

    def _ended_at(self, samples: int) -> None:
        """The stream ended there, before `_samples`."""

    def _window(self, source_from: int, source_to: int) -> Samples:
        held_to = self._held_from + len(self._held)
        if not self._held_from <= source_from <= held_to:
            self._held, self._held_from, held_to = silence(0), source_from, source_from
        window = silence(source_to - source_from)
        kept = self._held[source_from - self._held_from :][: len(window)]
        window[: len(kept)] = kept
        if held_to < source_to:
            window[len(kept) :] = self._fetch(held_to, source_to)
        self._held, self._held_from = window, source_from
        return window

    def _fetch(self, source_from: int, source_to: int) -> Samples:
        fetched = silence(source_to - source_from)
        begin, end = max(source_from, 0), min(source_to, self._samples)
        if begin < end and self._decoder is not None and not self.broken:
            try:
                got = self._decoder.read(begin, end - begin)
            except UnreadableError as error:
                self._fail("unreadable", error.sentence)
                return fetched
            fetched[begin - source_from :][: len(got)] = got
            if begin == 0:
                fetched[-source_from] *= self.first_weight
            if len(got) < end - begin:
                self._ended_at(begin + len(got))
        return fetched

    def _fail(self, what: str, sentence: Said) -> None:
        self.broken = True
        sentence = say("{sentence}; it stays silent", sentence=sentence)
        self._tell(Fault(f"{self.kind}-{what}", str(self._path), sentence))


class SongStrip(Strip):
    """A song: exactly as many samples as were promised, whatever the file yields."""

    kind = "song"

    def __init__(self, clip: SongClip, path: Path, tell: Tell) -> None:
        samples = min(Fraction(clip.samples), clip.length * clip.rate)
        super().__init__(path, clip.stream, clip.start, clip.start + samples / clip.rate, tell)
        self.clip = clip
        self.gain = 10 ** (clip.gain_db / 20)

    def follow(self, before: SongStrip | None) -> None:
        """Join on to the song before, where there is one and no silence between.

        A sample stands for half a period on either side of it. Where the rates differ, the halves that meet do not
        fill the place between the two songs; the first sample then counts for the difference too (the end correction
        of Euler and Maclaurin). Without it a tone that goes on has a tick of a quarter of its level at 22.05 to 44.1.
        """
        clip, last = self.clip, before.clip if before else None
        joined = last is not None and clip.start == last.start + Fraction(last.samples, last.rate)
        self.first_weight = np.float32((1 + Fraction(clip.rate, last.rate)) / 2 if last and joined else 1)

    def _place(self, decoder: Decoder) -> tuple[Fraction, int]:
        if decoder.rate != self.clip.rate:
            sentence = say(
                "{file} runs at {rate} samples a second instead of {promised}: was it changed since?",
                file=self._path.name,
                rate=decoder.rate,
                promised=self.clip.rate,
            )
            self._tell(Fault("song-changed", str(self._path), sentence))
        seconds = min(Fraction(self.clip.samples, self.clip.rate), self.clip.length)
        return self.clip.start, ceil(seconds * decoder.rate)

    def _ended_at(self, samples: int) -> None:
        if samples < self._samples - BLOCK:
            sentence = say(
                "{file} ends after {samples} samples instead of {promised}: was it changed since?",
                file=self._path.name,
                samples=samples,
                promised=self._samples,
            )
            self._tell(Fault("song-changed", str(self._path), sentence))
        self._samples = samples


class FilmStrip(Strip):
    """A film's own sound beside its picture, by the time stamps of the container."""

    kind = "film-sound"

    def __init__(self, clip: FilmSoundClip, tell: Tell) -> None:
        from_s, to_s = Fraction(clip.start_us, 10**6), Fraction(clip.end_us, 10**6)
        super().__init__(clip.path, clip.stream, from_s, to_s, tell)
        self.clip = clip

    def _place(self, decoder: Decoder) -> tuple[Fraction, int]:
        film_zero = Fraction(self.clip.start_us - self.clip.in_us - self.clip.zero_us, 10**6)
        # To the nearest sample of the programme: 10 us at most, and sound of its rate is then copied, not computed.
        start = Fraction(round((film_zero + decoder.origin) * RATE), RATE)
        return start, ceil((Fraction(self.last, RATE) - start) * decoder.rate) + BLOCK
