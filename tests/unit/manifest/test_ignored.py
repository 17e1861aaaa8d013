"""`# visualalbum: ignore RULE`: on its own line, as a comment, for the rules it names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.manifest.reading import FILE, read
from visualalbum.manifest.ignored import ignored
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import say

TEXT = "visualalbum: 1\ntracks: [{audio: a.flac}]\ntitel: x%s\n"


def rules(text: str) -> list[str]:
    loaded = read(text)
    return [problem.rule for problem in loaded.heard(loaded.problems)]


@pytest.mark.parametrize(
    "comment",
    [
        "  # visualalbum: ignore unknown-key",
        " #visualalbum:ignore unknown-key",
        "  # visualalbum: ignore bad-time, unknown-key  ",
        "  # a slip # visualalbum: ignore unknown-key",
        "  # visualalbum: ignore unknown-key\r",
    ],
)
def test_what_a_comment_names_is_not_told_on_its_line(comment: str) -> None:
    assert rules(TEXT % comment) == []


@pytest.mark.parametrize(
    "comment", ["", "  # visualalbum: ignore bad-time", "  # ignore unknown-key", "\n# visualalbum: ignore unknown-key"]
)
def test_other_comments_and_those_of_other_lines_ignore_nothing(comment: str) -> None:
    assert rules(TEXT % comment) == ["unknown-key"]


@pytest.mark.parametrize(
    "text",
    [
        'title: "a # visualalbum: ignore x\n  b"\n',
        "title: |\n  a\n  # visualalbum: ignore x\n",
        "title: a# visualalbum: ignore x\n",
    ],
)
def test_the_words_within_a_value_are_no_comment(text: str) -> None:
    assert ignored(text) == frozenset()


def test_a_text_that_cannot_be_read_to_its_end_is_no_obstacle() -> None:
    assert ignored("a: x # visualalbum: ignore y\nb: [\n") == {(1, "y")}


def test_a_text_full_of_comments_is_read_in_one_go() -> None:
    """A comment looked for among all values would take a text of this size half a minute."""
    count = 20_000
    began_s = time.process_time()
    assert ignored("- a  # visualalbum: ignore x\n" * count) == {(line, "x") for line in range(1, count + 1)}
    assert time.process_time() - began_s < 10


PIECES = [*"#\n\r\t :-[]{}|>\"'&*!%@,a", "# visualalbum: ignore x", "\x00", "夜"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_garbage_is_no_obstacle(text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= line <= last and rule for line, rule in ignored(text))


def test_problems_of_other_files_are_told() -> None:
    loaded = read(TEXT % "  # visualalbum: ignore unknown-key")
    here, there = (
        Problem(Place(file, 3), Severity.ERROR, "unknown-key", say("wrong")) for file in (str(FILE), "b.lrc")
    )
    assert loaded.heard([here, there]) == (there,)
