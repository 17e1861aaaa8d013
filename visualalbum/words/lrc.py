"""LRC lyrics, plain and enhanced: times in brackets before lines, times in angle brackets before words."""

from __future__ import annotations

import re
from dataclasses import replace

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said, say
from visualalbum.timecode import shown
from visualalbum.words.lines import Line, Lyrics, Word

# Minutes, seconds, and a fraction after a dot or, as some programs write, a colon.
_TIME = r"(\d{1,4}):(\d{1,2})(?:[.:](\d{1,3}))?"
_LINE_TIME = re.compile(rf"\s*\[{_TIME}\]", re.ASCII)
_WORD_TIME = re.compile(rf"<{_TIME}>", re.ASCII)
_TAG = re.compile(r"\s*\[([A-Za-z#][A-Za-z_#]*):(.*)\]\s*")
_OFFSET = re.compile(r"[+-]?\d{1,7}", re.ASCII)
_MAX_UNTIMED = 3  # a text with more lines without times is told of once


def parse(text: str, file: str) -> tuple[Lyrics, list[Problem]]:
    """Read LRC text; what cannot be read is told and left out.

    `[offset:+500]` makes all lines come 500 ms sooner: the sign of the format's first player and of most since.
    Of a line with several times, word times belong to the first and move along with the others.
    """
    reader = _Reader(file)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), start=1):
        reader.read(line, number)
    return reader.finish()


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._lines: list[Line] = []
        self._tags: list[tuple[str, str]] = []
        self._offset_us = 0
        self._untimed: list[int] = []

    def read(self, line: str, number: int) -> None:
        """Take one line of the text."""
        starts: list[int] = []
        position = 0
        while found := _LINE_TIME.match(line, position):
            starts.append(self._us(found, number))
            position = found.end()
        if starts:
            self._add(starts, line[position:], number, position + 1)
        elif tag := _TAG.fullmatch(line):
            self._add_tag(tag[1].lower(), tag[2].strip(), number)
        elif line.strip():
            self._untimed.append(number)

    def finish(self) -> tuple[Lyrics, list[Problem]]:
        """Put the lines in order and move them by the offset."""
        if not self._lines:
            self._warn(1, 1, "no-lines", say("no line of these lyrics has a time"), say("start each with [MM:SS.ff]"))
        elif len(self._untimed) > _MAX_UNTIMED:
            more = len(self._untimed) - 1
            sentence = say("this line and {more} more have no time and are not shown", more=more)
            self._warn(self._untimed[0], 1, "no-line-time", sentence, say("start them with [MM:SS.ff]"))
        else:
            for number in self._untimed:
                sentence = say("this line has no time and is not shown")
                self._warn(number, 1, "no-line-time", sentence, say("start it with [MM:SS.ff]"))
        lines = sorted((line.moved(-self._offset_us) for line in self._lines), key=lambda line: line.start_us)
        return Lyrics(tuple(lines), tuple(self._tags)), self._problems

    def _add(self, starts: list[int], text: str, number: int, column: int) -> None:
        pieces = _WORD_TIME.split(text)  # text, minutes, seconds, fraction, text, ...
        words = [Word(starts[0], pieces[0].lstrip())] if pieces[0].strip() and len(pieces) > 1 else []
        for found, piece in zip(_WORD_TIME.finditer(text), pieces[4::4], strict=True):
            start_us = self._us(found, number, column)
            if words and start_us < words[-1].start_us:
                sentence = say("the word {word} starts before the one in front of it", word=shown(piece.strip()))
                self._warn(number, column + found.start(), "word-order", sentence, say("mend its time"))
                start_us = words[-1].start_us
            words.append(Word(start_us, piece))
        end_us = words.pop().start_us if words and not words[-1].text.strip() else None
        plain = "".join(word.text for word in words) if words else pieces[0] if len(pieces) == 1 else ""
        for start in starts:
            moved_us = start - starts[0]
            moved = tuple(replace(word, start_us=word.start_us + moved_us) for word in words)
            self._lines.append(Line(start, plain.strip(), moved, end_us + moved_us if end_us is not None else None))

    def _add_tag(self, name: str, value: str, number: int) -> None:
        self._tags.append((name, value))
        if name != "offset":
            return
        if _OFFSET.fullmatch(value):
            self._offset_us = int(value) * 1000
        else:
            sentence = say("the offset {offset} is not a number of milliseconds", offset=shown(value))
            self._warn(number, 1, "bad-offset", sentence, say("write it like [offset:+500]"))

    def _us(self, found: re.Match[str], number: int, column: int = 1) -> int:
        minutes, seconds, fraction = int(found[1]), int(found[2]), found[3] or ""
        if seconds >= 60:
            sentence = say("the time {time} has more than 59 seconds", time=shown(found[0].strip()))
            self._warn(number, column + found.start(), "bad-time", sentence, say("carry them over to the minutes"))
        return (minutes * 60 + seconds) * 1_000_000 + int(fraction.ljust(6, "0"))

    def _warn(self, line: int, column: int, rule: str, sentence: Said, remedy: Said) -> None:
        self._problems.append(Problem(Place(self._file, line, column), Severity.WARNING, rule, sentence, remedy))
