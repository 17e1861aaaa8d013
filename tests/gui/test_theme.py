"""Both themes can be read, and the one that the system asks for is worn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from visualalbum.ui.sheet import QUIET, TEXT
from visualalbum.ui.theme import DARK, LIGHT, Colours, Theme


def luminance(colour: QColor) -> float:
    """WCAG 2.1, relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor | str, other: QColor | str) -> float:
    darker, lighter = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("text", ["text", "quiet", "accent", "warning"])
@pytest.mark.parametrize("ground", ["ground", "panel", "raised"])
def test_every_text_is_read_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_the_main_button_is_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("text", [TEXT, QUIET])
def test_a_sheet_is_read_over_a_white_picture(text: QColor) -> None:
    # The sheet's ground at 218 of 255 over white.
    over_white = QColor(*(round(part * 218 / 255 + 255 - 218) for part in (18, 19, 22)))
    assert contrast(text, over_white) >= 4.5


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.dress(Qt.ColorScheme.Dark)


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Unknown, DARK), (Qt.ColorScheme.Light, LIGHT)],
)
def test_the_theme_follows_the_system_and_is_dark_where_it_says_nothing(
    theme: Theme, qtbot: QtBot, scheme: Qt.ColorScheme, colours: Colours
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    theme.dress(scheme)
    assert widget.palette().color(QPalette.ColorRole.Window) == QColor(colours.ground)
