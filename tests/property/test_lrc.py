"""Lyrics: whatever the text is, lines in order, never before the song."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visualalbum.words.lrc import parse

PIECES = (
    "[00:01]",
    "[00:02.5]",
    "<00:01>",
    "<00:03.25>",
    "[ti:x]",
    "[offset:+900]",
    "[offset:x]",
    "\n",
    "la ",
    "[",
    "<",
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=100)


@given(text=texts)
def test_lines_and_words_are_in_order_and_never_before_the_song(text: str) -> None:
    lyrics, problems = parse(text, "a.lrc")
    starts = [line.start_us for line in lyrics.lines]
    assert starts == sorted(starts)
    assert all(start >= 0 for start in starts)
    for line in lyrics.lines:
        words = [word.start_us for word in line.words]
        assert words == sorted(words)
        assert "".join(word.text for word in line.words).strip() in (line.text, "")
    assert lyrics.lines or problems
