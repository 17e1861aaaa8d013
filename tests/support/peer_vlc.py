"""A plain player, one file in libVLC's own window: what libVLC alone reaches, and a stand-in to try measurements on.

Usage: python -m tests.support.peer_vlc WIDTH HEIGHT FILE [OPTION...]; Space pauses, Left and Right go 5 s, q ends.
"""

from __future__ import annotations

import sys

import vlc
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """The window that libVLC draws in."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(QRect(0, 0, width, height))
        self.setStyleSheet("background: black")
        self.player: vlc.MediaPlayer | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key says."""
        player = self.player
        if player is None:
            return
        if event.key() == Qt.Key.Key_Space:
            player.pause()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 5000 if event.key() == Qt.Key.Key_Right else -5000
            player.set_time(max(player.get_time() + step, 0))
        elif event.key() == Qt.Key.Key_Q:
            player.stop()
            self.close()


def main(width: str, height: str, file: str, *options: str) -> None:
    """Play a file until q is pressed; the words are those of the command line."""
    application = QApplication([])
    window = Window(int(width), int(height))
    window.show()
    instance = vlc.Instance("--no-video-title-show", "--no-osd", "--aout=pulse", "--quiet")
    window.player = instance.media_player_new()
    media = instance.media_new_path(file)
    for option in options:
        media.add_option(option)
    window.player.set_media(media)
    window.player.video_set_key_input(False)
    window.player.video_set_mouse_input(False)
    window.player.set_xwindow(int(window.winId()))
    window.player.play()
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
