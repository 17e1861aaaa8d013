"""Tags: title, artist, album, number, ISRC and the embedded cover, whatever the file calls them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import mutagen
import mutagen.flac
import mutagen.id3
import mutagen.mp4

_NAMES = {
    "title": ("TIT2", "\xa9nam", "title"),
    "artist": ("TPE1", "\xa9ART", "artist"),
    "album": ("TALB", "\xa9alb", "album"),
    "number": ("TRCK", "trkn", "tracknumber", "track"),
    "isrc": ("TSRC", "----:com.apple.iTunes:ISRC", "isrc"),
}
"""Our name of each tag, then ID3's, MP4's, and that of Vorbis comments and APE (any case)."""


def read_tags(path: Path) -> tuple[dict[str, str], bool]:
    """The tags that are there, under our names, and whether a cover is embedded; nothing for an unknown file."""
    file = open_tagged(path)
    if file is None or file.tags is None:
        return {}, bool(file and _covers(file))
    tags = {name: text for name, keys in _NAMES.items() if (text := _text(file.tags, keys))}
    return tags, _first_cover(file) is not None


def cover_bytes(path: Path) -> bytes | None:
    """The embedded cover as the bytes of a picture file, the front one first; None where there is none."""
    file = open_tagged(path)
    return None if file is None else _first_cover(file)


def open_tagged(path: Path) -> Any:
    """The file as mutagen knows it; None where it is none of its kinds."""
    try:
        return mutagen.File(path)
    except Exception:  # a parser's own mistakes on a damaged file (IndexError, struct.error) mean no tags as well
        return None


def value_of(tags: Any, key: str) -> Any:
    """What is kept under a key, in whatever the file calls a value; "" where nothing is."""
    try:
        return tags[key]
    except (KeyError, ValueError):  # ValueError: a key the format cannot have
        return ""


def _text(tags: Any, keys: Iterable[str]) -> str:
    for key in keys:
        value = value_of(tags, key)
        while isinstance(value, (list, tuple)) and value:
            value = value[0]
        if isinstance(value, bytes):
            value = value.decode(errors="replace")
        # Several values of one ID3 frame are joined by a NUL.
        text = str(value).split("\0")[0].strip()
        if text and not isinstance(value, (list, tuple)):
            return text
    return ""


def _first_cover(file: Any) -> bytes | None:
    covers = sorted(_covers(file), key=lambda cover: cover[0] != mutagen.id3.PictureType.COVER_FRONT)
    return next((data for _, data in covers if data), None)


def _covers(file: Any) -> list[tuple[int, bytes]]:
    """Every embedded picture as (type, bytes); types are those of ID3 and FLAC."""
    pictures = list(getattr(file, "pictures", ()))
    tags = file.tags if file.tags is not None else {}
    if isinstance(tags, mutagen.id3.ID3):
        pictures += tags.getall("APIC")
    found = [(int(picture.type), bytes(picture.data)) for picture in pictures]
    front = int(mutagen.id3.PictureType.COVER_FRONT)
    if isinstance(tags, mutagen.mp4.MP4Tags):
        found += [(front, bytes(cover)) for cover in tags.get("covr", ())]
    elif not isinstance(tags, mutagen.id3.ID3) and "metadata_block_picture" in tags:
        for text in tags["metadata_block_picture"]:
            try:
                picture = mutagen.flac.Picture(base64.b64decode(text))
            except (binascii.Error, mutagen.MutagenError, ValueError):
                continue
            found.append((int(picture.type), bytes(picture.data)))
    return found
