"""The shelf: what is unpacked once is found again, nothing half done is taken for whole, and its size is bounded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.bundles import FILES, MANIFEST, TEXT, change, pack
from tests.support.processes import wait_until
from tests.support.work import unpack_slowly
from visualalbum.interchange import shelf as module
from visualalbum.interchange.shelf import Shelf, is_bundle
from visualalbum.interchange.source import Source
from visualalbum.jobs import JobQueue


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with closing(Shelf(tmp_path / "shelf")) as shelf:
        yield shelf


def packed(tmp_path: Path, name: str = "a.zip", size: int = 1000) -> Path:
    return pack(tmp_path / name, {MANIFEST: TEXT.encode(), "one.wav": bytes(size)})


def rules(source: Source) -> list[str]:
    return [problem.rule for problem in source.problems]


def listed(shelf: Shelf) -> set[str]:
    return {path.name for path in shelf.folder.iterdir()}


def test_a_manifest_is_its_own_source(shelf: Shelf, tmp_path: Path) -> None:
    manifest = tmp_path / MANIFEST
    assert shelf.find(manifest) == Source(manifest, manifest) == shelf.settle(manifest)


def test_a_bundle_is_known_by_its_ending_and_a_folder_is_none(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    assert is_bundle(tmp_path / "A.ZIP") and is_bundle(tmp_path / "gone.visualalbum.zip")
    assert not is_bundle(tmp_path / "folder.zip") and not is_bundle(tmp_path / MANIFEST)


def test_a_bundle_is_unpacked_once(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = packed(tmp_path)
    assert shelf.find(made) is None
    source = shelf.settle(made)
    assert source.given == made
    assert source.manifest.read_text() == TEXT
    assert source.load().album is not None
    monkeypatch.setattr(module, "unpack", lambda *_: pytest.fail("it was unpacked again"))
    assert shelf.find(made) == shelf.settle(made) == source


def test_a_changed_bundle_is_unpacked_anew(shelf: Shelf, tmp_path: Path) -> None:
    first = shelf.settle(packed(tmp_path))
    second = shelf.settle(packed(tmp_path, size=2000))
    assert second.root != first.root
    assert second.manifest.with_name("one.wav").stat().st_size == 2000


def test_a_folder_from_which_files_were_taken_is_unpacked_anew(shelf: Shelf, tmp_path: Path) -> None:
    made = packed(tmp_path)
    source = shelf.settle(made)
    source.manifest.with_name("one.wav").unlink()
    assert shelf.find(made) is None
    assert shelf.settle(made) == source
    assert source.manifest.with_name("one.wav").exists()


@pytest.mark.parametrize("table", ["", "{}", "null", '{"manifest": "a", "sizes": {"\\u0000": 1}, "problems": []}'])
def test_a_table_that_is_broken_is_no_table(shelf: Shelf, tmp_path: Path, table: str) -> None:
    made = packed(tmp_path)
    source = shelf.settle(made)
    assert source.root is not None
    (shelf.folder / f"{source.root.name}.json").write_text(table)
    assert shelf.find(made) is None
    assert shelf.settle(made) == source


def test_what_is_damaged_is_told_the_second_time_too(shelf: Shelf, tmp_path: Path) -> None:
    made = change(pack(tmp_path / "a.zip"), b"[00:00]a", b"[00:00]b")
    first, second = shelf.settle(made), shelf.settle(made)
    assert rules(first) == ["damaged"] == rules(second)
    assert first.problems[0].sentence.template == "{file} is damaged: {reason}" == second.problems[0].sentence.template


def test_a_bundle_that_is_refused_leaves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    made = change(packed(tmp_path), b"title: Packed", b"title: Hacked")
    source = shelf.settle(made)
    assert (source.root, rules(source)) == (None, ["damaged"])
    assert source.load().album is None
    assert source.load().problems == source.problems
    assert listed(shelf) == set()


def test_a_bundle_that_is_gone_is_refused_though_it_was_unpacked(shelf: Shelf, tmp_path: Path) -> None:
    made = packed(tmp_path)
    shelf.settle(made)
    made.unlink()
    assert rules(shelf.settle(made)) == ["not-found"]


def test_a_bundle_that_changes_while_it_is_unpacked_is_told(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = packed(tmp_path)
    monkeypatch.setattr(Shelf, "_enter", lambda *_: os.utime(made, (1, 1)))
    assert rules(shelf.settle(made)) == ["changed"]


class Disk(NamedTuple):
    total: int
    used: int
    free: int


def test_a_disk_without_room_is_told_before_anything_is_unpacked(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shelf.settle(packed(tmp_path, "other.zip"))
    shelf.close()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(10**10, 10**10, 10**8))
    monkeypatch.setattr(module, "unpack", lambda *_: pytest.fail("it was unpacked"))
    (problem,) = shelf.settle(packed(tmp_path)).problems
    assert problem.rule == "disk-full"
    assert problem.sentence.endswith(f"it needs 268 MB, and {shelf.folder} has 100 MB")
    assert other.root is not None and not other.root.exists(), "others made room first"


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "shelf").write_text("in the way")
    (problem,) = Shelf(tmp_path / "shelf").settle(packed(tmp_path)).problems
    assert problem.rule == "not-unpacked"
    assert str(tmp_path / "shelf") in problem.sentence


def test_what_was_longest_not_used_makes_room_and_what_is_in_use_stays(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    with closing(Shelf(folder, 2500)) as reader, closing(Shelf(folder, 2500)) as writer:
        sources = []
        for number in range(4):
            source = writer.settle(packed(tmp_path, f"{number}.zip"))
            assert source.root is not None
            os.utime(folder / f"{source.root.name}.json", (number, number))
            sources.append(source)
            if number == 0:
                assert reader.find(source.given) == source
                os.utime(folder / f"{source.root.name}.json", (0, 0))
        there = [source.root is not None and source.root.exists() for source in sources]
        assert there == [True, False, True, True], "the first is read by somebody, the last two by the writer"


def test_a_process_that_is_killed_leaves_nothing_that_is_taken_for_whole(tmp_path: Path) -> None:
    made, folder = packed(tmp_path), tmp_path / "shelf"
    queue = JobQueue(workers=1, express=0)
    try:
        job = queue.submit(unpack_slowly, folder, made, reports=True)
        wait_until(lambda: job.progress > 0, "it to begin")
        (half,) = folder.iterdir()
        with closing(Shelf(folder)) as other:
            assert other.find(made) is None
            other.trim()
            assert half.exists(), "its writer lives"
            job.cancel()

            def swept() -> bool:
                other.trim()
                return not half.exists()

            wait_until(swept, "what the dead one left to be taken away")
            assert other.settle(made).root is not None
    finally:
        queue.close()


def test_two_that_unpack_the_same_bundle_end_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, folder = packed(tmp_path), tmp_path / "shelf"
    with closing(Shelf(folder)) as first, closing(Shelf(folder)) as second:
        real = module.unpack

        def meanwhile(*words: object) -> object:
            monkeypatch.setattr(module, "unpack", real)
            assert second.settle(made).root is not None
            return real(*words)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "unpack", meanwhile)
        assert first.settle(made) == second.settle(made)
        assert len(listed(first)) == 2, "a folder and its table"


def test_a_file_of_a_bundle_is_known_by_the_bundles_path(shelf: Shelf, tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {**FILES, MANIFEST: b"visualalbum: 1\ntracks: [{audio: gone.wav}]\n"})
    source = shelf.settle(made)
    assert source.root is not None
    assert source.known_as(source.root / "words/one.lrc") == made / "words/one.lrc"
    assert source.known_as(made) == made
    (problem,) = map(source.told, source.load().problems)
    assert str(problem).startswith(f"{made}/{MANIFEST}:2:18: error: missing-file: ")


def test_a_bundle_reaches_nothing_outside_of_it(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "secret.wav").write_bytes(b"RIFF")
    text = (
        f"visualalbum: 1\ntracks: [{{audio: {tmp_path}/secret.wav}}, {{audio: ../../secret.wav}}, {{audio: one.wav}}]\n"
    )
    loaded = shelf.settle(pack(tmp_path / "a.zip", {**FILES, MANIFEST: text.encode()})).load()
    assert loaded.album is not None
    assert [track.audio for track in loaded.album.tracks] == [None, None, "one.wav"]
    assert [problem.rule for problem in loaded.problems].count("outside-bundle") == 2
