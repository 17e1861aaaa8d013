"""Pictures that stand still, and texts that lie beside an album in files."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from visualalbum.model.part import Part
from visualalbum.model.scalars import Day, Duration, File, FilmTime, FitWord, Language, Text, TrackTime
from visualalbum.said import Said, say


class Picture(Part):
    """A picture and what is said about it."""

    called: ClassVar[Said] = say("a picture")
    short: ClassVar[str] = "image"

    image: File
    """The picture's file: `stills/rehearsal-03.jpg`."""
    alt: Text = ""
    """What it shows, for those who cannot see it: `Chalk marks on a floor`."""
    caption: Text = ""
    """What is written beside it: `The third rehearsal`."""
    credit: Text = ""
    """Who made it: `Souma`."""
    tags: tuple[Text, ...] = ()
    """Words to find it by: `[design, rehearsal]`."""


class Still(Picture):
    """A picture on the stage, placed on the song."""

    called: ClassVar[Said] = say("a still")

    at: TrackTime | None = None
    """When it comes: `0:54.5`; left out, when the one before it goes."""
    for_: Duration | None = Field(default=None, alias="for")
    """How long it stays: `8`; left out, until the next one comes or the track ends."""
    fit: FitWord | None = None
    """How it fills the stage: `inset`."""


class Panel(Picture):
    """A picture of a sequence that tells the story beside a film."""

    called: ClassVar[Said] = say("a panel")

    at: FilmTime | None = None
    """The place in the film it belongs to: `0:30`."""
    for_: Duration | None = Field(default=None, alias="for")
    """How long it stays: `4`."""


class Words(Part):
    """A text in a file, in its own language and others."""

    called: ClassVar[Said] = say("a text")
    short: ClassVar[str] = "file"

    file: File
    """The text as it was made: `words/01.ja.lrc`."""
    language: Language | None = None
    """Its language: `ja`."""
    translations: dict[Language, File] = Field(default_factory=dict)
    """The same text in other languages: `{en: words/01.en.lrc}`."""


class Note(Part):
    """A chapter of the album's notes."""

    called: ClassVar[Said] = say("a chapter of the notes")
    short: ClassVar[str] = "file"

    title: Text = ""
    """The chapter's name: `How this happened`."""
    file: File
    """Its text, in Markdown: `notes/how-this-happened.md`."""


class DiaryEntry(Part):
    """A dated entry of a production diary."""

    called: ClassVar[Said] = say("a diary entry")

    date: Day
    """The day it tells of: `2024-06-26`."""
    title: Text = ""
    """Its heading: `The last day`."""
    file: File
    """Its text, in Markdown: `notes/day-1.md`."""
    at: FilmTime | None = None
    """The place in the film it belongs to: `0:12`."""
