"""Single values: each good form, and one sentence for every bad one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from visualalbum.fit import Fit
from visualalbum.model import scalars
from visualalbum.model.scalars import Join, ShowTime
from visualalbum.timecode import ClockTime, FrameTime


def value(kind: str, text: Any) -> Any:
    return TypeAdapter(getattr(scalars, kind)).validate_python(text)


def rule(kind: str, text: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        value(kind, text)
    detail = caught.value.errors()[0]
    assert detail["ctx"]["sentence"]
    assert detail["ctx"]["remedy"]
    return detail["type"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("Text", "On", "On"),
        ("Number", "12", 12),
        ("Bpm", "96.5", Fraction(193, 2)),
        ("Flag", "true", True),
        ("Flag", "false", False),
        ("Duration", "2 min", ClockTime(Fraction(120))),
        ("FilmTime", "00:00:01:02", FrameTime(0, 0, 1, 2)),
        ("TrackTime", "go", "go"),
        ("Level", "-18 dB", -18.0),
        ("Level", "+3.5dB", 3.5),
        ("Level", "off", float("-inf")),
        ("Level", "on", 0.0),
        ("File", "../楽屋/a b.flac", "../楽屋/a b.flac"),
        ("Id", "locker-room_2.b", "locker-room_2.b"),
        ("Id", "楽屋", "楽屋"),
        ("Isrc", "JP-X01-24-00001", "JPX012400001"),
        ("Language", "ja-Latn", "ja-Latn"),
        ("Day", "2024", "2024"),
        ("Day", "2024-06", "2024-06"),
        ("Day", "2024-02-29", "2024-02-29"),
        ("FitWord", "inset", Fit.INSET),
        ("JoinWord", "cut", Join()),
        ("JoinWord", "dissolve 0.8", Join(ClockTime(Fraction(4, 5)))),
        ("Edition", "1", 1),
    ],
)
def test_good_values_are_read(kind: str, text: str, expected: object) -> None:
    assert value(kind, text) == expected


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        ("Number", ["0", "-1", "1.5", "x", "10000", "٣", "9" * 99], "bad-number"),
        ("Bpm", ["0", "9", "1001", "nan", "inf", "1e2", "-96"], "bad-number"),
        ("Beats", ["0", "65", "3.5"], "bad-number"),
        ("Flag", ["yes", "On", "True", "1", ""], "bad-flag"),
        ("TrackTime", ["-1", "nan", "inf", "Go", "", "soon"], "bad-time"),
        ("Duration", ["bar 1", "00:00:01:00"], "bad-length"),
        ("FilmTime", ["bar 1"], "bars-in-film"),
        ("Level", ["-18", "18 dB", "+12.5 dB", "nan dB", "-inf dB", "loud", "--3 dB", "−3 dB"], "bad-level"),
        ("File", ["", "  ", "a.md\n", "a\tb", "https://x/a.flac", "file:///a.flac"], "bad-path"),
        ("Id", ["", "a b", "-a", ".a", "a/b", "x" * 101], "bad-id"),
        ("Isrc", ["JPX01240000", "12X012400001"], "bad-isrc"),
        ("Language", ["", "j", "ja_JP", "japanese!", "日本語"], "bad-language"),
        ("Day", ["2024-13", "2023-02-29", "24", "2024-6-1", "0000", "28.6.2024"], "bad-date"),
        ("Show", ["2026-12-01 19:30", "2026-12-01", "2026-12-32 19:30 Asia/Tokyo", "soon"], "bad-show-time"),
        ("FitWord", ["Cover", "stretch", ""], "bad-fit"),
        ("JoinWord", ["", "dissolve", "dissolve ", "fade 1", "Cut"], "bad-join"),
        ("JoinWord", ["dissolve x", "dissolve -1"], "bad-time"),
        ("JoinWord", ["dissolve bar 2"], "bad-length"),
        ("Edition", ["2", "1.0", "one"], "bad-edition"),
    ],
)
def test_bad_values_get_a_rule_a_sentence_and_a_remedy(kind: str, texts: list[str], expected: str) -> None:
    assert {text: rule(kind, text) for text in texts} == dict.fromkeys(texts, expected)


@pytest.mark.parametrize("kind", ["Text", "Number", "Flag", "TrackTime", "Level", "File", "JoinWord", "Show"])
@pytest.mark.parametrize("wrong", [None, [], {}, ["a"], {"a": "b"}])
def test_a_list_a_group_or_nothing_is_no_single_value(kind: str, wrong: object) -> None:
    assert rule(kind, wrong) == "wrong-kind"


def test_a_show_time_has_a_zone() -> None:
    shown: ShowTime = value("Show", "2026-12-01 19:30 Asia/Tokyo")
    assert (shown.local.isoformat(), shown.zone) == ("2026-12-01T19:30:00", "Asia/Tokyo")
