"""MPRIS's two interfaces: what is told of the player, and the orders that come back. Called in the bus's thread."""

# No `from __future__ import annotations`: dbus-fast reads these annotations, and takes a "None" for a type.
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from dbus_fast import DBusError, ErrorType, PropertyAccess, Variant
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from visualalbum.remote.orders import Open, Order, SetVolume, Verb
from visualalbum.remote.standing import Seen, TrackFacts, jumped, track_facts

NAME = "org.mpris.MediaPlayer2.visualalbum"
PATH = "/org/mpris/MediaPlayer2"
READ = PropertyAccess.READ

DBusStrings = Annotated[list[str], DBusSignature("as")]
Give = Callable[[Order], None]


def metadata(facts: TrackFacts) -> dict[str, Variant]:
    """A track as MPRIS's metadata, with the types that its specification gives; what is not known is left out."""
    found = {
        "mpris:length": Variant("x", facts.length_us),
        "mpris:artUrl": Variant("s", facts.art_url),
        "xesam:title": Variant("s", facts.title),
        "xesam:artist": Variant("as", [facts.artist] if facts.artist else []),
        "xesam:album": Variant("s", facts.album),
        "xesam:albumArtist": Variant("as", [facts.album_artist] if facts.album_artist else []),
        "xesam:trackNumber": Variant("i", facts.number),
        "xesam:url": Variant("s", facts.url),
    }
    return {"mpris:trackid": Variant("o", facts.id)} | {key: value for key, value in found.items() if value.value}


def manifest_of(uri: str) -> Path:
    """The file that a URI names. Raises DBusError with a sentence where it names none."""
    parts = urlsplit(uri)
    path = Path(unquote(parts.path))
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or not path.is_absolute() or "\0" in str(path):
        sentence = f"{uri[:200]!r} names no manifest on this machine; give one as in file:///music/a.visualalbum.yaml"
        raise DBusError(ErrorType.INVALID_ARGS, sentence)
    return path


class Root(ServiceInterface):
    """`org.mpris.MediaPlayer2`: the program."""

    def __init__(self, give: Give) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._give = give

    @dbus_method(name="Raise")
    def raise_(self) -> None:
        self._give(Verb.RAISE)

    @dbus_method(name="Quit")
    def quit(self) -> None:
        self._give(Verb.QUIT)

    @dbus_property(READ, name="CanRaise")
    def can_raise(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanQuit")
    def can_quit(self) -> DBusBool:
        return True

    @dbus_property(READ, name="HasTrackList")
    def has_track_list(self) -> DBusBool:
        return False

    @dbus_property(READ, name="Identity")
    def identity(self) -> DBusStr:
        return "Visual Album"

    @dbus_property(READ, name="SupportedUriSchemes")
    def schemes(self) -> DBusStrings:
        return ["file"]

    @dbus_property(READ, name="SupportedMimeTypes")
    def mime_types(self) -> DBusStrings:
        return ["application/yaml", "application/x-yaml", "text/yaml", "application/zip"]


class Player(ServiceInterface):
    """`org.mpris.MediaPlayer2.Player`: what plays. `latest` gives the newest moment, for the position."""

    def __init__(self, give: Give, latest: Callable[[], Seen]) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._give = give
        self._latest = latest
        self._seen = latest()
        self._told = self._properties(self._seen)

    def show(self, seen: Seen) -> None:
        """Tell what has changed, and of a jump."""
        before, self._seen = self._seen, seen
        properties = self._properties(seen)
        changed = {name: value for name, value in properties.items() if value != self._told[name]}
        self._told = properties
        if changed:
            self.emit_properties_changed(changed)
        if jumped(before, seen):
            self.seeked(seen.snapshot.track_position_us)

    def _properties(self, seen: Seen) -> Mapping[str, Any]:
        """Those whose changes are told, by name; a position is not."""
        return {
            "PlaybackStatus": str(seen.status),
            "Metadata": metadata(track_facts(seen)),
            "Volume": seen.volume,
            "CanGoNext": seen.can_go_next,
            "CanGoPrevious": seen.can_play,
            "CanPlay": seen.can_play,
            "CanPause": seen.can_play,
            "CanSeek": seen.can_play,
        }

    def _order(self, order: Order | None) -> None:
        if order is not None:
            self._give(order)

    @dbus_method(name="Next")
    def next(self) -> None:
        self._order(Verb.NEXT if self._seen.can_go_next else None)

    @dbus_method(name="Previous")
    def previous(self) -> None:
        self._give(Verb.PREVIOUS)

    @dbus_method(name="Pause")
    def pause(self) -> None:
        self._give(Verb.PAUSE)

    @dbus_method(name="PlayPause")
    def play_pause(self) -> None:
        self._give(Verb.TOGGLE)

    @dbus_method(name="Stop")
    def stop(self) -> None:
        self._give(Verb.STOP)

    @dbus_method(name="Play")
    def play(self) -> None:
        self._give(Verb.PLAY)

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> None:
        self._order(self._latest().seek(offset))

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> None:
        self._order(self._latest().set_position(track, position))

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> None:
        self._give(Open(manifest_of(uri)))

    @dbus_signal(name="Seeked")
    def seeked(self, position_us: int) -> DBusInt64:
        return position_us

    @dbus_property(READ, name="PlaybackStatus")
    def playback_status(self) -> DBusStr:
        return self._told["PlaybackStatus"]

    @dbus_property(READ, name="Metadata")
    def track_metadata(self) -> DBusDict:
        return self._told["Metadata"]

    @dbus_property(READ, name="Position")
    def position(self) -> DBusInt64:
        return self._latest().snapshot.track_position_us

    @dbus_property(READ, name="CanGoNext")
    def can_go_next(self) -> DBusBool:
        return self._told["CanGoNext"]

    @dbus_property(READ, name="CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        return self._told["CanGoPrevious"]

    @dbus_property(READ, name="CanPlay")
    def can_play(self) -> DBusBool:
        return self._told["CanPlay"]

    @dbus_property(READ, name="CanPause")
    def can_pause(self) -> DBusBool:
        return self._told["CanPause"]

    @dbus_property(READ, name="CanSeek")
    def can_seek(self) -> DBusBool:
        return self._told["CanSeek"]

    @dbus_property(READ, name="CanControl")
    def can_control(self) -> DBusBool:
        return True

    @dbus_property(READ, name="MinimumRate")
    def minimum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(READ, name="MaximumRate")
    def maximum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        return 1.0

    @rate.setter
    def set_rate(self, rate: DBusDouble) -> None:
        # The specification: a rate of 0 acts as Pause, one that is out of range is ignored.
        self._order(Verb.PAUSE if rate == 0 else None)

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        return self._told["Volume"]

    @volume.setter
    def set_volume(self, volume: DBusDouble) -> None:
        self._order(SetVolume(min(1.0, max(0.0, volume))) if math.isfinite(volume) else None)
