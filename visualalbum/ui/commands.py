"""Every action of the window, once: menus, shortcuts and the page of keys are made from this table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from visualalbum.ui.tongue import keep_said, mark, tr


@dataclass(frozen=True)
class Command:
    """One action: its id, the menu it stands in, its text, its keys; `repeats` while the key is held down.

    Of those with the same `choice` one is in force, and checked.
    `media` are keys of a keyboard's media row, for where no desktop takes them first; no page names them one by one.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    repeats: bool = False
    choice: str = ""
    media: tuple[str, ...] = ()


# What keyboards send for one key that plays and pauses; Qt's names.
MEDIA_PLAY = ("Media Play", "Media Pause", "Toggle Media Play/Pause")

MENUS = (mark("&Album"), mark("&Play"), mark("&View"), mark("&Words"), mark("&Help"))

SIGNS = re.compile(r"\(&.\)|&|…$")
"""Of a text in a menu: the mark of its letter, in brackets in scripts that keyboards have not, and its dots."""

COMMANDS = (
    Command("open", "&Album", mark("&Open…"), ("Ctrl+O",)),
    Command("reveal", "&Album", mark("Show in &file manager"), ("Ctrl+Shift+O",)),
    Command("quit", "&Album", mark("&Quit"), ("Ctrl+Q",)),
    Command("toggle", "&Play", mark("&Play or pause"), ("Space",), media=MEDIA_PLAY),
    Command("stop", "&Play", mark("Stop"), media=("Media Stop",)),
    Command("back", "&Play", mark("&Back 5 seconds"), ("Left",), repeats=True, media=("Media Rewind",)),
    Command("forward", "&Play", mark("&Forward 5 seconds"), ("Right",), repeats=True, media=("Media Fast Forward",)),
    Command("start_of_track", "&Play", mark("&Start of the track"), ("Home",)),
    Command("previous_track", "&Play", mark("P&revious track"), ("Ctrl+Left",), media=("Media Previous",)),
    Command("next_track", "&Play", mark("&Next track"), ("Ctrl+Right",), media=("Media Next",)),
    Command("louder", "&Play", mark("&Louder"), ("Up",), repeats=True),
    Command("softer", "&Play", mark("S&ofter"), ("Down",), repeats=True),
    Command("mute", "&Play", mark("&Mute"), ("M",)),
    Command("together", "&Play", mark("Songs and film &together"), ("Ctrl+1",), choice="way"),
    Command("songs_alone", "&Play", mark("Songs &alone"), ("Ctrl+2",), choice="way"),
    Command("film_alone", "&Play", mark("F&ilm alone"), ("Ctrl+3",), choice="way"),
    Command("sleep", "&Play", mark("Sleep timer: ne&xt choice"), ("T",)),
    Command("fullscreen", "&View", mark("&Full screen"), ("F", "F11")),
    Command("leave", "&View", mark("&Leave full screen"), ("Esc",)),
    Command("songs", "&View", mark("&Songs"), ("1",)),
    Command("find", "&View", mark("Fin&d a song…"), ("Ctrl+F",)),
    Command("words", "&View", mark("&Words"), ("2",)),
    Command("essay", "&View", mark("&Essay"), ("3",)),
    Command("gallery", "&View", mark("&Gallery"), ("4",)),
    Command("notes", "&View", mark("&Notes and credits"), ("5",)),
    Command("picture_words", "&Words", mark("Words on the &picture"), ("W",)),
    Command("captions", "&Words", mark("&Next captions"), ("C",)),
    Command("words_sooner", "&Words", mark("Words &sooner"), ("Z",), repeats=True),
    Command("words_later", "&Words", mark("Words &later"), ("X",), repeats=True),
    Command("words_as_written", "&Words", mark("Words as &written"), ("Shift+Z",)),
    Command("copy_line", "&Words", mark("&Copy the line"), ("Ctrl+C",)),
    Command("figures", "&View", mark("Sync f&igures"), ("I",)),
    Command("screenshot", "&View", mark("Sa&ve the picture shown"), ("S",)),
    Command("problems", "&View", mark("&Problems of the album")),
    Command("help", "&Help", mark("&Keys"), ("?", "F1")),
    Command("change_keys", "&Help", mark("&Change keys…")),
)


def make_actions(owner: QWidget, slots: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make an action of every command, alive in all of `owner`; KeyError where one has no slot."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(owner)
        keep_said(owner, partial(_name, action, command.text))
        action.setObjectName(command.id)
        action.setAutoRepeat(command.repeats)
        if command.choice:
            action.setCheckable(True)
            groups.setdefault(command.choice, QActionGroup(owner)).addAction(action)
        action.triggered.connect(slots[command.id])
        actions[command.id] = action
    # A shortcut in a hidden menu bar is dead; one of the window itself works in full screen too.
    owner.addActions(list(actions.values()))
    return actions


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction], after: Mapping[str, QMenu]) -> None:
    """Put every action into its menu, in the order of the table; menus of their own come `after` a command."""
    menus = {menu: bar.addMenu("") for menu in MENUS}
    for name, menu in menus.items():
        keep_said(menu, partial(_entitle, menu, name))
    for command in COMMANDS:
        menus[command.menu].addAction(actions[command.id])
        if command.id in after:
            menus[command.menu].addMenu(after[command.id])


def plain(text: str) -> str:
    """A text of the menus in the language that is spoken, without the signs for its letter and its window."""
    return SIGNS.sub("", tr(text))


def title(command_id: str) -> str:
    """What a command is called outside the menus."""
    return next(plain(command.text) for command in COMMANDS if command.id == command_id)


def tip(command_id: str, keys: Sequence[str], name: str = "") -> str:
    """A button's tooltip and accessible name: the command, or what it would do now, and the first of its keys."""
    name = name or title(command_id)
    return f"{name} ({keys[0]})" if keys else name


def _name(action: QAction, text: str) -> None:
    action.setText(tr(text))
    action.setToolTip(plain(text))


def _entitle(menu: QMenu, text: str) -> None:
    menu.setTitle(tr(text))
