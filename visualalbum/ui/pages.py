"""What stands in the stage's place when there is no album: the way to open one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from visualalbum.ui.buttons import TextButton
from visualalbum.ui.presenters import recent_text
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, mark, tr

TEXT_WIDTH_PX = 720
"""Some 90 characters a line; longer ones lose the eye."""

RECENT_SHOWN = 6
"""Albums of late that the page offers; the menu has more."""


class EmptyPage(QWidget):
    """Says how to open an album, and offers those of late; `chosen` carries the manifest of one."""

    open_asked = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headline = QLabel(self)
        keep_said(headline, lambda: headline.setText(tr("A visual album is songs and a film, together")))
        headline.setFont(scaled(self.font(), 1.5, bold=True))
        hint = QLabel(self)
        how = mark(
            "Drop one here, as its manifest (NAME.visualalbum.yaml), its folder or a bundle (a zip), or open one."
        )
        keep_said(hint, lambda: hint.setText(tr(how)))
        hint.setProperty("role", "quiet")
        self.button = TextButton(parent=self)
        keep_said(self, lambda: self.button.setText(tr("Open an album…")))
        self.button.setObjectName("open")
        self.button.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(14)
        column.addStretch(1)
        for label in (headline, hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        column.addLayout(self._recent)
        column.addStretch(1)

    def show_recent(self, albums: Sequence[tuple[str, Path]]) -> None:
        """Offer albums by title and manifest, the latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.deleteLater()
        for title, manifest in albums[:RECENT_SHOWN]:
            offer = TextButton(recent_text(title, manifest).replace("&", "&&"), self)
            offer.setToolTip(str(manifest))
            offer.setMaximumWidth(TEXT_WIDTH_PX)
            offer.clicked.connect(partial(self.chosen.emit, manifest))
            self._recent.addWidget(offer, 0, Qt.AlignmentFlag.AlignHCenter)
