"""Words written in a format and read again are the same, but for what the format is said to lose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualalbum.words.lines import Line, Lyrics, Singer, Word, end_us
from visualalbum.words.load import READERS
from visualalbum.words.write import FORMATS, losses
from visualalbum.words.write.formats import Part

TIMED = [ending for ending in FORMATS if ending != ".txt"]
SINGERS = (Singer("v1", "Souma"), Singer("v2", "The <others> & I"), Singer("v3", "All", group=True))

tokens = st.text(alphabet="abé日ع&<>'\".,-", min_size=1, max_size=6)


@st.composite
def voices(draw: st.DrawFn, start_us: int, room_us: int, step_us: int) -> Line:
    """A line within the time up to the next one; its words with times or without."""
    texts = draw(st.lists(tokens, min_size=1, max_size=4))
    text = " ".join(texts)
    last = room_us // step_us - 1
    words: tuple[Word, ...] = ()
    if draw(st.booleans()):
        offsets = sorted(draw(st.lists(st.integers(0, last), min_size=len(texts), max_size=len(texts))))
        spaced = [f"{one} " for one in texts[:-1]] + texts[-1:]
        words = tuple(Word(start_us + at * step_us, one) for at, one in zip(offsets, spaced, strict=True))
    end = draw(st.none() | st.integers(max(1, (words[-1].start_us - start_us) // step_us if words else 1), last))
    return Line(start_us, text, words, None if end is None else start_us + end * step_us)


@st.composite
def lyrics(draw: st.DrawFn, step_us: int) -> Lyrics:
    """Lines a while apart, as singers and captions have them."""
    lines = []
    start_us = 0
    for _ in range(draw(st.integers(1, 5))):
        start_us += draw(st.integers(0, 3_000_000 // step_us)) * step_us
        room_us = draw(st.integers(200, 4_000_000 // step_us)) * step_us
        line = draw(voices(start_us, room_us, step_us))
        backing = draw(st.none() | voices(start_us, room_us, step_us))
        slants = draw(st.booleans()) and not line.words
        lines.append(
            replace(
                line,
                singer=draw(st.sampled_from(["", "v1", "v2", "v3"])),
                backing=backing and (replace(backing, words=(), end_us=line.end_us) if line.end_us else backing),
                translations=draw(st.sampled_from([(), (("ja", "やあ"),), (("ja", "や&あ"), ("de", "Hallo"))])),
                transliteration=draw(st.sampled_from(["", "ya"])),
                italics=((0, len(line.text)),) if slants else (),
                on_top=draw(st.booleans()),
            )
        )
        start_us += room_us
    return Lyrics(tuple(lines), (("ti", "A song"), ("la", "en")), SINGERS)


def without_lost(words: Lyrics, ending: str) -> Lyrics:
    """What a format is said to carry of some words."""
    form = FORMATS[ending]
    carries = form.carries
    lines = tuple(
        replace(
            line,
            words=line.words if Part.WORDS in carries else (),
            singer=line.singer if Part.SINGERS in carries else "",
            backing=line.backing if Part.BACKING in carries else None,
            translations=line.translations if Part.TRANSLATIONS in carries else (),
            transliteration=line.transliteration if Part.TRANSLITERATIONS in carries else "",
            italics=line.italics if Part.ITALICS in carries else (),
            on_top=line.on_top and Part.PLACES in carries,
        )
        for line in words.lines
    )
    tags = tuple((name, value) for name, value in words.tags if name in form.tags)
    return Lyrics(lines, tags, words.singers if Part.SINGERS in carries else ())


def sung(line: Line) -> list[tuple[int, str, int | None]]:
    """Words as they are heard: one without an end is over when the next begins."""
    overs = [*(word.start_us for word in line.words[1:]), line.end_us]
    return [
        (word.start_us, word.text, over_us if word.end_us is None else word.end_us)
        for word, over_us in zip(line.words, overs, strict=False)
    ]


def compared(words: Lyrics) -> list[object]:
    """What two readings must agree on: a pause is the end of the line before it, singers go by their names."""
    names = {singer.id: (singer.name, singer.group) for singer in words.singers}
    return [
        (
            line.start_us,
            line.text,
            end_us(words.lines, number),
            sung(line),
            names[line.singer][0] if line.singer else "",
            line.backing and (line.backing.start_us, line.backing.text, line.backing.end_us, sung(line.backing)),
            line.translations,
            line.transliteration,
            line.italics,
            line.on_top,
        )
        for number, line in enumerate(words.lines)
        if line.text
    ]


@pytest.mark.parametrize("ending", TIMED)
@given(data=st.data())
def test_what_a_format_carries_reads_back(ending: str, data: st.DataObject) -> None:
    words = data.draw(lyrics(FORMATS[ending].step_us))
    read, problems = READERS[ending](FORMATS[ending].write(words), "words")
    assert problems == []
    assert read is not None
    kept = without_lost(words, ending)
    assert losses(kept, FORMATS[ending]) == []
    assert compared(read) == compared(kept)
    assert read.tags == kept.tags
