"""unknown-film."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told

FILMS = "visualalbum: 1\nfilms: {backstage: a.mp4, making-of: b.mp4}\n"


@pytest.mark.parametrize(
    "rest",
    [
        "tracks: [{audio: a, film: ▸bakstage}]",
        "tracks: [{audio: a, segments: [{film: ▸bakstage}]}]",
        "programme: [{film: ▸bakstage}]",
    ],
)
def test_a_film_that_is_nowhere_is_told_with_the_nearest(rest: str) -> None:
    problem = only(f"{FILMS}{rest}\n")
    assert (problem.rule, problem.remedy) == ("unknown-film", "did you mean backstage?")


def test_a_segment_that_could_be_of_several_films_is_told() -> None:
    problem = only(f"{FILMS}tracks: [{{audio: a, segments: [▸{{in: 1}}]}}]\n")
    assert problem.sentence == "this segment does not say which film it is of"


def test_ids_files_and_the_only_film_are_found() -> None:
    one = "visualalbum: 1\nfilms: {backstage: a.mp4}\n"
    assert told(f"{one}tracks: [{{audio: a, segments: [{{}}, {{film: backstage}}, {{film: c.mp4}}]}}]\n") == []


def test_a_film_that_is_broken_is_not_called_unknown_as_well() -> None:
    assert told("visualalbum: 1\nfilms: {f: {title: x}}\ntracks: [{audio: a, film: f}]\n") == ["missing-key"]


def test_a_name_that_could_be_no_file_is_an_unknown_film() -> None:
    text = 'visualalbum: 1\ntracks: [{audio: a.flac, segments: [{film: "a\\nb.mp4"}]}]\n'
    assert "unknown-film" in told(text)
