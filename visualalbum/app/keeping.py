"""Keeps what a person sets in the window from one run to the next."""

from __future__ import annotations

from visualalbum.store import settings
from visualalbum.ui.tongue import tr
from visualalbum.ui.window import Window


def keep(window: Window, **values: object) -> None:
    """Write some settings; where they cannot be written, say that they hold for this run only."""
    try:
        settings.change(**values)
    except OSError as error:
        window.area.tell(tr("This holds for this run only: {file} cannot be written", file=error.filename))
