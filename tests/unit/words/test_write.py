"""Words in the formats of others, and what of them each one loses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.words.test_load import media
from visualalbum.words import Line, Lyrics, Singer, Word, load
from visualalbum.words.load import READERS
from visualalbum.words.write import FORMATS, in_language, losses

TTML = """<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
<head><metadata><ttm:agent type="person" xml:id="a"><ttm:name>Souma</ttm:name></ttm:agent></metadata></head>
<body><p begin="1.5s" end="4s" ttm:agent="a"><span begin="1.5s" end="2s">Tap </span><span begin="2.5s">twice</span>
<span ttm:role="x-bg" begin="3s">(twice)</span><span ttm:role="x-translation" xml:lang="ja">二度</span></p></body>
</tt>"""


def words() -> Lyrics:
    found, problems = READERS[".ttml"](TTML, "words.ttml")
    assert found is not None
    assert problems == []
    return found


def lost(ending: str) -> dict[str, int]:
    return {str(loss.what): loss.number for loss in losses(words(), FORMATS[ending])}


def test_each_format_says_what_it_loses_and_who_would_keep_it() -> None:
    assert lost(".ttml") == {}
    assert lost(".elrc") == {
        "ends of words": 1,
        "names of who sings": 1,
        "backing voices": 1,
        "translations": 1,
    }
    assert lost(".vtt") == {
        "times of words": 2,
        "ends of words": 1,
        "backing voices": 1,
        "translations": 1,
        "remarks about the whole (la)": 1,
    }
    assert lost(".txt")["times"] == 1
    assert {loss.what: loss.kept_by for loss in losses(words(), FORMATS[".lrc"])}["times of words"] == (
        ".elrc",
        ".ttml",
    )


def test_times_between_the_steps_of_a_format_are_told() -> None:
    fine = Lyrics((Line(1_234_500, "fine"), Line(2_345_000, "even in milliseconds")))
    assert [(loss.what, loss.number) for loss in losses(fine, FORMATS[".lrc"])] == [("fractions of 1 ms", 1)]
    (told,) = losses(fine, FORMATS[".ass"])
    assert (told.what, told.number, told.kept_by) == (
        "fractions of 10 ms",
        2,
        (".lrc", ".elrc", ".ttml", ".srt", ".vtt"),
    )
    assert losses(fine, FORMATS[".ttml"]) == []


def test_lyrics_are_written_as_players_read_them() -> None:
    song = Lyrics(
        (
            Line(1_500_000, "Tap twice", (Word(1_500_000, "Tap "), Word(2_005_000, "twice")), 3_000_000),
            Line(65_250_000, "no\nwords", end_us=70_000_000),
        ),
        (("ti", "Locker room"), ("offset", "+100")),
    )
    assert FORMATS[".elrc"].write(song) == (
        "[ti:Locker room]\n[00:01.50]<00:01.50>Tap <00:02.005>twice<00:03.00>\n[01:05.25]no words\n[01:10.00]\n"
    )
    assert FORMATS[".lrc"].write(song) == (
        "[ti:Locker room]\n[00:01.50]Tap twice\n[00:03.00]\n[01:05.25]no words\n[01:10.00]\n"
    )
    assert FORMATS[".txt"].write(song) == "Tap twice\nno\nwords\n"


def test_captions_keep_who_speaks_what_slants_and_where_they_stand() -> None:
    one = Line(0, "He said: no & yes", end_us=1_000_000, singer="a b", italics=((9, 11),), on_top=True)
    said = Lyrics((one,), singers=(Singer("a b", "Old <man>"),))
    assert "00:00:00.000 --> 00:00:01.000 line:0\n<v Old &lt;man&gt;>He said: <i>no</i> &amp; yes" in FORMATS[
        ".vtt"
    ].write(said)
    assert "{\\an8}He said: <i>no</i> & yes" in FORMATS[".srt"].write(said)
    assert ",Old <man>,0,0,0,,{\\an8}He said: {\\i1}no{\\i0} & yes" in FORMATS[".ass"].write(said)
    for ending in (".vtt", ".srt", ".ass"):
        read, _ = READERS[ending](FORMATS[ending].write(said), "said")
        assert read is not None
        assert (read.lines[0].text, read.lines[0].italics, read.lines[0].on_top) == (one.text, one.italics, True)


@pytest.mark.parametrize("ending", [".srt", ".ass", ".vtt"])
@pytest.mark.parametrize("text", ["a <b> c", "a & b", "a &amp; b", "<i> is a mark", "1 < 2 > 0"])
def test_letters_that_would_be_taken_for_marks_read_back(ending: str, text: str) -> None:
    read, _ = READERS[ending](FORMATS[ending].write(Lyrics((Line(0, text, end_us=10_000),))), "said")
    assert read is not None
    assert read.lines[0].text == text


@pytest.mark.parametrize(("ending", "text"), [(".vtt", "a {b} c"), (".srt", "a (b) c"), (".ass", "a (b) c")])
def test_braces_are_marks_in_subtitles(ending: str, text: str) -> None:
    said = Lyrics((Line(0, "a {b} c", end_us=10_000),))
    read, _ = READERS[ending](FORMATS[ending].write(said), "said")
    assert read is not None
    assert read.lines[0].text == text
    assert [loss.number for loss in losses(said, FORMATS[ending])] == ([] if ending == ".vtt" else [1])


def test_a_translation_takes_the_place_of_the_text() -> None:
    found = in_language(words(), "JA")
    assert [(line.start_us, line.text, line.words, line.backing) for line in found.lines] == [
        (1_500_000, "二度", (), None)
    ]
    assert found.tags == (("la", "JA"),)


@pytest.mark.parametrize("ending", ["lrc", "elrc", "srt", "ttml"])
@pytest.mark.parametrize("into", [".elrc", ".ttml", ".vtt", ".ass"])
def test_a_song_that_others_wrote_comes_back_from_every_format(ending: str, into: str, tmp_path: Path) -> None:
    song, _ = load(media(f"auld-lang-syne.{ending}"))
    assert song is not None
    written = tmp_path / f"song{into}"
    written.write_text(FORMATS[into].write(song))
    back, problems = load(written)
    assert problems == []
    assert back is not None
    sung = [(line.start_us, line.text) for line in song.lines if line.text]
    assert len(sung) == 24
    assert [(line.start_us, line.text) for line in back.lines if line.text] == sung
    if into in (".elrc", ".ttml"):
        assert [[word.start_us for word in line.words] for line in back.lines if line.text] == [
            [word.start_us for word in line.words] for line in song.lines if line.text
        ]
