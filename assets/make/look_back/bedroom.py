"""Home: somebody sleeps on a futon, a bird sits at the window, and the morning writes good night on the wall."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from look_back import bird, timeline
from look_back.curves import box, hatching, moved, oval, places, smooth
from look_back.heads import Head, profile
from look_back.sheet import ACCENT, Sheet


def _light_pane(place: int) -> tuple[float, float, float, float]:
    """One of the four panes of light that another window throws on the wall: left, top, right and bottom."""
    return 690 + 122 * place, 96, 800 + 122 * place, 352


@cache
def _bedroom(boil: int) -> QImage:
    """A small room with a window, a futon on the mats, and the morning on the wall."""
    sheet = Sheet(boil)
    sheet.flood(0.33)
    for count, stroke in enumerate(hatching(box(0, 0, 1280, 470), 17, 64, 8)):
        if count % 2:
            sheet.line(stroke, 1.2, 0.2)
    for place in range(4):
        left, top, right, bottom = _light_pane(place)
        pane = np.array([(left, top), (right, top), (right + 58, bottom), (left + 58, bottom)], float)
        sheet.cut(pane, 0.04, straight=True)
        sheet.fill(pane, 0.26, ACCENT, straight=True)
    frame = box(176, 54, 500, 350)
    sheet.cut(frame, 0.2, straight=True)
    sheet.line(frame, 2.6, straight=True)
    glass = box(194, 72, 482, 332)
    sheet.cut(glass, straight=True)
    sheet.painter.setClipRect(QRectF(194, 72, 288, 260))
    sheet.pool(330, 330, 420, 320, 1, 0.34)
    sheet.painter.setClipping(False)
    sheet.line([(196, 300), (250, 288), (330, 296), (410, 284), (480, 292)], 1.6, 0.6)
    sheet.line(glass, 2.2, straight=True)
    sheet.line([(338, 72), (338, 332)], 6, 0.8, taper=0.05)
    sheet.line([(150, 356), (526, 356)], 8, taper=0.05)
    for left, right, way in ((146, 226, 1), (450, 540, -1)):
        curtain = smooth(
            [
                (left, 40),
                (right, 40),
                (right - 10 * way, 190),
                (right + 4, 372),
                (left, 374),
                (left + 4, 200),
                (left, 40),
            ]
        )
        sheet.cut(curtain, 0.24, straight=True)
        for fold in range(left + 12, right, 17):
            sheet.line([(fold, 44), (fold + 4, 190), (fold - 3, 368)], 1.5, 0.6)
        sheet.line(curtain, 2.2, straight=True)
    sheet.line([(120, 40), (570, 40)], 5, taper=0.05)
    floor = box(-10, 486, 1290, 730)
    sheet.fill(floor, 0.16, straight=True)
    sheet.line([(-10, 486), (640, 485), (1290, 487)], 2.6)
    for down in (560, 660):
        sheet.line([(-10, down), (1290, down + 2)], 3.2, 0.6)
    for x, lean in ((60, -60), (470, -20), (880, 24), (1240, 60)):
        sheet.line([(x, 486), (x + lean, 710)], 2.4, 0.5)
    return sheet.done()


def futon(frame: int, boil: int) -> Sheet:
    """Sleep. Outside on the sill sits the bird; somebody wishes a good night."""
    sheet = Sheet(boil, on=_bedroom(boil))
    local = frame - timeline.SHOTS["futon"]
    bird.perched(sheet, 420, 350 - (3 if local % 30 < 4 else 0), 0.3, 0.92, 1.8)
    breath = 0.5 - 0.5 * np.cos(local * 2 * np.pi / 60)
    _bed(sheet, breath)
    for mark in timeline.good_night():
        if frame > mark.start and mark.path is not None:
            sheet.line(mark.path, 4.5, 0.9, straight=True, upto=mark.done(frame))
    return sheet


def _bed(sheet: Sheet, breath: float) -> None:
    mattress = smooth(
        places("150,640 160,606 240,596 640,600 1040,598 1090,612 1096,644 1040,654 600,656 200,654 150,640")
    )
    sheet.fill(moved(mattress, 10, 16), 0.34, straight=True)
    sheet.cut(mattress, 0.05, straight=True)
    sheet.line(mattress, 2.4, straight=True)
    pillow = smooth(places("180,606 178,566 220,552 330,556 372,574 366,608 280,616 180,606"))
    sheet.cut(pillow, 0.02, straight=True)
    for stroke in hatching(pillow, 12, 20, 3):
        sheet.line(stroke, 1.1, 0.24)
    sheet.line(pillow, 2.4, straight=True)
    profile(sheet, Head(262, 540, 0.62, mirror=True, turn=80, eye=0, shade=0.2, glasses=False))
    top = 486 - 13 * breath
    low, high = 520 - 4 * breath, 506 - 5 * breath
    quilt = smooth([
        (362, 612), (366, 560), (398, low), (470, top + 8), (560, top), (680, high), (820, 520), (930, 528), (968, 498),
        (1004, 500), (1030, 552), (1086, 600), (1092, 650), (900, 660), (600, 662), (380, 656), (362, 612),
    ])  # fmt: skip
    sheet.cut(quilt, 0.05, straight=True)
    sheet.fill(quilt, 0.5, ACCENT, straight=True)
    for count, stroke in enumerate(hatching(quilt, 26, 70, 6)):
        sheet.line(stroke, 1.8 if count % 2 else 5, 0.5 if count % 2 else 0.16)
    hem = smooth([
        (362, 612), (366, 560), (398, 520 - 4 * breath), (450, 492 - 8 * breath), (470, 520 - 6 * breath), (440, 566),
        (430, 620), (440, 658), (380, 656), (362, 612),
    ])  # fmt: skip
    sheet.cut(hem, 0.03, straight=True)
    sheet.line(hem, 2.2, straight=True)
    sheet.line(quilt, 2.6, straight=True)
    glasses = ((96, 676), (128, 678))
    for x, y in glasses:
        sheet.line(oval(x, y, 27, 17), 2, straight=True)
    sheet.line([(109, 676), (115, 676)], 2)
    sheet.line([(142, 676), (176, 668)], 2)
