"""Words as plain text, for people to read."""

from __future__ import annotations

from visualalbum.words.lines import Lyrics


def write(lyrics: Lyrics) -> str:
    """A line for each line, an empty one for a pause."""
    return "".join(f"{line.text}\n" for line in lyrics.lines)
