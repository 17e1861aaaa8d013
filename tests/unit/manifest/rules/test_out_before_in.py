"""out-before-in."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told

SEGMENT = "visualalbum: 1\ntracks:\n- {audio: a, film: f.mp4, segments: [{%s}]}\n"


@pytest.mark.parametrize(
    "times",
    [
        "in: 1:02, out: ▸0:58",
        "in: 1:02, out: ▸62",
        "out: ▸0",
        "in: 00:01:02:05, out: ▸00:01:02:04",
        "in: 00:01:02:05, out: ▸00:01:02:05",
    ],
)
def test_an_out_point_that_is_not_after_the_in_point_is_told(times: str) -> None:
    assert only(SEGMENT % times).rule == "out-before-in"


def test_the_sentence_has_both_as_they_are_written() -> None:
    problem = only(SEGMENT % "in: 1:02, out: ▸0:58")
    assert problem.sentence == "the out-point 0:58 is not after the in-point 1:02"


def test_a_stretch_of_film_in_the_programme_is_asked_too() -> None:
    text = "visualalbum: 1\nfilms: {f: f.mp4}\nprogramme: [{film: f, in: 2:30, out: ▸2:00}]\n"
    assert only(text).rule == "out-before-in"


@pytest.mark.parametrize("times", ["in: 0:58, out: 1:02", "in: 1:02, out: 00:00:58:00", "in: 1:02", "out: 1"])
def test_right_ones_and_those_that_need_the_films_rate_are_let_be(times: str) -> None:
    assert told(SEGMENT % times) == []
