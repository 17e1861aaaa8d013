"""What MPRIS tells of a moment, and where its seeks end."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.remote.orders import Locate, Verb
from visualalbum.remote.standing import NO_TRACK, Seen, jumped, notable, track_facts
from visualalbum.timeline.cues import SongClip, SoundPlan, Timeline, TrackCue

S = 1_000_000
SONGS = tuple(SongClip(Path(f"/music/{n} ö.flac"), 0, 48_000, 0, Fraction(n * 60), Fraction(60)) for n in range(2))
ALBUM = Timeline(
    title="Backstage",
    artist="S-1",
    tracks=(TrackCue("one", "Locker room", "", 0, 60 * S), TrackCue("two", "", "S-1 feat. Souma", 60 * S, 120 * S)),
    sound=SoundPlan(SONGS),
    cover=Path("/art/cover 1.png"),
)


def seen(position_s: float = 0, state: State = State.ROLLING, after_s: float = 0, timeline: Timeline = ALBUM) -> Seen:
    """A moment at a position, so long after the first one."""
    position_us = round(position_s * S)
    track = 1 if position_us >= 60 * S else 0
    snapshot = Snapshot(state, position_us, 120 * S, track, position_us - track * 60 * S)
    return Seen(timeline, snapshot, 1.0, round(after_s * 1e9))


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.EMPTY, "Stopped"),
        (State.PARKED, "Paused"),
        (State.STARTING, "Playing"),
        (State.ROLLING, "Playing"),
        (State.ENDED, "Stopped"),
    ],
)
def test_every_state_of_the_transport_has_a_status(state: State, status: str) -> None:
    assert seen(state=state).status == status


def test_a_track_is_told_with_its_album_and_its_files() -> None:
    facts = track_facts(seen(70))
    assert (facts.title, facts.artist) == ("two", "S-1 feat. Souma"), "without a title the id stands for it"
    assert (facts.album, facts.album_artist, facts.number, facts.length_us) == ("Backstage", "S-1", 2, 60 * S)
    assert facts.url == "file:///music/1%20%C3%B6.flac"
    assert facts.art_url == "file:///art/cover%201.png"
    assert track_facts(seen(10)).artist == "S-1", "an album's artist stands where a track names none"


def test_what_no_bus_takes_is_not_told() -> None:
    odd = TrackCue("one", "a\0b\ud800\n", "", 0, 60 * S)
    facts = track_facts(seen(timeline=Timeline(title="x" * 10**6, tracks=(odd,))))
    assert facts.title == "a b"
    assert len(facts.album) == 400
    assert facts.id.isascii()


def test_a_tracks_id_is_its_own_and_stays_the_same_when_the_album_is_read_again() -> None:
    assert seen(10).track_id == seen(20, timeline=replace(ALBUM)).track_id
    others = {seen(10).track_id, seen(70).track_id, seen(10, timeline=replace(ALBUM, title="Other")).track_id, NO_TRACK}
    assert len(others) == 4


def test_without_an_album_nothing_can_be_done() -> None:
    nothing = Seen()
    assert (nothing.can_play, nothing.can_go_next, nothing.track_id) == (False, False, NO_TRACK)
    assert (nothing.seek(S), nothing.set_position(NO_TRACK, 0)) == (None, None)


@pytest.mark.parametrize(
    ("position_s", "by_s", "order"),
    [
        (10, 5, Locate(15 * S)),
        (10, -20, Locate(0)),
        (70, -20, Locate(60 * S)),
        (50, 20, Verb.NEXT),
        (110, 20, None),
    ],
)
def test_a_seek_stays_in_its_track_or_goes_to_the_next_one(position_s: float, by_s: int, order: object) -> None:
    assert seen(position_s).seek(by_s * S) == order


def test_a_place_is_only_taken_in_the_track_it_was_meant_for() -> None:
    now = seen(70)
    assert now.set_position(now.track_id, 5 * S) == Locate(65 * S)
    assert now.set_position(seen(10).track_id, 5 * S) is None
    assert now.set_position(now.track_id, 61 * S) is None
    assert now.set_position(now.track_id, -1) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (seen(10), seen(12, after_s=2), False),
        (seen(10), seen(17, after_s=2), True),
        (seen(10), seen(5, after_s=2), True),
        (seen(59), seen(61, after_s=2), False),
        (seen(10, State.PARKED), seen(10, State.PARKED, after_s=99), False),
        (seen(10, State.PARKED), seen(40, State.PARKED, after_s=1), True),
        (seen(10), seen(40, State.STARTING, after_s=0.01), True),
        (seen(10, State.STARTING), seen(10, after_s=0.15), False),
        (seen(10, State.STARTING), seen(10, after_s=3), True),
        (Seen(), seen(0), False),
        (Seen(), seen(30), True),
        (seen(30), Seen(), False),
    ],
)
def test_a_jump_is_a_position_that_nobody_would_have_reckoned(before: Seen, after: Seen, expected: bool) -> None:
    assert jumped(before, after) is expected


def test_only_the_passing_of_time_is_not_worth_telling() -> None:
    assert not notable(seen(10), seen(12, after_s=2))
    assert notable(seen(10), seen(10, State.PARKED))
    assert notable(seen(59), seen(61, after_s=2))
    assert notable(seen(10), replace(seen(10), volume=0.5))
    assert notable(seen(10), seen(10, timeline=replace(ALBUM)))
