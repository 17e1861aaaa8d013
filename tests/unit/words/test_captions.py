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


def test_ass_has_names_and_keeps_of_its_effects_what_slants() -> None:
    text = (
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,nobody says this\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Bob,0,0,0,,{\\i1}La{\\i0}\\N{\\blur3}la\n"
    )
    assert lines(text, "ass") == (Line(S, "La\nla", (), 2 * S, "Bob", italics=((0, 2),)),)


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


@pytest.mark.parametrize(
    ("settings", "on_top"),
    [("", False), ("line:80%", False), ("line:-1", False), ("position:10% line:5%", True), ("line:0,start", True)],
)
def test_webvtt_says_which_captions_stand_at_the_top(settings: str, on_top: bool) -> None:
    (line,) = lines(f"WEBVTT\n\n00:01.000 --> 00:02.000 {settings}\nSnow falls\n", "vtt")
    assert (line.text, line.on_top) == ("Snow falls", on_top)


def test_subrip_and_ass_say_it_by_a_mark_and_ass_by_a_style_too() -> None:
    stamp = "00:00:01,000 --> 00:00:02,000"
    assert [one.on_top for one in lines(f"{stamp}\n{{\\an8}}Up\n\n{stamp}\n{{\\an2}}Down\n", "srt")] == [True, False]
    styled = (
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, "
        "Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
        "MarginL, MarginR, MarginV, Encoding\n"
        "Style: Sign,Arial,20,&HFFFFFF,&HFF,&H0,&H0,0,-1,0,0,100,100,0,0,1,2,2,8,10,10,10,1\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Sign,,0,0,0,,A shop\n"
    )
    (sign,) = lines(styled, "ass")
    assert (sign.on_top, sign.italics) == (True, ((0, 6),))


@pytest.mark.parametrize(
    ("text", "plain", "slanting"),
    [
        ("<i>all of it</i>", "all of it", ["all of it"]),
        ("she said <i>no</i>\nand <i.loud>left</i >", "she said no\nand left", ["no", "left"]),
        ("  <i> &lt;i&gt; </i>is said", "<i> is said", ["<i> "]),
        ("<i>one</i><b><i>two</i></b> three", "onetwo three", ["onetwo"]),
        ("<i>never closed", "never closed", ["never closed"]),
        ("</i>never opened <I>Case</I>", "never opened Case", ["Case"]),
        ("<i></i>", "", []),
    ],
)
def test_what_slants_is_kept_by_its_place_in_the_plain_text(text: str, plain: str, slanting: list[str]) -> None:
    (line,) = lines(f"00:00:01,000 --> 00:00:02,000\n{text}\n", "srt")
    assert line.text == plain
    assert [line.text[start:end] for start, end in line.italics] == slanting
