"""The three ways to play, changed while the demo plays: the song is heard on without a break."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.support import players
from tests.support.analysis import Analysis
from tests.support.listening import RATE
from tests.support.players import ROOT, Playing
from tests.support.processes import wait_until
from tests.support.resolved import Resolved, resolve
from tests.support.studio import Studio, studio
from tests.system.test_main_job import events, is_parked

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
START_S = 88
PLAY_S = 2.0
LIMIT_S = 60
SILENT = 1e-4  # of full scale
LONGEST_MS = 20  # music has moments of silence, but not so long ones


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("ways"), 960, 540) as made:
        yield made


@pytest.fixture(scope="module")
def demo() -> Resolved:
    return resolve(DEMO)


def test_songs_alone_and_together_again_are_one_song_without_a_break(
    stage: Studio, demo: Resolved, tmp_path: Path
) -> None:
    seen = play(stage, demo, tmp_path / "trace.jsonl", "ctrl+2", "ctrl+1")
    (roll,) = seen.rolls
    assert roll.seams == ()
    assert roll.span_s[0] == pytest.approx(START_S, abs=0.05)
    shown = [frame.roll for frame in seen.shown]
    assert shown, "the film is seen again"


def test_the_films_own_sound_comes_in_and_goes_without_silence(stage: Studio, demo: Resolved, tmp_path: Path) -> None:
    seen = play(stage, demo, tmp_path / "trace.jsonl", "ctrl+3", "ctrl+1")
    loud = np.flatnonzero(np.abs(seen.recording.samples) > SILENT)
    assert np.diff(loud).max() < LONGEST_MS * RATE / 1000
    assert seen.rolls[0].span_s[0] == pytest.approx(START_S, abs=0.05)


def play(stage: Studio, demo: Resolved, trace: Path, *keys: str) -> Analysis:
    """Play some seconds before and after each key."""

    def drive(player: Playing) -> None:
        for done, key in enumerate(keys, start=1):
            wait_until(lambda: played_s(trace, done) > PLAY_S, f"{key}'s turn", LIMIT_S)  # noqa: B023
            player.press(key)
        wait_until(lambda: played_s(trace, len(keys) + 1) > PLAY_S, "the end", LIMIT_S)
        player.press("space")
        wait_until(lambda: is_parked(trace), "the end", LIMIT_S)

    command = players.visualalbum(DEMO, "--start", str(START_S), "--trace", trace)
    recording = stage.record(f"ways-{'-'.join(keys)}", command, drive, "demo")
    assert {event["how"] for event in events(trace) if event["event"] == "revise"} <= {"unbroken", "cross"}
    return Analysis(recording, demo.plan, demo.reference.stretches)


def played_s(trace: Path, versions: int) -> float:
    """How long, by the program's own account, the version before which there were so many has been on."""
    changes = [event["instant_ns"] for event in events(trace) if event["event"] in ("roll", "revise")]
    return (time.monotonic_ns() - changes[versions - 1]) / 1e9 if len(changes) >= versions else 0.0
