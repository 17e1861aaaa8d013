"""An application of Qt on its offscreen platform that speaks English, whatever the machine's language."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from visualalbum.ui.tongue import Tongue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def tongue(qapp: QApplication) -> Tongue:
    """English has plurals, which are in a file of Qt Linguist; every test that a conftest imports this for has them."""
    tongue = Tongue(qapp)
    tongue.speak("en")
    return tongue
