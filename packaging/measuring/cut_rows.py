"""The rows of an album that is cut often: what the picture has to keep from the first frame after each cut on."""

from __future__ import annotations

from collections.abc import Iterator

from measuring.bench import Figures
from measuring.row import Row, all_of, least, none, within

AFTER_CUT_MS = 6.0
SHOWN_PERCENT = 99.5


def rows(figures: Figures, what: str) -> Iterator[Row]:
    """Those of a show that was played through (`held`), with a word on what it was."""
    right = sum(cut["right"] for cut in figures["each_cut"])
    yield all_of(f"first frame after a cut is the in-point's, {what}", right, figures["cuts_planned"])
    yield within(f"from a cut's first frame on, {what}", figures["after_cuts"], AFTER_CUT_MS)
    yield least(f"frames shown, {what}", figures["shown_percent"], SHOWN_PERCENT, "%", 2)
    yield none(f"pictures nobody planned, {what}", len(figures["unplanned"]))
