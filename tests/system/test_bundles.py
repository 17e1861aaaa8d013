"""Bundles as people use them: played, checked, planned and refused by the real program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import processes, small_media, songs
from tests.support.bundles import change, pack, pack_folder
from tests.support.program import play, running

pytestmark = pytest.mark.untimed

RATE = 44_100
TEXT = """\
visualalbum: 1
title: Packed
tracks: [{id: song, audio: music/song.flac, film: film/film.mp4}]
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "Packed"
    for name in ("music", "film"):
        (folder / name).mkdir(parents=True)
    songs.write(folder / "music" / "song.flac", songs.melody(RATE * 4, RATE), RATE)
    small_media.make_film(folder / "film" / "film.mp4", frames=100)
    (folder / "a.visualalbum.yaml").write_text(TEXT)
    return pack_folder(tmp_path / "Packed.zip", folder, "Packed/")


def run(command: str, bundle: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "visualalbum", command, str(bundle), *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "VISUALALBUM_HOME": str(bundle.parent / "home")},
        check=False,
    )


def test_a_bundle_plays_and_is_unpacked_once(bundle: Path, tmp_path: Path) -> None:
    tables = []
    for _ in range(2):
        status, played = play(tmp_path, bundle, "--sound", "null", "--until", "3", "--start", "0")
        assert (status, played.said) == (0, "")
        assert [take["cue"] for take in played.events("take")] == ["song:film/film.mp4-1"]
        (table,) = (tmp_path / "home" / "cache" / "bundles").glob("*.json")
        tables.append((table, table.with_suffix("").stat().st_mtime_ns))
    assert tables[0] == tables[1]


def test_a_bundle_is_checked_and_planned_by_its_own_path(bundle: Path) -> None:
    assert run("check", bundle).stdout == f"{bundle}: no problems\n"
    assert json.loads(run("plan", bundle, "--json").stdout)["title"] == "Packed"
    pack_folder(bundle, bundle.with_suffix(""))
    bad = pack(bundle, {"a.visualalbum.yaml": TEXT.replace("film/", "../film/").encode()})
    done = run("check", bad)
    assert (done.returncode, done.stderr) == (1, "")
    missing, outside, last = done.stdout.splitlines()
    assert missing.startswith(f"{bundle}/a.visualalbum.yaml:3:28: error: missing-file: ")
    assert outside.startswith(f"{bundle}/a.visualalbum.yaml:3:51: error: outside-bundle: ")
    assert last == f"{bundle}: 2 errors"


def test_a_damaged_file_is_named_and_the_rest_plays(bundle: Path, tmp_path: Path) -> None:
    with bundle.open("rb") as file:
        start = file.read().index(b"fLaC") + 40
    data = bytearray(bundle.read_bytes())
    data[start] ^= 1  # in its checksum of the sound, which nobody needs to hear it
    bundle.write_bytes(data)
    status, played = play(tmp_path, bundle, "--sound", "null", "--until", "3", "--start", "0")
    assert status == 0
    assert f"{bundle}/Packed/music/song.flac:1:1: error: damaged: " in played.said
    assert [take["cue"] for take in played.events("take")] == ["song:film/film.mp4-1"]


REFUSED = {
    "cut": (lambda made: made.write_bytes(made.read_bytes()[:2000]), "damaged-bundle"),
    "slip": (lambda made: pack(made, {"a.visualalbum.yaml": b"", "../../slip": b"x"}), "unsafe-name"),
    "bare": (lambda made: pack(made, {"music/song.flac": b"x"}), "no-manifest"),
    "manifest": (lambda made: change(made, b"title: Packed", b"title: Hacked"), "damaged"),
    "text": (lambda made: made.write_text(TEXT), "no-zip"),
    "gone": (lambda made: made.unlink(), "not-found"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bundle_that_is_refused_ends_with_1_and_a_sentence(name: str, bundle: Path, tmp_path: Path) -> None:
    spoil, rule = REFUSED[name]
    spoil(bundle)  # type: ignore[no-untyped-call]
    status, played = play(tmp_path, bundle, "--sound", "null", "--until", "1")
    assert status == 1
    assert f": error: {rule}: " in played.said
    assert not list(tmp_path.rglob("slip"))
    assert not any((tmp_path / "home" / "cache" / "bundles").glob("*"))


def test_killed_while_it_unpacks_it_leaves_nothing_that_is_taken_for_whole(bundle: Path, tmp_path: Path) -> None:
    with (bundle.with_suffix("") / "large.bin").open("wb") as file:
        file.truncate(10**9)  # a hole of zeros costs no disk, and unpacking it a second
    pack_folder(bundle, bundle.with_suffix(""))
    shelf = tmp_path / "home" / "cache" / "bundles"
    with running(tmp_path, bundle, "--sound", "null") as run:
        processes.wait_until(lambda: any(shelf.glob(".*.part/large.bin")), "it to unpack", 30.0)
        os.killpg(run.process.pid, signal.SIGKILL)
        run.process.wait()
    assert list(shelf.glob("*.json")) == []
    bundle.unlink()
    small = pack(tmp_path / "small.zip")
    play(tmp_path, small, "--sound", "null", "--until", "0.1")
    (folder,) = [path for path in shelf.iterdir() if path.is_dir()]
    assert not folder.name.endswith(".part"), "the next one took away what the killed one left"
