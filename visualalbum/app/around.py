"""What is around the window: other hands on its commands, the screen kept awake, sleep timer, pictures saved."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from visualalbum.app.session import Session
from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.jobs import JobQueue
from visualalbum.remote.awake import Awake
from visualalbum.remote.bus import SessionBus
from visualalbum.remote.orders import Locate, Open, Order, SetVolume, ShowFolder, Verb
from visualalbum.store.paths import pictures_folder
from visualalbum.ui.ports import Controls
from visualalbum.ui.presenters import amplitude, slider_place
from visualalbum.ui.screenshots import Screenshots, picture_name
from visualalbum.ui.sleep_timer import Sleep, SleepTimer
from visualalbum.ui.tongue import tr

RUNNING = (State.STARTING, State.ROLLING)


class Around(QObject):
    """Ties a session's window and engine to the desktop."""

    def __init__(self, session: Session, jobs: JobQueue, bus: SessionBus, awake: Awake) -> None:
        super().__init__()
        self._session = session
        self._window = session.window
        self._controls: Controls = session.engine
        self._bus = bus
        self._awake = awake
        self._screenshots = Screenshots(jobs, pictures_folder())
        self._sleep = SleepTimer(time.monotonic_ns)
        self._snapshot = Snapshot()
        session.bridge.ticked.connect(self._on_tick)
        session.bridge.changed.connect(self._on_changed)
        self._window.asked.connect(self._on_asked)
        self._window.sleep.chosen.connect(self._on_sleep_chosen)

    def begin(self) -> None:
        """Be steered by the desktop, and keep its screen awake."""
        self._bus.begin()
        self._awake.begin()

    def close(self) -> None:
        """Let go of the desktop; bounded in time."""
        self._awake.close()
        self._bus.close()

    @Slot(object)
    def _on_tick(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        for order in self._bus.orders():
            self._obey(order)
        for sentence in self._screenshots.told():
            self._window.area.tell(sentence)
        self._window.actions_by_id["reveal"].setEnabled(self._session.manifest is not None)
        self._fall_asleep(snapshot)

    @Slot(object)
    def _on_changed(self, snapshot: Snapshot) -> None:
        volume = 0.0 if snapshot.muted else round(slider_place(snapshot.volume), 3)
        self._bus.show(self._controls.timeline, snapshot, volume)
        self._awake.want(snapshot.state in RUNNING)
        self._window.actions_by_id["screenshot"].setEnabled(bool(snapshot.stage.layers))

    def _fall_asleep(self, snapshot: Snapshot) -> None:
        drowsiness = self._sleep.tick(self._controls.timeline, snapshot)
        if drowsiness.park:
            self._controls.park()
            if drowsiness.wake_us is not None:
                self._controls.locate(drowsiness.wake_us)
        # After it was parked: the full volume is for the next time.
        self._controls.set_fade(drowsiness.fade)
        self._window.sleep.show_sleep(self._sleep.sleep, drowsiness.left_us)

    @Slot(str)
    def _on_asked(self, command: str) -> None:
        match command:
            case "sleep":
                self._on_sleep_chosen(self._sleep.sleep.next)
            case "screenshot":
                picture = self._window.stage.picture()
                if picture is not None:
                    self._screenshots.save(picture, picture_name(self._controls.timeline, self._snapshot))
            case "reveal":
                manifest = self._session.manifest
                if manifest is not None:
                    self._bus.show_file(manifest)

    @Slot(object)
    def _on_sleep_chosen(self, sleep: Sleep) -> None:
        self._sleep.choose(sleep)
        self._window.area.tell(tr("Sleep timer: {choice}", choice=f"{sleep.text[0].lower()}{sleep.text[1:]}"))

    def _obey(self, order: Order) -> None:
        playing, controls, window = self._window.playing, self._controls, self._window
        match order:
            case Verb.PLAY:
                controls.roll()
            case Verb.PAUSE:
                controls.park()
            case Verb.TOGGLE:
                playing.toggle()
            case Verb.STOP:
                playing.stop()
            case Verb.NEXT:
                playing.next_track()
            case Verb.PREVIOUS:
                playing.previous_track()
            case Verb.RAISE:
                window.come_forward()
            case Verb.QUIT:
                window.close()
            case Locate(position_us):
                playing.locate(position_us)
            case SetVolume(volume):
                playing.set_volume(amplitude(volume))
            case Open(manifest):
                window.album_chosen.emit(manifest)
            case ShowFolder(folder):
                if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                    window.area.tell(tr("No file manager opens {folder}", folder=folder))
