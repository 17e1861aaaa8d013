"""Films, and the segments of them that a track shows."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from visualalbum.model.part import Part
from visualalbum.model.pictures import DiaryEntry, Panel, Words
from visualalbum.model.scalars import (
    Duration,
    File,
    FilmTime,
    FitWord,
    Flag,
    Id,
    Join,
    JoinWord,
    Level,
    Text,
    TrackTime,
)
from visualalbum.said import Said, say


class Film(Part):
    """A film, and what lies beside it where the work is led by the film."""

    called: ClassVar[Said] = say("a film")
    short: ClassVar[str] = "file"

    file: File
    """The film's file."""
    title: Text = ""
    """Its title; left out, from the file's tags."""
    director: Text = ""
    """Who directed it."""
    captions: Words | None = None
    """What is said in it."""
    synopsis: Words | None = None
    """What happens in it, in Markdown."""
    diary: tuple[DiaryEntry, ...] = ()
    """How it was made, day by day."""
    panels: tuple[Panel, ...] = ()
    """Pictures that tell its story in sequence."""


class FilmSound(Part):
    """A film's own sound while a segment lasts."""

    called: ClassVar[Said] = say("the sound of a segment")
    short: ClassVar[str] = "level"

    level: Level = 0.0
    """Its level in dB; off is -inf."""
    fade_in: Duration | None = None
    """How long it takes to come."""
    fade_out: Duration | None = None
    """How long it takes to go."""


class Segment(Part):
    """An excerpt of a film, placed on the song."""

    called: ClassVar[Said] = say("a segment")

    id: Id | None = None
    """A name to speak of it by."""
    film: Text | None = None
    """A film's id or file; left out, the track's film or the album's only one."""
    in_: FilmTime | None = Field(default=None, alias="in")
    """The in-point in the film; left out, its start."""
    out: FilmTime | None = None
    """The out-point; left out, the segment goes on to the next one, the film's or the track's end."""
    at: TrackTime | None = None
    """The place on the song; left out, where the segment before it ends."""
    join: JoinWord = Join()
    """How it comes in."""
    sound: FilmSound | None = None
    """The film's own sound under the song; left out, the film is silent."""
    song: Level = 0.0
    """What happens to the song meanwhile."""
    hold: Flag = False
    """Whether its last frame stands when nothing follows."""
    fit: FitWord | None = None
    """How it fills the stage."""
    note: Text = ""
    """A word for those who run the show."""
