"""The three ways to play an album: changed while it plays, without a stop, at the moment that is seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.show import RATE, Show
from tests.support import small_media
from visualalbum.engine.snapshot import State
from visualalbum.timeline.mode import Mode

ALBUM = """\
visualalbum: 1
title: Two ways
films: {film: {file: film.mkv}}
tracks:
  - id: one
    audio: one.wav
    segments: [{film: film, in: 5, out: 15, at: 0, sound: -6 dB}]
"""


@pytest.fixture
def it(show: Callable[..., Show], qtbot: QtBot, tmp_path: Path) -> Show:
    folder = tmp_path / "album"
    folder.mkdir()
    small_media.make_sound(folder / "one.wav", "pcm_s16le", RATE, RATE * 30)
    small_media.make_film(folder / "film.mkv", 25 * 30, sound=True)
    (folder / "a.visualalbum.yaml").write_text(ALBUM)
    made = show(folder / "a.visualalbum.yaml")
    made.session.start()
    until(made, qtbot, lambda: made.state() is State.ROLLING and made.engine.position_us > 500_000)
    return made


def until(it: Show, qtbot: QtBot, condition: Callable[[], object]) -> None:
    def met() -> bool:
        it.jobs.run()
        return bool(condition())

    qtbot.waitUntil(met, timeout=8000)


def mode(it: Show) -> Mode:
    """The way that the window shows."""
    return it.window._timeline.mode


def test_the_way_is_changed_by_key_and_by_button_without_a_stop(it: Show, qtbot: QtBot) -> None:
    buttons = it.window.album.ways.buttons
    assert [way for way, button in buttons.items() if button.isChecked()] == [Mode.TOGETHER]
    assert [button.text() for button in buttons.values()] == ["Together", "Songs", "Film"]
    states: set[State] = set()
    for change, way in (
        (lambda: qtbot.keyClick(it.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier), Mode.FILM),
        (lambda: qtbot.mouseClick(buttons[Mode.SONGS], Qt.MouseButton.LeftButton), Mode.SONGS),
        (lambda: qtbot.mouseClick(buttons[Mode.TOGETHER], Qt.MouseButton.LeftButton), Mode.TOGETHER),
    ):
        before_us, began_ns = it.engine.position_us, time.monotonic_ns()
        change()
        until(it, qtbot, lambda: states.add(it.state()) or mode(it) is way)  # type: ignore[func-returns-value] # noqa: B023
        film_us = {Mode.FILM: 5_000_000, Mode.SONGS: -5_000_000}.get(way, 0)
        passed_us = (time.monotonic_ns() - began_ns) // 1000
        assert it.engine.position_us == pytest.approx(before_us + film_us + passed_us, abs=1_000_000)
        assert [one for one, button in buttons.items() if button.isChecked()] == [way]
    assert [button.text() for button in buttons.values()] == ["Together", "Songs", "Film"]
    assert states == {State.ROLLING}
    assert it.sound.crossed == 3
    assert it.sound.loaded == 1


def test_an_album_is_played_again_as_it_was_left(
    it: Show, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it.window.actions_by_id["film_alone"].trigger()
    until(it, qtbot, lambda: mode(it) is Mode.FILM)
    it.engine.locate(15_000_000)
    it.window.close()
    again = show(tmp_path / "album" / "a.visualalbum.yaml")
    again.session.start()
    until(again, qtbot, lambda: again.state() is State.ROLLING)
    assert mode(again) is Mode.FILM
    assert again.engine.position_us == pytest.approx(15_000_000, abs=1_000_000)


def test_a_parked_album_stays_parked_at_the_same_moment(it: Show, qtbot: QtBot) -> None:
    it.engine.park()
    at_us = it.engine.position_us
    it.window.actions_by_id["film_alone"].trigger()
    until(it, qtbot, lambda: mode(it) is Mode.FILM)
    assert (it.state(), it.engine.position_us) == (State.PARKED, at_us + 5_000_000)


def test_an_album_of_songs_alone_offers_nothing(show: Callable[..., Show], qtbot: QtBot, tmp_path: Path) -> None:
    small_media.make_sound(tmp_path / "one.wav", "pcm_s16le", RATE, RATE * 5)
    manifest = tmp_path / "b.visualalbum.yaml"
    manifest.write_text("visualalbum: 1\ntitle: Songs\ntracks: [{audio: one.wav}]\n")
    made = show(manifest)
    made.session.start()
    until(made, qtbot, lambda: made.state() is State.ROLLING)
    assert made.window.album.ways.isHidden()
    assert not made.window.actions_by_id["film_alone"].isEnabled()
