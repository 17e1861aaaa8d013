"""Subtitles: SubRip, WebVTT and ASS give the same kind of lines; remarks and numbers are not spoken."""

from __future__ import annotations

import pytest

from visualalbum.words import Line, Singer
from visualalbum.words.captions import parse

S = 1_000_000


def lines(text: str, kind: str) -> tuple[Line, ...]:
    lyrics, problems = parse(text, "a", kind)
    assert problems == []
    assert lyrics is not None
    return lyrics.lines


def test_webvtt_has_names_settings_voices_remarks_and_tags() -> None:
    text = (
        "WEBVTT - of a film\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:01.000 --> 00:02.000 line:80%\n"
        "<v.loud Mary Ann>Tap &amp; <b>stamp</b>\nsecond line\n\n"
        "NOTE nobody says this\n00:00.000 --> 00:09.000\n\n"
        "last one\n01:00:03.000 --> 01:00:04.000\n<00:03.100>Bye\n"
    )
    assert lines(text, "vtt") == (
        Line(S, "Tap & stamp\nsecond line", (), 2 * S, "Mary Ann"),
        Line(3603 * S, "Bye", (), 3604 * S),
    )
    lyrics, _ = parse(text, "a", "vtt")
    assert lyrics is not None and lyrics.singers == (Singer("Mary Ann", "Mary Ann"),)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subrip_keeps_a_number_that_is_said_and_no_other(end: str) -> None:
    text = end.join(["1", "00:00:01,000 --> 00:00:02,000", "A", "", "2", "00:00:03,000 --> 00:00:04,000", "1984", ""])
    assert lines(text, "srt") == (Line(S, "A", (), 2 * S), Line(3 * S, "1984", (), 4 * S))


def test_ass_has_names_and_loses_its_effects() -> None:
    text = (
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,nobody says this\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Bob,0,0,0,,{\\i1}La{\\i0}\\Nla\n"
    )
    assert lines(text, "ass") == (Line(S, "La\nla", (), 2 * S, "Bob"),)


def test_captions_come_in_the_order_of_their_times_and_none_ends_before_it_starts() -> None:
    text = "00:00:05,000 --> 00:00:04,000\nlate\n\n00:00:01,000 --> 00:00:02,000\nsoon\n"
    assert lines(text, "srt") == (Line(S, "soon", (), 2 * S), Line(5 * S, "late", (), 5 * S))


@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
@pytest.mark.parametrize("text", ["", "la la la", "\n\n-->\n", "00:01 --> \nx"])
def test_a_text_without_captions_is_told(kind: str, text: str) -> None:
    lyrics, (problem,) = parse(text, "a.srt", kind)
    assert lyrics is None or lyrics.lines == ()
    assert problem.rule in ("no-lines", "not-captions")
    assert problem.remedy
