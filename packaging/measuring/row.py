"""Lines of the table of figures, each with its bound and whether it is kept, and how the usual ones are told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MEDIAN_MS, WITHIN_MS = 4.0, 12.0
"""What any picture has to keep to the song."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    figure: str
    bound: str
    kept: bool


def drift(what: str, figures: Mapping[str, Any], median_ms: float = MEDIAN_MS, within_ms: float = WITHIN_MS) -> Row:
    """Picture to song; of no frame at all no bound is kept."""
    median, within, count = figures["median_ms"], figures["within_ms"], figures["count"]
    kept = abs(median) <= median_ms and within <= within_ms
    text = "no frame seen" if math.isnan(median) else f"{median:+.1f} ms, 99 % within {within:.1f} ({count} frames)"
    return Row(f"picture to song {what}", text, f"±{median_ms:g} ms, 99 % within {within_ms:g}", kept)


def within(what: str, figures: Mapping[str, Any], within_ms: float) -> Row:
    """Picture to song where only the spread is bounded."""
    text = f"{figures['median_ms']:+.1f} ms, 99 % within {figures['within_ms']:.1f} ({figures['count']} frames)"
    kept = figures["within_ms"] <= within_ms
    text = text if figures["count"] else "no frame seen"
    return Row(f"picture to song {what}", text, f"99 % within {within_ms:g} ms", kept)


def most(what: str, value: float | None, bound: float, unit: str, digits: int = 0) -> Row:
    """A value that may be so much at most; None is what never came."""
    if value is None or math.isnan(value):
        return Row(what, "never", f"at most {bound:g} {unit}", False)
    return Row(what, f"{value:.{digits}f} {unit}", f"at most {bound:g} {unit}", value <= bound)


def least(what: str, value: float, bound: float, unit: str, digits: int = 1) -> Row:
    """A value that has to be so much at least."""
    return Row(what, f"{value:.{digits}f} {unit}", f"at least {bound:g} {unit}", value >= bound)


def none(what: str, count: int) -> Row:
    """Something that must not be."""
    return Row(what, str(count), "0", count == 0)


def all_of(what: str, right: int, of: int) -> Row:
    """Something that has to be right every time it is tried, once at least."""
    return Row(what, f"{right} of {of}", "all", right == of > 0)


def told(what: str, figure: str) -> Row:
    """A figure without a bound, for what stands beside it."""
    return Row(what, figure, "told", True)
