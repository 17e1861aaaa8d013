"""The formats words can be written in, by the ending of a file, and what of some words a format loses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from visualalbum.words.lines import Line, Lyrics, overs_us
from visualalbum.words.write import captions, lrc, plain, ttml


class Part(StrEnum):
    """What words may hold besides lines of text; the value says it to people."""

    TIMES = "times"
    WORDS = "times of words"
    WORD_ENDS = "ends of words"
    SINGERS = "names of who sings"
    BACKING = "backing voices"
    TRANSLATIONS = "translations"
    TRANSLITERATIONS = "transliterations"
    BREAKS = "breaks within lines"
    ITALICS = "italics"
    PLACES = "places at the top of the picture"
    BRACES = "braces, written as round brackets"
    TAGS = "remarks about the whole"


@dataclass(frozen=True)
class Format:
    """How words are written, what of them is carried, and the steps that times are rounded to, in microseconds."""

    name: str
    write: Callable[[Lyrics], str]
    carries: frozenset[Part]
    step_us: int
    tags: frozenset[str] = frozenset()
    """The remarks that it has a place for."""


@dataclass(frozen=True)
class Loss:
    """So many of something are left out; `kept_by` are endings of files that carry it."""

    what: str
    number: int
    kept_by: tuple[str, ...]


_CAPTIONS = frozenset({Part.TIMES, Part.BREAKS, Part.ITALICS})

FORMATS = {
    ".lrc": Format(
        "LRC", partial(lrc.write, words=False), frozenset({Part.TIMES, Part.BRACES}), 1000, frozenset(lrc.TAGS)
    ),
    ".elrc": Format(
        "enhanced LRC",
        partial(lrc.write, words=True),
        frozenset({Part.TIMES, Part.WORDS, Part.BRACES}),
        1000,
        frozenset(lrc.TAGS),
    ),
    ".ttml": Format(
        "TTML", ttml.write, frozenset(Part) - {Part.BREAKS, Part.ITALICS, Part.PLACES, Part.TAGS}, 1, frozenset({"la"})
    ),
    ".srt": Format("SubRip", partial(captions.write, kind="srt"), _CAPTIONS | {Part.PLACES}, 1000),
    ".vtt": Format(
        "WebVTT", partial(captions.write, kind="vtt"), _CAPTIONS | {Part.PLACES, Part.SINGERS, Part.BRACES}, 1000
    ),
    ".ass": Format("ASS", partial(captions.write, kind="ass"), _CAPTIONS | {Part.PLACES, Part.SINGERS}, 10_000),
    ".txt": Format("plain text", plain.write, frozenset({Part.BREAKS, Part.BRACES}), 1),
}
"""By the ending of a file."""


def losses(lyrics: Lyrics, form: Format) -> list[Loss]:
    """What of some words is not to be found in a file of a format, in the order of `Part`."""
    found = [Loss(part, number, _keepers(part)) for part, number in _counts(lyrics) if part not in form.carries]
    tags = [name for name, _ in lyrics.tags if name not in form.tags and name != "offset"]  # applied already
    if tags:
        keepers = tuple(ending for ending, other in FORMATS.items() if other.tags.issuperset(tags))
        found.append(Loss(f"{Part.TAGS} ({', '.join(dict.fromkeys(tags))})", len(tags), keepers))
    uneven = sum(any(time_us % form.step_us for time_us in _times(line)) for line in lyrics.lines)
    if uneven and Part.TIMES in form.carries:
        finer = tuple(ending for ending, other in FORMATS.items() if other.step_us < form.step_us)
        timed = tuple(ending for ending in finer if Part.TIMES in FORMATS[ending].carries)
        found.append(Loss(f"fractions of {form.step_us // 1000} ms", uneven, timed))
    return found


def _keepers(part: Part) -> tuple[str, ...]:
    return tuple(ending for ending, form in FORMATS.items() if part in form.carries)


def _counts(lyrics: Lyrics) -> Iterator[tuple[Part, int]]:
    lines = lyrics.lines
    voices = [voice for line in lines for voice in (line, line.backing) if voice]
    numbers: dict[Part, Iterable[object]] = {
        Part.TIMES: lines,
        Part.WORDS: [word for line in lines for word in line.words],
        Part.WORD_ENDS: [None for voice in voices for _ in _word_ends(voice)],
        Part.SINGERS: [line for line in lines if line.singer],
        Part.BACKING: [line for line in lines if line.backing],
        Part.TRANSLATIONS: [None for line in lines for _ in line.translations],
        Part.TRANSLITERATIONS: [line for line in lines if line.transliteration],
        Part.BREAKS: [line for line in lines if "\n" in line.text],
        Part.ITALICS: [line for line in lines if line.italics],
        Part.PLACES: [line for line in lines if line.on_top],
        Part.BRACES: [line for line in lines if "{" in line.text or "}" in line.text],
    }
    for part, found in numbers.items():
        if number := sum(1 for _ in found):
            yield part, number


def _word_ends(voice: Line) -> Iterator[int]:
    """Ends of words that are not where the next one starts, or where the line ends."""
    for word, usual in zip(voice.words, overs_us(voice), strict=True):
        if word.end_us is not None and word.end_us != usual:
            yield word.end_us


def _times(line: Line) -> Iterator[int]:
    yield line.start_us
    if line.end_us is not None:
        yield line.end_us
    yield from (word.start_us for word in line.words)
