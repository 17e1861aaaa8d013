"""The strip below the stage: seek bar, buttons, time, volume."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.bar import Bar
from visualalbum.ui.buttons import RoundButton
from visualalbum.ui.commands import tip
from visualalbum.ui.glance import Glance
from visualalbum.ui.icons import Icon
from visualalbum.ui.keymap import Keymap, key_text
from visualalbum.ui.marks import cue_marks, moment_marks
from visualalbum.ui.presenters import amplitude, slider_place, track_of, track_times_text, track_title, volume_text
from visualalbum.ui.readers import Readers
from visualalbum.ui.reading import Reading
from visualalbum.ui.seekbar import SeekBar
from visualalbum.ui.theme import LEFT, scaled
from visualalbum.ui.tongue import keep_said, mark, tr

VOLUME_STEPS = 100
RUNNING = (State.STARTING, State.ROLLING)
NARROW_PX = 620
"""Below this the volume's slider and the title make room for buttons and time."""

NARROWEST_PX = 440
"""What the buttons and the time of a long track need."""


class Transport(QWidget):
    """Shows the transport's state; `asked` carries the id of a command, `located` a programme position in µs."""

    asked = Signal(str)
    located = Signal(object)
    volume_chosen = Signal(float)

    def __init__(self, readers: Readers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track: TrackCue | None = None
        self._timeline = Timeline()
        self._index = -1
        self._toggle_keys: tuple[str, ...] = ()
        self._waveforms = readers.waveforms
        self._waveforms.ready.connect(self._show_waveform)
        self.seek = SeekBar(self)
        self.seek.located.connect(self._on_seek)
        self.glance = Glance(self.seek, readers.previews)
        self.times = QLabel(self)
        self.times.setFont(scaled(self.font(), 1.0))
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setAlignment(LEFT)
        self.title.setProperty("role", "quiet")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.previous = self._button(Icon.PREVIOUS, "previous_track")
        self.play = self._button(Icon.PLAY, "toggle", main=True)
        self.next = self._button(Icon.NEXT, "next_track")
        self.mute = self._button(Icon.SOUND, "mute")
        self.volume = Bar(mark("Volume"), parent=self)
        self.volume.setRange(0, VOLUME_STEPS)
        self.volume.setFixedWidth(110)
        self.volume.actionTriggered.connect(self._on_volume)
        self.words = self._button(Icon.WORDS, "picture_words")
        self.captions = self._button(Icon.CAPTIONS, "captions")
        self.figures = self._button(Icon.FIGURES, "figures")
        self.fullscreen = self._button(Icon.FULLSCREEN, "fullscreen")
        self._lay_out()
        keep_said(self, self._speak)

    def show_snapshot(self, timeline: Timeline, snapshot: Snapshot) -> None:
        """Show a state; only what differs is touched."""
        track = track_of(timeline, snapshot)
        if track is not self._track or timeline is not self._timeline:
            self._track, self._timeline, self._index = track, timeline, snapshot.track
            length_us = track.end_us - track.start_us if track else 0
            self.seek.set_track(length_us, cue_marks(timeline, track))
            self.glance.show_track(timeline, track)
            self._show_waveform()
            self.title.setText(track_title(track))
            for button in (self.play, self.previous, self.next):
                button.setEnabled(bool(timeline.tracks))
        self.seek.follow(snapshot.track_position_us // 1000)
        self.times.setText(track_times_text(timeline, snapshot))
        self._show_running(snapshot.state in RUNNING)
        self.mute.show_icon(Icon.SILENT if snapshot.muted else Icon.SOUND)
        self.mute.show_on(snapshot.muted)
        self.volume.follow(round(slider_place(snapshot.volume) * VOLUME_STEPS))
        loud = volume_text(snapshot.volume, muted=snapshot.muted)
        if loud != self.volume.toolTip():
            self.volume.setToolTip(loud)

    def _speak(self) -> None:
        self._timeline = Timeline()  # its marks are said anew with the next snapshot

    def show_keys(self, keymap: Keymap) -> None:
        """Name every button after its command and key."""
        for button in self.findChildren(RoundButton):
            keys = [key_text(key) for key in keymap.keys(button.objectName())]
            button.set_name(tip(button.objectName(), keys))
        self._toggle_keys = tuple(key_text(key) for key in keymap.keys("toggle"))
        self._show_running(self.play.icon_shown is Icon.PAUSE)

    def show_reading(self, reading: Reading) -> None:
        """Mark what is read with the track on its bar."""
        self.seek.set_reading(moment_marks(reading.moments), reading.rows)

    def minimumSizeHint(self) -> QSize:
        # Without this the layout would never let the window become as narrow as it can be.
        return QSize(NARROWEST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= NARROW_PX
        self.volume.setVisible(roomy)
        self.title.setVisible(roomy)
        self.figures.setVisible(roomy)

    def _show_running(self, running: bool) -> None:
        self.play.show_icon(Icon.PAUSE if running else Icon.PLAY)
        self.play.set_name(tip("toggle", self._toggle_keys, tr("Pause") if running else tr("Play")))

    def _button(self, icon: Icon, command_id: str, *, main: bool = False) -> RoundButton:
        button = RoundButton(icon, main=main, parent=self)
        button.setObjectName(command_id)
        button.clicked.connect(self._on_clicked)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.previous, self.play, self.next):
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(self.times)
        row.addSpacing(12)
        row.addWidget(self.title, 1)
        row.addStretch(0)
        row.addWidget(self.mute)
        row.addWidget(self.volume)
        for button in (self.words, self.captions):
            row.addWidget(button)
            button.hide()
        row.addWidget(self.figures)
        row.addWidget(self.fullscreen)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(6)
        column.addWidget(self.seek)
        column.addLayout(row)

    @Slot()
    def _show_waveform(self) -> None:
        self.seek.set_waveform(self._waveforms.want(self._timeline, self._index))

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self.sender().objectName())

    @Slot(object)
    def _on_seek(self, track_position_us: int) -> None:
        if self._track is not None:
            self.located.emit(self._track.start_us + track_position_us)

    @Slot(int)
    def _on_volume(self, action: int) -> None:
        self.volume_chosen.emit(amplitude(self.volume.sliderPosition() / VOLUME_STEPS))
