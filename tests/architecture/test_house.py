"""House rules that no linter has: length, opening sentences, and nothing in the tree that belongs to one machine."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.tree import modules, texts

LONGEST = 400
GENERATED = re.compile(r"packaging/requirements.*\.lock|LICENSE|.*\.ts|.*\.schema\.json|manifests/RULES\.md")

# Written so that this file itself does not hold what it looks for.
FOREIGN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e])/\w"),
    "a host of a package registry": re.compile(r"pyp[i]\.|pythonhoste[d]|deb\.debia[n]"),
    "an option that names a package registry": re.compile(r"(?<!no-emit-)index-ur[l]"),
    "work left undone": re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X])\b"),
}


def too_long(text: str) -> bool:
    return text.count("\n") > LONGEST


def has_opening_sentence(source: str) -> bool:
    """An empty module needs none."""
    return not source.strip() or bool(ast.get_docstring(ast.parse(source)))


def foreign(text: str) -> list[str]:
    """What does not belong in the tree, with its line's number."""
    lines = list(enumerate(text.splitlines(), start=1))
    return [f"{number}: {what}" for number, line in lines for what, pattern in FOREIGN.items() if pattern.search(line)]


def test_no_file_is_longer_than_can_be_read() -> None:
    assert [name for name, text in texts().items() if too_long(text) and not GENERATED.fullmatch(name)] == []


def test_every_module_opens_with_what_it_is_for() -> None:
    assert [name for name, text in modules().items() if not has_opening_sentence(text)] == []


def test_nothing_in_the_tree_belongs_to_one_machine_or_is_left_undone() -> None:
    found = {name: foreign(text) for name, text in texts().items()}
    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize(
    "line",
    [
        "see /wor" + "k/main",
        "open('/hom" + "e/me/x')",
        "https://pyp" + "i.org/simple",
        "--index-ur" + "l=x",
        "# TOD" + "O",
    ],
)
def test_what_is_foreign_is_found_with_its_line(line: str) -> None:
    assert foreign(f"first\n{line}\n")[0].startswith("2: ")


def test_a_module_without_an_opening_sentence_is_found() -> None:
    assert not has_opening_sentence("import os\n")
    assert has_opening_sentence('"""What it is for."""\n')


def test_a_file_that_is_too_long_is_found() -> None:
    assert too_long("\n" * (LONGEST + 1))
    assert not too_long("\n" * LONGEST)
