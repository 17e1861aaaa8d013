"""At whose side of a duet a line stands: no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from visualalbum.words import Lyrics


class Side(Enum):
    """Where a line of a duet stands; where one sings, and where all do, there are no sides."""

    FIRST = auto()
    SECOND = auto()
    BOTH = auto()


def soloists(lyrics: Lyrics) -> list[str]:
    """Who sings alone, in the order in which the text names them, then in which they sing."""
    groups = {singer.id for singer in lyrics.singers if singer.group}
    sung = dict.fromkeys(line.singer for line in lyrics.lines if line.singer and line.singer not in groups)
    return list(dict.fromkeys([*(singer.id for singer in lyrics.singers if singer.id in sung), *sung]))


def side(singer: str, order: Sequence[str]) -> Side:
    """The first of those who sing alone stands at one side and all others at the other."""
    if len(order) < 2 or singer not in order:
        return Side.BOTH
    return Side.FIRST if singer == order[0] else Side.SECOND
