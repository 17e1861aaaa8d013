"""MPRIS's types, and the addresses that it is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from dbus_fast import DBusError, Message

from visualalbum.remote.mpris import manifest_of, metadata
from visualalbum.remote.standing import TrackFacts

FACTS = TrackFacts(
    "/visualalbum/track/1", 2**40, "Title", "Artist", "Album", "Band", 3, "file:///a.flac", "file:///c.png"
)


def test_every_value_of_the_metadata_has_its_type() -> None:
    found = {key: (value.signature, value.value) for key, value in metadata(FACTS).items()}
    assert found == {
        "mpris:trackid": ("o", "/visualalbum/track/1"),
        "mpris:length": ("x", 2**40),
        "mpris:artUrl": ("s", "file:///c.png"),
        "xesam:title": ("s", "Title"),
        "xesam:artist": ("as", ["Artist"]),
        "xesam:album": ("s", "Album"),
        "xesam:albumArtist": ("as", ["Band"]),
        "xesam:trackNumber": ("i", 3),
        "xesam:url": ("s", "file:///a.flac"),
    }
    Message(path="/a", interface="a.b", member="c", signature="a{sv}", body=[metadata(FACTS)], serial=1)._marshall(
        False
    )


def test_what_is_not_known_is_not_told() -> None:
    assert list(metadata(TrackFacts())) == ["mpris:trackid"]


def test_a_uri_of_a_file_is_its_path() -> None:
    assert manifest_of("file:///music/a%20b/%C3%B6.yaml") == Path("/music/a b/ö.yaml")
    assert manifest_of("file://localhost/a.yaml") == Path("/a.yaml")


@pytest.mark.parametrize("uri", ["http://a/b.yaml", "/a.yaml", "file://host/a.yaml", "file:a.yaml", "file:///a%00", ""])
def test_any_other_uri_is_refused_with_a_sentence(uri: str) -> None:
    with pytest.raises(DBusError, match="names no manifest on this machine"):
        manifest_of(uri)
