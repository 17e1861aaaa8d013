"""The problems: listed with place and remedy, a way to the editor, beside an album that plays on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import show_widget
from visualalbum.problems import Place, Problem, Severity
from visualalbum.ui.presenters import Playability
from visualalbum.ui.problem_list import ROW_ROLE
from visualalbum.ui.problems import ProblemsPanel
from visualalbum.ui.window import Window

Key = Qt.Key
WRONG = Problem(Place("album.yaml", 41, 9), Severity.ERROR, "out-before-in", "the out-point is early", "swap them")
DOUBTFUL = Problem(
    Place("album.yaml", 3, 1), Severity.WARNING, "language", "the language 'jp' is not known", "it is ja"
)


class Desk:
    """Where places are opened; `answer` is what goes wrong."""

    def __init__(self) -> None:
        self.opened: list[Place] = []
        self.answer = ""

    def __call__(self, place: Place) -> str:
        self.opened.append(place)
        return self.answer


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> ProblemsPanel:
    panel = ProblemsPanel(desk)
    panel.show_problems([DOUBTFUL, WRONG], Playability.REST)
    show_widget(qtbot, panel, 344, 600)
    return panel


def test_each_is_listed_with_place_sentence_and_remedy_errors_first(panel: ProblemsPanel) -> None:
    rows = [panel.list.problems.index(row).data(ROW_ROLE) for row in range(2)]
    assert [(row.place, row.sentence, row.remedy) for row in rows] == [
        ("album.yaml:41:9", "The out-point is early.", "Swap them."),
        ("album.yaml:3:1", "The language 'jp' is not known.", "It is ja."),
    ]
    assert panel.headline.text() == "1 error and 1 warning"


def test_a_click_opens_the_editor_at_the_line(panel: ProblemsPanel, desk: Desk, qtbot: QtBot) -> None:
    place = panel.list.visualRect(panel.list.problems.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.opened == [DOUBTFUL.place]


def test_the_keyboard_chooses_opens_and_copies(panel: ProblemsPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.list.setFocus()
    for key in (Key.Key_Home, Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(panel.list, key)
    assert desk.opened == [DOUBTFUL.place]
    qtbot.keyClick(panel.list, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(DOUBTFUL)


def test_the_buttons_open_and_copy_what_is_chosen_or_all(panel: ProblemsPanel, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.edit_button, Qt.MouseButton.LeftButton)
    assert desk.opened == [WRONG.place]
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(WRONG)
    qtbot.mouseClick(panel.copy_all_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{DOUBTFUL}\n{WRONG}"


def test_an_editor_that_cannot_be_started_is_told_until_the_next_click(
    panel: ProblemsPanel, desk: Desk, qtbot: QtBot
) -> None:
    desk.answer = "code could not be started"
    qtbot.mouseClick(panel.edit_button, Qt.MouseButton.LeftButton)
    assert panel.told.text() == "code could not be started"
    desk.answer = ""
    qtbot.mouseClick(panel.edit_button, Qt.MouseButton.LeftButton)
    assert not panel.told.isVisible()


def test_what_is_chosen_stays_chosen_while_others_come_and_go(panel: ProblemsPanel) -> None:
    panel.list.setCurrentIndex(panel.list.problems.index(1))
    more = Problem(Place("album.yaml", 1), Severity.ERROR, "other", "another one")
    panel.show_problems([more, WRONG, DOUBTFUL], Playability.REST)
    assert panel.list.current == DOUBTFUL


def test_a_thousand_problems_are_cut_and_counted(panel: ProblemsPanel) -> None:
    many = [Problem(Place("a", line), Severity.ERROR, "many", "it is wrong") for line in range(1, 1001)]
    panel.show_problems(many, Playability.REST)
    assert len(panel.list.problems.rows) == 200
    assert "And 800 more." in panel.remark.text()


def test_problems_of_an_album_that_plays_are_beside_the_stage_when_asked_for(window: Window, qtbot: QtBot) -> None:
    window.show_problems([WRONG])
    assert window.album.problems.text() == "1 error"
    assert not window.album.problem_panel.isVisible()
    qtbot.mouseClick(window.album.problems, Qt.MouseButton.LeftButton)
    assert window.album.problem_panel.isVisible()
    assert window.area.isVisible(), "the film goes on"
    qtbot.mouseClick(window.album.problem_panel.close_button, Qt.MouseButton.LeftButton)
    assert not window.album.problem_panel.isVisible()


def test_mended_problems_go_away_and_the_leaf_is_there_again(window: Window) -> None:
    window.show_problems([WRONG])
    window.actions_by_id["problems"].trigger()
    window.show_problems([])
    assert not window.album.problem_panel.isVisible()
    assert window.album.leaves.isVisible()
    assert not window.album.problems.isVisible()


def test_another_leaf_takes_the_problems_place(window: Window, qtbot: QtBot) -> None:
    window.show_problems([WRONG])
    window.actions_by_id["problems"].trigger()
    qtbot.keyClick(window, Key.Key_1)
    assert window.album.songs.isVisible()


def test_what_spoils_the_album_opens_the_panel_by_itself_and_closes_it_mended(window: Window) -> None:
    window.show_problems([WRONG], spoilt=True)
    assert window.album.problem_panel.isVisible()
    assert Playability.BEFORE in window.album.problem_panel.remark.text()
    assert window.area.words.text == Playability.BEFORE
    window.show_problems([DOUBTFUL])
    assert not window.album.problem_panel.isVisible()
    assert window.album.problems.text() == "1 warning"


def test_from_full_screen_the_problems_lead_back_to_the_window(window: Window, qtbot: QtBot) -> None:
    window.show_problems([WRONG])
    window.fullscreen.enter()
    window.actions_by_id["problems"].trigger()
    assert not window.fullscreen.on
    assert window.album.problem_panel.isVisible()


def test_where_nothing_plays_the_problems_have_the_stages_place_and_cannot_be_closed(
    panel: ProblemsPanel, tmp_path: Path
) -> None:
    panel.show_problems([WRONG], Playability.NOTHING)
    assert not panel.close_button.isVisible()
    assert Playability.NOTHING in panel.remark.text()
