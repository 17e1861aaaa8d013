"""Every action of the window, once: menus, shortcuts and the page of keys are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


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

COMMANDS = (
    Command("open", "&Album", "&Open…", ("Ctrl+O",)),
    Command("reveal", "&Album", "Show in &file manager", ("Ctrl+Shift+O",)),
    Command("quit", "&Album", "&Quit", ("Ctrl+Q",)),
    Command("toggle", "&Play", "&Play or pause", ("Space",), media=MEDIA_PLAY),
    Command("stop", "&Play", "Stop", media=("Media Stop",)),
    Command("back", "&Play", "&Back 5 seconds", ("Left",), repeats=True, media=("Media Rewind",)),
    Command("forward", "&Play", "&Forward 5 seconds", ("Right",), repeats=True, media=("Media Fast Forward",)),
    Command("start_of_track", "&Play", "&Start of the track", ("Home",)),
    Command("previous_track", "&Play", "P&revious track", ("Ctrl+Left",), media=("Media Previous",)),
    Command("next_track", "&Play", "&Next track", ("Ctrl+Right",), media=("Media Next",)),
    Command("louder", "&Play", "&Louder", ("Up",), repeats=True),
    Command("softer", "&Play", "S&ofter", ("Down",), repeats=True),
    Command("mute", "&Play", "&Mute", ("M",)),
    Command("together", "&Play", "Songs and film &together", ("Ctrl+1",), choice="way"),
    Command("songs_alone", "&Play", "Songs &alone", ("Ctrl+2",), choice="way"),
    Command("film_alone", "&Play", "F&ilm alone", ("Ctrl+3",), choice="way"),
    Command("sleep", "&Play", "Sleep timer: ne&xt choice", ("T",)),
    Command("fullscreen", "&View", "&Full screen", ("F", "F11")),
    Command("leave", "&View", "&Leave full screen", ("Esc",)),
    Command("songs", "&View", "&Songs", ("1",)),
    Command("words", "&View", "&Words", ("2",)),
    Command("essay", "&View", "&Essay", ("3",)),
    Command("gallery", "&View", "&Gallery", ("4",)),
    Command("notes", "&View", "&Notes and credits", ("5",)),
    Command("picture_words", "&Words", "Words on the &picture", ("W",)),
    Command("captions", "&Words", "&Next captions", ("C",)),
    Command("words_sooner", "&Words", "Words &sooner", ("Z",), repeats=True),
    Command("words_later", "&Words", "Words &later", ("X",), repeats=True),
    Command("words_as_written", "&Words", "Words as &written", ("Shift+Z",)),
    Command("copy_line", "&Words", "&Copy the line", ("Ctrl+C",)),
    Command("figures", "&View", "Sync f&igures", ("I",)),
    Command("screenshot", "&View", "Sa&ve the picture shown", ("S",)),
    Command("problems", "&View", "&Problems of the album"),
    Command("help", "&Help", "&Keys", ("?", "F1")),
    Command("change_keys", "&Help", "&Change keys…"),
)


def make_actions(owner: QWidget, slots: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make an action of every command, alive in all of `owner`; KeyError where one has no slot."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(command.text, owner)
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
    menus = {menu: bar.addMenu(menu) for menu in dict.fromkeys(command.menu for command in COMMANDS)}
    for command in COMMANDS:
        menus[command.menu].addAction(actions[command.id])
        if command.id in after:
            menus[command.menu].addMenu(after[command.id])


def plain(text: str) -> str:
    """A text of the menus without the signs for its letter and its window."""
    return text.replace("&", "").rstrip("…")


def title(command_id: str) -> str:
    """What a command is called outside the menus."""
    return next(plain(command.text) for command in COMMANDS if command.id == command_id)


def tip(command_id: str, keys: Sequence[str]) -> str:
    """A button's tooltip and accessible name: the command and the first of its keys."""
    return f"{title(command_id)} ({keys[0]})" if keys else title(command_id)
