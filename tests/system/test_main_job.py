"""The main job: the real program plays the demo, and what a recorder outside it saw and heard is right.

mpv on the same recorder in the same run is the zero that pictures are held against.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pytest

from measuring import setting
from measuring.zero import zero
from tests.support import albums, players
from tests.support.analysis import Analysis
from tests.support.listening import RATE
from tests.support.players import ROOT, Playing
from tests.support.processes import wait_until
from tests.support.recorder import Sight
from tests.support.reference import decode, found_in
from tests.support.resolved import Resolved, resolve
from tests.support.studio import Studio, studio, until_end
from tests.support.takes import Takes
from tests.support.verdict import complaints

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
START_S, UNTIL_S = 86, 124  # a start, two cuts, two stills, a cut from a still, a dissolve, and a film's own sound
STILLS_S = 104, 108  # both of them, one after the other
DISSOLVE_S = 112, 113.5
OWN_SOUND_S, OWN_SOUND_LASTS_S = 121.5, 2  # past its fade
SONGS_JOIN_S = 72
LIMIT_S = 90
LOCATE_MS = 500  # a broken locate takes seconds; `packaging/measure` tells how long one takes
PLAY_S = 2.5
KEY_S = 0.2  # a key takes this long at most to be heard
JOIN_S = albums.SONG_SAMPLES[0] / albums.SONG_RATE


@dataclass(frozen=True)
class Set:
    """A studio and mpv's reading in it."""

    stage: Studio
    zero_ms: float


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Set]:
    with studio(tmp_path_factory.mktemp("main-job"), 960, 540) as stage:
        yield Set(stage, zero(stage, replace(setting.SHORT, zero=4)))


@dataclass(frozen=True)
class Played:
    """The demo, and what was recorded of it."""

    album: Resolved
    seen: Analysis


@pytest.fixture(scope="module")
def takes(stand: Set) -> Takes[Played]:
    album = resolve(DEMO)
    command = players.visualalbum(DEMO, "--start", str(START_S), "--until", str(UNTIL_S))

    def play(take: int) -> Played:
        recording = stand.stage.record(f"demo-{take}", command, until_end(LIMIT_S), "demo")
        return Played(album, Analysis(recording, album.plan, album.reference.stretches, UNTIL_S))

    return Takes(play)


@pytest.fixture
def played(takes: Takes[Played], request: pytest.FixtureRequest) -> Played:
    return takes.for_test(request)


def test_the_demo_is_seen_and_heard_as_it_is_written(stand: Set, played: Played) -> None:
    assert complaints(played.seen, stand.zero_ms) == []
    assert len(played.seen.cuts) + len(played.seen.recording.gaps) >= 2
    (roll,) = played.seen.rolls
    assert roll.span_s == (pytest.approx(START_S, abs=0.05), pytest.approx(UNTIL_S, abs=0.3))


def test_the_two_songs_run_into_each_other_without_a_break(stand: Set) -> None:
    album = resolve(DEMO)
    start, until = SONGS_JOIN_S - 2, SONGS_JOIN_S + 2
    command = players.visualalbum(DEMO, "--start", str(start), "--until", str(until))
    recording = stand.stage.record("join", command, until_end(LIMIT_S), "demo")
    seen = Analysis(recording, album.plan, album.reference.stretches, until)
    (roll,) = seen.rolls
    assert roll.span_s == (pytest.approx(start, abs=0.05), pytest.approx(until, abs=0.3))
    assert not roll.seams


def test_stills_lie_over_the_film_for_as_long_as_they_are_written(stand: Set, played: Played) -> None:
    first, last = STILLS_S
    frames = [at for at, sight in sights(stand, played) if sight.kind == "frame"]
    assert not [at for at in frames if first + 0.04 < at[1] and at[0] < last - 0.04]
    assert max(at[1] for at in frames if at[0] < first) == pytest.approx(first, abs=0.05)
    assert min(at[0] for at in frames if at[1] > last) == pytest.approx(last, abs=0.05)


def test_a_dissolve_goes_from_one_film_picture_through_a_mixture_to_the_other(stand: Set, played: Played) -> None:
    start, end = DISSOLVE_S
    before, mixed, after = (
        next(sight for (came, gone), sight in sights(stand, played) if came <= at < gone)
        for at in (start - 0.06, (start + end) / 2, end + 0.06)
    )
    old, new = (next(part for part in played.album.plan.segments if part.end >= at) for at in (start, end))
    assert before.number in old.frames
    assert mixed.kind == "unknown"
    assert after.number in new.frames


def test_the_films_own_sound_lies_under_the_song_at_its_place_and_level(played: Played) -> None:
    sounds = played.album.timeline.sound.film_sounds
    clip = next(one for one in sounds if one.start_us <= OWN_SOUND_S * 1e6 < one.end_us)
    (roll,) = played.seen.rolls
    recording = played.seen.recording
    first, count = round(OWN_SOUND_S * RATE), OWN_SOUND_LASTS_S * RATE
    instants = recording.instant_ns(np.arange(recording.samples.size))
    begin = int(np.argmin(np.abs(instants - roll.instant_ns(OWN_SOUND_S))))
    heard = recording.samples[begin : begin + count] - played.album.reference.programme[first:][:count]
    film_s = (clip.zero_us + clip.in_us - clip.start_us) / 1e6 + OWN_SOUND_S
    film = decode([clip.path])[round(film_s * RATE) :][:count]
    late, gain_db = found_in(heard, film)
    assert abs(late) < RATE / 1000
    assert gain_db == pytest.approx(clip.gain_db, abs=1)


def test_picture_holds_to_song_after_a_resume_locates_and_the_next_track(stand: Set, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    trace = tmp_path / "trace.jsonl"
    pressed: list[int] = []

    def drive(player: Playing) -> None:
        for key in ("space", "space", "Right", "Left", "ctrl+Right", "space"):
            parked = len(pressed) == 1
            wait_until(lambda: is_parked(trace) if parked else played_s(trace) > PLAY_S, f"{key}'s turn", LIMIT_S)  # noqa: B023
            pressed.append(player.press(key))
        wait_until(lambda: is_parked(trace), "the end", LIMIT_S)

    command = players.visualalbum(album.manifest, "--trace", trace)
    seen = Analysis(stand.stage.record("transport", command, drive), album.plan)
    assert complaints(seen, stand.zero_ms, rolls=5) == []
    spans = [roll.span_s for roll in seen.rolls]
    assert [start for start, _ in spans] == [
        pytest.approx(due, abs=KEY_S) for due in (0, spans[0][1], spans[1][1] + 5, spans[2][1] - 5, JOIN_S)
    ]
    waits_ms = [  # for Right, Left and the next track: each is the key after the one of the roll before
        (min(frame.sight.instant_ns for frame in seen.shown if frame.roll == index) - pressed[index]) / 1e6
        for index in (2, 3, 4)
    ]
    assert median(waits_ms) < LOCATE_MS, waits_ms


def events(trace: Path) -> list[dict[str, Any]]:
    """What the program has told of itself so far; a line may be half written."""
    lines = trace.read_text().split("\n")[:-1] if trace.exists() else []
    return [json.loads(line) for line in lines]


def is_parked(trace: Path) -> bool:
    """Whether the transport was last told to stop."""
    told = [event["event"] for event in events(trace) if event["event"] in ("park", "roll")]
    return bool(told) and told[-1] == "park"


def played_s(trace: Path) -> float:
    """How much of the song was heard since the last start or locate, by the program's own account."""
    told = [event for event in events(trace) if event["event"] in ("locate", "roll", "drift")]
    turns = [index for index, event in enumerate(told) if event["event"] != "drift"]
    if not turns or told[turns[-1]]["event"] == "locate" or told[-1]["event"] != "drift":
        return 0.0
    return (told[-1]["position_us"] - told[turns[-1]]["position_us"]) / 1e6


def sights(stand: Set, played: Played) -> list[tuple[tuple[float, float], Sight]]:
    """All that was seen, with the programme times at which it came and went."""
    (roll,) = played.seen.rolls

    def at(instant_ns: float) -> float:
        return roll.programme_s(instant_ns - stand.zero_ms * 1e6)

    return [((at(one.instant_ns), at(one.gone_instant_ns)), one) for one in played.seen.recording.sights]
