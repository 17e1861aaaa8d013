"""Essays: Markdown whose headings and paragraphs may end with a moment of the song, as in `... {t=0:42}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from visualalbum.problems import Place, Problem, Severity
from visualalbum.textfile import UnreadableError, decode, read_bytes
from visualalbum.timecode import Time, TimeError
from visualalbum.timecode import parse as parse_time

# The moment at the end of a block; a heading may be closed by `#` after it.
_MOMENT = re.compile(r"[ \t]*\{t=(?P<time>[^{}\n]*)\}(?P<after>[ \t]*#*)\s*\Z")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list or other part at the top of a text: its Markdown without its moment."""

    text: str
    line: int
    """Where it stands in the file, from 1."""
    moment: Time | None = None
    """When it is read: on the song of its track; None goes with the block before it."""


def load(path: Path) -> tuple[tuple[Block, ...], list[Problem]]:
    """Read an essay, or any Markdown; no blocks where the file cannot be read, and then a problem says why."""
    try:
        text = decode(read_bytes(path), str(path))
    except UnreadableError as refusal:
        return (), [refusal.problem]
    return parse(text, str(path))


def parse(text: str, file: str) -> tuple[tuple[Block, ...], list[Problem]]:
    """Read Markdown (CommonMark); a moment that is no time is told and left out."""
    from markdown_it import MarkdownIt  # read by the workers that come here, and not by the window's process

    lines = re.split(r"\r\n|\r|\n", text)
    blocks: list[Block] = []
    problems: list[Problem] = []
    for token in MarkdownIt("commonmark").parse("\n".join(lines)):
        if token.level > 0 or token.nesting < 0 or token.map is None:
            continue
        first, end = token.map
        while end > first + 1 and not lines[end - 1].strip():  # a list claims the blank lines after it
            end -= 1
        source = "\n".join(lines[first:end])
        found = _MOMENT.search(source)
        moment = None
        if found and token.type not in ("fence", "code_block"):
            source = source[: found.start()] + found["after"].rstrip()
            try:
                moment = parse_time(found["time"].strip())
            except TimeError as error:
                place = Place(file, end, len(lines[end - 1]) - len(lines[end - 1].split("{t=")[-1]) - 2)
                problems.append(Problem(place, Severity.WARNING, "bad-moment", error.sentence, error.remedy))
        blocks.append(Block(source, first + 1, moment))
    return tuple(blocks), problems
