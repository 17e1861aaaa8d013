"""What a file of habits may say that no run has written: the window opens with what can be used of it, and plays."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.show import Show, album
from visualalbum.store import habits
from visualalbum.ui.over_stage import Wanted

HUGE = 10**30


def opened(show: Callable[..., Show], qtbot: QtBot, manifest: Path, **said: object) -> Show:
    """The album with words, opened by a program that reads these habits."""
    manifest.with_name("words.lrc").write_text("[00:00.00]first\n[00:00.20]second\n")
    manifest.write_text(manifest.read_text().replace("one.wav}", "one.wav, lyrics: words.lrc}"))
    habits.habits_file().parent.mkdir(parents=True)
    habits.habits_file().write_text(json.dumps(said))
    it = show(manifest)
    it.session.start()
    it.rolls(qtbot)
    it.jobs.run()
    qtbot.waitUntil(lambda: it.window.reading.has_words)
    return it


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return album(tmp_path / "album", "First", "one", "two")


@pytest.mark.parametrize("size", [[HUGE, 600], [2**31, 600], [0, 0], [-800, -600]])
def test_a_size_that_no_window_can_have(
    size: list[int], show: Callable[..., Show], qtbot: QtBot, manifest: Path
) -> None:
    it = opened(show, qtbot, manifest, window=size)
    assert it.window.isVisible()
    assert it.window.screen().availableSize().width() >= it.window.width() >= 300


@pytest.mark.parametrize("name", ["\0", "", "x" * 300, "/y" * 3000])
def test_an_album_at_a_place_that_cannot_be(name: str, show: Callable[..., Show], qtbot: QtBot, manifest: Path) -> None:
    kept = {"manifest": str(manifest.absolute()), "title": "First", "track": "two", "position_us": HUGE, "mode": "?"}
    it = opened(show, qtbot, manifest, albums=[{"manifest": name, "title": "Nowhere"}, kept])
    assert [action.text().split("  ·  ")[0] for action in it.window._recent.actions()] == ["First"]


@pytest.mark.parametrize("later_ms", [HUGE, -HUGE])
def test_words_that_were_nudged_out_of_the_world(
    later_ms: int, show: Callable[..., Show], qtbot: QtBot, manifest: Path
) -> None:
    it = opened(show, qtbot, manifest, words_later_ms={str(manifest.absolute().with_name("words.lrc")): later_ms})
    it.window.reading.words_as_written()
    assert it.window.reading.nudges == {}


@pytest.mark.parametrize("captions", ["", "\0", "tlh-Latn-x-none", "e" * 100_000])
def test_captions_in_a_language_that_nobody_has(
    captions: str, show: Callable[..., Show], qtbot: QtBot, manifest: Path
) -> None:
    it = opened(show, qtbot, manifest, captions=captions, picture_words="shouted")
    assert (it.window.over_stage.wanted, it.window.over_stage.language) == (Wanted.NONE, captions)
