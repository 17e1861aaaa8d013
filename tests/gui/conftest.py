"""Widgets are tested on Qt's offscreen platform, dressed as in the program; a warning of Qt fails a test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeEngine, FakePictures, album
from visualalbum.jobs import Job
from visualalbum.ui import glimpse, note, plate, seekbar, stage_area
from visualalbum.ui.bridge import Bridge
from visualalbum.ui.readers import Readers
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.tongue import Tongue
from visualalbum.ui.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    Theme(qapp).wear(Appearance("dark"))
    return qapp


@pytest.fixture(scope="session", autouse=True)
def tongue(qapp: QApplication) -> Tongue:
    tongue = Tongue(qapp)
    tongue.speak("en")
    return tongue


class InlineJobs:
    """A queue that does the work when the test says so, in this process."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Job[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.submitted: list[tuple[Any, ...]] = []
        self.answer: Exception | None = None

    def submit(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> _InlineJob:
        job = _InlineJob(function, arguments)
        self.submitted.append(arguments)
        self.waiting.append(job)
        return job

    def run(self) -> None:
        """Do all that was submitted."""
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            job.run()


class _InlineJob:
    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self._work = function, arguments
        self._value: Any = None
        self.done = False

    def run(self) -> None:
        function, arguments = self._work
        try:
            self._value = function(*arguments)
        except Exception as error:
            self._value = error
        self.done = True

    def result(self) -> Any:
        if isinstance(self._value, Exception):
            raise self._value
        return self._value

    def cancel(self) -> None:
        self.done = True

    drop = cancel


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say by itself."""
    texts: list[str] = []
    modules = (glimpse, note, plate, seekbar, stage_area)
    for module in modules:
        monkeypatch.setattr(module, "announce", lambda _, text: texts.append(text))
    return texts


class Clock:
    """Nanoseconds that pass when a test says so."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> int:
        return self.ns

    def pass_s(self, seconds: float) -> None:
        self.ns += round(seconds * 1e9)


@pytest.fixture
def jobs() -> InlineJobs:
    return InlineJobs()


@pytest.fixture
def stills(qapp: QApplication, jobs: InlineJobs) -> Stills:
    return Stills(jobs)  # type: ignore[arg-type]


@pytest.fixture
def readers(stills: Stills, jobs: InlineJobs) -> Readers:
    return replace(Readers.of(jobs), stills=stills)  # type: ignore[arg-type]


@pytest.fixture
def decks() -> FakePictures:
    return FakePictures()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(clock: Clock, tmp_path: Path) -> FakeEngine:
    return FakeEngine(album(tmp_path), clock)


@pytest.fixture
def window(qtbot: QtBot, engine: FakeEngine, decks: FakePictures, readers: Readers) -> Iterator[Window]:
    """The window with the album in it, on screen and active."""
    window = Window(engine, decks, readers)
    qtbot.addWidget(window)
    window.show_timeline(engine.timeline)
    snapshot = engine.tick()
    window.show_stage(snapshot)
    window.show_snapshot(snapshot)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.fullscreen.leave()


@pytest.fixture
def tick(window: Window, engine: FakeEngine) -> Callable[[], None]:
    """Brings the window up to the engine, as the bridge does, without its clock."""

    def tick() -> None:
        bridge = Bridge(engine, engine.tick)
        bridge.ticked.connect(window.show_moment)
        bridge.stage_changed.connect(window.show_stage)
        bridge.changed.connect(window.show_snapshot)
        bridge.run_tick()

    tick()
    return tick


def move_pointer(widget: QWidget, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Tell a widget of a move. Sent and not made: where the pointer was left by another test is of no matter."""
    local, on_screen = QPointF(place), QPointF(widget.mapToGlobal(place))
    none, modifier = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, local, on_screen, none, button, modifier))


def fill_screen(window: Window, size: tuple[int, int]) -> None:
    """Full screen on a screen of another size than the one there is."""
    window.fullscreen.enter()
    QApplication.processEvents()
    window.showNormal()
    QApplication.processEvents()
    window.setGeometry(0, 0, *size)
    QApplication.processEvents()
    assert window.area.size() == QSize(*size)


def colour_at(widget: QWidget, x: float, y: float) -> tuple[int, int, int]:
    """Red, green and blue at a place given in parts of the widget."""
    image = widget.grab().toImage()
    colour = QColor(image.pixel(round(x * (image.width() - 1)), round(y * (image.height() - 1))))
    return colour.red(), colour.green(), colour.blue()


def save_still(path: Path, colour: str, size: tuple[int, int] = (64, 36)) -> Path:
    """A picture file of one colour."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path
