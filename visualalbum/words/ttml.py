"""TTML lyrics and captions (W3C TTML 2), with what lyric sites add: word spans, singers, backing voices, translations.

Singers are `ttm:agent`s; spans with `ttm:role` `x-bg` are backing voices, `x-translation` and `x-roman` the line in
another language and in Latin letters. Times of what lies in a timed element count from its start, as TTML has it,
unless they lie within its own times when read as times of the song: so all programs for lyrics write them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said, say
from visualalbum.textfile import UnreadableError
from visualalbum.timecode import shown
from visualalbum.words.lines import Line, Lyrics, Singer, Word
from visualalbum.words.markup import Element
from visualalbum.words.markup import parse as parse_xml

XML = "http://www.w3.org/XML/1998/namespace"
METADATA = "http://www.w3.org/ns/ttml#metadata"
PARAMETER = "http://www.w3.org/ns/ttml#parameter"

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:\.(\d{1,9})|:(\d{1,3}))?", re.ASCII)
_OFFSET = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?", re.ASCII)
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class _Span:
    """When an element is on, in seconds; the end is None where nothing tells it."""

    start: Fraction
    end: Fraction | None


def parse(text: str, file: str) -> tuple[Lyrics | None, list[Problem]]:
    """Read a TTML document; what cannot be read is told and left out, None where it is no TTML at all."""
    try:
        root = parse_xml(text, file)
    except UnreadableError as refusal:
        return None, [refusal.problem]
    reader = _Reader(root, file)
    if root.local != "tt":
        sentence = say("this is XML, but its root is {root} and not tt", root=shown(root.local))
        reader.warn(root, "not-ttml", sentence, say("name another file"))
        return None, reader.problems
    return reader.read(), reader.problems


class _Reader:
    def __init__(self, root: Element, file: str) -> None:
        self._root = root
        self._file = file
        self.problems: list[Problem] = []
        self._frame_rate = self._rate("frameRate", 30)
        multiplier = (root.get("frameRateMultiplier", PARAMETER) or "1 1").split()
        if len(multiplier) == 2 and all(word.isdecimal() and int(word) for word in multiplier):
            self._frame_rate *= Fraction(int(multiplier[0]), int(multiplier[1]))
        # Where nothing is said a tick is a second (TTML 2, 7.2.15), but with a frame rate it is a frame.
        self._tick_rate = self._rate("tickRate", self._frame_rate if root.get("frameRate", PARAMETER) else 1)

    def read(self) -> Lyrics:
        """All lines of the document in the order of their times."""
        lines: list[Line] = []
        # Each element with the times of the timed one that it lies in, and its singer.
        waiting = [(element, _Span(Fraction(0), None), "") for element in self._root.every("body")]
        while waiting:
            element, around, singer = waiting.pop()
            span = self._span(element, around) or around
            singer = element.get("agent", METADATA) or singer
            if element.local == "p":
                lines += [] if (line := self._line(element, span, singer)) is None else [line]
            else:
                waiting += [(child, span, singer) for child in element.elements()]
        if not lines:
            self.warn(self._root, "no-lines", say("no line of these words has a time"), say("give each p a begin"))
        singers = tuple(
            Singer(
                agent.get("id", XML) or "",
                _plain(" ".join(name.text() for name in agent.every("name"))),
                group=agent.get("type") == "group",
            )
            for agent in self._root.every("agent")
        )
        language = self._root.get("lang", XML)
        tags = (("la", language),) if language else ()
        return Lyrics(tuple(sorted(lines, key=lambda line: line.start_us)), tags, singers)

    def warn(self, element: Element, rule: str, sentence: Said, remedy: Said) -> None:
        """Tell of something that is left out."""
        place = Place(self._file, element.line, element.column)
        self.problems.append(Problem(place, Severity.WARNING, rule, sentence, remedy))

    def _line(self, p: Element, span: _Span, singer: str) -> Line | None:
        """The line of a paragraph; None where it has no time."""
        timed = [part for part in p.every("span") if part.get("begin") is not None]
        if p.get("begin") is None and not timed:
            if _plain(p.text()):
                sentence = say("this line has no time and is not shown")
                self.warn(p, "no-line-time", sentence, say("give it a begin"))
            return None
        line = self._voice(p, span)
        for part in p.elements():
            role = part.get("role", METADATA) or ""
            if role == "x-bg":
                backing = self._voice(part, self._span(part, span) or span)
                line = replace(line, backing=replace(backing, text=backing.text.strip("()")))
            elif role == "x-translation":
                translation = (part.get("lang", XML) or "", _plain(part.text()))
                line = replace(line, translations=(*line.translations, translation))
            elif role == "x-roman":
                line = replace(line, transliteration=_plain(part.text()))
        return replace(line, singer=singer)

    def _voice(self, element: Element, span: _Span) -> Line:
        """What one voice sings in an element: its text, and its words where spans give them times."""
        words: list[Word] = []
        text = ""
        for part in element.parts:
            if isinstance(part, str):
                own, piece = None, part
            elif (part.get("role", METADATA) or "").startswith("x-"):
                continue
            else:
                own, piece = self._span(part, span), " " if part.local == "br" else part.text()
            piece = _SPACE.sub(" ", piece)
            text += piece
            if own is not None and isinstance(part, Element) and piece.strip():
                if words and _us(own.start) < words[-1].start_us:
                    sentence = say("the word {word} starts before the one in front of it", word=shown(piece.strip()))
                    self.warn(part, "word-order", sentence, say("mend its time"))
                    own = _Span(Fraction(words[-1].start_us, 10**6), own.end)
                words.append(Word(_us(own.start), piece, None if own.end is None else _us(own.end)))
            elif words:
                words[-1] = replace(words[-1], text=words[-1].text + piece)
        start = span.start if element.get("begin") is not None or not words else Fraction(words[0].start_us, 10**6)
        end_us = None if span.end is None else _us(span.end)
        return Line(_us(start), _plain(text), tuple(words), end_us)

    def _span(self, element: Element, around: _Span) -> _Span | None:
        """The times that an element gives itself; None where it gives none."""
        begin, end, dur = (self._time(element, name) for name in ("begin", "end", "dur"))
        if begin is None and end is None and dur is None:
            return None
        start = begin or Fraction(0)
        if end is None and dur is not None:
            end = start + dur
        if end is not None and end < start:
            self.warn(element, "end-before-begin", say("this ends before it begins"), say("mend its times"))
            end = start
        inside = around.start <= start and (around.end is None or start <= around.end)
        if not inside or begin is None:
            start, end = start + around.start, None if end is None else end + around.start
        return _Span(start, around.end if end is None else end)

    def _time(self, element: Element, name: str) -> Fraction | None:
        """A time attribute in seconds; None where there is none, or none that can be read, which is told."""
        text = element.get(name)
        if text is None:
            return None
        text = text.strip()
        if found := _CLOCK.fullmatch(text):
            hours, minutes, seconds, fraction, frames = found.groups()
            whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
            part = Fraction(int(fraction), 10 ** len(fraction)) if fraction else Fraction(0)
            return whole + part + (int(frames) / self._frame_rate if frames else 0)
        if found := _OFFSET.fullmatch(text):
            value = Fraction(found[1])
            match found[2]:
                case "h":
                    return value * 3600
                case "m":
                    return value * 60
                case "ms":
                    return value / 1000
                case "f":
                    return value / self._frame_rate
                case "t":
                    return value / self._tick_rate
            return value
        sentence = say("{name} {text} is no time of TTML", name=name, text=shown(text))
        self.warn(element, "bad-time", sentence, say("write it like 00:01:02.500 or 62.5s"))
        return None

    def _rate(self, name: str, usual: Fraction | int) -> Fraction:
        text = self._root.get(name, PARAMETER)
        if text is None or (text.isdecimal() and 0 < int(text) < 10**9):
            return Fraction(text or usual)
        sentence = say("{name} {text} is no whole number from 1 on", name=name, text=shown(text))
        self.warn(self._root, "bad-rate", sentence, say("mend it"))
        return Fraction(usual)


def _plain(text: str) -> str:
    """Text with its runs of spaces as one, none at its ends."""
    return _SPACE.sub(" ", text).strip()


def _us(seconds: Fraction) -> int:
    return round(seconds * 1_000_000)
