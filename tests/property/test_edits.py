"""Random edits of real manifests: each does what was asked and no more, or is refused, and tells what it breaks."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.manifest.test_edit import ALIASED, TEXT
from visualalbum.manifest.edit import Edited, Refused, add, move, remove, set_value
from visualalbum.manifest.load import read_text
from visualalbum.manifest.nodes import plain_data
from visualalbum.manifest.reader import read
from visualalbum.problems import Severity

MANIFESTS = Path(__file__).parents[2] / "manifests"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(MANIFESTS.glob("*.visualalbum.yaml"))}
TEXTS |= {"small": TEXT, "aliased": ALIASED, "windows": TEXT.replace("\n", "\r\n")}
FILE = Path("a.visualalbum.yaml")

values = (
    st.text(alphabet="aé日 :#-'\"{}[],&*!|>%@`0~?\\\n", max_size=12)
    | st.sampled_from(["Backstage", "0:12.5", "bar 3", "-18 dB", "true", "null"])
    | st.sampled_from(["1984", "{image: a.png, alt: b}", "[a, b]"])
)


def data_of(text: str) -> Any:
    root, _ = read(text, str(FILE))
    assert root is not None
    return plain_data(root)


def paths(data: Any, around: str = "") -> list[str]:
    """Every path of a text, items counted from 1."""
    found = []
    steps = enumerate(data, start=1) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for step, below in steps:
        path = f"{around}.{step}" if around else str(step)
        found += [path, *paths(below, path)]
    return found


def errors(text: str) -> list[tuple[str, str]]:
    found = read_text(text, FILE).problems
    return sorted((one.rule, str(one.sentence)) for one in found if one.severity is Severity.ERROR)


def touched(before: str, after: str) -> tuple[int, int]:
    """How many lines are gone, and how many have come."""
    gone = come = 0
    for kind, a, b, c, d in SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False).get_opcodes():
        if kind != "equal":
            gone, come = gone + b - a, come + d - c
    return gone, come


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_an_edit_does_what_was_asked_and_no_more(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    before = data_of(text)
    path = data.draw(st.sampled_from(paths(before)), "path")
    what = data.draw(st.sampled_from(["set", "new", "add", "move", "remove"]), "edit")
    value = data.draw(values, "value")
    number = data.draw(st.integers(1, 4), "number")
    edited: Edited
    try:
        if what == "set":
            edited = set_value(text, FILE, path, value)
        elif what == "new":
            edited = set_value(text, FILE, f"{path}.more", value)
        elif what == "add":
            edited = add(text, FILE, path, value, number)
        elif what == "move":
            edited = move(text, FILE, path, number)
        else:
            edited = remove(text, FILE, path)
    except Refused as refusal:
        if "by hand" in str(refusal) and not any(word in str(refusal) for word in ("lies in &", "no anchor")):
            raise
        return
    told = sorted((one.rule, str(one.sentence)) for one in edited.problems if one.severity is Severity.ERROR)
    assert set(errors(edited.text)) <= {*errors(text), *told}, "what it breaks is told"
    gone, come = touched(text, edited.text)
    assert edited.text.count("\r\n") == (edited.text.count("\n") if "\r\n" in text else 0)
    if what in ("set", "new"):
        assert come <= 1
    elif what == "add":
        assert (gone, come) in {(0, 1), (1, 1)}
    elif what == "remove":
        assert come <= 1 <= gone
    assert [line for line in text.split("\n") if line.lstrip().startswith("#")] == [
        line for line in edited.text.split("\n") if line.lstrip().startswith("#")
    ] or gone > 1, "comments on lines of their own stay, but for those within what is gone"
