"""The commands that edit a manifest: what they write, and when they write nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.cli import main

TEXT = "visualalbum: 1\ntitle: A   # short\ntracks:\n  - audio: a.flac\n  - audio: b.flac\n"


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "a.visualalbum.yaml"
    path.write_text(TEXT)
    for name in ("a.flac", "b.flac"):
        (tmp_path / name).touch()
    return path


def test_each_command_writes_the_file_and_shows_the_lines(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", str(manifest), "title", "Backstage"]) == 0
    assert capsys.readouterr().out == "-title: A   # short\n+title: Backstage   # short\n"
    assert main(["add", str(manifest), "tracks", "{title: C, live: true}", "--at", "1"]) == 0
    assert main(["move", str(manifest), "tracks.1", "3"]) == 0
    assert main(["remove", str(manifest), "tracks.1"]) == 0
    assert manifest.read_text() == (
        "visualalbum: 1\ntitle: Backstage   # short\ntracks:\n  - audio: b.flac\n  - {title: C, live: 'true'}\n"
    ).replace("'true'", "true")


def test_a_dry_run_writes_nothing(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", str(manifest.parent), "title", "--dry-run"]) == 0
    assert "@@ -2 +1,0 @@\n-title: A   # short" in capsys.readouterr().out
    assert manifest.read_text() == TEXT


def test_what_would_break_the_album_is_told_and_not_written(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", str(manifest), "titel", "B"]) == 1
    told = capsys.readouterr().err
    assert "unknown-key" in told and "title" in told
    assert told.endswith("nothing is written, since that would break the album; --force does\n")
    assert manifest.read_text() == TEXT
    assert main(["set", str(manifest), "tracks.1.audio", "gone.flac"]) == 1
    assert "gone.flac" in capsys.readouterr().err
    assert main(["set", str(manifest), "tracks.1.audio", "gone.flac", "--force"]) == 0
    assert "gone.flac" in manifest.read_text()


def test_what_cannot_be_done_is_said_and_nothing_written(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", str(manifest), "tracks.7.audio", "c.flac"]) == 2
    assert "there is no item 7" in capsys.readouterr().err
    assert main(["set", str(manifest.parent / "gone.visualalbum.yaml"), "title", "B"]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert manifest.read_text() == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_a_file_stays(manifest: Path, encoding: str) -> None:
    manifest.write_text(TEXT, encoding=encoding)
    mark = manifest.read_bytes()[:2]
    assert main(["set", str(manifest), "title", "日"]) == 0
    assert manifest.read_bytes()[:2] == mark
    assert "title: 日" in manifest.read_text(encoding=encoding)
