"""Opening never blocks the window: its thread reads no album, and what hangs or dies is told and given up."""

from __future__ import annotations

import builtins
import io
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.show import Show, album, broken
from tests.support.bundles import pack_folder
from visualalbum.app import arrivals
from visualalbum.engine.snapshot import State
from visualalbum.jobs import JobError
from visualalbum.said import as_it_is
from visualalbum.store import habits
from visualalbum.store.habits import Habits, Left
from visualalbum.ui.awaited import Waiting
from visualalbum.ui.edition import read_edition
from visualalbum.ui.watch import Watch


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "STILL_S", 0.05)


def middle(it: Show) -> Waiting:
    (waiting,) = it.window.awaited.page.findChildren(Waiting)
    return waiting


def reading(it: Show) -> Any:
    """The job that reads an album."""
    (job,) = [job for job in it.jobs.waiting if job._work[0] is read_edition and not job.done]
    return job


def fail(job: Any, sentence: str) -> None:
    """Have a job end as one does whose worker was killed."""

    def killed(*_: object) -> None:
        raise JobError(as_it_is(sentence))

    job._work = killed, ()


def test_nothing_is_said_for_half_a_second_then_what_is_waited_for_and_what_to_do(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "STILL_S", 0.3)
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    assert it.window.awaited.page.isVisible()
    assert not middle(it).isVisible()
    assert not it.window.empty.isVisible(), "nobody has to look for an album"
    qtbot.waitUntil(middle(it).isVisible)
    assert middle(it).label.text() == (
        "Still reading First.visualalbum.yaml: its disk may be slow. Wait, or cancel and open it from another disk."
    )
    assert not middle(it).bar.isVisible(), "nobody knows how far it is"
    it.rolls(qtbot)
    assert not it.window.awaited.on


@pytest.mark.parametrize("how", ["click", "Esc"])
def test_a_reading_that_hangs_is_given_up_and_the_window_is_empty_again(
    how: str, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    job = reading(it)
    qtbot.waitUntil(middle(it).isVisible)
    give_up(it, qtbot, how, middle(it))
    assert job.done, "its worker is ended"
    assert it.window.empty.isVisible()
    it.session.open(album(tmp_path, "Second", "two"))
    it.rolls(qtbot)
    assert it.window.album.title.text() == "Second"


@pytest.mark.parametrize("how", ["click", "Esc"])
def test_what_plays_plays_on_while_another_album_hangs_and_when_it_is_given_up(
    how: str, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one", "two", "three", "four"))
    it.session.start()
    it.rolls(qtbot)
    it.until(qtbot, lambda: not it.jobs.waiting)
    it.window.album_chosen.emit(album(tmp_path, "Second", "five"))
    strip = it.window.awaited.strip
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    give_up(it, qtbot, how, strip)
    assert not strip.isVisible()
    assert (it.window.album.title.text(), it.state()) == ("First", State.ROLLING)
    assert it.session.manifest == tmp_path / "First.visualalbum.yaml"


def test_files_that_hang_are_given_up_too_and_their_names_go(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one", "two"))
    it.session.start()
    it.read()
    jobs = list(it.jobs.waiting)
    strip = it.window.awaited.strip
    qtbot.waitUntil(strip.isVisible)
    assert (strip.bar.isVisible(), strip.bar.value()) == (True, 0)
    assert len(it.titles()) == 2
    give_up(it, qtbot, "Esc", strip)
    assert [job.done for job in jobs] == [True, True]
    assert it.window.empty.isVisible()
    assert (it.titles(), it.session.manifest) == ([], None)


def give_up(it: Show, qtbot: QtBot, how: str, where: Waiting) -> None:
    if how == "click":
        qtbot.mouseClick(where.button, Qt.MouseButton.LeftButton)
    else:
        qtbot.waitActive(it.window)
        qtbot.keyClick(it.window, Qt.Key.Key_Escape)


def test_a_worker_that_is_killed_is_told_with_a_remedy_and_the_album_opens_once_it_answers(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = album(tmp_path, "First", "one")
    it = show(manifest)
    it.session.start()
    fail(reading(it), "its worker process was ended by SIGKILL")
    it.read()
    (row,) = it.window.problems.list.problems.rows
    assert row.sentence == "This album could not be read: its worker process was ended by SIGKILL."
    assert row.remedy == "See whether its drive answers, and open it again."
    assert f"{manifest}:1:1: error: not-read: this album could not be read" in capsys.readouterr().err
    it.rolls(qtbot)
    assert it.window.album.title.text() == "First"


def test_one_whose_probes_are_killed_is_told_at_the_files_place(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one", "two"))
    it.session.start()
    it.read()
    fail(it.jobs.waiting[0], "it was not done after 20 s and was stopped")
    it.until(qtbot, lambda: it.window._problems)
    assert "one.wav cannot be probed: it was not done after 20 s" in it.window._problems[0].sentence
    it.rolls(qtbot)


@pytest.mark.parametrize("text", [b"", b"\0\xff" * 1000, b"[" * 100_000, b"visualalbum: 1\ntracks: 7\n"])
def test_garbage_is_told_and_stays_in_the_window(
    text: bytes, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    manifest = tmp_path / "a.visualalbum.yaml"
    manifest.write_bytes(text)
    it = show(manifest)
    it.session.start()
    it.until(qtbot, it.problems_are_shown)
    assert it.window.isVisible()


def test_the_last_of_many_that_are_opened_at_once_is_the_one_that_plays(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    for name in ("Second", "Third"):
        it.session.open(album(tmp_path, name, name.lower()))
    it.session.open(broken(tmp_path))
    it.session.open(album(tmp_path, "Last", "last"))
    it.rolls(qtbot)
    it.until(qtbot, lambda: not it.jobs.waiting)
    assert it.window.album.title.text() == "Last"
    assert [job._work[0] for job in it.jobs.waiting] == []


def test_a_file_that_is_another_each_time_does_not_hold_it_up_for_ever(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    it = show(album(tmp_path, "First", "one"))
    it.session.start()
    seconds = iter(range(10**9, 2 * 10**9))

    def given_to_live() -> bool:
        os.utime(tmp_path / "one.wav", (next(seconds),) * 2)
        it.jobs.run()
        return not it.window.awaited.on

    qtbot.waitUntil(given_to_live)
    it.rolls(qtbot)


def test_an_album_is_read_once_where_its_files_are_known_and_not_again_to_be_followed(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    manifest = album(tmp_path, "First", "one")
    before = show(manifest)
    before.session.start()
    before.rolls(qtbot)
    before.window.close()
    it = show(manifest)
    it.session.start()
    read: list[object] = []

    def rolls() -> bool:
        read.extend(job for job in it.jobs.waiting if job._work[0] is read_edition)
        it.jobs.run()
        return it.state() is State.ROLLING and not it.jobs.waiting

    qtbot.waitUntil(rolls)
    assert len(read) == 1


class Guard:
    """Notes what this thread reads, looks at or lists below a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.touched: list[str] = []
        self.off = False
        thread = threading.current_thread()
        places = ((builtins, "open"), (io, "open"), (os, "open"), (os, "stat"), (os, "lstat"), (os, "listdir"))
        for module, name in (*places, (os, "scandir")):
            monkeypatch.setattr(module, name, self._noting(name, getattr(module, name), str(folder), thread))

    def _noting(self, name: str, call: Callable[..., Any], folder: str, thread: threading.Thread) -> Callable[..., Any]:
        def noted(path: Any = ".", *words: Any, **more: Any) -> Any:
            text = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
            if threading.current_thread() is thread and not self.off and text.startswith(folder):
                self.touched.append(f"{name} {text}")
            return call(path, *words, **more)

        return noted


@pytest.fixture
def guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guard:
    return Guard(tmp_path / "drive", monkeypatch)


@pytest.mark.parametrize("what", ["album", "known", "folder", "broken", "gone", "bundle"])
def test_the_windows_thread_touches_no_file_of_an_album_that_is_opened(
    what: str, guard: Guard, show: Callable[..., Show], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "drive"
    monkeypatch.setattr(Watch, "follow", lambda *_: None)  # Qt's, and only of what a worker has just read
    manifest = album(drive, "First", "one")
    if what == "known":
        before = show(manifest)
        before.session.start()
        before.rolls(qtbot)
        before.window.close()
    given = {"folder": drive, "gone": drive / "gone"}.get(what, manifest)
    if what == "broken":
        given = broken(drive)
    elif what == "bundle":
        given = pack_folder(drive / "b.zip", drive)
    it = show(given)
    guard.touched.clear()

    def until(condition: Callable[[], object]) -> None:
        """Wait as `Show.until`, but that what workers do is not the window's."""

        def met() -> bool:
            guard.off = True
            it.jobs.run()
            guard.off = False
            return bool(condition())

        qtbot.waitUntil(met, timeout=8000)

    it.session.start()
    until(lambda: it.window.awaited.on is False)
    assert guard.touched == []


def test_the_guard_notes_what_is_read_and_looked_at(guard: Guard, tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    (folder / "a").write_text("a")
    (folder / "a").read_bytes()
    (folder / "a").stat()
    list(folder.iterdir())
    assert {line.split()[0] for line in guard.touched} >= {"open", "stat", "listdir"}


def test_the_strip_and_the_page_fit_their_texts(show: Callable[..., Show], qtbot: QtBot, tmp_path: Path) -> None:
    it = show(album(tmp_path, "An album with a name of several words that goes on for longer than a window is", "one"))
    it.session.start()
    it.window.resize(480, 700)
    qtbot.waitUntil(middle(it).isVisible)
    qtbot.waitUntil(lambda: whole(middle(it)))
    it.read()
    strip = it.window.awaited.strip
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: whole(strip))


def whole(waiting: Waiting) -> bool:
    parts: tuple[QWidget, ...] = (waiting.label, waiting.button)
    inside = all(waiting.rect().contains(part.geometry()) for part in parts)
    return inside and waiting.label.heightForWidth(waiting.label.width()) <= waiting.label.height()


def test_albums_of_late_are_offered_without_a_look_where_their_drive_hangs(
    show: Callable[..., Show], qtbot: QtBot, tmp_path: Path
) -> None:
    manifest = album(tmp_path, "First", "one")
    habits.save(Habits(albums=(Left(manifest=manifest, title="First"),)))
    it = show()
    it.session.start()
    (job,) = it.jobs.waiting
    fail(job, "it was not done after 2 s and was stopped")
    it.read()
    offers = [button for button in it.window.empty.findChildren(QPushButton) if button.toolTip()]
    assert [button.toolTip() for button in offers] == [str(manifest)]
