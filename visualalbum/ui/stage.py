"""The stage: paints what the snapshots say out of decks' pictures and stills, and nothing nobody planned."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualalbum.engine.snapshot import Layer, PlannedStage, Source, StagePicture
from visualalbum.timeline.cues import Fit
from visualalbum.ui.geometry import Box, place
from visualalbum.ui.lull import Lull
from visualalbum.ui.ports import Pictures
from visualalbum.ui.still_reading import Pixels
from visualalbum.ui.stills import Stills
from visualalbum.ui.tongue import keep_said, tr
from visualalbum.ui.upright import upright

EARLY_NS = 1_000_000
"""The timer counts in milliseconds: it is set this much early, and the rest is slept."""

FADE_STEP_MS = 14
"""A dissolve between pictures that stand still is painted at most 70 times a second: more than a screen shows."""


@dataclass(frozen=True)
class _Film:
    """A deck's picture: the image may point into `picture`'s buffer, so both are kept together."""

    picture: Any
    image: QImage


class Stage(QWidget):
    """A black widget with the layers of a `StagePicture`, letterboxed, in device pixels.

    `size_changed` carries its size in device pixels; `changed_over` the planned instant and the one at which the
    new picture had been painted, in ns of CLOCK_MONOTONIC; `painted` tells that a rolling film's next picture has been,
    and so begins each `lull`.
    """

    painted = Signal()
    size_changed = Signal(int, int)
    changed_over = Signal(object, object)
    double_clicked = Signal()

    def __init__(self, pictures: Pictures, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._stills = stills
        self._asked = StagePicture()
        self._wanted = StagePicture()
        self._shown = StagePicture()
        self._planned: PlannedStage | None = None
        self._fallbacks: tuple[Path, ...] = ()
        self._films: dict[str, _Film] = {}
        self._painted_ns = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        # Takes the focus when clicked, so that arrows leave the song list and are the volume's again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        keep_said(self, lambda: self.setAccessibleName(tr("Stage")))
        self._fade = QTimer(self)
        self._fade.setObjectName("fade")
        self._fade.setSingleShot(True)
        self._fade.setInterval(FADE_STEP_MS)
        self._fade.timeout.connect(self._show_asked)
        self._timer = QTimer(self)
        self._timer.setObjectName("changeover")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._change_over)
        self.lull = Lull(self)
        self.painted.connect(self.lull.begin)
        stills.ready.connect(self._on_still_ready)

    @property
    def shown(self) -> StagePicture:
        """What is on the stage; lags behind what was asked for while a picture is not there yet."""
        return self._shown

    @property
    def picture_place(self) -> QRect:
        """What of the widget the lowest picture takes; nothing while there is none."""
        images = ((layer, self._image(layer)) for layer in self._shown.layers[:1])
        return next((self._on_widget(self._box(layer, image)) for layer, image in images if image), QRect())

    def device_size(self) -> tuple[int, int]:
        """The stage's size in device pixels."""
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def show_stage(self, picture: StagePicture, planned: PlannedStage | None) -> None:
        """Show a picture now, and change over to the planned one at its instant."""
        if planned != self._planned:
            self._planned = planned
            if planned is not None:
                self._set_timer(planned.instant_ns)
        if planned is not None and time.monotonic_ns() >= planned.instant_ns:
            picture = planned.picture  # the tick began before the instant and ended after it
        self._show(picture)

    def set_fallbacks(self, stills: Sequence[Path]) -> None:
        """What stands in for a broken still that has nothing below it, the first that can be read."""
        if tuple(stills) != self._fallbacks:
            self._fallbacks = tuple(stills)
            self._show_asked()

    @Slot(str)
    def on_picture(self, deck: str) -> None:
        """A deck has delivered a picture: paint what it changes, at once."""
        if self._shown != self._wanted:
            self._show_asked()
        layer = next((layer for layer in self._shown.layers if layer.deck == deck), None)
        if layer is None:
            return
        before = self._films.get(deck)
        film = self._fetch(deck)
        if film is None or film is before:
            return
        same_size = before is not None and before.image.size() == film.image.size()
        self._paint_now(self._on_widget(self._box(layer, film.image)) if same_size else self.rect())
        if self.isVisible() and not self.window().isMinimized():
            self._pictures.painted(self._painted_ns - film.picture.delivered_ns)
        self.painted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._tell_size()
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        self._paint_layers(painter)

    def picture(self) -> Pixels | None:
        """What is shown, in device pixels and without the bars around it; None where nothing is."""
        whole = QRect()
        for layer in self._shown.layers:
            image = self._image(layer)
            if image is not None:
                box = self._box(layer, image)
                whole = whole.united(QRect(box.x, box.y, box.width, box.height))
        whole = whole.intersected(self._floor())
        if whole.isEmpty():
            return None
        width, height, kind = whole.width(), whole.height(), QImage.Format.Format_RGB32
        data = bytearray(4 * width * height)  # painted in place: a copy of a large picture takes several milliseconds
        canvas = QImage(data, width, height, 4 * width, kind)
        painter = QPainter(canvas)
        painter.translate(-whole.topLeft())
        self._paint_layers(painter)
        painter.end()
        return Pixels(data, width, height, 4 * width, kind.value)

    def _paint_layers(self, painter: QPainter) -> None:
        layers = self._shown.layers
        if not layers or not _whole(layers[0]):
            painter.fillRect(self._floor(), Qt.GlobalColor.black)
        for layer in layers:
            image = self._image(layer)
            if image is not None:
                painter.setOpacity(layer.opacity)
                self._draw(painter, layer, image)

    def _draw(self, painter: QPainter, layer: Layer, image: QImage) -> None:
        box = self._box(layer, image)
        if layer.fit is not Fit.INSET:
            for bar in self._bars(box, see_through=image.hasAlphaChannel()):
                painter.fillRect(bar, Qt.GlobalColor.black)
        if (box.width, box.height) == (image.width(), image.height()):
            painter.drawImage(box.x, box.y, image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(box.x, box.y, box.width, box.height), image)

    def _bars(self, box: Box, *, see_through: bool) -> list[QRect]:
        """What a picture leaves of the stage; all of it where the picture can be seen through."""
        if see_through:
            return [self._floor()]
        width, height = self.device_size()
        right, bottom = box.x + box.width, box.y + box.height
        bars = (
            QRect(0, 0, width, box.y),
            QRect(0, bottom, width, height - bottom),
            QRect(0, box.y, box.x, box.height),
            QRect(right, box.y, width - right, box.height),
        )
        return [bar for bar in bars if not bar.isEmpty()]

    def _show(self, picture: StagePicture) -> None:
        """Take a picture on; where one of its layers is not there yet, the last real picture stays."""
        self._asked = picture
        self._wanted = picture = _visible(self._mended(picture))
        if picture == self._shown:
            return
        same_layers = [_key(layer) for layer in picture.layers] == [_key(layer) for layer in self._shown.layers]
        if same_layers and time.monotonic_ns() - self._painted_ns < FADE_STEP_MS * 1_000_000:
            self._fade.start()
            return
        decks = _decks(picture)
        for deck in decks - _decks(self._shown):
            # What a deck showed at another cut is never shown again.
            self._films.pop(deck, None)
            self._fetch(deck)
        if not all(self._image(layer) for layer in picture.layers):
            return
        self._shown = picture
        self._films = {deck: film for deck, film in self._films.items() if deck in decks}
        self._paint_now(self.rect())

    def _paint_now(self, place: QRect) -> None:
        self.repaint(place)
        # Not in a paint's own event: what lies over the stage asks for those too.
        self._painted_ns = time.monotonic_ns()

    def _mended(self, picture: StagePicture) -> StagePicture:
        """The picture without broken stills; a fallback where that leaves nothing at all."""
        layers = tuple(layer for layer in picture.layers if layer.still is None or not self._stills.broken(layer.still))
        if layers == picture.layers:
            return picture
        if not layers:
            whole = [path for path in self._fallbacks if not self._stills.broken(path)]
            layers = tuple(Layer(Source.STILL, still=path) for path in whole[:1])
        return replace(picture, layers=layers)

    def _image(self, layer: Layer) -> QImage | None:
        if layer.still is not None:
            return self._stills.image(layer.still, layer.fit)
        film = self._films.get(layer.deck)
        return film.image if film else None

    def _fetch(self, deck: str) -> _Film | None:
        """A deck's latest picture; the last real one of a deck on stage while it has none."""
        picture = self._pictures.picture(deck)
        film = self._films.get(deck)
        if picture is None or (film and film.picture.sequence == picture.sequence):
            return film
        size = picture.width, picture.height, picture.stride
        image = QImage(picture.buffer, *size, QImage.Format.Format_RGB32)
        film = self._films[deck] = _Film(picture, upright(image, picture.quarters))
        return film

    def _floor(self) -> QRect:
        return QRect(0, 0, *self.device_size())

    def _box(self, layer: Layer, image: QImage) -> Box:
        return place(layer.fit, (image.width(), image.height()), self.device_size())

    def _on_widget(self, box: Box) -> QRect:
        """The widget's own pixels that hold a box of device pixels."""
        ratio = self.devicePixelRatioF()
        left, top = int(box.x // ratio), int(box.y // ratio)
        right, bottom = -int(-(box.x + box.width) // ratio), -int(-(box.y + box.height) // ratio)
        return QRect(left, top, right - left, bottom - top)

    def _tell_size(self) -> None:
        width, height = self.device_size()
        self._stills.set_stage(width, height)
        self.size_changed.emit(width, height)

    def _set_timer(self, instant_ns: int) -> None:
        self._timer.start(max(0, (instant_ns - EARLY_NS - time.monotonic_ns()) // 1_000_000))

    @Slot()
    def _change_over(self) -> None:
        planned = self._planned
        if planned is None:
            return
        wait_ns = planned.instant_ns - time.monotonic_ns()
        if wait_ns > 3 * EARLY_NS:
            self._set_timer(planned.instant_ns)
            return
        if wait_ns > 0:
            time.sleep(wait_ns / 1e9)
        self._show(planned.picture)
        self.changed_over.emit(planned.instant_ns, time.monotonic_ns())

    @Slot()
    def _show_asked(self) -> None:
        self._show(self._asked)

    @Slot()
    def _on_still_ready(self) -> None:
        self._show_asked()
        if any(layer.source is Source.STILL for layer in self._shown.layers):
            self.update()


def _whole(layer: Layer) -> bool:
    """Whether a layer hides all below it: with its bars it covers the stage."""
    return layer.opacity >= 1 and layer.fit is not Fit.INSET


def _visible(picture: StagePicture) -> StagePicture:
    """The picture without layers that nobody sees: nothing waits for their pictures."""
    seen = [layer for layer in picture.layers if layer.opacity > 0]
    lowest = max((at for at, layer in enumerate(seen) if _whole(layer)), default=0)
    return replace(picture, layers=tuple(seen[lowest:]))


def _decks(picture: StagePicture) -> set[str]:
    return {layer.deck for layer in picture.layers if layer.source is Source.DECK}


def _key(layer: Layer) -> tuple[Source, str, Path | None, Fit]:
    """What a layer is, apart from how strongly it shows."""
    return layer.source, layer.deck, layer.still, layer.fit
