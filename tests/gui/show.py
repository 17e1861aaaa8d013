"""A session on fakes, and albums for it to play."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.sound import FakeSound
from tests.gui.fakes import InlineJobs
from tests.support import small_media
from visualalbum.app import film, session
from visualalbum.app.options import PlayOptions
from visualalbum.app.session import Session
from visualalbum.engine.ports import USUAL, Device, Fault
from visualalbum.engine.snapshot import State
from visualalbum.film.instance import LibVLCMissing
from visualalbum.sound.events import Chosen
from visualalbum.timeline.cues import SoundPlan

RATE = 8000


class Sound(FakeSound):
    """A sound that knows what it was last given, and may have found no device before any album was read.

    It has the `devices` that a test gives it; a choice is carried out, but for one whose name is in `broken`.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(time.monotonic_ns, latency_ns=0)
        self.plan = SoundPlan()
        self.devices: tuple[Device, ...] = ()
        self.device = USUAL
        self.broken: set[str] = set()
        self.looks = 0
        self._choices: list[Chosen] = []
        for fault in faults:
            self.fail(fault)

    def load(self, plan: SoundPlan) -> None:
        self.plan = plan
        super().load(plan)

    def revise(self, plan: SoundPlan) -> None:
        self.plan = plan
        super().revise(plan)

    @property
    def plays_on(self) -> str:
        return self.device.name

    def choose(self, device: Device) -> None:
        if device.name in self.broken:
            self._choices.append(Chosen(self.device, f"{device.title} cannot be opened"))
        else:
            self.device = device
            self._choices.append(Chosen(device))

    def look(self) -> None:
        self.looks += 1

    def choices(self) -> list[Chosen]:
        told, self._choices = self._choices, []
        return told


class Signals:
    number = 0


class Application:
    """Where the event loop would be left: for the tests it goes on."""

    left_with: list[int]

    @classmethod
    def exit(cls, status: int) -> None:
        cls.left_with.append(status)


class Show:
    """A session on fakes: no process, no libVLC, files read when `jobs.run()` says so."""

    def __init__(self, options: PlayOptions, resources: ExitStack, jobs: InlineJobs, sound: Sound) -> None:
        self.trace: list[str] = []
        self.signals = Signals()
        self.jobs, self.sound = jobs, sound
        self.session = Session(
            options,
            resources,
            jobs,  # type: ignore[arg-type]
            sound,  # type: ignore[arg-type]
            self.signals,  # type: ignore[arg-type]
            self.trace.append,
        )
        self.window, self.engine = self.session.window, self.session.engine

    def read(self) -> None:
        """Have a worker read the album's manifest, and the window hear of it."""
        self.jobs.run()
        self.session.bridge.run_tick()

    def until(self, qtbot: QtBot, condition: Callable[[], object]) -> None:
        """Wait, while workers do what they are given."""

        def met() -> bool:
            self.jobs.run()
            return bool(condition())

        qtbot.waitUntil(met, timeout=8000)

    def rolls(self, qtbot: QtBot) -> None:
        """Wait until it rolls."""
        self.until(qtbot, lambda: self.state() is State.ROLLING)

    def titles(self) -> list[str]:
        model = self.window.album.songs.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def state(self) -> State:
        return self.engine.tick().state

    def problems_are_shown(self) -> bool:
        return self.window.problems.isVisible()

    def traced(self, event: str) -> list[dict[str, object]]:
        return [found for line in self.trace if (found := json.loads(line))["event"] == event]


@contextmanager
def shows(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Show]]:
    """Makes sessions; each is closed at the end."""
    with ExitStack() as resources:

        def make(manifest: Path | None = None, faults: tuple[Fault, ...] = (), **options: str) -> Show:
            def no_libvlc(*_: object) -> None:
                raise LibVLCMissing("libVLC is not installed, so no film can be shown; install libvlc5")

            jobs, sound = InlineJobs(), Sound(faults)
            monkeypatch.setattr(film, "Pool", no_libvlc)
            monkeypatch.setattr(session, "QApplication", Application)
            monkeypatch.setattr(Application, "left_with", [], raising=False)
            made = Show(PlayOptions(manifest=manifest, **options), resources, jobs, sound)  # type: ignore[arg-type]
            qtbot.addWidget(made.window)
            return made

        yield make


def album(folder: Path, title: str, *songs: str) -> Path:
    """An album of songs of half a second each."""
    folder.mkdir(exist_ok=True)
    for song in songs:
        small_media.make_sound(folder / f"{song}.wav", "pcm_s16le", RATE, RATE // 2)
    path = folder / f"{title}.visualalbum.yaml"
    rows = [f"  - {{id: {song}, audio: {song}.wav}}" for song in songs]
    path.write_text("\n".join(["visualalbum: 1", f"title: {title}", "tracks:", *rows, ""]))
    return path


def broken(folder: Path) -> Path:
    path = folder / "broken.visualalbum.yaml"
    path.write_bytes(b"visualalbum: 1\ntitle: a\0b\n")
    return path
