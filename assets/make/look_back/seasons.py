"""A window of four panes, a season in each: one tree, one row of roofs and one train go through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QRectF

from look_back.curves import Outline, Points, box, hatching, oval, places, smooth
from look_back.sheet import ACCENT, WASH, Sheet

PANES = tuple((80 + 286 * pane, 62, 342 + 286 * pane, 510) for pane in range(4))
RAIL = 404
BOUGHS = (
    (places("706,530 696,440 676,360 640,292 616,210 606,120 570,30"), 34, 3),
    (places("668,350 600,288 500,262 400,262 300,212 190,220 60,176"), 20, 3),
    (places("652,320 740,268 840,252 930,214 1030,208 1130,160 1230,176"), 20, 3),
    (((520, 266), (470, 200), (440, 130), (380, 70)), 10, 1), (((300, 214), (250, 150), (180, 100)), 8, 1),
    (((400, 262), (340, 306), (280, 322)), 7, 1), (((820, 256), (880, 170), (900, 90)), 10, 1),
    (((1020, 208), (1050, 130), (1120, 70)), 8, 1), (((930, 216), (1000, 286), (1080, 304)), 8, 1),
    (((190, 220), (140, 270), (100, 280)), 6, 1), (((1130, 162), (1180, 240), (1220, 250)), 6, 1),
)  # fmt: skip
ROOFS = ((60, 452, 130, 40), (178, 440, 150, 46), (330, 456, 110, 36), (470, 444, 130, 44), (770, 448, 140, 44),
         (912, 458, 104, 34), (1010, 438, 150, 50), (1150, 452, 120, 40))  # fmt: skip


def limb(points: Outline, thick: float, thin: float) -> Points:
    """The outline of a bough that grows thinner."""
    path = smooth(points)
    along = np.gradient(path, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(along[:, 0], along[:, 1])[:, None]
    half = np.linspace(thick, thin, len(path))[:, None] / 2
    return np.concatenate([path + across * half, (path - across * half)[::-1]])


def twigs() -> Iterator[tuple[float, float]]:
    """Places on the boughs where something can hang or grow, the same each time."""
    rng = np.random.default_rng(31)
    for points, _, _ in BOUGHS[1:]:
        path = smooth(points)
        for place in range(6, len(path), 7):
            x, y = path[place] + rng.normal(0, 9, 2)
            yield float(x), float(y)


def draw_panes(sheet: Sheet, frame: int, lit: Sequence[float], train: float | None) -> None:
    """Draw what is seen through the panes; a pane that is not lit yet is night. `train` is the x of its last coach."""
    for season, pane in enumerate(PANES):
        left, top, right, bottom = pane
        sheet.painter.save()
        sheet.painter.setClipRect(QRectF(left, top, right - left, bottom - top))
        sheet.cut(box(*pane), (0.10, 0.0, 0.04, 0.36)[season], straight=True)
        (_spring_sky, _summer_sky, _autumn_sky, _winter_sky)[season](sheet, pane)
        _land(sheet, snow=season == 3, pane=pane)
        if train is not None:
            _train(sheet, train)
        _tree(sheet, snow=season == 3)
        (_blossom, _leaves, _fruit, _snow)[season](sheet, pane, frame)
        if lit[season] < 1:
            sheet.fill(box(*pane), 0.72 * (1 - lit[season]), straight=True)
        sheet.painter.restore()
        sheet.line(box(*pane), 2.4, straight=True)


def _spring_sky(sheet: Sheet, pane: tuple[int, int, int, int]) -> None:
    sheet.pool((pane[0] + pane[2]) / 2, 430, 620, 360, 0.9, 0.08)


def _summer_sky(sheet: Sheet, pane: tuple[int, int, int, int]) -> None:
    cloud = places("340,380 372,330 420,318 430,276 480,250 520,270 556,250 600,280 604,320 650,340 660,384")
    sheet.fill(box(*pane), 0.20, straight=True)
    sheet.cut(cloud)
    sheet.line(cloud, 1.8, 0.7)
    sheet.line([(430, 330), (460, 306), (500, 312)], 1.4, 0.5)
    sheet.line([(520, 346), (556, 326), (590, 336)], 1.4, 0.5)


def _autumn_sky(sheet: Sheet, pane: tuple[int, int, int, int]) -> None:
    sheet.pool((pane[0] + pane[2]) / 2 + 40, 400, 560, 520, 0.9, 0.42)
    sheet.cut(oval(742, 372, 54, 54), straight=True)
    sheet.fill(oval(742, 372, 54, 54), 0.5, ACCENT, straight=True)


def _winter_sky(sheet: Sheet, pane: tuple[int, int, int, int]) -> None:
    sheet.pool((pane[0] + pane[2]) / 2, 470, 520, 260, 0.5)


def _land(sheet: Sheet, snow: bool, pane: tuple[int, int, int, int]) -> None:
    left, right = pane[0], pane[2]
    hills = places("40,372 200,340 340,366 500,346 700,376 860,344 1020,366 1180,340 1280,360 1280,520 40,520")
    sheet.cut(hills, 0.16 if snow else 0.24)
    sheet.line(hills[:9], 1.6, 0.6)
    for stroke in hatching(box(left, 372, right, RAIL - 8), 7, 64, 3):
        sheet.line(stroke, 1.1, 0.0 if snow else 0.26)
    sheet.cut(box(left, RAIL, right, 520), 0.10 if snow else 0.34, straight=True)
    for y, width in ((RAIL, 2.4), (RAIL + 7, 1.4)):
        sheet.line([(60, y), (640, y), (1240, y)], width, 0.8)
    for x in range(110, 1240, 84):
        sheet.line([(x, RAIL + 8), (x, 470)], 3, 0.6)
    for x, y, wide, high in ROOFS:
        wall = box(x + 10, y, x + wide - 10, 520)
        sheet.cut(wall, 0.22, straight=True)
        sheet.line(wall, 1.6, straight=True)
        roof = np.array(
            [
                (x, y + 6),
                (x + wide * 0.3, y - high * 0.6),
                (x + wide * 0.72, y - high * 0.6),
                (x + wide, y + 6),
                (x, y + 6),
            ]
        )
        sheet.cut(roof, 0.0 if snow else 0.56, straight=True)
        if not snow:
            for stroke in hatching(roof, 6, 74, 5):
                sheet.line(stroke, 1.1, 0.4)
        sheet.line(roof, 1.8, straight=True)
        light = box(x + wide * 0.4, y + 20, x + wide * 0.4 + 20, y + 42)
        sheet.cut(light, straight=True)
        sheet.fill(light, 0.5, ACCENT, straight=True)
        sheet.line(light, 1.3, straight=True)


def _train(sheet: Sheet, x: float) -> None:
    for coach in range(4):
        body = box(x + 62 * coach, RAIL - 26, x + 62 * coach + 59, RAIL - 3)
        sheet.cut(body, 0.08, straight=True)
        sheet.fill(box(x + 62 * coach, RAIL - 11, x + 62 * coach + 59, RAIL - 6), 0.8, ACCENT, straight=True)
        for window in range(4):
            left = x + 62 * coach + 6 + 13 * window
            sheet.fill(box(left, RAIL - 22, left + 9, RAIL - 14), 0.55, WASH, straight=True)
        sheet.line(body, 1.6, straight=True)


def _tree(sheet: Sheet, snow: bool) -> None:
    for points, thick, thin in BOUGHS:
        shape = limb(points, thick, thin)
        sheet.cut(shape, 0.66, straight=True)
        sheet.line(shape, 1.8, straight=True)
        if thick > 12:
            for stroke in hatching(shape, 7, 60, 2):
                sheet.line(stroke, 1.2, 0.5)
        if snow:
            top = limb([(x, y - thick * 0.42 - 3) for x, y in points], thick * 0.5 + 3, thin)
            sheet.cut(top, straight=True)
            sheet.line(top, 1.2, 0.55, straight=True)


def _blossom(sheet: Sheet, pane: tuple[int, int, int, int], frame: int) -> None:
    rng = np.random.default_rng(41)
    for x, y in twigs():
        for _ in range(5):
            dx, dy, size = rng.normal(0, 15), rng.normal(-4, 13), rng.uniform(10, 24)
            if pane[0] - 30 < x + dx < pane[2] + 30:
                sheet.cut(oval(x + dx, y + dy, size, size * 0.9, 10))
                sheet.fill(oval(x + dx, y + dy, size, size * 0.9, 10), rng.uniform(0.10, 0.26), ACCENT)
                sheet.line(oval(x + dx, y + dy, size, size * 0.9, 10)[: rng.integers(5, 9)], 1.3, 0.55)
    _falling(sheet, pane, frame, 15, 1.5, 43, (9, 5), 0.45)


def _leaves(sheet: Sheet, pane: tuple[int, int, int, int], frame: int) -> None:
    rng = np.random.default_rng(47)
    for x, y in twigs():
        size = rng.uniform(44, 74)
        if not pane[0] - 60 < x < pane[2] + 60:
            continue
        angle = np.linspace(0, 2 * np.pi, 37)[:-1]
        bumps = size / 2 * (0.86 + 0.2 * np.abs(np.sin(angle * 4 + size)))
        cluster = np.stack([x + bumps * np.cos(angle) * 1.15, y - 8 + bumps * np.sin(angle) * 0.8], axis=1)
        cluster = smooth(np.concatenate([cluster, cluster[:1]]))
        sheet.cut(cluster, rng.uniform(0.36, 0.56), straight=True)
        for stroke in hatching(cluster, 8, 52, int(size * 10)):
            sheet.line(stroke, 1.2, 0.4)
        sheet.line(cluster, 1.6, 0.8, straight=True)
    del frame


def _fruit(sheet: Sheet, pane: tuple[int, int, int, int], frame: int) -> None:
    for place, (x, y) in enumerate(twigs()):
        if place % 3 == 0 and pane[0] - 20 < x < pane[2] + 20:
            sheet.line([(x, y - 8), (x + 1, y + 8)], 1.8)
            sheet.cut(oval(x, y + 21, 31, 28, 14))
            sheet.fill(oval(x, y + 21, 31, 28, 14), 0.92, ACCENT)
            sheet.line(oval(x, y + 21, 31, 28, 14), 1.7)
            for lobe in (-8, 0, 8):
                sheet.line([(x, y + 8), (x + lobe, y + 13 - abs(lobe) * 0.3)], 2.6, 0.9)
    _falling(sheet, pane, frame, 7, 1.1, 53, (17, 8), 0.6)


def _snow(sheet: Sheet, pane: tuple[int, int, int, int], frame: int) -> None:
    rng = np.random.default_rng(59)
    for _ in range(46):
        x, y, size, speed = rng.uniform(-20, 290), rng.uniform(0, 450), rng.uniform(4, 9), rng.uniform(0.9, 1.7)
        down = (y + speed * frame) % 450
        side = 8 * np.sin(frame / 19 + x)
        sheet.cut(oval(pane[0] + x + side, pane[1] + down, size, size, 8), straight=True)


def _falling(sheet: Sheet, pane: tuple[int, int, int, int], frame: int, count: int, speed: float, seed: int,
             size: tuple[float, float], colour: float) -> None:  # fmt: skip
    rng = np.random.default_rng(seed)
    for _ in range(count):
        x, y, phase, pace = rng.uniform(-40, 260), rng.uniform(0, 470), rng.uniform(0, 6), rng.uniform(0.7, 1.3)
        down = (y + speed * pace * frame) % 470
        leaf = oval(pane[0] + (x + 0.35 * frame * pace) % 300 - 20 + 12 * np.sin(frame / 14 + phase), pane[1] + down,
                    *size, 10, turn=40 * np.sin(frame / 11 + phase))  # fmt: skip
        sheet.fill(leaf, colour, ACCENT, straight=True)
        sheet.line(leaf, 1.1, 0.6, straight=True)
