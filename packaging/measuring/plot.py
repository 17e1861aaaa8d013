"""Drift over time as a drawing (SVG) that takes its colours from the page it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import Any

WIDTH, HEIGHT = 460, 170
LEFT, RIGHT, TOP, BOTTOM = 38, 8, 10, 26
LOWEST_MS, HIGHEST_MS = -15, 25
"""The same for every line, so that plots are held against each other by eye; what lies beyond is told in words."""

TICKS_MS = (-10, 0, 10, 20)
BOUND_MS = 3
GAP = 4
"""Points further apart than so many usual steps are not joined: nothing was seen between them."""

PLAYERS = ("libvlc", "mpv", "visualalbum")  # the last lies on top

Figures = Mapping[str, Any]
Course = list[list[float]]


def legend() -> str:
    """Which colour is whose."""
    names = "".join(f'<span class="key"><i class="{name}"></i>{name}</span>' for name in reversed(PLAYERS))
    return (
        f"{names} <span>ms of drift over the seconds of the song; the line is the median of its moment, the shade "
        f"holds nine in ten frames, the grey band is ±{BOUND_MS} ms</span>"
    )


def drift(line: Figures) -> str:
    """One line's drift, all players."""
    players = {name: line["players"][name] for name in PLAYERS if name in line["players"]}
    longest = max((float(one.get("seconds", 0)) for one in players.values()), default=0) or 1.0
    parts = [*_frame(longest)]
    for name, figures in players.items():
        parts += _player(name, figures.get("course", []), longest)
    parts += _words(players)
    label = escape(f"Drift of {line['name']}")
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _x(at_s: float, longest_s: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(max(at_s / longest_s, 0), 1)


def _y(late_ms: float) -> float:
    part = (min(max(late_ms, LOWEST_MS), HIGHEST_MS) - LOWEST_MS) / (HIGHEST_MS - LOWEST_MS)
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part


def _frame(longest_s: float) -> Iterator[str]:
    top, bottom = _y(BOUND_MS), _y(-BOUND_MS)
    yield f'<rect class="band" x="{LEFT}" y="{top:.1f}" width="{WIDTH - LEFT - RIGHT}" height="{bottom - top:.1f}"/>'
    for tick in TICKS_MS:
        kind, y = "grid" if tick else "zero", _y(tick)
        yield f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(LEFT - 6, y + 3.5, "end", f"{tick:+d}" if tick else "0")
    for part, anchor in enumerate(("start", "middle", "middle", "middle", "end")):
        at = longest_s * part / 4
        yield _text(_x(at, longest_s), HEIGHT - 8, anchor, f"{at:g} s" if anchor == "end" else f"{at:g}")


def _pieces(course: Course) -> Iterator[Course]:
    """The course, cut where nothing was seen for a while."""
    steps = sorted(after[0] - before[0] for before, after in pairwise(course))
    usual = steps[len(steps) // 2] if steps else 0
    piece: Course = []
    for point in course:
        if piece and point[0] - piece[-1][0] > GAP * usual:
            yield piece
            piece = []
        piece.append(point)
    if piece:
        yield piece


def _player(name: str, course: Course, longest_s: float) -> Iterator[str]:
    for piece in _pieces(course):
        upper = [(_x(at, longest_s), _y(high)) for at, _, _, high in piece]
        lower = [(_x(at, longest_s), _y(low)) for at, low, _, _ in reversed(piece)]
        yield f'<polygon class="{name} shade" points="{_points([*upper, *lower])}"/>'
        middle = [(_x(at, longest_s), _y(median)) for at, _, median, _ in piece]
        yield f'<polyline class="{name}" points="{_points(middle)}"/>'


def _points(places: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _words(players: Mapping[str, Figures]) -> Iterator[str]:
    """What a drawing cannot show: who did not play, and whose drift lies beyond its edges."""
    said = []
    for name, figures in players.items():
        if "broken" in figures:
            said.append((name, f"{name} did not play it"))
            continue
        beyond = [point[2] for point in figures.get("course", []) if not LOWEST_MS <= point[2] <= HIGHEST_MS]
        if beyond:
            said.append((name, f"{name} beyond the edge: up to {max(beyond, key=abs):+.0f} ms"))
    for number, (name, text) in enumerate(said):
        yield _text(WIDTH - RIGHT - 4, TOP + 10 + 14 * number, "end", text, f"{name} word")


def _text(x: float, y: float, anchor: str, text: str, kind: str = "") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
