"""The window's thread blocked again and again, in Python or in a call that keeps the interpreter lock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from measuring.bench import Bench, Figures
from measuring.row import Row, none
from measuring.zero import LIMIT_S
from tests.support.analysis import Analysis
from tests.support.studio import until_end

BLOCKED_MS = 200  # a picture that stood for less says that nothing was blocked


def measure(bench: Bench, kind: str) -> Figures:
    """The window's thread blocked for 300 ms every 2 s: what the sound loses; the longest freeze proves the block."""
    stage, setting = bench.stage, bench.setting
    faults = stage.folder / f"{kind}.json"
    faults.write_text(json.dumps([{"at": 1, "fault": kind, "for": 0.3, "every": 2}]))
    words = ("--faults", faults, "--until", f"{setting.blocked:g}")
    show = bench.program.show(stage.folder / "album", stage.screen, setting.film, words)
    seen = Analysis(stage.record(kind, show.command, until_end(LIMIT_S)), show.plan)
    roll = seen.rolls[0]
    frozen = [
        (sight.gone_ns - sight.first_ns) / 1e6
        for sight in seen.recording.sights
        if roll.first_ns + 5e8 < sight.first_ns and sight.gone_ns < roll.end_ns
    ]
    return {
        "rolls": len(seen.rolls),
        "seams": [{"at_s": roll.programme_s(at), "length_ms": seam.length_ms} for at, seam in roll.seams],
        "heard_s": (roll.end_ns - roll.first_ns) / 1e9,
        "longest_freeze_ms": max(frozen, default=0.0),
    }


def rows(figures: Figures, what: str) -> Iterator[Row]:
    """No break of the sound, and proof that something was blocked at all."""
    breaks = figures["rolls"] - 1 + len(figures["seams"])
    freeze = figures["longest_freeze_ms"]
    row = none(f"breaks of the sound, GUI blocked {what} (picture stood {freeze:.0f} ms)", breaks)
    yield replace(row, kept=row.kept and freeze >= BLOCKED_MS)
