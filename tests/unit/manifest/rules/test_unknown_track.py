"""unknown-track."""

from __future__ import annotations

from tests.unit.manifest.reading import only, told

TRACKS = "visualalbum: 1\ntracks: [{id: locker-room, audio: a}, {audio: music/02.flac}]\n"


def test_an_item_that_names_no_track_is_told_with_the_nearest() -> None:
    problem = only(f"{TRACKS}programme: [▸locker-rom]\n")
    assert (problem.rule, problem.remedy) == ("unknown-track", "did you mean locker-room?")


def test_an_interval_without_a_length_is_told() -> None:
    assert only(f"{TRACKS}programme: [02, ▸interval]\n").rule == "unknown-track"


def test_ids_and_names_of_files_are_found() -> None:
    assert told(f"{TRACKS}programme: [leader 8s, locker-room, interval 2:00, 02, 02]\n") == []


def test_a_broken_track_is_not_called_unknown_as_well() -> None:
    assert told("visualalbum: 1\ntracks: [{id: a, audio: a}, x]\nprogramme: [b]\n") == ["wrong-kind"]
