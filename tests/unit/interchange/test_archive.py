"""A bundle's list: what is refused before a byte is unpacked, with a sentence and a remedy."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.bundles import FILES, MANIFEST, TEXT, change, pack, pack_entries, special
from visualalbum.interchange import archive
from visualalbum.interchange.archive import open_archive, size_text
from visualalbum.interchange.refusal import RefusedError
from visualalbum.problems import Problem


def told(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(RefusedError) as refused, open_archive(path):
        pass
    assert all(
        problem.place.file == str(path) and problem.sentence and problem.remedy for problem in refused.value.args
    )
    return refused.value.problems


def only(path: Path) -> tuple[str, str]:
    (problem,) = told(path)
    return problem.rule, problem.sentence


def test_a_bundle_tells_its_files_and_its_manifest(tmp_path: Path) -> None:
    with open_archive(pack(tmp_path / "a.zip")) as found:
        assert found.manifest == MANIFEST
        assert [file.name for file in found.files] == list(FILES)
        assert found.total_bytes == sum(map(len, FILES.values()))


def test_a_folder_that_was_zipped_by_hand_is_one_with_what_systems_leave_in_it(tmp_path: Path) -> None:
    files = {f"Album/{name}": data for name, data in FILES.items()}
    files |= {"__MACOSX/Album/._" + MANIFEST: b"", "Album/.DS_Store": b"", "Album/": b"", "Album/words/": b""}
    with open_archive(pack(tmp_path / "a.zip", files)) as found:
        assert found.manifest == f"Album/{MANIFEST}"
        assert [file.name for file in found.files] == [f"Album/{name}" for name in FILES]


def test_names_that_macos_wrote_are_read(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {MANIFEST: b"", "X曲.wav": b"a"})
    data = made.read_bytes()
    made.write_bytes(data.replace(b"\x00\x08\x00\x00\x00\x60", b"\x00\x00\x00\x00\x00\x60"))  # the flag for UTF-8
    with zipfile.ZipFile(made) as bare:
        assert bare.infolist()[1].filename != "X曲.wav"
    with open_archive(made) as found:
        assert found.files[1].name == "X曲.wav"


@pytest.mark.parametrize(
    "name",
    ["../a.flac", "/etc/passwd", "C:/a.flac", "x\\..\\..\\a", "film/../../a", "CON", "film/nul.txt", "a\nb", "a//b"],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    rule, sentence = only(pack(tmp_path / "a.zip", {**FILES, name: b"x"}))
    assert rule == "unsafe-name"
    assert " in this bundle " in sentence


def test_a_name_with_a_nul_in_it_is_refused(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {**FILES, "aXb": b"x"})
    made.write_bytes(made.read_bytes().replace(b"aXb", b"a\0b"))
    assert only(made)[0] == "unsafe-name"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    made = pack_entries(tmp_path / "a.zip", {special("film", kind): b"/etc"})
    assert only(made)[0] == "link"


def test_all_that_is_wrong_is_told_at_once_but_for_floods(tmp_path: Path) -> None:
    made = pack_entries(tmp_path / "a.zip", {special("film", stat.S_IFLNK): b"/", zipfile.ZipInfo("../x"): b""})
    assert [problem.rule for problem in told(made)] == ["link", "unsafe-name"]
    flood = pack(tmp_path / "b.zip", {**FILES, **{f"../{number}": b"" for number in range(100)}})
    assert len(told(flood)) == archive.MOST_TOLD


def test_encrypted_files_are_refused(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip")
    data = bytearray(made.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    made.write_bytes(data)
    assert only(made)[0] == "encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_may_need_any_memory_are_refused(tmp_path: Path, method: int) -> None:
    (first, *_) = told(pack(tmp_path / "a.zip", method=method))
    assert first.rule == "compression"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("ONE.wav", "the same file on another system"),
        ("one.wav/b", "is a file, and a folder too"),
        ("One.WAV/b", "is a file, and a folder too"),
    ],
)
def test_two_names_for_one_file_are_refused(tmp_path: Path, other: str, words: str) -> None:
    rule, sentence = only(pack(tmp_path / "a.zip", {**FILES, other: b"x"}))
    assert (rule, words in sentence) == ("same-name", True)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    made = pack_entries(tmp_path / "a.zip", {zipfile.ZipInfo("one.wav"): b"x"})
    assert only(made) == ("same-name", 'this bundle holds "one.wav" twice')


def test_a_bomb_is_refused_by_what_it_says_itself(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {**FILES, "zero.wav": bytes(80 * 2**20)}, zipfile.ZIP_DEFLATED)
    rule, sentence = only(made)
    assert rule == "zip-bomb"
    assert "would become 84 MB" in sentence


def test_silence_that_becomes_much_smaller_is_no_bomb_while_it_is_short(tmp_path: Path) -> None:
    with open_archive(pack(tmp_path / "a.zip", {**FILES, "zero.wav": bytes(8_000_000)}, zipfile.ZIP_DEFLATED)) as found:
        assert found.total_bytes > 100 * found.path.stat().st_size


def test_files_that_lie_over_each_other_are_refused(tmp_path: Path) -> None:
    made = pack(tmp_path / "a.zip", {MANIFEST: TEXT.encode(), **{f"{n}.wav": b"x" * 1000 for n in range(9)}})
    data = bytearray(made.read_bytes())
    at = data.index(b"PK\x01\x02")
    while (at := data.find(b"PK\x01\x02", at)) >= 0:  # each says that it is all there is
        data[at + 20 : at + 24] = len(data).to_bytes(4, "little")
        at += 4
    made.write_bytes(data)
    assert only(made) == ("damaged-bundle", "the files in this bundle lie over each other")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    assert only(pack(tmp_path / "a.zip"))[0] == "too-many-files"


def test_a_list_that_is_too_long_is_not_even_read(tmp_path: Path) -> None:
    made = tmp_path / "a.zip"
    with zipfile.ZipFile(made, "w") as empty:
        for number in range(100):
            info = zipfile.ZipInfo(str(number))
            info.comment = bytes(50_000)
            empty.writestr(info, b"")
    assert only(made)[0] == "damaged-bundle"


@pytest.mark.parametrize(
    ("files", "rule", "words"),
    [
        ({"one.wav": b""}, "no-manifest", ""),
        ({}, "no-manifest", ""),
        ({"a/b.wav": b"", "b/" + MANIFEST: b""}, "no-manifest", ""),
        ({"a/b/" + MANIFEST: b""}, "no-manifest", ""),
        ({MANIFEST: b"", "b.visualalbum.yml": b""}, "several-manifests", "2 manifests"),
        ({"a/" + MANIFEST: b"", "a/b.visualalbum.yaml": b""}, "several-manifests", "2 manifests"),
    ],
)
def test_a_zip_holds_one_album(tmp_path: Path, files: dict[str, bytes], rule: str, words: str) -> None:
    found, sentence = only(pack(tmp_path / "a.zip", files))
    assert (found, words in sentence) == (rule, True)


def test_a_manifest_further_down_is_named_in_the_remedy(tmp_path: Path) -> None:
    (problem,) = told(pack(tmp_path / "a.zip", {f"x/album/{MANIFEST}": b"", "x/y.txt": b""}))
    assert f"x/album/{MANIFEST}" in problem.remedy


def test_one_manifest_at_the_top_is_the_albums_whatever_lies_further_down(tmp_path: Path) -> None:
    with open_archive(pack(tmp_path / "a.zip", {**FILES, f"old/{MANIFEST}": b""})) as found:
        assert found.manifest == MANIFEST


@pytest.mark.parametrize("kept", [0.2, 0.7, 0.98])
def test_a_zip_that_is_cut_off_is_told_as_one(tmp_path: Path, kept: float) -> None:
    made = pack(tmp_path / "a.zip")
    made.write_bytes(made.read_bytes()[: int(kept * made.stat().st_size)])
    rule, sentence = only(made)
    assert (rule, "cut off" in sentence) == ("damaged-bundle", True)


def no_zip(path: Path) -> None:
    path.write_text("visualalbum: 1\n")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "rule"),
    [(Path.touch, "empty"), (no_zip, "no-zip"), (pipe, "not-a-file"), (lambda _: None, "not-found")],
)
def test_what_is_no_zip_is_told_as_what_it_is(tmp_path: Path, make: Callable[[Path], None], rule: str) -> None:
    path = tmp_path / "a.zip"
    make(path)
    assert only(path)[0] == rule


def test_a_name_that_cannot_be_is_told(tmp_path: Path) -> None:
    assert only(tmp_path / "a\0.zip")[0] == "unreadable"


def test_a_list_that_names_its_entries_wrongly_is_no_traceback(tmp_path: Path) -> None:
    made = change(pack(tmp_path / "a.zip"), b"PK\x01\x02", b"PK\x09\x09", last=True)
    assert only(made)[0] == "damaged-bundle"


def test_sizes_are_told_as_people_say_them() -> None:
    assert [size_text(size) for size in (1, 3_400_000, 999_000_000, 1_234_000_000)] == [
        *("1 MB", "3 MB", "999 MB", "1.2 GB")
    ]
