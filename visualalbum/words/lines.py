"""Lyrics as values: lines with their times, and words with theirs where the text gives them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word, or a syllable of one, and when it starts; its spaces belong to it."""

    start_us: int
    text: str


@dataclass(frozen=True)
class Line:
    """A line from its start until the next one's, or until `end_us` where the text says so; empty text is a pause."""

    start_us: int
    text: str
    words: tuple[Word, ...] = ()
    end_us: int | None = None


@dataclass(frozen=True)
class Lyrics:
    """Lines in order of their times, and what the text says about itself: `ti`, `ar`, `la` and so on."""

    lines: tuple[Line, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
