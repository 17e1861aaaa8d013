"""Binding the booklet: what of an album's manifest goes into it."""

from __future__ import annotations

from pathlib import Path

from visualalbum.model import Album
from visualalbum.model.uses import path_of
from visualalbum.timeline.booklet import Booklet, Chapter, Plate


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
