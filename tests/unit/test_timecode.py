"""Times as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from visualalbum.timecode import BeatTime, ClockTime, FrameTime, TempoMap, TimeError, parse, people, shown

PAL, NTSC, FILM = Fraction(25), Fraction(30_000, 1001), Fraction(24_000, 1001)
TEMPO = TempoMap(Fraction(96), Fraction(12, 100), 4)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", Fraction(0)),
        ("7.36", Fraction(736, 100)),
        ("0:54.5", Fraction(109, 2)),
        ("90:00", Fraction(5400)),
        ("1:02:03.004", Fraction(3_723_004, 1000)),
        ("500 ms", Fraction(1, 2)),
        ("8s", Fraction(8)),
        ("1.5 min", Fraction(90)),
    ],
)
def test_times_of_the_clock_are_exact(text: str, seconds: Fraction) -> None:
    assert parse(text) == ClockTime(seconds)


@pytest.mark.parametrize(
    ("text", "rate", "frame"),
    [
        ("00:01:10:12", PAL, 70 * 25 + 12),
        ("00:00:01:23", FILM, 47),
        ("00:01:00:00", NTSC, 1800),
        ("00:00:59;29", NTSC, 1799),
        ("00:01:00;02", NTSC, 1800),
        ("00:10:00;00", NTSC, 17_982),
        ("01:00:00;00", NTSC, 107_892),
        ("00:01:00;04", Fraction(60_000, 1001), 3600),
    ],
)
def test_time_code_counts_the_films_own_frames(text: str, rate: Fraction, frame: int) -> None:
    assert parse(text).exact(rate) == frame / rate


def test_an_average_rate_of_the_prober_counts_as_its_nominal_rate() -> None:
    assert parse("00:00:01;00").exact(Fraction(2997, 100)) == 30 / Fraction(2997, 100)


def test_bars_and_beats_count_from_one_and_start_at_the_first_beat() -> None:
    assert parse("bar 1").exact(tempo=TEMPO) == Fraction(12, 100)
    assert parse("bar 17").exact(tempo=TEMPO) == Fraction(12, 100) + 64 * Fraction(60, 96)
    assert parse("bar 3 beat 2.5").resolve(tempo=TEMPO) == 120_000 + round(9.5 * 60 / 96 * 1_000_000)


NO_TIMES = """-1 -0:05 nan NaN inf infinity 1e3 .5 5. 1,5 1:5 1:60 0:61 1:60:00 00:00:60:00 1:2:3:4 00:00:00:5 --1 +1
0x10 1:00:00:00:00 bar bar_0 bar_-1 bar_1_beat_0 bar_1_beat bar_1.5 beat_2 5h 5_m 1234567890 1.1234567890 ٣ ½ now"""


@pytest.mark.parametrize("text", ["", " ", " 1", "1\n", "\x00", *(one.replace("_", " ") for one in NO_TIMES.split())])
def test_anything_else_is_told_with_one_message(text: str) -> None:
    with pytest.raises(TimeError) as caught:
        parse(text)
    assert caught.value.sentence == f"{shown(text)} is not a time"
    assert "bar N beat M" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "rate", "sentence"),
    [
        ("00:00:00:25", PAL, "00:00:00:25 has frame 25, and a second of this film has 25"),
        ("00:00:00:24", FILM, "00:00:00:24 has frame 24, and a second of this film has 24"),
        ("00:00:01;00", PAL, "00:00:01;00 is drop-frame, and this film has 25 frames a second"),
        ("00:00:01;00", Fraction(30), "00:00:01;00 is drop-frame, and this film has 30 frames a second"),
        ("00:01:00;01", NTSC, "00:01:00;01 does not exist: drop-frame leaves its number out"),
        ("00:00:01:00", None, "00:00:01:00 counts frames, and there is no film here to give their rate"),
    ],
)
def test_frames_that_a_film_does_not_have_are_refused_not_repaired(
    text: str, rate: Fraction | None, sentence: str
) -> None:
    with pytest.raises(TimeError) as caught:
        parse(text).resolve(rate)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize(("text", "tempo"), [("bar 1", None), ("bar 1 beat 5", TEMPO), ("bar 1 beat 5.5", TEMPO)])
def test_beats_that_a_song_does_not_have_are_refused(text: str, tempo: TempoMap | None) -> None:
    with pytest.raises(TimeError, match=text):
        parse(text).resolve(tempo=tempo)


def test_a_fraction_of_the_last_beat_is_still_in_its_bar() -> None:
    assert parse("bar 1 beat 4.5").exact(tempo=TEMPO) < parse("bar 2").exact(tempo=TEMPO)


@pytest.mark.parametrize(
    ("time_us", "text"),
    [
        (0, "0:00.000"),
        (59_999_499, "0:59.999"),
        (59_999_500, "1:00.000"),
        (3_599_999_999, "1:00:00.000"),
        (-1_500_000, "-0:01.500"),
    ],
)
def test_times_for_people_are_rounded_to_the_millisecond(time_us: int, text: str) -> None:
    assert people(time_us) == text


def test_a_time_says_itself_as_its_author_wrote_it() -> None:
    assert [str(parse(text)) for text in ("0:54.50", "00:01:10:12", "bar 3")] == ["0:54.50", "00:01:10:12", "bar 3"]
    assert str(ClockTime(Fraction(5, 2))) == "0:02.500"
    assert str(FrameTime(0, 1, 2, 3, drop=True)) == "00:01:02;03"
    assert str(BeatTime(3, Fraction(5, 2))) == "bar 3 beat 2.5"


def test_a_quoted_text_stays_on_one_line_and_is_cut_short() -> None:
    assert shown("a\nb\x1b[31m") == '"a b [31m"'
    assert shown("x" * 41) == '"' + "x" * 40 + '…"'
