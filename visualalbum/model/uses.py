"""Every file that an album names, with what it is used for and where it is named."""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from visualalbum.model.album import Album, looks_like_a_file
from visualalbum.model.pictures import Picture, Words
from visualalbum.said import say


class Purpose(Enum):
    """What a file is used for, in the words of a sentence about it."""

    SONG = say("a song")
    FILM = say("a film")
    PICTURE = say("a picture")
    LYRICS = say("lyrics")
    CAPTIONS = say("captions")
    TEXT = say("a text")


@dataclass(frozen=True)
class Use:
    """One file named at one place; `path` leads there, `name` is as it is written."""

    path: tuple[str | int, ...]
    name: str
    purpose: Purpose


def path_of(folder: Path, file: str) -> Path:
    """A file of a manifest in a folder as a path; `..` is legal, links stay as they are."""
    return Path(os.path.normpath(folder / file))


def uses(album: Album) -> Iterator[Use]:
    """Every use of a file, in the manifest's order of keys; a film named by id is used where it is declared."""
    if album.cover:
        yield _picture(("cover",), album.cover)
    for name, film in album.films.items():
        yield Use(("films", name, "file"), film.file, Purpose.FILM)
        yield from _words(("films", name, "captions"), film.captions, Purpose.CAPTIONS)
        yield from _words(("films", name, "synopsis"), film.synopsis, Purpose.TEXT)
        for index, entry in enumerate(film.diary):
            yield Use(("films", name, "diary", index, "file"), entry.file, Purpose.TEXT)
        for index, panel in enumerate(film.panels):
            yield _picture(("films", name, "panels", index), panel)
    for index in range(len(album.tracks)):
        yield from _of_track(album, index)
    for index, note in enumerate(album.notes):
        yield Use(("notes", index, "file"), note.file, Purpose.TEXT)
    for index, picture in enumerate(album.gallery):
        yield _picture(("gallery", index), picture)
    for index, item in enumerate(album.programme):
        yield from _film_file(album, ("programme", index, "film"), item.film)


def _of_track(album: Album, index: int) -> Iterator[Use]:
    track = album.tracks[index]
    if track.audio:
        yield Use(("tracks", index, "audio"), track.audio, Purpose.SONG)
    yield from _film_file(album, ("tracks", index, "film"), track.film)
    for count, segment in enumerate(track.segments):
        yield from _film_file(album, ("tracks", index, "segments", count, "film"), segment.film)
    for count, still in enumerate(track.stills):
        yield _picture(("tracks", index, "stills", count), still)
    if track.still:
        yield _picture(("tracks", index, "still"), track.still)
    yield from _words(("tracks", index, "lyrics"), track.lyrics, Purpose.LYRICS)
    yield from _words(("tracks", index, "essay"), track.essay, Purpose.TEXT)


def _picture(path: tuple[str | int, ...], picture: Picture) -> Use:
    return Use((*path, "image"), picture.image, Purpose.PICTURE)


def _words(path: tuple[str | int, ...], words: Words | None, purpose: Purpose) -> Iterator[Use]:
    if words:
        yield Use((*path, "file"), words.file, purpose)
        for language, file in words.translations.items():
            yield Use((*path, "translations", language), file, purpose)


def _film_file(album: Album, path: tuple[str | int, ...], name: str | None) -> Iterator[Use]:
    if name and name not in album.films and looks_like_a_file(name):
        yield Use(path, name, Purpose.FILM)
