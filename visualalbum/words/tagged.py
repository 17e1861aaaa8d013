"""Words out of a song's tags: pieces with times put together to lines, or a text, which may be LRC."""

from __future__ import annotations

import re
from collections.abc import Sequence

from visualalbum.problems import Problem
from visualalbum.words import lrc
from visualalbum.words.lines import Line, Lyrics, Word

_TIMED = re.compile(r"^\s*\[\d{1,4}:\d{1,2}", re.MULTILINE)


def of_pieces(pieces: Sequence[tuple[int, str]]) -> Lyrics:
    """Lines of pieces with their starts in microseconds. Where any piece has a line end, lines begin with those that
    have one at their start, or follow one that has it at its end (ID3v2.4, 4.9); else each piece is a line."""
    by_words = any("\n" in text.strip("\r\n") or text[:1] == "\n" or text[-1:] == "\n" for _, text in pieces[1:])
    lines: list[list[Word]] = []
    fresh = True
    for start_us, piece in sorted(pieces, key=lambda one: one[0]):
        text = piece.replace("\r", "")
        if fresh or not by_words or text.startswith("\n"):
            lines.append([])
        lines[-1].append(Word(start_us, text.strip("\n").replace("\n", " ")))
        fresh = text.endswith("\n")
    return Lyrics(tuple(_line(words) for words in lines))


def of_text(text: str, file: str) -> tuple[Lyrics | None, list[Problem]]:
    """The lines of a text that is LRC; None where no line of it has a time."""
    return lrc.parse(text, file) if _TIMED.search(text) else (None, [])


def _line(words: list[Word]) -> Line:
    text = "".join(word.text for word in words).strip()
    return Line(words[0].start_us, text, tuple(words) if len(words) > 1 else ())
