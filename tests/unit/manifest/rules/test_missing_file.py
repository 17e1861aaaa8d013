"""missing-file."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from visualalbum.manifest import read_text
from visualalbum.problems import Problem


def problems(folder: Path, *files: str) -> tuple[Problem, ...]:
    tracks = "".join(f"- audio: '{file}'\n" for file in files)
    return read_text(f"visualalbum: 1\ntracks:\n{tracks}", folder / "album" / "a.yaml", files=True).problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An album's folder with one song, and one beside it."""
    (tmp_path / "album" / "music").mkdir(parents=True)
    (tmp_path / "album" / "music" / "Song.flac").write_bytes(b"x")
    (tmp_path / "other.flac").write_bytes(b"x")
    return tmp_path


def test_files_that_are_there_are_right_also_out_of_the_folder(folder: Path) -> None:
    assert problems(folder, "music/Song.flac", "../other.flac", "music/../../other.flac") == ()


@pytest.mark.parametrize(
    ("file", "sentence", "remedy"),
    [
        ("music/song.flac", 'there is no file "music/song.flac", which is used as a song', "did you mean Song.flac?"),
        ("nope/a.flac", 'there is no file "nope/a.flac"', "there is no folder"),
        ("music/Song.flac/x", 'there is no file "music/Song.flac/x"', "there is no folder"),
        ("music\\Song.flac", "there is no file", "write / between folders"),
        ("music", '"music" is a folder, and a song is a file', "name the file in it"),
        ("x" * 300, "cannot be reached (file name too long)", "look at its name"),
    ],
)
def test_a_file_that_is_not_there_is_told_with_what_helps(folder: Path, file: str, sentence: str, remedy: str) -> None:
    (problem,) = problems(folder, file)
    assert (problem.rule, problem.place.line, problem.place.column) == ("missing-file", 3, 10)
    assert sentence in problem.sentence
    assert remedy in problem.remedy


def test_an_empty_file_a_pipe_and_a_loop_are_told(folder: Path) -> None:
    (folder / "album" / "empty").touch()
    os.mkfifo(folder / "album" / "pipe")
    (folder / "album" / "loop").symlink_to("loop")
    told = problems(folder, "empty", "pipe", "loop")
    assert [problem.place.line for problem in told] == [3, 4, 5]
    assert all(word in problem.sentence for word, problem in zip(("empty", "pipe", "reached"), told, strict=True))


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may read everything
    (problem,) = problems(folder, "music/Song.flac")
    assert problem.sentence == '"music/Song.flac" may not be read'


def test_a_name_whose_letters_are_put_together_differently_is_explained(folder: Path) -> None:
    (folder / "album" / unicodedata.normalize("NFD", "ガ.flac")).write_bytes(b"x")
    (problem,) = problems(folder, unicodedata.normalize("NFC", "ガ.flac"))
    assert "NFC" in problem.remedy


def test_a_file_that_many_name_is_told_once(folder: Path) -> None:
    assert len(problems(folder, "a.flac", "b/../a.flac", "a.flac")) == 1
