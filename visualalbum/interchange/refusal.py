"""A bundle that is not opened, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said


class RefusedError(Exception):
    """The bundle cannot be opened; carries the problems that say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(self.args)


def problem(file: Path, rule: str, sentence: Said, remedy: Said) -> Problem:
    """An error of a bundle, or of a file in it."""
    return Problem(Place(str(file)), Severity.ERROR, rule, sentence, remedy)


def refuse(file: Path, rule: str, sentence: Said, remedy: Said) -> RefusedError:
    """A RefusedError with one problem."""
    return RefusedError([problem(file, rule, sentence, remedy)])
