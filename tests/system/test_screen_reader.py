"""The program as a screen reader has it: names, values and states on the accessibility bus, and hands through it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.hands import Hands, hands, until
from tests.support.players import ROOT
from tests.support.screen_reader import Node

pytestmark = pytest.mark.unhurried

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
CONTROLS = {"push button", "check box", "radio button", "slider", "list", "list item", "text", "page tab", "menu item",
            "check menu item", "radio menu item", "menu", "link", "spin button", "combo box"}  # fmt: skip
ITEMS = {"list item", "menu item", "check menu item", "radio menu item"}


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """The demo, on its eleventh second and parked: words and film."""
    with hands(tmp_path_factory.mktemp("read"), DEMO, "--start", "0:10") as session:
        session.run.until("roll")
        session.find("push button", "^Pause").do("Press")
        session.run.until("park")
        session.find("push button", "^Play")
        yield session


def amiss(nodes: list[Node]) -> list[str]:
    """What a reader could not tell: controls without a name, and neighbours that sound the same."""
    found = [f"{node.role} without a name" for node in nodes if node.role in CONTROLS and not node.name.strip()]
    for parent in nodes:
        heard = Counter((child.role, child.name) for child in parent.children if "showing" in child.states)
        found += [
            f"{count} times {role} {name!r}"
            for (role, name), count in heard.items()
            if count > 1 and role in CONTROLS - ITEMS
        ]
    return found


PAGES = {"1": "Songs", "2": "Words", "3": "Essay", "4": "Gallery", "5": "Notes"}


@pytest.mark.parametrize("key", PAGES)
def test_every_page_has_a_name_for_everything_that_can_be_used(album: Hands, key: str) -> None:
    album.press(key)
    album.find("page tab", PAGES[key])
    until(lambda: "selected" in album.find("page tab", PAGES[key]).states, "the page")
    nodes = list(album.root.below())
    assert amiss(nodes) == []
    assert len([node for node in nodes if node.role in CONTROLS]) > 15


def test_songs_are_items_with_number_title_artist_and_length(album: Hands) -> None:
    album.press("1")
    first, second = album.find("list", "Songs").children
    assert first.name == "1, Before the Bell, The visualalbum project, 1:12, playing"
    assert second.name == "2, Where the Light Falls, The visualalbum project, 1:20"
    assert {"focusable", "selectable"} <= first.states


def test_the_seek_bar_is_a_slider_with_its_place_in_words(album: Hands) -> None:
    bar = album.find("slider", "Place in the track")
    assert 10_000 <= bar.value < 30_000
    assert bar.get("Value", "MaximumValue") == pytest.approx(72_000, abs=20)
    assert re.fullmatch(r"0:\d\d of 1:12", bar.description)
    volume = album.find("slider", "Volume")
    assert (volume.value, volume.get("Value", "MaximumValue")) == (100, 100)
    assert album.all("label", r"^0:\d\d / 1:12$")


def test_play_is_pressed_through_the_bus_and_then_reads_pause(album: Hands) -> None:
    rolls = len(album.run.events("roll"))
    album.find("push button", r"^Play \(Space\)$").do("Press")
    until(lambda: len(album.run.events("roll")) > rolls, "the song to roll")
    parks = len(album.run.events("park"))
    album.find("push button", r"^Pause \(Space\)$").do("Press")
    until(lambda: len(album.run.events("park")) > parks, "the song to park")


def test_what_can_be_on_is_ticked_while_it_is(album: Hands) -> None:
    mute = album.find("check box", "Mute")
    assert "checked" not in mute.states
    mute.do("Press")
    until(lambda: "checked" in mute.states, "the tick")
    mute.do("Press")
    until(lambda: "checked" not in mute.states, "no tick")
    ways = {node.name: "checked" in node.states for node in album.all("check box", "^(Together|Songs|Film)$")}
    assert ways == {"Together": True, "Songs": False, "Film": False}


def test_the_words_are_items_and_the_line_of_the_moment_says_so(album: Hands) -> None:
    album.press("2")
    lines = album.find("list", "Words").children
    assert lines[0].name.startswith("Morning in the corridor, 朝の長い廊下")
    now = [line.name for line in lines if line.name.endswith("– now")]
    assert len(now) == 1


def test_words_on_the_picture_are_live_text_and_nobody_is_talked_over(album: Hands) -> None:
    album.press("w")
    until(lambda: ("Announcement", "", "Words on the picture") in album.reader.events, "the answer to the key")
    line = album.find("label", "^(?!Back|The |Before|0:).*[a-z]{3}")
    assert line.name in " ".join(node.name for node in album.find("list", "Words").children)
    said = len([event for event in album.reader.events if event[0] == "Announcement"])
    album.find("push button", "^Play").do("Press")
    until(lambda: line.name not in [node.name for node in album.all("label")] or not album.all("label"), "a next line")
    album.find("push button", "^Pause").do("Press")
    assert len([event for event in album.reader.events if event[0] == "Announcement"]) == said
    album.press("w", "w")


def test_the_essay_and_the_notes_are_texts(album: Hands) -> None:
    album.press("3")
    essay = album.find("label", "Essay")
    assert "A school corridor is a good drum" in essay.text
    album.press("5")
    assert "Nobody ordered Backstage" in album.find("label", "Notes").text


def test_pictures_say_what_they_show(album: Hands) -> None:
    album.press("4")
    first = album.find("list", "Gallery").children[0]
    assert first.name.startswith("Rows of marks on paper, round for the dancer")
    assert first.name.endswith("Picture 1 of 11")


def test_a_picture_looked_at_is_named_with_its_ways_on_and_the_next_one_is_said(album: Hands) -> None:
    album.press("4")
    album.find("list", "Gallery")
    album.walk_to("list item", "Picture")
    album.press("Home", "Return")
    album.find("push button", "Next picture")
    assert amiss(list(album.root.below())) == []
    album.press("Right")
    until(
        lambda: any(str(text).endswith("Picture 2 of 11") for kind, _, text in album.reader.events), "the next picture"
    )
    album.press("Escape")
    until(lambda: not album.all("push button", "Next picture"), "the stage")


def test_the_focus_is_told_and_time_that_passes_is_no_news_under_it(album: Hands) -> None:
    album.press("1")
    album.walk_to("slider", "Place in the track")
    album.find("push button", "^Play").do("Press")
    before = len(album.reader.events)
    place = album.find("label", r"^0:\d\d / ").name
    until(lambda: album.find("label", r"^0:\d\d / ").name != place, "another second")
    album.find("push button", "^Pause").do("Press")
    news = [event for event in album.reader.events[before:] if "value" in event[1] or event[0] == "Announcement"]
    assert news == []
    album.press("Right")
    until(lambda: any(event[0] == "Announcement" for event in album.reader.events[before:]), "where the key went")


@pytest.mark.parametrize("key", ["f", "question", "i"])
def test_in_every_state_all_is_named(album: Hands, key: str) -> None:
    album.press(key)
    try:
        assert amiss(list(album.root.below())) == []
    finally:
        album.press(key if key != "f" else "Escape")


def test_the_menus_name_every_command_and_tick_what_is_chosen(album: Hands) -> None:
    album.press("F10")
    until(lambda: len(album.all("menu item")) > 5, "a menu")
    names: set[str] = set()
    for _ in range(5):
        items = album.all("menu item") + album.all("check menu item") + album.all("radio menu item")
        names |= {item.name for item in items}
        assert amiss(list(album.root.below())) == []
        album.press("Right")
    album.press("Escape", "Escape")
    assert {"Album", "Play", "View", "Words", "Help", "Open…", "Next track", "Full screen", "Change keys…"} <= names


def test_the_empty_window_says_what_can_be_done(tmp_path: Path) -> None:
    with hands(tmp_path) as session:
        session.find("push button", "^Open an album")
        assert amiss(list(session.root.below())) == []
        assert session.all("label", "Drop one here")
