"""The nearest right name for one that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from visualalbum.said import Said, say
from visualalbum.timecode import shown

GUESSES = 200  # no more problems are printed, and a guess costs more than all else that is done for one


@lru_cache(maxsize=1024)
def _nearest(name: str, choices: tuple[str, ...]) -> str | None:
    folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(name.casefold()[:60], folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def remedy(name: str, choices: Iterable[str], else_: Said) -> Said:
    """`did you mean X?` where one of the choices is near, else another remedy."""
    near = _nearest(name, tuple(choices))
    return say("did you mean {name}?", name=near if near.isprintable() else shown(near)) if near else else_
