"""What an author does not want to be told again: `# visualalbum: ignore RULE, RULE` at the end of a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import yaml

from visualalbum.manifest.reader import PARSER

_COMMENT = re.compile(r"#[ \t]*visualalbum:[ \t]*ignore[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*\r?$", re.MULTILINE)

Ignored = frozenset[tuple[int, str]]
"""Lines, counted from 1, each with a rule."""


def ignored(text: str) -> Ignored:
    """What the comments of a text ignore; the same words within a value are no comment."""
    found = list(_COMMENT.finditer(text))
    values = list(_values(text)) if found else []
    lines = [match.end() for match in re.finditer("\n", text)] if found else []
    return frozenset(
        (bisect_right(lines, comment.start()) + 1, rule.strip())
        for comment in found
        if not _within(comment.start(), values)
        for rule in comment[1].split(",")
    )


def _within(index: int, values: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of some stretches, which follow each other."""
    before = bisect_right(values, index, key=lambda value: value[0])
    return before > 0 and index < values[before - 1][1]


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Where each single value begins and ends, up to what cannot be read."""
    try:
        for token in yaml.scan(text, Loader=PARSER):
            if isinstance(token, yaml.ScalarToken):
                yield token.start_mark.index, token.end_mark.index
    except yaml.YAMLError:
        return
