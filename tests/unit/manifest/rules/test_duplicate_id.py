"""duplicate-id."""

from __future__ import annotations

from tests.unit.manifest.reading import only, told


def test_the_second_track_of_an_id_is_told_with_the_line_of_the_first() -> None:
    text = "visualalbum: 1\ntracks:\n- {id: a, audio: a}\n- {id: b, audio: b}\n- {id: ▸a, audio: c}\n"
    problem = only(text)
    assert (problem.rule, problem.sentence) == ("duplicate-id", 'the id "a" is taken on line 3')


def test_the_second_segment_of_an_id_is_told() -> None:
    text = "visualalbum: 1\ntracks:\n- {audio: a, film: f.mp4, segments: [{id: x}, {id: ▸x}]}\n"
    assert only(text).rule == "duplicate-id"


def test_tracks_may_have_segments_of_one_id_and_no_ids_at_all() -> None:
    track = "- {audio: a, film: f.mp4, segments: [{id: x}, {}, {}]}\n"
    assert told(f"visualalbum: 1\ntracks:\n{track}{track}") == []
