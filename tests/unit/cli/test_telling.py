"""The forms in which `visualalbum check` tells what it found."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from visualalbum.cli.telling import FORMS, MAX_PRINTED, Told, quoted
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import NOTHING, as_it_is


def problem(
    file: str, line: int = 1, column: int = 1, sentence: str = "wrong", remedy: str = "", **kind: Any
) -> Problem:
    severity, rule = kind.get("severity", Severity.ERROR), kind.get("rule", "some-rule")
    return Problem(
        Place(file, line, column), severity, rule, as_it_is(sentence), as_it_is(remedy) if remedy else NOTHING
    )


@pytest.fixture
def told() -> Told:
    warning = problem("a, b.yaml", 7, 2, "it is 5% off:\nhere", severity=Severity.WARNING, rule="odd")
    return Told(Path("a, b.yaml"), [problem("a, b.yaml", 3, 5, "wrong", "mend it"), warning])


def test_people_get_a_line_each_and_a_summary(told: Told) -> None:
    assert FORMS["text"]([told]).splitlines() == [
        "a, b.yaml:3:5: error: some-rule: wrong; mend it",
        "a, b.yaml:7:2: warning: odd: it is 5% off:",
        "here",
        "a, b.yaml: 1 error, 1 warning",
    ]


def test_what_nobody_would_read_is_counted() -> None:
    many = Told(Path("a.yaml"), [problem("a.yaml", line) for line in range(1, MAX_PRINTED + 6)])
    lines = FORMS["text"]([many]).splitlines()
    assert len(lines) == MAX_PRINTED + 2
    assert lines[-2] == "... and 5 more"
    assert len(json.loads(FORMS["json"]([many]))[0]["problems"]) == MAX_PRINTED + 5


def test_a_terminal_shows_the_line_with_its_place_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("visualalbum: 1\ntitle: 夜の靴, out: 0:58\n", encoding="utf-8")
    found = Told(file, [problem(str(file), 2, 18)])
    assert "|" not in FORMS["text"]([found])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = FORMS["text"]([found]).splitlines()
    assert lines[1] == "    2 | title: 夜の靴, out: 0:58"
    assert lines[2] == "      | " + " " * 20 + "^", "wide letters take two cells"


def test_a_long_line_is_quoted_around_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("x" * 300 + "!" + "y" * 300)
    line, mark = quoted(problem(str(file), 1, 301))
    assert line == "    1 | …" + "x" * 50 + "!" + "y" * 49 + "…"
    assert line[mark.index("^")] == "!"


@pytest.mark.parametrize(("line", "content"), [(9, b"a\n"), (1, b"\xff\xfe\xff"), (1, None)])
def test_a_place_that_cannot_be_read_has_no_quotation(tmp_path: Path, line: int, content: bytes | None) -> None:
    file = tmp_path / f"{line}{content!r:.3}.yaml"
    if content is not None:
        file.write_bytes(content)
    assert quoted(problem(str(file), line)) == []


def test_what_a_terminal_would_obey_is_not_sent_to_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: \x1b[31m\x07b\n", encoding="utf-8")
    assert quoted(problem(str(file), 1, 10)) == []


def test_a_place_behind_the_end_of_a_line_is_marked_there(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("ab\tc\n")
    assert quoted(problem(str(file), 1, 40)) == ["    1 | ab c", "      |     ^"]


def test_json_has_all_of_it_in_values(told: Told) -> None:
    (found,) = json.loads(FORMS["json"]([told]))
    assert (found["manifest"], found["errors"], found["warnings"]) == ("a, b.yaml", 1, 1)
    assert found["problems"][0] == {
        "file": "a, b.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "rule": "some-rule",
        "sentence": "wrong",
        "remedy": "mend it",
    }


def test_github_gets_commands_with_its_own_signs_escaped(told: Told) -> None:
    assert FORMS["github"]([told]).splitlines() == [
        "::error file=a%2C b.yaml,line=3,col=5,title=some-rule::wrong; mend it",
        "::warning file=a%2C b.yaml,line=7,col=2,title=odd::it is 5%25 off:%0Ahere",
    ]


def test_sarif_has_a_rule_and_a_place_for_each(told: Told, tmp_path: Path) -> None:
    run = json.loads(FORMS["sarif"]([told]))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["odd", "some-rule"]
    first = run["results"][0]
    assert (first["ruleId"], first["level"], first["message"]["text"]) == ("some-rule", "error", "wrong; mend it")
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a%2C%20b.yaml"}, "region": {"startLine": 3, "startColumn": 5}}
    absolute = Told(tmp_path, [problem(str(tmp_path / "ä.yaml"))])
    uri = json.loads(FORMS["sarif"]([absolute]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert uri["artifactLocation"]["uri"].startswith("file:///")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_wrong_is_told_in_every_form(form: str) -> None:
    text = FORMS[form]([Told(Path("a.yaml"), [])])
    assert text == {"text": "a.yaml: no problems", "github": ""}.get(form, text)
    if form in ("json", "sarif"):
        json.loads(text)


def test_several_manifests_are_told_one_after_the_other(told: Told) -> None:
    both = [told, Told(Path("b.yaml"), [])]
    assert FORMS["text"](both).endswith("a, b.yaml: 1 error, 1 warning\nb.yaml: no problems")
    assert [one["manifest"] for one in json.loads(FORMS["json"](both))] == ["a, b.yaml", "b.yaml"]
    assert FORMS["github"](both) == FORMS["github"]([told])
    assert json.loads(FORMS["sarif"](both)) == json.loads(FORMS["sarif"]([told]))
