"""How problems are told: to people line by line, on a terminal with the text at fault, and in the forms of tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width
from urllib.parse import quote

from visualalbum import __version__
from visualalbum.problems import Problem, Severity
from visualalbum.textfile import UnreadableError, decode, read_bytes

MAX_PRINTED = 200
"""Of a text with more wrong in it nobody reads the end; tools get all of them."""

BEFORE, AFTER = 50, 50
"""Characters of a long line that are quoted on each side of the place."""

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True)
class Told:
    """What was found about a manifest, in order of places."""

    manifest: Path
    problems: Sequence[Problem]

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many are not."""
        return len(self.problems) - self.errors


def for_people(found: Sequence[Told]) -> str:
    """A line for each, a summary after each manifest; on a terminal each with the line that it is about."""
    return "\n".join(line for told in found for line in _for_people(told))


def _for_people(told: Told) -> Iterator[str]:
    for problem in told.problems[:MAX_PRINTED]:
        yield str(problem)
        if sys.stdout.isatty():
            yield from quoted(problem)
    if len(told.problems) > MAX_PRINTED:
        yield f"... and {len(told.problems) - MAX_PRINTED} more"
    counts = [_count(told.errors, "error")] * bool(told.errors) + [_count(told.warnings, "warning")] * bool(
        told.warnings
    )
    yield f"{told.manifest}: {', '.join(counts) or 'no problems'}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def quoted(problem: Problem) -> list[str]:
    """The line that a problem is about and a mark below its place; nothing where it cannot be read."""
    place = problem.place
    text = _lines(Path(place.file))
    if not 1 <= place.line <= len(text):
        return []
    line = text[place.line - 1].replace("\t", " ")
    at = min(place.column - 1, len(line))
    start, end = max(0, at - BEFORE), at + AFTER
    before = ("…" if start else "") + line[start:at]
    number = f"{place.line:>5}"
    cells = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in before)
    return [
        f"{number} | {before}{line[at:end]}{'…' if len(line) > end else ''}",
        f"{'':>5} | {' ' * cells}^",
    ]


@cache
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(decode(read_bytes(path), str(path)).splitlines())
    except UnreadableError:
        return ()


def as_json(found: Sequence[Told]) -> str:
    """For each manifest an object with its problems; lines and columns count from 1."""
    return json.dumps([_object(told) for told in found], indent=1, ensure_ascii=False)


def _object(told: Told) -> dict[str, Any]:
    problems = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": str(problem.severity),
            "rule": problem.rule,
            "sentence": str(problem.sentence),
            "remedy": str(problem.remedy),
        }
        for problem in told.problems
    ]
    return {"manifest": str(told.manifest), "errors": told.errors, "warnings": told.warnings, "problems": problems}


def for_github(found: Sequence[Told]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(_command(problem) for told in found for problem in told.problems)


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": problem.rule}
    told = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{problem.severity} {told}::{_escaped(_message(problem))}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(letter):02X}" if letter in "%\r\n" + also else letter for letter in text)


def as_sarif(found: Sequence[Told]) -> str:
    """SARIF 2.1.0, which code scanning and editors read."""
    problems = [problem for told in found for problem in told.problems]
    results = [
        {
            "ruleId": problem.rule,
            "level": str(problem.severity),
            "message": {"text": _message(problem)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(problem.place.file)},
                        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    rules = [{"id": rule} for rule in sorted({problem.rule for problem in problems})]
    driver = {"name": "visualalbum", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _message(problem: Problem) -> str:
    return f"{problem.sentence}; {problem.remedy}" if problem.remedy else str(problem.sentence)


FORMS: dict[str, Callable[[Sequence[Told]], str]] = {
    "text": for_people,
    "json": as_json,
    "github": for_github,
    "sarif": as_sarif,
}
"""By the names that `--format` takes."""
