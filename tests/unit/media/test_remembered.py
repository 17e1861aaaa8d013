"""Facts that are remembered: used without probing, forgotten when the file changes, not believed when broken."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small_media import make_film, make_image, make_sound
from visualalbum.media import probe as module
from visualalbum.media.facts import MediaFacts
from visualalbum.media.remembered import probe_cached, remembered_facts
from visualalbum.store.paths import cache_folder

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def probed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths that are really probed, in order."""
    paths: list[Path] = []
    really = module.probe

    def counted(path: Path) -> MediaFacts:
        paths.append(path)
        return really(path)

    monkeypatch.setattr(module, "probe", counted)
    return paths


@pytest.fixture
def song(tmp_path: Path) -> Path:
    return make_sound(tmp_path / "a.flac", "flac", 44100, 1000)


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: make_sound(folder / "a.flac", "flac", 44100, 1000),
        lambda folder: make_film(folder / "a.mkv", sound=True),
        lambda folder: make_image(folder / "a.png"),
    ],
    ids=["song", "film", "image"],
)
def test_what_is_remembered_is_what_was_found(tmp_path: Path, probed: list[Path], make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    assert remembered_facts(path) is None
    found = probe_cached(path)
    assert probe_cached(path) == remembered_facts(path) == found
    assert probed == [path]


def test_a_changed_file_is_probed_again(song: Path, probed: list[Path]) -> None:
    probe_cached(song)
    make_sound(song, "flac", 44100, 2000)
    audio = probe_cached(song).audio
    assert audio is not None
    assert audio.samples == 2000
    status = song.stat()
    os.utime(song, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    probe_cached(song)
    assert len(probed) == 3


def test_a_fault_is_not_remembered(tmp_path: Path, probed: list[Path]) -> None:
    (tmp_path / "a.flac").write_bytes(b"x")
    assert probe_cached(tmp_path / "a.flac").fault
    assert probe_cached(tmp_path / "a.flac").fault
    assert len(probed) == 2


def test_a_missing_file_has_a_fault(tmp_path: Path) -> None:
    assert "not there" in probe_cached(tmp_path / "a.flac").fault
    assert "cannot be read" in probe_cached(tmp_path / "a\0.flac").fault


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"\xff\xfe", b'{"path": 3}', b'{"path": "a", "audio": {"rate": "NaN"}}', b"[" * 5000]
)
def test_a_broken_memory_is_ignored_and_mended(song: Path, probed: list[Path], broken: bytes) -> None:
    found = probe_cached(song)
    (memory,) = (cache_folder() / "facts").iterdir()
    memory.write_bytes(broken)
    assert probe_cached(song) == found
    assert remembered_facts(song) == found
    assert len(probed) == 2


def test_a_cache_that_cannot_be_written_does_not_matter(song: Path, tmp_path: Path, probed: list[Path]) -> None:
    (tmp_path / "home").touch()
    assert probe_cached(song).audio is not None
    assert probe_cached(song).audio is not None
    assert len(probed) == 2
