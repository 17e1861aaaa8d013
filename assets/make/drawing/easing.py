"""How things move between two moments."""

from __future__ import annotations

from math import pi, sin


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """The value, kept between two others."""
    return max(low, min(high, value))


def smooth(value: float, start: float = 0.0, end: float = 1.0) -> float:
    """0 before `start`, 1 after `end`, without a jerk between."""
    share = clamp((value - start) / (end - start))
    return share * share * (3 - 2 * share)


def ease_out(share: float, power: float = 3.0) -> float:
    """Fast at first, then settling."""
    return 1 - (1 - clamp(share)) ** power


def sway(frame: float, period: float, phase: float = 0.0) -> float:
    """A slow wave between -1 and 1."""
    return sin(2 * pi * (frame / period + phase))


def mixed(first: float, second: float, share: float) -> float:
    """The value on the way from one to another."""
    return first + (second - first) * share
