"""What is marked in a list of words, some 300 readings a second: a process of its own beside the screen recorder.

Usage: python -m tests.support.mark_recorder DISPLAY COLOUR TOP HEIGHT FILE X...
Reads a column of pixels through each word of a line (X, from TOP down) and writes a JSON line when something changes:
`lit`, how many columns have a pixel of the COLOUR (rrggbb), `top`, the highest of them (-1: none), `before_ns` (the
last reading that differed, null for the first) and `first_ns`. Ends on SIGTERM.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np

from tests.support.xscreen import ScreenReader

PAUSE_S = 0.0025


def main(display: str, colour: str, top: str, height: str, file: str, *columns: str) -> None:
    """Run the recorder; the words are those of the command line."""
    with contextlib.suppress(PermissionError):  # only root may
        os.nice(-5)
    wanted = np.frombuffer(bytes.fromhex(colour), np.uint8)[::-1]  # the screen's pixels are blue, green, red
    first, rows, places = int(top), int(height), [int(column) for column in columns]
    ending: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: ending.append(number))
    seen, before = (-1, -1), None
    with ScreenReader(display) as reader, Path(file).open("w") as out:
        while not ending:
            asked = time.monotonic_ns()
            questions = [reader.ask(x, first, 1, rows) for x in places]
            pixels = np.stack([reader.answer(question, 1, rows)[:, 0, :3] for question in questions])
            now = (asked + time.monotonic_ns()) // 2
            hits = (pixels == wanted).all(axis=2)
            marked = np.flatnonzero(hits.any(axis=0))
            new = int(hits.any(axis=1).sum()), int(marked[0]) if marked.size else -1
            if new != seen:
                seen = new
                line = {"lit": new[0], "top": new[1], "before_ns": before, "first_ns": now}
                print(json.dumps(line), file=out, flush=True)
            before = now
            time.sleep(PAUSE_S)


if __name__ == "__main__":
    main(*sys.argv[1:])
