"""What takes long to paint waits until a film's picture has been painted, and never for long."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.conftest import show_widget
from visualalbum.ui import lull as lull_module
from visualalbum.ui.leaves import Leaves
from visualalbum.ui.lull import LONGEST_MS, Lull


@pytest.fixture
def done() -> list[str]:
    return []


def test_where_no_film_rolls_it_is_done_at_once(qtbot: QtBot, done: list[str]) -> None:
    Lull().then(lambda: done.append("a"))
    assert done == ["a"]


def test_while_a_film_rolls_it_is_done_after_the_next_picture_in_order_and_once(
    qtbot: QtBot, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(lull_module.time, "monotonic", lambda: clock() / 1e9)
    lull = Lull()
    lull.begin()
    clock.pass_s(0.03)
    lull.then(lambda: done.append("a"))
    lull.then(lambda: done.append("b"))
    assert done == []
    clock.pass_s(0.012)
    lull.begin()
    assert done == ["a", "b"]
    lull.begin()
    assert done == ["a", "b"]


def test_a_film_that_stops_holds_nothing_up(qtbot: QtBot, done: list[str]) -> None:
    lull = Lull()
    lull.begin()
    asked_s = time.monotonic()
    lull.then(lambda: done.append("a"))
    assert done == []
    qtbot.waitUntil(lambda: done == ["a"])
    assert time.monotonic() - asked_s >= LONGEST_MS / 1000 - 0.005


def test_what_is_asked_for_meanwhile_waits_for_the_next_one(qtbot: QtBot, done: list[str]) -> None:
    lull = Lull()
    lull.begin()
    lull.then(lambda: lull.then(lambda: done.append("later")))
    lull.begin()
    assert done == []
    lull.begin()
    assert done == ["later"]


def test_a_leaf_whose_name_is_clicked_opens_in_a_lull(qtbot: QtBot) -> None:
    lull = Lull()
    leaves, songs, words = Leaves(lull), QLabel("songs"), QLabel("words")
    leaves.add("Songs", songs)
    leaves.add("Words", words)
    leaves.set_filled(words, filled=True)
    show_widget(qtbot, leaves, 400, 300)
    lull.begin()
    leaves.bar.setCurrentIndex(1)
    assert songs.isVisible()
    lull.begin()
    assert words.isVisible()
    lull.begin()
    leaves.turn_to(songs)
    assert songs.isVisible(), "whoever asks by a command has waited already"
    lull.begin()
    assert songs.isVisible()
