"""Pictures made of the film's pictures: storyboard, colour script, the roof at four times, a motion study."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import av
import numpy as np
from drawing.lamps import finish
from drawing.rounds import Lamp, draw, lay
from drawing.space import Camera, vec
from drawing.strokes import write
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from score import DANCER

from backstage import roof, stage
from backstage.sheets.paper import BLUE, INK, RED, brush, of_pixels, rule, sheet, to_image
from backstage.shots.base import cast, dressed, figure, reflection, stuffs
from backstage.shots.dusk import setting
from backstage.skeleton import bones
from backstage.stage import Spot
from backstage.tapping import TALL, Manner, Tapper, plan

FILM = Path(__file__).parents[3] / "backstage" / "film" / "backstage.mp4"
# Frames of the film, in the order of the songs' segments, each a telling moment of its own.
BOARD = (620, 952, 840, 1600, 1420, 1180, 1264, 240, 380, 2500, 1760, 2900, 2650, 2150, 2330, 3180, 3510, 3765)


@cache
def frames(*numbers: int) -> dict[int, NDArray[np.uint8]]:
    """Frames of the finished film by their numbers."""
    wanted, found = set(numbers), {}
    with av.open(str(FILM)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in wanted:
                found[number] = frame.to_ndarray(format="rgb24")
    return found


def _put(painter: object, image: QImage, area: QRectF) -> None:
    sized = image.scaled(round(area.width() * 2), round(area.height() * 2), Qt.AspectRatioMode.IgnoreAspectRatio,
                         Qt.TransformationMode.SmoothTransformation)  # fmt: skip
    painter.drawImage(area, sized)


def storyboard() -> QImage:
    """Eighteen frames in the order of the album, numbered."""
    image = to_image(sheet((0.80, 0.79, 0.77), (1600, 900)))
    painter = brush(image)
    shown = frames(*BOARD)
    for place, number in enumerate(BOARD):
        column, row = place % 6, place // 6
        area = QRectF(42 + column * 256, 58 + row * 282, 236, 127.6)
        painter.fillRect(area.adjusted(-5, -5, 5, 5), QColor("#f3f1ec"))
        painter.fillRect(area.adjusted(-1, -1, 1, 1), QColor("#111"))
        _put(painter, of_pixels(shown[number]), area)
        write(painter, str(place + 1), area.x(), area.bottom() + 20, 22, RED, 0.1)
        write(painter, f"{number:04}", area.x() + 62, area.bottom() + 24, 14, INK, 0.12)
        for line in range(3):
            y = area.bottom() + 62 + line * 17
            rule(painter, QColor(42, 38, 34, 80), 1, (area.x(), y), (area.right() - (70 if line == 2 else 0), y))
        if place in (3, 7, 14):
            rule(painter, BLUE, 2.4, (area.x() - 14, area.y() + 10), (area.x() - 4, area.center().y()),
                 (area.x() - 14, area.bottom() - 10))  # fmt: skip
    painter.end()
    return image


def colour_script() -> QImage:
    """The film's colours: a stripe for every half second, tall where the picture is bright; seven pictures below."""
    image = QImage(1600, 900, QImage.Format.Format_RGB888)
    image.fill(QColor("#101012"))
    painter = brush(image)
    seconds = range(12, 3774, 12)
    below = (80, 240, 620, 1600, 1264, 2150, 3180)
    shown = frames(*seconds, *below)
    wide = 1480 / len(seconds)
    for place, number in enumerate(seconds):
        pixels = shown[number][14:706:6, ::6].reshape(-1, 3).astype(np.float64)
        light = pixels.sum(axis=1)
        order = np.argsort(light)
        for band, share in enumerate((0.985, 0.93, 0.80, 0.55, 0.25)):
            near = pixels[order[int(share * len(order)) - 12 : int(share * len(order)) + 12]].mean(axis=0)
            painter.fillRect(
                QRectF(60 + place * wide, 70 + band * 88, wide + 0.6, 88.6), QColor(*[int(v) for v in near])
            )
    for place, number in enumerate(below):
        x = 60 + place * 213
        area = QRectF(x, 620, 200, 108)
        _put(painter, of_pixels(shown[number]), area)
        anchor = 60 + 1480 * number / 3774
        rule(painter, QColor(255, 255, 255, 90), 1, (anchor, 512), (anchor, 540), (x + 100, 600), (x + 100, 620))
        pixels = shown[number][14:706:6, ::6].reshape(-1, 3)
        order = np.argsort(pixels.sum(axis=1))
        for patch, share in enumerate((0.99, 0.9, 0.7, 0.4, 0.1)):
            near = pixels[order[int(share * len(order)) - 10 : int(share * len(order)) + 10]].mean(axis=0)
            painter.fillRect(QRectF(x + patch * 40, 742, 38, 60), QColor(*[int(v) for v in near]))
    painter.end()
    return image


def roof_study() -> QImage:
    """The same roof in the morning, at noon, at dusk and by night."""
    image = QImage(1600, 900, QImage.Format.Format_RGB888)
    image.fill(QColor("#0c0c0e"))
    painter = brush(image)
    camera = Camera(0.1, 0.62, -9.6, focal=1180, shift=190)
    tapper = _roof_dancer()
    suns = ((240, 300), (660, 120), (905, 470), (980, 150))
    for place, (light, sun) in enumerate(zip((roof.MORNING, roof.NOON, roof.DUSK, roof.NIGHT), suns, strict=True)):
        picture = setting(camera, 552, sun, 120, 0.92, light, 0.5)
        parts = dressed(bones(tapper.pose(20 + 16 * place)), DANCER)
        way = vec((sun[0] - 560) / 500, (552 - sun[1]) / 420 + 0.1, 0.7)
        lamps = [Lamp(way, tuple(2.2 * light.glow * c + 0.15 for c in light.sun))]
        ambient = tuple(0.20 * c + 0.01 for c in light.sky[1])
        figure(picture, parts, camera, DANCER, lamps, ambient)
        area = QRectF(30 + place % 2 * 780, 24 + place // 2 * 434, 760, 410)
        _put(painter, of_pixels(finish(picture)), area)
    painter.end()
    return image


def _roof_dancer() -> Tapper:
    def path(_: float) -> tuple[float, float]:
        return -1.6, 1.6

    strikes = plan([(12, 0, 1.0), (28, 1, 1.0), (44, 0, 1.0), (60, 1, 1.0), (76, 0, 1.0)], path, lambda _: 64.0, seed=6)
    return Tapper(strikes, path, lambda _: 64.0, 96, Manner(arms=TALL, lean=2, bend=0, nod=-6))


def motion_study() -> QImage:
    """A bar as one plate: he crosses the stage from left to right, a phase every third frame."""
    camera = Camera(0, 0.95, -7.4, focal=1500, shift=84)
    beats = [
        (0, 0, 1.0),
        (8, 1, 0.6),
        (16, 0, 1.0),
        (20, 1, 1.0),
        (24, 0, 0.6),
        (32, 1, 1.0),
        (40, 0, 1.0),
        (48, 1, 1.0),
    ]

    def path(frame: float) -> tuple[float, float]:
        return -2.7 + 5.4 * frame / 48, 0.0

    tapper = Tapper(
        plan(beats, path, lambda _: 90.0, seed=3, reach=0.35),
        path,
        lambda _: 90.0,
        52,
        Manner(arms=TALL, lean=6, bend=2, nod=-2),
    )
    spots = [Spot(0.0, 0.2, 3.4, (0.75, 0.78, 0.85), 0.42, (0.0, 6.5, 1.5), 0.0)]
    picture = stage.empty(camera, spots, ambient=(0.006, 0.006, 0.008), wash=(0.006, 0.006, 0.008))
    phases = list(range(2, 52, 4))
    for frame in phases:
        parts = dressed(bones(tapper.pose(frame)), DANCER, tapper.drag(frame))
        picture *= 1 - 0.22 * cast(parts, camera, (0.0, 6.0, 3.0), 2)[..., None]
    for number, frame in enumerate(phases):
        share = number / (len(phases) - 1)
        tone = (1.5 - 0.7 * share, 1.0, 0.7 + 0.9 * share)
        parts = dressed(bones(tapper.pose(frame)), DANCER, tapper.drag(frame))
        lamps = [
            Lamp(vec(-0.7, 0.5, 0.6), tuple(1.7 * c for c in tone)),
            Lamp(vec(0.8, 0.4, 0.5), tuple(1.0 * c for c in tone)),
        ]
        reflection(picture, parts, camera, DANCER, lamps, 0.10, None, 2)
        drawn = draw(parts, camera, stuffs(DANCER), lamps, ambient=(0.03, 0.03, 0.035), samples=2)
        lay(picture, drawn, 0.80)
    return of_pixels(finish(picture, exposure=1.25)).scaled(
        1600, 865, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
