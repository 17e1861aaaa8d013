"""`visualalbum play` on albums that are broken: what is wrong is told with its place, what is right plays."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support import small_media, songs
from tests.support.program import Run, play

pytestmark = pytest.mark.unhurried

RATE = 44_100

SONGS = """\
visualalbum: 1
films: {film: right.mp4}
tracks:
  - {id: gone, audio: gone.flac, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: empty, audio: empty.flac, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: folder, audio: folder.mp4, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: random, audio: random.flac, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: start, audio: start.flac, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: picture, audio: cover.png}
  - {id: mute, audio: mute.mkv}
  - {id: cut, audio: cut.flac, segments: [{film: film, in: 0, out: 0.4}]}
  - {id: right, audio: right.flac, film: right.mp4}
"""

FILMS = """\
visualalbum: 1
cover: cover.png
films:
  gone: gone.mp4
  empty: empty.mp4
  folder: folder.mp4
  random: random.mp4
  cut: cut.mp4
  sound: right.flac
  film: right.mp4
tracks:
  - id: song
    audio: long.flac
    lyrics: latin.lrc
    segments:
      - {film: gone, in: 0, out: 0.3, at: 0}
      - {film: empty, in: 0, out: 0.3, at: 0.3}
      - {film: folder, in: 0, out: 0.3, at: 0.6}
      - {film: random, in: 0, out: 0.3, at: 0.9}
      - {film: cut, in: 0, out: 0.3, at: 1.2}
      - {film: sound, in: 0, out: 0.3, at: 1.5}
      - {film: film, in: 0, out: 1, at: 2}
"""

STILLS = """\
visualalbum: 1
cover: random.png
tracks:
  - audio: long.flac
    segments: [{film: right.mp4, at: 2}]
    stills:
      - {image: gone.png, at: 0, for: 0.3, alt: none}
      - {image: empty.png, at: 0.3, for: 0.3, alt: none}
      - {image: cut.png, at: 0.6, for: 0.3, alt: none}
      - {image: right.flac, at: 0.9, for: 0.3, alt: none}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Media of a second that are right, and what becomes of files."""
    folder = tmp_path_factory.mktemp("album")
    song = songs.write(folder / "right.flac", songs.melody(RATE, RATE), RATE).read_bytes()
    songs.write(folder / "long.flac", songs.melody(RATE * 3, RATE), RATE)
    film = small_media.make_film(folder / "right.mp4", frames=25, sound=True).read_bytes()
    picture = small_media.make_image(folder / "cover.png").read_bytes()
    small_media.make_film(folder / "mute.mkv", frames=25)
    for suffix, whole in (("flac", song), ("mp4", film), ("png", picture)):
        (folder / f"empty.{suffix}").touch()
        (folder / f"random.{suffix}").write_bytes(bytes(range(255, 0, -1)) * 40)
        (folder / f"cut.{suffix}").write_bytes(whole[: len(whole) // 2])
    (folder / "start.flac").write_bytes(song[:1000])
    (folder / "folder.mp4").mkdir()
    (folder / "latin.lrc").write_bytes("[00:00]Größe\n".encode("latin-1"))
    return folder


def play_text(text: str, folder: Path, tmp_path: Path, until: str) -> Run:
    """Play an album over the broken files to a place near its end, which it must reach in time."""
    manifest = folder / "album.visualalbum.yaml"
    manifest.write_text(text)
    status, run = play(tmp_path, manifest, "--sound", "null", "--until", until)
    assert status == 0, run.said
    return run


def told(run: Run) -> list[tuple[int, str]]:
    """Line and rule of every problem on the terminal; each has a remedy after its sentence."""
    found = []
    for line in run.said.splitlines():
        place, _, rule, sentence = line.split(": ", 3)
        assert "; " in sentence, line
        found.append((int(place.split(":")[-2]), rule))
    return sorted(found)


def takes(run: Run) -> list[str]:
    return [take["cue"] for take in run.events("take")]


def test_songs_that_cannot_be_used_are_told_and_their_films_and_all_the_rest_play(folder: Path, tmp_path: Path) -> None:
    run = play_text(SONGS, folder, tmp_path, "2.8")
    assert told(run) == [
        (4, "missing-file"),
        (5, "missing-file"),
        (6, "missing-file"),
        (7, "unusable-media"),
        (8, "unusable-media"),
        (9, "no-sound"),
        (10, "no-sound"),
    ]
    ids = ("gone", "empty", "folder", "random", "start", "cut")
    assert takes(run) == [*(f"{name}:film-1" for name in ids), "right:right.mp4-1"]
    assert "cut.flac ends" in run.faults()["song-changed"]


def test_films_that_cannot_be_used_are_told_and_noted_and_the_song_goes_on(folder: Path, tmp_path: Path) -> None:
    run = play_text(FILMS, folder, tmp_path, "2.5")
    assert told(run) == [
        (4, "missing-file"),
        (5, "missing-file"),
        (6, "missing-file"),
        (19, "unusable-media"),
        (20, "unusable-media"),
        (21, "no-picture"),
    ]
    assert takes(run) == ["song:film-7"]
    (start,) = run.events("roll")
    (taken,) = run.events("take")
    late_ms = (taken["instant_ns"] - start["instant_ns"]) / 1e6 - 2000
    assert -100 < late_ms < 400, "the song was held up by films that are broken"
    noted = {Path(fault["subject"]).name for fault in run.events("fault")}
    assert noted == {"gone.mp4", "empty.mp4", "folder.mp4", "random.mp4", "cut.mp4", "right.flac"}


def test_stills_that_cannot_be_read_are_noted_and_the_film_plays(folder: Path, tmp_path: Path) -> None:
    run = play_text(STILLS, folder, tmp_path, "2.3")
    assert told(run) == [
        (2, "still-unreadable"),
        (7, "missing-file"),
        (8, "missing-file"),
        (9, "still-unreadable"),
        (10, "still-unreadable"),
    ]
    noted = {Path(fault["subject"]).name for fault in run.events("fault")}
    assert noted == {"random.png", "gone.png", "empty.png", "cut.png", "right.flac"}
    assert takes(run) == ["long:right.mp4-1"]


def bomb() -> str:
    names = "abcdefghij"
    rows = [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(names)]
    return "\n".join(["a: &a [x, x, x, x, x, x, x, x, x]", *rows])


UNREADABLE = {
    "nul": (b"visualalbum: 1\ntitle: a\0b\n", "2:9: error: control-character"),
    "bomb": (bomb().encode(), "error: too-many-values"),
    "nested": (b"visualalbum: 1\ntracks: " + b"[" * 5000, "2:72: error: too-deep"),
    "tags": (b'visualalbum: 1\ntitle: !!python/object/apply:os.system ["touch pwned"]\n', "2:8: error: wrong-kind"),
    "latin": ("visualalbum: 1\ntitle: Größe\n".encode("latin-1"), "2:10: error: encoding"),
    "empty": (b"", "1:1: error: empty"),
    "no-group": (b"hello\n", "1:1: error: wrong-kind"),
    "nothing": (b"visualalbum: 1\ntitle: Nothing\n", "1:1: error: nothing-to-play"),
    "bytes": (bytes(range(128, 256)) * 9, "error: encoding"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_manifest_that_cannot_be_read_ends_with_1_and_the_place(name: str, tmp_path: Path) -> None:
    text, words = UNREADABLE[name]
    manifest = tmp_path / f"{name}.visualalbum.yaml"
    manifest.write_bytes(text)
    status, run = play(tmp_path, manifest, "--sound", "null", "--until", "1", "--start", "0.5", "--track", "any")
    assert status == 1, run.said
    assert f"{manifest}:" in run.said and words in run.said
    assert not list(tmp_path.rglob("pwned"))


def test_what_is_no_file_ends_with_1_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, words in (
        ("folder", "no manifest in this folder"),
        ("pipe", "a device or a pipe"),
        ("gone", "there is no such file"),
    ):
        status, run = play(tmp_path, tmp_path / name, "--sound", "null", "--until", "1")
        assert status == 1, run.said
        assert words in run.said
