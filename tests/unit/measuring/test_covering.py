"""The covering set: every kind of film and song is in it, every pair that is a risk, and nothing that nobody makes."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from measuring import covering
from measuring.covering import LINES, RISKS, RISKY_JOINS, Line

MOST = 14
LONG = 2


def missing(lines: tuple[Line, ...]) -> list[str | tuple[str, str]]:
    """The kinds, pairs and joins that no line has."""
    kinds = set(chain.from_iterable((*line.film_values, *chain.from_iterable(line.songs)) for line in lines))
    pairs = [pair for risk in RISKS for pair in risk.pairs if not any(line.holds(pair) for line in lines)]
    joins = [pair for risk in RISKY_JOINS for pair in risk.pairs if not any(line.joins(pair) for line in lines)]
    return [*(kind for kind in covering.VALUES if kind not in kinds), *pairs, *joins]


def test_every_kind_every_risky_pair_and_every_risky_join_is_there() -> None:
    assert missing(LINES) == []


def test_the_set_is_small_and_two_lines_are_long() -> None:
    assert len(LINES) <= MOST
    assert sum(line.long for line in LINES) == LONG
    assert len({line.slug for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.slug)
def test_a_line_is_of_a_kind_that_people_have(line: Line) -> None:
    assert line.codec in covering.HOLDS[line.container]
    assert all(rate in covering.PLAYS_AT[song] for song, rate in line.songs)


@pytest.mark.parametrize("gone", LINES, ids=lambda line: line.slug)
def test_a_line_less_is_noticed(gone: Line) -> None:
    """So every line is needed, and the test of the whole set can fail."""
    assert missing(tuple(line for line in LINES if line is not gone))


def test_risks_are_about_kinds_that_there_are() -> None:
    pairs = [pair for risk in (*RISKS, *RISKY_JOINS) for pair in risk.pairs]
    assert {kind for pair in pairs for kind in pair} <= {*covering.VALUES}
    assert all(len({*pair}) == 2 for pair in pairs)


def test_two_kinds_of_two_songs_do_not_meet() -> None:
    line = replace(LINES[0], songs=(("M4A", "48 kHz"), ("FLAC", "44.1 kHz")))
    assert line.joins(("M4A", "44.1 kHz"))
    assert not line.holds(("M4A", "44.1 kHz"))
