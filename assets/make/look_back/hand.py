"""A hand with a pencil, seen from above; its point is at (0, 0) and the arm comes from the lower right."""

from __future__ import annotations

from collections.abc import Callable

from look_back.curves import Outline, Points, hatching, moved, places, smooth
from look_back.sheet import ACCENT, PENCIL, WASH, Sheet

Put = Callable[[Outline], Points]

SHAFT = ((0, 0), (14, -20), (226, -214), (236, -202), (24, -10), (0, 0))
WOOD = ((0, 0), (14, -20), (24, -10), (0, 0))
LEAD = ((0, 0), (6, -8), (10, -4), (0, 0))
FIST = places(
    "170,-134 216,-122 264,-86 322,-32 396,44 336,196 272,160 232,152 196,152 166,142 146,122 "
    "122,118 104,102 98,82 76,78 60,62 58,42 44,30 38,12 48,-6 86,-20 120,-60 150,-116 170,-134"
)
INDEX = places(
    "186,-134 150,-132 112,-128 78,-112 54,-82 36,-52 28,-34 34,-24 46,-28 62,-46 84,-74 108,-88 136,-88 166,-84"
)
THUMB = places("214,22 176,34 138,24 104,6 70,0 48,-6 40,-18 48,-28 74,-28 108,-26 142,-22 176,-32 204,-52")
NAILS = (((31, -40), (38, -46), (43, -38)), ((47, -22), (58, -25), (64, -18)))
FOLDS = (
    ((98, 82), (112, 70), (132, 68)), ((146, 122), (156, 108), (176, 104)), ((58, 42), (70, 34), (88, 36)),
    ((74, -106), (82, -98), (84, -88)), ((104, -2), (108, -12), (108, -22)), ((196, -124), (206, -112), (208, -96)),
)  # fmt: skip
SHADE = places(
    "38,12 60,22 96,40 140,62 200,76 260,84 340,110 372,110 336,196 272,160 232,152 196,152 "
    "166,142 146,122 122,118 104,102 98,82 76,78 60,62 58,42 44,30 38,12"
)
SLEEVE = places("330,-66 420,0 560,130 900,470 760,700 470,360 350,250 262,186 270,120 298,20 330,-66")
CUFF = places("310,-84 338,-74 352,-58 340,-10 318,70 296,150 286,204 266,202 248,184 256,120 278,30 296,-50 310,-84")


def draw_hand(sheet: Sheet, x: float, y: float, *, mirror: bool = False, lifted: float = 0.0, scale: float = 1.0,
              turn: float = 0.0, accent: bool = True, crayon: bool = False) -> None:  # fmt: skip
    """Draw the hand, its point at (x, y); mirrored it is a left one; lifted (0 to 1) it leaves its shadow behind."""
    side = -1 if mirror else 1
    slope = 180 - 42 if mirror else 42

    def put(points: Outline) -> Points:
        return moved(points, x + side * 6 * lifted, y - 14 * lifted, scale, turn, mirror)

    away = 9 + 18 * lifted
    for part in (FIST, SLEEVE):
        sheet.fill(moved(smooth(part), x + side * away, y + away, scale, turn, mirror), 0.14, straight=True)
    _flesh(sheet, put(smooth(FIST)))
    shade = put(smooth(SHADE))
    sheet.fill(shade, 0.15, straight=True)
    for stroke in hatching(shade, 13 * scale, slope + turn, 9):
        sheet.line(stroke, 1.3, 0.4)
    sheet.cut(put(SHAFT), straight=True)
    sheet.fill(put(SHAFT), 0.95 if crayon else 0.5, ACCENT if crayon else WASH, straight=True)
    sheet.cut(put(WOOD), straight=True)
    sheet.fill(put(WOOD), 0.22, ACCENT, straight=True)
    sheet.fill(put(LEAD), 0.95, ACCENT if crayon else PENCIL, straight=True)
    sheet.line(put(SHAFT), 1.8, straight=True, taper=0.1)
    for finger in (INDEX, THUMB):
        _flesh(sheet, put(smooth(finger)), closed=False)
    for fold in (*FOLDS, *NAILS):
        sheet.line(put(fold), 1.6, 0.7)
    for part, amount, gap in ((SLEEVE, 0.55, 20), (CUFF, 0.78, 10)):
        _cloth(sheet, put(smooth(part)), amount if accent else amount * 0.8, gap, slope + turn, accent)


def _flesh(sheet: Sheet, outline: Points, closed: bool = True) -> None:
    sheet.cut(outline, 0.02, straight=True)
    sheet.fill(outline, 0.10, ACCENT, straight=True)
    sheet.line(outline, 2.4, straight=True)


def _cloth(sheet: Sheet, outline: Points, amount: float, gap: float, slope: float, accent: bool) -> None:
    sheet.cut(outline, 0.06, straight=True)
    sheet.fill(outline, amount, ACCENT if accent else WASH, straight=True)
    for stroke in hatching(outline, gap, slope + (90 if gap < 20 else 4), 5):
        sheet.line(stroke, 1.4, 0.4)
    sheet.line(outline, 2.5, straight=True)
