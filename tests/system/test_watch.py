"""`visualalbum watch` beside an editor: every save is told, whatever way it was written in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import processes

GOOD = "visualalbum: 1\ntracks: [{audio: a.flac, lyrics: w.lrc}]\n"


@pytest.fixture
def album(tmp_path: Path) -> Path:
    manifest = tmp_path / "a.visualalbum.yaml"
    manifest.write_text(GOOD)
    (tmp_path / "a.flac").write_bytes(b"x")
    (tmp_path / "w.lrc").write_text("[00:01.00]One\n")
    return manifest


@contextmanager
def watching(manifest: Path) -> Iterator[tuple[Callable[[str], None], Callable[[], int]]]:
    """What waits until a text is told after all that was before, and what ends it by Ctrl+C."""
    log = manifest.with_name("log")
    process = processes.start([sys.executable, "-m", "visualalbum", "watch", manifest], dict(os.environ), log)
    read = 0

    def until(text: str) -> None:
        nonlocal read
        processes.wait_until(lambda: text in log.read_text()[read:], text)
        processes.wait_until(lambda: "Ctrl+C ends" in log.read_text()[read:].split(text)[-1], "the end")
        read = len(log.read_text())

    def end() -> int:
        process.send_signal(signal.SIGINT)
        return process.wait(5)

    try:
        yield until, end
    finally:
        processes.end(process)


def save(path: Path, text: str) -> None:
    """As most editors do: beside it, and then in its place."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text)
    beside.replace(path)


def test_every_save_of_the_manifest_and_its_words_is_checked(album: Path) -> None:
    with watching(album) as (until, end):
        until("no problems")
        album.write_text(GOOD + "titel: x\n")
        until("unknown-key")
        save(album, GOOD)
        until("no problems")
        save(album.with_name("w.lrc"), "[00:99.00]One\n")
        until("w.lrc:1")
        save(album.with_name("w.lrc"), "[00:01.00]One\n")
        until("no problems")
        album.unlink()
        until("error")
        save(album, GOOD)
        until("no problems")
        assert end() == 130


def test_words_that_a_save_names_are_watched_from_then_on(album: Path) -> None:
    folder = album.parent / "words"
    folder.mkdir()
    (folder / "v.lrc").write_text("[00:01.00]One\n")
    with watching(album) as (until, end):
        until("no problems")
        save(album, GOOD.replace("w.lrc", "words/v.lrc"))
        until("no problems")
        save(folder / "v.lrc", "[00:99.00]One\n")
        until("v.lrc:1")
        assert end() == 130


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    process = processes.start(
        [sys.executable, "-m", "visualalbum", "watch", tmp_path / "no" / "a.yaml"], dict(os.environ), tmp_path / "log"
    )
    assert process.wait(10) == 2
    assert "there is no folder" in (tmp_path / "log").read_text()
