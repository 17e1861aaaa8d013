"""Which keys do what: the program's own, and those that a person has chosen instead."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from visualalbum.ui.commands import COMMANDS

Keys = tuple[str, ...]

OWN: dict[str, Keys] = {command.id: command.keys for command in COMMANDS}

PORTABLE = QKeySequence.SequenceFormat.PortableText


class Keymap(QObject):
    """The keys of every command; no key has two. `changed` tells that some are others now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = dict(OWN)

    def keys(self, command_id: str) -> Keys:
        """The keys of a command, in Qt's portable spelling."""
        return self._keys[command_id]

    @property
    def chosen(self) -> dict[str, Keys]:
        """The commands whose keys are not the program's own."""
        return {command_id: keys for command_id, keys in self._keys.items() if keys != OWN[command_id]}

    def owner_of(self, key: str) -> str | None:
        """The command that a key belongs to, None where it is free."""
        return next((command_id for command_id, keys in self._keys.items() if key in keys), None)

    def take(self, chosen: Mapping[str, Keys]) -> list[str]:
        """Have keys that were chosen on another day; returns a sentence for each that means nothing."""
        self._keys = dict(OWN)
        amiss = []
        for command_id, keys in chosen.items():
            if command_id not in OWN:
                amiss.append(f"there is no command {command_id!r}")
                continue
            known = [spelt for key in keys if (spelt := spelling(key))]
            amiss += [f"{key!r} is no key" for key in keys if not spelling(key)]
            self._give(command_id, tuple(dict.fromkeys(known)))
        self.changed.emit()
        return amiss

    def give(self, command_id: str, key: str) -> str | None:
        """Have a key do a command in place of its first one, an empty one none; returns whom it was taken from."""
        owner = self.owner_of(key) if key else None
        self._give(command_id, tuple(dict.fromkeys((key, *self._keys[command_id][1:]))) if key else ())
        self.changed.emit()
        return owner if owner != command_id else None

    def reset(self) -> None:
        """Have the program's own keys again."""
        self.take({})

    def apply(self, actions: Mapping[str, QAction]) -> None:
        """Give actions their keys, and those of the media row that nobody has chosen for something else."""
        for command in COMMANDS:
            media = [key for key in command.media if self.owner_of(key) in (None, command.id)]
            keys = dict.fromkeys((*self.keys(command.id), *media))
            actions[command.id].setShortcuts([QKeySequence(key) for key in keys])

    def _give(self, command_id: str, keys: Keys) -> None:
        for other, others in self._keys.items():
            self._keys[other] = tuple(key for key in others if key not in keys)
        self._keys[command_id] = keys


def key_text(key: str) -> str:
    """A key as menus name it, in the system's way and the language that is spoken."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def spelling(key: str) -> str:
    """A key, with those that are held down meanwhile, in Qt's portable spelling; empty where it is none."""
    made = QKeySequence.fromString(key, PORTABLE)
    return made.toString(PORTABLE) if made.count() == 1 else ""
