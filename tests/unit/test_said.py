"""Sentences that are English text to everybody, and keep what another language needs."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import NOTHING, Said, as_it_is, say

DEEP = say("{name} is used as {purpose} on line {line}", name='"a"', purpose=say("a song"), line=3)


def test_it_is_the_english_text() -> None:
    assert DEEP == '"a" is used as a song on line 3'
    assert f"{DEEP}." == '"a" is used as a song on line 3.'
    assert hash(DEEP) == hash(str(DEEP))
    assert json.dumps(DEEP) == json.dumps(str(DEEP))
    assert not NOTHING


def test_it_keeps_what_it_was_made_of() -> None:
    assert DEEP.template == "{name} is used as {purpose} on line {line}"
    assert DEEP.values == {"name": '"a"', "purpose": "a song", "line": 3}
    assert isinstance(DEEP.values["purpose"], Said)


def test_braces_are_braces_where_nothing_is_filled_in() -> None:
    assert say("write tempo: {bpm: ...} at the track") == "write tempo: {bpm: ...} at the track"
    assert as_it_is("{errno}") == "{errno}"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_it_goes_to_another_process_whole(protocol: int) -> None:
    there = pickle.loads(pickle.dumps(DEEP, protocol))
    for one in (there, copy.deepcopy(DEEP)):
        assert (one, one.template, one.values) == (DEEP, DEEP.template, DEEP.values)
        assert isinstance(one.values["purpose"], Said)


def test_it_comes_back_whole_from_a_file() -> None:
    adapter = TypeAdapter(Problem)
    problem = Problem(Place("a", 1, 1), Severity.ERROR, "rule", DEEP, say("mend it"))
    again = adapter.validate_json(adapter.dump_json(problem))
    assert again == problem
    assert (again.sentence.template, again.remedy.template) == (DEEP.template, "mend it")
    assert isinstance(again.sentence.values["purpose"], Said)


def test_a_file_from_before_has_plain_text_and_anything_else_is_refused() -> None:
    adapter = TypeAdapter(Said)
    assert adapter.validate_json('"the film is gone"') == "the film is gone"
    for text in (
        "[1]",
        '["{a} is gone", {"b": 1}]',
        '["{} is gone", {"b": 1}]',
        '["{a.b}", {"a": 1}]',
        '["{a", {"a": 1}]',
    ):
        with pytest.raises(ValidationError):
            adapter.validate_json(text)
