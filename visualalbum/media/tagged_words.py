"""Words in the tags of a song: ID3's SYLT and USLT, Vorbis comments' LYRICS, MP4's lyrics."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mutagen.id3

from visualalbum.media.tags import open_tagged, value_of

_TEXTS = ("syncedlyrics", "lyrics", "unsyncedlyrics", "unsynced lyrics", "\xa9lyr")
"""Vorbis comments and APE (any case), and MP4; the one with times first."""

MILLISECONDS = 2
"""What ID3 calls times that are no frames of MPEG (ID3v2.4, 4.9)."""


@dataclass(frozen=True)
class TaggedWords:
    """Pieces with their starts in microseconds where the tag has times; else `text`, which may be LRC."""

    text: str = ""
    pieces: tuple[tuple[int, str], ...] = ()


def tagged_words(path: Path) -> TaggedWords | None:
    """The words in a song's tags, those with times before others; None where there are none, or no tags."""
    file = open_tagged(path)
    tags: Any = None if file is None else file.tags
    if not tags:
        return None
    if isinstance(tags, mutagen.id3.ID3):
        for frame in tags.getall("SYLT"):
            if frame.format == MILLISECONDS and frame.text:
                return TaggedWords(pieces=tuple((time_ms * 1000, text) for text, time_ms in frame.text))
        texts = [str(frame.text) for frame in tags.getall("USLT")]
    else:
        texts = [str(values[0]) for name in _TEXTS if (values := value_of(tags, name))]
    return next((TaggedWords(text) for text in texts if text.strip()), None)
