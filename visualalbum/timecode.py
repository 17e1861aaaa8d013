"""Times as people write them: one parser for the manifest and the command line, exact values, one error message."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from visualalbum.said import Said, say

FORMS = say("write seconds (7.36), M:SS (1:02.5), H:MM:SS, HH:MM:SS:FF, a number with ms, s or min, or bar N beat M")

# Digits are bounded so that no number of an author's can take long to read; nine are thirty years of seconds.
_NUMBER = r"\d{1,9}(?:\.\d{1,9})?"
_SECONDS = r"(?P<seconds>[0-5]\d(?:\.\d{1,9})?)"
_PLAIN = re.compile(rf"(?P<number>{_NUMBER})(?: ?(?P<unit>ms|s|min))?", re.ASCII)
_CLOCK = re.compile(rf"(?:(?P<hours>\d{{1,3}}):(?P<minutes>[0-5]\d)|(?P<all_minutes>\d{{1,4}})):{_SECONDS}", re.ASCII)
_FRAMES = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)([:;])(\d{2,3})", re.ASCII)
_BEATS = re.compile(rf"bar +(\d{{1,6}})(?: +beat +({_NUMBER}))?", re.ASCII)
CLOCK_SPELLINGS = (_PLAIN.pattern, _CLOCK.pattern)
FILM_SPELLINGS = (*CLOCK_SPELLINGS, _FRAMES.pattern)
SPELLINGS = (*FILM_SPELLINGS, _BEATS.pattern)
"""Patterns of what is a length, a place in a film, and one on a song."""
_UNITS = {"ms": Fraction(1, 1000), "s": Fraction(1), "min": Fraction(60), None: Fraction(1)}


class TimeError(ValueError):
    """A text that is no time, or a time that means nothing at this rate or tempo: a sentence and its remedy."""

    def __init__(self, sentence: Said, remedy: Said = FORMS) -> None:
        super().__init__(f"{sentence}; {remedy}")
        self.sentence = sentence
        self.remedy = remedy


@dataclass(frozen=True)
class TempoMap:
    """The song's bars: beats a minute, seconds from the song's start to beat 1 of bar 1, and beats in a bar."""

    bpm: Fraction
    first_beat: Fraction = Fraction(0)
    beats_per_bar: int = 4


@dataclass(frozen=True)
class ClockTime:
    """A time in seconds, exact."""

    seconds: Fraction
    text: str = field(default="", compare=False)

    @property
    def us(self) -> int:
        """Microseconds, rounded to the nearest."""
        return round(self.seconds * 1_000_000)

    def exact(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> Fraction:
        """Seconds; neither rate nor tempo matters."""
        return self.seconds

    def resolve(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> int:
        """Microseconds, rounded to the nearest."""
        return self.us

    def __str__(self) -> str:
        return self.text or people(self.us)


@dataclass(frozen=True)
class FrameTime:
    """SMPTE time code, counted in a film's own frames; `drop` where a semicolon says drop-frame."""

    hours: int
    minutes: int
    seconds: int
    frames: int
    drop: bool = False
    text: str = field(default="", compare=False)

    def exact(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> Fraction:
        """Seconds at a film's rate; raises TimeError without a rate and for frames that do not exist at it.

        Whole frames are counted at the nominal rate (30 for 29.97). Drop-frame leaves out the numbers ;00 and ;01
        (to ;03 at 59.94) at every minute but each tenth: SMPTE ST 12-1.
        """
        if rate is None:
            raise TimeError(
                say("{time} counts frames, and there is no film here to give their rate", time=str(self)),
                say("write seconds"),
            )
        nominal = math.ceil(rate - Fraction(1, 100))
        if self.frames >= nominal:
            raise TimeError(
                say(
                    "{time} has frame {frame}, and a second of this film has {count}",
                    time=str(self),
                    frame=self.frames,
                    count=nominal,
                ),
                say("frames count from 0 to {last}", last=nominal - 1),
            )
        minutes = self.hours * 60 + self.minutes
        count = (minutes * 60 + self.seconds) * nominal + self.frames
        if self.drop:
            dropped = nominal // 15
            if nominal % 30 or abs(rate - nominal * Fraction(1000, 1001)) > Fraction(1, 100):
                raise TimeError(
                    say(
                        "{time} is drop-frame, and this film has {rate} frames a second",
                        time=str(self),
                        rate=f"{float(rate):g}",
                    ),
                    say("write : instead of ; before the frames"),
                )
            if self.frames < dropped and self.seconds == 0 and self.minutes % 10:
                raise TimeError(
                    say("{time} does not exist: drop-frame leaves its number out", time=str(self)),
                    say("write ;{frames} or later", frames=f"{dropped:02}"),
                )
            count -= dropped * (minutes - minutes // 10)
        return count / rate

    def resolve(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> int:
        """Microseconds, rounded to the nearest; raises TimeError as `exact` does."""
        return round(self.exact(rate) * 1_000_000)

    def __str__(self) -> str:
        mark = ";" if self.drop else ":"
        return self.text or f"{self.hours:02}:{self.minutes:02}:{self.seconds:02}{mark}{self.frames:02}"


@dataclass(frozen=True)
class BeatTime:
    """A place in the song's bars; both count from 1, and a beat may be a fraction (2.5 is the off-beat after 2)."""

    bar: int
    beat: Fraction = Fraction(1)
    text: str = field(default="", compare=False)

    def exact(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> Fraction:
        """Seconds at a song's tempo; raises TimeError without a tempo and for a beat that its bars do not have."""
        if tempo is None:
            raise TimeError(
                say("{time} counts bars, and there is no tempo here", time=str(self)),
                say("write tempo: {bpm: ...} at the track"),
            )
        if self.beat >= tempo.beats_per_bar + 1:
            raise TimeError(
                say("{time} is past the bar's {count} beats", time=str(self), count=tempo.beats_per_bar),
                say("mend it or beats_per_bar"),
            )
        return tempo.first_beat + ((self.bar - 1) * tempo.beats_per_bar + self.beat - 1) * 60 / tempo.bpm

    def resolve(self, rate: Fraction | None = None, tempo: TempoMap | None = None) -> int:
        """Microseconds, rounded to the nearest; raises TimeError as `exact` does."""
        return round(self.exact(tempo=tempo) * 1_000_000)

    def __str__(self) -> str:
        return self.text or f"bar {self.bar} beat {float(self.beat):g}"


Time = ClockTime | FrameTime | BeatTime


@lru_cache(maxsize=10_000)
def parse(text: str) -> Time:
    """Read a time; raises TimeError for whatever is none. An album has few times that are written only once."""
    if found := _PLAIN.fullmatch(text):
        return ClockTime(Fraction(found["number"]) * _UNITS[found["unit"]], text)
    if found := _CLOCK.fullmatch(text):
        minutes = int(found["all_minutes"] or 0) + int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)
        return ClockTime(minutes * 60 + Fraction(found["seconds"]), text)
    if found := _FRAMES.fullmatch(text):
        hours, minutes, seconds, frames = (int(found[group]) for group in (1, 2, 3, 5))
        return FrameTime(hours, minutes, seconds, frames, found[4] == ";", text)
    if (found := _BEATS.fullmatch(text)) and int(found[1]) >= 1 and Fraction(found[2] or 1) >= 1:
        return BeatTime(int(found[1]), Fraction(found[2] or 1), text)
    raise TimeError(say("{text} is not a time", text=shown(text)))


def people(time_us: int) -> str:
    """Write microseconds for people: `M:SS.mmm`, from one hour on `H:MM:SS.mmm`."""
    sign = "-" if time_us < 0 else ""
    seconds, ms = divmod((abs(time_us) + 500) // 1000, 1000)
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{sign}{minutes}:{seconds:02}.{ms:03}"
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}.{ms:03}"


def shown(text: str) -> str:
    """Quote an author's text for a sentence: on one line, at most 40 characters of it, all of them printable."""
    line = "".join(letter if letter.isprintable() else " " for letter in text[:41])
    return f'"{line[:40]}…"' if len(text) > 40 else f'"{line}"'
