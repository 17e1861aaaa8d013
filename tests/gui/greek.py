"""Albums whose texts are all Greek: what is Latin in the window is the program's. A walk over all texts there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QMenu, QTabBar, QTextBrowser, QWidget

from tests.gui.conftest import save_still
from tests.gui.show import RATE
from tests.support import small_media
from visualalbum.engine.ports import Device, Fault
from visualalbum.manifest import load
from visualalbum.problems import Problem
from visualalbum.sound.outputs.choice import away
from visualalbum.sound.strip import SongStrip
from visualalbum.timeline.cues import SongClip
from visualalbum.ui.glimpse import Glimpse

MANIFEST = """\
visualalbum: 1
title: Ήχος
artist: Ορφέας
released: 2026
rights: Ευρυδίκη
cover: {image: "1.png", alt: Λύρα}
films:
  φως: {file: "1.mp4", title: Φως, captions: {file: "1.vtt", language: el}}
tracks:
  - id: ένα
    title: Ένα
    audio: "1.wav"
    lyrics: {file: "1.lrc", language: el, translations: {el-GR: "2.lrc"}}
    essay: "1.md"
    segments:
      - {film: φως, in: 0:00, out: 0:01, at: 0:00, sound: on}
  - {id: δύο, title: Δύο, audio: "1.wav"}
notes:
  - {title: Τέλος, file: "2.md"}
gallery:
  - {image: "1.png", caption: Άλφα, alt: Βήτα, credit: Γάμα}
  - {image: "2.png", caption: Δέλτα, alt: Έψιλον}
credits:
  - {name: Ορφέας, role: λύρα, as: Ορφέας}
sources:
  - {title: Μύθος, publisher: Θήβα}
"""

BROKEN = """\
visualalbum: 1
ήχος: 1
cover: "λείπει"
films:
  φως: {file: "λείπει"}
  φως: {file: "άλλο"}
tracks:
  - id: ένα
    audio: "κενό"
    segments:
      - {film: φως, in: 0:02, out: 0:01, at: ποτέ}
      - {film: φως, in: 0:00, out: 0:01, at: bar 2}
      - {film: σκιά, in: 0:00, out: 0:00.1, at: 0:00:00:01}
  - {id: ένα, audio: [α], title: }
programme: [τρία]
gallery: α
"""

LATIN = re.compile(r"[A-Za-z]+")


def greek_album(folder: Path) -> Path:
    """An album of two songs and a film, with everything that an album can have."""
    small_media.make_sound(folder / "1.wav", "pcm_s16le", RATE, RATE * 2)
    small_media.make_film(folder / "1.mp4", sound=True)
    save_still(folder / "1.png", "#804020")
    save_still(folder / "2.png", "#204080")
    (folder / "1.lrc").write_text("[00:00.00]ένα\n[00:01.00]δύο\n")
    (folder / "2.lrc").write_text("[00:00.00]εν\n[00:01.00]δυο\n")
    (folder / "1.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nτρία\n")
    (folder / "1.md").write_text("# Ένα\n\nΔύο.\n")
    (folder / "2.md").write_text("Τρία.\n")
    manifest = folder / "1.visualalbum.yaml"
    manifest.write_text(MANIFEST)
    return manifest


def broken_album(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with an album that breaks a dozen rules."""
    (folder / "κενό").touch()
    manifest = folder / "2.visualalbum.yaml"
    manifest.write_text(BROKEN)
    return load(manifest).problems


def faults(folder: Path) -> tuple[Fault, ...]:
    """A device and a song that are not there."""
    told = [away(Device("ηχώ", "Ηχώ"))]
    song = folder / "λείπει"
    SongStrip(SongClip(song, 0, RATE, RATE, Fraction(0), Fraction(1)), song, told.append).read(0, 1)
    return tuple(told)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a window, and where it stands, also where it is not seen now."""
    for widget in (root, *root.findChildren(QWidget)):
        place = f"{type(widget).__name__} {widget.objectName()}"
        said = [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        match widget:
            case QMenu():
                said.append(widget.title())
            case QTabBar():
                said += [widget.tabText(number) for number in range(widget.count())]
            case QListView():
                said += _rows(widget.model())
            case QTextBrowser():
                said.append(widget.toPlainText())
            case QLineEdit():
                said.append(widget.placeholderText())
            case QLabel() | QAbstractButton() | Glimpse():
                said.append(widget.text() if callable(widget.text) else widget.text)
        for action in widget.actions():
            said += [action.text(), action.toolTip(), action.iconText(), action.statusTip()]
        yield from ((place, text) for text in said if text)


def latin(root: QWidget, allowed: set[str]) -> set[tuple[str, str]]:
    """Texts with a Latin word that is not allowed, each with its place."""
    return {(place, text) for place, text in texts(root) if not set(LATIN.findall(text)) <= allowed}


def _rows(model: QAbstractItemModel | None) -> list[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    if model is None:
        return []
    indexes = [model.index(row, 0, QModelIndex()) for row in range(model.rowCount())]
    found = [index.data(role) for index in indexes for role in roles]
    return [re.sub(r"<[^>]*>", " ", text) for text in found if text]
