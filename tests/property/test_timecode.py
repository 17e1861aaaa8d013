"""Times: whatever is typed is a time or is refused; frames and bars count without gaps."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualalbum.timecode import TempoMap, TimeError, parse, people

RATES = [
    Fraction(24_000, 1001),
    Fraction(24),
    Fraction(25),
    Fraction(30_000, 1001),
    Fraction(50),
    Fraction(60_000, 1001),
]
anything = st.text(alphabet="0123456789:;.,-+ eE barbtnifms", max_size=20) | st.text(max_size=20)


@given(text=anything, rate=st.sampled_from(RATES))
def test_whatever_is_typed_is_a_time_from_zero_on_or_is_refused(text: str, rate: Fraction) -> None:
    try:
        answer: int | str = parse(text).resolve(rate, TempoMap(Fraction(96)))
    except TimeError as error:
        answer = str(error)
    assert answer >= 0 if isinstance(answer, int) else answer.isprintable()


@given(ms=st.integers(0, 100 * 3_600_000))
def test_what_is_written_for_people_reads_back(ms: int) -> None:
    assert parse(people(ms * 1000)).resolve() == ms * 1000


@given(frame=st.integers(0, 24 * 107_892 - 1), nominal=st.sampled_from([30, 60]))
def test_drop_frame_numbers_count_every_frame_once(frame: int, nominal: int) -> None:
    # The way back of SMPTE ST 12-1: put the numbers in again that were left out.
    rate, dropped = Fraction(nominal * 1000, 1001), nominal // 15
    ten_minutes = nominal * 600 - dropped * 9
    tens, rest = divmod(frame, ten_minutes)
    minutes_in_ten = max(0, (rest - dropped) // (nominal * 60 - dropped))
    number = frame + dropped * (9 * tens + minutes_in_ten)
    seconds, frames = divmod(number, nominal)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02};{frames:02}"
    assert parse(text).exact(rate) * rate == frame


@pytest.mark.parametrize("rate", RATES)
@given(frame=st.integers(0, 10**7))
def test_time_code_without_drops_counts_every_frame_once(rate: Fraction, frame: int) -> None:
    nominal = -(-rate.numerator // rate.denominator)
    seconds, frames = divmod(frame, nominal)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}:{frames:02}"
    assert parse(text).exact(rate) * rate == frame


@given(beat=st.integers(0, 10_000), bpm=st.fractions(10, 1000, max_denominator=100), beats=st.integers(1, 12))
def test_beats_follow_each_other_evenly_over_every_bar_line(beat: int, bpm: Fraction, beats: int) -> None:
    tempo = TempoMap(bpm, Fraction(1, 8), beats)
    here, there = (parse(f"bar {n // beats + 1} beat {n % beats + 1}").exact(tempo=tempo) for n in (beat, beat + 1))
    assert there - here == 60 / bpm
