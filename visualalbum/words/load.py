"""Lyrics and captions from a file, by its ending: LRC, enhanced LRC, TTML, SubRip, WebVTT, ASS."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from visualalbum.problems import Problem
from visualalbum.textfile import UnreadableError, decode, read_bytes
from visualalbum.words import captions, lrc, ttml
from visualalbum.words.lines import Lyrics

READERS: dict[str, Callable[[str, str], tuple[Lyrics | None, list[Problem]]]] = {
    ".lrc": lrc.parse,
    ".elrc": lrc.parse,
    ".ttml": ttml.parse,
    ".dfxp": ttml.parse,
    ".srt": partial(captions.parse, kind="srt"),
    ".vtt": partial(captions.parse, kind="vtt"),
    ".ass": partial(captions.parse, kind="ass"),
    ".ssa": partial(captions.parse, kind="ass"),
}
"""What reads a text, by the ending of its file; called with the text and the file's name for problems."""


def load(path: Path) -> tuple[Lyrics | None, list[Problem]]:
    """Read a file of lyrics or captions by its ending; None where it cannot be read, and then a problem says why.

    A file of another ending gives None and no problem: it is kept for those who can read it.
    """
    read = READERS.get(path.suffix.lower())
    if read is None:
        return None, []
    try:
        text = decode(read_bytes(path), str(path))
    except UnreadableError as refusal:
        return None, [refusal.problem]
    return read(text, str(path))
