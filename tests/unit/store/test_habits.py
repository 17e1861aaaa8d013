"""Habits: what is written is read again, what is broken is left aside, albums of late in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from visualalbum.store import habits
from visualalbum.store.habits import MOST_ALBUMS, MOST_NUDGES, Habits, Left

pytestmark = pytest.mark.usefixtures("home")

NO_TEXT = (5, True, ["en"], {})
BAD: dict[str, tuple[object, ...]] = {
    "volume": ("loud", 7, -0.1, float("nan"), float("inf"), None, []),
    "muted": ("perhaps", 2, None, []),
    "window": ([1], [1, 2, 3], "800x600", ["a", "b"], [1.5, 2], 5),
    "albums": ({}, [5], [None], "a", None),
    "words_later_ms": ([], {"/a.lrc": "late"}, {"/a.lrc": 1.5}, {"/a.lrc": None}, None),
    "picture_words": (*NO_TEXT, None),
    "captions": NO_TEXT,
}
BAD_ALBUM: dict[str, tuple[object, ...]] = {
    "manifest": (*NO_TEXT, None),
    "title": (*NO_TEXT, None),
    "mode": (*NO_TEXT, None),
    "track": (*NO_TEXT, None),
    "position_us": (-1, 1.5, "late", None, []),
}


def test_what_is_written_is_read_again() -> None:
    left = Left(manifest=Path("/albums/a.yaml"), title="A", track="one", position_us=42)
    saved = Habits(volume=0.25, muted=True, window=(800, 600), albums=(left,)).with_nudges({Path("/albums/a.lrc"): -20})
    habits.save(saved)
    assert habits.load() == saved


def test_without_a_file_habits_are_new() -> None:
    assert habits.load() == Habits()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\x00",
        b" " * 2_000_000,
    ],
)
def test_a_file_that_is_broken_is_left_aside(data: bytes) -> None:
    habits.habits_file().parent.mkdir(parents=True)
    habits.habits_file().write_bytes(data)
    assert habits.load() == Habits()


def read(said: object) -> Habits:
    habits.habits_file().parent.mkdir(parents=True, exist_ok=True)
    habits.habits_file().write_text(json.dumps(said))
    return habits.load()


@pytest.mark.parametrize("field", Habits.model_fields)
def test_a_value_that_cannot_be_leaves_the_others(field: str) -> None:
    for value in BAD[field]:
        found = read({"volume": 0.5, "captions": "ja", field: value})
        others = {name: usual for name, usual in (("volume", 0.5), ("captions", "ja")) if name != field}
        assert found == Habits(**others), value  # type: ignore[arg-type]


@pytest.mark.parametrize("field", Left.model_fields)
def test_an_album_with_a_value_that_cannot_be_leaves_the_other_albums(field: str) -> None:
    for value in BAD_ALBUM[field]:
        bad, good = {"manifest": "/a.yaml", field: value}, {"manifest": "/b.yaml", "position_us": 7}
        assert read({"albums": [*[bad] * 10, good, bad]}).albums == (Left(manifest=Path("/b.yaml"), position_us=7),), (
            value
        )
    assert read({"albums": [{"title": "at no place"}]}) == Habits()


def test_a_nudge_that_cannot_be_leaves_the_others() -> None:
    assert read({"words_later_ms": {"/a.lrc": "soon", "/b.lrc": 40}}).words_later_ms == {Path("/b.lrc"): 40}


def test_keys_of_a_newer_program_are_no_harm() -> None:
    habits.habits_file().parent.mkdir(parents=True)
    habits.habits_file().write_text('{"volume": 0.5, "colour": "blue"}')
    assert habits.load() == Habits(volume=0.5)


def test_a_folder_that_cannot_be_written_is_no_harm(home: Path) -> None:
    home.write_text("in the way")
    habits.save(Habits())
    assert habits.load() == Habits()


def test_the_latest_album_comes_first_each_once_and_the_oldest_go() -> None:
    kept = Habits()
    for number in range(MOST_ALBUMS + 5):
        kept = kept.with_album(Left(manifest=Path(f"/{number}")))
    kept = kept.with_album(Left(manifest=Path("/10"), position_us=5))
    assert len(kept.albums) == MOST_ALBUMS
    assert [str(album.manifest) for album in kept.albums[:3]] == ["/10", "/24", "/23"]
    assert kept.left(Path("/10")) == Left(manifest=Path("/10"), position_us=5)
    assert kept.left(Path("/0")) is None


def test_the_nudges_that_were_made_last_are_kept() -> None:
    many = {Path(f"/albums/{number}.lrc"): 10 for number in range(MOST_NUDGES + 5)}
    kept = Habits().with_nudges(many).words_later_ms
    assert list(kept) == list(many)[5:]
