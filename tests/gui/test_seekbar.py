"""The seek bar goes where it is clicked or dragged, and tells what is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import move_pointer
from visualalbum.ui.presenters import Mark, MarkKind
from visualalbum.ui.seekbar import SeekBar

LEFT = Qt.MouseButton.LeftButton
MARKS = (
    Mark(MarkKind.SEGMENT, 0.0, 0.5, "backstage"),
    Mark(MarkKind.STILL, 0.4, 0.6, "Rehearsal"),
    Mark(MarkKind.SEGMENT, 0.5, 1.0, ""),
)


@pytest.fixture
def bar(qtbot: QtBot) -> SeekBar:
    bar = SeekBar()
    qtbot.addWidget(bar)
    bar.resize(417, 28)
    bar.set_track(100_000_000, MARKS)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def at(bar: SeekBar, part: float) -> QPoint:
    groove = bar.groove()
    return QPoint(round(groove.left() + part * groove.width()), bar.height() // 2)


def test_a_click_locates_there(bar: SeekBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.located) as located:
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.25))
    assert located.args[0] == pytest.approx(25_000_000, abs=200_000)


def test_a_drag_locates_once_where_it_ends(bar: SeekBar, qtbot: QtBot) -> None:
    places: list[int] = []
    bar.located.connect(places.append)
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.1))
    for part in (0.3, 0.6, 0.8):
        move_pointer(bar, at(bar, part), LEFT)
    assert places == []
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 0.8))
    assert places == [pytest.approx(80_000_000, abs=200_000)]


def test_the_song_does_not_pull_the_knob_out_of_a_hand(bar: SeekBar, qtbot: QtBot) -> None:
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.5))
    bar.follow(10_000)
    assert bar.sliderPosition() == pytest.approx(50_000, abs=200)
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 0.5))
    bar.follow(10_000)
    assert bar.sliderPosition() == 10_000


def test_the_songs_own_way_locates_nothing(bar: SeekBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.located):
        for place in range(0, 100_000, 1000):
            bar.follow(place)


@pytest.mark.parametrize("x", [-500, 5000])
def test_a_drag_beyond_the_ends_stays_on_the_track(bar: SeekBar, qtbot: QtBot, x: int) -> None:
    bar.follow(50_000)
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.5))
    move_pointer(bar, QPoint(x, 10), LEFT)
    assert bar.sliderPosition() in (0, 100_000)
    qtbot.mouseRelease(bar, LEFT, pos=QPoint(x, 10))


@pytest.mark.parametrize(
    ("part", "text"),
    [(0.2, "0:20 · backstage"), (0.45, "0:45 · backstage · Rehearsal"), (0.75, "1:15"), (1.0, "1:40")],
)
def test_the_tip_tells_time_segment_and_still(bar: SeekBar, part: float, text: str) -> None:
    assert bar.text_at(at(bar, part).x() + 0.9) == text


def test_the_tip_comes_with_the_pointer_and_goes_with_it(bar: SeekBar) -> None:
    move_pointer(bar, at(bar, 0.4))
    assert bar._tip.isVisible()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert not bar._tip.isVisible()


def test_a_track_without_a_length_can_be_clicked_without_harm(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_track(0, ())
    assert not bar.isEnabled()
    bar.setEnabled(True)
    with qtbot.assertNotEmitted(bar.located):
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.5))
    assert not bar._tip.isVisible()


def test_the_wheel_does_not_move_the_song(bar: SeekBar, qtbot: QtBot) -> None:
    bar.follow(50_000)
    none, zero = Qt.KeyboardModifier.NoModifier, QPoint()
    wheel = QWheelEvent(
        QPointF(at(bar, 0.5)), QPointF(), zero, QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase(0), False
    )
    with qtbot.assertNotEmitted(bar.located):
        QApplication.sendEvent(bar, wheel)
    assert bar.sliderPosition() == 50_000


def test_pages_are_ten_seconds_for_who_has_no_mouse(bar: SeekBar, qtbot: QtBot) -> None:
    bar.follow(50_000)
    with qtbot.waitSignal(bar.located) as located:
        qtbot.keyClick(bar, Qt.Key.Key_PageUp)
    assert located.args == [60_000_000]


def test_thousands_of_marks_are_painted(bar: SeekBar) -> None:
    bar.set_track(7_200_000_000, tuple(Mark(MarkKind.SEGMENT, n / 5000, (n + 1) / 5000, "") for n in range(5000)))
    assert not bar.grab().isNull()
