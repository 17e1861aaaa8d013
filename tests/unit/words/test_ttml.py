"""TTML: times in all their forms, words, singers, voices behind, other languages; and what is not TTML."""

from __future__ import annotations

import pytest

from visualalbum.words import Line, Singer, Word
from visualalbum.words.ttml import parse

S = 1_000_000
OPEN = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" '
    'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" {} xml:lang="ja">'
)


def document(body: str, head: str = "", root: str = "") -> str:
    return f"{OPEN.format(root)}<head>{head}</head><body><div>{body}</div></body></tt>"


def lines(body: str, head: str = "", root: str = "") -> tuple[Line, ...]:
    lyrics, problems = parse(document(body, head, root), "a.ttml")
    assert problems == []
    assert lyrics is not None
    return lyrics.lines


def told(text: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.rule}" for p in parse(text, "a.ttml")[1]]


@pytest.mark.parametrize(
    ("begin", "us"),
    [
        ("00:00:01.5", 1_500_000),
        ("01:02:03", 3_723 * S),
        ("1:02.25", 62_250_000),
        ("00:00:01:06", 1_250_000),
        ("2.5", 2_500_000),
        ("2.5s", 2_500_000),
        ("250ms", 250_000),
        ("1.5m", 90 * S),
        ("1h", 3600 * S),
        ("48f", 2 * S),
        ("30t", 3 * S),
    ],
)
def test_times_are_read_in_every_form(begin: str, us: int) -> None:
    root = 'ttp:frameRate="24" ttp:tickRate="10"'
    assert lines(f'<p begin="{begin}">la</p>', root=root) == (Line(us, "la"),)


def test_a_frame_rate_may_have_a_multiplier() -> None:
    root = 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"'
    assert lines('<p begin="24f">la</p>', root=root) == (Line(1_001_000, "la"),)


def test_a_line_ends_at_its_end_or_after_its_duration() -> None:
    found = lines('<p begin="1s" end="3s">one</p><p begin="4s" dur="500ms">two</p>')
    assert [line.end_us for line in found] == [3 * S, 4_500_000]


def test_spans_are_words_and_what_lies_between_them_belongs_to_the_one_before() -> None:
    (line,) = lines(
        '<p begin="1s" end="3s">\n  <span begin="1s" end="1.4s">tap</span> <span begin="1.5s">tap</span>'
        '<span begin="2s">ping</span>\n</p>'
    )
    assert line.text == "tap tapping"
    assert line.words == (
        Word(S, "tap ", 1_400_000),
        Word(1_500_000, "tap", 3 * S),
        Word(2 * S, "ping ", 3 * S),
    )


def test_a_line_whose_words_alone_have_times_starts_with_the_first() -> None:
    assert lines('<p><span begin="2s">la</span></p>')[0].start_us == 2 * S


def test_times_within_a_timed_element_count_from_its_start_unless_they_lie_within_it() -> None:
    relative = '<div begin="10s" end="20s"><p begin="2s" end="4s">la</p></div>'
    absolute = '<div begin="10s" end="20s"><p begin="12s" end="14s">la</p></div>'
    assert lines(relative) == lines(absolute) == (Line(12 * S, "la", (), 14 * S),)


def test_lines_come_in_the_order_of_their_times_with_line_breaks_as_spaces() -> None:
    found = lines('<p begin="5s">late</p><p begin="1s">soon<br/>er</p>')
    assert [line.text for line in found] == ["soon er", "late"]


def test_singers_voices_behind_and_other_languages_are_kept_apart() -> None:
    head = (
        '<metadata><ttm:agent xml:id="v1" type="person"><ttm:name type="full"> The  dancer </ttm:name></ttm:agent>'
        '<ttm:agent xml:id="v2" type="person"/><ttm:agent xml:id="v3" type="group"/></metadata>'
    )
    body = (
        '<p begin="1s" end="4s" ttm:agent="v2"><span begin="1s">hikari</span>'
        '<span ttm:role="x-bg"><span begin="2s" end="3s">(ooh)</span></span>'
        '<span ttm:role="x-translation" xml:lang="en">light</span><span ttm:role="x-roman">hikari da</span></p>'
    )
    lyrics, problems = parse(document(body, head), "a.ttml")
    assert problems == []
    assert lyrics is not None
    assert lyrics.singers == (Singer("v1", "The dancer"), Singer("v2"), Singer("v3", group=True))
    assert lyrics.tags == (("la", "ja"),)
    (line,) = lyrics.lines
    assert (line.text, line.singer, line.words) == ("hikari", "v2", (Word(S, "hikari", 4 * S),))
    assert line.backing is not None
    assert (line.backing.text, line.backing.start_us) == ("ooh", 2 * S)
    assert line.translations == (("en", "light"),)
    assert line.transliteration == "hikari da"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ('<p begin="soon">la</p><p begin="1s">la</p>', ["bad-time"]),
        ("<p>la</p>", ["no-line-time", "no-lines"]),
        ('<p begin="3s" end="1s">la</p>', ["end-before-begin"]),
        ('<p begin="1s"><span begin="3s">b</span><span begin="2s">a</span></p>', ["word-order"]),
        ("", ["no-lines"]),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_kept(body: str, rules: list[str]) -> None:
    lyrics, problems = parse(document(body), "a.ttml")
    assert lyrics is not None
    assert [problem.rule for problem in problems] == rules
    assert all(problem.remedy for problem in problems)


def test_a_rate_that_is_none_is_told() -> None:
    assert told(document('<p begin="1s">la</p>', root='ttp:frameRate="0"')) == ["1:1 bad-rate"]


BOMB = '<!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><tt>&b;</tt>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 not-xml"),
        ("la la la", "1:1 not-xml"),
        ("<tt>\n<p></tt>", "2:6 not-xml"),
        ("<html/>", "1:1 not-ttml"),
        (BOMB, "1:26 entity"),
        ("<a>" * 5000, "1:301 too-deep"),
        ("<tt>" + "<p/>" * 300_000 + "</tt>", "1:800001 too-many-elements"),
    ],
)
def test_what_is_not_ttml_is_one_sentence_with_its_place(text: str, expected: str) -> None:
    assert parse(text, "a.ttml")[0] is None
    assert told(text) == [expected]
