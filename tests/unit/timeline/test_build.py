"""From an album to its timeline: what follows from what, and what is told."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from visualalbum.media.facts import AudioFacts, MediaFacts, VideoFacts
from visualalbum.model import Album
from visualalbum.problems import Place
from visualalbum.timeline.build import build
from visualalbum.timeline.context import Key
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode

FOLDER = Path("/album")
S = 1_000_000


def audio(seconds: int, rate: int = 44_100) -> AudioFacts:
    return AudioFacts(0, "flac", rate, 2, seconds * rate)


def video(seconds: int) -> VideoFacts:
    return VideoFacts(0, "h264", 640, 360, Fraction(25), 80_000, seconds * S)


FACTS = {
    FOLDER / name: MediaFacts(FOLDER / name, audio=sound, video=picture)
    for name, sound, picture in [
        ("one.flac", audio(20), None),
        ("two.flac", audio(10), None),
        ("film.mp4", AudioFacts(1, "aac", 48_000, 2, 60 * 48_000), video(60)),
        ("mute.mp4", None, video(8)),
    ]
}


def place(key: Key) -> Place:
    return Place(".".join(str(part) for part in key))


def made(mode: Mode = Mode.TOGETHER, **album: Any) -> tuple[Timeline, list[str]]:
    timeline, problems = build(Album.model_validate({"visualalbum": "1", **album}), FOLDER, place, FACTS, mode)
    return timeline, [f"{problem.rule} {problem.place.file}" for problem in problems]


def one_track(*segments: dict[str, Any], **more: Any) -> tuple[Timeline, list[str]]:
    films = {"f": "film.mp4", "m": "mute.mp4", "gone": "gone.mp4"}
    return made(films=films, tracks=[{"audio": "one.flac", "segments": list(segments), **more}])


def spans(timeline: Timeline) -> list[tuple[float, float, float]]:
    return [(cue.start_us / S, cue.end_us / S, cue.in_us / S) for cue in timeline.films]


def test_the_least_manifest_plays_the_whole_film_beside_the_whole_track() -> None:
    timeline, problems = made(tracks=[{"audio": "one.flac", "film": "film.mp4"}])
    assert spans(timeline) == [(0, 20, 0)]
    assert not problems


def test_tracks_follow_each_other_to_the_sample() -> None:
    timeline, _ = made(tracks=[{"audio": "one.flac"}, {"audio": "two.flac"}])
    assert [(song.start, song.length) for song in timeline.sound.songs] == [(0, 20), (20, 10)]
    assert [(track.start_us, track.end_us) for track in timeline.tracks] == [(0, 20 * S), (20 * S, 30 * S)]


def test_a_segment_without_a_place_follows_the_one_before_it() -> None:
    timeline, problems = one_track({"film": "f", "in": "10", "out": "14", "at": "2"}, {"film": "f", "out": "3"})
    assert spans(timeline) == [(2, 6, 10), (6, 9, 0)]
    assert not problems


def test_places_and_out_points_follow_from_the_neighbours() -> None:
    timeline, problems = one_track(
        {"film": "f", "in": "10", "at": "1"}, {"film": "f", "in": "30", "at": "5"}, {"film": "m", "in": "2", "at": "9"}
    )
    assert spans(timeline) == [(1, 5, 10), (5, 9, 30), (9, 15, 2)]
    assert not problems


def test_a_segment_goes_on_to_the_films_end_where_that_comes_first() -> None:
    timeline, problems = one_track({"film": "m", "in": "2", "at": "1"})
    assert spans(timeline) == [(1, 7, 2)]
    assert not problems


def test_in_points_are_times_of_frames() -> None:
    timeline, _ = one_track({"film": "f", "in": "10.011", "out": "12"})
    assert timeline.films[0].in_us == 10_000_000


def test_a_dissolve_keeps_the_film_before_it_as_far_as_there_is_any() -> None:
    timeline, problems = one_track(
        {"film": "m", "in": "1", "out": "7.6", "at": "0"},
        {"film": "f", "in": "5", "out": "9", "join": "dissolve 0.8"},
    )
    assert [cue.tail_us for cue in timeline.films] == [400_000, 0]
    assert timeline.films[1].dissolve_us == 800_000
    assert not problems


def test_an_overlap_within_the_dissolve_shortens_the_segment_before() -> None:
    timeline, problems = one_track(
        {"film": "f", "in": "0", "out": "5", "at": "0"},
        {"film": "f", "in": "20", "out": "24", "at": "4.5", "join": "dissolve 0.5"},
    )
    assert spans(timeline) == [(0, 4.5, 0), (4.5, 8.5, 20)]
    assert timeline.films[0].tail_us == 500_000
    assert not problems


def test_a_films_own_sound_keeps_its_place_and_level() -> None:
    timeline, _ = one_track(
        {"film": "f", "in": "3", "out": "5", "at": "1", "sound": {"level": "-18 dB", "fade_in": "0.5"}, "song": "off"}
    )
    (clip,) = timeline.sound.film_sounds
    assert (clip.stream, clip.zero_us, clip.in_us, clip.start_us, clip.end_us) == (1, 80_000, 3 * S, S, 3 * S)
    assert (clip.gain_db, clip.fade_in_us, clip.song_gain_db) == (-18, 500_000, float("-inf"))


@pytest.mark.parametrize(
    ("segment", "told"),
    [
        ({"film": "f", "in": "9", "out": "8"}, "out-before-in tracks.0.segments.0.out"),
        ({"film": "f", "in": "70", "out": "80"}, "past-the-film tracks.0.segments.0.in"),
        ({"film": "f", "in": "50", "out": "61"}, "past-the-film tracks.0.segments.0.out"),
        ({"film": "f", "in": "0", "at": "25"}, "past-the-track tracks.0.segments.0.at"),
        ({"film": "f", "in": "0", "out": "30", "at": "0"}, "past-the-track tracks.0.segments.0"),
        ({"film": "f", "in": "0", "out": "0.2"}, "too-short tracks.0.segments.0"),
        ({"film": "f", "in": "0:00:01:30", "out": "5"}, "bad-time tracks.0.segments.0.in"),
        ({"film": "f", "in": "0", "out": "5", "at": "bar 2"}, "bad-time tracks.0.segments.0.at"),
        ({"film": "f", "in": "0", "out": "5", "join": "dissolve 6"}, "dissolve-too-long tracks.0.segments.0.join"),
        ({"film": "m", "in": "0", "out": "5", "sound": "-6 dB"}, "no-sound tracks.0.segments.0.sound"),
    ],
)
def test_a_segment_that_does_not_fit_is_told_at_its_place(segment: dict[str, Any], told: str) -> None:
    _, problems = one_track(segment)
    assert told in problems


def test_an_overlap_beyond_the_dissolve_is_told() -> None:
    timeline, problems = one_track(
        {"film": "f", "in": "0", "out": "5", "at": "0"}, {"film": "f", "in": "9", "out": "12", "at": "4"}
    )
    assert problems == ["overlap tracks.0.segments.1.at"]
    assert spans(timeline) == [(0, 4, 0), (4, 7, 9)]


def test_a_film_that_nobody_could_probe_keeps_its_place() -> None:
    timeline, _ = one_track({"film": "gone", "in": "0", "out": "4", "at": "1"})
    assert spans(timeline) == [(1, 5, 0)]


def test_a_track_without_sound_in_its_file_is_told_and_the_rest_plays() -> None:
    timeline, problems = made(tracks=[{"audio": "mute.mp4"}, {"audio": "two.flac"}])
    assert problems == ["no-sound tracks.0.audio"]
    assert timeline.end_us == 10 * S


def test_a_file_that_cannot_be_used_is_told_once() -> None:
    _, problems = one_track(
        {"film": "m", "out": "2", "sound": "-6 dB"}, {"film": "m", "in": "3", "out": "5", "sound": "-6 dB"}
    )
    assert problems == ["no-sound tracks.0.segments.0.sound"]


def test_stills_fill_in_their_times_from_each_other() -> None:
    timeline, problems = one_track(stills=[{"image": "a.png", "at": "2", "for": "3"}, {"image": "b.png"}])
    assert [(cue.start_us / S, cue.end_us / S) for cue in timeline.stills] == [(2, 5), (5, 20)]
    assert not problems


def test_a_still_past_a_track_is_told_unless_the_song_is_what_is_missing() -> None:
    _, problems = one_track(stills=[{"image": "a.png", "at": "25"}])
    assert problems == ["past-the-track tracks.0.stills.0.at"]
    _, problems = made(tracks=[{"audio": "mute.mp4", "stills": [{"image": "a.png", "at": "2"}]}])
    assert problems == ["no-sound tracks.0.audio"]


def test_stills_that_overlap_are_told() -> None:
    _, problems = one_track(stills=[{"image": "a.png", "at": "2", "for": "3"}, {"image": "b.png", "at": "4"}])
    assert problems == ["overlap tracks.0.stills.1.at"]


def test_songs_alone_leave_out_every_film_and_its_sound() -> None:
    films = {"f": "film.mp4"}
    track = {"audio": "one.flac", "segments": [{"in": "0", "out": "5", "sound": "-6 dB", "song": "off"}]}
    timeline, _ = made(Mode.SONGS, films=films, tracks=[track])
    assert not timeline.films and not timeline.sound.film_sounds
    assert timeline.end_us == 20 * S


def test_films_alone_play_whole_with_their_own_sound() -> None:
    films = {"f": "film.mp4", "m": "mute.mp4"}
    timeline, _ = made(Mode.FILM, films=films, tracks=[{"audio": "one.flac"}])
    assert [track.id for track in timeline.tracks] == ["f", "m"]
    assert spans(timeline) == [(0, 60, 0), (60, 68, 0)]
    assert [clip.stream for clip in timeline.sound.film_sounds] == [1]


def with_chapters(name: str, *chapters: tuple[int, str]) -> dict[Path, MediaFacts]:
    return {**FACTS, FOLDER / name: replace(FACTS[FOLDER / name], chapters=chapters)}


def test_a_songs_chapters_count_from_its_first_sample_and_end_with_it() -> None:
    facts = with_chapters("one.flac", (0, "One"), (5 * S, "Two"), (20 * S, "Late"))
    facts[FOLDER / "one.flac"] = replace(facts[FOLDER / "one.flac"], audio=replace(audio(20), start_us=25_000))
    album = Album.model_validate({"visualalbum": "1", "tracks": [{"audio": "one.flac"}]})
    (track,) = build(album, FOLDER, place, facts)[0].tracks
    assert track.chapters == ((0, "One"), (5 * S - 25_000, "Two"), (20 * S - 25_000, "Late"))


def test_a_films_chapters_and_the_places_of_its_diary_are_chapters_of_it() -> None:
    diary = [
        {"date": "2026-11-02", "title": "The first sheet", "file": "1.md", "at": "00:00:04:05"},
        {"date": "2026-11-06", "file": "2.md", "at": "9"},
        {"date": "2026-11-07", "title": "Nowhere", "file": "3.md"},
    ]
    films = {"f": {"file": "film.mp4", "diary": diary}}
    album = Album.model_validate({"visualalbum": "1", "films": films})
    facts = with_chapters("film.mp4", (80_000, "Start"), (5_080_000, "Room"), (70 * S, "Late"))
    (track,) = build(album, FOLDER, place, facts)[0].tracks
    assert track.chapters == (
        (0, "Start"), (4_200_000, "The first sheet"), (5 * S, "Room"), (9 * S, "2026-11-06")
    )  # fmt: skip


def test_an_album_without_tracks_is_led_by_its_films() -> None:
    timeline, _ = made(films={"f": "film.mp4"})
    assert timeline.end_us == 60 * S


def test_an_album_that_nobody_has_probed_lists_its_tracks() -> None:
    album = Album.model_validate({"visualalbum": "1", "tracks": [{"audio": "one.flac"}, {"audio": "two.flac"}]})
    timeline, problems = build(album, FOLDER, place, {})
    assert [track.id for track in timeline.tracks] == ["one", "two"]
    assert timeline.end_us == 0
    assert not problems


def test_texts_lie_beside_their_track_as_they_were_made_and_then_in_other_languages() -> None:
    words = {"file": "words/one.en.lrc", "language": "en", "translations": {"ja": "../one.ja.lrc"}}
    timeline, problems = one_track(lyrics=words, essay="one.md", tempo={"bpm": "120"})
    (track,) = timeline.tracks
    assert [(str(text.path), text.language) for text in track.lyrics] == [
        ("/album/words/one.en.lrc", "en"),
        ("/one.ja.lrc", "ja"),
    ]
    assert [str(text.path) for text in track.essay] == ["/album/one.md"]
    assert track.tempo is not None and track.tempo.bpm == 120
    assert not problems


def test_a_films_captions_and_synopsis_lie_beside_it() -> None:
    film = {"file": "film.mp4", "captions": "film.vtt", "synopsis": "film.md"}
    (track,) = made(films={"f": film})[0].tracks
    assert [str(text.path) for text in (*track.lyrics, *track.essay)] == ["/album/film.vtt", "/album/film.md"]


def test_frames_of_a_film_that_is_not_known_yet_do_not_seem_to_overlap() -> None:
    first = {"film": "gone", "in": "00:00:00:10", "out": "2.5", "at": "0"}
    second = {"film": "gone", "in": "00:00:03:00", "out": "5", "at": "2"}
    assert one_track(first, second)[1] == []
