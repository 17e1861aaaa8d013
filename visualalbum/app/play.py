"""Playing an album in a window."""

from __future__ import annotations

from visualalbum.app import starting
from visualalbum.app.options import PlayOptions
from visualalbum.app.quick_imports import keep_sources_closed
from visualalbum.app.starting import Started


def play(options: PlayOptions) -> int:
    """Play an album in a window.

    Returns the exit status: 0 fine, 1 nothing to play, 2 wrong usage, 128 and its number where a signal ended it.
    """

    def go_on(started: Started) -> int:
        # Not before the sound's process is up: its device may take longer to wake than all this takes to be read.
        opening = None
        if options.manifest is not None:
            from visualalbum.app.begun import begin

            opening = begin(started.jobs, options.manifest, options.way)
        from visualalbum.film.early import plugins_loaded

        with plugins_loaded():
            keep_sources_closed()
            from visualalbum.app.desktop import run

            if started.signals.number:
                return 128 + started.signals.number
            return run(options, started, opening)

    return starting.run(options, go_on)
