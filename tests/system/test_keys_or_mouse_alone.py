"""Every task of a listener by keyboard alone, and again by mouse alone: from the empty window to the next evening."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.hands import Hands, hands, until
from tests.support.players import ROOT

pytestmark = pytest.mark.unhurried

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
SECOND_US = 1_000_000
FIRST_US = 72 * SECOND_US
"""As long as the first song lasts."""


def kept(folder: Path, name: str) -> dict[str, Any]:
    """What the program has kept in a file, nothing before there is one."""
    path = folder / "home" / name
    return dict(json.loads(path.read_text())) if path.exists() else {}


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """An album that plays, with a word that nobody knows in its third line."""
    manifest = tmp_path / "flawed.visualalbum.yaml"
    song = ROOT / "assets" / "backstage" / "music" / "01-before-the-bell.flac"
    manifest.write_text(f"visualalbum: 1\ntitle: Flawed\nmood: blue\ntracks: [{{id: a, audio: {song}}}]\n")
    return manifest


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor with a window, so it says, that writes down what it was asked to open."""
    program = tmp_path / "gedit"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/edited"\n')
    program.chmod(0o755)
    return program


def test_an_evening_by_keyboard_alone(tmp_path: Path, flawed: Path, editor: Path) -> None:
    with hands(tmp_path, VISUAL=str(editor)) as it:
        open_by_keyboard(it)
        play_by_keyboard(it)
        read_by_keyboard(it)
        look_by_keyboard(it)
        set_by_keyboard(it, tmp_path)
        mend_by_keyboard(it, flawed, tmp_path)
        it.press("ctrl+q")
        assert it.run.end() == 0
    with hands(tmp_path) as it:
        it.walk_to("push button", "^Backstage")
        it.press("Return")
        it.hear("^Goes on at ")
        assert "checked" in it.find("check box", "^Words on the picture").states


def open_by_keyboard(it: Hands) -> None:
    it.walk_to("push button", "^Open an album")
    it.press("space")  # with nothing to play it presses buttons, as everywhere else
    it.find("text", "File name")
    it.write(str(DEMO))
    with it.traced("roll"):
        it.press("Return")
    it.find("page tab", "Notes")


def play_by_keyboard(it: Hands) -> None:
    with it.traced("park"):
        it.press("space")
    with it.locates() as places:
        it.press("Right")
    assert 5 * SECOND_US <= places[0] < FIRST_US
    with it.locates() as places:
        it.press("ctrl+Right")
    assert places == [FIRST_US]
    with it.locates() as places:
        it.press("ctrl+Left")
    assert places == [0]
    it.walk_to("list item", "Before the Bell")
    it.press("Down")
    with it.traced("roll"):
        it.press("Return")
    it.find("list item", "Where the Light Falls.*playing")
    it.press("Up")
    with it.locates() as places:
        it.press("Return")
    assert places == [0]
    it.walk_to("slider", "Volume")
    it.press("Left", "Left")
    until(lambda: it.find("slider", "Volume").value == 98, "a lower volume")
    it.press("Escape", "Up", "Up")
    until(lambda: it.find("slider", "Volume").value == 100, "the volume, which has the arrows again")
    it.hear("^Volume 100 %")


def read_by_keyboard(it: Hands) -> None:
    it.press("2", "2", "Down", "Down")
    line = it.focused("list item")
    with it.locates() as places:
        it.press("Return")
    assert places[0] > 0
    until(lambda: line.name.endswith("now"), "the line to be on")
    it.press("ctrl+c")
    it.hear("^Copied: ")
    for key in ("Menu", "shift+F10"):
        with it.locates() as again:
            before = it.focused("list item").name
            it.press("Down")
            # With a reader there Qt asks it about every key first, and the menu's key overtakes this one.
            until(lambda before=before: it.focused("list item").name != before, "the next line")
            it.press_menu(key)
        assert again[0] > places[0]
    it.press("Escape")
    it.press("3", "3", "Down", "Down", "Down")
    with it.locates() as places:
        it.press("Return")
    assert places[0] > 0
    it.press("Escape", "w", "w")
    it.hear("^Words and translation on the picture")
    it.press("f")
    it.gone("menu item", "Album")
    it.press("Tab")
    it.find("check box", "Full screen|Words on the picture")
    it.press("Escape")
    it.find("menu item", "Album")


def look_by_keyboard(it: Hands) -> None:
    it.press("4", "4", "Right", "Return")
    it.find("push button", "Next picture")
    it.press("plus", "plus", "Right")
    it.hear("Picture 3 of 11$")
    it.press("Escape")
    it.gone("push button", "Next picture")
    assert it.focused("list item").name.endswith("Picture 3 of 11")
    it.press("5", "5", "Next", "Escape")
    assert "Nobody ordered" in it.find("label", "Notes").text


def set_by_keyboard(it: Hands, folder: Path) -> None:
    it.press("t")
    it.hear("^Sleep timer: at the end of this track")
    it.press("s")
    it.hear("^Saved in ")
    assert len(list((folder / "home" / "pictures").glob("*.png"))) == 1
    it.press("F10")
    it.find("menu item", "^Full screen|^Open")
    it.press("Right", "Right")
    it.find("menu item", "^Appearance")
    it.press("a")
    it.press("l")
    until(lambda: kept(folder, "config/settings.json").get("scheme") == "light", "the light appearance")
    it.press("F10", "Right", "Right", "Right", "Right")
    it.find("menu item", "^Change keys")
    it.press("c")
    it.walk_to("text", "Key for Mute")
    it.press("k")
    until(lambda: kept(folder, "config/keys.json").get("mute") == ["K"], "the key to be kept")
    it.press("Tab", "Escape")
    it.gone("text", "Key for Mute")
    it.press("k")
    until(lambda: "checked" in it.find("check box", "^Mute").states, "silence")
    it.press("k")


def mend_by_keyboard(it: Hands, flawed: Path, folder: Path) -> None:
    it.press("ctrl+o")
    it.find("text", "File name")
    it.write(str(flawed))
    with it.traced("roll"):
        it.press("Return")
    it.walk_to("push button", "^1 (warning|error)")
    it.press("Return")
    it.walk_to("list item", "mood")
    it.press("Return")
    until((folder / "edited").exists, "the editor")
    assert (folder / "edited").read_text().splitlines()[:2] == ["+3:1", str(flawed)]
    it.press("Escape")
    it.find("list", "Songs")


def test_an_evening_by_mouse_alone(tmp_path: Path, flawed: Path, editor: Path) -> None:
    with hands(tmp_path, VISUAL=str(editor)) as it:
        open_by_mouse(it)
        play_by_mouse(it)
        read_by_mouse(it)
        look_by_mouse(it)
        set_by_mouse(it, tmp_path)
        choose(it, "Album", "Quit")
        assert it.run.end() == 0
    with hands(tmp_path, flawed, VISUAL=str(editor)) as it:
        mend_by_mouse(it, tmp_path)
    with hands(tmp_path) as it:
        it.click(it.find("push button", "^Backstage"))
        it.hear("^Goes on at ")
        until(lambda: "checked" in it.find("check box", "^Words on the picture").states, "the words, as they were")


def choose(it: Hands, menu: str, *choices: str) -> None:
    """Click through the menus."""
    it.click(it.find("menu item", f"^{menu}$"))
    for choice in choices:
        it.click(it.find("(check |radio )?menu item", choice))


def open_by_mouse(it: Hands) -> None:
    it.click(it.find("push button", "^Open an album"))
    for name in ("manifests", "backstage"):
        it.click(it.find("table cell|list item|tree item", f"^{name}"), 0.2, times=2)
    it.find("page tab", "Notes")
    it.run.until("roll")


def play_by_mouse(it: Hands) -> None:
    with it.traced("park"):
        it.click(it.find("push button", "^Pause"))
    with it.locates() as places:
        it.click(it.find("slider", "Place in the track"))
    assert places[0] == pytest.approx(FIRST_US / 2, abs=SECOND_US)
    with it.locates() as places:
        it.click(it.find("push button", "Next track"))
    assert places == [FIRST_US]
    with it.traced("roll"), it.locates() as places:
        it.click(it.find("list item", "Before the Bell"), times=2)
    assert places == [0]
    with it.locates() as places:
        it.click_menu(it.find("list item", "Where the Light Falls"))
    assert places == [FIRST_US]
    it.click(it.find("slider", "Volume"), 0.5)
    until(lambda: 40 <= it.find("slider", "Volume").value <= 60, "half the volume")
    it.click(it.find("check box", "^Mute"))
    until(lambda: "checked" in it.find("check box", "^Mute").states, "silence")


def read_by_mouse(it: Hands) -> None:
    it.click(it.find("page tab", "Words"))
    with it.locates() as places:
        it.click(it.find("list item", "^I was here before"), 0.1)
    assert places == [FIRST_US + 6 * SECOND_US]
    with it.locates() as places:
        it.click_menu(it.find("list item", "^Here is the floor"))
    assert places == [FIRST_US]
    it.click(it.find("page tab", "Essay"))
    with it.locates():
        it.click(it.find("label", "^Essay$"), 0.5, 0.5)
    it.click(it.find("check box", "^Words on the picture"))
    it.hear("^Words on the picture")
    it.click(it.find("push button", "^Full screen"))
    it.gone("menu item", "^Album$")
    stage = it.find("filler", "^Stage$")
    it.point(stage, 0.4, 0.4)
    it.point(stage, 0.6, 0.6)
    it.click(it.find("push button", "^Full screen"))
    it.find("menu item", "^Album$")


def look_by_mouse(it: Hands) -> None:
    it.click(it.find("page tab", "Gallery"))
    it.click(it.find("list item", "Picture 2 of 11"), 0.5, 0.4)
    picture = it.find("filler", "Picture 2 of 11")
    it.click(picture, 0.5, 0.3, button=4, times=3)
    it.click(it.find("push button", "^Next picture"))
    it.hear("Picture 3 of 11$")
    it.click(it.find("push button", "^Back to the stage"))
    it.gone("push button", "^Next picture")
    it.click(it.find("page tab", "Notes"))
    assert "Nobody ordered" in it.find("label", "^Notes$").text


def set_by_mouse(it: Hands, folder: Path) -> None:
    choose(it, "Play", "^Sleep timer$", "^In 15 minutes")
    it.hear("^Sleep timer: in 15 minutes")
    with it.traced("park"):
        it.click_menu(it.find("filler", "^Stage$"))
    choose(it, "View", "^Save the picture")
    it.hear("^Saved in ")
    assert len(list((folder / "home" / "pictures").glob("*.png"))) == 1
    choose(it, "View", "^Appearance$", "^Light$")
    until(lambda: kept(folder, "config/settings.json").get("scheme") == "light", "the light appearance")
    choose(it, "Help", "^Change keys")
    it.click(it.find("push button", "original keys"))
    it.click(it.find("push button", "^Close$"))
    it.gone("text", "Key for Mute")


def mend_by_mouse(it: Hands, folder: Path) -> None:
    it.click(it.find("push button", "^1 (warning|error)"))
    it.click(it.find("list item", "mood"))
    until((folder / "edited").exists, "the editor")
    it.click(it.find("push button", "^Close the problems"))
    it.find("list", "Songs")
