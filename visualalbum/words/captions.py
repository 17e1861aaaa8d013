"""Captions and lyrics in the formats of subtitles: SubRip, WebVTT, ASS; pysubs2 reads them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import say
from visualalbum.words import marked
from visualalbum.words.lines import Line, Lyrics, Singer

if TYPE_CHECKING:
    import pysubs2

_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
_LINE_SETTING = re.compile(r"^(.*-->.*\bline:(-?\d+)(?:\.\d+)?(%?).*)$", re.MULTILINE)
ON_TOP = "{\\an8}"
"""ASS's word for the top of the picture, which stands for WebVTT's settings too: pysubs2 drops those."""

UPPER_LINES = 7
"""WebVTT counts lines of text from the top, some fifteen to a picture."""


def parse(text: str, file: str, kind: str) -> tuple[Lyrics | None, list[Problem]]:
    """Read subtitles of a kind ("srt", "vtt" or "ass"); None where the text is none of that kind."""
    import pysubs2  # read by the workers that come here, and not by the window's process

    if kind == "vtt":
        # What stands between blank lines and is no cue is no text of the cue before it either.
        blocks = (block for block in re.split(r"\n[ \t]*\n", _lines(text)) if not _is_remark(block))
        text = "\n\n".join(_LINE_SETTING.sub(_with_place, block) for block in blocks)
    try:
        subtitles = pysubs2.SSAFile.from_string(text, kind, keep_html_tags=True)
    except (pysubs2.Pysubs2Error, ValueError, KeyError, IndexError, AttributeError) as error:
        reason = str(error) or type(error).__name__
        sentence = say("this cannot be read as {kind} ({reason})", kind=kind.upper(), reason=reason)
        remedy = say("mend it, or name another file")
        return None, [Problem(Place(file), Severity.ERROR, "not-captions", sentence, remedy)]
    events = (event for event in subtitles if not event.is_comment)
    lines = sorted((_line(event, subtitles.styles.get(event.style)) for event in events), key=lambda one: one.start_us)
    if not lines:
        sentence = say("no caption with a time is in this file")
        remedy = say("write them like 00:01.000 --> 00:02.500, the text below")
        return Lyrics(), [Problem(Place(file), Severity.WARNING, "no-lines", sentence, remedy)]
    singers = dict.fromkeys(line.singer for line in lines if line.singer)
    return Lyrics(tuple(lines), singers=tuple(Singer(name, name) for name in singers)), []


def _line(event: pysubs2.SSAEvent, style: pysubs2.SSAStyle | None) -> Line:
    on_top = style is not None and int(style.alignment) >= 7
    found = marked.read(event.text, slants=style is not None and style.italic, on_top=on_top)
    voice = _VOICE.search(event.text)
    singer = html.unescape(voice[1]).strip() if voice else event.name.strip()
    start_us, end_us = event.start * 1000, max(event.start, event.end) * 1000
    return Line(max(0, start_us), found.text, (), max(0, end_us), singer, italics=found.italics, on_top=found.on_top)


def _with_place(match: re.Match[str]) -> str:
    """The line with a cue's times, and the mark of its place below it where that is in the upper half."""
    timing, number, percent = match[1], int(match[2]), match[3]
    return f"{timing}\n{ON_TOP}" if 0 <= number < (50 if percent else UPPER_LINES) else timing


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_remark(block: str) -> bool:
    first = block.lstrip("\n").split(maxsplit=1)
    return bool(first) and first[0] in ("NOTE", "STYLE", "REGION")
