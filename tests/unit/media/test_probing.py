"""Probing many files at once, on real workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.small_media import make_film, make_sound
from visualalbum.jobs import JobQueue
from visualalbum.media.probing import Probing, is_there


@pytest.fixture
def jobs() -> Iterator[JobQueue]:
    queue = JobQueue(workers=1, express=0)
    yield queue
    queue.close()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUALALBUM_HOME", str(tmp_path / "home"))


def test_every_file_is_probed_once_and_remembered(tmp_path: Path, jobs: JobQueue) -> None:
    song = make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    film = make_film(tmp_path / "a.mp4")
    first = Probing([song, film, song], jobs)
    assert first.left == 2
    first.wait()
    assert first.done
    assert first.facts[song].audio is not None
    assert first.facts[film].video is not None
    again = Probing([song, film], jobs)
    again.wait()
    assert again.facts == first.facts


def test_a_worker_that_cannot_probe_makes_a_fault_with_a_remedy(tmp_path: Path) -> None:
    queue = JobQueue(workers=1, express=0)
    queue.close()  # a closed queue cancels at once, as a worker that died would fail
    song = make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    probing = Probing([song], queue)
    assert probing.poll()
    assert "a.flac cannot be probed" in probing.facts[song].fault
    assert probing.facts[song].remedy


def test_what_is_given_up_is_left_unknown(tmp_path: Path, jobs: JobQueue) -> None:
    probing = Probing([make_sound(tmp_path / "a.flac", "flac", 44100, 1000)], jobs)
    probing.cancel()
    assert probing.done
    assert not probing.facts


def test_only_a_file_that_holds_something_is_there(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.write_bytes(b"x")
    empty.touch()
    names = [full, empty, tmp_path, tmp_path / "gone", tmp_path / "nul\0"]
    assert [is_there(path) for path in names] == [True, False, False, False, False]
