"""Bundles in the window: unpacked while what plays plays on, known by their own path, followed when replaced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.show import RATE, Show, album
from tests.support import small_media
from tests.support.bundles import change, pack_folder
from visualalbum.engine.snapshot import State
from visualalbum.store import habits
from visualalbum.store.habits import Habits, Left
from visualalbum.ui import album_reading
from visualalbum.ui.awaited import Waiting


def bundle(folder: Path, title: str = "Packed", seconds: int = 60) -> Path:
    """A bundle of one song with words."""
    inside = folder / title
    inside.mkdir(exist_ok=True)
    small_media.make_sound(inside / "song.wav", "pcm_s16le", RATE, RATE * seconds)
    (inside / "song.lrc").write_text("[00:00.00]first\n")
    text = f"visualalbum: 1\ntitle: {title}\ntracks: [{{id: song, audio: song.wav, lyrics: song.lrc}}]\n"
    (inside / "a.visualalbum.yaml").write_text(text)
    return pack_folder(folder / f"{title}.zip", inside, "Album/")


def until(it: Show, qtbot: QtBot, condition: Callable[[], object]) -> None:
    """Wait, while workers do what they are given."""

    def met() -> bool:
        it.jobs.run()
        return bool(condition())

    qtbot.waitUntil(met, timeout=8000)


def rolls(it: Show, title: str) -> bool:
    return it.state() is State.ROLLING and it.window.album.title.text() == title


def followed(show: Callable[..., Show], qtbot: QtBot, made: Path) -> Show:
    """A bundle that rolls, with all it is made of watched."""
    it = show(made)
    it.session.start()
    until(it, qtbot, lambda: rolls(it, "Packed"))
    until(it, qtbot, lambda: it.session._live._stamps and not it.jobs.waiting)
    return it


def test_a_bundle_is_shown_while_it_is_unpacked_then_plays(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(bundle(tmp_path))
    it.session.start()
    it.read()
    page = it.window.awaited.page
    (waiting,) = page.findChildren(Waiting)
    assert page.isVisible()
    assert waiting.label.text() == "Unpacking Packed.zip: 0 %"
    it.jobs.waiting[-1].progress = 0.42  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: waiting.label.text() == "Unpacking Packed.zip: 42 %")
    assert (waiting.bar.value(), waiting.bar.accessibleName()) == (420, waiting.label.text())
    until(it, qtbot, lambda: rolls(it, "Packed"))
    assert not page.isVisible()


def test_it_is_known_by_its_own_path_and_opened_at_once_the_second_time(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    made = bundle(tmp_path)
    habits.save(Habits(albums=(Left(manifest=made, title="Packed", track="song", position_us=30_000_000),)))
    first = show(made)
    first.session.start()
    until(first, qtbot, lambda: rolls(first, "Packed"))
    assert first.traced("locate")[0]["position_us"] == 30_000_000
    assert first.session.manifest == made
    first.window.close()
    assert [left.manifest for left in habits.load().albums] == [made]
    second = show()
    second.session.start()
    second.read()
    (offer,) = [button for button in second.window.empty.findChildren(QPushButton) if button.toolTip()]
    assert offer.toolTip() == str(made)
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    second.read()
    assert second.window.album.title.text() == "Packed", "nothing was unpacked"


def test_a_bundle_that_was_moved_is_not_offered(show: Callable[..., Show], tmp_path: Path) -> None:
    made = bundle(tmp_path)
    habits.save(Habits(albums=(Left(manifest=made, title="Packed"),)))
    made.rename(tmp_path / "elsewhere.zip")
    it = show()
    it.session.start()
    assert [button for button in it.window.empty.findChildren(QPushButton) if button.toolTip()] == []


@pytest.mark.parametrize("how", ["click", "Esc"])
def test_what_plays_plays_on_beside_it_and_when_it_is_given_up(
    how: str, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(bundle(tmp_path, "First"))
    it.session.start()
    until(it, qtbot, lambda: rolls(it, "First"))
    it.window.album_chosen.emit(bundle(tmp_path, "Second"))
    it.read()
    strip = it.window.awaited.strip
    assert strip.isVisible()
    assert strip.label.text() == "Unpacking Second.zip: 0 %"
    assert rolls(it, "First")
    (job,) = [job for job in it.jobs.waiting if job._work[0] is album_reading.read_edition]
    if how == "click":
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(it.window, Qt.Key.Key_Escape)
    assert job.done
    assert not strip.isVisible()
    it.jobs.waiting.remove(job)
    it.jobs.run()
    assert rolls(it, "First")


def test_given_up_where_nothing_plays_the_window_is_empty_again(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(bundle(tmp_path))
    it.session.start()
    it.read()
    (waiting,) = it.window.awaited.page.findChildren(Waiting)
    qtbot.mouseClick(waiting.button, Qt.MouseButton.LeftButton)
    assert it.window.empty.isVisible()


def test_another_album_that_is_opened_meanwhile_is_the_one_that_plays(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(bundle(tmp_path))
    it.session.start()
    it.read()
    (job,) = it.jobs.waiting
    it.session.open(album(tmp_path, "Other", "one"))
    assert job.done
    assert not it.window.awaited.told
    until(it, qtbot, lambda: rolls(it, "Other"))


def test_a_bundle_that_is_refused_says_why_and_is_opened_once_it_is_mended(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = bundle(tmp_path)
    whole = made.read_bytes()
    made.write_bytes(whole[: len(whole) // 2])
    it = show(made)
    it.session.start()
    until(it, qtbot, it.problems_are_shown)
    (row,) = it.window.problems.list.problems.rows
    assert row.place == "Packed.zip:1:1"
    assert row.sentence.startswith("The list of what is in this bundle")
    assert row.remedy == "Copy or download it again."
    assert it.window.problems.remark.text() == "Nothing of it can be played as it is.", "no editor opens a zip"
    assert f"{made}:1:1: error: damaged-bundle: " in capsys.readouterr().err
    made.write_bytes(whole)
    until(it, qtbot, lambda: rolls(it, "Packed"))


def test_a_damaged_file_is_told_at_its_place_in_the_bundle_and_the_rest_plays(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = change(bundle(tmp_path), b"[00:00.00]first", b"[00:00.00]fisrt")
    it = show(made)
    it.session.start()
    until(it, qtbot, lambda: rolls(it, "Packed"))
    assert f"{made}/Album/song.lrc:1:1: error: damaged: " in capsys.readouterr().err
    assert [row.place for row in it.window.album.problem_panel.list.problems.rows] == ["song.lrc:1:1"]


def test_problems_of_what_is_in_it_are_told_by_the_bundles_path(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    inside = tmp_path / "Packed"
    bundle(tmp_path)
    (inside / "song.lrc").write_text("[00:00.00]first\n[00:xx.00]second\n")
    (inside / "a.visualalbum.yaml").write_text((inside / "a.visualalbum.yaml").read_text() + "cover: ../secret.png\n")
    made = pack_folder(tmp_path / "Packed.zip", inside)
    it = show(made)
    it.session.start()

    def places() -> set[str]:
        return {row.problem.place.file for row in it.window.album.problem_panel.list.problems.rows}

    until(it, qtbot, lambda: places() == {f"{made}/a.visualalbum.yaml", f"{made}/song.lrc"})
    panel = it.window.album.problem_panel
    panel.list.chosen.emit(panel.list.problems.rows[0].problem)
    assert panel.told.text() == (
        "Packed.zip is a bundle: unpack it with an archive program, and mend what is in it there."
    )


def test_a_nudge_of_its_words_is_kept_by_its_own_path(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bundle(tmp_path)
    monkeypatch.chdir(tmp_path)
    it = show(Path(made.name))
    it.session.start()
    until(it, qtbot, lambda: it.window.reading.has_words)
    it.window.reading.words_later()
    it.window.close()
    assert habits.load().words_later_ms == {made / "Album" / "song.lrc": 10}
    os.utime(made, (10**9, 10**9))  # another one by its time, and so unpacked at another place
    again = show(made)
    again.session.start()
    until(again, qtbot, lambda: again.window.reading.has_words)
    assert [row.start_us for row in again.window.reading.rows.rows] == [10_000]


def test_one_that_is_put_in_its_place_is_followed_while_the_song_goes_on(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    made = bundle(tmp_path)
    it = followed(show, qtbot, made)
    it.engine.locate(30_000_000)
    other = tmp_path / "other"
    other.mkdir()
    bundle(other).replace(made)
    inside = tmp_path / "Packed"
    (inside / "a.visualalbum.yaml").write_text(
        (inside / "a.visualalbum.yaml").read_text().replace("title: Packed", "title: Replaced")
    )
    pack_folder(tmp_path / "new", inside).replace(made)
    until(it, qtbot, lambda: it.window.album.title.text() == "Replaced")
    until(it, qtbot, lambda: it.state() is State.ROLLING)
    assert it.engine.position_us >= 30_000_000


def test_a_damaged_one_that_is_put_in_its_place_is_told_and_what_played_plays_on(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    made = bundle(tmp_path)
    it = followed(show, qtbot, made)
    whole = made.read_bytes()
    made.write_bytes(whole[:1000])
    until(it, qtbot, it.window.album.problem_panel.isVisible)
    assert rolls(it, "Packed")
    made.write_bytes(whole)
    until(it, qtbot, lambda: not it.window.album.problem_panel.isVisible())
    assert rolls(it, "Packed")


@pytest.mark.parametrize("width", [480, 1280])
def test_it_is_seen_whole_in_small_and_large_windows(
    width: int, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(bundle(tmp_path, "A bundle with a name of several words, which is longer than a narrow window is wide"))
    it.session.start()
    it.read()
    it.window.resize(width, 700)
    (middle,) = it.window.awaited.page.findChildren(Waiting)
    qtbot.waitUntil(lambda: it.window.width() == width)
    assert fits(middle)
    until(it, qtbot, lambda: it.state() is State.ROLLING)
    it.window.album_chosen.emit(bundle(tmp_path, "Another with a name of several words, which is longer than a window"))
    it.read()
    qtbot.waitUntil(lambda: it.window.awaited.strip.isVisible() and fits(it.window.awaited.strip))
    assert it.window.width() == width


def fits(waiting: Waiting) -> bool:
    """Whether all of it is within its own borders, and its text within the label."""
    parts = (waiting.label, waiting.bar, waiting.button)
    whole = all(waiting.rect().contains(part.geometry()) for part in parts)
    return whole and waiting.label.heightForWidth(waiting.label.width()) <= waiting.label.height()
