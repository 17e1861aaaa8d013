"""`visualalbum check --no-media`: what it prints, and how it ends."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from visualalbum.cli import check, main

GOOD = "visualalbum: 1\ntracks: [{audio: a.flac}]\n"


def run(folder: Path, text: str, *options: str) -> int:
    """Check a text without its media."""
    file = folder / "a.visualalbum.yaml"
    file.write_text(text, encoding="utf-8")
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args([str(file), "--no-media", *options]))


def test_a_good_manifest_ends_with_0_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, GOOD) == 0
    assert capsys.readouterr().out == f"{tmp_path}/a.visualalbum.yaml: no problems\n"


def test_errors_end_with_1_and_are_sorted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, GOOD + "zz: x\ntitel: x\n") == 1
    first, second, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{tmp_path}/a.visualalbum.yaml:3:1: error: unknown-key: ")
    assert second.startswith(f"{tmp_path}/a.visualalbum.yaml:4:1: error: unknown-key: ")
    assert summary == f"{tmp_path}/a.visualalbum.yaml: 2 errors"


def test_warnings_alone_are_0_and_with_strict_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, GOOD + "title:\n") == 0
    assert capsys.readouterr().out.endswith(": 1 warning\n")
    assert run(tmp_path, GOOD + "title:\n", "--strict") == 1
    assert run(tmp_path, GOOD, "--strict") == 0


@pytest.mark.parametrize(("wrong", "lines"), [(200, 201), (201, 202), (5000, 202)])
def test_no_more_than_200_are_printed_and_then_their_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: int, lines: int
) -> None:
    assert run(tmp_path, GOOD + "".join(f"k{n}: x\n" for n in range(wrong))) == 1
    out = capsys.readouterr().out.splitlines()
    assert len(out) == lines
    assert out[-1].endswith(f": {wrong} errors")
    if wrong > 200:
        assert out[-2] == f"... and {wrong - 200} more"


def test_a_missing_manifest_is_a_problem_like_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    assert check.run(parser.parse_args([str(tmp_path / "x.yaml"), "--no-media"])) == 1
    assert ":1:1: error: not-found: there is no such file; " in capsys.readouterr().out


def test_several_are_checked_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "a.visualalbum.yaml", tmp_path / "b.visualalbum.yaml"
    good.write_text(GOOD)
    bad.write_text(GOOD + "titel: x\n")
    assert main(["check", "--no-media", str(good), str(bad)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [Path(line.partition(".visualalbum.yaml")[0]).name for line in lines] == ["a", "b", "b"]
    assert main(["check", "--no-media", str(good)]) == 0
