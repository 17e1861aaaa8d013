"""Which files of an album have a length: what must be probed before it can be put on a timeline."""

from __future__ import annotations

from pathlib import Path

from visualalbum.model import Album
from visualalbum.model.uses import path_of


def timed_files(album: Album, folder: Path) -> tuple[Path, ...]:
    """Every song and film of an album, in order of first use, each once."""
    files: list[str] = []
    for track in album.tracks:
        files += [track.audio] if track.audio else []
        films = (album.film(segment.film) for segment in album.segments(track))
        files += [film.file for film in films if film is not None]
    files += [film.file for film in album.films.values()]
    return tuple(dict.fromkeys(path_of(folder, file) for file in files))
