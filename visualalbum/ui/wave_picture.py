"""Paints a track as the seek bar shows it, in one colour: signs above, the waveform, segments and stills below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from visualalbum.media.waveform import COLUMNS, Waveform
from visualalbum.ui.marks import Mark, MarkKind

HEIGHT_PX = 56
WAVE_PX = 32
"""The waveform's height, about the middle."""

BAR_PX = 2
GAP_PX = 1
LINE_PX = 2
"""The line that stands for a waveform that is not there."""

SIGN_PX = 3.5
"""Half the size of a sign over the waveform."""

DIAMOND = ((-1, 1), (0, 0), (1, 1), (0, 2))
TRIANGLE = ((-1, 0.2), (1, 0.2), (0, 2))

FILM_TOP_PX = 49
FILM_PX = 3
CUT_PX = 2
"""What a segment's beginning stands out of its strip, and the gap before it."""

STILL_PX = 7
QUIETEST_PEAK = 64
"""A bar's. A quiet track is drawn as high as a loud one, but not so that hiss looks like music."""

BEND = 0.65
"""Height is amplitude to this power: nearer to what is heard, and a song with hard beats is more than its beats."""

PEAK_OPACITY = 0.45


def picture(
    size: tuple[int, int],
    ratio: float,
    groove: QRectF,
    waveform: Waveform | None,
    marks: Sequence[Mark],
    length_us: int,
    colour: QColor,
) -> QPixmap:
    """A transparent picture of so many pixels, at a device's pixel ratio."""
    made = QPixmap(max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if waveform is not None:
        _paint_wave(painter, ratio, groove, waveform, colour)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if waveform is None:
        middle = groove.center().y()
        painter.drawRect(QRectF(groove.left(), middle - LINE_PX / 2, groove.width(), LINE_PX))
    if length_us > 0:
        _paint_marks(painter, groove, marks, length_us, colour)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _paint_wave(painter: QPainter, ratio: float, groove: QRectF, waveform: Waveform, colour: QColor) -> None:
    """In device pixels, so that every bar is as sharp and as wide as the next one."""
    wide, gap = max(1, round(BAR_PX * ratio)), max(1, round(GAP_PX * ratio))
    pitch = wide + gap
    left, middle = round(groove.left() * ratio), round(groove.center().y() * ratio)
    bars = max(1, round(groove.width() * ratio) // pitch)
    soft = QColor(colour)
    soft.setAlphaF(colour.alphaF() * PEAK_OPACITY)
    spans = [
        (bar * COLUMNS // bars, max(bar * COLUMNS // bars + 1, (bar + 1) * COLUMNS // bars)) for bar in range(bars)
    ]
    peaks, rms = ([sum(levels[a:b]) // (b - a) for a, b in spans] for levels in (waveform.peaks, waveform.rms))
    loudest = max(QUIETEST_PEAK, *peaks)
    heights = [max(1, round((level / loudest) ** BEND * WAVE_PX / 2 * ratio)) for level in range(loudest + 1)]
    for bar in range(bars):
        for level, shade in ((peaks[bar], soft), (rms[bar], colour)):
            painter.fillRect(left + bar * pitch, middle - heights[level], wide, 2 * heights[level], shade)


def _paint_marks(painter: QPainter, groove: QRectF, marks: Sequence[Mark], length_us: int, colour: QColor) -> None:
    for mark in marks:
        left = groove.left() + mark.start_us / length_us * groove.width()
        right = groove.left() + mark.end_us / length_us * groove.width()
        match mark.kind:
            case MarkKind.SEGMENT:
                gap = CUT_PX if right - left > 2 * CUT_PX else 0
                painter.drawRoundedRect(QRectF(left, FILM_TOP_PX, right - left - gap, FILM_PX), 1, 1)
                painter.drawRect(QRectF(left, FILM_TOP_PX - CUT_PX, 1.5, FILM_PX + CUT_PX))
            case MarkKind.STILL:
                box = QRectF(left, FILM_TOP_PX + (FILM_PX - STILL_PX) / 2, max(STILL_PX, right - left), STILL_PX)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.drawRect(box.adjusted(-1, -1, 1, 1))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour, 1.5))
                painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 1.5, 1.5)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
            case MarkKind.MOMENT | MarkKind.CHAPTER:
                corners = DIAMOND if mark.kind is MarkKind.MOMENT else TRIANGLE
                painter.drawPolygon(QPolygonF([QPointF(left + x * SIGN_PX, 1 + y * SIGN_PX) for x, y in corners]))
