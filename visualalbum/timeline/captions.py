"""Captions on the programme: what is to be read of the films that are heard, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from visualalbum.timeline.cues import HeardFilm, TextFile
from visualalbum.words import Line
from visualalbum.words.lines import end_us


@dataclass(frozen=True)
class CaptionCue:
    """What is to be read from `start_us` to `end_us` of the programme: a line, or several that are said at once."""

    start_us: int
    end_us: int
    lines: tuple[Line, ...]


def languages(heard: Iterable[HeardFilm]) -> tuple[str, ...]:
    """The languages that captions are in, each once: those of the first film first, as the manifest has them."""
    return tuple(dict.fromkeys(file.language for film in heard for file in film.captions))


def in_language(heard: HeardFilm, language: str) -> TextFile | None:
    """The film's captions in a language; None where it has none."""
    return next((file for file in heard.captions if file.language == language), None)


def caption_cues(heard: Iterable[tuple[HeardFilm, tuple[Line, ...]]]) -> tuple[CaptionCue, ...]:
    """The lane of captions for films in the order of the programme, each with its lines in film time.

    A line that begins before the in-point or lasts beyond the out-point is cut to the stretch that is heard.
    """
    return tuple(cue for film, lines in heard for cue in _laid_flat(_placed(film, lines)))


def _placed(heard: HeardFilm, lines: tuple[Line, ...]) -> list[CaptionCue]:
    """Every line for itself, film time turned into programme time, in the order of their starts."""
    shift_us = heard.start_us - heard.in_us
    placed = [
        CaptionCue(max(line.start_us + shift_us, heard.start_us), min(over_us + shift_us, heard.end_us), (line,))
        for index, line in enumerate(lines)
        if line.text
        for over_us in (end_us(lines, index),)
    ]
    return sorted((cue for cue in placed if cue.start_us < cue.end_us), key=lambda cue: cue.start_us)


def _laid_flat(placed: list[CaptionCue]) -> Iterator[CaptionCue]:
    """Cues that may overlap as cues that do not: each with all the lines that are on while it lasts."""
    on: list[CaptionCue] = []
    waiting = iter([*placed, None])
    following = next(waiting)
    for start, end in pairwise(sorted({time for cue in placed for time in (cue.start_us, cue.end_us)})):
        on = [cue for cue in on if cue.end_us > start]
        while following is not None and following.start_us <= start:
            on.append(following)
            following = next(waiting)
        if on:
            yield CaptionCue(start, end, tuple(line for cue in on for line in cue.lines))
