"""What a right click offers, or the menu key: the commands that are about what is there; and the keys for menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from visualalbum.ui.album import AlbumPanel
from visualalbum.ui.listing import Listing
from visualalbum.ui.tongue import tr

ON_STAGE = ("toggle", "fullscreen", "", "picture_words", "captions", "", "screenshot", "figures", "", "help")
AT_WORDS = ("words_sooner", "words_later", "words_as_written")

Choice = tuple[str, Callable[[], None]]


class ContextMenus(QObject):
    """Gives the stage and the lists their menus."""

    def __init__(self, stage: QWidget, album: AlbumPanel, actions: Mapping[str, QAction], parent: QMainWindow) -> None:
        super().__init__(parent)
        self._album = album
        self._actions = actions
        self._parent = parent
        stage.installEventFilter(self)
        for listing, offered in ((album.songs, self._song), (album.words, self._line), (album.gallery, self._picture)):
            listing.menu_asked.connect(partial(self._on_row, listing, offered))
        # Qt knows the menu key everywhere, and these, which desktops have as well, not under X11 and Wayland.
        QShortcut(QKeySequence("Shift+F10"), parent).activated.connect(self._on_key)
        QShortcut(QKeySequence("F10"), parent).activated.connect(self._on_first_menu)

    def _song(self, row: int) -> QMenu:
        return self._menu([(tr("&Play this song"), partial(self._album.songs.played.emit, row))])

    def _line(self, row: int) -> QMenu:
        words = self._album.words
        written = words.lines.rows.rows[row].written
        go, copy = partial(words.entered_row.emit, row), partial(QGuiApplication.clipboard().setText, written)
        return self._menu([(tr("&Go to this line"), go), (tr("&Copy this line"), copy)], ("", *AT_WORDS))

    def _picture(self, row: int) -> QMenu:
        return self._menu([(tr("&Look at this picture"), partial(self._album.gallery.chosen.emit, row))])

    def _on_row(self, listing: Listing, offered: Callable[[int], QMenu], row: int, place: QPoint, by_key: bool) -> None:
        _show(offered(row), listing.viewport().mapToGlobal(place), by_key)

    @Slot()
    def _on_first_menu(self) -> None:
        bar = self._parent.menuBar()
        bar.setActiveAction(bar.actions()[0])

    @Slot()
    def _on_key(self) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            middle = widget.rect().center()
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
            QApplication.sendEvent(widget, asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        _show(self._menu([], ON_STAGE), event.globalPos(), event.reason() is QContextMenuEvent.Reason.Keyboard)
        return True

    def _menu(self, choices: Sequence[Choice], commands: Sequence[str] = ()) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, chosen in choices:
            menu.addAction(text).triggered.connect(chosen)
        for command_id in commands:
            if command_id:
                menu.addAction(self._actions[command_id])
            else:
                menu.addSeparator()
        return menu


def _show(menu: QMenu, place: QPoint, by_key: bool) -> None:
    """Show a menu; one that a key has asked for is at its first choice."""
    menu.popup(place)
    if by_key:
        menu.setActiveAction(menu.actions()[0])
