"""The window in Japanese: nothing of it is left in English, no text is cut off, no letter of a menu is there twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.conftest import open_keys
from tests.gui.fakes import FakeEngine, InlineJobs
from tests.gui.greek import LATIN, broken_album, faults, greek_album, latin, texts
from visualalbum.engine.snapshot import SyncFigures
from visualalbum.model import Album
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import say
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode
from visualalbum.ui.commands import COMMANDS
from visualalbum.ui.opening import Opening
from visualalbum.ui.sleep_timer import Sleep
from visualalbum.ui.tongue import Tongue
from visualalbum.ui.window import Window

Tick = Callable[[], None]

KEYS = {"Ctrl", "Shift", "Space", "Home", "Esc", "Tab", "Enter", "F", "Backspace"}
LETTERS = {"A", "B", "C", "D", "E", "G", "H", "I", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X"}
NAMES = {"visualalbum", "yaml", "portaudio", "Built", "in", "Audio", "ms", "English", "Language", "png", "zip"}
ALLOWED = KEYS | LETTERS | {"Z"} | NAMES

OF_QT = {"Scroll", "Left", "Right"}
"""Names that Qt gives once, to buttons of a row of tabs that are never seen."""

OF_MANIFESTS = {
    *{field.alias or name for name, field in Album.model_fields.items()},
    *{"audio", "bar", "beat", "bpm", "film", "live", "min", "s", "tempo", "true", "FF", "HH", "ID", "MM", "SS", "YAML"},
}
"""What stands in a manifest is the same in every language."""

PROBLEMS = (
    Problem(Place("ήχος", 2, 3), Severity.ERROR, "α", say("{file} is empty", file="βήτα"), say("name a file")),
    Problem(Place("ήχος", 4, 5), Severity.WARNING, "δ", say("{key} has no value", key="έψιλον")),
)


@pytest.fixture(autouse=True)
def _english_again(tongue: Tongue) -> Iterator[None]:
    yield
    tongue.speak("en")


@pytest.fixture
def japanese(tongue: Tongue) -> None:
    tongue.speak("ja")
    QApplication.processEvents()


@pytest.fixture
def engine(clock: Clock, tmp_path: Path, jobs: InlineJobs) -> FakeEngine:
    manifest = greek_album(tmp_path)
    opening = Opening(jobs, manifest, Mode.TOGETHER)  # type: ignore[arg-type]
    while not opening.done:
        jobs.run()
        opening.poll()
    assert opening.edition is not None
    assert opening.edition.problems == ()
    return FakeEngine(opening.edition.timeline, clock)


@pytest.fixture
def filled(window: Window, tick: Tick, engine: FakeEngine, jobs: InlineJobs, qtbot: QtBot) -> Window:
    """The window with everything of the album read."""
    engine.sync = SyncFigures(drift_ms=1.5, median_ms=0.5, p99_ms=2.0)

    def is_read() -> bool:
        jobs.run()
        tick()
        return window.reading.has_words and window.reading.has_essay and "Τρία" in window.album.notes.toPlainText()

    qtbot.waitUntil(is_read)
    return window


def speak(tongue: Tongue, language: str, window: Window, qtbot: QtBot) -> None:
    """Have a window speak another language, to the end."""
    tongue.speak(language)
    muting = {"en": "Mute (M)", "ja": "ミュート (M)"}
    qtbot.waitUntil(lambda: window.transport.mute.toolTip() == muting[language])


def told_by(window: Window, *commands: str) -> list[str]:
    """What commands say for a moment."""
    told = []
    for command in commands:
        window.actions_by_id[command].trigger()
        told.append(window.area.words.text)
    return told


@pytest.mark.usefixtures("japanese")
def test_nothing_is_left_in_english(filled: Window) -> None:
    filled.show_problems(PROBLEMS)
    for sleep in (Sleep.TRACK, Sleep.MINUTES_60):
        filled.sleep.show_sleep(sleep, 60_000_000)
        assert latin(filled, ALLOWED) == set()
    filled.show_progress(1, 2)
    filled.awaited.show_unpacking("ήχος", 0.5)
    filled.plate.show_plate(filled._timeline.booklet.plates, 0)
    filled.show_problems(PROBLEMS, spoilt=True)
    assert latin(filled, ALLOWED) == set()


@pytest.mark.usefixtures("japanese")
def test_nothing_of_problems_is_left_in_english(filled: Window, tmp_path: Path) -> None:
    problems = broken_album(tmp_path)
    assert len({problem.rule for problem in problems}) > 10
    for spoilt in (False, True):
        filled.show_problems(problems, spoilt=spoilt)
        assert latin(filled, ALLOWED | OF_MANIFESTS) == set()
    panel = filled.album.problem_panel
    assert len(panel.list.problems.rows) == len(problems)
    panel.copy_all_button.click()
    rules = {word for problem in problems for word in LATIN.findall(problem.rule)}
    copied = QApplication.clipboard().text().replace(str(tmp_path), "")
    assert set(LATIN.findall(copied)) <= ALLOWED | OF_MANIFESTS | rules


@pytest.mark.usefixtures("japanese")
def test_nothing_of_faults_is_left_in_english(filled: Window, tick: Tick, engine: FakeEngine, tmp_path: Path) -> None:
    engine.faults = faults(tmp_path)
    tick()
    song, device = filled.area.note.lines
    assert song == "λείπειがありません。この部分は無音になります。"
    assert device.startswith("Ηχώがないか、開けません。使えるようになるか、")
    assert latin(filled, ALLOWED) == set()


@pytest.mark.usefixtures("japanese")
def test_nothing_that_is_told_for_a_moment_is_left_in_english(filled: Window) -> None:
    filled.fullscreen.enter()
    commands = ["picture_words"] * 3 + ["captions"] * 2
    commands += ["words_sooner", "words_later", "words_as_written", "copy_line", "louder", "mute", "forward", "back"]
    for told in told_by(filled, *commands):
        assert re.search(r"[ぁ-ヿ一-鿿]", told), told
    assert not set(re.findall("[A-Za-z]+", filled.area.words.text)) - ALLOWED


@pytest.mark.usefixtures("japanese")
def test_nothing_of_the_empty_window_is_left_in_english(window: Window) -> None:
    window.show_timeline(Timeline())
    assert latin(window.empty, ALLOWED) == set()
    assert "アルバムを開く…" in {text for _, text in texts(window.empty)}


@pytest.mark.usefixtures("japanese")
def test_nothing_of_the_keys_is_left_in_english(window: Window, qtbot: QtBot) -> None:
    dialog = open_keys(window, qtbot)
    assert latin(dialog, ALLOWED) == set()
    dialog.edits["quit"].clear()
    assert dialog.told.text() == "「終了」のキーの割り当てを解除しました。"
    assert {line.placeholderText() for line in dialog.findChildren(QLineEdit)} == {"なし"}
    seen = [one for one in dialog.findChildren(QWidget) if _has_text(one)]
    assert [one.text() for one in seen if is_cut_off(one)] == []


def test_another_language_is_spoken_at_once_and_back(
    filled: Window, tick: Tick, engine: FakeEngine, tongue: Tongue, qtbot: QtBot, tmp_path: Path
) -> None:
    engine.faults = faults(tmp_path)
    tick()
    filled.show_problems(PROBLEMS)
    before = sorted(texts(filled))
    tongue.speak("ja")
    qtbot.waitUntil(lambda: latin(filled, ALLOWED | OF_QT) == set())
    tongue.speak("en")
    qtbot.waitUntil(lambda: sorted(texts(filled)) == before)


def letters(texts: list[str]) -> list[str]:
    """The letters that choose in a menu."""
    return [found[1].upper() for text in texts if (found := re.search(r"&([^&])", text))]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_letter_chooses_two_entries_of_a_menu(filled: Window, tongue: Tongue, qtbot: QtBot, language: str) -> None:
    speak(tongue, language, filled, qtbot)
    for menu in (filled.menuBar(), *filled.findChildren(QMenu)):
        twice = [
            letter for letter, count in Counter(letters([one.text() for one in menu.actions()])).items() if count > 1
        ]
        assert twice == [], (menu.objectName(), [one.text() for one in menu.actions()])
    tongue.speak("en")


@pytest.mark.usefixtures("japanese")
def test_a_letter_in_brackets_is_for_menus_alone(window: Window) -> None:
    assert window.actions_by_id["open"].text() == "開く(&O)…"
    names = {window.actions_by_id[command.id].toolTip() for command in COMMANDS}
    assert "開く" in names and not any("(" in name for name in names)
    assert window.transport.mute.toolTip() == "ミュート (M)"
    assert window.transport.previous.accessibleName() == "前の曲 (Ctrl+←)"


def is_cut_off(widget: QWidget) -> bool:
    """Whether there is less room for a text than it wants."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    return widget.sizeHint().width() > widget.width() or widget.sizeHint().height() > widget.height()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [480, 1280])
def test_no_text_of_a_control_is_cut_off(
    filled: Window, tongue: Tongue, qtbot: QtBot, width: int, language: str
) -> None:
    speak(tongue, language, filled, qtbot)
    filled.show_problems(PROBLEMS)
    filled.sleep.show_sleep(Sleep.MINUTES_60, 60 * 60_000_000)
    for page in (filled.album.leaves, filled.album.problem_panel):
        filled.album.pages.setCurrentWidget(page)
        for step in (width + 200, width):  # side by side stage and songs would not become so narrow
            filled.resize(step, 800)
            QApplication.processEvents()
        assert filled.width() == width
        seen = [one for one in filled.findChildren(QWidget) if one.isVisible() and _has_text(one)]
        assert [(type(one).__name__, one.objectName(), one.accessibleName()) for one in seen if is_cut_off(one)] == []
        menus: list[QAction] = filled.menuBar().actions()
        right = max(filled.menuBar().actionGeometry(menu).right() for menu in menus)
        assert right < filled.sleep.sign.geometry().left() and filled.sleep.sign.geometry().right() < width


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize("text", ["ギャラリー", "ギャラリー" * 9])
def test_a_text_that_is_cut_off_is_found(filled: Window, text: str) -> None:
    filled.album.leaves.bar.setTabText(3, text)
    QApplication.processEvents()
    assert is_cut_off(filled.album.leaves.bar) is (text != "ギャラリー")


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, QTabBar) or (isinstance(widget, QAbstractButton | QLabel) and bool(widget.text()))
