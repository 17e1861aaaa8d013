"""The decks of a show: one libVLC instance, a few players, opened and closed together."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from visualalbum.film.deck import Deck
from visualalbum.film.instance import OPTIONS, Instance
from visualalbum.film.seen import Seen

log = logging.getLogger("visualalbum.film")

DECKS = 3
"""One live, one standby for the next cut, one for a dissolve or a settle meanwhile."""

FIRST_SIZE = (1280, 720)
"""What pictures are made for until the stage has told its size."""

CLOSE_LIMIT_S = 3.0
"""Closing takes some 20 ms a deck; after this long the program ends without waiting for libVLC any longer."""


class Pool:
    """Makes the decks. Raises LibVLCMissing where libVLC is not there.

    `on_picture(name)` is called from libVLC's threads for every picture a reader may fetch with `Deck.picture`. What
    paints them tells `seen` how long it took.
    """

    def __init__(self, on_picture: Callable[[str], None], count: int = DECKS) -> None:
        self._instance = Instance(OPTIONS)
        self.seen = Seen()
        names = (chr(ord("A") + number) for number in range(count))
        self.decks = tuple(Deck(name, self._instance, FIRST_SIZE, self.seen, on_picture) for name in names)

    def deck(self, name: str) -> Deck:
        """The deck of a name. Raises KeyError."""
        return {deck.name: deck for deck in self.decks}[name]

    def set_target_size(self, width: int, height: int) -> None:
        """Tell how large pictures are shown, in device pixels."""
        for deck in self.decks:
            deck.set_target_size(width, height)

    def close(self) -> None:
        """Stop and release the players, then libVLC; bounded by CLOSE_LIMIT_S, after which they are left alone."""
        for deck in self.decks:
            deck.close()
        limit = time.monotonic() + CLOSE_LIMIT_S
        ended = [deck.join(max(0.0, limit - time.monotonic())) for deck in self.decks]
        if all(ended):
            self._instance.release()
        else:
            log.error("%d of %d decks did not end within %.0f s", ended.count(False), len(ended), CLOSE_LIMIT_S)
