"""What happens on a sheet seen from above: the first drawing, the last one, and all of them flipped through."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtGui import QImage

from look_back import bird, timeline
from look_back.curves import box, hatching, moved, oval, smooth
from look_back.hand import LEAD, SHAFT, WOOD, draw_hand
from look_back.letters import written
from look_back.sheet import ACCENT, PENCIL, WASH, Sheet

SHEET = moved(box(-476, -330, 476, 420), 640, 376, turn=-1.2)


@cache
def desk(boil: int, lamp_x: float, second_lamp_x: float | None = None) -> QImage:
    """A desk by night with an empty sheet on it, held by three pegs."""
    sheet = Sheet(boil)
    sheet.flood(0.60)
    for y in range(-10, 720, 94):
        sheet.line([(-10, y), (420, y + 5), (860, y - 4), (1290, y + 3)], 1.6, 0.5)
        for count, stroke in enumerate(hatching(box(0, y + 8, 1280, y + 86), 21, 1.2, y + 10)):
            if count % 2:
                sheet.line(stroke, 1.1, 0.2)
    for x in (lamp_x, second_lamp_x):
        if x is not None:
            sheet.pool(x, 250, 1250, 1000, 0.95, 0.34)
    sheet.fill(moved(SHEET, 10, 12), 0.34, straight=True)
    sheet.cut(SHEET, 0.10, straight=True)
    for x in (lamp_x, second_lamp_x):
        if x is not None:
            sheet.pool(x, 250, 1200, 1000, 1.0, 0.09)
    sheet.line(SHEET, 2.2, straight=True)
    for x, wide in ((-130, 46), (0, 16), (130, 46)):
        hole = moved(oval(x, -300, wide, 15), 640, 376, turn=-1.2)
        sheet.cut(hole, 0.5, straight=True)
        sheet.line(hole, 1.8, straight=True)
    return sheet.done()


def numbered(sheet: Sheet, number: int, upto: float = 1.0) -> None:
    """Write a sheet's number into its corner, within a ring."""
    for stroke in written(str(number), *timeline.NUMBER):
        sheet.line(stroke, 3.0, upto=upto)


def draw_marks(sheet: Sheet, marks: tuple[timeline.Mark, ...], frame: float, width: float = 3.0) -> None:
    """Draw the strokes as far as the pencil has come."""
    for mark in marks:
        if mark.path is not None and frame > mark.start:
            sheet.line(mark.path, width, upto=mark.done(frame), straight=True)


def sheet_one(frame: int, boil: int) -> Sheet:
    """The first shot: a hand draws a bird."""
    sheet = Sheet(boil, on=desk(boil, 380))
    numbered(sheet, 1)
    marks = timeline.sheet_one()
    draw_marks(sheet, marks, frame)
    x, y, lifted = timeline.tip(marks, frame, (980, 640))
    draw_hand(sheet, x, y, lifted=lifted, scale=1.18)
    return sheet


def last_sheet(frame: int, boil: int) -> Sheet:
    """Two hands draw the last bird, a wing each."""
    sheet = Sheet(boil, on=desk(boil, 300, 980))
    marks = timeline.last_sheet()
    draw_marks(sheet, marks, frame)
    for hand, rest in (("left", (250, 560)), ("right", (1030, 560))):
        own = tuple(mark for mark in marks if mark.hand == hand)
        x, y, lifted = timeline.tip(own, frame, rest)
        draw_hand(sheet, x, y, mirror=hand == "left", lifted=lifted, scale=1.1, accent=hand == "right")
    return sheet


def flip(frame: int, boil: int) -> Sheet:
    """All sheets from the first to the last: the bird hops, flies, comes to the last sheet, and is gone."""
    local = frame - timeline.SHOTS["flip"]
    leaves = timeline.LEAVES - timeline.SHOTS["flip"]
    sheet = Sheet(boil, on=desk(boil, 300, 980))
    _pencils(sheet)
    run = min(1.0, local / (leaves - 16))
    numbered(sheet, 1 + round(479 * run**1.7))
    if local < 10:
        bird.perched(sheet, 590 - 3 * local, 516 - 26 * abs(np.sin(local * 0.62)), 1.06, pen=3)
    elif run < 1:
        part = (local - 10) / (leaves - 26)
        x, y = 560 - 300 * np.sin(part * np.pi * 1.15) + 120 * part, 460 - 260 * part + 46 * np.sin(part * 9)
        bird.flying(sheet, x, y, 0.9 + 0.5 * part, bird.BEAT[local // 2 % len(bird.BEAT)], 0.0, 14 - 22 * part, 3)
    elif local < leaves:
        colour = min(1.0, (local - leaves + 16) / 9)
        for outline in (bird.OPEN_WING, bird.other_side(bird.OPEN_WING), bird.WHOLE):
            sheet.fill(outline, 0.9 * colour, ACCENT)
        for mark in timeline.last_sheet()[:-4]:
            sheet.line(mark.path, 3.0, straight=True)
    if run < 1:
        _page(sheet, local)
    return sheet


def _page(sheet: Sheet, local: int) -> None:
    """The lower edge of a page on its way up, held by the pegs at the top: it bends, and throws a shadow."""
    rise = (local * 0.37) % 1
    y, bend = 690 - 520 * rise, 50 + 40 * np.sin(np.pi * rise)
    edge = smooth([(160, y + 6), (400, y - bend * 0.8), (640, y - bend), (880, y - bend * 0.8), (1116, y)])
    for strip in range(7):
        upper, lower = moved(edge, 0, -15 * strip - 15), moved(edge, 0, -15 * strip)
        sheet.fill(np.concatenate([lower, upper[::-1]]), 0.24 * (1 - strip / 7) ** 2, straight=True)
    sheet.fill(np.concatenate([edge, moved(edge[::-1], 0, 26)]), 0.3, straight=True)
    sheet.line(edge, 2.6, straight=True)


def _pencils(sheet: Sheet) -> None:
    """Two pencils that have been put down, one on each side of the sheet."""
    for x, turn, mirror in ((62, -42, False), (1216, 40, True)):
        for part, amount, which in ((SHAFT, 0.5, WASH), (WOOD, 0.22, ACCENT), (LEAD, 0.9, PENCIL)):
            shape = moved(part, x, 610, 1.1, turn, mirror)
            if part is SHAFT:
                sheet.fill(moved(shape, 8, 9), 0.3, straight=True)
            sheet.cut(shape, straight=True)
            sheet.fill(shape, amount, which, straight=True)
        sheet.line(moved(SHAFT, x, 610, 1.1, turn, mirror), 1.8, straight=True)
