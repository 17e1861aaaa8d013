"""Lyrics as LRC, plain or enhanced."""

from __future__ import annotations

from itertools import pairwise

from visualalbum.words.lines import Line, Lyrics

TAGS = ("ti", "ar", "al", "au", "by", "la", "length", "re", "ve")
"""What programs for LRC know of a text. Its offset is left out: every line has been moved by it."""


def write(lyrics: Lyrics, *, words: bool) -> str:
    """The text, with times of `words` where there are any; where one is over before the next begins, a line without
    words says so. Times are in hundredths of a second, as every player reads them, and finer only where they are."""
    told = [f"[{name}:{value}]" for name, value in lyrics.tags if name in TAGS]
    for line, after in pairwise([*lyrics.lines, None]):
        assert line is not None
        told.append(_line(line, words=words))
        over = line.end_us is not None and line.text and (after is None or line.end_us < after.start_us)
        if line.end_us is not None and over and not (words and line.words):
            told.append(f"[{_time(line.end_us)}]")
    return "".join(f"{line}\n" for line in told)


def _line(line: Line, *, words: bool) -> str:
    start = f"[{_time(line.start_us)}]"
    if not (words and line.words):
        return start + " ".join(line.text.split())
    timed = "".join(f"<{_time(word.start_us)}>{word.text}" for word in line.words)
    end = "" if line.end_us is None else f"<{_time(line.end_us)}>"
    return f"{start}{timed.rstrip()}{end}"


def _time(time_us: int) -> str:
    ms = round(time_us / 1000)
    minutes, rest = divmod(ms, 60_000)
    seconds, part = divmod(rest, 1000)
    return f"{minutes:02}:{seconds:02}.{f'{part // 10:02}' if part % 10 == 0 else f'{part:03}'}"
