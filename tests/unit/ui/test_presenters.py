"""Snapshots, timelines and problems become the right words, rows and marks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import Snapshot
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import say
from visualalbum.timeline.cues import FilmCue, Fit, StillCue, Timeline, TrackCue
from visualalbum.ui import presenters
from visualalbum.ui.sync_rows import sync_rows
from visualalbum.ui.tongue import Tongue

S = 1_000_000
FIRST = TrackCue("one", "Locker room", "S-1 feat. Souma", 0, 95 * S, still=Path("one.png"))
SECOND = TrackCue("two", "", "", 95 * S, 285 * S)
ALBUM = Timeline(
    "Backstage",
    "S-1",
    (FIRST, SECOND),
    (
        FilmCue("a", "backstage", Path("f.mkv"), 0, Fraction(25), 0, 19 * S, 0),
        FilmCue("b", "backstage", Path("f.mkv"), 0, Fraction(25), 76 * S, 133 * S, 0),
    ),
    (StillCue("s", Path("s.png"), 19 * S, 38 * S, Fit.COVER, caption="Rehearsal"),),
    cover=Path("cover.png"),
)


@pytest.mark.parametrize(
    ("time_us", "text"),
    [
        (0, "0:00"),
        (62 * S, "1:02"),
        (62 * S - 1, "1:01"),
        (3599 * S, "59:59"),
        (3723 * S, "1:02:03"),
        (-5, "0:00"),
    ],
)
def test_times_are_whole_seconds_that_are_over(time_us: int, text: str) -> None:
    assert presenters.time_text(time_us) == text


def test_the_time_counts_on_the_track() -> None:
    assert presenters.track_times_text(ALBUM, Snapshot(track=1, track_position_us=62 * S)) == "1:02 / 3:10"


def test_without_a_track_the_time_is_dashes() -> None:
    assert presenters.track_times_text(ALBUM, Snapshot(track=-1)) == "– / –"
    assert presenters.track_times_text(Timeline(), Snapshot(track=3)) == "– / –"


@pytest.mark.parametrize(
    ("timeline", "track", "title"),
    [
        (ALBUM, 0, "Locker room — Backstage — S-1 — visualalbum"),
        (ALBUM, 1, "two — Backstage — S-1 — visualalbum"),
        (ALBUM, -1, "Backstage — S-1 — visualalbum"),
        (replace(ALBUM, title="S-1"), -1, "S-1 — visualalbum"),
        (Timeline(), -1, "visualalbum"),
    ],
)
def test_the_window_is_named_after_what_plays(timeline: Timeline, track: int, title: str) -> None:
    assert presenters.window_title(timeline, Snapshot(track=track)) == title


def test_songs_have_number_title_artist_and_length() -> None:
    assert presenters.song_rows(ALBUM) == (
        presenters.SongRow("1", "Locker room", "S-1 feat. Souma", "1:35"),
        presenters.SongRow("2", "two", "S-1", "3:10"),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Locker room", "Locker room"),
        ("  two\nlines\tand\r\nmore ", "two lines and more"),
        ("bell\a, escape\x1b[31m and nul\0", "bell , escape [31m and nul"),
        ("turned \u202e round", "turned round"),
        ("屋上 🎬", "屋上 🎬"),
        ("", ""),
        ("x" * 160, "x" * 160),
        ("x" * 161, "x" * 159 + "…"),
        ("\n" * 5_000_000, ""),
    ],
)
def test_a_text_of_any_kind_becomes_one_short_line(text: str, line: str) -> None:
    assert presenters.one_line(text) == line


def test_titles_of_any_kind_are_shown_on_one_short_line() -> None:
    wild = "a\n" * 100_000
    track = replace(FIRST, title=wild, artist=wild)
    album = replace(ALBUM, title=wild, tracks=(track,))
    (row,) = presenters.song_rows(album)
    texts = [row.title, row.artist, *presenters.fault_notes([Fault("a", "b", wild)])]
    texts += dict(sync_rows(Snapshot(device=wild))).values()
    assert all("\n" not in text and len(text) <= 200 for text in texts)
    assert len(presenters.window_title(album, Snapshot(track=0))) < 500


def test_a_track_with_a_blank_title_goes_by_its_id() -> None:
    assert presenters.track_title(replace(FIRST, title=" \n ")) == "one"
    assert presenters.track_title(None) == ""


def test_a_length_nobody_knows_yet_is_a_dash_and_is_not_spoken() -> None:
    row = presenters.song_rows(replace(ALBUM, tracks=(replace(FIRST, end_us=0),)))[0]
    assert row.length == "–"
    assert row.spoken == "1, Locker room, S-1 feat. Souma"


def test_a_broken_still_is_replaced_by_the_tracks_own_then_the_cover() -> None:
    assert presenters.fallback_stills(ALBUM, Snapshot(track=0)) == (Path("one.png"), Path("cover.png"))
    assert presenters.fallback_stills(ALBUM, Snapshot(track=1)) == (Path("cover.png"),)
    assert presenters.fallback_stills(Timeline(), Snapshot()) == ()


def test_faults_are_sentences_the_newest_first_each_once() -> None:
    faults = [Fault("a", "x", "the film is gone"), Fault("b", "y", "No device!"), Fault("c", "z", "the film is gone")]
    assert presenters.fault_notes(faults) == ("The film is gone.", "No device!")


def test_more_faults_than_fit_are_counted() -> None:
    faults = [Fault("a", str(n), f"file {n} is gone") for n in range(5)]
    assert presenters.fault_notes(faults) == ("File 4 is gone.", "File 3 is gone.", "File 2 is gone.", "And 2 more.")


def test_a_file_at_the_start_of_a_sentence_keeps_its_name() -> None:
    assert presenters.fault_notes([Fault("a", "x", "gone.mp4 is not there")]) == ("gone.mp4 is not there.",)


def test_a_fault_without_words_still_says_something() -> None:
    assert presenters.fault_notes([Fault("a", "x", "  ")]) == ("Something failed.",)


def test_sentences_are_said_in_the_language_that_is_spoken_with_all_that_is_in_them(tongue: Tongue) -> None:
    gone = say("{file} is not there", file="gone.mp4")
    fault = Fault("a", "x", say("{sentence}; it stays silent", sentence=gone))
    wrong = Problem(Place("b.yaml", 3, 9), Severity.ERROR, "rule", say("{file} is empty", file='"a"'), say("mend it"))
    told = []
    for language in ("en", "ja", "en"):
        tongue.speak(language)
        row = presenters.problem_rows([wrong])[0]
        told.append((*presenters.fault_notes([fault]), row.sentence, row.remedy, presenters.problem_line(wrong)))
    assert told[0] == told[2]
    assert told[0] == ("gone.mp4 is not there; it stays silent.", '"a" is empty.', "Mend it.", str(wrong))
    assert told[1] == (
        "gone.mp4がありません。この部分は無音になります。",
        '"a"が空です。',
        "直してください。",
        'b.yaml:3:9: エラー: rule: "a"が空です。直してください',
    )


def test_a_japanese_sentence_begins_as_it_is_written(tongue: Tongue) -> None:
    fault = Fault("a", "x", say("{device} has stopped", device="hall"))
    assert presenters.fault_notes([fault]) == ("Hall has stopped.",)
    tongue.speak("ja")
    assert presenters.fault_notes([fault]) == ("hallが停止しました。",)
    tongue.speak("en")


def problem(line: int, severity: Severity, remedy: str = "") -> Problem:
    return Problem(Place("/albums/b.yaml", line, 9), severity, "rule", "something is wrong", remedy)


def test_problems_have_place_sentence_and_remedy_errors_first() -> None:
    doubtful, wrong = problem(1, Severity.WARNING), problem(7, Severity.ERROR, "write it so")
    rows = presenters.problem_rows([doubtful, wrong])
    assert rows == (
        presenters.ProblemRow("b.yaml:7:9", Severity.ERROR, "Something is wrong.", "Write it so.", wrong),
        presenters.ProblemRow("b.yaml:1:9", Severity.WARNING, "Something is wrong.", "", doubtful),
    )


def test_a_problem_is_said_with_its_severity_first_and_its_line_last() -> None:
    (row,) = presenters.problem_rows([problem(7, Severity.ERROR, "write it so")])
    assert row.spoken == "Error: Something is wrong. Write it so. Line 7, column 9"


def test_no_more_problems_are_listed_than_the_command_line_prints() -> None:
    assert len(presenters.problem_rows(problem(n, Severity.ERROR) for n in range(1, 500))) == 200


@pytest.mark.parametrize(
    ("severities", "headline"),
    [
        ([], ""),
        ([Severity.ERROR], "1 error"),
        ([Severity.WARNING] * 2, "2 warnings"),
        ([Severity.ERROR] * 2 + [Severity.WARNING], "2 errors and 1 warning"),
    ],
)
def test_problems_are_counted_in_words(severities: list[Severity], headline: str) -> None:
    assert presenters.problems_headline([problem(1, severity) for severity in severities]) == headline


def test_progress_is_told_until_all_is_read() -> None:
    assert presenters.progress_text(3, 24) == "Reading the album: 3 of 24 files"
    assert presenters.progress_text(24, 24) == ""


@pytest.mark.parametrize("place", [0.0, 0.25, 0.5, 1.0])
def test_the_volume_slider_finds_its_place_again(place: float) -> None:
    assert presenters.slider_place(presenters.amplitude(place)) == pytest.approx(place)


def test_the_volume_never_leaves_its_range() -> None:
    assert presenters.amplitude(1.2) == 1.0
    assert presenters.amplitude(-0.1) == 0.0
