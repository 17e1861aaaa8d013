"""How a show that was played through held to its plan."""

from __future__ import annotations

from measuring.bench import Figures
from tests.support.analysis import Analysis, figures

JOIN_S = 0.05


def held(seen: Analysis, zero_ms: float) -> Figures:
    """How a show that was played through held to its plan."""
    segments = seen.plan.segments
    steady = [
        frame.late_ms
        for frame in seen.shown
        if frame.roll_s >= 1 and (frame.cut_s >= 1 or frame.segment == 0) and frame.sight.doubt_ms < 10
    ]
    after_cuts = {cut.segment: seen.lates_after_cut(cut.segment) for cut in seen.cuts}
    frame_ms = 1000 / float(segments[0].rate)
    joins = [float(part.start) for part in segments if part.start.denominator > 1000]
    seams = [(roll.programme_s(at), seam) for roll in seen.rolls for at, seam in roll.seams]
    return {
        "recorder": {
            "readings_a_second": seen.recording.readings_a_second,
            "gaps": len(seen.recording.gaps),
            "sound_clock_jump_ms": seen.recording.sound_clock_jump_ms,
        },
        "frame_ms": frame_ms,
        "rolls": len(seen.rolls),
        "steady": vars(figures(steady, zero_ms)),
        "after_start": vars(figures(seen.lates(0, 1, 3), zero_ms)),
        "after_cuts": vars(figures([late for lates in after_cuts.values() for late in lates], zero_ms)),
        "each_cut": [
            {
                "segment": cut.segment,
                "planned": cut.planned,
                "seen": cut.seen,
                "late_ms": cut.late_ms - zero_ms,
                "right": cut.right(frame_ms, zero_ms),
                "frames": vars(figures(after_cuts[cut.segment], zero_ms)),
            }
            for cut in seen.cuts
        ],
        "cuts_planned": len(seen.plan.cuts),
        "shown_percent": seen.shown_percent,
        "frames_expected": len(seen.expected),
        "missing": sorted(f"{segment}:{number}" for _, segment, number in seen.missing),
        "unplanned": [
            {"kind": stray.sight.kind, "number": stray.sight.number, "at_s": stray.programme_s, "ms": stray.length_ms}
            for stray in seen.strays
        ],
        "seams": [{"at_s": at, "length_ms": seam.length_ms, "step": seam.step} for at, seam in seams],
        "join_seams": sum(1 for at, _ in seams for join in joins[:1] if abs(at - join) < JOIN_S),
    }
