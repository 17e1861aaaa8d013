"""From text to nodes: places, aliases, merges, budgets, and every kind of broken YAML."""

from __future__ import annotations

import time

import pytest
import yaml

from tests.unit.manifest.reading import FILE, MARK, marked
from visualalbum.manifest import reader
from visualalbum.manifest.nodes import Node, place_at, plain_data
from visualalbum.manifest.reader import MAX_DEPTH, MAX_NODES, read
from visualalbum.problems import Place, Problem

pytestmark = pytest.mark.usefixtures("parser")


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds for libyaml and for PyYAML's own parser."""
    monkeypatch.setattr(reader, "PARSER", getattr(yaml, request.param))


def nodes(text: str) -> Node:
    root, problems = read(text, str(FILE))
    assert problems == []
    assert root is not None
    return root


def problems_of(text: str) -> list[Problem]:
    return read(text.replace(MARK, ""), str(FILE))[1]


def only(text: str) -> Problem:
    problems = problems_of(text)
    assert len(problems) == 1, problems
    assert problems[0].place == marked(text), problems[0]
    assert problems[0].remedy
    return problems[0]


def test_every_scalar_stays_as_its_author_typed_it() -> None:
    text = "a: 1:30\nb: On\nc: 010\nd: no\ne: 1_000\nf: ~\ng: null\nh: 2024-06-28\ni: '1'\nj: !!int 7\nk: .inf\n"
    typed = ["1:30", "On", "010", "no", "1_000", "~", "null", "2024-06-28", "1", "7", ".inf"]
    assert plain_data(nodes(text)) == dict(zip("abcdefghijk", typed, strict=True))


def test_values_and_keys_know_their_places_past_letters_of_any_width() -> None:
    root = nodes("title: 楽屋🎬\ntracks:\n  - {audio: 楽🎬.flac, film: b}\n")
    assert place_at(root, ("tracks", 0, "film")) == Place(str(FILE), 3, 28)
    assert place_at(root, ("tracks", 0, "film"), key=True) == Place(str(FILE), 3, 22)
    assert place_at(root, ("tracks",), key=True) == Place(str(FILE), 2, 1)


def test_what_is_not_written_is_placed_at_the_nearest_thing_around_it() -> None:
    root = nodes("cover: c.jpg\ntracks:\n  - audio: a\n")
    assert place_at(root, ("cover", "image")) == Place(str(FILE), 1, 8)
    assert place_at(root, ("tracks", 0, "segments", 2, "in")) == Place(str(FILE), 3, 5)
    assert place_at(root, ("tracks", 7)) == Place(str(FILE), 3, 3)
    assert place_at(root, ("films", "x"), key=True) == Place(str(FILE), 1, 1)


def test_an_alias_has_its_own_place_and_what_is_in_it_the_anchors() -> None:
    root = nodes("a: &x {k: v}\nb: *x\n")
    assert place_at(root, ("b",)) == Place(str(FILE), 2, 4)
    assert place_at(root, ("b", "k")) == Place(str(FILE), 1, 11)
    assert plain_data(root) == {"a": {"k": "v"}, "b": {"k": "v"}}


def test_an_anchor_may_be_given_anew() -> None:
    assert plain_data(nodes("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")) == {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_a_merge_takes_in_groups_and_gives_way_to_what_is_written() -> None:
    text = "a: &x {k: 1, l: 1}\nb: &y {l: 2, m: 2}\nc:\n  k: 3\n  <<: [*x, *y]\n"
    assert plain_data(nodes(text))["c"] == {"k": "3", "l": "1", "m": "2"}


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert plain_data(nodes("'<<': {a: b}\n")) == {"<<": {"a": "b"}}


def test_a_second_equal_key_is_told_at_the_second_and_the_first_counts() -> None:
    text = "title: one\nartist: x\n▸title: two\n"
    assert only(text).sentence == '"title" stands here a second time, after line 1'
    root, _ = read(text.replace(MARK, ""), str(FILE))
    assert root is not None and plain_data(root) == {"title": "one", "artist": "x"}


def test_a_second_merge_sign_is_no_second_key() -> None:
    assert plain_data(nodes("a: &x {k: 1}\nb: &y {l: 2}\nc:\n  <<: *x\n  <<: *y\n"))["c"] == {"k": "1", "l": "2"}


def test_a_key_without_a_value_is_left_out_with_a_warning() -> None:
    problem = only("a: 1\n▸b:\n")
    assert (problem.rule, problem.severity) == ("no-value", "warning")
    assert plain_data(nodes("a: ''\n")) == {"a": ""}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: ▸*nobody\n", "alias"),
        ("a: &x [b, ▸*x]\n", "alias"),
        ("a: &x {b: ▸*x}\n", "alias"),
        ("a: {<<: ▸[b]}\n", "merge"),
        ("a: {<<: ▸b}\n", "merge"),
        ("▸{a: b}: c\n", "bad-key"),
        ("▸[a]: c\n", "bad-key"),
        ("▸'': c\n", "bad-key"),
        ("a: ▸!!python/object/apply:os.system ['true']\n", "tag"),
        ("a: ▸!!python/name:os.system x\n", "tag"),
        ("a: ▸!song b\n", "tag"),
        ("a: ▸!!binary aGVsbG8=\n", "tag"),
        ('a: ▸"x\\0y"\n', "control-character"),
        ("a: 1\n▸---\nb: 2\n", "several-documents"),
    ],
)
def test_yaml_that_a_manifest_has_no_use_for_is_told_and_the_rest_is_read(text: str, rule: str) -> None:
    assert only(text).rule == rule


def test_an_unknown_escape_is_told() -> None:
    problem = problems_of('a: "b\\q"\n')[0]
    assert problem.sentence == "a backslash in double quotes stands before a letter that means nothing"
    assert problem.place.line == 1  # the parsers differ in the column


def test_half_a_letter_never_gets_into_a_value() -> None:
    problem = problems_of('a: "\\ud800"\n')[0]
    assert problem.rule in ("control-character", "yaml")  # libyaml refuses it, PyYAML's own parser does not
    assert problem.place.line == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: ▸@b\n", 'no value can start with "@"'),
        ("a: ▸`b`\n", 'no value can start with "`"'),
        ("a:\n▸\tb: c\n", "a tab stands where spaces indent"),
        ("a: b▸: c\n", "a second colon makes another key of this line"),
        ("a: 1\n▸b\nc: 2\n", "this key has no colon after it"),
        ("a: ▸'b\nc: d\n", "this quote is never closed"),
        ('a: ▸"b\n---\n', "this quote is never closed"),
        ("a: ▸[b, c\n", "this list in brackets is never closed, or lacks a comma"),
        ("a: ▸{b: c\n", "this group in braces is never closed, or lacks a comma"),
        ("a: {b: ▸[\n", "this bracket or brace is never closed"),
        ("▸{", "this bracket or brace is never closed"),
        ("a: [b: ▸[c}\n", "this list in brackets is never closed, or lacks a comma"),
        ("a:\n  b: c\n ▸d: e\n", "this line does not fit what is around it"),
        ("a:\n- b\n▸c\n", "this key has no colon after it"),
        ("- a\n▸b: c\n", "this line does not fit"),
        ("a: x - y▸: - z\n", "a second colon makes another key of this line"),
        ("a: ▸- b\n", "an item of a list cannot start here"),
        ('a: "b\\x▸zz"\n', "a backslash in double quotes starts the number of a character"),
        ("a: &▸\n", "the anchor or alias here has no proper name"),
        ("a: *▸\n", "the anchor or alias here has no proper name"),
        ("▸%YAML 9.9\n---\na: b\n", "this edition of YAML is not known"),
        ("a: |▸0\n  b\n", "the indentation number after | or > is wrong"),
        ("a: |▸x\n  b\n", "something follows | or > on its line"),
        ("a: ▸!x!y z\n", "this tag cannot be read"),
        ("a: [b]▸]\n", "this line does not fit what is around it"),
        ("▸}\n", "a value is missing here"),
    ],
)
def test_broken_yaml_gets_our_sentence(text: str, sentence: str) -> None:
    problem = only(text)
    assert problem.rule == "yaml"
    assert problem.sentence.startswith(sentence)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "---\n...\n"])
def test_an_empty_text_is_told(text: str) -> None:
    root, problems = read(text, str(FILE))
    assert root is None
    assert [problem.rule for problem in problems] == ["empty"]


def test_depth_is_bounded_and_the_last_level_allowed_is_read() -> None:
    assert nodes("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert only("[" * MAX_DEPTH + "▸[" + "]" * (MAX_DEPTH + 1)).rule == "too-deep"


@pytest.mark.parametrize("text", ["[" * 5000, "{a: " * 5000, "[" * 5000 + "]" * 5000, "- " * 5000, "? " * 5000])
def test_thousands_of_nested_brackets_are_refused_at_once(text: str) -> None:
    started = time.process_time()
    problems = problems_of(text)
    assert time.process_time() - started < 1
    assert problems[-1].rule in ("too-deep", "yaml")


def test_depth_is_counted_through_aliases() -> None:
    chain = "\n".join(f"a{n + 1}: &a{n + 1} [*a{n}]" for n in range(MAX_DEPTH))
    assert [problem.rule for problem in problems_of(f"a0: &a0 x\n{chain}\n")] == ["too-deep"]


def test_an_alias_bomb_is_refused_before_it_is_made() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]" for n in range(20)]
    started = time.process_time()
    problems = problems_of("\n".join(rows))
    assert time.process_time() - started < 1
    assert [problem.rule for problem in problems] == ["too-many-values"]


def test_a_bomb_of_merges_is_refused() -> None:
    rows = ["a0: &a0 {" + ", ".join(f"k{n}: v" for n in range(100)) + "}"]
    rows += [f"b{n}: {{<<: [{', '.join(['*a0'] * 100)}]}}" for n in range(1 + MAX_NODES // 20_000)]
    assert [problem.rule for problem in problems_of("\n".join(rows))] == ["too-many-values"]


def test_a_text_in_which_nearly_all_is_wrong_is_not_read_to_its_end() -> None:
    problems = problems_of("a: 1\n" * (reader.MAX_PROBLEMS + 50))
    assert len(problems) == reader.MAX_PROBLEMS + 1
    assert problems[-1].rule == "too-many-problems"
