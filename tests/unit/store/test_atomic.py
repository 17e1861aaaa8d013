"""Files are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.store import atomic
from visualalbum.store.atomic import replacing, write_bytes, write_text


@pytest.mark.parametrize("durable", [False, True])
def test_a_file_and_its_folders_are_made(tmp_path: Path, durable: bool) -> None:
    write_text(tmp_path / "a" / "b.txt", "タップ", durable=durable)
    assert (tmp_path / "a" / "b.txt").read_bytes() == "タップ".encode()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        write_bytes(tmp_path / "a", data)
    assert (tmp_path / "a").read_bytes() == b"two"


def test_a_writer_that_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"one")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a") as part:
        part.write_bytes(bytes(1 // 0))
    assert (tmp_path / "a").read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"one")
    with replacing(tmp_path / "a") as part:
        part.write_bytes(b"two")
        assert (tmp_path / "a").read_bytes() == b"one"
        assert part.name.endswith(atomic.PART)
    assert (tmp_path / "a").read_bytes() == b"two"


def test_a_durable_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(atomic.os, "fsync", lambda _: seen.append((tmp_path / "b").exists()))
    write_bytes(tmp_path / "a", b"one")
    assert seen == []
    write_bytes(tmp_path / "b", b"one", durable=True)
    assert seen == [False]


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="a"):
        write_bytes(tmp_path / "a" / "b", b"")
