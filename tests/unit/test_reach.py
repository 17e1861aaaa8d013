"""Files that are there, and places of which the system tells nothing."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from visualalbum.reach import exists, is_file, is_folder


def asked(path: Path) -> tuple[bool, bool, bool]:
    return exists(path), is_file(path), is_folder(path)


def test_files_folders_and_others_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    assert asked(tmp_path / "file") == asked(tmp_path / "link") == (True, True, False)
    assert asked(tmp_path) == (True, False, True)
    assert asked(Path("/dev/null")) == (True, False, False)


@pytest.mark.parametrize("name", ["gone", "file/below", "x" * 300, "y/" * 3000, "\0", "loop"])
def test_what_cannot_be_reached_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    assert asked(tmp_path / name) == (False, False, False)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE, errno.EHOSTDOWN])
def test_what_the_system_refuses_to_tell_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(path: Path) -> object:
        raise OSError(number, "no", str(path))

    monkeypatch.setattr(Path, "stat", refuse)
    assert asked(tmp_path) == (False, False, False)
