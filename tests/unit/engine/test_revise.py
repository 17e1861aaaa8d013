"""Another version of the album under the song that plays: what is heard goes on, what is seen follows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from tests.unit.engine.world import ALBUM, COVER, FILM, S, World, cue
from visualalbum.engine.snapshot import Layer, Snapshot, Source, State
from visualalbum.timeline.cues import FilmCue, FilmSoundClip, SongClip, SoundPlan, Timeline, TrackCue

A, B, C, D = ALBUM.films


def rolled(position_s: float, timeline: Timeline = ALBUM) -> World:
    world = World(timeline)
    world.engine.roll()
    world.run_to(position_s)
    return world


def with_films(*films: FilmCue) -> Timeline:
    return replace(ALBUM, films=films)


def unbroken(world: World, seconds: float) -> list[Snapshot]:
    """Run on; the song must go on as if nothing had happened, and film must be seen all the time."""
    before_us, before_ns = world.heard_us, world.now_ns
    snapshots = world.run(seconds)
    assert world.heard_us - before_us == pytest.approx((world.now_ns - before_ns) // 1000, abs=1)
    assert {snapshot.state for snapshot in snapshots} == {State.ROLLING}
    assert world.sound.loaded == 1
    for snapshot in snapshots:
        assert snapshot.stage.layers
        assert all(layer.source is Source.DECK for layer in snapshot.stage.layers)
    return snapshots


def primings(world: World) -> int:
    return len(world.events("prime"))


def test_other_words_leave_song_and_decks_alone() -> None:
    world = rolled(2.0)
    deck, before = world.top, primings(world)
    world.engine.revise(replace(ALBUM, title="Another", films=tuple(replace(film) for film in ALBUM.films)))
    unbroken(world, 0.5)
    assert (world.top, primings(world)) == (deck, before)
    assert world.engine.timeline.title == "Another"
    world.run_to(4.5)
    assert world.snapshot.stage.cue == "b"
    assert abs(world.drift_ms()) < 1.5


def test_an_in_point_moved_under_the_picture_is_seen_within_half_a_second_and_nothing_between() -> None:
    world = rolled(2.0)
    world.engine.revise(with_films(cue("a", 0, 4, 14), B, C, D))
    unbroken(world, 0.5)
    assert abs(world.drift_ms()) < 1.5, "it shows what the new version wants"


def test_an_out_point_moved_ahead_keeps_the_picture_and_makes_the_cut_anew() -> None:
    world = rolled(2.0)
    deck = world.top
    world.engine.revise(with_films(cue("a", 0, 3, 12), cue("b", 3, 8, 1, tail_us=800_000), C, D))
    unbroken(world, 0.8)
    assert world.top is deck
    snapshots = unbroken(world, 0.6)
    assert [snapshot.stage.cue for snapshot in (snapshots[0], snapshots[-1])] == ["a", "b"]
    assert abs(world.drift_ms()) < 1.5


def test_an_out_point_moved_on_is_played_to_its_new_end() -> None:
    world = rolled(2.0)
    world.engine.revise(with_films(cue("a", 0, 7, 12), cue("b", 7, 8, 5, tail_us=800_000), C, D))
    unbroken(world, 4.8)
    assert world.snapshot.stage.cue == "a"
    assert abs(world.drift_ms()) < 1.5


def test_a_segment_cut_in_two_plays_on_through_the_seam() -> None:
    world = rolled(1.0)
    deck = world.top
    world.engine.revise(with_films(cue("a1", 0, 2, 12), cue("a2", 2, 4, 14), B, C, D))
    world.run(0.1)
    assert (world.top, world.snapshot.stage.cue) == (deck, "a1")
    unbroken(world, 1.5)
    assert world.snapshot.stage.cue == "a2"
    assert abs(world.drift_ms()) < 1.5


def test_an_edit_that_is_taken_back_finds_its_deck_still_there() -> None:
    world = rolled(2.0)
    deck = world.top
    world.engine.revise(with_films(cue("a", 0, 4, 14), B, C, D))
    world.run(0.1)
    world.engine.revise(ALBUM)
    unbroken(world, 0.5)
    assert world.top is deck
    assert abs(world.drift_ms()) < 1.5


def test_a_segment_that_is_taken_away_leaves_the_cover() -> None:
    world = rolled(2.0)
    world.engine.revise(with_films(B, C, D))
    world.run(0.05)
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)


def test_a_film_that_was_replaced_on_the_disk_is_primed_anew_under_the_old_picture() -> None:
    world = rolled(2.0)
    deck = world.top
    world.engine.revise(ALBUM, changed={FILM})
    unbroken(world, 0.5)
    assert world.top is not deck
    assert abs(world.drift_ms()) < 1.5


def test_a_broken_film_in_the_new_version_lets_the_old_picture_go() -> None:
    world = rolled(2.0)
    other = Path("other.mp4")
    world.conformer.broken.add(other)
    world.engine.revise(with_films(replace(A, path=other), B, C, D))
    world.run(0.6)
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)
    assert [fault.kind for fault in world.snapshot.faults] == ["film-broken"]


def test_parked_it_stands_at_the_same_place_on_the_new_picture() -> None:
    world = World(position_us=2 * S)
    world.run(0.2)
    world.engine.revise(with_films(cue("a", 0, 4, 14), B, C, D))
    snapshots = world.run(0.3)
    assert all(snapshot.stage.layers[0].source is Source.DECK for snapshot in snapshots)
    assert (world.snapshot.state, world.snapshot.position_us) == (State.PARKED, 2 * S)
    assert world.top is not None
    assert world.top.poll().primed_us == 16 * S
    world.engine.roll()
    world.run(1.0)
    assert abs(world.drift_ms()) < 1.5


def test_before_the_first_sample_is_heard_a_new_version_starts_as_the_old_one_would() -> None:
    world = World()
    world.engine.roll()
    world.run(0.03)
    world.engine.revise(with_films(cue("a", 0, 4, 14), B, C, D))
    world.run(1.0)
    assert world.snapshot.state is State.ROLLING
    assert abs(world.drift_ms()) < 1.5


def of_tracks(**seconds: float) -> Timeline:
    """Silent tracks of so many seconds, each a song of its own rate: no two of them are the same sound."""
    songs: list[SongClip] = []
    tracks: list[TrackCue] = []
    start = Fraction(0)
    for name, length in seconds.items():
        rate = 8000 + sum(map(ord, name))
        songs.append(SongClip(None, 0, rate, round(length * rate), start, Fraction(length)))
        tracks.append(TrackCue(name, name, "", round(start * S), round((start + Fraction(length)) * S)))
        start += Fraction(length)
    return Timeline(tracks=tuple(tracks), sound=SoundPlan(tuple(songs)))


def test_a_track_added_at_the_end_is_taken_on_without_a_break_and_played() -> None:
    world = rolled(2.0, of_tracks(one=12))
    world.engine.revise(of_tracks(one=12, two=5))
    before_us, before_ns = world.heard_us, world.now_ns
    world.run(11.0)
    assert (world.sound.revised, world.sound.loaded) == (1, 1)
    assert world.heard_us - before_us == (world.now_ns - before_ns) // 1000
    assert world.snapshot.track == 1


def test_a_film_sound_mixed_in_far_ahead_does_not_touch_what_is_heard() -> None:
    world = rolled(2.0, of_tracks(one=40))
    sound = FilmSoundClip(FILM, 1, 0, 0, 30 * S, 35 * S)
    timeline = of_tracks(one=40)
    world.engine.revise(replace(timeline, sound=replace(timeline.sound, film_sounds=(sound,))))
    assert (world.sound.revised, world.sound.loaded) == (1, 1)
    world.run_to(24.0)
    world.engine.revise(timeline)
    assert world.snapshot.state is State.ROLLING
    world.run(0.5)
    assert world.sound.crossed == 1, "what is decoded ahead already holds the film's sound"


@pytest.mark.parametrize(
    ("after", "place_s"),
    [
        (of_tracks(zero=4, one=10, two=10, three=8), 16.0),
        (of_tracks(two=10, one=10, three=8), 2.0),
        (of_tracks(one=10, two=10), 12.0),
        (of_tracks(one=10, two=12, three=8), 12.0),
        (of_tracks(one=10, two=1.5, three=8), 10.0),
        (of_tracks(one=10, three=8), 10.0),
        (of_tracks(one=10), 0.0),
    ],
    ids=["one more before", "another order", "fewer after", "longer", "shorter than the place", "gone", "gone, last"],
)
def test_where_the_song_changed_it_goes_on_at_the_nearest_place(after: Timeline, place_s: float) -> None:
    world = rolled(12.0, of_tracks(one=10, two=10, three=8))
    world.engine.revise(after)
    world.run(0.4)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.position_us == pytest.approx((place_s + 0.3) * S, abs=0.15 * S)


def test_a_song_replaced_on_the_disk_is_loaded_again_at_its_place() -> None:
    timeline = of_tracks(one=20)
    song = replace(timeline.sound.songs[0], path=Path("song.flac"))
    timeline = replace(timeline, sound=SoundPlan((song,)))
    world = rolled(4.0, timeline)
    world.engine.revise(timeline, changed={Path("song.flac")})
    before_us, before_ns = world.heard_us, world.now_ns
    world.run(0.4)
    assert (world.sound.crossed, world.sound.loaded) == (1, 1)
    assert world.heard_us - before_us == (world.now_ns - before_ns) // 1000


FILMED = Timeline(
    tracks=(TrackCue("one", "", "", 0, 20 * S),),
    films=(cue("a", 0, 9, 12), cue("b", 9, 20, 40)),
    sound=SoundPlan((SongClip(None, 0, 48_000, 960_000, Fraction(0), Fraction(20)),)),
)
LATER = Timeline(
    tracks=(TrackCue("zero", "", "", 0, 4 * S), TrackCue("one", "", "", 4 * S, 24 * S)),
    films=(cue("z", 0, 4, 70), cue("a", 4, 13, 12), cue("b", 13, 24, 40)),
    sound=SoundPlan(
        tuple(SongClip(None, 0, 48_000, 48_000 * s, Fraction(at), Fraction(s)) for at, s in ((0, 4), (4, 20)))
    ),
)


@pytest.mark.parametrize(("before", "after", "by_s"), [(FILMED, LATER, 4), (LATER, FILMED, -4)])
def test_a_song_that_now_stands_elsewhere_goes_on_with_its_picture(
    before: Timeline, after: Timeline, by_s: int
) -> None:
    world = rolled(6.0, before)
    deck, primed = world.top, primings(world)
    world.engine.revise(after)
    at_us = world.snapshot.position_us
    snapshots = world.run(0.5)
    assert {snapshot.state for snapshot in snapshots} == {State.ROLLING}
    assert all(layer.source is Source.DECK for snapshot in snapshots for layer in snapshot.stage.layers)
    moved = [after.position_us - before.position_us for before, after in pairwise(snapshots)]
    jumps = [step for step in moved if abs(step - 10_000) > 100]
    assert jumps == [pytest.approx(by_s * S + 10_000, abs=100)], "once, when it is heard"
    assert world.snapshot.position_us == pytest.approx(at_us + (by_s + 0.5) * S, abs=1000)
    assert (world.top, primings(world)) == (deck, primed), "the picture has not changed"
    assert (world.sound.crossed, world.sound.loaded) == (1, 1)
    world.run_to(15.0 if by_s > 0 else 11.0)
    assert world.snapshot.stage.cue == "b"
    assert abs(world.drift_ms()) < 1.5


def test_a_park_while_the_sound_goes_over_parks_in_the_other_version() -> None:
    world = rolled(6.0, FILMED)
    world.engine.revise(LATER)
    world.engine.park()
    world.run(0.3)
    assert world.engine.timeline is LATER
    assert world.snapshot.position_us == pytest.approx(10.0 * S, abs=50_000)
    world.engine.roll()
    world.run(0.5)
    assert world.snapshot.state is State.ROLLING
    assert abs(world.drift_ms()) < 1.5


def test_a_locate_while_the_sound_goes_over_means_the_moment_that_was_meant() -> None:
    world = rolled(6.0, FILMED)
    world.engine.revise(LATER)
    world.engine.locate(2 * S)
    world.run(0.5)
    assert world.snapshot.position_us == pytest.approx(6.4 * S, abs=0.15 * S)
    assert world.snapshot.stage.cue == "a"


def test_of_two_versions_in_a_row_the_last_one_stays() -> None:
    world = rolled(6.0, FILMED)
    world.engine.revise(LATER)
    world.run(0.01)
    world.engine.revise(FILMED)
    world.run(0.8)
    assert world.engine.timeline is FILMED
    assert world.snapshot.position_us == pytest.approx(6.7 * S, abs=0.15 * S)
    assert abs(world.drift_ms()) < 1.5


def test_a_version_that_the_sound_never_goes_over_to_is_gone_to_by_a_locate() -> None:
    world = rolled(6.0, FILMED)
    world.sound._decode_ns = 10**12
    world.engine.revise(LATER)
    world.run(2.9)
    assert world.engine.timeline is FILMED
    world.sound._decode_ns = 10**7
    world.run(0.6)
    assert world.engine.timeline is LATER
    assert world.snapshot.position_us == pytest.approx(13.4 * S, abs=0.2 * S)


def test_near_the_end_there_is_no_room_to_go_over() -> None:
    world = rolled(18.0, FILMED)
    world.engine.revise(LATER)
    world.run(0.5)
    assert (world.sound.crossed, world.sound.loaded) == (0, 2)
    assert world.snapshot.position_us == pytest.approx(22.4 * S, abs=0.15 * S)


def test_after_the_end_a_longer_version_waits_where_the_old_one_ended() -> None:
    world = rolled(2.0, of_tracks(one=3))
    world.run(2.0)
    assert world.snapshot.state is State.ENDED
    world.engine.revise(of_tracks(one=3, two=5))
    world.run(0.1)
    assert (world.snapshot.state, world.snapshot.position_us) == (State.PARKED, 3 * S)


def test_a_version_with_nothing_in_it_empties_the_house_and_the_next_one_is_loaded() -> None:
    world = rolled(2.0)
    world.engine.revise(Timeline())
    world.run(0.1)
    assert world.snapshot.state is State.EMPTY
    world.engine.revise(ALBUM)
    world.run(0.1)
    assert world.snapshot.state is State.PARKED
