"""The text of a caption without its marks, and what of them is kept: where it slants, and whether it stands on top."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_MARK = re.compile(r"(\{[^}]*\}|</?[A-Za-z][^>]*>|<\d[\d:.]*>)")
_SLANT_ON = re.compile(r"<i[\s.>]|\{.*\\i1\b", re.IGNORECASE)
_SLANT_OFF = re.compile(r"</i\s*>|\{.*\\i0\b", re.IGNORECASE)
_PLACE = re.compile(r"\\an([1-9])")
_BLANK = re.compile(r"\n[ \t]*\n")
_BREAKS = {"\\N": "\n", "\\n": "\n", "\\h": "\u00a0"}


@dataclass(frozen=True)
class Marked:
    """A caption's text; `italics` are the first letter and the one past the last of every part that slants."""

    text: str
    italics: tuple[tuple[int, int], ...] = ()
    on_top: bool = False


def read(text: str, *, slants: bool = False, on_top: bool = False) -> Marked:
    """Read the text of a caption, its marks those of HTML or of ASS; the rest is what holds where no mark says so.

    What stands below a blank line is not part of it: it is the number or the name of the next one.
    """
    parts: list[tuple[str, bool]] = []
    for piece in _MARK.split(text):
        if not _MARK.fullmatch(piece):
            for written, meant in _BREAKS.items():
                piece = piece.replace(written, meant)
            parts.append((html.unescape(piece), slants))
        elif _SLANT_ON.match(piece):
            slants = True
        elif _SLANT_OFF.match(piece):
            slants = False
        elif place := _PLACE.search(piece):
            on_top = place[1] in "789"
    whole = _BLANK.split("".join(part for part, _ in parts), maxsplit=1)[0]
    plain = whole.strip()
    first = len(whole) - len(whole.lstrip())
    return Marked(plain, tuple(_slanting(parts, first, len(plain))), on_top)


def _slanting(parts: list[tuple[str, bool]], first: int, length: int) -> list[tuple[int, int]]:
    """Where parts slant, counted from the letter that the text starts with; parts that touch are one."""
    found: list[tuple[int, int]] = []
    place = -first
    for part, slants in parts:
        start, end = max(0, place), min(length, place + len(part))
        place += len(part)
        if slants and start < end:
            start = found.pop()[0] if found and found[-1][1] == start else start
            found.append((start, end))
    return found
