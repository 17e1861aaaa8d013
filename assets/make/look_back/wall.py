"""The wall: the year becomes one strip of four panels, more strips are pinned up, and the last day gets its ring."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QImage, QTransform

from look_back import bird, timeline
from look_back.curves import box, hatching, oval, places
from look_back.hand import draw_hand
from look_back.seasons import draw_panes
from look_back.sheet import ACCENT, Sheet

FIXED = (80.0, 280.0)
"""The point of the wall that stays where it is while the camera goes back from the strip."""
BACK_FRAMES = 18
PLACES = places("60,52 402,44 408,206 66,374 404,368 62,532 398,530")
"""Where the strips hang that show the bird; the first is there from the start, the others are pinned up one by one."""


def _strip(sheet: Sheet, x: float, y: float, number: int) -> None:
    sheet.fill(box(x + 6, y + 8, x + 318, y + 150), 0.22, straight=True)
    sheet.cut(box(x, y, x + 312, y + 140), 0.03, straight=True)
    sheet.line(box(x, y, x + 312, y + 140), 1.8, straight=True)
    for panel in range(4):
        left = x + 12 + 73 * panel
        sheet.line(box(left, y + 18, left + 68, y + 128), 1.8, straight=True)
        step = number + panel
        if step < 4:
            bird.perched(sheet, left + 26 + 2 * step, y + 106 - (14 if step == 3 else 0), 0.15)
            sheet.line([(left + 4, y + 108), (left + 62, y + 107)], 1.5)
        elif step < 9:
            bird.flying(
                sheet, left + 38 - 4 * panel, y + 102 - 11 * (step - 3), 0.2, (-1.0, 1.0)[step % 2], 0.0, 12, 1.5
            )
    sheet.fill(oval(x + 156, y + 8, 13, 13), 0.95, ACCENT, straight=True)
    sheet.line(oval(x + 156, y + 8, 13, 13), 1.4, straight=True)


def _calendar(sheet: Sheet) -> None:
    x, y, wide, high = timeline.CALENDAR
    sheet.fill(box(x - 46, y - 84, x + 5 * wide + 6, y + 6.9 * high), 0.26, straight=True)
    page = box(x - 54, y - 94, x + 5 * wide - 2, y + 6.6 * high)
    sheet.cut(page, 0.03, straight=True)
    sheet.line(page, 2.2, straight=True)
    sheet.fill(box(x - 54, y - 94, x + 5 * wide - 2, y - 44), 0.34, straight=True)
    for place in range(9):
        hole = oval(x - 34 + 36.5 * place, y - 82, 10, 10)
        sheet.cut(hole, 0.6, straight=True)
        sheet.line(hole, 1.4, straight=True)
    for day in range(25):
        middle, down = x + wide * (day % 5), y + high * (day // 5)
        sheet.line(oval(middle, down, 7, 7), 2.2, 0.6)
        if day < 24:
            for lean in (-1, 1):
                sheet.line([(middle - 17, down + 16 * lean), (middle + 17, down - 15 * lean)], 3.2, 0.8, ACCENT)
    for row in range(6):
        down = y + high * (row - 0.55)
        sheet.line([(x - 42, down), (x + 4.7 * wide, down + 1)], 1.2, 0.4)


@cache
def _wall(boil: int, pinned: int, step: int) -> QImage:
    """The wall with so many strips, `step` frames after the cut: the camera is on its way back until it is there."""
    sheet = Sheet(boil)
    sheet.flood(0.46)
    sheet.pool(420, 760, 1500, 1300, 0.9, 0.34)
    part = min(1.0, step / BACK_FRAMES)
    zoom = 4 ** (1 - part * part * (3 - 2 * part))
    camera = QTransform.fromTranslate(*FIXED).scale(zoom, zoom).translate(-FIXED[0], -FIXED[1])
    sheet.painter.setTransform(camera)
    for count, stroke in enumerate(hatching(box(0, 0, 1280, 720), 19, 62, 13)):
        if count % 2:
            sheet.line(stroke, 1.2, 0.2)
    for number in range(1 + pinned):
        _strip(sheet, *PLACES[number], number)
    _calendar(sheet)
    sheet.fill(box(70, 220, 382, 358), 0.22, straight=True)
    sheet.cut(box(64, 210, 376, 350), 0.03, straight=True)
    sheet.line(box(64, 210, 376, 350), 1.8, straight=True)
    sheet.painter.setTransform(QTransform.fromTranslate(60, 210).scale(0.25, 0.25) * camera)
    draw_panes(sheet, 190, (1, 1, 1, 1), None)
    sheet.painter.setTransform(camera)
    sheet.fill(oval(220, 217, 13, 13), 0.95, ACCENT, straight=True)
    return sheet.done()


def wall(frame: int, boil: int) -> Sheet:
    """Back from the strip, strips, and a red ring with the word for tomorrow."""
    local = frame - timeline.SHOTS["wall"]
    pinned = sum(frame >= pin for pin in timeline.PINS)
    sheet = Sheet(boil, on=_wall(boil, pinned, min(local, BACK_FRAMES)))
    marks = timeline.tomorrow()
    for mark in marks:
        if frame > mark.start and mark.path is not None:
            sheet.line(mark.path, 5, 0.95, ACCENT, straight=True, upto=mark.done(frame))
    if local > 34:
        x, y, lifted = timeline.tip(marks, frame, (1240, 660))
        draw_hand(sheet, x, y, lifted=lifted, scale=0.92, crayon=True)
    return sheet
