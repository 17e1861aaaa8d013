"""Make the stills and the cover of the demo: `python assets/make/stills.py`. Drawn from the same rhythm and scenes."""

from __future__ import annotations

from pathlib import Path

import scenes
import strokes
from choreography import SCENES, Foot
from figure import shoe
from light import beam, brush, canvas, glow, grained, shade
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPen, QPolygonF
from rhythm import EIGHTHS_PER_BAR, SONG_BARS, taps

STILLS = Path(__file__).parent.parent / "backstage" / "stills"
PAPER, INK, FAINT, RED = "#efe7d6", QColor("#2b2723"), QColor(43, 39, 35, 60), QColor("#b8402a")
SHEET = (1280, 720)


def cover(size: int) -> QImage:
    """A pair of tap shoes in a pool of light, the title above."""
    image = canvas(1000, 1000)
    painter = brush(image)
    shade(painter, QRectF(0, 0, 1000, 760), (0, "#07070b"), (0.6, "#14111a"), (1, "#221720"))
    shade(painter, QRectF(0, 700, 1000, 300), (0, "#4a2f1f"), (0.3, "#2c1b13"), (1, "#0c0705"))
    painter.setPen(QPen(QColor(14, 8, 6, 170), 3))
    for board in range(-8, 9):
        painter.drawLine(QPointF(500 + board * 105, 700), QPointF(500 + board * 250, 1000))
    painter.setPen(Qt.PenStyle.NoPen)
    beam(painter, (500, -200), 120, 880, 790, QColor(255, 210, 146, 170))
    glow(painter, 500, 790, 900, 210, QColor(255, 206, 140, 60))
    for x, tilt in ((292, 0.0), (560, 12.0)):
        shoe(painter, Foot(x, 0, tilt), x, 800, 5.4, 1, QColor(116, 70, 44))
    strokes.write(painter, "BACKSTAGE", 500 - 9 * 5.8 * 78 / 12 + 12, 190, 78, QColor("#faecd0"), 0.085)
    painter.end()
    return grained(image).scaled(size, size, mode=Qt.TransformationMode.SmoothTransformation)


def jpeg(image: QImage, quality: int = 88) -> bytes:
    """A picture as the bytes of a JPEG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)
    return bytes(data.data())


def step_sheet() -> QImage:
    """The steps of both songs on paper: a row a foot, a column an eighth, larger where the tap is an accent."""
    image = canvas(*SHEET, PAPER)
    painter = brush(image)
    for song, pattern in enumerate(SONG_BARS):
        top = 120 + song * 300
        strokes.write(painter, str(song + 1), 70, top + 52, 62, RED, 0.08)
        for foot in (0, 1):
            painter.fillRect(QRectF(150, top + 40 + foot * 90, 1040, 2), INK)
        for eighth in range(2 * EIGHTHS_PER_BAR + 1):
            x = 170 + eighth * 50
            whole = eighth % 5 == 0
            painter.fillRect(
                QRectF(x - 1, top + (0 if whole else 28), 2, 170 if whole else 114), INK if whole else FAINT
            )
            if eighth < 2 * EIGHTHS_PER_BAR and eighth % 2 == 0:
                strokes.write(painter, str(eighth // 2 % 5 + 1), x - 5, top + 186, 17, FAINT.darker(180), 0.12)
        marks = taps(pattern, 2)
        places = [QPointF(170 + tap.eighth * 50, top + 41 + tap.foot * 90) for tap in marks]
        painter.setPen(QPen(QColor(184, 64, 42, 120), 2.4))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        for tap, place in zip(marks, places, strict=True):
            painter.setBrush(RED if tap.level == 1 else INK)
            painter.drawEllipse(place, 15 if tap.level == 1 else 10, 15 if tap.level == 1 else 10)
    painter.end()
    return image


def shoe_study() -> QImage:
    """A tap shoe from the side and its sole with the two plates, as a design drawing with measures."""
    image = canvas(*SHEET, PAPER)
    painter = brush(image)
    for line in range(0, 1280, 40):
        painter.fillRect(QRectF(line, 0, 1, 720), QColor(60, 90, 120, 34))
        painter.fillRect(QRectF(0, line, 1280, 1), QColor(60, 90, 120, 34))
    brown, plate = QColor(128, 80, 50), QColor("#8d9298")
    shoe(painter, Foot(330, 0, 0), 330, 400, 17, 1, brown, plate)
    painter.fillRect(QRectF(120, 401, 740, 3), INK)
    sole = QRectF(171, 520, 652, 118)
    painter.setPen(QPen(INK, 3))
    painter.setBrush(QColor("#d9cbb0"))
    painter.drawRoundedRect(sole, 58, 58)
    painter.setBrush(QColor("#b9bcc0"))
    painter.drawRoundedRect(QRectF(182, 531, 176, 96), 46, 46)
    painter.drawRoundedRect(QRectF(566, 531, 246, 96), 48, 48)
    painter.setBrush(INK)
    for x, y in ((214, 579), (326, 579), (610, 556), (610, 602), (770, 579)):
        painter.drawEllipse(QPointF(x, y), 5, 5)
    painter.setPen(QPen(RED, 2.4))
    for start, end, y in ((171, 823, 460), (182, 358, 486), (566, 812, 486)):
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        for x in (start, end):
            painter.drawLine(QPointF(x, y - 9), QPointF(x, y + 9))
    for number, x, y in (("1", 264, 662), ("2", 684, 662), ("3", 1068, 662)):
        strokes.write(painter, number, x, y, 30, RED, 0.1)
    painter.setPen(Qt.PenStyle.NoPen)
    for pitch, floor in ((26.0, 200), (11.0, 410), (0.0, 618)):
        shoe(painter, Foot(1030, pitch * 1.2, pitch), 1030, floor, 6.2, 1, brown, plate)
        painter.fillRect(QRectF(930, floor + 1, 280, 3), INK)
    painter.end()
    return image


def storyboard() -> QImage:
    """Six frames of the film in the order of the cut, each with its number."""
    image = grained(canvas(*SHEET, PAPER), 2.0)
    painter = brush(image)
    for place, frame in enumerate((712, 197, 1034, 431, 1303, 1600)):
        area = QRectF(60 + place % 3 * 396, 62 + place // 3 * 318, 368, 207)
        scene = next(scene for scene in SCENES if frame < scene.end)
        drawn = scenes.paint(scene, frame).scaled(736, 414, mode=Qt.TransformationMode.SmoothTransformation)
        painter.fillRect(area.adjusted(-3, -3, 3, 3), INK)
        painter.drawImage(area, drawn)
        strokes.write(painter, str(place + 1), area.x(), area.bottom() + 18, 26, RED, 0.1)
        strokes.write(painter, f"{frame:05}", area.x() + 44, area.bottom() + 22, 18, INK, 0.1)
    painter.end()
    return image


def main() -> None:
    """Draw and save them all."""
    STILLS.mkdir(parents=True, exist_ok=True)
    (STILLS / "cover.jpg").write_bytes(jpeg(cover(1000)))
    (STILLS / "storyboard.jpg").write_bytes(jpeg(storyboard()))
    for name, image in (("step-sheet.png", step_sheet()), ("shoe-study.png", shoe_study())):
        image.save(str(STILLS / name), "PNG")
    for path in sorted(STILLS.iterdir()):
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
