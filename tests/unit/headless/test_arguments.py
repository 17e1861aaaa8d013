"""What is added to the command line of a show that nobody watches."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from headless.arguments import added

TRACE = Path("trace.jsonl")
PLAN = {"end_us": 64_000_000, "tracks": [{"id": "one", "start_us": 0}, {"id": "two", "start_us": 32_000_000}]}


def asked(
    *, fullscreen: bool = False, geometry: str | None = None, until: str | None = None, track: str | None = None
) -> argparse.Namespace:
    return argparse.Namespace(fullscreen=fullscreen, geometry=geometry, until=until, track=track, trace=None)


def test_a_show_fills_the_screen_ends_and_is_traced() -> None:
    expected = ["--fullscreen", "--until", "64.000000", "--trace", "trace.jsonl"]
    assert added(asked(), PLAN, TRACE) == expected


@pytest.mark.parametrize("track", ["two", "2"])
def test_the_end_counts_on_the_track_that_was_asked_for(track: str) -> None:
    assert "32.000000" in added(asked(track=track), PLAN, TRACE)


def test_what_was_asked_for_is_left_alone() -> None:
    args = asked(geometry="640x360+0+0", until="0:03")
    args.trace = Path("mine.jsonl")
    assert added(args, PLAN, args.trace) == []


def test_a_track_that_is_not_there_is_left_for_the_player_to_refuse() -> None:
    assert "--until" in added(asked(track="three"), PLAN, TRACE)
