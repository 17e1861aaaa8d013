"""Garbage is collected in the window's thread, when a threshold is reached, and as a whole when no picture is due."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeEngine
from visualalbum.app import starting, sweeper
from visualalbum.app.options import PlayOptions
from visualalbum.app.sweeper import Sweeper
from visualalbum.engine.snapshot import PlannedStage, Snapshot, StagePicture, State
from visualalbum.ui.bridge import Bridge

PLAYING = Snapshot(state=State.ROLLING)
ABOUT_TO_CUT = Snapshot(state=State.ROLLING, planned=PlannedStage(1, StagePicture()))
PARKED = Snapshot(state=State.PARKED)


@pytest.fixture
def swept(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., list[int]]]:
    """The generations that a tick collects, by the counts that it finds."""
    sweeps: list[int] = []
    counts = [(0, 0, 0)]
    collector = SimpleNamespace(get_count=lambda: counts[0], get_threshold=lambda: (700, 10, 10), collect=sweeps.append)
    monkeypatch.setattr(sweeper, "gc", collector)
    snapshots = [Snapshot()]
    bridge = Bridge(engine, lambda: snapshots[0])
    kept = Sweeper(bridge)

    def tick(snapshot: Snapshot, *count: int) -> list[int]:
        snapshots[0], counts[0] = snapshot, (count[0], count[1], count[2])
        sweeps.clear()
        bridge.run_tick()
        return [*sweeps]

    yield tick
    kept.deleteLater()


@pytest.mark.parametrize("snapshot", [PLAYING, ABOUT_TO_CUT, PARKED])
@pytest.mark.parametrize(("count", "generations"), [((699, 9, 9), []), ((700, 9, 9), [0]), ((700, 10, 9), [1])])
def test_a_threshold_that_is_reached_is_answered_with_the_next_tick(
    swept: Callable[..., list[int]], snapshot: Snapshot, count: tuple[int, int, int], generations: list[int]
) -> None:
    assert swept(snapshot, *count) == generations


@pytest.mark.parametrize(("snapshot", "generation"), [(PLAYING, 2), (PARKED, 2), (ABOUT_TO_CUT, 1)])
def test_a_whole_sweep_waits_for_a_picture_that_is_due(
    swept: Callable[..., list[int]], snapshot: Snapshot, generation: int
) -> None:
    assert swept(snapshot, 700, 10, 10) == [generation]


def test_a_widget_that_is_garbage_ends_in_its_own_thread(engine: FakeEngine, qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []

    class Lost(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self

        def __del__(self) -> None:
            ended.append(threading.current_thread())

    bridge = Bridge(engine, lambda: PARKED)
    kept = Sweeper(bridge)
    gc.collect()
    Lost()
    made = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    made.start()
    made.join()
    assert ended == []
    rubbish = [[] for _ in range(2000)]
    bridge.run_tick()
    assert ended == [threading.main_thread()]
    del rubbish
    kept.deleteLater()


def test_a_program_with_a_window_collects_by_itself_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "SoundProcess", lambda *_: SimpleNamespace(choose=lambda _: None, close=lambda: None))
    gc.enable()
    enabled: list[bool] = []
    assert starting.run(PlayOptions(manifest=None), lambda _: enabled.append(gc.isenabled()) or 0) == 0
    assert enabled == [False]
