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
    """The film's file: `film/backstage.mp4`."""
    title: Text = ""
    """Its title: `Backstage`; left out, from the file's tags."""
    director: Text = ""
    """Who directed it: `S-1`."""
    captions: Words | None = None
    """What is said in it: `{file: words/backstage.ja.vtt, translations: {en: words/backstage.en.vtt}}`."""
    synopsis: Words | None = None
    """What happens in it, in Markdown: `notes/synopsis.md`."""
    diary: tuple[DiaryEntry, ...] = ()
    """How it was made, day by day: `[{date: 2024-06-26, file: notes/day-1.md}]`."""
    panels: tuple[Panel, ...] = ()
    """Pictures that tell its story in sequence: `[{image: stills/panel-1.png, at: 0:30, for: 4}]`."""


class FilmSound(Part):
    """A film's own sound while a segment lasts."""

    called: ClassVar[Said] = say("the sound of a segment")
    short: ClassVar[str] = "level"

    level: Level = 0.0
    """Its level: `-18 dB`, up to +12 dB, or `on` or `off`."""
    fade_in: Duration | None = None
    """How long it takes to come: `0.5`."""
    fade_out: Duration | None = None
    """How long it takes to go: `1 s`."""


class Segment(Part):
    """An excerpt of a film, placed on the song."""

    called: ClassVar[Said] = say("a segment")

    id: Id | None = None
    """A name to speak of it by: `stairs`."""
    film: Text | None = None
    """A film's id or file: `backstage`; left out, the track's film or the album's only one."""
    in_: FilmTime | None = Field(default=None, alias="in")
    """The in-point in the film: `00:01:10:12`, which counts its frames, or `0:12`; left out, its start."""
    out: FilmTime | None = None
    """The out-point: `0:54.5`; left out, the segment goes on to the next one, the film's or the track's end."""
    at: TrackTime | None = None
    """The place on the song: `bar 17 beat 2` or `0:54`; `go` waits for the operator; left out, the last one's end."""
    join: JoinWord = Join()
    """How it comes in: `dissolve 0.8`, or `cut`."""
    sound: FilmSound | None = None
    """The film's own sound under the song: `{level: -18 dB, fade_in: 0.5}`; left out, the film is silent."""
    song: Level = 0.0
    """What happens to the song meanwhile: `-12 dB`, or `off`."""
    hold: Flag = False
    """Whether its last frame stands when nothing follows: `true`."""
    fit: FitWord | None = None
    """How it fills the stage: `cover`, `contain` or `inset`."""
    note: Text = ""
    """A word for those who run the show: `wait for the second stamp`."""
