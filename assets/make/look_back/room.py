"""The workroom from the side: two desks back to back, a window between them, a clock, strips on the wall."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from look_back.curves import box, hatching, oval
from look_back.people import FLOOR, Place, draw_place
from look_back.sheet import ACCENT, PENCIL, Sheet

WINDOW = (520, 130, 760, 396)


@cache
def empty_room(boil: int, two_lamps: bool, strips: int) -> QImage:
    """The room without its people, its clock's hand and what moves behind the window."""
    sheet = Sheet(boil)
    sheet.flood(0.52)
    sheet.fill(box(0, FLOOR, 1280, 720), 0.34, straight=True)
    for x, lit in ((300, True), (980, two_lamps)):
        if lit:
            sheet.pool(x, 420, 760, 760, 1.0, 0.30)
            sheet.pool(x, 400, 460, 420, 0.8, 0.16)
            sheet.pool(x, 640, 620, 130, 0.55, 0.16)
    left, top, right, bottom = WINDOW
    sheet.line([(0, FLOOR), (640, FLOOR + 1), (1280, FLOOR)], 2.4)
    for y in (624, 662, 704):
        sheet.line([(0, y), (640, y + 1), (1280, y)], 1.2, 0.4)
    for x in range(-400, 1700, 150):
        middle = 640 + (x - 640) * 1.0
        sheet.line([(middle, FLOOR), (640 + (middle - 640) * 1.35, 706)], 1.2, 0.35, straight=True)
    for count, stroke in enumerate(hatching(box(0, 30, 1280, 110), 9, 24, 21)):
        if count % 3:
            sheet.line(stroke, 1.2, 0.22)
    frame = box(left - 14, top - 14, right + 14, bottom + 14)
    sheet.cut(frame, 0.42, straight=True)
    sheet.line(frame, 2.4, straight=True)
    sheet.line([(left - 30, bottom + 16), (right + 30, bottom + 16)], 5, 0.8)
    for strip in range(strips):
        _strip(
            sheet, 54 + 88 * (strip % 3) + 5 * np.sin(strip * 7), 54 + 64 * (strip // 3) + 4 * np.cos(strip * 5), strip
        )
    _calendar(sheet)
    return sheet.done()


def _strip(sheet: Sheet, x: float, y: float, seed: int) -> None:
    sheet.cut(box(x, y, x + 76, y + 52), 0.12, straight=True)
    sheet.line(box(x, y, x + 76, y + 52), 1.5, straight=True)
    for part in (19, 38, 57):
        sheet.line([(x + part, y + 4), (x + part, y + 48)], 1.2, 0.6)
    rng = np.random.default_rng(seed)
    for part in range(4):
        points = [(x + 19 * part + 9 + rng.uniform(-6, 6), y + 26 + rng.uniform(-15, 15)) for _ in range(4)]
        sheet.line(points, 1.2, 0.6)
    sheet.fill(oval(x + 38, y + 3, 7, 7), 0.9, ACCENT, straight=True)


def _calendar(sheet: Sheet) -> None:
    page = box(344, 60, 446, 176)
    sheet.cut(page, 0.2, straight=True)
    sheet.line(page, 1.8, straight=True)
    sheet.line([(344, 82), (446, 82)], 1.6)
    for day in range(24):
        x, y = 356 + 20 * (day % 5), 96 + 16 * (day // 5)
        for lean in (-1, 1):
            sheet.line([(x - 5, y + 4 * lean), (x + 5, y - 4 * lean)], 1.3, 0.8, ACCENT)


def draw_room(sheet: Sheet, left: Place, right: Place, second: int, passing: float | None, rain: int | None) -> None:
    """Draw what lives in the room: the sky behind the window, a train far off (0 to 1), rain, the clock, the people."""
    _window(sheet, passing, rain)
    _clock(sheet, second)
    draw_place(sheet, left)
    draw_place(sheet, right)


def _window(sheet: Sheet, passing: float | None, rain: int | None) -> None:
    left, top, right, bottom = WINDOW
    sheet.cut(box(*WINDOW), 0.74, straight=True)
    hills = [(left, 330), (560, 312), (610, 326), (660, 304), (720, 322), (right, 310), (right, bottom), (left, bottom)]
    sheet.painter.setClipRect(QRectF(left, top, right - left, bottom - top))
    sheet.fill(hills, 0.45)
    sheet.painter.setClipping(False)
    sheet.line([(left, 356), (right, 352)], 2, 0.7)
    for x in range(left + 14, right, 34):
        sheet.line([(x, 356), (x, bottom)], 2, 0.6)
    if passing is not None:
        for coach in range(5):
            x = left - 170 + 420 * passing + 31 * coach
            if left < x < right - 26:
                sheet.cut(box(x, 344, x + 26, 353), 0.1, straight=True)
                sheet.fill(box(x, 344, x + 26, 353), 0.7, ACCENT, straight=True)
    if rain is None:
        sheet.cut(oval(700, 186, 40, 40), 0.05, straight=True)
    else:
        rng = np.random.default_rng(100 + rain % 5)
        for _ in range(30):
            x, y = rng.uniform(left, right - 8), rng.uniform(top, bottom - 34)
            sheet.cut([(x, y), (x + 1.4, y), (x - 3, y + 26), (x - 4.4, y + 26)], 0.35, straight=True)
    sheet.line(box(*WINDOW), 2.4, straight=True)
    for pane in (1, 2, 3):
        x = left + pane * (right - left) / 4
        bar = box(x - 5, top, x + 5, bottom)
        sheet.cut(bar, 0.42, straight=True)
        sheet.line(bar, 1.6, straight=True)


def _clock(sheet: Sheet, second: int) -> None:
    sheet.cut(oval(640, 70, 66, 66), 0.2, straight=True)
    sheet.line(oval(640, 70, 66, 66), 2.4, straight=True)
    for angle, long, width in ((second * 6.0, 25, 1.4), (340.0, 15, 2.8), (348.0, 22, 2.2)):
        turn = np.radians(angle)
        tip = (640 + long * np.sin(turn), 70 - long * np.cos(turn))
        sheet.line([(640, 70), tip], width, 0.9, ACCENT if long == 25 else PENCIL, straight=True, taper=0.1)
