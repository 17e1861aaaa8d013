"""A sheet of paper with three pigments on it: thin ink in washes, persimmon, and pencil.

What is drawn is kept as amounts of pigment, a colour channel each, and only `Sheet.picture` makes colours of them:
the paper's white is taken away where pigment lies, more of it where the paper is rough. So washes mix as washes do,
light is where nobody painted, and the paper stands still while the drawings on it change.
"""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPolygonF, QRadialGradient

from look_back.curves import Outline, Points, smooth

WIDTH, HEIGHT = 1280, 720
Floats = NDArray[np.float32]
Mode = QPainter.CompositionMode

WASH, ACCENT, PENCIL = 0, 1, 2
PAPER = (247, 242, 231)
# How much of red, green and blue is left where a pigment lies thickest.
LEFT = np.array([(0.20, 0.235, 0.31), (0.93, 0.36, 0.15), (0.13, 0.14, 0.19)], np.float32)


def pigment(which: int, amount: float) -> QColor:
    """An amount of a pigment, 0 to 1, as the colour that stands for it on the sheet."""
    parts = [0, 0, 0]
    parts[which] = round(255 * min(1.0, max(0.0, amount)))
    return QColor(*parts)


def _noise(seed: int, cell: int, width: int, height: int) -> Floats:
    """Soft noise around 0 with spots of about `cell` pixels, spread 1."""
    coarse = np.random.default_rng(seed).standard_normal((height // cell + 3, width // cell + 3)).astype(np.float32)
    rows, columns = np.arange(height) / cell, np.arange(width) / cell
    top, left = rows.astype(int), columns.astype(int)
    down, across = (rows - top)[:, None], (columns - left)[None, :]
    down, across = down * down * (3 - 2 * down), across * across * (3 - 2 * across)
    upper = coarse[top][:, left] * (1 - across) + coarse[top][:, left + 1] * across
    lower = coarse[top + 1][:, left] * (1 - across) + coarse[top + 1][:, left + 1] * across
    return (upper * (1 - down) + lower * down).astype(np.float32)


@cache
def _paper(width: int, height: int) -> tuple[Floats, Floats, Floats]:
    """The paper's colour (height, width, 3), and how thick washes and pencil lie on it; nothing here ever moves."""
    fibres = 0.15 * _noise(1, 2, width, height) + 0.6 * _noise(2, 5, width, height) + 0.6 * _noise(3, 90, width, height)
    colour = np.array(PAPER, np.float32) + fibres[:, :, None] * np.array((0.9, 0.95, 1.1), np.float32)
    pools = 1 + 0.05 * _noise(4, 140, width, height) + 0.04 * _noise(5, 28, width, height)
    pools += 0.010 * _noise(6, 3, width, height)
    tooth = np.clip(0.86 + 0.12 * _noise(7, 2, width, height) + 0.1 * _noise(8, 4, width, height), 0.3, 1.15)
    return colour, pools.astype(np.float32), tooth.astype(np.float32)


class Sheet:
    """One drawing in the making; `boil` says which of the two drawings of a line it is."""

    def __init__(self, boil: int = 0, width: int = WIDTH, height: int = HEIGHT, on: QImage | None = None) -> None:
        self.boil = boil
        self.image = on.copy() if on else QImage(width, height, QImage.Format.Format_RGB32)
        if on is None:
            self.image.fill(QColor(0, 0, 0))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def _fill(self, points: Points, colour: QColor, mode: Mode) -> None:
        self.painter.setCompositionMode(mode)
        self.painter.setBrush(colour)
        self.painter.drawPolygon(polygon(points), Qt.FillRule.WindingFill)

    def line(
        self,
        points: Outline,
        width: float = 2.2,
        amount: float = 0.85,
        which: int = PENCIL,
        *,
        straight: bool = False,
        upto: float = 1.0,
        taper: float = 0.35,
    ) -> None:
        """Draw a line by hand, a little off its points and thinner at its ends; `upto` draws its first part."""
        path = np.asarray(points, float) if straight else smooth(points)
        seed = zlib.crc32(np.round(path - path[0]).astype(np.int32).tobytes()) + 7919 * self.boil  # the same elsewhere
        path = shaky(path, seed)
        if upto < 1:
            path = path[: max(2, round(len(path) * upto))]
        if len(path) > 1:
            self._fill(body(path, width, taper, seed), pigment(which, amount), Mode.CompositionMode_Screen)

    def fill(self, points: Outline, amount: float, which: int = WASH, *, straight: bool = False) -> None:
        """Add pigment within an outline."""
        path = np.asarray(points, float) if straight else smooth(points)
        self._fill(path, pigment(which, amount), Mode.CompositionMode_Screen)

    def cut(self, points: Outline, wash: float = 0.0, *, straight: bool = False) -> None:
        """Take everything away within an outline, so that something can stand before what was there."""
        path = np.asarray(points, float) if straight else smooth(points)
        self._fill(path, pigment(WASH, wash), Mode.CompositionMode_SourceOver)

    def flood(self, amount: float, which: int = WASH) -> None:
        """Add pigment everywhere."""
        self.painter.setCompositionMode(Mode.CompositionMode_Screen)
        self.painter.fillRect(self.image.rect(), pigment(which, amount))

    def pool(self, x: float, y: float, width: float, height: float, lift: float = 1.0, glow: float = 0.0) -> None:
        """Let light fall: take the wash away towards the middle of an ellipse, and warm it with persimmon."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.scale(width / 2, height / 2)
        for mode, near, far in (
            (Mode.CompositionMode_Multiply, QColor(round(255 * (1 - lift)), 255, 255), QColor(255, 255, 255)),
            (Mode.CompositionMode_Screen, pigment(ACCENT, glow), QColor(0, 0, 0)),
        ):
            light = QRadialGradient(QPointF(0, 0), 1)
            for place in np.linspace(0, 1, 9):
                part = (1 - place**2) ** 2
                light.setColorAt(float(place), mixed(far, near, part))
            self.painter.setCompositionMode(mode)
            self.painter.setBrush(QBrush(light))
            self.painter.drawEllipse(QRectF(-1, -1, 2, 2))
        self.painter.restore()

    def done(self) -> QImage:
        """Put the pens down: the sheet's amounts of pigment, to be drawn on again with `Sheet(on=...)`."""
        self.painter.end()
        return self.image

    def picture(self, there: float = 1.0, *, smooth_paper: bool = False) -> NDArray[np.uint8]:
        """The colours that an eye would see, shape (height, width, 3); `there` from 0, the bare paper, to 1."""
        self.done()
        width, height = self.image.width(), self.image.height()
        paper, pools, tooth = _paper(width, height)
        if smooth_paper:
            paper, pools, tooth = np.array(PAPER, np.float32), np.ones_like(pools), np.full_like(tooth, 0.95)
        raw = np.frombuffer(self.image.constBits(), np.uint8).reshape(height, width, 4)[:, :, 2::-1]
        amounts = raw.astype(np.float32) / 255
        amounts[:, :, WASH] *= pools
        amounts[:, :, ACCENT] *= pools * (0.8 + 0.2 * tooth)
        amounts[:, :, PENCIL] *= tooth
        seen = paper * np.exp(amounts @ (np.log(LEFT) * there))
        return np.clip(np.round(seen), 0, 255).astype(np.uint8)


def mixed(far: QColor, near: QColor, part: float) -> QColor:
    """A colour between two."""
    pairs = zip(far.getRgb()[:3], near.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))


def polygon(points: Points) -> QPolygonF:
    """Points as Qt wants them."""
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


@cache
def _tremor() -> NDArray[np.float64]:
    """A long tremble of a hand, around 0, a value for each 3 pixels of a line."""
    raw = np.random.default_rng(17).standard_normal(1 << 15)
    slow = np.convolve(raw, np.hanning(31) / np.sqrt((np.hanning(31) ** 2).sum()), mode="same")
    fast = np.convolve(raw[::-1], np.hanning(9) / np.sqrt((np.hanning(9) ** 2).sum()), mode="same")
    return 0.8 * slow + 0.3 * fast


def shaky(path: Points, seed: int, size: float = 0.55) -> Points:
    """A path as a hand follows it."""
    start = seed % 30000
    count = len(path)
    tremor = np.resize(_tremor()[start : start + 2 * count], 2 * count).reshape(2, count).T
    return path + size * tremor


def body(path: Points, width: float, taper: float, seed: int) -> Points:
    """The outline of a line: as wide as the hand pressed."""
    along = np.diff(path, axis=0, prepend=path[:1] - (path[1:2] - path[:1]))
    length = np.hypot(along[:, 0], along[:, 1])
    length[length == 0] = 1
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    place = np.linspace(0, 1, len(path))
    ends = np.clip(np.minimum(place, 1 - place) * len(path) / 9, 0, 1)
    press = (1 - taper + taper * ends) * (1 + 0.16 * np.resize(_tremor()[seed % 29000 :], len(path)))
    side = across * (width / 2 * np.clip(press, 0.25, 1.6))[:, None]
    return np.concatenate([path + side, (path - side)[::-1]])
