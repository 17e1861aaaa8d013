"""Plays an album on a virtual screen and a null sink, says how far it is, and leaves a contact sheet of the screen.

python -m headless ARGS     the arguments of `visualalbum play`
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headless import album, sheet, trace
from headless.arguments import added
from tests.support.pulse import null_sink
from tests.support.xscreen import ScreenReader
from tests.support.xvfb import virtual_screen
from visualalbum import cli
from visualalbum.timecode import people

SHEET = Path(__file__).parents[2] / "build" / "play" / "contact-sheet.png"
STEP_S = 0.02
"""Pictures are taken this exactly; half a frame of 25 a second."""

PROGRAM = [sys.executable, "-m", "visualalbum"]


def main(arguments: Sequence[str]) -> int:
    """Play; returns the player's exit status."""
    args = cli.parser().parse_args(["play", *arguments])  # wrong usage ends here
    if args.manifest is None:
        print("Without a display there is no window to open an album in: name one.", file=sys.stderr)
        return 2
    mode = ["--mode", args.mode or "together"]  # not as it was played last: the plan is to be the one that plays
    asked = [*PROGRAM, "plan", str(args.manifest), *mode, "--json"]
    # An album with errors has a plan of what can be played; what is wrong with it the player says.
    planned = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if not planned.stdout:
        return subprocess.run([*PROGRAM, "check", str(args.manifest)], check=False).returncode
    plan = json.loads(planned.stdout)
    with tempfile.TemporaryDirectory(prefix="visualalbum-play-") as folder:
        path = args.trace or Path(folder) / "trace.jsonl"
        command = [*PROGRAM, "play", *arguments, *mode, *added(args, plan, path)]
        with virtual_screen() as screen, null_sink() as sink, ScreenReader(screen.display) as reader:
            path.unlink(missing_ok=True)
            process = subprocess.Popen(command, env={**os.environ, **screen.env, **sink.env})
            try:
                show = Show(plan, trace.Tail(path))
                print(f"Playing {show.title or args.manifest.name}, {people(plan['end_us'])}", flush=True)
                while process.poll() is None:
                    if show.due():
                        show.take(reader.grab(0, 0, screen.width, screen.height))
                    time.sleep(STEP_S)
                show.due()  # read what was written last
            finally:
                process.terminate()
                process.wait()
    if not show.events:  # it ended before it began, and has said why
        return process.returncode or 1
    print(trace.held(show.events))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # drawing needs no screen, and ours is gone
    sheet.draw(show.title, show.tiles(), SHEET)
    print(f"One picture per cue, taken from the screen: {SHEET}")
    return process.returncode


class Show:
    """A running show as it is seen from outside: events so far, pictures so far."""

    def __init__(self, plan: dict[str, Any], tail: trace.Tail) -> None:
        self.title = " – ".join(part for part in (plan["title"], plan["artist"]) if part)
        self.events: list[trace.Event] = []
        self._end_us = plan["end_us"]
        self._tail = tail
        self._playhead = trace.Playhead()
        self._moments = album.moments(album.cues(plan))
        self._ahead = list(self._moments)
        self._pictures: dict[album.Moment, tuple[int, NDArray[np.uint8]]] = {}

    def due(self) -> bool:
        """Read what the program wrote, and tell whether a picture is to be taken now."""
        for event in self._tail.new():
            self.events.append(event)
            self._playhead.see(event)
        position_us = self._playhead.position_us(time.monotonic_ns())
        if position_us is None:
            return False
        while self._ahead and self._ahead[0].cue.end_us <= position_us:
            self._ahead.pop(0)  # it was over before the start
        self._position_us = position_us
        return bool(self._ahead) and self._ahead[0].position_us <= position_us

    def take(self, pixels: NDArray[np.uint8]) -> None:
        """Keep what the screen shows as the picture that is due."""
        moment = self._ahead.pop(0)
        self._pictures[moment] = (self._position_us, pixels)
        number = f"picture {len(self._pictures)} of {len(self._moments)}"
        print(f"{people(self._position_us)} of {people(self._end_us)}  {number}: {moment.cue.id}", flush=True)

    def tiles(self) -> list[sheet.Tile]:
        """The contact sheet's tiles, a cue each, in order of their moments."""
        tiles = []
        for moment in self._moments:
            position_us, pixels = self._pictures.get(moment, (moment.position_us, None))
            tiles.append(sheet.Tile(moment.cue.id, people(position_us), pixels))
        return tiles


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
