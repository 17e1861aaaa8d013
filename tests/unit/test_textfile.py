"""Text files that people write: whatever their bytes are, a text or one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from visualalbum.problems import Place
from visualalbum.textfile import MAX_BYTES, UnreadableError, decode, place_of, read_bytes

TEXT = "title: 楽屋 – Größe 🎬\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a") == TEXT


def test_big_endian_utf_16_is_read() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a") == TEXT


@pytest.mark.parametrize(
    ("data", "place", "rule", "words"),
    [
        ("a\nGr\xf6\xdfe".encode("latin-1"), "a:2:3", "encoding", "not UTF-8 from here on (byte 0xf6)"),
        ("a: 楽".encode("shift_jis"), "a:1:4", "encoding", "not UTF-8 from here on (byte 0x8a)"),
        (b"\xff\xfea\x00b", "a:1:2", "encoding", "not UTF-16"),
        (TEXT.encode("utf-32"), "a:1:1", "encoding", "UTF-32"),
        (b"a\r\nb\x00c\x00", "a:2:2", "control-character", "a NUL byte stands in the text, and 1 more such"),
        (b"a\rb\x1b[0m", "a:2:2", "control-character", "(U+001B)"),
        ("x\x85y".encode(), "a:1:2", "control-character", "NEL"),
        ("x\u2028y".encode(), "a:1:2", "control-character", "U+2028"),
        ("x\ufeffy".encode(), "a:1:2", "control-character", "byte order mark in the middle"),
    ],
)
def test_bytes_that_are_no_text_get_a_place_and_a_sentence(data: bytes, place: str, rule: str, words: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "a")
    problem = caught.value.problem
    assert (str(problem.place), problem.rule) == (place, rule)
    assert words in problem.sentence
    assert problem.remedy


def test_four_megabytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(decode(read_bytes(file), "a")) == MAX_BYTES
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert refusal(file) == "too-large"
    with pytest.raises(UnreadableError):
        decode(b"#" * (MAX_BYTES + 1), "a")


def test_what_is_no_regular_file_is_refused_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    assert refusal(tmp_path) == "folder"
    assert refusal(tmp_path / "pipe") == "not-a-file"
    assert refusal(Path("/dev/zero")) == "not-a-file"
    assert refusal(tmp_path / "nothing") == "not-found"
    assert refusal(tmp_path / "loop") == "unreadable"
    assert refusal(tmp_path / ("x" * 300)) == "unreadable"
    assert refusal(tmp_path / "a\0b") == "unreadable"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_text("x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so the mode of a file proves nothing
    assert refusal(file) == "no-permission"


def test_a_disk_that_fails_while_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_text("x")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert refusal(file) == "unreadable"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_text_editors_do(end: str) -> None:
    assert place_of(f"ab{end}{end}c", "a") == Place("a", 3, 2)


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path)
    assert caught.value.problem.remedy
    return caught.value.problem.rule
