"""Colours and type: calm and dark unless the system asks for light; widgets take everything from the palette."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from visualalbum.ui.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours
from visualalbum.ui.motion import want_less_motion

PLAIN_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans")
"""What fontconfig falls back to where no desktop has chosen a font: then, and only then, we choose."""

PREFERRED_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Open Sans", "Noto Sans CJK JP")

BODY_POINTS = 10.5

STYLE = """
QMenuBar {{ background: {ground}; color: {quiet}; padding: 2px 8px; spacing: 2px; border: 0; }}
QMenuBar::item {{ padding: 4px 7px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {raised}; color: {text}; }}
QMenu {{ background: {panel}; color: {text}; border: 1px solid {line}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 14px; border-radius: 5px; }}
QMenu::item:selected {{ background: {raised}; }}
QMenu::indicator {{ width: 8px; height: 8px; left: 4px; }}
QMenu::indicator:checked {{ background: {accent}; border-radius: 4px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 8px; }}
QToolButton[role="quiet"] {{ color: {quiet}; background: transparent; border: 0; padding: 3px 10px 0; }}
QToolButton[role="quiet"]:hover, QToolButton[role="quiet"]:focus {{ background: {raised}; color: {text}; }}
QToolButton[role="quiet"]::menu-indicator {{ image: none; }}
QListView {{ background: transparent; border: 0; outline: 0; }}
QTextBrowser {{ background: transparent; border: 1px solid transparent; border-radius: 8px; }}
QTextBrowser:focus {{ border-color: {accent}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {quiet}; padding: 5px 10px; border-radius: 7px; }}
QTabBar::tab:first {{ margin-left: 10px; }}
QTabBar::tab:selected {{ background: {raised}; color: {text}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ border: 1px solid {accent}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 3px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {line}; border-radius: 8px; padding: 9px 20px; }}
QPushButton:hover {{ border-color: {quiet}; }}
QPushButton:focus {{ border-color: {accent}; }}
QToolButton[role="way"] {{ background: transparent; color: {quiet}; border: 1px solid {line}; border-radius: 9px;
    padding: 3px 10px; }}
QToolButton[role="way"]:hover {{ color: {text}; border-color: {quiet}; }}
QToolButton[role="way"]:focus {{ border-color: {accent}; }}
QToolButton[role="way"]:checked {{ background: {raised}; color: {text}; }}
QLabel[role="quiet"] {{ color: {quiet}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QLabel[role="accent"] {{ color: {accent}; }}
QWidget[role="panel"] {{ background: {panel}; }}
"""


def palette(colours: Colours) -> QPalette:
    """The Qt palette of a theme: `Mid` is a groove or line, `PlaceholderText` quiet text, `Highlight` the accent."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in (
        (roles.Window, colours.ground),
        (roles.Base, colours.panel),
        (roles.AlternateBase, colours.raised),
        (roles.Button, colours.raised),
        (roles.Mid, colours.line),
        (roles.WindowText, colours.text),
        (roles.Text, colours.text),
        (roles.ButtonText, colours.text),
        (roles.PlaceholderText, colours.quiet),
        (roles.Highlight, colours.accent),
        (roles.Accent, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.BrightText, colours.warning),
        (roles.ToolTipBase, colours.raised),
        (roles.ToolTipText, colours.text),
    ):
        made.setColor(role, QColor(colour))
    return made


def over_picture() -> Colours:
    """What lies over a picture is dark in every scheme, and of more contrast where the window is."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window).name()
    return DARK_CONTRAST if ground in (DARK_CONTRAST.ground, LIGHT_CONTRAST.ground) else DARK


def dress_in(colours: Colours | None, widget: QWidget) -> None:
    """Put a theme on a widget and all that is in it, whatever the application wears; None takes it off again."""
    widget.setStyleSheet(STYLE.format(**vars(colours)) if colours else "")
    worn = palette(colours) if colours else QPalette()
    # One by one: where there is a style sheet Qt hands no palette down.
    for one in (widget, *widget.findChildren(QWidget)):
        one.setPalette(worn)


def body_font(current: QFont) -> QFont:
    """The system's own font; a better one that is installed where the system has only fontconfig's fallback."""
    font = QFont(current)
    if QFontInfo(current).family() in PLAIN_FAMILIES:
        installed = set(QFontDatabase.families())
        font.setFamilies([*(family for family in PREFERRED_FAMILIES if family in installed), *PLAIN_FAMILIES])
        font.setPointSizeF(BODY_POINTS)
    return font


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""Where names begin among controls, whatever their script: Qt would send those read from the right to the far side."""


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A font of the same family in another size, with digits of one width so that running times stand still."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setBold(bold)
    other.setFeature(QFont.Tag("tnum"), 1)
    return other


@dataclass(frozen=True)
class Appearance:
    """What a person wants to see: a scheme ("system", "dark", "light"), more contrast, less that moves."""

    scheme: str = "system"
    more_contrast: bool = False
    less_motion: bool = False


def colours_for(wanted: Appearance, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Colours:
    """What to wear where the system wants a scheme and a contrast: dark where neither it nor the person wants any."""
    system_light = wanted.scheme == "system" and scheme is Qt.ColorScheme.Light
    light = wanted.scheme == "light" or system_light
    if wanted.more_contrast or contrast is Qt.ContrastPreference.HighContrast:
        return LIGHT_CONTRAST if light else DARK_CONTRAST
    return LIGHT if light else DARK


class Theme(QObject):
    """Dresses the application, and again whenever the system or the person wants another appearance."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = Appearance()
        self._hints = application.styleHints()
        self._access = self._hints.accessibility()
        application.setStyle("fusion")
        application.setFont(body_font(application.font()))
        self._hints.colorSchemeChanged.connect(self._dress)
        self._access.contrastPreferenceChanged.connect(self._dress)
        self._dress()

    def wear(self, appearance: Appearance) -> None:
        """Dress for what a person wants from now on."""
        self._appearance = appearance
        self._dress()

    @Slot()
    def _dress(self) -> None:
        colours = colours_for(self._appearance, self._hints.colorScheme(), self._access.contrastPreference())
        want_less_motion(self._application, self._appearance.less_motion)
        self._application.setPalette(palette(colours))
        self._application.setStyleSheet(STYLE.format(**vars(colours)))
