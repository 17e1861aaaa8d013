"""Two people at two desks, seen from the side as on a stage: chair, legs, back, arm, lamp."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from look_back.curves import Outline, Points, box, hatching, moved, oval, places, smooth
from look_back.heads import Head, front, profile
from look_back.sheet import ACCENT, PENCIL, WASH, Sheet

FLOOR = 596
TORSO = places("474,486 492,440 494,390 478,344 450,316 422,316 404,338 404,390 414,440 420,486 474,486")
LEG = places(
    "488,470 486,500 440,512 398,510 402,560 398,590 344,594 346,582 368,574 362,520 366,484 400,474 440,466 488,470"
)


@dataclass(frozen=True)
class Place:
    """A desk with its chair and lamp, and perhaps somebody; the right one is the left one mirrored."""

    right: bool = False
    lit: bool = True
    somebody: bool = True
    looks_back: float = 0.0
    """0 at the sheet, 0.5 on the way, 1 over the shoulder."""
    stroke: float = 0.0
    """Where the hand is on its sheet, -1 to 1."""
    nod: float = 0.0
    """How far the head has sunk, 0 to 1."""

    def put(self, points: Outline) -> Points:
        """Points of the left place where this one has them."""
        return moved(points, 1280 if self.right else 0, 0, mirror=self.right)


def draw_place(sheet: Sheet, place: Place) -> None:
    """Draw everything of a place, from the back to the front."""
    _chair(sheet, place)
    if place.somebody:
        _body(sheet, place)
    _desk(sheet, place)
    _lamp(sheet, place)
    if place.somebody:
        _arm(sheet, place)


def _solid(sheet: Sheet, outline: Points, wash: float, accent: float = 0.0, pen: float = 2.0) -> None:
    sheet.cut(outline, wash, straight=True)
    if accent:
        sheet.fill(outline, accent, ACCENT, straight=True)
    sheet.line(outline, pen, straight=True)


def _shade(place: Place) -> float:
    return 0.18 if place.lit else 0.62


def _chair(sheet: Sheet, place: Place) -> None:
    wash = _shade(place) + 0.2
    for leg in ((446, 520, 430, FLOOR), (500, 520, 516, FLOOR)):
        sheet.line(place.put([leg[:2], leg[2:]]), 4.5, 0.85, taper=0.1)
    _solid(sheet, place.put(smooth(((404, 508), (410, 522), (510, 524), (518, 510), (460, 504), (404, 508)))), wash)
    _solid(
        sheet,
        place.put(smooth(places("508,510 526,440 532,398 542,398 540,440 522,514 508,510"))),
        wash,
    )


def _body(sheet: Sheet, place: Place) -> None:
    accent = 0.0 if place.right else 0.62
    _solid(sheet, place.put(smooth(LEG)), 0.5)
    for stroke in hatching(place.put(smooth(LEG)), 9, 100, 8):
        sheet.line(stroke, 1.2, 0.4)
    low = 8 * place.nod
    head = Head(*place.put([(392 - low, 284 + low)])[0], 0.42, place.right, -16 - 10 * place.nod, not place.right)
    if place.looks_back >= 1:
        profile(sheet, Head(420, 276, 0.42, True, 4))
    elif place.looks_back > 0:
        front(sheet, Head(410, 278, 0.42))
    else:
        profile(sheet, head)
    torso = place.put(smooth(TORSO))
    _solid(sheet, torso, 0.04 if accent else 0.62, accent)
    back = place.put(smooth(places("474,486 492,440 494,390 478,344 462,330 464,390 456,440 446,486 474,486")))
    sheet.fill(back, 0.4, straight=True)
    for stroke in hatching(back, 6, 65 if place.right else 115, 4):
        sheet.line(stroke, 1.2, 0.5)
    _solid(sheet, place.put(smooth(places("406,322 430,306 458,310 470,330 440,334 412,340 406,322"))),
           0.04 if accent else 0.7, accent * 1.2)  # fmt: skip


def _arm(sheet: Sheet, place: Place) -> None:
    accent = 0.0 if place.right else 0.66
    x, y = 318 + 16 * place.stroke, 420 - 3 * abs(place.stroke)
    sleeve = ((456, 344), (470, 380), (452, 424), (420, 438), (x + 30, y + 12), (x + 26, y - 6), (404, 404), (418, 366),
              (432, 340), (456, 344))  # fmt: skip
    _solid(sheet, place.put(smooth(sleeve)), 0.04 if accent else 0.58, accent)
    for stroke in hatching(
        place.put(smooth(((456, 344), (470, 380), (452, 424), (440, 420), (450, 380), (456, 344)))), 6, 100, 2
    ):
        sheet.line(stroke, 1.2, 0.45)
    _solid(sheet, place.put(oval(x + 20, y + 3, 26, 18)), 0.02, 0.1)
    sheet.line(place.put([(x + 2, y + 8), (x + 30, y - 22)]), 2.2, straight=True)


def _desk(sheet: Sheet, place: Place) -> None:
    wash = _shade(place)
    for leg in (112, 392):
        _solid(sheet, place.put(box(leg, 444, leg + 12, FLOOR)), wash + 0.25)
    drawer = place.put(box(136, 446, 232, 540))
    _solid(sheet, drawer, wash + 0.3)
    for stroke in hatching(drawer, 8, 90, 6):
        sheet.line(stroke, 1.2, 0.4)
    for y in (478, 508):
        sheet.line(place.put([(138, y), (230, y)]), 1.6)
        sheet.line(place.put([(176, y - 14), (192, y - 14)]), 2.4)
    _solid(sheet, place.put(box(92, 432, 424, 446)), wash)
    for layer in range(7 if not place.right or place.somebody else 2):
        y, lean = 428 - 5 * layer, 3 * np.sin(layer * 2.3)
        _solid(sheet, place.put(box(206 + lean, y - 5, 268 + lean, y)), 0.0 if place.lit else 0.4, pen=1.3)
    if place.somebody:
        slope = place.put(((284, 430), (362, 424), (366, 430), (284, 434), (284, 430)))
        _solid(sheet, slope, 0.0, pen=1.6)
    cup = place.put(((110, 404), (114, 430), (134, 430), (138, 404), (110, 404)))
    _solid(sheet, cup, wash, 0.0, 1.7)


def _lamp(sheet: Sheet, place: Place) -> None:
    sheet.line(place.put([(176, 428), (150, 350), (206, 262)]), 4.2, 0.9, straight=False, taper=0.05)
    _solid(sheet, place.put(smooth(((156, 424), (176, 416), (198, 424), (200, 432), (154, 432), (156, 424)))), 0.5)
    shade = place.put(((196, 250), (222, 244), (262, 290), (214, 314), (196, 250)))
    _solid(sheet, shade, 0.1 if place.lit else 0.66, 0.75 if place.lit else 0.0)
    if place.lit:
        sheet.fill(place.put(oval(240, 302, 34, 18, turn=-26)), 0.35, ACCENT, straight=True)
    else:
        sheet.fill(shade, 0.25, WASH, straight=True)
    sheet.fill(place.put(oval(206, 262, 10, 10)), 0.9, PENCIL, straight=True)
