"""The nights in the workroom: alone at one lamp, the year behind the window, a tired head, and a second lamp."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtGui import QImage

from look_back import bird, timeline
from look_back.curves import box, hatching, oval, places, smooth
from look_back.heads import Head, front, profile
from look_back.people import Place
from look_back.room import draw_room, empty_room
from look_back.seasons import draw_panes
from look_back.sheet import ACCENT, Sheet


def alone(frame: int, boil: int) -> Sheet:
    """One lamp, one chair taken; far off a train goes by."""
    sheet = Sheet(boil, on=empty_room(boil, False, 4))
    local = frame - timeline.SHOTS["alone"]
    somebody = Place(stroke=timeline.swing(frame, -1), nod=0.15)
    draw_room(sheet, somebody, Place(right=True, lit=False, somebody=False), frame // 24, local / 84, None)
    return sheet


def together(frame: int, boil: int) -> Sheet:
    """Two lamps; one of the two still looks back, then both draw."""
    sheet = Sheet(boil, on=empty_room(boil, True, 9))
    local = frame - timeline.SHOTS["together"]
    looks = 1.0 if local < 22 else 0.5 if local < 25 else 0.0
    somebody = Place(looks_back=looks, stroke=timeline.swing(frame, -1), nod=0.1)
    neighbour = Place(right=True, stroke=timeline.swing(frame, 1))
    draw_room(sheet, somebody, neighbour, frame // 24, None, frame // 4)
    return sheet


@cache
def _sill(boil: int) -> QImage:
    """The wall around the four panes, the sill, and the edge of the desk below."""
    sheet = Sheet(boil)
    sheet.flood(0.60)
    sheet.pool(190, 640, 900, 640, 0.85, 0.26)
    frame = box(58, 40, 1222, 532)
    sheet.cut(frame, 0.5, straight=True)
    sheet.pool(190, 640, 900, 640, 0.6, 0.16)
    for stroke in hatching(frame, 15, 90, 4):
        sheet.line(stroke, 1.1, 0.2)
    sheet.line(frame, 2.6, straight=True)
    ledge = box(30, 532, 1250, 556)
    sheet.cut(ledge, 0.34, straight=True)
    sheet.pool(190, 600, 700, 200, 0.7, 0.16)
    sheet.line(ledge, 2.4, straight=True)
    top = box(-10, 662, 1290, 730)
    sheet.cut(top, 0.5, straight=True)
    sheet.pool(190, 690, 900, 260, 0.8, 0.26)
    sheet.line([(-10, 662), (640, 661), (1290, 663)], 2.8)
    for stroke in hatching(box(0, 676, 1280, 706), 10, 0, 9):
        sheet.line(stroke, 1.1, 0.25)
    return sheet.done()


def window(frame: int, boil: int) -> Sheet:
    """The year: a train comes by, and each pane it reaches grows light in its season; the pile of sheets grows."""
    sheet = Sheet(boil, on=_sill(boil))
    lit = [min(1.0, max(0.0, (frame - start) / 10)) for start in timeline.SEASONS]
    local = frame - timeline.SHOTS["window"]
    draw_panes(sheet, local, lit, -330 + 6.35 * local)
    _pile(sheet, 3 + local // 9)
    _lamp(sheet)
    return sheet


def _lamp(sheet: Sheet) -> None:
    sheet.line([(60, 662), (24, 560), (112, 470)], 6, taper=0.05)
    shade = np.array([(92, 452), (142, 440), (222, 530), (132, 578), (92, 452)], float)
    sheet.cut(shade, straight=True)
    sheet.fill(shade, 0.85, ACCENT, straight=True)
    sheet.line(shade, 2.6, straight=True)
    sheet.cut(oval(178, 556, 60, 34, turn=-28), straight=True)
    sheet.line(oval(178, 556, 60, 34, turn=-28), 1.6, 0.6, straight=True)


def _pile(sheet: Sheet, sheets: int) -> None:
    for layer in range(sheets):
        y = 661 - 4.6 * layer
        lean = 5 * np.sin(layer * 2.4) + 3 * np.sin(layer * 0.7)
        leaf = box(548 + lean, y - 5.5, 762 + lean, y)
        sheet.cut(leaf, 0.14, straight=True)
        sheet.line(leaf, 1.3, 0.8, straight=True)
    mug = smooth(places("1004,596 1006,640 1012,660 1060,660 1066,640 1068,596 1004,596"))
    sheet.cut(mug, 0.3, straight=True)
    sheet.line(mug, 2.2, straight=True)
    sheet.line([(1068, 610), (1092, 614), (1090, 640), (1066, 644)], 3)


@cache
def _behind(boil: int, second_lamp: bool) -> QImage:
    """The wall behind the tired head, with the window at the right."""
    sheet = Sheet(boil)
    sheet.flood(0.62)
    sheet.pool(60, 470, 1150, 1100, 0.95, 0.42)
    if second_lamp:
        sheet.pool(1330, 430, 1000, 1050, 0.95, 0.50)
    for count, stroke in enumerate(hatching(box(0, 0, 1280, 720), 19, 28, 7)):
        if count % 2:
            sheet.line(stroke, 1.3, 0.24)
    frame = box(776, 36, 1156, 452)
    sheet.cut(frame, 0.44, straight=True)
    if second_lamp:
        sheet.pool(1330, 430, 900, 1000, 0.8, 0.5)
    sheet.line(frame, 2.6, straight=True)
    sheet.line([(752, 456), (1180, 456)], 8, taper=0.05)
    for row in range(2):
        for place in range(2):
            left, top = 62 + 176 * place + 7 * row, 66 + 118 * row - 5 * place
            sheet.cut(box(left, top, left + 152, top + 88), 0.12, straight=True)
            sheet.line(box(left, top, left + 152, top + 88), 1.8, straight=True)
            for part in (38, 76, 114):
                sheet.line([(left + part, top + 6), (left + part, top + 82)], 1.4, 0.6)
            for panel in range(4):
                bird.perched(sheet, left + 16 + 38 * panel, top + 62 - 7 * (panel == row + place), 0.085, pen=1.2)
            sheet.fill(oval(left + 76, top + 5, 11, 11), 0.9, ACCENT, straight=True)
    return sheet.done()


def tired(frame: int, boil: int) -> Sheet:
    """Eyes close over the last sheets; behind, a lamp is turned on; the head comes up and looks back."""
    sheet = Sheet(boil, on=_behind(boil, frame >= timeline.LAMP))
    for pane in (0, 1):
        glass = box(794 + 178 * pane, 54, 960 + 178 * pane, 434)
        sheet.cut(glass, 0.76, straight=True)
        rng = np.random.default_rng(60 + frame // 4 % 6 + 10 * pane)
        for _ in range(22):
            x, y = rng.uniform(glass[0, 0] + 8, glass[1, 0] - 2), rng.uniform(54, 390)
            sheet.cut([(x, y), (x + 2, y), (x - 4, y + 40), (x - 6, y + 40)], 0.4, straight=True)
        sheet.line(glass, 2.2, straight=True)
    local = frame - timeline.SHOTS["tired"]
    sunk = min(1.0, local / 34) ** 2 if frame < timeline.HEAD_UP else 0.0
    x, y = 470, 318
    if frame < timeline.TURNING:
        eye = max(0.0, 0.75 - sunk) if frame < timeline.HEAD_UP else 1.0
        profile(sheet, Head(x - 14 * sunk, y + 12 + 30 * sunk, 1.36, turn=-6 - 12 * sunk, eye=eye, shade=0.34))
    elif frame < timeline.TURNED:
        front(sheet, Head(x + 24, y + 10, 1.36))
    else:
        settle = 10 if frame < timeline.TURNED + 2 else 0
        profile(sheet, Head(x + 44 + settle, y + 12, 1.36, mirror=True, turn=2, eye=1.15))
    _shoulders(sheet, frame >= timeline.LAMP)
    _collar(sheet)
    return sheet


def _shoulders(sheet: Sheet, second_lamp: bool) -> None:
    outline = smooth(places("170,760 196,650 262,580 380,540 470,530 580,540 700,584 762,654 790,760 170,760"))
    sheet.cut(outline, 0.06, straight=True)
    sheet.fill(outline, 0.62, ACCENT, straight=True)
    dark = smooth(places("560,540 700,584 762,654 790,760 600,760 590,660 560,540"))
    if not second_lamp:
        sheet.fill(dark, 0.42, straight=True)
    for stroke in hatching(dark if not second_lamp else outline, 15, 78, 5):
        sheet.line(stroke, 1.4, 0.42)
    sheet.line(outline, 2.6, straight=True)


def _collar(sheet: Sheet) -> None:
    collar = smooth(places("372,548 380,512 430,528 500,532 570,512 590,546 560,580 480,594 400,580 372,548"))
    sheet.cut(collar, 0.06, straight=True)
    sheet.fill(collar, 0.82, ACCENT, straight=True)
    for stroke in hatching(collar, 12, 84, 8):
        sheet.line(stroke, 1.4, 0.45)
    sheet.line(collar, 2.6, straight=True)
