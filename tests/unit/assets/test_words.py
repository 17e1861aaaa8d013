"""The demo's words: their files are what the melodies say, and every time in them is a note's."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import words
from music.melody import sung
from score import SONG_SAMPLES

from visualalbum.words import Lyrics, load

LRC = [name for name in words.FILES if name.endswith(".lrc")]
TTML = "02-where-the-light-falls.ja.ttml"
NS = {"": "http://www.w3.org/ns/ttml", "ttm": "http://www.w3.org/ns/ttml#metadata"}
STEP_US = 5_000
"""LRC counts hundredths of a second, so a time may be off by half of one."""


def song_of(name: str) -> int:
    return int(name[:2]) - 1


def read(name: str) -> Lyrics:
    lyrics, problems = load(words.WORDS / name)
    assert lyrics is not None
    assert problems == []
    return lyrics


def off_notes(song: int, times_us: list[int]) -> list[int]:
    """The times at which no note of the sung lines starts or ends."""
    notes = [note for line in sung(song) for note in line.notes]
    known = [time * 1_000_000 for note in notes for time in (note.start_s, note.end_s)]
    return [time for time in times_us if min(abs(time - one) for one in known) > STEP_US]


@pytest.mark.parametrize("name", words.FILES)
def test_the_file_is_what_the_melody_says(name: str) -> None:
    assert (words.WORDS / name).read_text(encoding="utf-8") == words.FILES[name]()


@pytest.mark.parametrize("name", LRC)
def test_every_time_of_an_lrc_is_a_notes(name: str) -> None:
    lines = read(name).lines
    times = [line.start_us for line in lines] + [word.start_us for line in lines for word in line.words]
    assert off_notes(song_of(name), times) == []


def test_a_word_20_ms_late_would_be_noticed() -> None:
    first = round(sung(0)[0].notes[0].start_s * 1_000_000)
    assert off_notes(0, [first, first + 20_000]) == [first + 20_000]


@pytest.mark.parametrize("name", LRC)
def test_an_lrc_has_every_line_in_order(name: str) -> None:
    spoken = [line for line in read(name).lines if line.text]
    language = name.split(".")[1]
    assert [line.text for line in spoken] == [
        words.joined(words.words_of(line, language)) for line in sung(song_of(name))
    ]
    starts = [line.start_us for line in spoken]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(("name", "timed"), [(LRC[0], False), (LRC[1], True), (LRC[2], True)])
def test_word_times_are_where_they_are_promised(name: str, timed: bool) -> None:
    assert all(bool(line.words) == timed for line in read(name).lines if line.text)


@pytest.mark.parametrize("song", [0, 1])
def test_nobody_sings_two_lines_at_once(song: int) -> None:
    lines = sung(song)
    for line, following in pairwise(lines):
        assert line.notes[-1].end_s <= following.notes[0].start_s
    assert words.end_s(lines[-1]) * 44_100 < SONG_SAMPLES[song]


def stamp_us(text: str) -> int:
    hours, minutes, seconds = text.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)) * 1_000_000)


def test_the_ttml_has_a_paragraph_a_line_and_a_span_a_word() -> None:
    tree = ElementTree.parse(words.WORDS / TTML).getroot()
    assert tree.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "ja"
    known = {agent.attrib["{http://www.w3.org/XML/1998/namespace}id"] for agent in tree.iterfind(".//ttm:agent", NS)}
    paragraphs = tree.findall(".//p", NS)
    assert ["".join(p.itertext()) for p in paragraphs] == [words.joined(line.japanese) for line in sung(1)]
    times = []
    for paragraph in paragraphs:
        assert paragraph.attrib[f"{{{NS['ttm']}}}agent"] in known
        spans = paragraph.findall("span", NS)
        assert all(span.text and re.fullmatch(r"\S+", span.text) for span in spans)
        edges = [stamp_us(one.attrib[edge]) for one in (paragraph, *spans) for edge in ("begin", "end")]
        times += edges
        assert edges[0] == edges[2]
        assert edges[1] == edges[-1]
        assert edges[2:] == sorted(edges[2:])
    assert off_notes(1, times) == []
