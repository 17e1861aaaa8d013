"""Settings: what is written is read again, what is broken is left aside."""

from __future__ import annotations

import json
import logging
import math

import pytest

from visualalbum.store import settings
from visualalbum.store.offsets import Offset
from visualalbum.store.settings import Settings

pytestmark = pytest.mark.usefixtures("home")

NO_TEXT = (5, None, True, ["a"], {})
NO_SWITCH = ("perhaps", None, 2, [])
BAD: dict[str, tuple[object, ...]] = {
    "scheme": (*NO_TEXT, "pink", "", "Dark"),
    "more_contrast": NO_SWITCH,
    "less_motion": NO_SWITCH,
    "language": (*NO_TEXT, "xx", "", "EN"),
    "device": (*NO_TEXT, "\0"),
    "device_title": (*NO_TEXT, "\0"),
    "offsets": (5, None, "late", {}, ["late"]),
}


def test_what_is_written_is_read_again() -> None:
    settings.save(Settings(scheme="light", more_contrast=True))
    assert settings.load() == Settings(scheme="light", more_contrast=True)


def test_a_change_leaves_the_others_as_they_are() -> None:
    settings.change(scheme="light")
    settings.change(device="balcony", device_title="The balcony")
    assert settings.load() == Settings(scheme="light", device="balcony", device_title="The balcony")


def test_offsets_are_kept_beside_each_other_and_the_broken_ones_of_a_file_left_aside() -> None:
    entries = [
        {"device": "hall", "screen": "HDMI-1", "offset_ms": 80},
        *({"device": "hall", "screen": "DP-1", "offset_ms": wrong} for wrong in (1e9, "late", None, math.nan)),
        {"device": "ha\0ll", "offset_ms": 1},
        {"screen": 7, "offset_ms": 1},
        {},
    ]
    settings.settings_file().parent.mkdir(parents=True)
    settings.settings_file().write_text(json.dumps({"scheme": "light", "offsets": entries}))
    kept = (Offset(device="hall", screen="HDMI-1", offset_ms=80),)
    assert settings.load() == Settings(scheme="light", offsets=kept)
    settings.change(device="balcony")
    assert settings.load().offsets == kept
    settings.settings_file().write_text('{"scheme": "light", "offsets": 80}')
    assert settings.load() == Settings(scheme="light")


@pytest.mark.parametrize("data", [b'{"device": "\\u0000"}', b"", b"[]", b"\xff", b'{"scheme": "pink"}', b" " * 200_000])
def test_a_file_that_is_broken_is_left_aside(data: bytes) -> None:
    settings.settings_file().parent.mkdir(parents=True)
    settings.settings_file().write_bytes(data)
    assert settings.load() == Settings()


@pytest.mark.parametrize("field", Settings.model_fields)
def test_a_value_that_cannot_be_leaves_the_others_and_is_told_in_the_log(
    field: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    settings.settings_file().parent.mkdir(parents=True)
    for value in BAD[field]:
        caplog.clear()
        others = {"scheme": "light", "language": "ja", "device": "balcony", "less_motion": True}
        settings.settings_file().write_text(json.dumps({**others, field: value}))
        others.pop(field, None)
        assert settings.load() == Settings(**others), value
        assert caplog.messages == [f"{settings.settings_file()}: {field} is left aside: it cannot be"]


def test_a_change_is_kept_where_what_was_there_is_broken() -> None:
    settings.settings_file().parent.mkdir(parents=True)
    settings.settings_file().write_text('{"language": "xx"}')
    settings.change(scheme="dark")
    assert settings.load() == Settings(scheme="dark")
