"""Whatever is pressed and saved, in whatever order: no port is misused, and the picture ends up on the song."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.engine.world import ALBUM, FILM, S, World, cue
from visualalbum.engine.snapshot import Source, State
from visualalbum.timeline.cues import FilmCue, Timeline

COMMANDS = st.one_of(
    st.tuples(st.just("locate"), st.integers(-1, 21 * S)),
    st.tuples(st.just("nudge"), st.sampled_from([-5 * S, 5 * S])),
    st.tuples(st.sampled_from(["roll", "park", "toggle", "next_track", "previous_track", "start_of_track"]), st.none()),
)
CUTS_S = st.lists(st.sampled_from([1, 2, 2.4, 3, 5, 8, 8.04, 13]), unique=True, max_size=5).map(sorted)
IN_POINTS_S = st.lists(st.sampled_from([0, 2, 12, 14.2]), min_size=6, max_size=6)
PRESSES = st.lists(st.tuples(COMMANDS, st.integers(0, 60)), max_size=12)


@st.composite
def versions(draw: st.DrawFn) -> Timeline:
    """The album with its film cut anew: segments without a hole between them, some dissolving, some of one take."""
    cuts, ins = [0, *draw(CUTS_S), 20], draw(IN_POINTS_S)
    dissolves = draw(st.lists(st.sampled_from([0, 0, 400_000]), min_size=6, max_size=6))
    films: list[FilmCue] = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        dissolve_us = dissolves[number] if number else 0
        if films:
            films[-1] = replace(films[-1], tail_us=dissolve_us)
        at_s = 12 + start if ins[number] == 12 else ins[number]  # 12: all of these are one take
        films.append(cue(f"{number}", start, end, at_s, dissolve_us=dissolve_us))
    return replace(ALBUM, films=tuple(films), stills=())


def press(world: World, command: str, argument: int | None) -> None:
    method = getattr(world.engine, command)
    method() if argument is None else method(argument)


@settings(max_examples=30, deadline=None)
@given(PRESSES)
def test_any_order_of_commands_ends_with_the_picture_on_the_song(
    presses: list[tuple[tuple[str, int | None], int]],
) -> None:
    world = World()
    for (command, argument), ticks in presses:
        press(world, command, argument)
        world.run(ticks / 100)
    world.engine.locate(S)
    world.engine.roll()
    world.run(1.8)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.stage.cue == "a"
    assert abs(world.drift_ms()) < 1.5


@settings(max_examples=30, deadline=None)
@given(PRESSES, st.lists(st.tuples(versions(), st.booleans()), min_size=12, max_size=12))
def test_any_order_of_commands_and_saves_ends_with_the_last_saves_picture_on_the_song(
    presses: list[tuple[tuple[str, int | None], int]], saves: list[tuple[Timeline, bool]]
) -> None:
    world = World(saves[0][0])
    for ((command, argument), ticks), (version, replaced) in zip(presses, saves, strict=False):
        press(world, command, argument)
        world.run(ticks / 100)
        world.engine.revise(version, {FILM} if replaced else ())
        world.run(ticks / 200)
    world.engine.locate(10 * S)
    world.engine.roll()
    world.run(0.6)
    world.engine.revise(saves[-1][0])
    world.run(2.2)
    assert world.snapshot.state is State.ROLLING
    assert world.near_a_cut(450_000) or abs(world.drift_ms()) < 1.5


@settings(max_examples=30, deadline=None)
@given(versions(), st.lists(st.tuples(versions(), st.integers(1, 120)), min_size=1, max_size=8))
def test_saves_of_other_cuts_never_break_the_sound_nor_leave_the_stage_without_film(
    first: Timeline, saves: list[tuple[Timeline, int]]
) -> None:
    world = World(first)
    world.engine.roll()
    world.run_to(0.5)
    rolling = world.sound._rolling
    for version, ticks in saves:
        world.engine.revise(version)
        for snapshot in world.run(ticks / 100):
            assert {layer.source for layer in snapshot.stage.layers} == {Source.DECK}
    assert world.sound._rolling is rolling
