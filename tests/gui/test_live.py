"""Saves of the open album: the window follows, the song goes on, what spoils it is told and mended."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import save_still
from tests.gui.show import RATE, Show
from tests.support import small_media
from visualalbum.app import live
from visualalbum.engine.snapshot import State
from visualalbum.ui.word_rows import WordRow

SONGS = ("one", "two", "three")
WORDS = "[00:00.00]first\n[00:01.00]second\n"


class House:
    """An album of three songs of 20 s that plays, with words to the first, and hands that save its files."""

    def __init__(self, show: Callable[..., Show], qtbot: QtBot, folder: Path) -> None:
        self.folder, self.qtbot = folder / "album", qtbot
        self.folder.mkdir()
        for name in SONGS:
            small_media.make_sound(self.folder / f"{name}.wav", "pcm_s16le", RATE, RATE * 20)
        (self.folder / "one.lrc").write_text(WORDS)
        self.manifest = self.folder / "a.visualalbum.yaml"
        self.manifest.write_text(text())
        self.show = show(self.manifest)
        self.engine, self.window = self.show.engine, self.show.window
        self.show.session.start()
        self.until(lambda: self.show.state() is State.ROLLING)
        self.until(lambda: self.live._stamps and not self.show.jobs.waiting)
        self.until(lambda: self.words() == ["first", "second"])
        self.rolling = self.show.sound._rolling

    @property
    def live(self) -> live.Live:
        return self.show.session._live

    @property
    def unbroken(self) -> bool:
        """Whether what rolls is what rolled from the start."""
        return self.show.sound._rolling is self.rolling and self.rolling is not None

    def until(self, condition: Callable[[], object]) -> None:
        """Wait, while workers do what they are given."""

        def met() -> bool:
            self.show.jobs.run()
            return bool(condition())

        self.qtbot.waitUntil(met, timeout=8000)

    def save(self, written: str, *, by_rename: bool = False) -> None:
        """Save the manifest, in its place or by putting another there."""
        if by_rename:
            other = self.manifest.with_name("a.visualalbum.yaml~")
            other.write_text(written)
            other.replace(self.manifest)
        else:
            self.manifest.write_text(written)

    def words(self) -> list[str]:
        rows: tuple[WordRow, ...] = self.window.album.words.lines.rows.rows
        return [row.text for row in rows]

    def title(self) -> str:
        return self.window.album.title.text()


@pytest.fixture
def house(show: Callable[..., Show], qtbot: QtBot, tmp_path: Path) -> House:
    return House(show, qtbot, tmp_path)


def text(title: str = "First", songs: tuple[str, ...] = SONGS, more: str = "") -> str:
    rows = [f"  - {{id: {name}, audio: {name}.wav{', lyrics: one.lrc' * (name == 'one')}}}" for name in songs]
    return "\n".join(["visualalbum: 1", f"title: {title}", "tracks:", *rows, more])


@pytest.mark.parametrize("by_rename", [False, True])
def test_a_save_is_followed_and_the_song_goes_on(house: House, by_rename: bool) -> None:
    for title in ("Second", "Third", "Fourth"):  # a watch that is lost by the first would miss the others
        house.save(text(title), by_rename=by_rename)
        house.until(lambda: house.title() == title)  # noqa: B023
    assert house.unbroken


def test_a_save_that_changes_nothing_is_not_even_a_new_timeline(house: House) -> None:
    before = house.engine.timeline
    house.save(text())
    house.until(lambda: house.show.jobs.submitted[-1][:1] == (house.manifest,) and not house.show.jobs.waiting)
    house.save(text("Second"))
    house.until(lambda: house.title() == "Second")
    assert len(house.show.traced("revise")) == 1
    assert house.engine.timeline is not before


def test_a_manifest_that_is_gone_for_a_moment_is_not_missed(house: House) -> None:
    house.manifest.unlink()
    house.until(lambda: house.live._doubted)
    house.save(text("Second"))
    house.until(lambda: house.title() == "Second")
    assert house.unbroken
    assert not house.window.album.problems.isVisible()


def test_a_text_with_nothing_to_play_lets_the_old_album_play_on_until_it_is_mended(house: House) -> None:
    house.save("visualalbum: 1\ntitle: [\n")
    house.until(house.window.album.problem_panel.isVisible)
    assert (house.title(), house.unbroken) == ("First", True)
    assert house.window.album.problem_panel.list.problems.rows[0].place.startswith("a.visualalbum.yaml:")
    house.save(text("Mended"))
    house.until(lambda: house.title() == "Mended")
    house.until(lambda: not house.window.album.problem_panel.isVisible())
    assert house.unbroken


def test_an_error_that_takes_away_the_song_that_is_on_lets_it_play_on(house: House) -> None:
    house.save(text().replace("audio: one.wav", "audio: oen.wav"))
    house.until(house.window.album.problem_panel.isVisible)
    assert house.unbroken
    assert "oen.wav" in house.window.album.problem_panel.list.problems.rows[0].sentence
    house.save(text())
    house.until(lambda: not house.window.album.problem_panel.isVisible())
    assert house.unbroken


def test_an_error_elsewhere_is_told_and_the_rest_is_followed(house: House) -> None:
    house.save(text("Second").replace("audio: three.wav", "audio: there.wav"))
    house.until(lambda: house.title() == "Second")
    house.until(house.window.album.problems.isVisible)
    assert house.unbroken
    assert not house.window.album.problem_panel.isVisible()


def test_words_that_are_saved_are_shown(house: House) -> None:
    (house.folder / "one.lrc").write_text(WORDS.replace("second", "another"))
    house.until(lambda: house.words() == ["first", "another"])
    assert house.unbroken
    assert house.show.traced("revise") == []


def test_another_song_under_the_same_name_is_taken_at_its_place(house: House) -> None:
    house.until(lambda: house.engine.position_us > 500_000)
    other = house.folder / "other.wav"
    small_media.make_sound(other, "pcm_s16le", RATE, RATE * 30)
    os.utime(other, (1_000_000_000, 1_000_000_000))
    other.replace(house.folder / "one.wav")
    house.until(lambda: house.engine.timeline.tracks[0].end_us == 30_000_000)
    house.until(lambda: house.show.state() is State.ROLLING)
    assert house.engine.position_us > 500_000
    assert not house.unbroken


def test_a_track_added_and_one_taken_away_further_on_leave_the_song_alone(house: House) -> None:
    house.save(text(songs=("one", "three")))
    house.until(lambda: len(house.show.titles()) == 2)
    house.save(text(songs=("one", "three", "two")))
    house.until(lambda: len(house.show.titles()) == 3)
    assert house.unbroken


def test_what_is_found_while_files_are_read_is_listed_at_its_place_until_it_is_mended(house: House) -> None:
    (house.folder / "cover.png").write_bytes(b"no picture")
    (house.folder / "one.lrc").write_text(WORDS + "[00:xx.00]third\n")
    house.save("cover: cover.png\n" + text().replace("audio: three.wav", "audio: three.wav, essay: gone.md"))

    def places() -> set[str]:
        return {row.place for row in house.window.album.problem_panel.list.problems.rows}

    house.until(lambda: places() == {"a.visualalbum.yaml:1:8", "one.lrc:3:1", "a.visualalbum.yaml:7:42"})
    save_still(house.folder / "cover.png", "red")
    house.until(lambda: places() == {"one.lrc:3:1", "a.visualalbum.yaml:7:42"})
    (house.folder / "one.lrc").write_text(WORDS)
    (house.folder / "gone.md").write_text("There it is.\n")
    house.until(lambda: places() == set())


def test_what_no_notice_comes_of_is_found_by_looking(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.live._notices.watch.stirred.disconnect()
    house.save(text("Second"))
    house.live._notices.slow.timeout.emit()
    house.until(lambda: house.title() == "Second")


def test_only_folders_and_texts_are_watched_and_never_more_than_a_few(house: House) -> None:
    watched = {path.name for path in house.live._notices.watch.watched}
    assert watched == {"album", "a.visualalbum.yaml", "one.lrc"}
    house.live._notices.watch.follow([house.folder / f"{name}.wav" for name in SONGS] * 100, [house.folder])
    assert len(house.live._notices.watch.watched) == 4


def test_texts_at_places_that_cannot_be_are_told_and_the_rest_is_followed(house: House) -> None:
    house.save(text("Second", more=f"notes: [{{title: a, file: {'x' * 300}.md}}, {{title: b, file: {'y/' * 3000}}}]"))
    house.until(lambda: house.title() == "Second")
    house.until(house.window.album.problems.isVisible)
    house.save(text("Third"))
    house.until(lambda: house.title() == "Third")
    assert house.unbroken


def test_an_album_that_could_not_be_played_is_opened_once_it_is_mended(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    house = House(show, qtbot, tmp_path)
    other = house.folder / "b.visualalbum.yaml"
    other.write_text("visualalbum: [")
    house.show.session.open(other)
    house.until(house.window.problems.isVisible)
    other.write_text(text("Whole"))
    house.until(lambda: house.show.state() is State.ROLLING)
    assert house.title() == "Whole"


def test_the_open_leaf_and_what_is_chosen_stay(house: House) -> None:
    songs = house.window.album.songs
    songs.setCurrentIndex(songs.songs.index(1))
    house.window.actions_by_id["words"].trigger()
    assert house.window.album.words.isVisible()
    house.save(text("Second", (*SONGS, "one")))
    house.until(lambda: house.title() == "Second")
    assert house.window.album.words.isVisible()
    assert songs.currentIndex().row() == 1


@pytest.mark.parametrize("seed", range(4))
def test_a_burst_of_saves_ends_in_the_state_of_the_last_one(house: House, seed: int) -> None:
    hands = random.Random(seed)
    versions = [
        text("One more"),
        text("Fewer", ("one", "two")),
        text("Other words", more="artist: Somebody"),
        "visualalbum: 1\ntitle: [",
        text().replace("audio: one.wav", "audio: oen.wav"),
        "",
    ]
    for _ in range(30):
        match hands.randrange(4):
            case 0:
                house.manifest.unlink(missing_ok=True)
            case 1:
                (house.folder / "one.lrc").write_text(f"[00:00.00]{hands.random()}\n")
            case _:
                house.save(hands.choice(versions), by_rename=hands.random() < 0.5)
        if hands.random() < 0.4:
            house.qtbot.wait(hands.randrange(60))
            house.show.jobs.run()
    (house.folder / "one.lrc").write_text("[00:00.00]last\n")
    house.save(text("The last", ("one", "three")), by_rename=bool(seed % 2))
    house.until(lambda: house.title() == "The last" and house.words() == ["last"])
    house.until(lambda: not house.window.album.problem_panel.isVisible())
    house.qtbot.wait(2 * live.DOUBT_MS)
    house.until(lambda: not house.show.jobs.waiting)
    assert (house.title(), house.words(), len(house.show.titles())) == ("The last", ["last"], 2)
    assert house.unbroken, "the song that was on was in every version that could be played"
