"""The cache of clips: what it keeps, what it removes, and what it does not believe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.media.cache import HELD, STALE_S, ClipCache
from visualalbum.media.clip import Clip


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ClipCache]:
    cache = ClipCache(tmp_path / "clips", limit_bytes=10_500)
    yield cache
    cache.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"film")
    return path


def put(cache: ClipCache, key: str, size: int = 1000, age_s: float = 0) -> Clip:
    cache.folder.mkdir(exist_ok=True)
    path = cache.clip_path(key)
    path.write_bytes(bytes(size))
    clip = Clip(path, Path("film.mp4"), 5, 90_000, (0, 40_000, 80_000), (0, 40, 80), True, Fraction(16, 11))
    cache.add(key, clip)
    table = cache.folder / f"{key}.json"
    for file in (path, table):
        os.utime(file, (file.stat().st_mtime - age_s,) * 2)
    return clip


def keys(cache: ClipCache) -> set[str]:
    return {path.stem for path in cache.folder.glob("*.mkv")} & {path.stem for path in cache.folder.glob("*.json")}


def test_a_clip_comes_out_as_it_went_in(cache: ClipCache) -> None:
    clip = put(cache, "a")
    assert cache.find("a") == clip
    assert cache.hold("a")


def test_a_clip_nobody_made_is_not_found(cache: ClipCache) -> None:
    assert cache.find("a") is None
    assert not cache.hold("a")


def test_a_key_names_the_film_as_it_is_and_the_stretch(cache: ClipCache, film: Path) -> None:
    key = cache.key(film, 0, 0, 1000)
    assert key == cache.key(film, 0, 0, 1000)
    others = {cache.key(film, 1, 0, 1000), cache.key(film, 0, 1, 1000), cache.key(film, 0, 0, 1001)}
    os.utime(film, (1, 1))
    others.add(cache.key(film, 0, 0, 1000))
    film.write_bytes(b"longer film")
    os.utime(film, (1, 1))
    others.add(cache.key(film, 0, 0, 1000))
    assert len(others | {key}) == 6


def test_a_key_needs_a_film(cache: ClipCache, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cache.key(tmp_path / "gone.mp4", 0, 0, 1000)


BROKEN = [b"", b"{", b"[" * 5000, b"[]", b"\xff", b'{"bytes": 1000}', b"null"]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_table_is_no_clip(cache: ClipCache, broken: bytes) -> None:
    put(cache, "a")
    (cache.folder / "a.json").write_bytes(broken)
    assert cache.find("a") is None


@pytest.mark.parametrize("change", [{"frames_us": []}, {"frames_ms": [0]}, {"frames_us": "abc"}, {"bytes": 999}])
def test_a_table_that_does_not_fit_is_no_clip(cache: ClipCache, change: dict[str, object]) -> None:
    put(cache, "a")
    table = cache.folder / "a.json"
    table.write_text(json.dumps(json.loads(table.read_text()) | change))
    assert cache.find("a") is None


def test_a_clip_whose_pictures_are_gone_is_no_clip(cache: ClipCache) -> None:
    put(cache, "a")
    cache.find("a")
    cache.clip_path("a").unlink()
    assert not cache.hold("a")
    assert cache.find("a") is None


def test_what_was_longest_not_used_goes_first(cache: ClipCache) -> None:
    for age, key in enumerate("abcd"):
        put(cache, key, 3000, age_s=100 - age)
    cache.find("a")
    cache.close()
    cache.trim()
    assert keys(cache) == {"a", "c", "d"}


def test_a_cache_within_its_limit_keeps_everything(cache: ClipCache) -> None:
    for key in "abc":
        put(cache, key, 3000)
    cache.trim()
    assert keys(cache) == {"a", "b", "c"}


def test_a_clip_in_use_is_never_removed(cache: ClipCache) -> None:
    for key in "ab":
        put(cache, key)
    cache.find("a")
    cache.trim(0)
    assert keys(cache) == {"a"}
    cache.close()
    cache.trim(0)
    assert keys(cache) == set()


def test_a_clip_in_use_by_another_process_is_never_removed(cache: ClipCache) -> None:
    for key in "ab":
        put(cache, key)
    program = (
        "import sys; from pathlib import Path; from visualalbum.media.cache import ClipCache\n"
        f"cache = ClipCache(Path({str(cache.folder)!r}))\n"
        "print(cache.find('a') is not None, flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        cache.trim(0)
        assert keys(cache) == {"a"}
        other.kill()
    cache.trim(0)
    assert keys(cache) == set()


def test_only_the_last_clips_asked_for_are_held(cache: ClipCache) -> None:
    names = [f"k{number}" for number in range(HELD + 1)]
    for name in names:
        put(cache, name)
        assert cache.find(name)
    assert not cache.hold(names[0])
    cache.trim(0)
    assert keys(cache) == set(names[1:])


def test_holding_a_clip_counts_as_asking_for_it(cache: ClipCache) -> None:
    names = [f"k{number}" for number in range(HELD + 1)]
    for name in names:
        put(cache, name)
        assert cache.find(name)
        assert cache.hold(names[0])
    assert not cache.hold(names[1])


def test_what_dead_writers_left_is_removed_and_what_is_being_written_is_not(cache: ClipCache) -> None:
    put(cache, "a")
    for name in (".old.mkv.x.part", ".new.mkv.x.part", "old.mkv", "new.mkv"):
        (cache.folder / name).write_bytes(b"x")
        if "old" in name:
            os.utime(cache.folder / name, (cache.clip_path("a").stat().st_mtime - STALE_S - 1,) * 2)
    cache.trim()
    assert {path.name for path in cache.folder.iterdir()} == {"a.mkv", "a.json", ".new.mkv.x.part", "new.mkv"}


def test_a_folder_that_is_not_there_is_an_empty_cache(cache: ClipCache) -> None:
    cache.trim()
    assert cache.find("a") is None
