"""Two heads, from the side and from the front; about 300 pixels high at scale 1, the ear near (0, 0), facing left."""

from __future__ import annotations

from dataclasses import dataclass

from look_back.curves import Outline, Points, hatching, moved, oval, places, smooth
from look_back.sheet import ACCENT, PENCIL, WASH, Sheet

FACE = places(
    "-62,-96 -88,-58 -94,-34 -93,-18 -106,4 -124,28 -118,38 -102,40 -106,52 -108,60 -98,66 "
    "-103,76 -94,86 -96,100 -86,116 -62,122 -28,112 4,92 30,60 60,0 40,-90 -20,-120 -62,-96"
)
NECK = places("-32,100 -34,140 -46,190 34,190 54,130 70,60 20,20 -32,100")
NAPE = places("-8,96 -6,120 30,160 80,150 74,60 20,20 -8,96")
"""The neck of somebody who is small on the picture and bends over a sheet."""
SHORT = places(
    "-80,-66 -92,-96 -70,-104 -62,-138 -34,-132 -6,-164 22,-148 62,-158 82,-128 116,-112 114,-78 "
    "138,-48 122,-22 132,14 110,30 108,62 86,66 74,94 60,84 44,96 40,70 26,60 30,20 12,26 -2,-6 "
    "-14,14 -26,-24 -42,-8 -48,-44 -68,-28 -66,-52 -88,-40 -80,-66"
)
TIED = places(
    "-72,-80 -62,-120 -24,-146 30,-150 82,-126 108,-84 116,-36 100,14 70,44 44,50 34,30 38,4 "
    "20,-22 -14,-40 -44,-60 -72,-80"
)
KNOT = places("96,-98 112,-136 150,-150 178,-128 180,-92 156,-70 122,-68 96,-98")
FRONT = places("-82,-60 -84,0 -72,54 -40,98 0,116 40,98 72,54 84,0 82,-60 0,-120 -82,-60")
FRONT_HAIR = places(
    "-96,40 -108,-20 -112,-70 -86,-96 -84,-126 -50,-130 -24,-160 8,-144 44,-158 64,-126 96,-112 "
    "98,-70 112,-30 98,44 84,20 82,-20 66,-52 52,-30 38,-64 14,-28 4,-62 -22,-32 -34,-62 -58,-28 "
    "-66,-50 -82,-14 -84,20 -96,40"
)


@dataclass(frozen=True)
class Head:
    """Where a head is, how big, which way it looks and whose it is."""

    x: float
    y: float
    scale: float = 1.0
    mirror: bool = False
    turn: float = 0.0
    short: bool = True
    eye: float = 1.0
    """How far open, 0 to 1."""
    glasses: bool = True
    """Whether they are worn, by the one who has them."""
    shade: float = 0.3
    """How much wash lies on the side that is away from the light."""

    def put(self, points: Outline) -> Points:
        """Points of the head as points of the sheet."""
        return moved(points, self.x, self.y, self.scale, -self.turn if self.mirror else self.turn, self.mirror)

    @property
    def pen(self) -> float:
        """Width of a line."""
        return 2.3 if self.scale > 0.5 else 1.7


def profile(sheet: Sheet, head: Head) -> None:
    """Draw a head from the side."""
    put, pen = head.put, head.pen
    if head.scale > 0.5:
        _flesh(sheet, put(smooth(NECK)), pen, lined=False)
        _flesh(sheet, put(smooth(FACE)), pen)
        sheet.line(put(NECK[:3]), pen)
        neck = put(smooth(places("-32,100 -34,140 30,150 50,130 60,60 10,88 -32,100")))
        sheet.fill(neck, head.shade, straight=True)
        for stroke in hatching(neck, 8, 60, 3):
            sheet.line(stroke, 1.2, 0.35)
    else:
        _flesh(sheet, put(smooth(NAPE)), pen, lined=False)
        sheet.fill(put(smooth(NAPE)), head.shade, straight=True)
        _flesh(sheet, put(smooth(FACE)), pen)
    if not head.short:
        _hair(sheet, put(smooth(KNOT)), head)
    _hair(sheet, put(smooth(SHORT if head.short else TIED)), head)
    ear = put(smooth(places("14,6 4,20 8,44 22,56 36,40 38,16 26,2 14,6")))
    _flesh(sheet, ear, pen)
    if head.scale > 0.5:
        sheet.line(put(((30, 16), (18, 20), (20, 40))), 1.6, 0.7)
        sheet.line(put(((-82, 20), (-72, 26), (-60, 24))), 1.2, 0.3)
        sheet.line(put(((-100, 66), (-88, 66), (-82, 62))), 1.7, 0.75)
        sheet.line(put(((-90, -34), (-78, -42), (-60, -42))), 2.6, 0.8)
    _eye(sheet, head)
    if head.short and head.glasses:
        sheet.line(put(oval(-76, 2, 50, 56)), pen, 0.85, straight=True)
        sheet.line(put(((-52, -4), (-10, 2), (14, 10))), pen, 0.85)


def _eye(sheet: Sheet, head: Head) -> None:
    put = head.put
    if head.eye < 0.25:
        sheet.line(put(((-92, 2), (-80, 9), (-64, 6))), 2.4 if head.scale > 0.5 else 1.5)
        return
    high = 18 * head.eye
    if head.scale > 0.5:
        sheet.fill(put(oval(-84, 2, 9, high)), 0.95, PENCIL, straight=True)
        sheet.line(put(((-93, 2 - high / 2), (-82, -3 - high / 2), (-64, 2 - high / 3))), 2.6)
    else:
        sheet.fill(put(oval(-84, 2, 14, 20 * head.eye)), 0.9, PENCIL, straight=True)


def front(sheet: Sheet, head: Head) -> None:
    """Draw the head from the front, as it is seen in the middle of a turn."""
    put, pen = head.put, head.pen
    neck = put(smooth(places("-40,80 -42,150 -56,190 56,190 42,150 40,80 -40,80")))
    _flesh(sheet, neck, pen)
    sheet.fill(neck, head.shade, straight=True)
    _flesh(sheet, put(smooth(FRONT)), pen)
    for side in (-1, 1):
        ear = put(smooth(((side * 82, -6), (side * 96, -8), (side * 94, 30), (side * 78, 40), (side * 82, -6))))
        _flesh(sheet, ear, pen)
        sheet.fill(put(oval(side * 34, 8, 9, 15)), 0.9, PENCIL, straight=True)
        sheet.line(put(oval(side * 36, 8, 52, 54)), pen, 0.85, straight=True)
    sheet.line(put(((-10, 4), (0, 0), (10, 4))), pen)
    sheet.line(put(((-6, 44), (4, 46), (8, 38))), 1.8, 0.7)
    sheet.line(put(((-10, 74), (2, 72), (12, 74))), 1.8, 0.75)
    _hair(sheet, put(smooth(FRONT_HAIR)), head)


def _flesh(sheet: Sheet, outline: Points, pen: float, lined: bool = True) -> None:
    sheet.cut(outline, 0.02, straight=True)
    sheet.fill(outline, 0.10, ACCENT, straight=True)
    if lined:
        sheet.line(outline, pen, straight=True)


def _hair(sheet: Sheet, outline: Points, head: Head) -> None:
    sheet.cut(outline, straight=True)
    sheet.fill(outline, 0.62, WASH, straight=True)
    sheet.fill(outline, 0.3, PENCIL, straight=True)
    if head.scale > 0.5:
        for stroke in hatching(outline, 10, 70 if head.mirror else 110, 12):
            sheet.line(stroke, 1.5, 0.55)
    sheet.line(outline, head.pen, straight=True)
