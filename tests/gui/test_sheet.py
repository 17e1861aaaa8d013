"""A sheet over the stage: drawn once for all the pictures of a film below it, and anew when it says something else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from visualalbum.ui.overlay import Figures
from visualalbum.ui.sheet import Sheet


class Counted(Sheet):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawn = 0

    def paint_content(self, painter: QPainter) -> None:
        self.drawn += 1


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    with qtbot.waitExposed(stage):
        stage.show()
    return stage


@pytest.fixture
def sheet(stage: QWidget, qtbot: QtBot) -> Counted:
    sheet = Counted(stage)
    sheet.setGeometry(10, 10, 200, 100)
    sheet.show()
    qtbot.waitUntil(lambda: sheet.drawn > 0)
    sheet.drawn = 0
    return sheet


def test_pictures_below_it_copy_it_and_draw_nothing(stage: QWidget, sheet: Counted) -> None:
    for _ in range(5):
        stage.repaint()
    assert sheet.drawn == 0


def test_it_is_drawn_anew_for_other_content_size_and_colours(stage: QWidget, sheet: Counted) -> None:
    sheet.update()
    stage.repaint()
    assert sheet.drawn == 1
    sheet.resize(220, 100)
    stage.repaint()
    assert sheet.drawn == 2
    colours = sheet.palette()
    colours.setColor(QPalette.ColorRole.Highlight, QColor("red"))
    sheet.setPalette(colours)
    stage.repaint()
    assert sheet.drawn == 3


def test_other_figures_are_seen(stage: QWidget) -> None:
    figures = Figures(stage)
    figures.show_rows((("Drift", "0.1 ms"),))
    figures.setGeometry(10, 10, 200, 100)
    figures.show()
    before = figures.grab().toImage()
    figures.show_rows((("Drift", "44.4 ms"),))
    assert figures.grab().toImage() != before
