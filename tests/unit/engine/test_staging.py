"""Staging: a change that was announced is not taken back."""

from dataclasses import replace
from pathlib import Path

from tests.unit.engine.world import ALBUM, COVER, S, World
from visualalbum.engine.clock import SongClock
from visualalbum.engine.policy import SyncPolicy
from visualalbum.engine.ports import Reading
from visualalbum.engine.staging import Staging
from visualalbum.timeline.cues import Fit, StillCue
from visualalbum.timeline.stage import Stage


def clock_that_is(late_us: int) -> SongClock:
    clock = SongClock()
    clock.restart(1)
    for block in range(20):
        clock.add(Reading(1, block * 10_000, (block * 10_000 + late_us) * 1000))
    return clock


def test_a_change_that_was_made_is_not_taken_back_when_the_clock_moves_by_a_hair() -> None:
    world = World()
    world.engine.roll()
    world.run_to(3.9)
    policy = SyncPolicy()
    now_us = 4 * S - policy.stage_lead_us - 200
    staging = Staging(world.engine._sequencer, policy, lambda: now_us * 1000)
    staging.load(Stage(ALBUM))
    before, planned = staging.show(now_us, clock_that_is(0))
    assert before.cue == "a"
    assert planned is not None
    assert planned.instant_ns - now_us * 1000 == 200_000
    now_us += 400
    after, _ = staging.show(now_us - 300, clock_that_is(300))
    assert after.cue == "b"


def test_stills_ahead_carry_the_fit_they_will_have() -> None:
    stills = (StillCue("gone", Path("gone.png"), 1 * S, 2 * S), StillCue("wide", Path("wide.png"), 17 * S, 18 * S))
    world = World(replace(ALBUM, stills=(stills[0], replace(stills[1], fit=Fit.COVER))), position_us=5 * S)
    world.run(0.02)
    # The still that is over may be gone back to; what stands in for a lost film is always whole.
    assert world.snapshot.stills_ahead == (
        (COVER, Fit.CONTAIN),
        (stills[0].path, stills[0].fit),
        (stills[1].path, Fit.COVER),
    )
