"""A track: a song with its tempo, the segments and stills on it, and its words."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from visualalbum.model.film import Segment
from visualalbum.model.part import Part
from visualalbum.model.pictures import Picture, Still, Words
from visualalbum.model.scalars import Beats, Bpm, Duration, File, Flag, Id, Isrc, Number, Text
from visualalbum.said import Said, say
from visualalbum.timecode import ClockTime, TempoMap


class Tempo(Part):
    """Where the song's bars are."""

    called: ClassVar[Said] = say("a tempo")

    bpm: Bpm
    """Beats a minute: `150`."""
    first_beat: Duration = ClockTime(Fraction(0))
    """From the song's start to beat 1 of bar 1: `0:00.12`."""
    beats_per_bar: Beats = 4
    """Beats in a bar: `5`."""

    @property
    def map(self) -> TempoMap:
        """The form that times are resolved with."""
        return TempoMap(self.bpm, self.first_beat.seconds, self.beats_per_bar)


class Track(Part):
    """A song of the album, and all that goes with it."""

    called: ClassVar[Said] = say("a track")

    id: Id | None = None
    """A name to speak of it by: `locker-room`; left out, the file's name without its ending."""
    audio: File | None = None
    """The song's file: `music/01-locker-room.flac`; a live track, or one that is a film alone, has none."""
    title: Text = ""
    """Its title: `Locker Room`; left out, from the file's tags."""
    artist: Text = ""
    """Who plays it: `S-1`; left out, from the file's tags."""
    number: Number | None = None
    """Its number: `1`; left out, from the file's tags."""
    isrc: Isrc | None = None
    """Its recording code: `JPX012400001`; left out, from the file's tags."""
    live: Flag = False
    """Whether it is played by people on the night: `true`."""
    tempo: Tempo | None = None
    """Its bars, where times are written in them: `{bpm: 150, beats_per_bar: 5}`."""
    film: Text | None = None
    """A film's id or file, `backstage`: without segments, the whole of it from 0; with them, the one they are of."""
    segments: tuple[Segment, ...] = ()
    """What is seen of films, in order: `[{film: backstage, in: 0:12, out: 0:54.5}]`."""
    stills: tuple[Still, ...] = ()
    """Stills on the stage, in order: `[{image: stills/steps.png, at: 0:16, for: 3}]`."""
    still: Picture | None = None
    """What the stage shows where nothing else is: `stills/locker-room.png`."""
    lyrics: Words | None = None
    """Its words with their times: `{file: words/01.ja.lrc, translations: {en: words/01.en.lrc}}`."""
    essay: Words | None = None
    """A text about it, in Markdown: `essays/01-locker-room.md`."""
