"""When pictures of an album's cues are taken."""

from __future__ import annotations

from headless.album import Cue, cues, moments


def test_a_plan_gives_its_segments_and_stills_and_nothing_that_is_only_heard() -> None:
    kinds = ["film", "film-sound", "still"]
    plan = {"cues": [{"kind": kind, "id": kind, "start_us": 0, "end_us": 9} for kind in kinds]}
    assert [(cue.id, cue.is_still) for cue in cues(plan)] == [("film", False), ("still", True)]


def test_a_picture_is_taken_in_the_middle_of_a_cue() -> None:
    (moment,) = moments([Cue("a", 2_000_000, 6_000_000)])
    assert moment.position_us == 4_000_000


def test_a_segment_under_a_still_is_taken_where_it_is_free() -> None:
    film, still = Cue("film", 0, 8_000_000), Cue("still", 3_000_000, 7_000_000, is_still=True)
    assert [(moment.cue.id, moment.position_us) for moment in moments([film, still])] == [
        ("film", 2_000_000),
        ("still", 5_000_000),
    ]


def test_a_segment_wholly_under_a_still_is_taken_all_the_same() -> None:
    film, still = Cue("film", 0, 8_000_000), Cue("still", 0, 8_000_000, is_still=True)
    assert len(moments([film, still])) == 2


def test_an_album_without_cues_has_no_moments() -> None:
    assert moments(cues({"cues": []})) == []
