"""Opens the window on the fake engine: `python -m tests.gui.look`; `--shots FOLDER` pictures every state instead.

When it is closed it writes what the engine was asked, as JSON, for tests that drive it from outside.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtWidgets import QApplication

from tests.gui.fakes import FakeEngine, FakePictures, album, long_album
from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import SyncFigures
from visualalbum.jobs import JobQueue
from visualalbum.problems import Place, Problem, Severity
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.bridge import Bridge, PictureBell
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.readers import Readers
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.window import Window

PROBLEMS = (
    Problem(Place("album.visualalbum.yaml", 41, 9), Severity.ERROR, "out-before-in",
            "the out-point 0:58 is before the in-point 1:02", "swap them, or give the out-point of another take"),
    Problem(Place("album.visualalbum.yaml", 12, 5), Severity.ERROR, "file-missing",
            "there is no file music/02-rooftop.flac beside the manifest", "copy it there or correct the path"),
    Problem(Place("album.visualalbum.yaml", 3, 1), Severity.WARNING, "unknown-language",
            "the language 'jp' is not known", "Japanese is 'ja'"),
)  # fmt: skip
FAULT = Fault("film-lost", "backstage.mp4", "the film backstage.mp4 is gone; its still is shown, the song goes on")
SYNC = SyncFigures(0.9, -0.2, 2.4, 14, 1, 5, 2211, 3, 0)


def scene(colour: str, number: int, size: tuple[int, int] = (1280, 720)) -> QImage:
    """A stage with a spotlight, so that pictures look like pictures."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    width, height = size
    painter = QPainter(image)
    ground = QLinearGradient(0, 0, 0, height)
    ground.setColorAt(0, QColor(colour).darker(420))
    ground.setColorAt(0.72, QColor(colour).darker(170))
    ground.setColorAt(0.73, QColor(colour).darker(260))
    ground.setColorAt(1, QColor(colour).darker(520))
    painter.fillRect(image.rect(), ground)
    light = QRadialGradient(QPointF(width * (0.3 + number % 40 / 100), height * 0.75), width * 0.35)
    light.setColorAt(0, QColor(255, 236, 200, 170))
    light.setColorAt(1, QColor(255, 236, 200, 0))
    painter.fillRect(image.rect(), light)
    painter.setFont(QFont("DejaVu Sans Mono", max(6, height // 28)))
    painter.setPen(QColor(255, 255, 255, 150))
    painter.drawText(QRectF(0, 0, width - 24, height - 16), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
                     f"{number:05}")  # fmt: skip
    painter.end()
    return image


COLOURS = {"A": "#d08a4a", "B": "#4a7fd0", "C": "#9a5bc7", "D": "#c75b6a", "E": "#4aa38c", "F": "#8c9a4a"}


def pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


class Rehearsal:
    """The window with everything fake behind it."""

    def __init__(self, folder: Path, timeline: Timeline) -> None:
        for name, colour in (("cover", "#7a6a58"), ("rehearsal", "#58707a"), ("shoe", "#b8a890")):
            scene(colour, 1, (1500, 1000)).save(str(folder / f"{name}.png"))
        self.jobs = JobQueue(preload=("visualalbum.ui.still_reading",))
        self.decks = FakePictures()
        self.engine = FakeEngine(timeline, time.monotonic_ns)
        self.window = Window(self.engine, self.decks, Readers.of(self.jobs))
        self.bell = PictureBell()
        self.bell.heard.connect(self.window.stage.on_picture)
        self.bridge = Bridge(self.engine, self.engine.tick)
        self.bridge.stage_changed.connect(self.window.show_stage)
        self.bridge.changed.connect(self.window.show_snapshot)
        self.bridge.timeline_changed.connect(self.window.show_timeline)
        self.window.stage.size_changed.connect(self.draw)
        self.frames = QTimer()
        self.frames.timeout.connect(self.draw)
        self.window.show_timeline(timeline)
        self.draw()
        self.window.closing.connect(self.close)

    def draw(self) -> None:
        number = self.engine.position_us // 40_000
        width, height = self.window.stage.device_size()
        scale = min(width / 16, height / 9)
        for deck, colour in COLOURS.items():
            if any(layer.deck == deck for layer in self.window.stage.shown.layers) or deck not in self.decks.pictures:
                self.decks.deliver(deck, pixels(scene(colour, number, (round(16 * scale), round(9 * scale)))))
                self.bell.ring(deck)

    def start(self) -> None:
        self.bridge.start()
        self.frames.start(40)

    def close(self) -> None:
        self.bridge.stop()
        self.frames.stop()
        self.jobs.close()


def wait(condition: Callable[[], bool], limit_s: float = 5.0) -> None:
    loop, end = QEventLoop(), time.monotonic() + limit_s
    while not condition() and time.monotonic() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle(rehearsal: Rehearsal) -> None:
    """Let a few ticks pass and the stills come in."""
    end = time.monotonic() + 0.35
    wait(lambda: time.monotonic() > end)
    stage = rehearsal.window.stage
    wait(lambda: stage.shown == stage._wanted)
    rehearsal.draw()
    QApplication.processEvents()


def shoot(rehearsal: Rehearsal, folder: Path) -> None:
    """Picture every state of the window into PNG files."""
    window, engine = rehearsal.window, rehearsal.engine
    readers = Readers.of(rehearsal.jobs)
    empty = Window(FakeEngine(Timeline(), time.monotonic_ns), rehearsal.decks, readers)

    def take(name: str) -> None:
        settle(rehearsal)
        window.grab().save(str(folder / f"{name}.png"))

    engine.locate(12_000_000)
    take("normal")
    engine.sync = SYNC
    window.actions_by_id["figures"].trigger()
    take("figures")
    engine.faults = (FAULT,)
    take("fault")
    window.actions_by_id["help"].trigger()
    take("help")
    window.actions_by_id["help"].trigger()
    window.actions_by_id["figures"].trigger()
    engine.faults = ()
    engine.locate(84_000_000)
    take("inset")
    engine.locate(64_000_000)
    take("still")
    window.resize(480, 760)
    take("narrow")
    window.resize(1600, 950)
    engine.timeline = replace(long_album(), cover=engine.timeline.cover)
    window.show_progress(3, 48)
    window.show_problems(PROBLEMS)
    take("large")
    window.actions_by_id["problems"].trigger()
    take("problems")
    empty.resize(1180, 720)
    empty.show()
    empty.grab().save(str(folder / "empty.png"))
    empty.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shots", type=Path, help="picture every state into this folder and end")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument("--geometry", type=parse_geometry)
    args = parser.parse_args()
    application = QApplication(sys.argv[:1])
    Theme(application).wear(Appearance("light" if args.light else "system", more_contrast=args.contrast))
    with TemporaryDirectory() as folder:
        rehearsal = Rehearsal(Path(folder), album(Path(folder)))
        if args.geometry:
            rehearsal.window.place(args.geometry)
        rehearsal.window.show()
        rehearsal.start()
        if args.fullscreen:
            rehearsal.window.fullscreen.enter()
        if args.shots:
            args.shots.mkdir(parents=True, exist_ok=True)
            shoot(rehearsal, args.shots)
            rehearsal.window.close()
            return 0
        rehearsal.engine.roll()
        rehearsal.engine.calls.clear()
        status = application.exec()
        sys.stdout.write(json.dumps(rehearsal.engine.calls))
        return status


if __name__ == "__main__":
    sys.exit(main())
