"""Lyrics by the ending of their file, and those that others made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from visualalbum.words import load

ENDINGS = ("lrc", "elrc", "ttml", "dfxp", "srt", "vtt", "ass", "ssa")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_missing_or_no_text_is_told_whatever_its_format(ending: str, tmp_path: Path) -> None:
    gone, noise = tmp_path / f"gone.{ending}", tmp_path / f"noise.{ending}"
    noise.write_bytes(bytes(range(256)))
    assert [problem.rule for problem in load(gone)[1]] == ["not-found"]
    assert [problem.rule for problem in load(noise)[1]] == ["encoding"]


def test_lyrics_of_another_format_are_left_to_those_who_read_it(tmp_path: Path) -> None:
    assert load(tmp_path / "a.doc") == (None, [])


def media(name: str) -> Path:
    folder = os.environ.get("VISUALALBUM_MEDIA")
    if not folder:
        pytest.skip("outside media absent")
    return Path(folder) / name


@pytest.mark.parametrize("ending", ["lrc", "elrc", "ttml", "srt"])
def test_one_song_in_four_formats_gives_the_same_lines_and_starts(ending: str) -> None:
    lyrics, problems = load(media(f"auld-lang-syne.{ending}"))
    assert problems == []
    assert lyrics is not None
    assert [line.start_us for line in lyrics.lines] == [4_500_000 * number for number in range(24)]
    assert lyrics.lines[0].text == "Should auld acquaintance be forgot,"
    assert lyrics.lines[-1].text == "For auld lang syne."
    with_words = {"elrc": 24, "ttml": 1}.get(ending, 0)
    assert sum(bool(line.words) for line in lyrics.lines) == with_words


def test_captions_that_others_made_are_read_whole() -> None:
    lyrics, problems = load(media("friday.vtt"))
    assert problems == []
    assert lyrics is not None
    assert [line.text for line in lyrics.lines[:2]] == ["Hildy!", "How are you?"]
    assert len(lyrics.lines) == 5
