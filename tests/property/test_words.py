"""TTML, subtitles, essays: whatever the text is, lines in order, or one sentence that says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualalbum.words import Lyrics, captions, essay, ttml

TAGS = (
    '<tt xmlns="http://www.w3.org/ns/ttml">',
    "<body>",
    '<div begin="1s">',
    '<p begin="2s" end="1s">',
    "<p>",
    '<span begin="1:00">',
    '<span begin="x" dur="5t">',
    "</span>",
    "</p>",
    "</div>",
    "</body>",
    "</tt>",
    "<br/>",
    "la ",
    "&amp;",
    "<!-- -->",
)
CUES = (
    "WEBVTT\n",
    "\n",
    "00:01.000 --> 00:02.000",
    "00:00:03,5 --> 00:00:01,000",
    "NOTE",
    "la <v Bob>",
    "7",
    " --> ",
    "{\\i1}",
)


def pieces(parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), max_size=40).map("".join) | st.text(max_size=100)


def sane(lyrics: Lyrics | None) -> None:
    starts = [line.start_us for line in lyrics.lines] if lyrics else []
    assert starts == sorted(starts)
    assert all(start >= 0 for start in starts)
    for line in lyrics.lines if lyrics else ():
        assert line.end_us is None or line.end_us >= line.start_us
        words = [word.start_us for word in line.words]
        assert words == sorted(words)


@given(text=pieces(TAGS))
def test_ttml_is_in_order_or_told(text: str) -> None:
    lyrics, problems = ttml.parse(text, "a.ttml")
    sane(lyrics)
    assert problems or (lyrics and lyrics.lines)


@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
@given(text=pieces(CUES))
def test_subtitles_are_in_order_or_told(kind: str, text: str) -> None:
    lyrics, problems = captions.parse(text, "a.srt", kind)
    sane(lyrics)
    assert problems or (lyrics and lyrics.lines)


MARKS = (
    "# ",
    "- ",
    "> ",
    "\n",
    "\n\n",
    "la ",
    "{t=0:01}",
    "{t=x}",
    "{t=",
    "```",
    "    ",
    "| a |",
    "<b>",
    "*",
    "[a]: b",
)


@given(text=pieces(MARKS))
def test_every_line_of_an_essay_belongs_to_one_block_at_most(text: str) -> None:
    blocks, problems = essay.parse(text, "a.md")
    ends = 0
    for block in blocks:
        assert block.line > ends
        ends = block.line + block.text.count("\n")
    assert all(problem.rule == "bad-moment" for problem in problems)
