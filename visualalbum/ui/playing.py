"""A person's hands on the engine: what each playing command of the window asks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from visualalbum.engine.snapshot import Snapshot
from visualalbum.ui.ports import Controls
from visualalbum.ui.presenters import amplitude, nudge_text, slider_place, volume_text

NUDGE_US = 5_000_000
VOLUME_STEP = 0.05


class Playing(QObject):
    """Slots for actions; relative ones (volume, mute) start from the latest snapshot.

    `told` carries a few words about what a key did that is not seen on the stage.
    """

    told = Signal(str)

    def __init__(self, controls: Controls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controls = controls
        self._snapshot = Snapshot()

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each of its commands does."""
        return {
            "toggle": self.toggle,
            "stop": self.stop,
            "back": self.back,
            "forward": self.forward,
            "start_of_track": self.start_of_track,
            "previous_track": self.previous_track,
            "next_track": self.next_track,
            "louder": self.louder,
            "softer": self.softer,
            "mute": self.mute,
        }

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Learn where things stand."""
        self._snapshot = snapshot

    @Slot()
    def toggle(self) -> None:
        self._controls.toggle()

    @Slot()
    def stop(self) -> None:
        """Stand at the start of the track."""
        self._controls.park()
        self._controls.start_of_track()

    @Slot()
    def back(self) -> None:
        self._nudge(-NUDGE_US)

    @Slot()
    def forward(self) -> None:
        self._nudge(NUDGE_US)

    @Slot()
    def start_of_track(self) -> None:
        self._controls.start_of_track()

    @Slot()
    def previous_track(self) -> None:
        self._controls.previous_track()

    @Slot()
    def next_track(self) -> None:
        self._controls.next_track()

    @Slot()
    def louder(self) -> None:
        self._step_volume(VOLUME_STEP)

    @Slot()
    def softer(self) -> None:
        self._step_volume(-VOLUME_STEP)

    @Slot()
    def mute(self) -> None:
        # Taken as done at once: a second press may come before the next snapshot.
        self._snapshot = replace(self._snapshot, muted=not self._snapshot.muted)
        self._controls.set_muted(self._snapshot.muted)
        self._tell_volume()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """Set a linear amplitude; a hand on the volume also takes the silence away."""
        if self._snapshot.muted:
            self.mute()
        self._snapshot = replace(self._snapshot, volume=volume)
        self._controls.set_volume(volume)
        self._tell_volume()

    @Slot(object)
    def locate(self, position_us: int) -> None:
        self._controls.locate(position_us)

    @Slot(int)
    def play_track(self, track: int) -> None:
        """Play a track from its start."""
        tracks = self._controls.timeline.tracks
        if 0 <= track < len(tracks):
            self._controls.locate(tracks[track].start_us)
            self._controls.roll()

    def _nudge(self, by_us: int) -> None:
        self._controls.nudge(by_us)
        self.told.emit(nudge_text(by_us))

    def _tell_volume(self) -> None:
        self.told.emit(volume_text(self._snapshot.volume, muted=self._snapshot.muted))

    def _step_volume(self, by: float) -> None:
        self.set_volume(amplitude(round(slider_place(self._snapshot.volume) + by, 4)))
