"""Widgets are tested on Qt's offscreen platform, dressed as in the program; a warning of Qt fails a test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.fakes import FakeEngine, FakePictures, InlineJobs, album
from tests.gui.show import Show, shows
from tests.support.speaking import tongue  # noqa: F401 - a fixture
from visualalbum.ui import glimpse, note, plate, seekbar, stage_area
from visualalbum.ui.bridge import Bridge
from visualalbum.ui.keys_dialog import KeysDialog
from visualalbum.ui.readers import Readers
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.window import Window


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    Theme(qapp).wear(Appearance("dark"))
    return qapp


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_swept_here() -> Iterator[None]:
    """As in the program (`app.sweeper`): in another thread it would end widgets, and the process some time later."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _swept(_garbage_is_swept_here: None) -> Iterator[None]:
    yield
    gc.collect(1)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say by itself."""
    texts: list[str] = []
    modules = (glimpse, note, plate, seekbar, stage_area)
    for module in modules:
        monkeypatch.setattr(module, "announce", lambda _, text: texts.append(text))
    return texts


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """What the application is dressed by; it wears the dark theme again afterwards."""
    theme = Theme(qapp)
    yield theme
    theme.wear(Appearance("dark"))


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
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Callable[..., Show]]:
    """Makes sessions, which remember nothing from before."""
    with shows(qtbot, monkeypatch) as make:
        yield make


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


def show_widget(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Show a widget by itself in a size."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)


def open_keys(window: Window, qtbot: QtBot) -> KeysDialog:
    """Have the dialog in which keys are changed."""
    window.actions_by_id["change_keys"].trigger()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    qtbot.waitExposed(dialog)
    return dialog
