"""The album: what is left out follows from what is there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from visualalbum.model import Album, Film, Picture, Segment, Words
from visualalbum.timecode import ClockTime, TempoMap


def album(**keys: Any) -> Album:
    return Album.model_validate({"visualalbum": "1", **keys})


def test_the_least_that_plays_is_a_song_and_a_film() -> None:
    one = album(title="Backstage", artist="S-1", tracks=[{"audio": "music/01.flac", "film": "film/b.mp4"}])
    (segment,) = one.segments(one.tracks[0])
    assert one.film(segment.film) == Film(file="film/b.mp4")
    assert (segment.in_, segment.out, segment.at) == (None, None, None)


def test_one_value_stands_for_a_part_where_it_says_it_all() -> None:
    one = album(
        cover="c.jpg",
        films={"f": "f.mp4"},
        tracks=[{"audio": "a", "lyrics": "a.lrc", "segments": [{"film": "f", "sound": "-18 dB"}]}],
    )
    assert one.cover == Picture(image="c.jpg")
    assert one.films == {"f": Film(file="f.mp4")}
    assert one.tracks[0].lyrics == Words(file="a.lrc")
    sound = one.tracks[0].segments[0].sound
    assert sound is not None and sound.level == -18.0


def test_a_segment_without_a_film_is_of_its_tracks_film_or_of_the_only_one() -> None:
    one = album(films={"f": "f.mp4"}, tracks=[{"film": "g.mp4", "segments": [{}, {"film": "f"}]}, {"segments": [{}]}])
    files = [one.film(segment.film) for track in one.tracks for segment in one.segments(track)]
    assert [film.file for film in files if film] == ["g.mp4", "f.mp4", "f.mp4"]
    assert album(films={"f": "f.mp4", "g": "g.mp4"}).film(None) is None


@pytest.mark.parametrize("name", ["film/b", "b.mp4", "..\\b"])
def test_a_film_that_is_no_id_may_be_a_file(name: str) -> None:
    assert album().film(name) == Film(file=name)


@pytest.mark.parametrize("name", ["backstage", ".hidden", ""])
def test_a_film_that_is_neither_id_nor_file_is_none(name: str) -> None:
    assert album().film(name) is None


def test_tracks_without_ids_are_called_after_their_files_and_never_alike() -> None:
    tracks = [{"audio": "a/01.flac"}, {"audio": "b/01.flac"}, {"id": "01-2"}, {}, {"audio": "b/01.ogg"}]
    assert album(tracks=tracks).track_ids == ("01", "01-3", "01-2", "track-4", "01-4")


def test_a_thousand_tracks_of_one_name_are_named_at_once() -> None:
    assert len(set(album(tracks=[{"audio": "a.flac"}] * 1000).track_ids)) == 1000


def test_a_tempo_gives_the_form_that_times_are_resolved_with() -> None:
    (track,) = album(tracks=[{"audio": "a", "tempo": {"bpm": "96", "first_beat": "0:00.120"}}]).tracks
    assert track.tempo and track.tempo.map == TempoMap(Fraction(96), Fraction(3, 25), 4)


def test_items_of_a_programme_have_short_forms() -> None:
    texts = ["leader 8s", "locker-room", "interval 2:00", {"film": "b", "in": "2:00", "out": "2:30"}]
    leader, track, interval, film = album(programme=texts).programme
    assert leader.leader == ClockTime(Fraction(8))
    assert track.track == "locker-room"
    assert interval.interval == ClockTime(Fraction(120))
    assert (film.film, film.in_, film.out) == ("b", ClockTime(Fraction(120)), ClockTime(Fraction(150)))


@pytest.mark.parametrize("item", [{}, {"track": "a", "film": "b"}, {"track": "a", "in": "1"}])
def test_an_item_of_a_programme_is_one_thing(item: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=r"item of the programme is one thing|belong to a film"):
        album(programme=[item])


def test_an_album_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        album().title = "x"  # type: ignore[misc]


def test_a_segment_cuts_in_leaves_the_song_alone_and_is_silent_unless_it_says_so() -> None:
    segment = Segment.model_validate({})
    assert (segment.join.dissolve, segment.song, segment.sound, segment.hold) == (None, 0.0, None, False)
