"""Folders in use."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from visualalbum.store.hold import Hold


def test_any_number_may_use_a_folder_and_none_has_it_alone_meanwhile(tmp_path: Path) -> None:
    with closing(Hold(tmp_path)), closing(Hold(tmp_path)), pytest.raises(OSError):
        Hold(tmp_path, alone=True)
    Hold(tmp_path, alone=True).close()


def test_one_that_has_it_alone_keeps_others_out_until_it_lets_go(tmp_path: Path) -> None:
    with closing(Hold(tmp_path, alone=True)), pytest.raises(OSError):
        Hold(tmp_path)
    Hold(tmp_path).close()


def test_a_folder_is_held_under_its_new_name_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with closing(Hold(tmp_path / "a", alone=True)), pytest.raises(OSError):
        Hold((tmp_path / "a").rename(tmp_path / "b"))


def test_what_is_not_there_cannot_be_held(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Hold(tmp_path / "gone")
