"""The morning after: two people go home on a road by the river."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
from PySide6.QtGui import QImage

from look_back import bird, timeline
from look_back.curves import Outline, Points, box, hatching, moved, oval, places, smooth
from look_back.sheet import ACCENT, WASH, Sheet

HORIZON = 452
SUN = (860, HORIZON - 30)
GOAL = (716.0, float(HORIZON))
"""Where the road ends."""


@cache
def _road(boil: int) -> QImage:
    """Sky, sun, hills, a river, the road and its poles."""
    sheet = Sheet(boil)
    sheet.flood(0.30)
    sheet.pool(*SUN, 1700, 1000, 1.0, 0.10)
    sheet.pool(*SUN, 1100, 460, 1.0, 0.34)
    sheet.cut(oval(*SUN, 150, 150), straight=True)
    sheet.fill(oval(*SUN, 150, 150), 0.80, ACCENT, straight=True)
    sheet.line(oval(*SUN, 150, 150), 1.6, 0.5, straight=True)
    for cloud in (
        ((130, 150), (320, 132), (520, 142), (640, 128)),
        ((880, 206), (1040, 196), (1200, 204)),
        ((60, 236), (220, 226), (330, 232)),
    ):
        sheet.line(cloud, 9, 0.16, WASH)
        sheet.line([(x + 30, y + 12) for x, y in cloud], 5, 0.12, WASH)
    hills = places("-20,424 140,392 330,420 520,398 700,428 900,408 1090,388 1300,420 1300,480 -20,480")
    sheet.cut(hills, 0.34)
    sheet.fill(hills, 0.16, ACCENT)
    sheet.line(hills[:8], 1.8, 0.7)
    land = [(-20, HORIZON), (640, HORIZON - 2), (1300, HORIZON), (1300, 730), (-20, 730)]
    sheet.cut(land, 0.30, straight=True)
    sheet.pool(SUN[0], 470, 900, 120, 0.8, 0.4)
    sheet.line(land[:3], 2)
    for side in (-0.35, -0.62, -1.1, -1.9, -3.4, -7.0):
        sheet.line([GOAL, (GOAL[0] + 278 * side * 2.4, 730)], 1.5, 0.5, straight=True)
    for down in (472, 500, 548, 620):
        sheet.line([(-20, down), (GOAL[0] - (down - HORIZON) * 2.1, down + 1)], 1.3, 0.4)
    river = np.array([(744, HORIZON + 2), (800, HORIZON + 2), (1300, 560), (1300, 740), (1056, 740)], float)
    sheet.cut(river, 0.08, straight=True)
    sheet.fill(river, 0.22, ACCENT, straight=True)
    for down in (468, 486, 512, 548, 596, 650):
        wide = (down - HORIZON) * 0.9
        middle = 772 + (down - HORIZON) * 1.75
        sheet.line([(middle - wide * 0.4, down), (middle + wide * 0.5, down + 2)], 1.6, 0.5)
    sheet.line(river[[0, 4]], 2, straight=True)
    sheet.line(river[[1, 2]], 2, straight=True)
    way = np.array([GOAL, (724, HORIZON), (900, 730), (250, 730), GOAL])
    sheet.cut(way, 0.12, straight=True)
    sheet.fill(way, 0.07, ACCENT, straight=True)
    for edge in ((0, 3), (1, 2)):
        sheet.line(way[list(edge)], 2.2, straight=True)
    grass = np.random.default_rng(23)
    for _ in range(260):
        near = grass.uniform(0.05, 1) ** 0.6
        side = grass.choice((-1.0, 1.0))
        x = GOAL[0] + (575 - GOAL[0]) * near + side * (330 * near + grass.uniform(2, 240) * near)
        y = HORIZON + 278 * near
        if not (side > 0 and x > 760 + (y - HORIZON) * 1.1):
            sheet.line(
                [(x, y), (x + 3 * near, y - 9 * near), (x + grass.uniform(-4, 9) * near, y - 19 * near)], 1.4, 0.5
            )
    _poles(sheet)
    return sheet.done()


def _poles(sheet: Sheet) -> None:
    tops = []
    for near in (1.25, 0.62, 0.36, 0.22, 0.14, 0.09, 0.06):
        x, y, high = GOAL[0] - 560 * near, HORIZON + 236 * near, 560 * near
        sheet.line([(x, y), (x + 2 * near, y - high)], max(1.5, 13 * near), 0.9, taper=0.05)
        for arm in (0.0, 0.075):
            sheet.line(
                [(x - 62 * near, y - high * (0.95 - arm)), (x + 62 * near, y - high * (0.95 - arm))], max(1.2, 6 * near)
            )
        tops.append(
            np.array(
                [(x - 56 * near, y - high * 0.965), (x + 56 * near, y - high * 0.965), (x + 56 * near, y - high * 0.89)]
            )
        )
    for before, after in pairwise(tops):
        for start, end in zip(before, after, strict=True):
            sag = np.hypot(*(end - start)) * 0.07
            sheet.line([tuple(start), tuple((start + end) / 2 + (0, sag)), tuple(end)], 1.5, 0.7)


def road(frame: int, boil: int) -> Sheet:
    """Two walk towards the sun with long shadows; a train goes by, and above them flies what they have drawn."""
    sheet = Sheet(boil, on=_road(boil))
    local = frame - timeline.SHOTS["road"]
    _train(sheet, 1330 - 7.4 * local)
    size = 1 - 0.0016 * local
    for side, colour in ((-1, 0.85), (1, 0.0)):
        _walker(
            sheet,
            632 + side * 44 * size + 0.2 * local,
            HORIZON + 166 * size - 0.25 * local,
            size,
            local + 6 * (side > 0),
            colour,
        )
    x, y = 980 - 10.5 * local, 300 - 3.4 * local + 26 * np.sin(local / 9)
    bird.flying(sheet, x, y, 0.46, bird.BEAT[local // 2 % len(bird.BEAT)], 0.95, 10, 1.8)
    return sheet


def _train(sheet: Sheet, x: float) -> None:
    for coach in range(5):
        left = x + 47 * coach
        if left < 720:
            continue
        sheet.cut(box(left, HORIZON - 17, left + 45, HORIZON - 2), 0.3, straight=True)
        sheet.fill(box(left + 4, HORIZON - 14, left + 41, HORIZON - 9), 0.6, ACCENT, straight=True)
        sheet.line(box(left, HORIZON - 17, left + 45, HORIZON - 2), 1.3, straight=True)


def _walker(sheet: Sheet, x: float, y: float, size: float, step: int, colour: float) -> None:
    """Somebody from behind; (x, y) is where the feet are."""
    swing = np.sin(step * np.pi / 12)
    bob = -3 * abs(np.cos(step * np.pi / 12))

    def put(points: Outline) -> Points:
        return moved(points, x, y + bob, size)

    shadow = smooth(places("-14,0 14,0 -30,150 -76,240 -110,240 -64,130 -14,0"))
    sheet.fill(moved(shadow, x, y, size), 0.34, straight=True)
    for side in (-1, 1):
        lift = 9 * max(0.0, side * swing)
        sheet.line(put([(side * 8, -54), (side * 9, -28 - lift / 2), (side * 9, -lift)]), 10 * size, 0.9, taper=0.1)
        sheet.line(put([(side * 6, -lift), (side * 14, -lift - 1)]), 7 * size, 0.9, taper=0.1)
    coat = put(smooth(places("-16,-52 -22,-84 -20,-112 -10,-122 10,-122 20,-112 22,-84 16,-52 -16,-52")))
    sheet.cut(coat, 0.06 if colour else 0.62, straight=True)
    sheet.fill(coat, colour * 0.8, ACCENT, straight=True)
    for stroke in hatching(coat, 6, 82, 3):
        sheet.line(stroke, 1.2, 0.45)
    sheet.line(coat, 2, straight=True)
    for side in (-1, 1):
        hand = side * swing * 6
        sheet.line(
            put([(side * 20, -110), (side * 26, -86), (side * 23 + hand * 0.3, -62 - abs(hand))]),
            8 * size,
            0.85,
            ACCENT if colour else WASH,
        )
        sheet.line(put([(side * 24, -108), (side * 30, -86), (side * 26 + hand * 0.3, -62 - abs(hand))]), 1.6)
    hair = put(smooth(places("-17,-124 -21,-140 -16,-156 -4,-162 8,-160 19,-150 20,-134 15,-122 0,-118 -17,-124")))
    knot = put(oval(4, -168, 17, 15))
    for shape in (hair,) if colour else (knot, hair):
        sheet.cut(shape, 0.62, straight=True)
        sheet.fill(shape, 0.35, 2, straight=True)
        sheet.line(shape, 1.8, straight=True)
