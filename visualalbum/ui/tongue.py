"""The language of the window: English stands in the sources, other languages in files of Qt Linguist.

`tr` says a text in the language that is spoken; `mark` has Qt Linguist find a text that is said elsewhere, by `tr`;
`translated` says what the layers below have made by `said.say`; `keep_said` says something anew whenever another
language is spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QWidget

from visualalbum.said import Said

LANGUAGES = {"en": "English", "ja": "日本語"}
"""Each by its own name, as those who read it look for it."""

SYSTEM = "system"

TRANSLATIONS = Path(__file__).with_name("translations")
"""English has a file too: its plurals."""


def tr(text: str, comment: str = "", count: int = -1, /, **values: object) -> str:
    """A text in the language that is spoken, `{names}` in it filled with values, `%n` with a count.

    Qt Linguist finds no text within an f-string, and none that is put together: a text is one literal, in one piece.
    """
    said = QCoreApplication.translate("", text, comment or None, count)
    return said.format(**values) if values else said


def translated(text: str) -> str:
    """A sentence of the layers below in the language that is spoken, with all in it; other texts as they are."""
    if not isinstance(text, Said):
        return text
    values = {name: translated(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return tr(text.template, **values)


def mark(text: str) -> str:
    """The text as it is."""
    return text


def keep_said(owner: QWidget, speak: Callable[[], object]) -> None:
    """Say something now, and again in every other language while its owner lives."""
    _Saying(owner, speak)


class _Saying(QObject):
    """Hears of another language as its owner does, and speaks a moment later."""

    LATER = QEvent.Type(QEvent.registerEventType())

    def __init__(self, owner: QWidget, speak: Callable[[], object]) -> None:
        super().__init__(owner)
        self._speak = speak
        speak()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            # Qt walks through the owner's children now, and would stumble over one that is taken away.
            QCoreApplication.postEvent(self, QEvent(self.LATER))
        elif event.type() == self.LATER:
            self._speak()
        return super().event(event)


class Tongue:
    """The language that an application speaks."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Speak one of `LANGUAGES`, or the system's; all widgets hear of it, and say what they say anew."""
        spoken = system_language() if language == SYSTEM else language
        while self._translators:
            self._application.removeTranslator(self._translators.pop())
        qt_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", qt_own), ("visualalbum", str(TRANSLATIONS))):
            translator = QTranslator(self._application)
            if translator.load(f"{name}_{spoken}", folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)


def system_language() -> str:
    """The first of the system's languages that is known here; English where none is."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((language for language in wanted if language in LANGUAGES), "en")
