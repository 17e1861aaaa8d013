"""What goes with an album as a whole: chapters, pictures, people, sources, rights; none of it has a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from visualalbum.model import Album, Credit, Picture, Reference
from visualalbum.model.uses import path_of


@dataclass(frozen=True)
class Chapter:
    """A chapter of the notes: its name, which may be empty, and its Markdown file."""

    title: str
    path: Path


@dataclass(frozen=True)
class Plate:
    """A picture to look at, with what is said about it."""

    path: Path
    picture: Picture


@dataclass(frozen=True)
class Booklet:
    """All that lies in the sleeve, in the manifest's order."""

    chapters: tuple[Chapter, ...] = ()
    plates: tuple[Plate, ...] = ()
    credits: tuple[Credit, ...] = ()
    sources: tuple[Reference, ...] = ()
    rights: str = ""
    released: str = ""


def booklet(album: Album, folder: Path) -> Booklet:
    """The booklet of an album whose paths count from `folder`.

    A film's diary and panels are chapters and plates too, after those of the album.
    """
    chapters = [Chapter(note.title, path_of(folder, note.file)) for note in album.notes]
    plates = [Plate(path_of(folder, picture.image), picture) for picture in album.gallery]
    for film in album.films.values():
        for entry in film.diary:
            title = " — ".join(filter(None, (entry.date, entry.title)))
            chapters.append(Chapter(title, path_of(folder, entry.file)))
        plates += [Plate(path_of(folder, panel.image), panel) for panel in film.panels]
    return Booklet(tuple(chapters), tuple(plates), album.credits, album.sources, album.rights, album.released or "")
