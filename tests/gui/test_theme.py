"""Both themes can be read, and the one that the system asks for is worn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.contrast import contrast
from visualalbum.ui.appearance import AppearanceMenu
from visualalbum.ui.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours
from visualalbum.ui.motion import may_move
from visualalbum.ui.sheet import QUIET, TEXT
from visualalbum.ui.theme import Appearance, Theme, colours_for

THEMES = {"dark": DARK, "light": LIGHT, "dark-contrast": DARK_CONTRAST, "light-contrast": LIGHT_CONTRAST}
GROUNDS = ("ground", "panel", "raised")
AA, AAA, LINES = 4.5, 7.0, 3.0


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("text", ["text", "quiet", "accent", "warning"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_is_read_on_every_ground(name: str, text: str, ground: str) -> None:
    enough = AAA if "contrast" in name else AA
    assert contrast(getattr(THEMES[name], text), getattr(THEMES[name], ground)) >= enough


@pytest.mark.parametrize("name", THEMES)
def test_the_main_button_is_read(name: str) -> None:
    assert contrast(THEMES[name].on_accent, THEMES[name].accent) >= AA


@pytest.mark.parametrize("name", ["dark-contrast", "light-contrast"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_with_more_contrast_every_line_is_seen(name: str, ground: str) -> None:
    assert contrast(THEMES[name].line, getattr(THEMES[name], ground)) >= LINES


@pytest.mark.parametrize("text", [TEXT, QUIET])
def test_a_sheet_is_read_over_a_white_picture(text: QColor) -> None:
    # The sheet's ground at 218 of 255 over white.
    over_white = QColor(*(round(part * 218 / 255 + 255 - 218) for part in (18, 19, 22)))
    assert contrast(text, over_white) >= 4.5


@pytest.mark.parametrize(
    ("wanted", "scheme", "contrast", "colours"),
    [
        (Appearance(), "Dark", "NoPreference", DARK),
        (Appearance(), "Unknown", "NoPreference", DARK),
        (Appearance(), "Light", "NoPreference", LIGHT),
        (Appearance(), "Light", "HighContrast", LIGHT_CONTRAST),
        (Appearance("dark"), "Light", "NoPreference", DARK),
        (Appearance("dark"), "Light", "HighContrast", DARK_CONTRAST),
        (Appearance("light"), "Dark", "NoPreference", LIGHT),
        (Appearance(more_contrast=True), "Dark", "NoPreference", DARK_CONTRAST),
        (Appearance(more_contrast=True), "Light", "NoPreference", LIGHT_CONTRAST),
    ],
)
def test_what_the_person_wants_is_worn_else_what_the_system_wants(
    wanted: Appearance, scheme: str, contrast: str, colours: Colours
) -> None:
    assert colours_for(wanted, Qt.ColorScheme[scheme], Qt.ContrastPreference[contrast]) is colours


@pytest.mark.parametrize(
    ("wanted", "colours"), [(Appearance("light"), LIGHT), (Appearance("dark", more_contrast=True), DARK_CONTRAST)]
)
def test_the_window_is_dressed_at_once(theme: Theme, qtbot: QtBot, wanted: Appearance, colours: Colours) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    theme.wear(wanted)
    assert widget.palette().color(QPalette.ColorRole.Window) == QColor(colours.ground)


def test_less_motion_is_kept_to(theme: Theme) -> None:
    theme.wear(Appearance())
    assert may_move()
    theme.wear(Appearance(less_motion=True))
    assert not may_move()


def test_the_menu_shows_what_is_worn_and_asks_for_another(qtbot: QtBot) -> None:
    menu = AppearanceMenu()
    qtbot.addWidget(menu)
    menu.show_appearance(Appearance("light", less_motion=True))
    actions = {action.objectName(): action for action in menu.actions()}
    assert [name for name, action in actions.items() if action.isChecked()] == ["light", "less_motion"]
    asked: list[Appearance] = []
    menu.chosen.connect(asked.append)
    for name in ("more_contrast", "dark", "less_motion"):
        actions[name].trigger()
    assert asked == [
        Appearance("light", more_contrast=True, less_motion=True),
        Appearance("dark", more_contrast=True, less_motion=True),
        Appearance("dark", more_contrast=True),
    ]


def test_a_menu_marks_what_is_on_by_a_round_dot_in_the_accent(theme: Theme, qtbot: QtBot) -> None:
    theme.wear(Appearance("dark"))
    menu = AppearanceMenu()
    qtbot.addWidget(menu)
    menu.show_appearance(Appearance("light"))
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage()
    for action in menu.actions():
        row = menu.actionGeometry(action)
        place = QRect(row.topLeft(), QSize(24, row.height()))
        points = [(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())]
        dots = sum(image.pixelColor(*point) == QColor(DARK.accent) for point in points)
        assert (dots > 20) == action.isChecked(), action.text()
