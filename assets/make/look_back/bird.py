"""The bird that is drawn in the film: as the pencil draws it on sheet 1, with open wings on the last, and in flight."""

from __future__ import annotations

import numpy as np

from look_back.curves import Outline, Points, moved, oval, places, smooth
from look_back.sheet import ACCENT, PENCIL, Sheet

BACK = places("392,300 418,276 458,262 506,282 560,330 636,376 742,424 756,440 664,432 616,424")
BELLY = places("392,300 410,318 410,360 432,416 480,448 548,450 602,432 628,420")
WING = places("462,352 508,346 570,376 650,424 584,428 516,414 476,388 462,352")
FEATHERS = (
    ((486, 372), (520, 384), (552, 404)), ((500, 362), (544, 384), (582, 412)), ((520, 358), (566, 384), (606, 414)),
)  # fmt: skip
LEGS = (((500, 450), (494, 496), (476, 502)), ((534, 452), (530, 494), (514, 502)))
EYE = ((438, 298), (443, 293), (448, 298), (443, 303), (438, 298))
PERCHED = (BACK, BELLY, WING, *FEATHERS, *LEGS, EYE)
"""The bird of sheet 1 in the order of its strokes; its eye comes last."""

OPEN_HEAD = places("612,330 606,296 618,268 634,258 640,236 646,258 662,268 674,296 668,330")
OPEN_WING = places(
    "610,312 560,262 480,226 392,236 330,290 382,300 352,336 408,338 394,372 446,366 450,396 500,384 560,396 606,372"
)
OPEN_BODY = ((606, 372), (600, 420), (614, 462), (640, 480))
OPEN_TAIL = places("616,462 588,520 612,512 624,530 640,508 656,530 668,512 692,520 664,462")
OPEN_QUILLS = (
    ((600, 336), (520, 290), (420, 268)),
    ((600, 352), (530, 324), (442, 316)),
    ((602, 364), (540, 352), (486, 352)),
)


BEAT = (1.0, 0.55, -0.55, -1.0, -0.75, 0.45)
"""Where the wings are in flight, drawing after drawing."""
WHOLE = np.concatenate([
    OPEN_HEAD, places("682,372 684,420 668,466 692,520 668,512 656,530 640,508 624,530 612,512 588,520 612,466"),
    places("596,420 598,372 612,330"),
])  # fmt: skip
"""Head, body and tail of the bird with open wings."""


def other_side(points: Outline) -> Points:
    """The same stroke on the other wing."""
    return moved(points, 1280, 0, mirror=True)


TRUNK = places(
    "-96,-2 -80,-18 -54,-34 -14,-32 40,-20 92,-8 122,-2 192,-20 184,2 200,22 122,14 66,30 2,38 -46,28 -76,8 -96,-2"
)
RAISED = places("-30,-20 -26,-66 2,-116 62,-164 62,-132 86,-118 72,-92 88,-72 66,-54 48,-10 -30,-20")
LOWERED = places("-30,0 -34,42 -14,90 34,136 36,106 60,96 52,70 70,52 48,-2 -30,0")


def flying(
    sheet: Sheet,
    x: float,
    y: float,
    scale: float,
    flap: float,
    colour: float = 0.0,
    turn: float = 0.0,
    pen: float = 2.2,
) -> None:
    """Draw it in flight to the left; `flap` is -1 (wings down) to 1 (up), `colour` is persimmon, 0 to 1."""
    wing = np.array(RAISED if flap > 0 else LOWERED)
    wing[:, 0] += 26 * (1 - abs(flap)) * np.abs(wing[:, 1]) / 100
    wing[:, 1] *= abs(flap)
    far = moved(wing, -18, -6, 0.86)
    for outline, amount in ((far, 0.55), (TRUNK, 0.95), (wing, 0.8)):
        shape = moved(smooth(outline), x, y, scale, turn)
        if scale < 0.3:
            sheet.fill(shape, 0.7, PENCIL, straight=True)
        else:
            sheet.cut(shape, straight=True)
            sheet.fill(shape, max(0.1, amount * colour), ACCENT, straight=True)  # never whiter than paper under a lamp
        sheet.line(shape, pen, straight=True)
    sheet.fill(moved(oval(-66, -13, 8, 9), x, y, scale, turn), 0.95, PENCIL, straight=True)


def perched(sheet: Sheet, x: float, y: float, scale: float, colour: float = 0.0, pen: float = 1.6) -> None:
    """Draw the bird of sheet 1 somewhere else; (x, y) is where its feet are."""

    def put(points: Outline) -> Points:
        return moved(moved(points, -505, -502), x, y, scale)

    if colour:
        sheet.cut(put(smooth([*BACK, *BELLY[::-1]])), straight=True)
        sheet.fill(put(smooth([*BACK[:8], *BELLY[::-1]])), colour, ACCENT, straight=True)
    for stroke in PERCHED[:3] + PERCHED[6:]:
        sheet.line(put(stroke), pen)
