"""Typing leads to a song: by its beginning, by a word in it, by its number."""

from __future__ import annotations

import pytest

from visualalbum.ui.type_ahead import AWAIT_S, REST_S, TypeAhead

TITLES = (
    "Before the Bell",
    "Wings",
    "Été à Paris",
    "Before It Rains",
    "Where the Light Falls",
    "Bell, alone",
    "夜の歌",
)


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def typed(clock: Clock) -> TypeAhead:
    return TypeAhead(clock)


def type_all(typed: TypeAhead, text: str, row: int = -1) -> int:
    for letter in text:
        row = found if (found := typed.type(letter, TITLES, row)) >= 0 else row
    return row


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("w", "Wings"),
        ("wh", "Where the Light Falls"),
        ("before i", "Before It Rains"),
        ("ete", "Été à Paris"),
        ("LIGHT", "Where the Light Falls"),
        ("bel", "Bell, alone"),
        ("夜", "夜の歌"),
    ],
)
def test_letters_lead_to_the_title_that_begins_so_or_has_such_a_word(typed: TypeAhead, text: str, title: str) -> None:
    assert TITLES[type_all(typed, text)] == title


def test_the_same_letter_goes_from_one_title_to_the_next_and_round(typed: TypeAhead) -> None:
    rows, row = [], -1
    for _ in range(4):
        row = typed.type("b", TITLES, row)
        rows.append(row)
    assert rows == [0, 3, 5, 0]


def test_a_number_leads_to_the_row_that_has_it(typed: TypeAhead) -> None:
    titles = [f"Song of {name}" for name in "abcdefghijklmnop"]
    typed.begin()
    assert typed.type("1", titles, -1) == 0
    assert typed.type("2", titles, 0) == 11


def test_what_leads_nowhere_says_so(typed: TypeAhead) -> None:
    assert typed.type("q", TITLES, 2) == -1
    assert typed.type("q", (), -1) == -1


def test_after_a_rest_a_letter_begins_anew(typed: TypeAhead, clock: Clock) -> None:
    assert type_all(typed, "be") == 0
    assert typed.active
    clock.now_s += REST_S
    assert not typed.active
    assert TITLES[typed.type("w", TITLES, 0)] == "Wings"


def test_whoever_asks_for_a_name_waits_longer_for_its_first_letter(typed: TypeAhead, clock: Clock) -> None:
    typed.begin()
    clock.now_s += AWAIT_S - 0.1
    assert typed.active
    typed.end()
    assert not typed.active
