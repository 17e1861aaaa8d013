"""Shots that are shorter than what it may take to prime a deck."""

from dataclasses import replace
from itertools import pairwise

from tests.unit.engine.world import ALBUM, S, World, cue


def test_shots_of_a_quarter_second_bear_with_a_priming_that_takes_longer() -> None:
    """As where a run-up is tried again: with one shot primed ahead it would be left out whole."""
    cuts_s = [2 + 0.25 * number for number in range(13)]
    shots = [cue(f"shot {start}", start, end, 3 * start) for start, end in pairwise(cuts_s)]
    world = World(replace(ALBUM, films=(cue("first", 0, 2, 50), *shots), stills=()))
    for deck in world.decks:
        deck.behaviour.prime_ns = 160_000_000
    world.run(1.0)
    world.engine.roll()
    world.run_to(3.1)
    for deck in world.decks:
        deck.behaviour.prime_ns = 400_000_000
    world.run_to(3.15)
    primings = len(world.events("prime"))
    while len(world.events("prime")) == primings:
        world.run(0.01)
    for deck in world.decks:
        deck.behaviour.prime_ns = 160_000_000
    while world.heard_us < cuts_s[-1] * S - 50_000:
        world.run(0.01)
        if not world.near_a_cut():
            assert world.snapshot.stage.cue == world.engine.timeline.films[number_on(world)].id
            assert abs(world.drift_ms()) < 1.5
    assert world.events("late") == []


def number_on(world: World) -> int:
    """The number of the segment that is on."""
    return max(at for at, film in enumerate(world.engine.timeline.films) if film.start_us <= world.heard_us)


def test_decks_of_shots_that_are_over_are_free_for_those_that_come() -> None:
    """Where each priming takes longer than a shot lasts, most shots are left out, and what follows them is not."""
    cuts_s = [2 + 0.25 * number for number in range(13)]
    shots = [cue(f"shot {start}", start, end, 3 * start) for start, end in pairwise(cuts_s)]
    after = cue("after", cuts_s[-1], 10, 50)
    world = World(replace(ALBUM, films=(cue("first", 0, 2, 50), *shots, after), stills=()))
    for deck in world.decks:
        deck.behaviour.prime_ns = 420_000_000
    world.run(1.0)
    world.engine.roll()
    world.run_to(cuts_s[-1] + 1.5)
    assert world.snapshot.stage.cue == "after"
    assert abs(world.drift_ms()) < 1.5
    world.run_to(9.5)
    assert sum(slot.shot.cue.id != "after" for slot in world.engine._sequencer._slots) <= 1
