"""`visualalbum check` as people run it: as a process, over real files and broken ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import small_media

pytestmark = pytest.mark.untimed

LOADED = """\
import sys
from visualalbum.cli import main
status = main(["check", "--no-media", sys.argv[1]])
heavy = {"PySide6", "vlc", "av", "numpy", "sounddevice"} & set(sys.modules)
sys.exit(f"imported {heavy}" if heavy else status)
"""


def check(manifest: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "visualalbum", "check", str(manifest), *options],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "VISUALALBUM_HOME": str(manifest.parent / "home"), **environment},
        check=False,
    )


def rules(done: subprocess.CompletedProcess[str]) -> list[tuple[int, str]]:
    """The lines of the manifest and the rules told there."""
    assert done.stderr == ""
    told = [line.split(": ") for line in done.stdout.splitlines()[:-1]]
    return [(int(place.split(":")[1]), rule) for place, _, rule, *_ in told]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Real media of 4 s, and broken ones."""
    small_media.make_film(tmp_path / "film.mp4", frames=100, sound=True)
    small_media.make_film(tmp_path / "mute.mp4", frames=100)
    shutil.copy(tmp_path / "mute.mp4", tmp_path / "silent.mp4")
    small_media.make_sound(tmp_path / "song.flac", "flac", 44_100, 4 * 44_100)
    small_media.make_image(tmp_path / "still.png")
    (tmp_path / "zero.flac").touch()
    (tmp_path / "random.mp4").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "cut.mp4").write_bytes((tmp_path / "film.mp4").read_bytes()[:1500])
    (tmp_path / "words.lrc").write_text("[00:01]a\n[00:99]b\n")
    (tmp_path / "essay.md").write_bytes(b"Gr\xf6\xdfe\n")
    return tmp_path


def write(folder: Path, text: str) -> Path:
    manifest = folder / "a.visualalbum.yaml"
    manifest.write_text(text, encoding="utf-8")
    return manifest


def test_an_album_that_is_right_ends_with_0(folder: Path) -> None:
    text = "visualalbum: 1\ncover: still.png\ntracks: [{audio: song.flac, segments: [{film: film.mp4, sound: on}]}]\n"
    done = check(write(folder, text))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("a.visualalbum.yaml: no problems\n")


def test_every_file_that_cannot_be_used_as_it_is_named_is_told_at_once(folder: Path) -> None:
    text = """\
visualalbum: 1
cover: film.mp4
films:
  zero: zero.flac
  random: random.mp4
  cut: cut.mp4
  sound: song.flac
  gone: gone.mp4
tracks:
  - audio: silent.mp4
  - audio: still.png
  - audio: song.flac
    segments:
      - {film: film.mp4, in: 0:05}
      - {film: film.mp4, in: 0:00, out: 0:09, at: 0}
      - {film: film.mp4, in: 0:01, out: 0:02, at: 0:01}
      - film: mute.mp4
        sound: on
      - {film: mute.mp4, in: 00:00:01:00, out: 00:00:00:10, at: 0:03}
"""
    done = check(write(folder, text))
    assert done.returncode == 1
    assert rules(done) == [
        (2, "no-image"),
        (4, "missing-file"),
        (5, "unusable-media"),
        (6, "unusable-media"),
        (7, "no-picture"),
        (8, "missing-file"),
        (10, "no-sound"),
        (11, "no-sound"),
        (14, "past-the-film"),
        (15, "past-the-film"),
        (16, "overlap"),
        (18, "no-sound"),
        (19, "out-before-in"),
    ]


def test_lyrics_and_texts_are_told_at_their_own_lines(folder: Path) -> None:
    done = check(write(folder, "visualalbum: 1\ntracks: [{audio: song.flac, lyrics: words.lrc, essay: essay.md}]\n"))
    assert done.returncode == 1
    first, second, _ = done.stdout.splitlines()
    assert first.startswith(f"{folder}/essay.md:1:3: error: encoding: ")
    assert second.startswith(f"{folder}/words.lrc:2:1: warning: bad-time: ")


def test_without_media_files_are_not_looked_at_and_nothing_heavy_is_imported(folder: Path) -> None:
    manifest = write(folder, "visualalbum: 1\ntracks: [{audio: gone.flac}]\n")
    done = subprocess.run([sys.executable, "-c", LOADED, str(manifest)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_letters_that_a_terminal_lacks_do_not_stop_it(folder: Path) -> None:
    manifest = write(folder, "visualalbum: 1\ntracks: [{audio: 楽屋.flac}]\n")
    done = check(manifest, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "\\u697d\\u5c4b.flac" in done.stdout


def test_wrong_usage_ends_with_2() -> None:
    done = subprocess.run([sys.executable, "-m", "visualalbum", "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_two_thousand_lines_are_checked_in_well_under_a_second(folder: Path) -> None:
    rows = [f"  - {{film: f, in: 0:{n % 60:02}, out: 1:{n % 60:02}.5, at: {n * 61}}}" for n in range(1996)]
    manifest = write(folder, "\n".join(["visualalbum: 1", "films: {f: f.mp4}", "tracks:", "- segments:", *rows, ""]))
    before = os.times().children_user
    done = check(manifest, "--no-media")
    assert done.stdout.endswith("no problems\n"), done.stdout
    assert os.times().children_user - before < 1.5  # 0.3 s on an idle machine; processor time, so load matters little


def test_a_folder_is_checked_by_the_manifest_in_it(folder: Path) -> None:
    manifest = write(folder, "visualalbum: 1\ntracks: [{audio: song.flac}]\n")
    done = check(folder)
    assert done.stdout.endswith(f"{manifest}: no problems\n")
    (folder / "b.visualalbum.yaml").touch()
    assert "holds 2 manifests; a.visualalbum.yaml is opened" in check(folder).stderr
    manifest.unlink()
    (folder / "b.visualalbum.yaml").unlink()
    none = check(folder)
    assert none.returncode == 1
    assert "no-manifest: there is no manifest in this folder; put the album's" in none.stdout
