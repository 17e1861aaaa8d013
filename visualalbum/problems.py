"""Problems: what is wrong with the author's content, as values with a place and a remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from visualalbum.said import NOTHING, Said


class Severity(StrEnum):
    """How much a problem matters: an error keeps a part from playing as written, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A place in a text file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong: where, how bad, which rule, one sentence, and what to do about it."""

    place: Place
    severity: Severity
    rule: str
    sentence: Said
    remedy: Said = NOTHING

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.rule}: {self.sentence}"
        return f"{text}; {self.remedy}" if self.remedy else text


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
