"""Keys that were chosen: written and read again; a file that is broken is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.store import keys

pytestmark = pytest.mark.usefixtures("home")


def test_what_is_written_is_read_again() -> None:
    keys.save({"toggle": ("Space", "P"), "mute": ()})
    assert keys.load() == {"toggle": ("Space", "P"), "mute": ()}


def test_without_a_file_there_are_none() -> None:
    assert keys.load() == {}


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"toggle": "Space"}', b'{"toggle": [1]}', b" " * 200_000])
def test_a_file_that_is_broken_is_left_aside(data: bytes) -> None:
    keys.keys_file().parent.mkdir(parents=True)
    keys.keys_file().write_bytes(data)
    assert keys.load() == {}


def test_a_folder_that_cannot_be_written_is_an_error(home: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(OSError, match="home"):
        keys.save({})
