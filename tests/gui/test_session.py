"""The session: albums opened one after another, broken ones among them, and a window closed at any time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.show import RATE, Application, Show, album, broken
from tests.support import small_media
from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import State
from visualalbum.store import habits, keys
from visualalbum.store.habits import Habits, Left
from visualalbum.ui.over_stage import Wanted

HOUR_S = 3600


def test_names_are_there_before_any_file_is_read_and_the_song_plays_once_they_are(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one", "two"))
    it.session.start()
    it.read()
    assert len(it.titles()) == 2
    assert it.window.album.progress.text() == "Reading the album: 0 of 2 files"
    assert it.state() is State.EMPTY
    it.rolls(qtbot)
    assert not it.window.album.progress.isVisible()


def test_an_album_of_two_hours_shows_its_songs_within_a_second_and_fills_in(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    names = [f"song-{number:03}" for number in range(200)]
    song = small_media.make_sound(tmp_path / "song.wav", "pcm_u8", 1000, 1000 * 36, layout="mono")
    for name in names:
        (tmp_path / f"{name}.wav").symlink_to(song)
    manifest = tmp_path / "long.visualalbum.yaml"
    rows = [f"  - {{id: {name}, audio: {name}.wav}}" for name in names]
    manifest.write_text("\n".join(["visualalbum: 1", "tracks:", *rows, ""]))
    it = show(manifest)
    before_s = time.monotonic()
    it.session.start()
    qtbot.waitExposed(it.window)
    it.read()
    assert time.monotonic() - before_s < 1
    assert len(it.titles()) == 200
    assert len(it.jobs.waiting) == 200, "no file was read so far"
    for job in it.jobs.waiting[:150]:
        job.run()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: it.window.album.progress.text() == "Reading the album: 150 of 200 files")
    it.rolls(qtbot)
    assert it.engine.timeline.end_us == 2 * HOUR_S * 1_000_000


def test_another_album_takes_the_place_of_the_one_that_plays(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"), start="0.1", until="0.4")
    it.session.start()
    it.rolls(qtbot)
    it.window.album_chosen.emit(album(tmp_path, "Second", "two", "three"))
    assert it.sound.plan.songs, "the first one plays until the other is read"
    it.read()
    assert it.sound.plan.songs == (), "then it is silent"
    assert (it.state(), len(it.titles()), it.window.album.title.text()) == (State.EMPTY, 2, "Second")
    it.session.bridge.run_tick()
    assert len(it.titles()) == 2, "the names stay while the files are read"
    it.rolls(qtbot)
    assert it.traced("locate")[-1]["position_us"] == 0, "--start was for the first album"
    qtbot.waitUntil(lambda: it.engine.tick().position_us > 450_000)
    assert it.traced("until") == [], "and so was --until"


def test_another_album_may_be_opened_while_one_is_being_read(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one", "two", "three"))
    it.session.start()
    it.read()
    it.session.open(album(tmp_path, "Second", "four"))
    assert [job.done for job in it.jobs.waiting] == [True, True, True, False], "the first one's files are not wanted"
    it.rolls(qtbot)
    assert it.engine.timeline.title == "Second"
    assert len(it.titles()) == 1


def test_a_broken_album_opened_while_one_plays_shows_its_problems(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    it.rolls(qtbot)
    it.session.open(broken(tmp_path))
    it.read()
    assert it.problems_are_shown()
    assert (it.state(), it.sound.plan.songs) == (State.EMPTY, ())
    it.window.playing.toggle()
    it.session.open(album(tmp_path, "Second", "two"))
    it.rolls(qtbot)
    assert not it.problems_are_shown()


@pytest.mark.parametrize("what", ["broken", "gone", "folder"])
def test_an_album_that_cannot_be_read_shows_its_problems_and_stays(
    what: str, show: Callable[..., Show], tmp_path: Path
) -> None:
    manifest = broken(tmp_path) if what == "broken" else tmp_path / "gone" if what == "gone" else tmp_path
    it = show(manifest, start="5", track="any")
    it.session.start()
    it.read()
    assert it.problems_are_shown()
    assert it.window.isVisible()
    assert it.state() is State.EMPTY


def test_what_the_machine_lacks_is_noted_even_where_it_was_told_before_the_album_was_read(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    no_device = Fault("sound-output", "portaudio", "portaudio does not play: there is no sound device")
    it = show(album(tmp_path, "First", "one"), faults=(no_device,))
    it.session.start()
    it.rolls(qtbot)
    qtbot.waitUntil(lambda: len(it.window.area.note.lines) == 2)
    assert "there is no sound device" in it.window.area.note.lines[0]
    assert "install libvlc5" in it.window.area.note.lines[1]
    assert [fault["subject"] for fault in it.traced("fault")] == ["libVLC", "portaudio"]


def test_a_still_that_is_broken_is_noted_traced_and_told_with_its_place_once(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = album(tmp_path, "First", "one")
    (tmp_path / "cover.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    manifest.write_text("cover: cover.png\n" + manifest.read_text())
    it = show(manifest)
    it.session.start()

    def noted() -> bool:
        it.jobs.run()
        return any("cover.png" in line for line in it.window.area.note.lines)

    qtbot.waitUntil(noted)
    assert [fault["kind"] for fault in it.traced("fault")] == ["no-libvlc", "still-unreadable"]
    (told,) = [line for line in capsys.readouterr().err.splitlines() if "still" in line]
    assert told.startswith(f"{manifest}:1:8: error: still-unreadable: The still cover.png cannot be read (")
    assert told.endswith("; name a PNG or JPEG file")


def test_an_album_goes_on_where_it_was_left_unless_a_place_is_given(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    small_media.make_sound(tmp_path / "long.wav", "pcm_s16le", RATE, RATE * 60)
    manifest = tmp_path / "long.visualalbum.yaml"
    manifest.write_text("visualalbum: 1\ntitle: Long\ntracks: [{id: long, audio: long.wav}]\n")
    left = Left(manifest=manifest, title="Long", track="long", position_us=30_000_000)
    habits.save(Habits(volume=0.5, window=(900, 500), albums=(left,)))

    def starts_at(**options: str) -> int:
        it = show(manifest, **options)
        it.session.start()
        it.rolls(qtbot)
        (located,) = it.traced("locate")
        it.window.close()
        return int(str(located["position_us"]))

    assert starts_at() == 30_000_000
    assert starts_at(start="0") == 0
    assert habits.load().albums[0].position_us < 10_000_000, "what was left last counts"


def test_volume_size_and_albums_of_late_are_there_again(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    one, gone = album(tmp_path, "First", "one"), tmp_path / "gone.yaml"
    albums = (Left(manifest=one, title="First & last"), Left(manifest=gone, title="Gone"))
    nudges = {one.with_name("one.lrc"): 30}
    habits.save(Habits(volume=0.5, muted=True, window=(700, 500), albums=albums, words_later_ms=nudges))
    it = show()
    it.session.start()
    snapshot = it.engine.tick()
    assert (snapshot.volume, snapshot.muted) == (0.5, True)
    assert (it.window.width(), it.window.height()) == (700, 500)
    it.read()
    offers = [button for button in it.window.empty.findChildren(QPushButton) if button.toolTip()]
    assert [button.toolTip() for button in offers] == [str(one)], "an album that is gone is not offered"
    qtbot.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    it.rolls(qtbot)
    it.engine.set_volume(0.25)
    it.window.close()
    assert habits.load().volume == 0.25
    assert habits.load().albums[0].manifest == one
    assert habits.load().words_later_ms == nudges


def test_what_is_wanted_over_the_picture_is_there_again_and_a_first_run_is_bare(show: Callable[..., Show]) -> None:
    first = show()
    first.session.start()
    assert (first.window.over_stage.wanted, first.window.over_stage.language) == (Wanted.NONE, None)
    first.window.over_stage.take(Wanted.TRANSLATED, "ja")
    first.window.over_stage.chosen.emit()
    first.window.close()
    again = show()
    again.session.start()
    assert (again.window.over_stage.wanted, again.window.over_stage.language) == (Wanted.TRANSLATED, "ja")
    again.window.close()
    habits.save(habits.load().model_copy(update={"picture_words": "shadow play"}))
    other = show()
    other.session.start()
    assert (other.window.over_stage.wanted, other.window.over_stage.language) == (Wanted.NONE, "ja")


def test_chosen_keys_are_there_again_and_what_means_nothing_is_told(
    show: Callable[..., Show], capfd: pytest.CaptureFixture[str]
) -> None:
    keys.save({"toggle": ("P",), "dance": ("D",)})
    it = show()
    assert it.window.keymap.keys("toggle") == ("P",)
    assert f"{keys.keys_file()}: there is no command 'dance': it is left aside" in capfd.readouterr().err
    it.window.keymap.give("mute", "Q")
    assert keys.load() == {"toggle": ("P",), "mute": ("Q",)}
    keys.keys_file().unlink()
    keys.keys_file().mkdir()
    it.window.keymap.reset()
    assert it.window.area.words.text.startswith("The keys hold for this run only: ")


@pytest.mark.parametrize("moment", ["before the loop", "opening", "rolling"])
def test_a_signal_closes_the_window_at_any_time(
    moment: str, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    if moment == "before the loop":
        it.signals.number = 15
    it.session.start()
    if moment == "rolling":
        it.rolls(qtbot)
    it.signals.number = 15
    qtbot.waitUntil(lambda: not it.window.isVisible())
    assert Application.left_with == [128 + 15]


def test_the_window_may_be_closed_while_an_album_is_being_read(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    with qtbot.waitSignal(it.window.closing):
        it.window.close()
    it.jobs.run()
    assert Application.left_with == [0]


def test_a_place_that_is_not_there_closes_the_window_with_2(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    it = show(album(tmp_path, "First", "one"), track="nine")
    it.session.start()
    it.until(qtbot, lambda: not it.window.isVisible())
    assert Application.left_with == [2]
    assert "there is no track 'nine'; the tracks are: one" in capsys.readouterr().err


def test_a_folder_is_opened_by_the_manifest_in_it_and_of_several_the_one_is_told(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    album(tmp_path / "Show", "Second", "one")
    album(tmp_path / "Show", "First", "one", "two")
    it = show(tmp_path / "Show")
    it.session.start()
    it.read()
    assert it.window.album.title.text() == "First"
    assert it.window.area.words.text == "Show holds 2 manifests; First.visualalbum.yaml is opened"


def test_a_folder_without_a_manifest_says_what_to_do_and_is_opened_once_there_is_one(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Show"
    folder.mkdir()
    it = show(folder)
    it.session.start()
    it.read()
    (row,) = it.window.problems.list.problems.rows
    assert (row.sentence, row.remedy.split(",")[0]) == (
        "There is no manifest in this folder.",
        "Put the album's NAME.visualalbum.yaml into it",
    )
    album(folder, "First", "one")

    def rolls() -> bool:
        it.jobs.run()
        return it.state() is State.ROLLING

    qtbot.waitUntil(rolls)
    assert it.window.album.title.text() == "First"
