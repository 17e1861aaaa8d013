"""The programme as one stream of samples: songs end to end, film sound under, over or instead of them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from visualalbum.engine.ports import Fault
from visualalbum.sound.resample import RATE
from visualalbum.sound.stereo import Samples, silence
from visualalbum.sound.strip import FilmStrip, SongStrip, Strip, Tell
from visualalbum.timeline.cues import FilmSoundClip, SoundPlan

DUCK = RATE * 20 // 1000
"""Samples in which the song goes down before a film's sound and comes back after it: 20 ms, too slow to click.
Down before and up after, so that the song does not flare up between two segments that follow each other."""

EDGE = RATE * 3 // 1000
"""Samples of the shortest fade of a film's sound: 3 ms take the click off a cut."""

KNEE = np.float32(0.8)
"""Where the guard begins to bend, as part of full scale."""

KEPT_OPEN = 2 * RATE
"""Samples; a file further away than this from where is read is closed."""


class Programme:
    """A sound plan, readable from any sample on; `samples` is its whole length. For one thread.

    `tell` takes each fault once.
    """

    def __init__(self, plan: SoundPlan, tell: Tell) -> None:
        self._told: set[Fault] = set()
        self._tell_on = tell
        self._songs: list[SongStrip] = []
        self._films: list[FilmStrip] = []
        self.revise(plan)

    def revise(self, plan: SoundPlan) -> None:
        """Take another plan; what it has in common with the one before stays open, and goes on to the sample."""
        songs, films = {song.clip: song for song in self._songs}, {film.clip: film for film in self._films}
        self.samples = round(plan.length * RATE)
        self._songs = [
            songs.pop(clip) if clip in songs else SongStrip(clip, clip.path, self._tell)
            for clip in plan.songs
            if clip.path is not None
        ]
        for before, after in zip([None, *self._songs], self._songs, strict=False):
            after.follow(before)
        self._films = [films.pop(clip) if clip in films else FilmStrip(clip, self._tell) for clip in plan.film_sounds]
        for strip in (*songs.values(), *films.values()):
            strip.close()

    def read(self, first: int, count: int) -> Samples:
        """Samples `first` to `first + count`, shape (count, 2), within full scale; silence outside the programme."""
        mixed = silence(count)
        begin, end = max(first, 0), min(first + count, self.samples)
        if begin < end:
            mixed[begin - first : end - first] = self._mix(begin, end - begin)
        self._close_far(first, first + count)
        return mixed

    def forgive(self) -> None:
        """Try again what could not be read."""
        for strip in (*self._songs, *self._films):
            if strip.broken:
                strip.close()

    def close(self) -> None:
        """Let go of every file."""
        for strip in (*self._songs, *self._films):
            strip.close()

    def _mix(self, first: int, count: int) -> Samples:
        mixed = silence(count)
        for song in self._songs:
            _add(song, mixed, first, song.gain)
        films = [film for film in self._films if film.first < first + count + DUCK and film.last > first - DUCK]
        if not films:
            return np.clip(mixed, -1, 1)
        at = np.arange(first, first + count)
        duck = np.ones(count, np.float32)
        for film in films:
            np.minimum(duck, _duck(film.clip, at), out=duck)
        mixed *= duck[:, None]
        both = bool(mixed.any())
        for film in films:
            own = silence(count)
            _add(film, own, first, 1.0)
            mixed += own * _envelope(film.clip, at)[:, None]
        return _guard(mixed) if both else np.clip(mixed, -1, 1)

    def _close_far(self, first: int, last: int) -> None:
        for strip in (*self._songs, *self._films):
            if strip.last < first - KEPT_OPEN or strip.first > last + KEPT_OPEN:
                strip.close()

    def _tell(self, fault: Fault) -> None:
        if fault not in self._told:
            self._told.add(fault)
            self._tell_on(fault)


def _add(strip: Strip, mixed: Samples, first: int, gain: float) -> None:
    begin, end = max(first, strip.first), min(first + len(mixed), strip.last)
    if begin < end:
        part = strip.read(begin, end - begin)
        mixed[begin - first : end - first] += part if gain == 1 else part * np.float32(gain)


def _sample(time_us: int) -> int:
    return round(Fraction(time_us * RATE, 10**6))


def _duck(clip: FilmSoundClip, at: np.ndarray) -> Samples:
    """What a film's sound leaves of the song at given samples, as an amplitude."""
    away = np.maximum(_sample(clip.start_us) - at, at - _sample(clip.end_us) + 1)
    low = 10 ** (clip.song_gain_db / 20)
    return np.interp(away, [0, DUCK], [low, 1.0]).astype(np.float32)


def _envelope(clip: FilmSoundClip, at: np.ndarray) -> Samples:
    """The amplitude of a film's sound at given samples: its level, its fades, nothing outside."""
    start, end = _sample(clip.start_us), _sample(clip.end_us)
    fade_in, fade_out = max(_sample(clip.fade_in_us), EDGE), max(_sample(clip.fade_out_us), EDGE)
    rise, fall = (at - start) / fade_in, (end - at) / fade_out
    return (np.clip(np.minimum(rise, fall), 0, 1) * 10 ** (clip.gain_db / 20)).astype(np.float32)


def _guard(mixed: Samples) -> Samples:
    """Bend what is over the knee so that no sum of song and film leaves full scale, however loud; below, untouched.

    Only where both sound: a song or a film by itself stays as it was mastered, and is clamped.
    """
    over = np.abs(mixed) > KNEE
    if over.any():
        room = 1 - KNEE
        bent = KNEE + room * np.tanh((np.abs(mixed[over]) - KNEE) / room)
        mixed[over] = np.copysign(bent, mixed[over])
    return mixed
