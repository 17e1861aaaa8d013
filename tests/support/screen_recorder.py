"""The screen recorder, a process of its own: which frame is on the screen from when on, some 300 readings a second.

Usage: python -m tests.support.screen_recorder DISPLAY X Y WIDTH HEIGHT FILE LAYOUT
Ends on SIGTERM. It writes a JSON line when what is seen changes: kind (frame, black, unknown), film and number of a
frame, `before_ns` (the last reading that did not show it, null for the first) and `first_ns` (the first that did). A
reading later than LATE_MS gives a line of kind gap. The last line, kind end, has the last reading's instant and how
many there were. A layout that reads mixtures gives lines of kind mixed as well: film and number are those of the
stronger picture, `under` those of the weaker one, and `share` how much of that is seen, in steps of SHARE_STEP.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import TextIO

import numpy as np

from tests.support import barcode
from tests.support.xscreen import ScreenReader

PAUSE_S = 0.0025  # with 0.1 ms a reading: 300 to 380 readings a second
LATE_MS = 12
OTHER_LINE = 3 / 4
EVIDENCE = 12  # pictures kept of what could not be read

SHARE_STEP = 0.02

Seen = tuple[str, int, int] | tuple[str, int, int, tuple[int, int], float]


def classify(coded: np.ndarray, other: np.ndarray, layout: barcode.Layout) -> Seen:
    """Tell what one line through the barcode and one through the rest of the picture show."""
    if max(coded.max(), other.max()) < layout.black:
        return "black", 0, 0
    mixture = barcode.read_mixture(coded) if layout.mixes else None
    if mixture is not None:
        return "mixed", *mixture.stronger, mixture.weaker, round(mixture.share / SHARE_STEP) * SHARE_STEP
    code = barcode.read(coded, layout)
    return ("unknown", 0, 0) if code is None else ("frame", *code)


def record(
    reader: ScreenReader, area: tuple[int, int, int, int], layout: barcode.Layout, out: TextIO, evidence: Path
) -> None:
    """Read until SIGTERM."""
    x, y, width, height = area
    ending: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: ending.append(number))
    rows = y + int(height * layout.line), y + int(height * OTHER_LINE)
    seen: Seen | None = None
    before: int | None = None
    readings = kept = 0
    while not ending:
        asked = time.monotonic_ns()
        questions = [reader.ask(x, row, width, 1) for row in rows]
        coded, other = (reader.answer(question, width, 1)[0, :, 1] for question in questions)
        now = (asked + time.monotonic_ns()) // 2
        readings += 1
        if before is not None and now - before > LATE_MS * 1_000_000:
            print(json.dumps({"kind": "gap", "before_ns": before, "first_ns": now}), file=out)
        new = classify(coded, other, layout)
        if new != seen:
            seen = new
            line = dict(zip(("kind", "film", "number", "under", "share"), new, strict=False))
            print(json.dumps(line | {"before_ns": before, "first_ns": now}), file=out, flush=True)
            if new[0] == "unknown" and kept < EVIDENCE:
                kept += 1
                picture = reader.grab(x, y, width, height)
                header = f"P6 {width} {height} 255\n".encode()
                (evidence / f"unknown-{now}.ppm").write_bytes(header + picture.tobytes())
        before = now
        time.sleep(PAUSE_S)
    print(json.dumps({"kind": "end", "first_ns": before, "readings": readings}), file=out, flush=True)


def main(display: str, x: str, y: str, width: str, height: str, file: str, layout: str) -> None:
    """Run the recorder; the words are those of the command line."""
    with contextlib.suppress(PermissionError):  # only root may; the gaps in its readings tell how well it did
        os.nice(-5)  # a recorder that comes late measures itself
    path = Path(file)
    with ScreenReader(display) as reader, path.open("w") as out:
        area = int(x), int(y), int(width), int(height)
        record(reader, area, barcode.LAYOUTS[layout], out, path.parent)


if __name__ == "__main__":
    main(*sys.argv[1:])
