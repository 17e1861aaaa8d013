"""Captions and lyrics in the formats of subtitles: SubRip, WebVTT, ASS; pysubs2 reads them."""

from __future__ import annotations

import html
import re

import pysubs2

from visualalbum.problems import Place, Problem, Severity
from visualalbum.words.lines import Line, Lyrics, Singer

_TAG = re.compile(r"</?[A-Za-z][^>]*>|<\d[\d:.]*>")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
_BLANK = re.compile(r"\n[ \t]*\n")


def parse(text: str, file: str, kind: str) -> tuple[Lyrics | None, list[Problem]]:
    """Read subtitles of a kind ("srt", "vtt" or "ass"); None where the text is none of that kind."""
    if kind == "vtt":
        # What stands between blank lines and is no cue is no text of the cue before it either.
        text = "\n\n".join(block for block in re.split(r"\n[ \t]*\n", _lines(text)) if not _is_remark(block))
    try:
        subtitles = pysubs2.SSAFile.from_string(text, kind, keep_html_tags=True)
    except (pysubs2.Pysubs2Error, ValueError, KeyError, IndexError, AttributeError) as error:
        sentence = f"this cannot be read as {kind.upper()} ({error or type(error).__name__})"
        return None, [Problem(Place(file), Severity.ERROR, "not-captions", sentence, "mend it, or name another file")]
    lines = sorted((_line(event) for event in subtitles if not event.is_comment), key=lambda line: line.start_us)
    if not lines:
        sentence = "no caption with a time is in this file"
        remedy = "write them like 00:01.000 --> 00:02.500, the text below"
        return Lyrics(), [Problem(Place(file), Severity.WARNING, "no-lines", sentence, remedy)]
    singers = dict.fromkeys(line.singer for line in lines if line.singer)
    return Lyrics(tuple(lines), singers=tuple(Singer(name, name) for name in singers)), []


def _line(event: pysubs2.SSAEvent) -> Line:
    text = _BLANK.split(event.plaintext, maxsplit=1)[0]  # a number or a name below is the next one's
    voice = _VOICE.search(text)
    singer = html.unescape(voice[1]).strip() if voice else event.name.strip()
    start_us, end_us = event.start * 1000, max(event.start, event.end) * 1000
    return Line(max(0, start_us), html.unescape(_TAG.sub("", text)).strip(), (), max(0, end_us), singer)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_remark(block: str) -> bool:
    first = block.lstrip("\n").split(maxsplit=1)
    return bool(first) and first[0] in ("NOTE", "STYLE", "REGION")
