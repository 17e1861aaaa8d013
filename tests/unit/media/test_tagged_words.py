"""Words in the tags of songs of every kind."""

from __future__ import annotations

from pathlib import Path

import mutagen
import mutagen.id3
import mutagen.mp4
import pytest

from tests.support.small_media import make_sound
from visualalbum.media.tagged_words import TaggedWords, tagged_words

CODECS = {"flac": "flac", "opus": "libopus", "mp3": "libmp3lame", "m4a": "aac"}
LRC = "[00:01.00]Tap\n[00:02.00]twice\n"


def song(folder: Path, ending: str) -> Path:
    return make_sound(folder / f"a.{ending}", CODECS[ending], 48_000, 4_800)


@pytest.mark.parametrize("ending", ["flac", "opus"])
def test_vorbis_comments_the_one_with_times_first(ending: str, tmp_path: Path) -> None:
    path = song(tmp_path, ending)
    assert tagged_words(path) is None
    file = mutagen.File(path)
    file["LYRICS"] = "Tap\ntwice"
    file.save()
    assert tagged_words(path) == TaggedWords("Tap\ntwice")
    file["SYNCEDLYRICS"] = LRC
    file.save()
    assert tagged_words(path) == TaggedWords(LRC)


def test_id3_with_times_and_without(tmp_path: Path) -> None:
    path = song(tmp_path, "mp3")
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    file.tags.add(mutagen.id3.USLT(encoding=3, lang="eng", desc="", text=LRC))
    file.save()
    assert tagged_words(path) == TaggedWords(LRC)
    times = [("Tap", 1000), ("\ntwice", 2500)]
    file.tags.add(mutagen.id3.SYLT(encoding=3, lang="eng", format=2, type=1, desc="", text=times))
    file.save()
    assert tagged_words(path) == TaggedWords(pieces=((1_000_000, "Tap"), (2_500_000, "\ntwice")))


def test_times_in_frames_of_mpeg_are_left_out(tmp_path: Path) -> None:
    path = song(tmp_path, "mp3")
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    file.tags.add(mutagen.id3.SYLT(encoding=3, lang="eng", format=1, type=1, desc="", text=[("Tap", 40)]))
    file.save()
    assert tagged_words(path) is None


def test_mp4(tmp_path: Path) -> None:
    path = song(tmp_path, "m4a")
    file = mutagen.mp4.MP4(path)
    file["\xa9lyr"] = LRC
    file.save()
    assert tagged_words(path) == TaggedWords(LRC)


@pytest.mark.parametrize("name", ["gone.flac", "noise.mp3"])
def test_what_is_no_song_has_no_words(name: str, tmp_path: Path) -> None:
    (tmp_path / "noise.mp3").write_bytes(bytes(range(256)) * 8)
    assert tagged_words(tmp_path / name) is None
