"""Curves through points: smoothed, measured, moved, mirrored, and hatched within an outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Outline = Sequence[tuple[float, float]] | Sequence[Points] | Points
"""What a shape can be given as."""
STEP = 4.0
"""Pixels from one point of a smoothed curve to the next."""


def places(text: str) -> Points:
    """The points of an outline, written `x,y x,y`."""
    return np.array([[float(number) for number in pair.split(",")] for pair in text.split()])


def smooth(points: Outline) -> Points:
    """A Catmull-Rom curve through the points, a point every few pixels."""
    p = np.asarray(points, float)
    if len(p) < 2:
        return p
    p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    parts = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True):
        count = max(2, int(np.hypot(*(c - b)) / STEP))
        t = (np.arange(count) / count)[:, None]
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * (b - c) + d - a) * t**3))
    return np.concatenate([*parts, p[-2:-1]])


def length(path: Points) -> float:
    """How long a path is, in pixels."""
    return float(np.hypot(*np.diff(path, axis=0).T).sum())


def at(path: Points, part: float) -> tuple[float, float]:
    """The point a part of the way along a path, 0 to 1."""
    steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    place = part * steps[-1]
    return float(np.interp(place, steps, path[:, 0])), float(np.interp(place, steps, path[:, 1]))


def moved(points: Outline, x: float = 0.0, y: float = 0.0, scale: float = 1.0,
          turn: float = 0.0, mirror: bool = False) -> Points:  # fmt: skip
    """Points mirrored left to right, scaled, turned by degrees and then moved."""
    p = np.array(points, float) * scale
    if mirror:
        p[:, 0] *= -1
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return cast("Points", p @ np.array([[cos, sin], [-sin, cos]]) + (x, y))


def box(left: float, top: float, right: float, bottom: float) -> Points:
    """The corners of an upright rectangle, closed."""
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], float)


def oval(x: float, y: float, width: float, height: float, count: int = 24, turn: float = 0.0) -> Points:
    """A closed ellipse."""
    angle = np.linspace(0, 2 * np.pi, count + 1)
    return moved(np.stack([np.cos(angle) * width / 2, np.sin(angle) * height / 2], axis=1), x, y, turn=turn)


def hatching(outline: Points, gap: float, turn: float, seed: int) -> Iterator[Points]:
    """Strokes side by side within an outline, `gap` pixels apart, at an angle; their ends are not all on it."""
    rng = np.random.default_rng(seed)
    flat = moved(outline, turn=-turn)
    first, second = flat, np.roll(flat, -1, axis=0)
    for y in np.arange(flat[:, 1].min() + gap * 0.6, flat[:, 1].max(), gap):
        y += rng.uniform(-0.18, 0.18) * gap
        crosses = (first[:, 1] <= y) != (second[:, 1] <= y)
        a, b = first[crosses], second[crosses]
        xs = np.sort(a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0]))
        for left, right in zip(xs[::2], xs[1::2], strict=False):
            if right - left > gap * 0.8:
                ends = rng.uniform(-0.6, 0.9, 2) * gap * 0.6
                bow = rng.uniform(-0.25, 0.25) * gap
                stroke = [(left + ends[0], y), ((left + right) / 2, y + bow), (right - ends[1], y)]
                yield moved(np.array(stroke), turn=turn)
