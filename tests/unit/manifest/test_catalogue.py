"""The catalogue of rules: each entry breaks its own rule and keeps it, and no rule of the text is without one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import visualalbum
from tests.unit.manifest.reading import told
from visualalbum.cli import main
from visualalbum.manifest.catalogue import CATALOGUE, Entry
from visualalbum.manifest.rule_pages import page, whole

PACKAGE = Path(visualalbum.__file__).parent
SHOWN = [pytest.param(entry, id=entry.rule) for entry in CATALOGUE.values() if entry.bad]


@pytest.mark.parametrize("entry", SHOWN)
def test_the_wrong_text_breaks_its_rule_and_no_other(entry: Entry) -> None:
    assert set(told(whole(entry.bad))) == {entry.rule}


@pytest.mark.parametrize("entry", SHOWN)
def test_the_right_text_breaks_none(entry: Entry) -> None:
    assert told(whole(entry.good)) == []


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_every_entry_says_what_and_why_in_sentences(entry: Entry) -> None:
    for text in (entry.what, entry.why):
        assert text[0].isupper() or text.startswith(("yes", "contain", "1:75", "18 dB", "6/7")), text
        assert text.endswith(".")


def rules_in(path: Path) -> Iterator[str]:
    """The ids that a module gives its problems: the constant ID, and literals before a sentence."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ID":
            yield ast.literal_eval(node.value)
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in ("refusal", "_error", "_complain", "refuse", "Problem", "error", "warning"):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                yield from (text for text in texts if text.replace("-", "").isalpha() and text.islower())


def test_no_rule_of_the_text_is_without_an_entry() -> None:
    modules = [*(PACKAGE / "manifest").rglob("*.py"), *(PACKAGE / "model").glob("*.py")]
    found = {rule for path in modules if "catalogue" not in path.parts for rule in rules_in(path)}
    assert found - {"no-manifest"} <= CATALOGUE.keys(), sorted(found - CATALOGUE.keys())
    assert len(found) > 40


def test_the_page_is_made_from_the_catalogue() -> None:
    kept = (PACKAGE.parent / "manifests" / "RULES.md").read_text(encoding="utf-8")
    assert kept == page(), "visualalbum rules --markdown > manifests/RULES.md"


def test_a_rule_is_told_with_its_reason_and_both_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "duplicate-key"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("duplicate-key: A key stands twice in one group.")
    assert "wrong:\n    title: One\n" in out and "right:\n" in out


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CATALOGUE)


def test_a_rule_that_is_not_there_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "duplicate-keys"]) == 2
    assert capsys.readouterr().err == "visualalbum: there is no rule duplicate-keys; did you mean duplicate-key?\n"
