"""The bridge ticks, tells each part of the window what concerns it, and brings bells into the GUI thread."""

from __future__ import annotations

import itertools
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.fakes import FakeEngine, long_album
from visualalbum.engine.snapshot import Snapshot, StagePicture, State
from visualalbum.ui import bridge as bridge_module
from visualalbum.ui.bridge import CALM_TICKS, QUICK_MS, REST_MS, ROLLING_MS, TICK_MS, Bridge, PictureBell


class Listener(QObject):
    """Writes down what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[QThread] = []

    @Slot(object)
    @Slot(str)
    def on_told(self, value: object) -> None:
        self.heard.append(value)
        self.threads.append(QThread.currentThread())


class Script:
    """A tick that answers one snapshot after the other, the last one for ever."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self.snapshots = list(snapshots)

    def __call__(self) -> Snapshot:
        return self.snapshots.pop(0) if len(self.snapshots) > 1 else self.snapshots[0]


def told(engine: FakeEngine, script: Script, signal: str, ticks: int) -> list[object]:
    bridge = Bridge(engine, script)
    listener = Listener()
    getattr(bridge, signal).connect(listener.on_told)
    for _ in range(ticks):
        bridge.run_tick()
    return listener.heard


def test_the_stage_hears_of_its_changes_in_the_same_tick_and_of_nothing_else(engine: FakeEngine) -> None:
    first, moved = Snapshot(), Snapshot(position_us=10_000, volume=0.5)
    changed = replace(moved, stage=StagePicture(cue="a"))
    assert told(engine, Script(first, moved, changed, changed), "stage_changed", 4) == [first, changed]


def test_it_ticks_slowly_while_nothing_changes_and_at_once_after_a_command(engine: FakeEngine, qtbot: QtBot) -> None:
    calls: list[Snapshot] = []
    still, moved = Snapshot(), Snapshot(position_us=1)
    shown = still

    def tick() -> Snapshot:
        calls.append(shown)
        return shown

    bridge = Bridge(engine, tick)
    bridge.start()
    timer = bridge.findChild(QTimer, "tick")
    assert timer is not None
    qtbot.waitUntil(lambda: timer.interval() == REST_MS)
    assert len(calls) > CALM_TICKS
    before = len(calls)
    bridge.wake()
    assert (len(calls), timer.interval()) == (before, 0), "whoever gives the command is let finish"
    qtbot.waitUntil(lambda: len(calls) > before)
    assert timer.interval() == TICK_MS
    qtbot.waitUntil(lambda: timer.interval() == REST_MS)
    shown = moved
    qtbot.waitUntil(lambda: timer.interval() == TICK_MS)
    bridge.stop()
    bridge.wake()
    assert not timer.isActive()


def test_a_start_that_waits_is_no_rest(engine: FakeEngine, qtbot: QtBot) -> None:
    calls: list[int] = []

    def tick() -> Snapshot:
        calls.append(timer.interval())
        return Snapshot(state=State.STARTING)

    bridge = Bridge(engine, tick)
    timer = bridge.findChild(QTimer, "tick")
    assert timer is not None
    bridge.start()
    qtbot.waitUntil(lambda: len(calls) > CALM_TICKS + 5)
    bridge.stop()
    assert set(calls) == {TICK_MS}


def test_a_song_that_may_be_heard_at_any_moment_is_looked_for_often_and_one_that_rolls_is_not(
    engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Snapshot(state=State.STARTING, sounding=True)
    bridge = Bridge(engine, lambda: shown)
    timer = bridge.findChild(QTimer, "tick")
    assert timer is not None
    bridge.start()
    qtbot.waitUntil(lambda: timer.interval() == QUICK_MS)
    bridge.wake()
    shown = Snapshot(state=State.ROLLING, sounding=True)
    qtbot.waitUntil(lambda: timer.interval() == TICK_MS)
    positions = itertools.count()
    monkeypatch.setattr(bridge, "_tick", lambda: replace(shown, position_us=next(positions)))
    qtbot.waitUntil(lambda: timer.interval() == ROLLING_MS)
    bridge.stop()


@pytest.mark.parametrize(("state", "more"), [(State.ROLLING, 3), (State.PARKED, 0)])
def test_a_picture_brings_the_tick_of_a_rolling_song_forward(
    engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, state: State, more: int
) -> None:
    clock = Clock()
    clock.pass_s(1)
    monkeypatch.setattr(bridge_module.time, "monotonic_ns", clock)
    ticks: list[int] = []

    def tick() -> Snapshot:
        ticks.append(1)
        return Snapshot(state=state, position_us=len(ticks))

    bridge = Bridge(engine, tick)
    bridge.start()
    bridge.run_tick()
    before = len(ticks)
    for passed_ms in (5, 11, 42, 5, 42):  # the first and the fourth come too soon after a tick
        clock.pass_s(passed_ms / 1000)
        bridge.on_painted()
    assert len(ticks) == before + more
    bridge.stop()
    clock.pass_s(1)
    bridge.on_painted()
    assert len(ticks) == before + more


def test_a_command_does_not_wait_for_the_next_tick(engine: FakeEngine, qtbot: QtBot) -> None:
    bridge = Bridge(engine, lambda: Snapshot(state=State.PARKED))
    timer = bridge.findChild(QTimer, "tick")
    assert timer is not None
    bridge.start()
    bridge.wake()
    assert timer.interval() == 0
    qtbot.waitUntil(lambda: timer.interval() == TICK_MS)
    bridge.stop()


def test_slow_widgets_hear_of_changes_at_most_thirty_times_a_second(
    engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    clock.pass_s(1)
    monkeypatch.setattr(bridge_module.time, "monotonic_ns", clock)
    bridge = Bridge(engine, Script(*(Snapshot(position_us=n) for n in range(1, 200))))
    listener = Listener()
    bridge.changed.connect(listener.on_told)
    for _ in range(100):
        bridge.run_tick()
        clock.pass_s(0.01)
    assert 20 <= len(listener.heard) <= 30


def test_slow_widgets_hear_nothing_while_nothing_changes(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge_module, "SLOW_NS", 0)
    assert told(engine, Script(Snapshot()), "changed", 5) == [Snapshot()]


def test_another_timeline_is_told_once(engine: FakeEngine) -> None:
    bridge = Bridge(engine, engine.tick)
    listener = Listener()
    bridge.timeline_changed.connect(listener.on_told)
    bridge.run_tick()
    engine.timeline = long_album()
    bridge.run_tick()
    bridge.run_tick()
    assert listener.heard == [engine.timeline]


def test_started_it_ticks_by_itself_until_it_is_stopped(engine: FakeEngine, qtbot: QtBot) -> None:
    ticks: list[int] = []

    def tick() -> Snapshot:
        ticks.append(1)
        return Snapshot()

    bridge = Bridge(engine, tick)
    bridge.start()
    assert len(ticks) == 1
    qtbot.waitUntil(lambda: len(ticks) > 5)
    bridge.stop()
    assert not any(timer.isActive() for timer in bridge.findChildren(QObject) if hasattr(timer, "isActive"))


def test_a_bell_rung_in_another_thread_is_heard_in_the_gui_thread(qtbot: QtBot) -> None:
    bell, listener = PictureBell(), Listener()
    bell.heard.connect(listener.on_told)
    thread = threading.Thread(target=bell.ring, args=("a",))
    thread.start()
    thread.join()
    assert listener.heard == []
    qtbot.waitUntil(lambda: listener.heard == ["a"])
    assert listener.threads == [QThread.currentThread()]


def test_a_late_gui_hears_each_deck_once(qtbot: QtBot) -> None:
    bell, listener = PictureBell(), Listener()
    bell.heard.connect(listener.on_told)
    for _ in range(50):
        bell.ring("a")
        bell.ring("b")
    bell.ring("c")
    qtbot.waitUntil(lambda: "c" in listener.heard)
    assert listener.heard == ["a", "b", "c"]


def test_a_picture_that_comes_while_the_last_is_painted_rings_again(qtbot: QtBot) -> None:
    bell, listener = PictureBell(), Listener()

    def on_heard(deck: str) -> None:
        if len(listener.heard) == 1:
            bell.ring(deck)

    bell.heard.connect(listener.on_told)
    bell.heard.connect(on_heard)
    bell.ring("a")
    qtbot.waitUntil(lambda: listener.heard == ["a", "a"])
