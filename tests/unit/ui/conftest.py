"""Presenters say English plurals, which are in a file of Qt Linguist."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from visualalbum.ui.tongue import Tongue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def tongue(qapp: QApplication) -> Tongue:
    tongue = Tongue(qapp)
    tongue.speak("en")
    return tongue
