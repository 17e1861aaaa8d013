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
    """The picture's file."""
    alt: Text = ""
    """What it shows, for those who cannot see it."""
    caption: Text = ""
    """What is written beside it."""
    credit: Text = ""
    """Who made it."""
    tags: tuple[Text, ...] = ()
    """Words to find it by."""


class Still(Picture):
    """A picture on the stage, placed on the song."""

    called: ClassVar[Said] = say("a still")

    at: TrackTime | None = None
    """When it comes; left out, when the one before it goes."""
    for_: Duration | None = Field(default=None, alias="for")
    """How long it stays; left out, until the next one comes or the track ends."""
    fit: FitWord | None = None
    """How it fills the stage."""


class Panel(Picture):
    """A picture of a sequence that tells the story beside a film."""

    called: ClassVar[Said] = say("a panel")

    at: FilmTime | None = None
    """The place in the film it belongs to."""
    for_: Duration | None = Field(default=None, alias="for")
    """How long it stays."""


class Words(Part):
    """A text in a file, in its own language and others."""

    called: ClassVar[Said] = say("a text")
    short: ClassVar[str] = "file"

    file: File
    """The text as it was made."""
    language: Language | None = None
    """Its language."""
    translations: dict[Language, File] = Field(default_factory=dict)
    """The same text in other languages."""


class Note(Part):
    """A chapter of the album's notes."""

    called: ClassVar[Said] = say("a chapter of the notes")
    short: ClassVar[str] = "file"

    title: Text = ""
    """The chapter's name."""
    file: File
    """Its text, in Markdown."""


class DiaryEntry(Part):
    """A dated entry of a production diary."""

    called: ClassVar[Said] = say("a diary entry")

    date: Day
    """The day it tells of."""
    title: Text = ""
    """Its heading."""
    file: File
    """Its text, in Markdown."""
    at: FilmTime | None = None
    """The place in the film it belongs to."""
