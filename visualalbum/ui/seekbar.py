"""The seek bar: the track's waveform, what is marked on it, where it is, and the way to any place in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget

from visualalbum.media.waveform import Waveform
from visualalbum.ui.announcing import announce
from visualalbum.ui.bar import ALONG, Bar
from visualalbum.ui.marks import Mark, Marks
from visualalbum.ui.presenters import time_text
from visualalbum.ui.tongue import mark, tr
from visualalbum.ui.wave_picture import HEIGHT_PX, WAVE_PX, picture
from visualalbum.ui.word_rows import WordRows

STEP_MS = 5_000
"""As far as the same keys go everywhere else in the window."""

PAGE_MS = 10_000
SECOND_MS = 1_000
SNAP_PX = 5
"""A pointer this near to a mark means the mark, unless Shift is held."""

HEAD_PX = 2
SOFT = 0.75
"""How much of quiet text's colour the part to come has: as calm as marks with a contrast of 3 can be."""


class SeekBar(Bar):
    """Shows a place in a track.

    `located` carries the place in the track a person chose; `pointed` one under the pointer, `stepped` one that a key
    has gone to, all in microseconds; `left` tells that the pointer is gone.
    """

    located = Signal(object)
    pointed = Signal(object)
    stepped = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Place in the track"), ALONG, parent)
        self.marks = Marks()
        self._cues: tuple[Mark, ...] = ()
        self._moments: tuple[Mark, ...] = ()
        self._words = WordRows()
        self._length_us = 0
        self._waveform: Waveform | None = None
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        self._now_ms = 0
        self._pointed_us: int | None = None
        # A drag shows where it would go; every locate on the way would prime decks nobody asked for.
        self.setTracking(False)
        self.setRange(0, 0)
        self.setSingleStep(STEP_MS)
        self.setPageStep(PAGE_MS)
        self.actionTriggered.connect(self._on_action)

    def set_track(self, length_us: int, cues: tuple[Mark, ...]) -> None:
        """Show another track, or what has become known of this one."""
        self._length_us, self._cues = length_us, cues
        self.setRange(0, max(0, length_us // 1000))
        self.setEnabled(length_us > 0)
        self._mark()

    def set_reading(self, moments: Sequence[Mark], words: WordRows) -> None:
        """Mark the essay's moments, and know the words."""
        if (tuple(moments), words.rows) != (self._moments, self._words.rows):
            self._moments, self._words = tuple(moments), words
            self._mark()

    def set_waveform(self, waveform: Waveform | None) -> None:
        """Show a waveform, or a plain line where there is none."""
        if waveform is not self._waveform:
            self._waveform = waveform
            self._repaint()

    def follow(self, value: int) -> None:
        if self.isSliderDown():
            return
        # The slider's own value goes by whole seconds; under the keyboard, where a screen reader says every change of
        # it over the song, by jumps alone.
        jumps = not 0 <= value - self._now_ms < SECOND_MS
        if value // SECOND_MS != self.value() // SECOND_MS and (jumps or not self.hasFocus()):
            self._tell(value)
        self._move_head(value)

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT_PX)

    def knob(self) -> QPointF:
        now_ms = self.sliderPosition() if self.isSliderDown() else self._now_ms
        part = min(1.0, now_ms / max(1, self.maximum()))
        return QPointF(self.groove().left() + part * self.groove().width(), self.groove().center().y())

    def place_of(self, track_us: int) -> float:
        """Where a time of the track lies on the bar, in pixels from its left."""
        return self.groove().left() + track_us / max(1, self._length_us) * self.groove().width()

    def value_of(self, event: QMouseEvent) -> int:
        value = super().value_of(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return value
        mark = self.marks.nearest(value * 1000, SNAP_PX / max(1.0, self.groove().width()) * self._length_us)
        # Rounded up: a millisecond before a cut still shows what was before it.
        return min(self.maximum(), -(-mark.start_us // 1000)) if mark else value

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setValue(self._now_ms)
        super().mousePressEvent(event)
        self._watch_keys(self.isSliderDown())
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._watch_keys(False)
        super().mouseReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not (pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape):
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._watch_keys(False)
            self.setSliderPosition(self.value())
            self.setSliderDown(False)
            self.update()
        return True

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed_us = None
        self.left.emit()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A hand that scrolls past must not move the song.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tell(self._now_ms)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setValue(self._now_ms)  # a step is counted from where the song is
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._repaint()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._repaint()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        if change is QAbstractSlider.SliderChange.SliderRangeChange:
            self.update()
        self._move_head(self.sliderPosition())

    def paintEvent(self, event: QPaintEvent) -> None:
        rest, played = self._painted()
        painter = QPainter(self)
        head = self.knob()
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, rest)
        painter.setClipRect(QRectF(0, 0, head.x(), self.height()).intersected(QRectF(event.rect())))
        painter.drawPixmap(0, 0, played)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._pointed_us is not None:
            self._paint_line(painter, self.place_of(self._pointed_us), QPalette.ColorRole.PlaceholderText, 1)
        if self.isEnabled():
            self._paint_line(painter, head.x(), QPalette.ColorRole.WindowText, HEAD_PX)
        if self.hasFocus() or self.isSliderDown():
            self.paint_knob(painter, head)

    def _paint_line(self, painter: QPainter, x: float, role: QPalette.ColorRole, width: float) -> None:
        painter.setBrush(self.palette().color(role))
        top = self.groove().center().y() - WAVE_PX / 2 - 2
        painter.drawRoundedRect(QRectF(x - width / 2, top, width, WAVE_PX + 4), width / 2, width / 2)

    def _watch_keys(self, on: bool) -> None:
        """While it is dragged Esc belongs to the drag, whatever has the keyboard."""
        application = QApplication.instance()
        if application is not None and on:
            application.installEventFilter(self)
        elif application is not None:
            application.removeEventFilter(self)

    def _painted(self) -> tuple[QPixmap, QPixmap]:
        ratio = self.devicePixelRatioF()
        if self._pictures is None or self._pictures[0].devicePixelRatio() != ratio:
            colours = self.palette()
            soft = QColor(colours.color(QPalette.ColorRole.PlaceholderText))
            soft.setAlphaF(SOFT)
            rest, played = (
                picture((self.width(), self.height()), ratio, self.groove(), self._waveform, self.marks.marks,
                        self._length_us, colour)
                for colour in (soft, colours.color(QPalette.ColorRole.Highlight))
            )  # fmt: skip
            self._pictures = rest, played
        return self._pictures

    def _mark(self) -> None:
        # An essay may speak of a moment that the track does not have.
        within = (mark for mark in (*self._cues, *self._moments) if mark.start_us < self._length_us)
        self.marks = Marks(tuple(within), self._words)
        self._repaint()

    def _repaint(self) -> None:
        self._pictures = None
        self.update()

    def _move_head(self, now_ms: int) -> None:
        """Show the place that is on; only what differs is painted again."""
        before = self.knob().x()
        self._now_ms = now_ms
        after = self.knob().x()
        if round(before * self.devicePixelRatioF()) != round(after * self.devicePixelRatioF()):
            left, right = min(before, after), max(before, after)
            self.update(QRect(int(left) - 12, 0, int(right - left) + 25, self.height()))

    def _point(self, event: QMouseEvent) -> None:
        if self.maximum() > self.minimum():
            self._pointed_us = self.value_of(event) * 1000
            self.pointed.emit(self._pointed_us)
            self.update()

    @Slot(int)
    def _on_action(self, action: int) -> None:
        if self.isSliderDown():
            return
        place_us = self.sliderPosition() * 1000
        self.located.emit(place_us)
        if action != QAbstractSlider.SliderAction.SliderMove.value:
            self._tell(place_us // 1000)
            length = time_text(self._length_us)
            announce(self, tr("{place}, of {length}", place=self.marks.text(place_us), length=length))
            self.stepped.emit(place_us)

    def _tell(self, now_ms: int) -> None:
        """Have the place as a value, and in words: a number of milliseconds says nothing to anybody."""
        self.setValue(now_ms)
        text = tr("{place} of {length}", place=time_text(now_ms * 1000), length=time_text(self._length_us))
        self.setAccessibleDescription(text)
