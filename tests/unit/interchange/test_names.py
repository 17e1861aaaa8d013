"""Names in a bundle."""

from __future__ import annotations

import pytest

from visualalbum.interchange.names import JUNK, UTF_8, folded, written, wrong


@pytest.mark.parametrize(
    "name",
    [
        *("a.flac", "film/a.mp4", "film/", "楽屋/曲.flac", "What's On?.flac", "Act I: Overture.flac", "..a/b..c.txt"),
        *("console.txt", "com.txt", "auxiliary/x", ".hidden", "a b/c d.png", "x" * 255),
    ],
)
def test_a_name_that_people_give_is_right(name: str) -> None:
    assert wrong(name) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(("../a.flac", "leads out"), ("film/../../a", "leads out"), ("..", "leads out"), ("a/..", "leads out")),
        *(("/etc/passwd", "root of a disk"), ("//host/share/a", "root of a disk"), ("C:/a.flac", "root of a disk")),
        *(("c:a.flac", "root of a disk"), ("..\\a.flac", "backslash"), ("\\a", "backslash"), ("C:\\a", "backslash")),
        *(("CON", "device"), ("film/nul.mp4", "device"), ("aux/a.flac", "device"), ("Com1.txt", "device")),
        *(("LPT9", "device"), ("com¹.x", "device"), ("conin$", "device"), ("PRN .tar.gz", "device")),
        *(("a\0b", "control"), ("a\nb", "control"), ("a\x7f", "control"), ("a\u2028b", "control")),
        *(("a//b", "empty part"), ("./a", "empty part"), ("a.", "empty part"), ("a /b", "empty part"), ("", "empty")),
        *(("x" * 256, "longer"), ("楽" * 90, "longer"), ("/".join(["x" * 99] * 11), "longer")),
    ],
)
def test_a_name_that_leads_elsewhere_is_told_with_its_reason(name: str, words: str) -> None:
    assert words in wrong(name)


def test_names_that_are_one_file_elsewhere_fold_together() -> None:
    assert folded("Film/Größe.MP4") == folded("film/gro\u0308ße.mp4")
    assert folded("a.mp4") != folded("b.mp4")


def test_what_systems_put_beside_the_album_is_known() -> None:
    assert all(map(JUNK.fullmatch, ("__MACOSX/._a", "__MACOSX/", "x/.DS_Store", "Thumbs.db", "a/desktop.ini")))
    assert not any(map(JUNK.fullmatch, ("MACOSX/a", "a.DS_Store", "my Thumbs.db")))


def test_a_name_in_utf_8_is_read_whether_or_not_it_says_so() -> None:
    assert written("曲".encode().decode("cp437"), 0) == "曲"
    assert written("曲", UTF_8) == "曲"
    assert written("ü", 0) == "ü", "what was read as the old code and is no UTF-8 stays"
