"""A glance ahead: while somebody points at the seek bar, the card over it shows what the stage shows there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Slot

from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.timeline.stage import FilmShown, Shown, Stage
from visualalbum.ui.presenters import time_text
from visualalbum.ui.preview_card import PreviewCard
from visualalbum.ui.previews import Previews
from visualalbum.ui.seekbar import SeekBar

ABOVE_PX = 4
BRIEFLY_MS = 1_500
"""How long the card stands after a key, which does not go away as a pointer does."""


class Glance(QObject):
    """Follows a seek bar's pointer and keys."""

    def __init__(self, bar: SeekBar, previews: Previews) -> None:
        super().__init__(bar)
        self._bar = bar
        self._previews = previews
        self._stage = Stage(Timeline())
        self._start_us = 0
        self._programme_us: int | None = None
        self._shown: Shown | None = None
        self.card = PreviewCard(bar)
        self._timer = QTimer(self)
        self._timer.setObjectName("glance")
        self._timer.setSingleShot(True)
        self._timer.setInterval(BRIEFLY_MS)
        self._timer.timeout.connect(self.hide)
        bar.pointed.connect(self._on_pointed)
        bar.stepped.connect(self._on_stepped)
        bar.left.connect(self.hide)
        previews.ready.connect(self._show_image)

    def show_track(self, timeline: Timeline, track: TrackCue | None) -> None:
        """Look at another track, or at what has become known of this one."""
        self._stage = Stage(timeline)
        self._start_us = track.start_us if track else 0
        self.hide()

    @Slot()
    def hide(self) -> None:
        """Put the card away."""
        self._timer.stop()
        self._programme_us = self._shown = None
        self.card.show_image(None, expected=False)
        self.card.hide()

    @Slot(object)
    def _on_pointed(self, track_us: int) -> None:
        self._timer.stop()
        self._show(track_us)

    @Slot(object)
    def _on_stepped(self, track_us: int) -> None:
        self._show(track_us)
        self._timer.start()

    def _show(self, track_us: int) -> None:
        marks, card = self._bar.marks, self.card
        self._programme_us = self._start_us + track_us
        layers = self._stage.at(self._programme_us)
        before, self._shown = self._shown, layers[-1] if layers else None
        if _source(before) != _source(self._shown):
            card.show_image(None, expected=bool(layers))  # the picture of another cue says what is not so
        below = marks.read(track_us) or marks.sung(track_us)
        card.show_text(time_text(track_us), marks.shown(track_us), below, two_rows=marks.has_texts)
        self._previews.set_scale(self._bar.devicePixelRatioF())
        self._show_image()
        self._place(track_us)
        card.show()
        card.raise_()

    @Slot()
    def _show_image(self) -> None:
        if self._programme_us is None or self._shown is None:
            return
        image = self._previews.image(self._shown, self._programme_us)
        if image is not None:
            self.card.show_image(image, expected=True)

    def _place(self, track_us: int) -> None:
        # A part of the window and no window of its own: no platform can misplace it.
        window = self._bar.window()
        if self.card.parent() is not window:
            self.card.setParent(window)
        x = round(self._bar.place_of(track_us)) - self.card.width() // 2
        above = self._bar.mapTo(window, QPoint(x, -self.card.height() - ABOVE_PX))
        self.card.move(max(ABOVE_PX, min(above.x(), window.width() - self.card.width() - ABOVE_PX)), above.y())


def _source(shown: Shown | None) -> object:
    return shown.cue if isinstance(shown, FilmShown) else shown and shown.path
