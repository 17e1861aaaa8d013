"""The real program with a hand in it that scrolls: `python -m measuring.scrolling MANIFEST REPORT [--through]`.

Steps are due 60 times a second, as from a screen's refresh; each is a wheel's notch, a key or the bar dragged on. What
is measured is how long after a step was due the window had painted it, so that whatever else the program does meanwhile
counts, and what the window's thread worked since the step before. The album plays all the while; while nothing is
scrolled the same is measured, for what the machine makes of it. With `--through` the gallery is looked through instead,
screen by screen, until every picture of it has been there, for the memory that it takes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from measuring.load import own_memory_mb
from visualalbum.app import desktop
from visualalbum.app.options import PlayOptions
from visualalbum.app.play import play
from visualalbum.app.session import Session
from visualalbum.engine.snapshot import State
from visualalbum.timeline.cues import Fit

FRAME_NS = 1_000_000_000 // 60
NOTCH = QPoint(0, -120)
REST_STEPS, WHEEL_STEPS, KEY_STEPS, BAR_STEPS, JUMPS = 60, 150, 120, 150, 8
LIMIT_S = 60.0


class Scrolled(Session):
    """A session that is scrolled through once its album plays, writes what it took, and ends."""

    report = Path()
    through = False

    def start(self) -> None:
        super().start()
        self._script = self._run()
        self._beat = QTimer(self)
        self._beat.setObjectName("beat")
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setSingleShot(True)
        self._beat.timeout.connect(self._on_beat)
        self._due_ns = time.monotonic_ns()
        self._beat.start(0)

    def _on_beat(self) -> None:
        if next(self._script, "over") is None:
            self._due_ns = max(self._due_ns + FRAME_NS, time.monotonic_ns())
            self._beat.start(max(0, self._due_ns - time.monotonic_ns()) // 1_000_000)
        else:
            self.window.close()

    def _run(self) -> Iterator[None]:
        """Go through everything that scrolls; None after each step."""
        yield from self._until(lambda: self.engine.tick().state is State.ROLLING)
        found: dict[str, Any] = {}
        yield from self._look_through(found) if self.through else self._scroll(found)
        self.report.write_text(json.dumps(found))

    def _scroll(self, found: dict[str, Any]) -> Iterator[None]:
        album = self.window.album
        self.engine.locate(self.engine.timeline.tracks[1].start_us)
        yield from self._until(lambda: self.window.reading.has_words and self.window.reading.has_essay)
        for name, page in (
            ("songs", album.songs),
            ("words", album.words),
            ("essay", album.essay),
            ("gallery", album.gallery),
        ):
            yield from self._page(found, name, page)
        found["filled_ms"] = []
        for jump in range(JUMPS):
            yield from self._jump(found["filled_ms"], (jump * 5 % JUMPS + 0.5) / JUMPS)

    def _look_through(self, found: dict[str, Any]) -> Iterator[None]:
        self.window.actions_by_id["gallery"].trigger()
        bar = self.window.album.gallery.verticalScrollBar()
        yield from self._until(self._filled)
        found["memory_mb"] = [own_memory_mb()]
        while bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            yield from self._until(self._filled)
            found["memory_mb"].append(own_memory_mb())

    def _page(self, found: dict[str, Any], name: str, page: QAbstractScrollArea) -> Iterator[None]:
        self.window.actions_by_id[name].trigger()
        page.setFocus()
        yield from (None for _ in range(30))
        bar = page.verticalScrollBar()
        for how, steps, hand in (
            ("nothing", REST_STEPS, lambda _: None),
            ("wheel", WHEEL_STEPS, lambda _: _turn_wheel(page)),
            ("keys", KEY_STEPS, lambda _: _press(page, Qt.Key.Key_Down)),
            ("bar", BAR_STEPS, lambda step: bar.setSliderPosition(round(bar.maximum() * step / BAR_STEPS))),
        ):
            bar.setValue(0)
            self._worked_ns = time.thread_time_ns()
            painted_ms: list[float] = []
            worked_ms: list[float] = []
            for step in range(steps):
                hand(step)
                # Qt would do so within 5 ms by itself, and is not asked twice.
                QApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))
                painted_ms.append((time.monotonic_ns() - self._due_ns) / 1e6)
                worked_ns = time.thread_time_ns()
                worked_ms.append((worked_ns - self._worked_ns) / 1e6)
                self._worked_ns = worked_ns
                yield
            found[f"{name} by {how}"] = {"painted_ms": painted_ms, "worked_ms": worked_ms[1:]}

    def _jump(self, filled_ms: list[float], part: float) -> Iterator[None]:
        """Go somewhere in the gallery, and see how long it takes till every picture in view is there."""
        bar = self.window.album.gallery.verticalScrollBar()
        start = time.monotonic()
        bar.setValue(round(bar.maximum() * part))
        yield from self._until(self._filled)
        filled_ms.append((time.monotonic() - start) * 1000)

    def _filled(self) -> bool:
        """Whether every picture that is in view in the gallery is there."""
        gallery, thumbnails = self.window.album.gallery, self._readers.thumbnails
        shown = (gallery.plates.plates[row] for row in gallery.in_view)
        return all(thumbnails.image(plate.path, Fit.COVER) is not None for plate in shown)

    def _until(self, true: Callable[[], object]) -> Iterator[None]:
        start = time.monotonic()
        yield
        while not true():
            if time.monotonic() - start > LIMIT_S:
                raise RuntimeError("the program did not come so far that it could be scrolled")
            yield


def _turn_wheel(page: QAbstractScrollArea) -> None:
    at = QPointF(page.viewport().rect().center())
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        page.viewport().mapToGlobal(at),
        QPoint(),
        NOTCH,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


def _press(page: QAbstractScrollArea, key: Qt.Key) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def main() -> int:
    """Play an album with the hand in it; returns the program's exit status."""
    Scrolled.report = Path(sys.argv[2])
    Scrolled.through = "--through" in sys.argv
    desktop.Session = Scrolled
    return play(PlayOptions(manifest=Path(sys.argv[1]), geometry="1280x800+0+0"))


if __name__ == "__main__":
    sys.exit(main())
