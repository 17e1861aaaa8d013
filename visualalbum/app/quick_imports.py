"""Keeping PySide6 from reading the source of every module that is imported after it."""

from __future__ import annotations

import importlib


def keep_sources_closed() -> None:
    """Tell PySide6 that no module asks for its `__feature__` switches.

    It would open and decode the source of each to look for its own name there: a tenth of what all imports take here,
    and of use only to one that says `from __feature__ import`. There is no documented way; where another PySide6 has
    not this one, it looks.
    """
    importlib.import_module("PySide6")
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    setattr(feature, "_mod_uses_pyside", lambda module: False)  # noqa: B010 (mypy knows what PySide6 tells of itself)
