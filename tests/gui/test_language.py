"""The language of the window: the system's or one that was chosen, at once and in the next run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from visualalbum.app.chosen_language import ChosenLanguage
from visualalbum.store import settings
from visualalbum.store.settings import Settings
from visualalbum.ui.tongue import Tongue, keep_said, system_language, tr
from visualalbum.ui.window import Window


@pytest.fixture(autouse=True)
def home(home: Path, tongue: Tongue) -> Iterator[Path]:
    yield home
    tongue.speak("en")


def choose(window: Window, name: str) -> None:
    next(action for action in window.language.actions() if action.text() == name).trigger()


def checked(window: Window) -> list[str]:
    return [action.text() for action in window.language.actions() if action.isChecked()]


def test_what_is_chosen_is_spoken_at_once_and_remembered(window: Window, tongue: Tongue, qtbot: QtBot) -> None:
    ChosenLanguage(settings.load().language, tongue, window, window)
    choose(window, "日本語")
    qtbot.waitUntil(lambda: window.transport.mute.toolTip() == "ミュート (M)")
    assert (settings.load(), checked(window)) == (Settings(language="ja"), ["日本語"])
    choose(window, "English")
    qtbot.waitUntil(lambda: window.transport.mute.toolTip() == "Mute (M)")
    assert settings.load().language == "en"


def test_the_choice_of_the_last_run_is_checked(window: Window, tongue: Tongue) -> None:
    settings.save(Settings(language="ja"))
    ChosenLanguage(settings.load().language, tongue, window, window)
    assert checked(window) == ["日本語"]


def test_a_choice_leaves_the_other_settings_alone(window: Window, tongue: Tongue) -> None:
    ChosenLanguage(settings.load().language, tongue, window, window)
    settings.save(Settings(scheme="light"))
    choose(window, "日本語")
    assert settings.load() == Settings(scheme="light", language="ja")


def test_a_choice_that_cannot_be_kept_is_told_and_holds(
    window: Window, tongue: Tongue, home: Path, qtbot: QtBot
) -> None:
    home.write_text("no folder")
    ChosenLanguage(settings.load().language, tongue, window, window)
    choose(window, "日本語")
    assert "今回の起動中のみ有効です" in window.area.words.text
    qtbot.waitUntil(lambda: window.transport.mute.toolTip() == "ミュート (M)")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["ja-Jpan-JP", "ja-JP", "ja"], "ja"),
        (["fr-FR", "fr", "ja", "en"], "ja"),
        (["en-GB", "ja"], "en"),
        (["fr"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_speaks_the_first_of_its_languages_that_is_known(
    monkeypatch: pytest.MonkeyPatch, tongue: Tongue, wanted: list[str], spoken: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: wanted)
    assert system_language() == spoken
    tongue.speak("system")
    assert tr("Muted") == {"en": "Muted", "ja": "ミュート中"}[spoken]


def test_english_counts_as_people_do() -> None:
    assert [tr("%n error(s)", "", count) for count in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]


def test_what_is_gone_says_nothing_any_more(qtbot: QtBot, tongue: Tongue) -> None:
    said: list[str] = []
    parent = QLabel()
    qtbot.addWidget(parent)
    child = QLabel(parent)
    keep_said(child, lambda: said.append(tr("Muted")))
    with qtbot.waitSignal(child.destroyed):
        child.deleteLater()
    keep_said(parent, lambda: said.append(tr("Off")))
    tongue.speak("ja")
    qtbot.waitUntil(lambda: said[-1] == "オフ")
    assert said == ["Muted", "Off", "オフ"]


def test_one_that_takes_others_away_while_it_speaks_harms_nobody(qtbot: QtBot, tongue: Tongue) -> None:
    parent = QLabel()
    qtbot.addWidget(parent)
    others: list[QObject] = []

    def speak() -> None:
        while others:
            others.pop().setParent(None)
        others.extend(QLabel(parent) for _ in range(100))
        parent.setText(tr("Muted"))

    keep_said(parent, speak)
    tongue.speak("ja")
    qtbot.waitUntil(lambda: parent.text() == "ミュート中")
