"""The programs that can be measured: visualalbum, and two others that show what the measurement makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from tests.support import albums, clips, players
from tests.support.plan import Plan
from tests.support.xvfb import Screen


@dataclass(frozen=True)
class Show:
    """What a program plays: its command line, and what must be seen and heard."""

    command: tuple[str | Path, ...]
    plan: Plan


@dataclass(frozen=True)
class Reel:
    """A film beside songs that follow each other; players that can cut play it in `parts`, a row for each song."""

    film: clips.Film
    songs: tuple[clips.Song, ...]
    parts: tuple[tuple[albums.Part, ...], ...]

    @property
    def song(self) -> Path:
        """The songs as one file, for players that would leave a gap between two: the song itself where it is one."""
        first = self.songs[0]
        length = self.songs[-1].end - first.start
        whole = clips.Song(first.start, round(length * first.rate), first.rate)
        return clips.song(first if len(self.songs) == 1 else whole)


class Program(Protocol):
    """A player with its keys for roll, right and left."""

    name: str
    keys: Mapping[str, str]

    def show(self, folder: Path, screen: Screen, film: clips.Film, words: tuple[str | Path, ...] = ()) -> Show:
        """The six segments over two songs."""

    def whole(self, folder: Path, screen: Screen, film: clips.Film) -> Show:
        """The whole film beside one song."""

    def beside(self, folder: Path, screen: Screen, reel: Reel) -> Show:
        """A film and its songs as they are, in files of their own."""


SHY_OF_END_S = 0.1  # the program refuses a time past the end
ARROWS = {"roll": "space", "right": "Right", "left": "Left"}


class VisualAlbum:
    """This project's program."""

    name = "visualalbum"

    def __init__(self, sound: str) -> None:
        self.sound = sound
        self.keys = ARROWS | {"next track": "ctrl+Right"}

    def show(self, folder: Path, screen: Screen, film: clips.Film, words: tuple[str | Path, ...] = ()) -> Show:
        """The album of six segments, with a trace beside it."""
        return self._show(albums.album(folder, film), words)

    def whole(self, folder: Path, screen: Screen, film: clips.Film) -> Show:
        """An album of one segment."""
        song = clips.Song(samples=round(film.frames / film.rate * 44100))
        return self._show(albums.album(folder, film, ((albums.Part(0, Fraction(0)),),), (song,)))

    def beside(self, folder: Path, screen: Screen, reel: Reel) -> Show:
        """An album of these songs, the film cut to them."""
        return self._show(albums.album(folder, reel.film, reel.parts, reel.songs))

    def windowed(
        self,
        folder: Path,
        screen: Screen,
        film: clips.Film,
        texts: Callable[[Path], Sequence[str]],
        whole: bool = False,
    ) -> Show:
        """The six segments (or the `whole` film beside one song) in a window that fills the screen.

        `texts` writes what is read beside it into a folder, and says how a track names it.
        """
        music, parts = albums.songs(), albums.SIX
        if whole:
            music = [clips.Song(samples=round(film.frames / film.rate * 44100))]
            parts = ((albums.Part(0, Fraction(0)),),)
        album = albums.album(folder, film, parts, music, texts(folder))
        return self._show(album, window=f"{screen.width}x{screen.height}+0+0")

    def long(self, folder: Path, film: clips.Film, minutes: int) -> Show:
        """The six segments again and again, for a number of minutes."""
        return self._show(albums.long_album(folder, minutes, film))

    def album(self, album: albums.Album) -> Show:
        """An album that was made elsewhere."""
        return self._show(album)

    def playing(self, album: albums.Album, *words: str | Path) -> Show:
        """Any album."""
        return self._show(album, words)

    def _show(self, album: albums.Album, words: tuple[str | Path, ...] = (), window: str = "") -> Show:
        until = f"{float(album.plan.length) - SHY_OF_END_S:.3f}"
        trace = album.manifest.with_name("trace.jsonl")
        options = ("--trace", trace, "--until", until, *words)
        command = players.visualalbum(album.manifest, *options, sound=self.sound, window=window)
        return Show(tuple(command), album.plan)


class Mpv:
    """mpv, the six segments as an edit list beside the song as one file."""

    name = "mpv"
    keys = ARROWS

    def show(self, folder: Path, screen: Screen, film: clips.Film, words: tuple[str | Path, ...] = ()) -> Show:
        """The same cuts; mpv 0.35 leaves the first frame out after most of them and holds one from before longer."""
        plan = albums.album(folder, film).plan
        picture = clips.film(film)
        pieces = [
            f"{picture},{float(part.first / part.rate):.6f},{float(part.end - part.start):.6f}"
            for part in plan.segments
        ]
        song = clips.song(clips.Song(samples=int(plan.length * 44100)))
        return Show(
            tuple(players.mpv(f"edl://{';'.join(pieces)}", screen, f"--audio-file={song}", *map(str, words))), plan
        )

    def whole(self, folder: Path, screen: Screen, film: clips.Film) -> Show:
        """Film and sound in one file."""
        return Show(tuple(players.mpv(clips.single_file(film), screen)), albums.whole(film))

    def beside(self, folder: Path, screen: Screen, reel: Reel) -> Show:
        """The whole film, the song as its sound."""
        command = players.mpv(clips.film(reel.film), screen, f"--audio-file={reel.song}")
        return Show(tuple(command), albums.whole(reel.film))


class LibVlc:
    """libVLC alone; it cannot cut, so it plays one file with the whole film."""

    name = "libvlc"
    keys = ARROWS

    def show(self, folder: Path, screen: Screen, film: clips.Film, words: tuple[str | Path, ...] = ()) -> Show:
        """The whole film, for want of cuts."""
        return self.whole(folder, screen, film)

    def whole(self, folder: Path, screen: Screen, film: clips.Film) -> Show:
        """Film and sound in one file."""
        return Show(tuple(players.peer(clips.single_file(film), screen)), albums.whole(film))

    def beside(self, folder: Path, screen: Screen, reel: Reel) -> Show:
        """The whole film, the song as its sound."""
        command = players.peer(clips.film(reel.film), screen, f":input-slave={reel.song.as_uri()}")
        return Show(tuple(command), albums.whole(reel.film))
