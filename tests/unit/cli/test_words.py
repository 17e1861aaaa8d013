"""`visualalbum words convert`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import mutagen
import pytest

from tests.support.small_media import make_sound
from visualalbum.cli import main

LRC = "[ti:Locker room]\n[00:01.00]<00:01.00>Tap <00:01.50>twice<00:02.00>\n"


@pytest.fixture
def song(tmp_path: Path) -> Path:
    path = tmp_path / "song.elrc"
    path.write_text(LRC)
    return path


def test_a_file_is_converted_and_nothing_said_where_nothing_is_lost(
    song: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = song.with_suffix(".lrc")
    assert main(["words", "convert", str(song), str(wanted.with_suffix(".ttml"))]) == 1
    assert "left out: remarks about the whole (ti) (1); .lrc, .elrc would keep them" in capsys.readouterr().out
    assert main(["words", "convert", str(wanted.with_suffix(".ttml")), str(wanted)]) == 1
    said = capsys.readouterr()
    assert said.out == f"{wanted}: 1 lines as LRC\nleft out: times of words (2); .elrc, .ttml would keep them\n"
    assert said.err == ""
    assert wanted.read_text() == "[00:01.00]Tap twice\n[00:02.00]\n"
    assert main(["words", "convert", str(wanted), str(wanted.with_suffix(".srt"))]) == 0
    assert "left out" not in capsys.readouterr().out


def test_nothing_is_written_over_without_being_told_to(song: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = song.with_suffix(".srt")
    wanted.write_text("mine")
    assert main(["words", "convert", str(song), str(wanted)]) == 2
    assert "is there already; write another name, or --force" in capsys.readouterr().err
    assert wanted.read_text() == "mine"
    assert main(["words", "convert", "--force", str(song), str(wanted)]) == 1
    assert "Tap twice" in wanted.read_text()
    assert main(["words", "convert", "--force", str(song), str(song)]) == 2
    assert song.read_text() == LRC


@pytest.mark.parametrize(
    ("given", "wanted", "sentence"),
    [
        ("song.elrc", "song.doc", "has no ending of a format of words; write one of .lrc"),
        ("song.doc", "song.lrc", "is no song with words in its tags, nor has it an ending of words (.lrc"),
        ("gone.lrc", "song.srt", "holds no words with times; see above"),
        ("song.elrc", "folder.srt/song.lrc", "cannot be written"),
        ("song.elrc", "song.ttml --language ja", "has nothing in ja; it has no translations"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_helps(
    song: Path, given: str, wanted: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (song.parent / "folder.srt").write_text("a file where a folder is wanted")
    path, *options = wanted.split()
    assert main(["words", "convert", str(song.parent / given), str(song.parent / path), *options]) == 2
    assert sentence in capsys.readouterr().err
    assert not (song.parent / path).exists()


def test_problems_of_the_text_are_told_and_the_rest_is_written(song: Path, capsys: pytest.CaptureFixture[str]) -> None:
    song.write_text(LRC + "without a time\n")
    assert main(["words", "convert", str(song), str(song.with_suffix(".lrc"))]) == 1
    assert "no-line-time" in capsys.readouterr().err
    assert "Tap twice" in song.with_suffix(".lrc").read_text()


def test_words_in_the_tags_of_a_song_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    song = make_sound(tmp_path / "song.flac", "flac", 48_000, 4_800)
    assert main(["words", "convert", str(song), str(tmp_path / "out.ttml")]) == 2
    assert "is no song with words in its tags" in capsys.readouterr().err
    file = mutagen.File(song)
    file["LYRICS"] = "[00:01.00]Tap\n[00:02.00]twice\n"
    file.save()
    assert main(["words", "convert", str(song), str(tmp_path / "out.ttml")]) == 0
    assert '<p begin="00:00:02.000">twice</p>' in (tmp_path / "out.ttml").read_text()
    file["LYRICS"] = "[00:01.00]Tap\x01\n"
    file.save()
    assert main(["words", "convert", str(song), str(tmp_path / "other.ttml")]) == 2
    assert "control-character" in capsys.readouterr().err
    file["LYRICS"] = "Tap\ntwice\n"
    file.save()
    assert main(["words", "convert", str(song), str(tmp_path / "other.ttml")]) == 2
    assert "holds no words with times" in capsys.readouterr().err
