"""The three ways to play an album."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """What is played."""

    TOGETHER = "together"
    """The songs with the film cut to them."""
    SONGS = "songs"
    """The songs and everything but film."""
    FILM = "film"
    """Each film whole, in the manifest's order, with its own sound."""
