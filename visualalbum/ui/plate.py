"""One picture looked at in the stage's place: the whole of it, its caption below, nearer by wheel, on by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from visualalbum.timeline.booklet import Plate
from visualalbum.timeline.cues import Fit
from visualalbum.ui.announcing import announce
from visualalbum.ui.buttons import RoundButton
from visualalbum.ui.gallery import spoken
from visualalbum.ui.icons import Icon
from visualalbum.ui.own_keys import claims_where
from visualalbum.ui.sharp import draw_sharp
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr

NEAREST = 4.0
"""How many times its whole size a picture may be seen at; read anew at that size, so that it stays sharp."""

STEP = 1.25
EDGE_PX = 12
ZOOM_KEYS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP, Qt.Key.Key_0: 0.0}
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, *ZOOM_KEYS)


class PlateView(QWidget):
    """Paints one picture at a nearness, moved by hand; asks for it at the size it is seen at."""

    def __init__(self, plates: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plates = plates
        self._plate: Plate | None = None
        self._nearness = 1.0
        self._middle = QPointF(0.5, 0.5)  # the part of the picture that lies in the middle of the view
        self._held = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plates.ready.connect(self.update)

    @property
    def nearness(self) -> float:
        """1 where the whole picture is seen."""
        return self._nearness

    def show_plate(self, plate: Plate) -> None:
        """Show another picture, the whole of it."""
        self._plate = plate
        self._middle = QPointF(0.5, 0.5)
        self._set_nearness(1.0)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Go nearer, or further away; 0 shows the whole. What lies `at` a place of the view stays there."""
        before = self._box()
        nearness = min(NEAREST, max(1.0, self._nearness * factor)) if factor else 1.0
        place = at or QPointF(self.width() / 2, self.height() / 2)
        if before.width() and before.height():
            part = (place.x() - before.left()) / before.width(), (place.y() - before.top()) / before.height()
            grown = nearness / self._nearness
            x = part[0] - (place.x() - self.width() / 2) / (before.width() * grown)
            y = part[1] - (place.y() - self.height() / 2) / (before.height() * grown)
            self._middle = QPointF(x, y)
        self._set_nearness(nearness)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._set_nearness(self._nearness)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_nearness(self._nearness)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(STEP ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self._box()
        if event.buttons() & Qt.MouseButton.LeftButton and box.width():
            moved = event.position() - self._held
            self._held = event.position()
            self._middle -= QPointF(moved.x() / box.width(), moved.y() / box.height())
            self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom(0.0 if self._nearness > 1 else 2.0, event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._plate is None:
            return
        image = self._plates.image(self._plate.path, Fit.CONTAIN)
        if image is not None:
            draw_sharp(painter, self._box(), image)
        elif self._plates.broken(self._plate.path):
            painter.setPen(self.palette().color(self.foregroundRole()))
            text = tr("{file} cannot be read", file=self._plate.path.name)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _set_nearness(self, nearness: float) -> None:
        self._nearness = nearness
        ratio = self.devicePixelRatioF() * nearness
        self._plates.set_stage(round(self.width() * ratio), round(self.height() * ratio))
        self._settle()

    def _settle(self) -> None:
        """Keep the picture's edges outside the view's, or its middle in the view's where it is smaller."""
        box = self._box()
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._nearness > 1 else Qt.CursorShape.ArrowCursor)
        half_x = min(0.5, self.width() / 2 / box.width()) if box.width() else 0.5
        half_y = min(0.5, self.height() / 2 / box.height()) if box.height() else 0.5
        x = min(max(self._middle.x(), half_x), 1 - half_x)
        y = min(max(self._middle.y(), half_y), 1 - half_y)
        self._middle = QPointF(x, y)
        self.update()

    def _box(self) -> QRectF:
        """Where the picture lies in the view; empty while its shape is not known."""
        image = self._plates.image(self._plate.path, Fit.CONTAIN) if self._plate else None
        if image is None or image.isNull():
            return QRectF()
        scale = min(self.width() / image.width(), self.height() / image.height()) * self._nearness
        width, height = image.width() * scale, image.height() * scale
        left = self.width() / 2 - self._middle.x() * width
        return QRectF(left, self.height() / 2 - self._middle.y() * height, width, height)


class PlatePage(QWidget):
    """A picture with its caption and the ways on, back and out; `closed` when a person has seen enough."""

    closed = Signal()

    def __init__(self, plates: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stills = plates
        self.view = PlateView(plates, self)
        self.caption = QLabel(self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.credit = QLabel(self)
        self.credit.setTextFormat(Qt.TextFormat.PlainText)
        self.credit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.credit.setProperty("role", "quiet")
        self.credit.setFont(scaled(self.font(), 0.88))
        self.previous = RoundButton(Icon.PREVIOUS, parent=self)
        self.next = RoundButton(Icon.NEXT, parent=self)
        self.close_button = RoundButton(Icon.CLOSE, parent=self)
        self._plates: tuple[Plate, ...] = ()
        self._row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_said(self, self._speak)
        words = QVBoxLayout()
        words.addWidget(self.caption)
        words.addWidget(self.credit)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE_PX, 0, EDGE_PX, EDGE_PX)
        for widget in (self.previous, self.next):
            foot.addWidget(widget)
        foot.addLayout(words, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, 0)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.closed)

    @property
    def row(self) -> int:
        """Which picture is looked at."""
        return self._row

    def show_plate(self, plates: tuple[Plate, ...], row: int) -> None:
        """Show one of some pictures."""
        seen, *ahead = ((plate.path, Fit.CONTAIN) for plate in plates[row : row + 2])
        self._stills.look_at([seen], ahead)
        self.view.show_plate(plates[row])
        self._stand_at(plates, row)

    def _stand_at(self, plates: tuple[Plate, ...], row: int) -> None:
        self._plates, self._row = plates, row
        plate = plates[row]
        self.caption.setText(plate.picture.caption)
        number = tr("{number} of {count}", number=row + 1, count=len(plates))
        self.credit.setText(" · ".join(filter(None, (plate.picture.credit, number))))
        self.setAccessibleName(spoken(plate, row + 1, len(plates)))
        self.view.setAccessibleName(self.accessibleName())
        self.previous.setEnabled(row > 0)
        self.next.setEnabled(row + 1 < len(plates))

    def _speak(self) -> None:
        self.previous.set_name(tr("Previous picture (Left)"))
        self.next.set_name(tr("Next picture (Right)"))
        self.close_button.set_name(tr("Back to the stage (Esc)"))
        self.setAccessibleName(tr("Picture"))
        if self._plates:
            self._stand_at(self._plates, self._row)

    def follow(self, plates: tuple[Plate, ...]) -> bool:
        """Take the pictures as they are now, and stay at the one that is looked at; tells whether it is there."""
        looked_at = self._plates[self._row].path if self._plates else None
        row = next((number for number, plate in enumerate(plates) if plate.path == looked_at), -1)
        if row >= 0:
            self._stand_at(plates, row)
        return row >= 0

    @Slot()
    def go_on(self) -> None:
        """Show the next picture; the last one stays."""
        self._go(self._row + 1)

    @Slot()
    def go_back(self) -> None:
        """Show the picture before; the first one stays."""
        self._go(self._row - 1)

    def event(self, event: QEvent) -> bool:
        # These keys mean the pictures while one is looked at, and the song again afterwards.
        return claims_where(event, _is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        goals = {
            Qt.Key.Key_Left: self._row - 1,
            Qt.Key.Key_Right: self._row + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._plates) - 1,
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in goals:
            self._go(goals[key])
        elif key in ZOOM_KEYS:
            self.view.zoom(ZOOM_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._plates) and row != self._row:
            self.show_plate(self._plates, row)
            announce(self, self.accessibleName())


def _is_own(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not held and event.key() in KEYS
