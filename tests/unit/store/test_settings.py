"""Settings: what is written is read again, what is broken is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.store import settings
from visualalbum.store.paths import HOME_VARIABLE
from visualalbum.store.settings import Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_what_is_written_is_read_again() -> None:
    settings.save(Settings(scheme="light", more_contrast=True))
    assert settings.load() == Settings(scheme="light", more_contrast=True)


def test_a_change_leaves_the_others_as_they_are() -> None:
    settings.change(scheme="light")
    settings.change(device="balcony", device_title="The balcony")
    assert settings.load() == Settings(scheme="light", device="balcony", device_title="The balcony")


@pytest.mark.parametrize("data", [b'{"device": "\\u0000"}', b"", b"[]", b"\xff", b'{"scheme": "pink"}', b" " * 200_000])
def test_a_file_that_is_broken_is_left_aside(data: bytes) -> None:
    settings.settings_file().parent.mkdir(parents=True)
    settings.settings_file().write_bytes(data)
    assert settings.load() == Settings()
