"""What a show that nobody watches needs on its command line besides what was asked for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def added(args: argparse.Namespace, plan: dict[str, Any], path: Path) -> list[str]:
    """What the command line of a player lacks that nobody watches: the whole screen, an end, a trace."""
    more = [] if args.fullscreen or args.geometry else ["--fullscreen"]
    if args.until is None:
        # TIME counts on the track where one is given, whether by its id or by its number.
        tracks = plan["tracks"]
        numbered = {str(number): track for number, track in enumerate(tracks, start=1)}
        named = {track["id"]: track for track in tracks}
        first = {**numbered, **named}.get(args.track, {"start_us": 0})
        more += ["--until", f"{(plan['end_us'] - first['start_us']) / 1_000_000:.6f}"]
    return more if args.trace else [*more, "--trace", str(path)]
