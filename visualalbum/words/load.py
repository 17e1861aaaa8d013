"""Lyrics from a file; the formats this project reads so far are LRC and enhanced LRC."""

from __future__ import annotations

from pathlib import Path

from visualalbum.problems import Problem
from visualalbum.textfile import UnreadableError, decode, read_bytes
from visualalbum.words import lrc
from visualalbum.words.lines import Lyrics

ENDINGS = (".lrc", ".elrc")


def load(path: Path) -> tuple[Lyrics | None, list[Problem]]:
    """Read a file of lyrics by its ending; None where it cannot be read at all, and then a problem says why.

    A file of another ending gives None and no problem: it is kept for those who can read it.
    """
    if path.suffix.lower() not in ENDINGS:
        return None, []
    try:
        text = decode(read_bytes(path), str(path))
    except UnreadableError as refusal:
        return None, [refusal.problem]
    return lrc.parse(text, str(path))
