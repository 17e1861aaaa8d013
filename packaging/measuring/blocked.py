"""The window's thread, or the disk, blocked again and again: what the sound loses, and how soon the picture is back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from measuring.bench import Bench, Figures
from measuring.row import Row, all_of, least, most, none
from measuring.zero import LIMIT_S
from tests.support.analysis import Analysis, Shown
from tests.support.songclock import Roll
from tests.support.studio import until_end

EVERY_S = 3
BACK_S, BACK_MS = 0.5, 8.0
"""So long after a block every picture is to be this near to the song again."""

LOOKED_S = 1.0
"""How much is looked at from there on, at least until the next cut."""


@dataclass(frozen=True)
class Kind:
    """A fault of `--faults` that lasts `for_s`. `freezes` tells that no picture changes meanwhile, which proves it."""

    fault: str
    what: str
    for_s: float
    freezes: bool = True


KINDS = {
    kind.fault: kind
    for kind in (
        Kind("block-python", "GUI blocked in Python", 0.5),
        Kind("block-c", "GUI blocked in a C call", 0.5),
        Kind("stall-disk", "disk stalled", 1.0, freezes=False),
    )
}


def measure(bench: Bench, kind: Kind) -> Figures:
    """The fault every 3 s: what the sound loses, and how far from the song each picture is half a second after it."""
    stage, setting = bench.stage, bench.setting
    faults = stage.folder / f"{kind.fault}.json"
    faults.write_text(json.dumps([{"at": 1, "fault": kind.fault, "for": kind.for_s, "every": EVERY_S}]))
    words = ("--faults", faults, "--until", f"{setting.blocked:g}")
    show = bench.program.show(stage.folder / "album", stage.screen, setting.film, words)
    seen = Analysis(stage.record(kind.fault, show.command, until_end(LIMIT_S)), show.plan)
    roll = seen.rolls[0]
    ends_s = _freezes_s(seen, roll, kind.for_s) if kind.freezes else _stalls_s(roll, kind.for_s)
    return {
        "rolls": len(seen.rolls),
        "seams": [{"at_s": roll.programme_s(at), "length_ms": seam.length_ms} for at, seam in roll.seams],
        "heard_s": (roll.end_ns - roll.first_ns) / 1e9,
        "blocks": int((setting.blocked - 1 - kind.for_s - BACK_S) // EVERY_S + 1),
        "off_ms": [off_ms(seen.shown, end_s, bench.zero_ms) for end_s in ends_s],
    }


def _freezes_s(seen: Analysis, roll: Roll, for_s: float) -> list[float]:
    """The ends of the long pictures."""
    return [
        roll.programme_s(sight.gone_instant_ns)
        for sight in seen.recording.sights
        if roll.first_ns + 5e8 < sight.instant_ns
        and sight.gone_ns < roll.end_ns - BACK_S * 1e9
        and sight.gone_ns - sight.first_ns > for_s * 0.8e9
    ]


def _stalls_s(roll: Roll, for_s: float) -> list[float]:
    """The ends of stalls that nobody sees; the times of faults count from when the song is first heard."""
    first_s, end_s = roll.span_s
    count = int((end_s - BACK_S - first_s - 1 - for_s) // EVERY_S) + 1
    return [first_s + 1 + number * EVERY_S + for_s for number in range(count)]


def off_ms(shown: list[Shown], end_s: float, zero_ms: float) -> float | None:
    """How far from the song a picture is at most from half a second after the end of a block on; None: there is none.

    One in a hundred may be late by itself, as everywhere; of some thirty pictures that is the worst but one.
    """
    first_s = end_s + BACK_S
    offs = [abs(one.late_ms - zero_ms) for one in shown if first_s <= one.programme_s < first_s + LOOKED_S]
    return sorted(offs)[-2] if len(offs) > 1 else None


def rows(figures: Figures, kind: Kind) -> Iterator[Row]:
    """No break of the sound; every block has been seen; and after each the picture is back."""
    offs = figures["off_ms"]
    how = f"{kind.what} {kind.for_s * 1000:.0f} ms"
    yield none(f"breaks of the sound, {how}", figures["rolls"] - 1 + len(figures["seams"]))
    if kind.freezes:
        yield least(f"{how}: seen to stand", len(offs), figures["blocks"], "times", 0)
    yield all_of(f"{how}: pictures from 0.5 s after it on", sum(off is not None for off in offs), len(offs))
    yield most(
        f"{how}: off the song from 0.5 s after it on", max((off or 0.0 for off in offs), default=None), BACK_MS, "ms", 1
    )
