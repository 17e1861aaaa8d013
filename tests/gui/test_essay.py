"""The essay on screen: the paragraph of the moment is marked and in sight, and each leads to its moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.gui.conftest import save_still, show_widget
from visualalbum.ui.essay import EDGE_PX, EssayView, Paragraph

S = 1_000_000
LONG = "Every foot you see was drawn to arrive with one of them or to run towards the next. " * 6
PARAGRAPHS = (
    Paragraph("# Before the *bell*", 0),
    *(Paragraph(f"{n}. {LONG}".replace(". ", " ", 1), n * 10 * S) for n in range(1, 7)),
    Paragraph("No moment here."),
)


@pytest.fixture
def essay(qtbot: QtBot) -> EssayView:
    view = EssayView()
    show_widget(qtbot, view, 320, 400)
    view.show_paragraphs(PARAGRAPHS)
    return view


def marked(essay: EssayView) -> list[int]:
    """The rows of the view beside which the bar of the moment stands."""
    image = essay.viewport().grab().toImage()
    accent = essay.palette().highlight().color().rgb()
    return [y for y in range(image.height()) if image.pixel(EDGE_PX + 1, y) == accent]


def test_markdown_is_shown_as_it_is_meant(essay: EssayView) -> None:
    text = essay.toPlainText()
    assert text.startswith("Before the bell\n1 Every foot")
    assert text.endswith("No moment here.")
    assert "*" not in text


def test_a_long_essay_is_put_on_the_page_in_one_go(essay: EssayView) -> None:
    """Laid out after every paragraph one of 1200 took 8.5 s, in one go 0.3 s."""
    changes: list[int] = []
    essay.document().contentsChanged.connect(lambda: changes.append(1))
    essay.show_paragraphs(PARAGRAPHS * 10)
    assert len(changes) <= 3


def test_the_paragraph_of_the_moment_is_marked_and_comes_to_the_middle(essay: EssayView, qtbot: QtBot) -> None:
    essay.show_time(35 * S)

    def in_the_middle() -> bool:
        rows = marked(essay)
        return bool(rows) and abs((rows[0] + rows[-1]) / 2 - essay.viewport().height() / 2) < 6

    qtbot.waitUntil(in_the_middle)


def test_before_the_first_moment_nothing_is_marked(qtbot: QtBot, essay: EssayView) -> None:
    essay.show_paragraphs(PARAGRAPHS[1:])
    essay.show_time(5 * S)
    assert marked(essay) == []


def test_who_reads_elsewhere_is_left_alone(essay: EssayView, qtbot: QtBot) -> None:
    qtbot.keyClick(essay, Qt.Key.Key_PageDown)
    away = essay.verticalScrollBar().value()
    assert away > 0
    essay.show_time(0)
    essay.show_time(60 * S)
    assert essay.verticalScrollBar().value() == away


def test_a_click_on_a_paragraph_goes_to_its_moment_and_a_selection_does_not(essay: EssayView, qtbot: QtBot) -> None:
    found: list[int] = []
    essay.located.connect(found.append)
    place = QPoint(100, 120)
    qtbot.mouseClick(essay.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found == [10 * S]
    place += QPoint(0, 30)  # at the same place the next press would be a double click
    qtbot.mousePress(essay.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(essay.viewport(), place + QPoint(60, 0))
    qtbot.mouseRelease(essay.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(60, 0))
    assert found == [10 * S]


def test_a_moment_out_of_its_order_does_not_send_the_page_back_and_forth(essay: EssayView, qtbot: QtBot) -> None:
    essay.show_paragraphs([Paragraph("one", 10 * S), Paragraph("two", 5 * S), Paragraph("three", 20 * S)])
    essay.show_time(12 * S)
    first = marked(essay)
    essay.show_time(15 * S)
    assert marked(essay) == first
    essay.show_time(20 * S)
    assert marked(essay)[0] > first[-1]


@pytest.mark.parametrize("how", ["{path}", "file://{path}", "{name}"])
def test_pictures_in_a_text_are_not_read(
    essay: EssayView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.chdir(tmp_path)
    red = save_still(tmp_path / "red.png", "red")
    essay.show_paragraphs([Paragraph(f"Before ![red]({how.format(path=red, name=red.name)}) after")])
    image = essay.viewport().grab().toImage()
    colours = {QColor(image.pixel(x, y)).name() for x in range(0, 300, 3) for y in range(0, 100, 3)}
    assert "#ff0000" not in colours
    assert "Before" in essay.toPlainText() and "after" in essay.toPlainText()


def test_an_essay_without_anything_is_an_empty_page(essay: EssayView) -> None:
    essay.show_paragraphs(())
    essay.show_time(10 * S)
    assert essay.toPlainText() == ""
