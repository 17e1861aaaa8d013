"""Words as subtitles: SubRip, WebVTT, ASS; pysubs2 writes them."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from visualalbum.words.captions import ON_TOP
from visualalbum.words.lines import Line, Lyrics, end_us

_SLANTS = {"ass": ("{\\i1}", "{\\i0}"), "srt": ("<i>", "</i>"), "vtt": ("<i>", "</i>")}
_PLACED = re.compile(rf"^(.* --> .*)\n{re.escape(ON_TOP)}", re.MULTILINE)
_MARK_LIKE = re.compile(r"<(?=/?\w)")
_ROUND = str.maketrans("{}", "()")
_LETTERS = {ord("{"): "&#123;", ord("}"): "&#125;"}
"""In WebVTT braces are letters, and readers that know ASS take them for marks all the same."""


def write(lyrics: Lyrics, *, kind: str) -> str:
    """The text of subtitles of a kind ("srt", "vtt", "ass"). A line without an end is on until the next one starts."""
    import pysubs2

    names = {singer.id: singer.name or singer.id for singer in lyrics.singers}
    subtitles = pysubs2.SSAFile()
    for number, line in enumerate(lyrics.lines):
        if not line.text:
            continue  # a pause: the line before it ends there
        name = names.get(line.singer, line.singer)
        text = _text(line, kind)
        if kind == "vtt" and name:
            text = f"<v {html.escape(name, quote=False)}>{text}"
        start_ms, end_ms = round(line.start_us / 1000), round(end_us(lyrics.lines, number) / 1000)
        event = pysubs2.SSAEvent(start_ms, max(start_ms, end_ms), (ON_TOP if line.on_top else "") + text)
        event.name = name.replace(",", " ") if kind == "ass" else ""
        subtitles.append(event)
    written = subtitles.to_string(kind, keep_ssa_tags=True)
    # pysubs2 has no places for WebVTT.
    return _PLACED.sub(r"\1 line:0\n", written) if kind == "vtt" else written


def _text(line: Line, kind: str) -> str:
    """The text with marks where it slants, and with escapes where it would be taken for marks."""
    on, off = _SLANTS[kind]
    edges = [0, *(edge for part in line.italics for edge in part), len(line.text)]
    told = ""
    for number, (start, end) in enumerate(pairwise(edges)):
        mark = "" if number == 0 else on if number % 2 else off
        told += mark + _literal(line.text[start:end], kind)
    return told.replace("\n", "\\N") if kind == "ass" else told


def _literal(text: str, kind: str) -> str:
    if kind == "vtt":
        return html.escape(text, quote=False).translate(_LETTERS)
    text = text.translate(_ROUND)
    # Most players of these show an escape as it is written: only what would be lost is escaped.
    return html.escape(text, quote=False) if html.unescape(text) != text or _MARK_LIKE.search(text) else text
