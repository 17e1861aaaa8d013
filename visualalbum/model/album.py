"""The album: the whole of a manifest as one frozen value."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import ClassVar

from pydantic import Field, ValidationError

from visualalbum.model.film import Film, Segment
from visualalbum.model.part import Part
from visualalbum.model.pictures import Note, Picture
from visualalbum.model.programme import ProgrammeItem, Screening
from visualalbum.model.scalars import Day, Edition, Id, Language, Text
from visualalbum.model.track import Track
from visualalbum.said import Said, say


class Credit(Part):
    """Somebody who made the work."""

    called: ClassVar[Said] = say("a credit")

    name: Text
    """Their name: `Souma`."""
    role: Text = ""
    """What they did: `tap dance`."""
    as_: Text = Field(default="", alias="as")
    """Whom they play: `lead`."""


class Reference(Part):
    """Where something said in the album is from."""

    called: ClassVar[Said] = say("a source")

    title: Text
    """The source's title: `Backstage`."""
    publisher: Text = ""
    """Who published it: `S-1`."""
    author: Text = ""
    """Who wrote it: `Souma`."""
    date: Day | None = None
    """When it came out: `2024-06-28`."""
    url: Text = ""
    """Where it can be read: `https://example.org/backstage`."""


class Album(Part):
    """A visual album."""

    called: ClassVar[Said] = say("the album")

    visualalbum: Edition
    """The edition of the manifest language: `1`."""
    title: Text = ""
    """The album's title: `Backstage`."""
    artist: Text = ""
    """Whose album it is: `S-1`."""
    released: Day | None = None
    """When it came out: `2024`."""
    languages: tuple[Language, ...] = ()
    """Its languages, the first one its own: `[ja, en]`."""
    cover: Picture | None = None
    """What the stage shows where nothing else is: `{image: stills/cover.png, alt: A tap shoe on a floor}`."""
    rights: Text = ""
    """The rights line: `© 2024 S-1`."""
    films: dict[Id, Film] = Field(default_factory=dict)
    """Its films by their ids: `{backstage: film/backstage.mp4}`."""
    tracks: tuple[Track, ...] = ()
    """Its songs in order: `[{audio: music/01.flac, film: backstage}]`."""
    notes: tuple[Note, ...] = ()
    """Its chapters: `[{title: How this happened, file: notes/how.md}]`."""
    gallery: tuple[Picture, ...] = ()
    """Pictures to look through: `[{image: stills/bts-01.jpg, alt: Chalk marks on a floor}]`."""
    credits: tuple[Credit, ...] = ()
    """Who made it: `[{name: Souma, role: tap dance}]`."""
    sources: tuple[Reference, ...] = ()
    """Where what it says is from: `[{title: Backstage, date: 2024}]`."""
    programme: tuple[ProgrammeItem, ...] = ()
    """The order of a show: `[leader 8s, locker-room, interval 2:00]`; left out, the tracks in order."""
    screenings: tuple[Screening, ...] = ()
    """When it is shown: `[{at: 2026-12-01 19:30 Asia/Tokyo, doors: 30 min}]`."""

    @property
    def track_ids(self) -> tuple[str, ...]:
        """One id for each track: its own, else its file's name without the ending, else track-N; -2 and on if taken."""
        taken = {track.id for track in self.tracks}
        times: Counter[str] = Counter()
        ids: list[str] = []
        for index, track in enumerate(self.tracks):
            name = base = track.id or (PurePosixPath(track.audio).stem if track.audio else f"track-{index + 1}")
            while track.id is None and name in taken:
                times[base] += 1
                name = f"{base}-{times[base] + 1}"
            taken.add(name)
            ids.append(name)
        return tuple(ids)

    def film(self, name: str | None) -> Film | None:
        """The film that an id or a file names; None is the album's only one.

        None where there is no such film, and where the name could be no file's.
        """
        if name is None:
            return next(iter(self.films.values())) if len(self.films) == 1 else None
        if name in self.films:
            return self.films[name]
        try:
            return Film(file=name) if looks_like_a_file(name) else None
        except ValidationError:
            return None

    def segments(self, track: Track) -> tuple[Segment, ...]:
        """A track's segments, each with its film named; a film without segments is one, the whole of it from 0."""
        if not track.segments:
            return (Segment(film=track.film),) if track.film else ()
        return tuple(one if one.film else one.model_copy(update={"film": track.film}) for one in track.segments)


def looks_like_a_file(name: str) -> bool:
    """Tell a file from an id: it has a folder or an ending."""
    return "/" in name or "\\" in name or "." in name[1:]
