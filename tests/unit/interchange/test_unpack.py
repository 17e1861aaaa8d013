"""Unpacking: every file under its name, and which are damaged."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from tests.support.bundles import FILES, MANIFEST, change, pack
from visualalbum.interchange.archive import open_archive
from visualalbum.interchange.refusal import RefusedError
from visualalbum.interchange.unpack import unpack
from visualalbum.problems import Problem

SONG = b"a song of some length " * 40


def unpacked(path: Path) -> tuple[dict[str, bytes], tuple[Problem, ...], list[float]]:
    """What there is afterwards by name, what was told, and the progress."""
    parts: list[float] = []
    folder = path.with_name("out")
    folder.mkdir()
    with open_archive(path) as archive:
        problems = unpack(archive, folder, parts.append)
    files = {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    return files, problems, parts


def sums(files: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_file_comes_out_as_it_went_in(tmp_path: Path, method: int) -> None:
    files, problems, parts = unpacked(pack(tmp_path / "a.zip", FILES, method))
    assert files == FILES
    assert problems == ()
    assert parts == sorted(parts) and parts[-1] == 1.0


def test_files_are_as_old_as_their_bundle_so_that_facts_about_them_stay_good(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip")
    os.utime(made, ns=(10**18, 10**18))
    unpacked(made)
    assert {one.stat().st_mtime_ns for one in (tmp_path / "out").rglob("*") if one.is_file()} == {10**18}


def test_a_damaged_file_is_named_kept_as_far_as_it_goes_and_the_rest_is_whole(tmp_path: Path) -> None:
    made = change(pack(tmp_path / "a.zip", {**FILES, "song.flac": SONG}), b"some length", b"some lemgth")
    files, (problem,), _ = unpacked(made)
    assert problem.rule == "damaged"
    assert problem.place.file == str(made / "song.flac")
    assert problem.sentence == '"song.flac" is damaged: its bytes are not those that were packed'
    assert problem.remedy == "get the bundle again"
    assert files == {**FILES, "song.flac": SONG.replace(b"some length", b"some lemgth", 1)}


def test_each_damaged_file_is_named(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {**FILES, "one.flac": b"1" + SONG, "two.flac": b"2" + SONG}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(made) as found:
        places = [info.header_offset + 40 for info in found.infolist() if info.filename.endswith(".flac")]
    data = bytearray(made.read_bytes())
    for place in places:
        data[place : place + 4] = b"\xff\xff\xff\xff"
    made.write_bytes(data)
    _, problems, _ = unpacked(made)
    assert [Path(problem.place.file).name for problem in problems] == ["one.flac", "two.flac"]


def test_a_file_whose_place_is_another_is_damaged(tmp_path: Path) -> None:
    made = change(pack(tmp_path / "a.zip"), b"words/one.lrc", b"words/two.lrc")
    _, (problem,), _ = unpacked(made)
    assert "it is not where the bundle's list has it" in problem.sentence


def test_a_file_that_becomes_larger_than_it_says_is_damaged_and_no_larger_than_it_says(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {MANIFEST: b"", "zero.wav": bytes(10**6)}, zipfile.ZIP_DEFLATED)
    data = bytearray(made.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    made.write_bytes(data)
    files, (problem,), _ = unpacked(made)
    assert problem.rule == "damaged"
    assert len(files["zero.wav"]) <= 1000


def test_a_file_that_is_smaller_than_it_says_is_damaged(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {MANIFEST: b"", "song.flac": SONG}, zipfile.ZIP_DEFLATED)
    data = bytearray(made.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10**6).to_bytes(4, "little")
    made.write_bytes(data)
    _, (problem,), _ = unpacked(made)
    assert problem.sentence.endswith(f"{len(SONG)} of its 1000000 bytes can be read")


def test_a_damaged_manifest_is_refused(tmp_path: Path) -> None:
    made = change(pack(tmp_path / "a.zip"), b"title: Packed", b"title: Hacked")
    with pytest.raises(RefusedError) as refused:
        unpacked(made)
    (problem,) = refused.value.problems
    assert problem.place.file == str(made / MANIFEST)
    assert problem.sentence.startswith("the manifest is damaged")


@pytest.mark.parametrize("top", ["", "Album/"])
def test_sums_find_a_file_that_is_another_and_one_that_was_left_out(tmp_path: Path, top: str) -> None:
    listed = sums({**FILES, "one.wav": b"another", "gone.png": b"x"})
    files = {f"{top}{name}": data for name, data in {**FILES, "SHA256SUMS": listed, "more.txt": b""}.items()}
    _, problems, _ = unpacked(pack(tmp_path / "a.zip", files))
    assert [(problem.rule, problem.sentence) for problem in problems] == [
        ("damaged", f'"{top}one.wav" is damaged: its sum is not the one in SHA256SUMS'),
        ("not-packed", f'"{top}gone.png" is missing from the bundle'),
    ]


def test_sums_that_are_right_tell_nothing(tmp_path: Path) -> None:
    _, problems, _ = unpacked(pack(tmp_path / "a.zip", {**FILES, "SHA256SUMS": sums(FILES)}))
    assert problems == ()


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"no sums\n" * 9, b"0" * 64 + b"  \n"])
def test_a_text_that_has_no_sums_checks_nothing(tmp_path: Path, text: bytes) -> None:
    assert unpacked(pack(tmp_path / "a.zip", {**FILES, "SHA256SUMS": text}))[1] == ()


def test_a_disk_that_takes_no_more_is_an_error_of_the_disk(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "one.wav").write_bytes(b"in the way")
    with pytest.raises(OSError, match=r"one\.wav"), open_archive(made) as archive:
        unpack(archive, tmp_path / "out", lambda _: None)
