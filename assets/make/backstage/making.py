"""The making-of: one shot from its first line to its light, above a strip of frames whose ticks fall on the taps."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from drawing.easing import smooth
from drawing.lamps import Floats, finish, motes
from drawing.rounds import Lamp, draw, lay
from drawing.space import HEIGHT, WIDTH, Camera, vec
from music.room import room
from music.tones import Samples, band, coloured, swelled
from music.voices import tap
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from score import BAR_FRAMES, DANCER, FPS, RATE, taps

from backstage import stage
from backstage.roof import over
from backstage.sheets.paper import AMBIENT, BLUE, INK, LAMPS, RED, brush, rule, sheet, to_image
from backstage.shots.base import Contact, cast, contacts_of, puffs, reflection, stuffs
from backstage.skeleton import Bones, bones
from backstage.soundtrack import lay as lay_sound
from backstage.stage import WARM, Spot
from backstage.tapping import TALL, Manner, Strike, Tapper, plan
from backstage.wardrobe import dancer

FRAMES = 480
FIRST_BAR = 12
"""The bar of the first song that its first frame is."""
CAMERA = Camera(0.0, 1.05, -7.2, focal=1640, shift=-48)
TURNS = (96, 192, 288, 372)
"""Frames on which the next stage begins to sweep over the last: bones, body, light, the shot."""
SWEEP = 26
PENCIL = QColor(51, 84, 125, 150)


@cache
def _tapper() -> Tapper:
    start = FIRST_BAR * BAR_FRAMES
    beats = [(t.frame - start, t.foot, t.level) for t in taps(0) if t.who == DANCER]
    beats = [beat for beat in beats if -48 <= beat[0] < FRAMES + 24 and beat[0] < 20 * BAR_FRAMES - start]
    more = [
        (t.frame - 28 * BAR_FRAMES + 384, t.foot, t.level)
        for t in taps(0)
        if t.who == DANCER and t.frame >= 28 * BAR_FRAMES
    ]
    beats += [beat for beat in more if beat[0] < FRAMES + 24]

    def path(frame: float) -> tuple[float, float]:
        return 0.5 * float(np.sin(frame / 63)), 0.0

    def facing(frame: float) -> float:
        return 40 * float(np.sin(frame / 52)) + 20

    strikes = plan(beats, path, facing, seed=61, width=0.14, reach=0.28)
    return Tapper(strikes, path, facing, FRAMES, Manner(arms=TALL, lean=3, bend=3, nod=0))


def strikes() -> tuple[Strike, ...]:
    """All that is heard and seen to land."""
    return tuple(strike for strike in _tapper().strikes if 0 <= strike.frame < FRAMES)


@cache
def _paper() -> Floats:
    return sheet((0.905, 0.885, 0.835), (WIDTH, HEIGHT))


def _drawn(paint: Callable[[QPainter], None]) -> Floats:
    image = to_image(_paper())
    painter = brush(image)
    paint(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine())[:, : WIDTH * 3]
    return rows.reshape(HEIGHT, WIDTH, 3).astype(np.float32) / 255


def _construction(painter: QPainter, frame: int) -> None:
    """Horizon, boards, the lamp's cone, and where the feet will fall, drawn one after the other."""
    share = frame / TURNS[0]
    vanish = CAMERA.centre
    rule(painter, RED, 1.4, (0, vanish[1]), (WIDTH * smooth(share, 0, 0.3), vanish[1]))
    for number, x in enumerate(np.arange(-3.2, 3.3, 0.4)):
        grown = smooth(share, 0.08 + 0.02 * number, 0.34 + 0.02 * number)
        if grown > 0:
            start, end = CAMERA.pixel(x, 0, -2.6), CAMERA.pixel(x, 0, 5)
            rule(
                painter,
                PENCIL,
                1,
                start,
                (start[0] + (end[0] - start[0]) * grown, start[1] + (end[1] - start[1]) * grown),
            )
    for number, z in enumerate((-1.6, -0.8, 0.0, 0.8, 1.8, 3.2, 5.0)):
        grown = smooth(share, 0.2 + 0.03 * number, 0.5 + 0.03 * number)
        start, end = CAMERA.pixel(-3.2, 0, z), CAMERA.pixel(3.2, 0, z)
        if grown > 0:
            rule(painter, PENCIL, 1, start, (start[0] + (end[0] - start[0]) * grown, start[1]))
    lamp = CAMERA.pixel(1.3, 7.2, 2.6)
    for side in (-1.4, 1.4):
        end = CAMERA.pixel(side, 0, 0)
        grown = smooth(share, 0.5, 0.75)
        rule(
            painter,
            QColor(196, 132, 30, 190),
            1.4,
            lamp,
            (lamp[0] + (end[0] - lamp[0]) * grown, lamp[1] + (end[1] - lamp[1]) * grown),
        )
    painter.setPen(QPen(QColor(196, 132, 30, round(190 * smooth(share, 0.7, 0.8))), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    scale = CAMERA.scale(0, 0, 0)
    painter.drawEllipse(QPointF(*CAMERA.pixel(0, 0, 0)), 1.4 * scale, 1.4 * scale * 0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    for strike in strikes():
        if strike.frame > frame:
            break
        painter.setBrush(RED if strike.foot else BLUE)
        size = 5.5 if strike.accent else 3.5
        painter.drawEllipse(QPointF(*CAMERA.pixel(strike.x, 0, strike.z)), size, size * 0.6)


def _skeleton(painter: QPainter, joints: Bones) -> None:
    """Bones as lines, joints as rings, the head as an oval, shoulders and hips as bars."""

    def at(point: object) -> QPointF:
        return QPointF(*CAMERA.pixel(*[float(v) for v in point]))

    spine = [joints.pelvis, *joints.spine, joints.neck]
    lines = [[at(p) for p in spine], [at(p) for p in joints.hips], [at(p) for p in joints.shoulders]]
    for n in (0, 1):
        foot = joints.feet[n]
        lines.append([at(joints.hips[n]), at(joints.knees[n]), at(foot.ankle), at(foot.sole + foot.axes[2] * 0.17)])
        lines.append([at(foot.ankle), at(foot.sole - foot.axes[2] * 0.05), at(foot.sole + foot.axes[2] * 0.17)])
        lines.append([at(joints.shoulders[n]), at(joints.elbows[n]), at(joints.wrists[n]), at(joints.hands[n])])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, line in enumerate(lines):
        painter.setPen(
            QPen(
                INK if number < 3 else (BLUE if number < 6 else RED),
                3.0,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
            )
        )
        painter.drawPolyline(line)
    painter.setPen(QPen(INK, 2.4))
    scale = CAMERA.scale(*[float(v) for v in joints.head])
    painter.drawEllipse(at(joints.head), 0.085 * scale, 0.115 * scale)
    painter.setBrush(QColor("#efe9dc"))
    for joint in (
        *joints.knees,
        *joints.elbows,
        *joints.hips,
        *joints.shoulders,
        *[foot.ankle for foot in joints.feet],
    ):
        painter.drawEllipse(at(joint), 4.5, 4.5)
    painter.setPen(Qt.PenStyle.NoPen)


def _stage(number: int, frame: int) -> Floats:
    """The picture as it is at a stage of the work: 0 lines, 1 bones, 2 body, 3 light, 4 the shot."""
    tapper = _tapper()
    joints = bones(tapper.pose(frame))
    if number < 2:

        def paint(painter: QPainter) -> None:
            _construction(painter, frame)
            if number:
                _skeleton(painter, joints)

        return _drawn(paint)
    parts = dancer(joints, tapper.drag(frame))
    if number == 2:
        picture = _drawn(lambda painter: _construction(painter, frame))
        lay(picture, draw(parts, CAMERA, stuffs(DANCER), LAMPS, ambient=AMBIENT, samples=2))
        return picture
    spot = Spot(0.0, 0.0, 1.4, WARM, 1.2, (1.3, 7.2, 2.6), 0.36)
    shade = cast(parts, CAMERA, spot.lamp, 3)
    final = number == 4
    picture = stage.empty(CAMERA, [spot], shades=[0.9 * shade], wash=(0.016, 0.018, 0.034)).copy()
    if final:
        layer = stage.beams(picture, CAMERA, [spot])[0]
    lamps = [Lamp(vec(0.30, 1.0, 0.62), (3.6, 2.6, 1.45)), Lamp(vec(-0.9, 0.3, 0.55), (0.45, 0.55, 0.95)),
             Lamp(vec(0.9, 0.15, 0.4), (0.9, 0.62, 0.36))]  # fmt: skip
    if final:
        reflection(picture, parts, CAMERA, DANCER, lamps, 0.2, None, 2)
    lay(picture, draw(parts, CAMERA, stuffs(DANCER), lamps, ambient=(0.014, 0.014, 0.02), samples=2))
    if final:
        puffs(picture, CAMERA, contacts(), frame, (1.0, 0.8, 0.5), 1.0)
        motes(picture, frame, layer * spot.level, (0.5, 0.4, 0.25), 80)
    return finish(picture, exposure=1.25, bars=False).astype(np.float32) / 255


def contacts() -> list[Contact]:
    """Every strike, as the film's shots tell theirs."""
    return contacts_of(strikes(), FRAMES)


def _strip(picture: Floats, frame: int) -> None:
    """The exposure sheet, lying: a cell a frame, a tick a strike, and the line they pass under."""
    top, high, cell = 618, 74, 26
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = brush(image)
    painter.fillRect(QRectF(0, top, WIDTH, high), QColor(28, 26, 24, 225))
    now = 400
    ticks = {strike.frame: strike for strike in strikes()}
    for number in range(frame - 17, frame + 36):
        x = now + (number - frame) * cell
        bold = number % 12 == 0
        painter.fillRect(QRectF(x, top, 1.4 if bold else 0.8, high), QColor(240, 230, 210, 110 if bold else 36))
        strike = ticks.get(number)
        if strike is not None:
            late = frame - number
            tone = QColor("#ffcf8a") if late == 0 else QColor("#e0573d") if strike.accent else QColor("#9db4d0")
            tone.setAlphaF(1.0 if late <= 0 else max(0.25, 1 - late / 14))
            tall = high - 18 if strike.accent else high * 0.42
            painter.setBrush(tone)
            painter.drawRoundedRect(QRectF(x + 3, top + high - 8 - tall, cell - 6, tall), 3, 3)
    painter.fillRect(QRectF(now - 1, top - 8, 2.4, high + 8), QColor("#fff1d6"))
    painter.fillRect(QRectF(now + cell - 1, top - 8, 2.4, high + 8), QColor("#fff1d6"))
    painter.end()
    over(picture, image)


def picture(frame: int) -> NDArray[np.uint8]:
    """A frame: the stage it is at, swept over by the next, and the strip."""
    number = sum(frame >= turn for turn in TURNS)
    whole = _stage(number, frame)
    if number and frame < TURNS[number - 1] + SWEEP:
        before = _stage(number - 1, frame)
        edge = (WIDTH + 160) * smooth(frame, TURNS[number - 1], TURNS[number - 1] + SWEEP) - 80
        columns = np.arange(WIDTH, dtype=np.float32)[None, :] + 0.22 * (
            np.arange(HEIGHT, dtype=np.float32)[:, None] - 360
        )
        share = np.clip((edge - columns) / 3 + 0.5, 0, 1)[..., None]
        line = np.exp(-(((columns - edge) / 5) ** 2))[..., None] * np.array((1.0, 0.85, 0.6), np.float32)
        whole = whole * share + before * (1 - share) + 0.8 * line
    _strip(whole, frame)
    whole *= smooth(frame, -2, 8) * (1 - smooth(frame, FRAMES - 14, FRAMES - 2))
    return np.clip(whole * 255 + 0.5, 0, 255).astype(np.uint8)


def sound() -> Samples:
    """A pencil, then feet: dry while they are lines, in a room once there is light."""
    count = FRAMES * RATE // FPS
    dry, wet = np.zeros((count, 2)), np.zeros((count, 2))
    for number, strike in enumerate(strikes()):
        hit = 0.6 * tap(strike.level, strike.foot, 8000 + number)
        lay_sound(dry, hit, strike.frame * RATE // FPS)
        lay_sound(wet, hit * smooth(strike.frame, TURNS[1], TURNS[3]), strike.frame * RATE // FPS)
    out = dry + 0.45 * room(wet, 1.5, 41)
    for stroke in range(9):
        length = 0.30 + 0.05 * (stroke % 3)
        scratch = swelled(coloured(round(length * RATE), 8800 + stroke, band(1800, 6500, 1)), 0.06, 0.12)
        lay_sound(out, 0.016 * scratch, round((0.25 + 0.41 * stroke) * RATE), -0.3 + 0.07 * stroke)
    for side in (0, 1):
        out[:, side] += 0.004 * swelled(coloured(count, 8900 + side, band(70, 400, 1)), 0.5, 0.8)
    return 0.92 * np.tanh(1.2 * out)
