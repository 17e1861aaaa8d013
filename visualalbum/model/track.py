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
    """Beats a minute."""
    first_beat: Duration = ClockTime(Fraction(0))
    """From the song's start to beat 1 of bar 1."""
    beats_per_bar: Beats = 4
    """Beats in a bar."""

    @property
    def map(self) -> TempoMap:
        """The form that times are resolved with."""
        return TempoMap(self.bpm, self.first_beat.seconds, self.beats_per_bar)


class Track(Part):
    """A song of the album, and all that goes with it."""

    called: ClassVar[Said] = say("a track")

    id: Id | None = None
    """A name to speak of it by; left out, the file's name without its ending."""
    audio: File | None = None
    """The song's file; a live track, or one that is a film alone, has none."""
    title: Text = ""
    """Its title; left out, from the file's tags."""
    artist: Text = ""
    """Who plays it; left out, from the file's tags."""
    number: Number | None = None
    """Its number; left out, from the file's tags."""
    isrc: Isrc | None = None
    """Its recording code; left out, from the file's tags."""
    live: Flag = False
    """Whether it is played by people on the night."""
    tempo: Tempo | None = None
    """Its bars, where times are written in them."""
    film: Text | None = None
    """A film's id or file: without segments, the whole of it from 0; with them, the one they are of."""
    segments: tuple[Segment, ...] = ()
    """What is seen of films, in order."""
    stills: tuple[Still, ...] = ()
    """Stills on the stage, in order."""
    still: Picture | None = None
    """What the stage shows where nothing else is."""
    lyrics: Words | None = None
    """Its words with their times."""
    essay: Words | None = None
    """A text about it, in Markdown."""
