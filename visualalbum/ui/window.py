"""The window: stage, album panel and transport put together, every command tied to what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from visualalbum.engine.snapshot import Snapshot
from visualalbum.manifest.folder import manifest_in
from visualalbum.problems import Problem
from visualalbum.reach import is_folder
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode
from visualalbum.ui.album import AlbumPanel
from visualalbum.ui.appearance import AppearanceMenu
from visualalbum.ui.awaited import Awaited
from visualalbum.ui.commands import fill_menus, make_actions
from visualalbum.ui.context_menus import ContextMenus
from visualalbum.ui.device_menu import DeviceMenu
from visualalbum.ui.dropped import dropped
from visualalbum.ui.fullscreen import Fullscreen
from visualalbum.ui.geometry import Geometry
from visualalbum.ui.help import key_rows
from visualalbum.ui.keymap import Keymap
from visualalbum.ui.keys_dialog import KeysDialog
from visualalbum.ui.language import LanguageMenu
from visualalbum.ui.open_dialog import ask_for_album
from visualalbum.ui.over_stage import OverStage
from visualalbum.ui.pages import EmptyPage
from visualalbum.ui.plate import PlatePage
from visualalbum.ui.playing import Playing
from visualalbum.ui.ports import Controls, Pictures
from visualalbum.ui.presenters import (
    Playability,
    fallback_stills,
    find_text,
    no_manifest_text,
    stage_text,
    window_title,
)
from visualalbum.ui.problems import ProblemsPanel
from visualalbum.ui.readers import Readers
from visualalbum.ui.reading import Reading
from visualalbum.ui.recent_menu import RecentMenu
from visualalbum.ui.sharing import Sharing
from visualalbum.ui.sleep_menu import SleepMenu
from visualalbum.ui.stage import Stage
from visualalbum.ui.stage_area import StageArea
from visualalbum.ui.tongue import keep_said, tr
from visualalbum.ui.transport import Transport

FIRST_SIZE = 1180, 720
TRANSPORT = ("toggle", "stop", "back", "forward", "start_of_track", "previous_track", "next_track")


class Window(QMainWindow):
    """Everything a person sees and touches; the engine is reached through `controls` alone.

    `album_chosen` carries the path of a manifest a person wants to open, `mode_chosen` the way to play it, `asked` the
    id of a command that takes more than the window; `closing` comes once, before the window goes.
    """

    album_chosen = Signal(object)
    mode_chosen = Signal(object)
    asked = Signal(str)
    closing = Signal()

    def __init__(self, controls: Controls, pictures: Pictures, readers: Readers) -> None:
        super().__init__()
        self._readers = readers
        self._timeline = Timeline()
        self._snapshot = Snapshot()
        self._problems: tuple[Problem, ...] = ()
        self._spoilt = False
        self._looking = False
        self._looked_from: QWidget = self
        self.playing = Playing(controls, self)
        self.stage = Stage(pictures, readers.stills)
        self.area = StageArea(self.stage, readers.stills)
        self.plate = PlatePage(readers.plates)
        self.album = AlbumPanel(readers.thumbnails, self.stage.lull)
        self.reading = Reading(readers.texts, self.album.words, self.album.essay, self)
        self.over_stage = OverStage(self.area, readers.texts, self.reading, self)
        self.transport = Transport(readers)
        self.over_stage.tie(self.transport.words, self.transport.captions)
        self.empty = EmptyPage()
        self.awaited = Awaited(self)
        self.problems = ProblemsPanel()
        self.problems.setContentsMargins(16, 20, 16, 16)
        self._pages = QStackedWidget()
        self._lay_out()
        self.fullscreen = Fullscreen(self)
        self.actions_by_id = make_actions(self, self._slots())
        self.keymap = Keymap(self)
        self.album.ways.offer(self.actions_by_id)
        for one, following in pairwise((self.stage, *self.album.in_order)):
            self.setTabOrder(one, following)
        self._recent = RecentMenu(self)
        self._recent.chosen.connect(self.album_chosen)
        self.appearance = AppearanceMenu(self)
        self.language = LanguageMenu(self)
        self.sleep = SleepMenu(self)
        self.devices = DeviceMenu(self)
        after = {"open": self._recent, "leave": self.appearance, "problems": self.language, "sleep": self.sleep}
        after["mute"] = self.devices
        after["captions"] = self.over_stage.languages
        fill_menus(self.menuBar(), self.actions_by_id, after)
        self.menuBar().setCornerWidget(self.sleep.sign)
        ContextMenus(self.stage, self.album, self.actions_by_id, self)
        self._connect()
        self.stage.setFocus()
        self.setAcceptDrops(True)
        self.resize(*FIRST_SIZE)
        keep_said(self, self._speak)

    def place(self, geometry: Geometry) -> None:
        """Take the size and place the command line gave."""
        self.resize(geometry.width, geometry.height)
        if geometry.x is not None and geometry.y is not None:
            self.move(geometry.x, geometry.y)

    def take_size(self, width: int, height: int) -> None:
        """Take a size of another day, as far as the screen has room for it."""
        room = self.screen().availableSize()  # compared here, since Qt fails on numbers beyond its own
        self.resize(max(0, min(width, room.width())), max(0, min(height, room.height())))

    @Slot(object)
    def show_timeline(self, timeline: Timeline) -> None:
        """Show an album as far as it is known: names first, lengths and marks as files are read."""
        self._looking = self._looking and self.plate.follow(timeline.booklet.plates)
        self._timeline = timeline
        self.album.show_timeline(timeline)
        self.over_stage.show_timeline(timeline)
        self.album.gallery.show_plates(timeline.booklet.plates)
        self.album.leaves.set_filled(self.album.gallery, bool(timeline.booklet.plates))
        self._show_notes()
        self._refresh()

    def show_recent(self, albums: Sequence[tuple[str, Path]]) -> None:
        """Offer albums of late, by title and manifest."""
        self.empty.show_recent(albums)
        self._recent.show_recent(albums)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the album's files have been read."""
        self.album.show_progress(done, total)

    def show_problems(self, problems: Sequence[Problem], spoilt: bool = False) -> None:
        """Show what is wrong with the album: at once where nothing of it plays, else when it is asked for.

        Where it is `spoilt` what was there before plays on.
        """
        self._problems = tuple(problems)
        self.problems.show_problems(problems, Playability.NOTHING)
        self.album.show_problems(problems, Playability.BEFORE if spoilt else Playability.REST)
        if spoilt != self._spoilt:
            self._spoilt = spoilt
            self.album.show_problem_panel(spoilt)
            if spoilt:
                self.area.tell(tr(Playability.BEFORE))
        self._refresh()

    @Slot(object)
    def show_stage(self, snapshot: Snapshot) -> None:
        """Bring the stage up to a snapshot, in the tick in which it changed."""
        self.stage.set_fallbacks(fallback_stills(self._timeline, snapshot))
        self.stage.show_stage(snapshot.stage, snapshot.planned)
        self.stage.setAccessibleDescription(stage_text(self._timeline, snapshot))
        self._readers.stills.want(snapshot.stills_ahead)

    @Slot(object)
    def show_moment(self, snapshot: Snapshot) -> None:
        """Bring what follows the song word by word up to a snapshot, every tick."""
        self.reading.show_snapshot(self._timeline, snapshot)
        self.over_stage.show_snapshot(snapshot)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Bring everything else up to a snapshot."""
        self._snapshot = snapshot
        self.playing.show_snapshot(snapshot)
        self.transport.show_snapshot(self._timeline, snapshot)
        self.album.songs.songs.set_playing(snapshot.track)
        self.area.show_snapshot(snapshot)
        title = window_title(self._timeline, snapshot)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def come_forward(self) -> None:
        """Be in front of other windows, also from the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Where no window manager runs nobody gives us the keyboard.
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event)
        if path is None:
            return
        event.acceptProposedAction()
        if is_folder(path) and self._timeline.tracks and manifest_in(path)[0] == path:
            self.area.tell(no_manifest_text(path))  # and what plays plays on
        else:
            self.album_chosen.emit(path)

    def _lay_out(self) -> None:
        for page in (self.area, self.plate, self.empty, self.problems, self.awaited.page):
            self._pages.addWidget(page)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(Sharing(self._pages, self.album), 1)
        self._column.addWidget(self.awaited.strip)
        self._column.addWidget(self.transport)
        self.setCentralWidget(whole)

    def _slots(self) -> dict[str, Callable[[], None]]:
        return {
            **self.playing.slots(),
            **self.reading.slots(),
            **self.album.slots(),
            **{command: partial(self.asked.emit, command) for command in ("reveal", "screenshot", "sleep")},
            "together": lambda: self.mode_chosen.emit(Mode.TOGETHER),
            "songs_alone": lambda: self.mode_chosen.emit(Mode.SONGS),
            "film_alone": lambda: self.mode_chosen.emit(Mode.FILM),
            "open": self._on_open,
            "quit": self._on_quit,
            "fullscreen": self.fullscreen.toggle,
            "leave": self._on_leave,
            "find": self._on_find,
            "picture_words": self.over_stage.change_words,
            "captions": self.over_stage.next_language,
            "figures": self.area.toggle_figures,
            "problems": self._on_problems,
            "help": self._on_help,
            "change_keys": lambda: KeysDialog(self.keymap, self).show(),
        }

    def _connect(self) -> None:
        self.transport.asked.connect(self._on_asked)
        self.transport.located.connect(self.playing.locate)
        self.transport.volume_chosen.connect(self.playing.set_volume)
        self.album.songs.played.connect(self.playing.play_track)
        self.reading.located.connect(self.playing.locate)
        self.reading.changed.connect(self._on_reading)
        self.reading.told.connect(self.area.tell)
        self._readers.texts.ready.connect(self._show_notes)
        self.album.gallery.chosen.connect(self._on_chosen)
        self.plate.closed.connect(self._on_seen)
        self.empty.open_asked.connect(self._on_open)
        self.awaited.changed.connect(self._refresh)
        self.empty.chosen.connect(self.album_chosen)
        self.stage.double_clicked.connect(self.fullscreen.toggle)
        self.fullscreen.changed.connect(self._on_fullscreen)
        self.playing.told.connect(self.area.glimpse)
        self.keymap.changed.connect(self._show_keys)
        for command_id in TRANSPORT:
            self.actions_by_id[command_id].triggered.connect(self.area.controls.wake)

    def _speak(self) -> None:
        """Say everything in the language that is spoken; what says something by itself has done so before."""
        self._show_keys()
        self.show_problems(self._problems, self._spoilt)
        self.show_timeline(self._timeline)

    def _refresh(self) -> None:
        """Choose the page that stands in the stage's place, and whether an album stands beside it."""
        playable = bool(self._timeline.tracks)
        page: QWidget = self.plate if self._looking else self.area
        if not playable:
            page = self.awaited.page if self.awaited.on else self.problems if self._problems else self.empty
        self._pages.setCurrentWidget(page)
        self.menuBar().setVisible(not self.fullscreen.on)
        self.album.setVisible(playable and not self.fullscreen.on)
        self.transport.setVisible(playable)
        self.awaited.strip.setVisible(self.awaited.told and playable and not self.fullscreen.on)
        self.actions_by_id["problems"].setEnabled(bool(self._problems) and playable)
        for command_id in TRANSPORT:  # where there is nothing to play, Space and arrows are the buttons'
            self.actions_by_id[command_id].setEnabled(playable)
        self.show_snapshot(self._snapshot)

    @Slot()
    def _show_keys(self) -> None:
        self.keymap.apply(self.actions_by_id)
        self.transport.show_keys(self.keymap)
        self.area.help.show_rows(key_rows(self.keymap))

    @Slot(bool)
    def _on_fullscreen(self, on: bool) -> None:
        self._looking = False
        self.area.set_alone(on)
        if on:
            self.area.controls.take(self.transport)
            self.stage.setFocus()
        else:
            self.area.controls.give_back()
            self._column.addWidget(self.transport)
        self._refresh()

    @Slot(str)
    def _on_asked(self, command_id: str) -> None:
        self.actions_by_id[command_id].trigger()

    @Slot()
    def _on_find(self) -> None:
        self.album.leaves.turn_to(self.album.songs)
        if self.album.songs.isVisible():
            self.album.songs.await_name()
            self.area.tell(find_text())

    @Slot()
    def _on_help(self) -> None:
        """Show all keys: where the stage is too small for their page to be read, in the window that scrolls."""
        if self.area.help.is_legible or self.area.help.isVisible():
            self.area.toggle_help()
        else:
            self.actions_by_id["change_keys"].trigger()

    @Slot()
    def _on_leave(self) -> None:
        """One step back to the stage, which gives the keys to the song again."""
        if self.area.help.isVisible():
            self.area.toggle_help()
        elif self.fullscreen.on:
            self.fullscreen.leave()
        elif self._looking:
            self._on_seen()
        elif self.awaited.on:
            self.awaited.given_up.emit()
        else:
            self.album.close_problems()
            self.stage.setFocus()

    @Slot()
    def _on_reading(self) -> None:
        leaves = self.album.leaves
        leaves.set_filled(self.album.words, self.reading.has_words)
        leaves.set_filled(self.album.essay, self.reading.has_essay)
        self.transport.show_reading(self.reading)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self._looking = True
        gallery = self.album.gallery
        self._looked_from = gallery if gallery.hasFocus() else self.stage
        self.plate.show_plate(self._timeline.booklet.plates, row)
        self._refresh()
        self.plate.setFocus()

    @Slot()
    def _on_seen(self) -> None:
        self._looking = False
        self.album.gallery.show_chosen(self.plate.row)
        self._refresh()
        self._looked_from.setFocus()

    @Slot()
    def _show_notes(self) -> None:
        self.album.notes.show_booklet(self._timeline.booklet, self._readers.texts)
        self.album.leaves.set_filled(self.album.notes, not self.album.notes.document().isEmpty())

    @Slot()
    def _on_problems(self) -> None:
        self.fullscreen.leave()
        self.album.toggle_problems()
        self.album.problem_panel.list.setFocus()

    @Slot()
    def _on_open(self) -> None:
        album = ask_for_album(self)
        if album is not None:
            self.album_chosen.emit(album)

    @Slot()
    def _on_quit(self) -> None:
        self.close()
