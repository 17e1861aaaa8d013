"""Opening a text at a line: the editor that was chosen, else the desktop's, and a sentence where neither is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from visualalbum.problems import Place
from visualalbum.ui.editor import command, open_at


@pytest.fixture
def place(tmp_path: Path) -> Place:
    text = tmp_path / "my album; rm -rf.yaml"
    text.write_text("visualalbum: 1\n")
    return Place(str(text), 12, 5)


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("code", ["code", "--goto", "FILE:12:5"]),
        ("/usr/bin/codium --wait", ["/usr/bin/codium", "--wait", "--goto", "FILE:12:5"]),
        ("subl", ["subl", "FILE:12:5"]),
        ("gedit", ["gedit", "+12:5", "FILE"]),
        ("gnome-text-editor", ["gnome-text-editor", "+12:5", "FILE"]),
        ("kate", ["kate", "--line", "12", "--column", "5", "FILE"]),
        ("emacs", ["emacs", "+12:5", "FILE"]),
        ("emacsclient", ["emacsclient", "--no-wait", "+12:5", "FILE"]),
        ("gvim", ["gvim", "+call cursor(12,5)", "FILE"]),
        ("vim -g", ["vim", "-g", "+call cursor(12,5)", "FILE"]),
        ("'/opt/my editors/kate'", ["/opt/my editors/kate", "--line", "12", "--column", "5", "FILE"]),
    ],
)
def test_an_editor_with_a_window_is_told_of_file_line_and_column(
    editor: str, expected: list[str], place: Place
) -> None:
    assert command(place, {"EDITOR": editor}) == [word.replace("FILE", place.file) for word in expected]


@pytest.mark.parametrize("editor", ["", "vim", "nano", "emacs -nw", "emacsclient -t", "ed 'unclosed", "unheard-of"])
def test_an_editor_for_a_terminal_or_unknown_is_left_alone(editor: str, place: Place) -> None:
    assert command(place, {"EDITOR": editor}) is None


def test_visual_comes_before_editor_and_a_terminals_visual_does_not_hide_it(place: Place) -> None:
    assert (command(place, {"VISUAL": "kate", "EDITOR": "code"}) or [""])[0] == "kate"
    assert (command(place, {"VISUAL": "nvim", "EDITOR": "code"}) or [""])[0] == "code"


class Desktop:
    """Starts or shows nothing, and remembers what it was asked for."""

    def __init__(self, *, starts: bool, shows: bool) -> None:
        self.started: list[list[str]] = []
        self.shown: list[str] = []
        self._starts, self._shows = starts, shows

    def open(self, place: Place, editor: str) -> str:
        return open_at(place, {"EDITOR": editor}, self.start, self.show)

    def start(self, program: str, words: list[str]) -> bool:
        self.started.append([program, *words])
        return self._starts

    def show(self, url: QUrl) -> bool:
        self.shown.append(url.toLocalFile())
        return self._shows


def test_the_file_is_one_word_whatever_its_name(place: Place) -> None:
    desktop = Desktop(starts=True, shows=True)
    assert desktop.open(place, "gedit") == ""
    assert desktop.started == [["gedit", "+12:5", place.file]]
    assert desktop.shown == []


@pytest.mark.parametrize("editor", ["code", "vim", ""])
def test_without_an_editor_that_starts_the_desktop_opens_the_file(editor: str, place: Place) -> None:
    desktop = Desktop(starts=False, shows=True)
    assert desktop.open(place, editor) == ""
    assert desktop.shown == [place.file]


def test_where_nothing_opens_it_a_sentence_says_what_to_do(place: Place) -> None:
    told = Desktop(starts=False, shows=False).open(place, "code")
    assert told.startswith("code could not be started. Open ")
    assert "at line 12 yourself, or name a graphical editor in $VISUAL" in told
    assert "No editor is set up" in Desktop(starts=False, shows=False).open(place, "")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    desktop = Desktop(starts=True, shows=True)
    assert "is not there any more" in desktop.open(Place(str(tmp_path / "gone")), "code")
    assert desktop.started == []


@pytest.mark.parametrize("inside", ["", "/a.visualalbum.yaml", "/words/a.lrc"])
def test_what_is_in_a_bundle_is_not_opened_since_no_editor_would_save_it_there(inside: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").touch()
    desktop = Desktop(starts=True, shows=True)
    told = open_at(Place(f"{tmp_path}/a.zip{inside}"), {"EDITOR": "kate"}, desktop.start, desktop.show)
    assert told == "a.zip is a bundle: unpack it with an archive program, and mend what is in it there."
    assert (desktop.started, desktop.shown) == ([], [])
