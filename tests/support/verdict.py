"""The bounds a recording must keep, and every sentence that is to be said about one that does not."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.analysis import Analysis, figures

MEDIAN_MS, WITHIN_MS = 4.0, 12.0
SHOWN_PERCENT = 95.0
SINGLE = 3
"""Pictures of a stretch that may be late by themselves beyond the one in a hundred: on a slow machine two or three are
while the next deck is opened, and of the few seconds that a test plays each is 2 %. `packaging/measure` tells them."""


def complaints(seen: Analysis, zero_ms: float, rolls: int = 1) -> list[str]:
    """All that is wrong with a recording in which the song was to be heard in `rolls` stretches; none: all is well.

    `zero_ms` is what the recorder reads for a player that is right: mpv's median in the same run.
    """
    return [*_sound(seen, rolls), *_drift(seen, zero_ms), *_cuts(seen, zero_ms), *_pictures(seen)]


def _sound(seen: Analysis, rolls: int) -> Iterator[str]:
    if len(seen.rolls) != rolls:
        yield f"sound: heard in {len(seen.rolls)} stretches instead of {rolls}"
    for roll in seen.rolls:
        for at, seam in roll.seams:
            jump = f"a jump of {seam.step:+.1f} samples" if seam.step else "a click"
            what = f"a hole of {seam.length_ms:.0f} ms" if seam.length_ms else jump
            yield f"sound: {what} at {roll.programme_s(at):.3f} s"


def _drift(seen: Analysis, zero_ms: float) -> Iterator[str]:
    for index, roll in enumerate(seen.rolls):
        start, end = roll.span_s
        if end - start > 2:
            yield from _loose(f"from {start:.1f} s", seen.lates(index), zero_ms)


def _loose(where: str, lates_ms: list[float], zero_ms: float) -> Iterator[str]:
    drift = figures(sorted(lates_ms)[:-SINGLE], zero_ms)
    if not (abs(drift.median_ms) <= MEDIAN_MS and drift.within_ms <= WITHIN_MS):
        yield f"drift {where}: {drift.median_ms:+.1f} ms, 99 % of {drift.count} within {drift.within_ms:.1f}"


def _cuts(seen: Analysis, zero_ms: float) -> Iterator[str]:
    after = [late for cut in seen.cuts for late in seen.lates_after_cut(cut.segment)]
    if seen.cuts:
        yield from _loose("after the cuts", after, zero_ms)
    for cut in seen.cuts:
        if not cut.right(1000 / float(seen.plan.segments[cut.segment].rate), zero_ms):
            yield f"cut {cut.segment}: frame {cut.seen} instead of {cut.planned}, {cut.late_ms - zero_ms:+.1f} ms"


def _pictures(seen: Analysis) -> Iterator[str]:
    if not seen.shown_percent >= SHOWN_PERCENT:
        yield f"pictures: {seen.shown_percent:.1f} % of {len(seen.expected)} frames shown"
    for stray in seen.strays:
        what = f"frame {stray.sight.number}" if stray.sight.kind == "frame" else stray.sight.kind
        yield f"unplanned: {what} for {stray.length_ms:.0f} ms at {stray.programme_s:.3f} s"
