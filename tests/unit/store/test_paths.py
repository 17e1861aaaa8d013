"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.store import paths


def test_the_folders_are_apart_and_not_made_by_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    folders = [paths.cache_folder(), paths.config_folder(), paths.state_folder(), paths.pictures_folder()]
    assert folders == [tmp_path / "home" / name for name in ("cache", "config", "state", "pictures")]
    assert not (tmp_path / "home").exists()


def test_a_relative_home_is_meant_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "home")
    assert paths.cache_folder() == tmp_path / "home" / "cache"


def test_without_a_home_they_are_the_systems_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert paths.cache_folder().name == "visualalbum"
    assert len({paths.cache_folder(), paths.config_folder(), paths.state_folder()}) == 3


def test_pictures_are_where_a_person_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_PICTURES_DIR", str(tmp_path / "Bilder"))
    assert paths.pictures_folder() == tmp_path / "Bilder"
