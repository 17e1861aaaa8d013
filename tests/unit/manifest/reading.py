"""Reading small manifests in tests: `▸` in a text stands before what is at fault."""

from __future__ import annotations

from pathlib import Path

from visualalbum.manifest import Loaded, read_text
from visualalbum.problems import Place, Problem

FILE = Path("a.visualalbum.yaml")
MARK = "▸"


def read(text: str) -> Loaded:
    """Read a text without its marks."""
    return read_text(text.replace(MARK, ""), FILE)


def told(text: str) -> list[str]:
    """The rules broken by a text, in order of their places."""
    return [problem.rule for problem in read(text).problems]


def only(text: str) -> Problem:
    """The one problem of a text, which must stand at its mark."""
    problems = read(text).problems
    assert len(problems) == 1, "\n".join(map(str, problems))
    assert problems[0].place == marked(text), problems[0]
    return problems[0]


def marked(text: str) -> Place:
    """The place of the mark."""
    before = text[: text.index(MARK)].split("\n")
    return Place(str(FILE), len(before), len(before[-1]) + 1)
