"""Words in one of the languages that they are given in."""

from __future__ import annotations

from dataclasses import replace

from visualalbum.words.lines import Lyrics


def languages(lyrics: Lyrics) -> tuple[str, ...]:
    """The languages of the translations, in the order in which they first come."""
    return tuple(dict.fromkeys(tag for line in lyrics.lines for tag, _ in line.translations))


def in_language(lyrics: Lyrics, tag: str) -> Lyrics:
    """The translations into a language (BCP 47) in the lines' place, at the lines' times; those without one are gone.

    Words' times, transliterations and slants belong to the original and are gone too.
    """
    lines = [
        replace(line, text=text, words=(), backing=None, translations=(), transliteration="", italics=())
        for line in lyrics.lines
        for found, text in line.translations
        if found.casefold() == tag.casefold()
    ]
    pauses = [line for line in lyrics.lines if not line.text]
    tags = (*((name, value) for name, value in lyrics.tags if name != "la"), ("la", tag))
    return replace(lyrics, lines=tuple(sorted([*lines, *pauses], key=lambda line: line.start_us)), tags=tags)
