"""The engine on a virtual clock: what is heard, what is seen, and what happens when things fail."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.engine.world import ALBUM, COVER, FILM, S, World, cue
from visualalbum.engine.policy import SyncPolicy
from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import Layer, Source, State
from visualalbum.timeline.cues import Timeline


def rolled(*, broken: bool = False, **options: object) -> World:
    """A world that rolls, its film broken from the start or not."""
    world = World(**options)  # type: ignore[arg-type]
    if broken:
        world.conformer.broken.add(FILM)
        world.engine.load(ALBUM)
    world.engine.roll()
    return world


def test_an_album_is_parked_on_its_first_frame() -> None:
    world = World()
    world.run(0.2)
    assert world.snapshot.state is State.PARKED
    assert world.snapshot.position_us == 0
    assert world.top is not None


def test_the_picture_holds_to_the_song_through_every_cut() -> None:
    world = rolled()
    world.run_to(1.0)
    while world.snapshot.position_us < 11.9 * S:
        world.run(0.01)
        assert world.near_a_cut() or abs(world.drift_ms()) < 1.5


@pytest.mark.parametrize("take_error_ms", [-0.5, 6, 17, 24])
def test_a_take_that_misses_is_trimmed_away_within_a_second_and_a_half(take_error_ms: float) -> None:
    world = World()
    for deck in world.decks:
        deck.behaviour.take_error_ns = round(take_error_ms * 1e6)
    world.engine.roll()
    world.run_to(1.5)
    while world.snapshot.position_us < 3.5 * S:
        world.run(0.01)
        assert abs(world.drift_ms()) < 1.6


@pytest.mark.parametrize("skew_ppm", [-200.0, 200.0])
def test_a_sound_device_whose_clock_is_off_is_followed(skew_ppm: float) -> None:
    song = replace(ALBUM, films=(cue("long", 0, 20, 5),), stills=())
    world = rolled(timeline=song, skew_ppm=skew_ppm, jitter_ns=300_000)
    world.run_to(2.0)
    while world.snapshot.position_us < 18 * S:
        world.run(0.01)
        assert abs(world.drift_ms()) < 5.5, world.snapshot.position_us  # the truth above ignores the skew: 4 ms in 20 s


def test_what_is_on_the_stage_is_what_was_planned() -> None:
    world = rolled()
    world.run_to(0.05)
    planned = [(4, "a"), (8, "b"), (12, "c"), (13, ""), (17, "d"), (18, "still"), (20, "d")]
    while world.snapshot.position_us < 19.9 * S:
        world.run(0.01)
        expected = next(name for end_s, name in planned if world.heard_us < end_s * S)
        assert world.near_a_cut() or world.snapshot.stage.cue == expected


def test_cuts_are_announced_ahead_for_the_stage_to_make_on_time() -> None:
    world = rolled()
    world.run_to(3.95)
    planned = world.snapshot.planned
    assert planned is not None
    assert planned.picture.cue == "b"
    heard_in_ms = (planned.instant_ns - world.now_ns) / 1e6
    assert heard_in_ms == pytest.approx((4 * S - world.heard_us - SyncPolicy().stage_lead_us) / 1000, abs=0.5)


def test_the_stage_does_not_go_back_after_a_cut() -> None:
    world = rolled(jitter_ns=900_000)
    world.run_to(3.8)
    names = [snapshot.stage.cue for snapshot in world.run(0.4)]
    assert names == sorted(names)
    assert names[-1] == "b"


def test_a_dissolve_shows_both_decks_and_ends_fully_changed() -> None:
    world = rolled()
    world.run_to(8.4)
    under, over = world.snapshot.stage.layers
    assert under.opacity == 1.0
    assert over.opacity == pytest.approx(0.5, abs=0.03)
    world.run_to(8.82)
    assert len(world.snapshot.stage.layers) == 1


def test_a_segment_that_holds_keeps_its_last_frame() -> None:
    world = rolled()
    world.run_to(16.5)
    deck = world.top
    assert deck is not None
    command, instant_ns = deck.log[-1]
    assert command == "park_at"
    assert isinstance(instant_ns, int)
    heard_us = world.heard_us - (world.now_ns - instant_ns) // 1000
    assert 15_960_000 < heard_us < 16_000_000  # within the last frame before the out-point


def test_without_a_picture_the_cover_stands() -> None:
    world = rolled()
    world.run_to(12.5)
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)


def test_a_take_s_error_is_told_and_how_long_before_it_its_deck_was_ready() -> None:
    world = rolled()
    for deck in world.decks:
        deck.behaviour.take_error_ns = 3_000_000
    world.run_to(4.2)
    sync = world.snapshot.sync
    assert sync.takes == 2
    assert (sync.take_ms, sync.worst_take_ms) == (pytest.approx(3, abs=1), pytest.approx(3, abs=1))
    assert sync.film_ahead_us is not None
    assert 0.5 * S < sync.film_ahead_us < 4 * S
    assert [event["drift_ms"] for event in world.events("taken")][-1] == sync.take_ms


def test_a_locate_while_rolling_rolls_on_from_there() -> None:
    world = rolled()
    world.run_to(2.0)
    world.engine.locate(9 * S)
    world.run(0.5)
    assert world.snapshot.state is State.ROLLING
    assert 9.2 * S < world.snapshot.position_us < 9.6 * S
    world.run(0.5)
    assert abs(world.drift_ms()) < 1.5


@pytest.mark.parametrize(("prime_ms", "joins_s"), [(30, 0.25), (170, 0.25), (270, 0.7), (450, 1.7)])
def test_a_rolling_song_does_not_wait_for_the_picture_which_joins_it_in_sync(prime_ms: int, joins_s: float) -> None:
    world = rolled()
    world.run_to(2.0)
    for deck in world.decks:
        deck.behaviour.prime_ns = prime_ms * 1_000_000
    world.engine.locate(9 * S)
    world.run(0.1)
    assert world.snapshot.state is State.ROLLING
    assert world.heard_us > 9 * S, "the song is heard within 100 ms"
    world.run(joins_s)
    assert world.snapshot.stage.cue == "c"
    assert abs(world.drift_ms()) < 1.5


def test_a_place_just_before_a_cut_leaves_out_what_could_not_be_shown_in_time() -> None:
    world = rolled()
    world.run_to(1.0)
    world.engine.locate(round(3.9 * S))
    world.run(0.3)
    assert [event["cue"] for event in world.events("take")] == ["a", "b"]
    assert abs(world.drift_ms()) < 1.5


def test_a_locate_while_parked_shows_the_place_and_stays() -> None:
    world = World()
    world.run(0.2)
    world.engine.locate(5 * S)
    world.run(0.2)
    assert (world.snapshot.state, world.snapshot.position_us) == (State.PARKED, 5 * S)
    assert world.snapshot.stage.cue == "b"


def test_parking_keeps_the_place_and_rolling_goes_on_in_sync() -> None:
    world = rolled()
    world.run_to(2.0)
    world.engine.park()
    place_us = world.run(1.0)[-1].position_us
    assert abs(place_us - 2 * S) < 20_000
    world.engine.roll()
    world.run(1.0)
    assert abs(world.snapshot.position_us - place_us - 0.97 * S) < 20_000
    assert abs(world.drift_ms()) < 1.5


def test_parking_within_a_dissolve_keeps_both_pictures() -> None:
    world = rolled()
    world.run_to(8.4)
    world.engine.park()
    world.run(0.5)
    assert len(world.snapshot.stage.layers) == 2
    world.engine.roll()
    world.run(1.0)
    assert world.snapshot.stage.cue == "c"


def test_tracks_are_stepped_through_as_every_player_does() -> None:
    world = rolled()
    world.run_to(5.0)
    world.engine.next_track()
    world.run(0.3)
    assert world.snapshot.track == 1
    world.engine.previous_track()
    world.run(0.3)
    assert world.snapshot.track == 0
    world.run_to(5.0)
    world.engine.previous_track()
    world.run(0.05)
    assert world.snapshot.position_us < 50_000


def test_after_the_end_it_starts_again() -> None:
    world = rolled(position_us=19 * S)
    world.run(2.0)
    assert world.snapshot.state is State.ENDED
    world.engine.roll()
    world.run(0.5)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.position_us < S


def test_a_film_that_is_broken_leaves_the_cover_and_a_note_and_the_song_goes_on() -> None:
    world = rolled(broken=True)
    world.run(3.0)
    assert world.snapshot.position_us > 2.5 * S
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)
    assert [fault.kind for fault in world.snapshot.faults] == ["film-broken"]


def test_a_film_that_comes_back_rejoins_in_sync() -> None:
    world = rolled(broken=True)
    world.run(1.0)
    world.conformer.broken.clear()
    world.run(2.6)
    assert world.snapshot.stage.cue == "a"
    assert not world.snapshot.faults
    assert abs(world.drift_ms()) < 1.5


def test_a_decoder_that_dies_in_mid_segment_is_replaced_while_the_song_goes_on() -> None:
    world = rolled()
    world.run_to(1.0)
    for deck in world.decks:
        deck.behaviour.dying.add(FILM)
    world.run(0.3)
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)
    for deck in world.decks:
        deck.behaviour.dying.clear()
    world.run(2.4)
    assert world.snapshot.position_us == pytest.approx(3.7 * S, abs=0.1 * S)
    assert abs(world.drift_ms()) < 1.5


def test_a_deck_that_does_not_move_when_it_is_released_is_replaced() -> None:
    world = World()
    world.decks[0].behaviour.deaf = True
    world.engine.roll()
    world.run(1.3)
    assert world.top is world.decks[1]
    assert abs(world.drift_ms()) < 1.5
    assert [event["cue"] for event in world.events("relocate")] == ["a"]


def test_a_deck_that_stops_in_mid_segment_is_replaced() -> None:
    world = rolled()
    world.run_to(1.0)
    assert world.top is not None
    world.top.behaviour.deaf = True
    world.run(1.1)
    assert abs(world.drift_ms()) < 1.5


def test_a_film_that_ends_before_its_segment_is_not_tried_again_and_again() -> None:
    world = World()
    world.conformer.frames = 12 * 25 + 38  # a second and a half from the in-point on
    world.engine.load(ALBUM)
    world.engine.roll()
    world.run(3.5)
    assert not world.events("relocate")


def test_a_clip_that_is_late_joins_the_running_song() -> None:
    world = World()
    world.conformer.delay_ns = 2_500_000_000
    world.engine.load(ALBUM)
    world.engine.roll()
    world.run(2.0)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.stage.layers == (Layer(Source.STILL, still=COVER),)
    world.run(1.7)
    assert world.snapshot.stage.cue == "a"
    assert abs(world.drift_ms()) < 1.5


@pytest.mark.parametrize(("length_s", "primed"), [(6, 1), (2, 2)])
def test_the_next_film_is_opened_when_a_take_is_past_unless_it_comes_soon(length_s: int, primed: int) -> None:
    films = (cue("one", 0, length_s, 5), cue("two", length_s, 12, 20))
    world = rolled(timeline=replace(ALBUM, films=films, stills=()))
    world.run_to(1.0)
    assert [event["event"] for event in world.trace.events].count("prime") == primed
    world.run_to(1.4)
    assert [event["event"] for event in world.trace.events].count("prime") == 2


def test_a_deck_that_primes_slowly_is_primed_further_ahead() -> None:
    world = World()
    for deck in world.decks:
        deck.behaviour.prime_ns = 700_000_000
    world.engine.locate(1 * S)
    world.run(1.0)
    world.engine.roll()
    world.engine.locate(4 * S)
    world.run(3.4)
    assert world.snapshot.stage.cue == "b"
    assert abs(world.drift_ms()) < 1.6


def test_a_device_that_corrects_its_delay_is_followed_by_another_deck() -> None:
    long = replace(ALBUM, films=(cue("long", 0, 20, 5),), stills=())
    world = rolled(timeline=long)
    world.run_to(3.0)
    world.sound.jump(120_000_000)
    world.run(2.0)
    assert world.snapshot.sync.relocates == 1
    assert abs(world.drift_ms()) < 1.5


def test_one_deck_is_enough_for_a_film_without_cuts() -> None:
    long = replace(ALBUM, films=(cue("long", 0, 20, 5),), stills=())
    world = rolled(timeline=long, decks=1)
    world.run_to(5.0)
    assert abs(world.drift_ms()) < 1.5


def test_without_any_deck_the_songs_and_stills_play() -> None:
    world = rolled(decks=0)
    world.run_to(17.5)
    assert world.snapshot.stage.layers[-1] == Layer(Source.STILL, still=Path("still.png"))


def test_a_fault_of_the_sound_is_told() -> None:
    world = rolled()
    world.run_to(1.0)
    world.sound.fail(Fault("device-lost", "headphones", "the headphones are gone"))
    world.run(0.1)
    assert [fault.kind for fault in world.snapshot.faults] == ["device-lost"]
    assert world.snapshot.state is State.ROLLING


def test_a_fault_of_the_sound_that_is_over_is_told_no_more() -> None:
    world = rolled()
    world.run_to(1.0)
    world.sound.fail(Fault("device-lost", "headphones", "the headphones are gone"))
    world.run(0.1)
    world.sound.fail(Fault("device-lost", "headphones", "the headphones are back", over=True))
    world.run(0.1)
    assert not world.snapshot.faults
    assert [event["sentence"] for event in world.events("mended")] == ["the headphones are back"]


def test_volume_and_muting_reach_the_sound() -> None:
    world = World()
    world.engine.set_volume(0.5)
    assert world.sound.volume == 0.5
    world.engine.set_muted(True)
    assert world.sound.volume == 0.0
    world.engine.set_muted(False)
    assert world.sound.volume == 0.5


def test_a_fade_is_heard_and_leaves_the_volume_that_people_have_set() -> None:
    world = World()
    world.engine.set_volume(0.5)
    world.engine.set_fade(0.5)
    assert (world.sound.volume, world.engine.tick().volume) == (0.25, 0.5)
    world.engine.set_volume(0.8)
    assert world.sound.volume == pytest.approx(0.4), "a volume set meanwhile fades too"
    world.engine.set_muted(True)
    world.engine.set_fade(1.0)
    assert world.sound.volume == 0.0, "what is muted stays so"
    world.engine.set_muted(False)
    assert world.sound.volume == 0.8


def test_an_empty_album_does_nothing_and_says_so() -> None:
    world = World(Timeline())
    for command in (world.engine.roll, world.engine.park, world.engine.next_track, world.engine.start_of_track):
        command()
        world.run(0.05)
    world.engine.locate(S)
    world.run(0.1)
    assert world.snapshot.state is State.EMPTY
    assert world.snapshot.stage.layers == ()
