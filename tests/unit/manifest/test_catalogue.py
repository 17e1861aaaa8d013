"""The catalogue of rules: each entry breaks its own rule and keeps it, and no rule of the text is without one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

import visualalbum
from tests.unit.manifest.reading import read, told
from visualalbum.cli import main
from visualalbum.manifest.catalogue import CATALOGUE, PARTS, Entry, timeline
from visualalbum.manifest.rule_pages import page, whole
from visualalbum.media.facts import AudioFacts, MediaFacts, VideoFacts
from visualalbum.problems import Place
from visualalbum.timeline.build import build
from visualalbum.words import essay
from visualalbum.words.load import READERS

PACKAGE = Path(visualalbum.__file__).parent
SHOWN = [pytest.param(entry, id=entry.rule) for entry in CATALOGUE.values() if entry.bad]
PLACED = {entry.rule for entry in timeline.ENTRIES}
TEN = MediaFacts(
    Path("ten"),
    audio=AudioFacts(0, "flac", 44_100, 2, 441_000),
    video=VideoFacts(0, "h264", 640, 360, Fraction(25), 0, 10_000_000),
)


def broken(entry: Entry, text: str) -> list[str]:
    """The rules that a text of an entry breaks, read as what it is a text of."""
    if entry.file.endswith(".md"):
        return [problem.rule for problem in essay.parse(text, entry.file)[1]]
    if entry.file:
        return [problem.rule for problem in READERS[Path(entry.file).suffix](text, entry.file)[1]]
    rules = told(whole(text))
    album = read(whole(text)).album
    if entry.rule in PLACED and album is not None:
        facts = {Path(name): TEN for name in ("a.flac", "film.mp4")}
        _, problems = build(album, Path(), lambda key: Place(str(key)), facts)
        rules += [problem.rule for problem in problems]
    return rules


@pytest.mark.parametrize("entry", SHOWN)
def test_the_wrong_text_breaks_its_rule_and_no_other(entry: Entry) -> None:
    assert set(broken(entry, entry.bad)) == {entry.rule}


@pytest.mark.parametrize("entry", SHOWN)
def test_the_right_text_breaks_none(entry: Entry) -> None:
    assert broken(entry, entry.good) == []


def test_no_rule_has_two_entries_and_there_are_enough() -> None:
    assert sum(len(part.ENTRIES) for part in PARTS) == len(CATALOGUE) >= 60


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
            if name in ("refusal", "_error", "_complain", "refuse", "Problem", "error", "warning", "warn", "_warn"):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                yield from (text for text in texts if text.replace("-", "").isalpha() and text.islower())


def test_no_rule_of_the_text_is_without_an_entry() -> None:
    packages = ("manifest", "model", "timeline", "words")
    modules = [PACKAGE / "textfile.py", *(path for name in packages for path in (PACKAGE / name).rglob("*.py"))]
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
