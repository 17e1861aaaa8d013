"""The desktop's side of the program on a real session bus: MPRIS by playerctl and by hand, screen, file manager."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gui.fakes import SECOND_US, FakeEngine, album
from tests.support import processes, small_media, songs
from tests.support.desktop import Desktop, desktop
from tests.support.program import Run, running
from tests.support.session_bus import SessionBusServer, session_bus
from tests.support.xvfb import virtual_screen
from visualalbum.remote.awake import Awake
from visualalbum.remote.bus import SessionBus
from visualalbum.remote.orders import Locate, Order, SetVolume, ShowFolder, Verb

pytestmark = pytest.mark.unhurried

NAME = "org.mpris.MediaPlayer2.visualalbum"
PATH = "/org/mpris/MediaPlayer2"
PLAYER = (NAME, PATH, "org.mpris.MediaPlayer2.Player")
PROPERTIES = (NAME, PATH, "org.freedesktop.DBus.Properties")
RATE = 44_100


def wait_until(condition: Callable[[], bool], what: str) -> None:
    processes.wait_until(condition, what)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBusServer]:
    with session_bus() as server:
        for key, value in server.env.items():
            monkeypatch.setenv(key, value)
        yield server


@pytest.fixture
def clock() -> list[int]:
    """Nanoseconds that pass when a test says so."""
    return [0]


class Hand:
    """Our end of the bus with an engine to tell of, on the bus by the time it is made."""

    def __init__(self, clock: list[int], here: Desktop, name: str = NAME) -> None:
        self.bus = SessionBus(lambda: clock[0])
        self.bus.begin()
        self.engine = FakeEngine(album(), lambda: clock[0])
        self.here = here
        self.volume = 1.0
        self.show()
        wait_until(lambda: name in here.names(), name)

    def show(self) -> None:
        self.bus.show(self.engine.timeline, self.engine.tick(), self.volume)

    def orders(self, count: int) -> list[Order]:
        """The next orders, once there are so many."""
        found: list[Order] = []

        def come() -> bool:
            found.extend(self.bus.orders())
            return len(found) >= count

        wait_until(come, f"{count} orders")
        return found

    def changed(self) -> list[set[str]]:
        """Which properties were told as changed, signal by signal."""
        return [set(body[1]) for member, body in self.here.signals if member == "PropertiesChanged"]


@pytest.fixture
def here(bus: SessionBusServer) -> Iterator[Desktop]:
    with desktop(bus.env["DBUS_SESSION_BUS_ADDRESS"]) as here:
        yield here


@pytest.fixture
def hand(here: Desktop, clock: list[int]) -> Iterator[Hand]:
    hand = Hand(clock, here)
    yield hand
    hand.bus.close()


def value(here: Desktop, name: str, interface: str = PLAYER[2]) -> object:
    """A property's value with its type."""
    variant = here.call(PROPERTIES, "Get", "ss", interface, name).body[0]
    return variant.signature, variant.value


def test_every_property_has_the_type_that_the_specification_gives(hand: Hand) -> None:
    player = hand.here.call(PROPERTIES, "GetAll", "s", PLAYER[2]).body[0]
    assert {name: found.signature for name, found in player.items()} == {
        "PlaybackStatus": "s", "Rate": "d", "Metadata": "a{sv}", "Volume": "d", "Position": "x", "MinimumRate": "d",
        "MaximumRate": "d", "CanGoNext": "b", "CanGoPrevious": "b", "CanPlay": "b", "CanPause": "b", "CanSeek": "b",
        "CanControl": "b",
    }  # fmt: skip
    root = hand.here.call(PROPERTIES, "GetAll", "s", "org.mpris.MediaPlayer2").body[0]
    assert {name: found.signature for name, found in root.items()} == {
        "CanQuit": "b", "CanRaise": "b", "HasTrackList": "b", "Identity": "s", "SupportedUriSchemes": "as",
        "SupportedMimeTypes": "as",
    }  # fmt: skip


def test_only_what_changed_is_told_and_nothing_while_time_passes(hand: Hand, clock: list[int]) -> None:
    hand.engine.roll()
    hand.show()
    wait_until(lambda: {"PlaybackStatus"} in hand.changed(), "the status")
    before = len(hand.here.signals)
    for _ in range(20):
        clock[0] += 33_000_000
        hand.show()
    hand.volume = 0.25
    hand.show()
    wait_until(lambda: {"Volume"} in hand.changed(), "the volume")
    assert len(hand.here.signals) == before + 1
    assert value(hand.here, "Volume") == ("d", 0.25)
    assert value(hand.here, "Position") == ("x", 660_000)


def test_a_locate_is_told_as_seeked_and_the_last_track_has_no_next_one(hand: Hand) -> None:
    hand.engine.locate(30 * SECOND_US)
    hand.show()
    wait_until(lambda: ("Seeked", [30 * SECOND_US]) in hand.here.signals, "Seeked")
    assert value(hand.here, "CanGoNext") == ("b", True)
    hand.engine.locate(100 * SECOND_US)
    hand.show()
    wait_until(lambda: ("Seeked", [5 * SECOND_US]) in hand.here.signals, "Seeked in the next track")
    assert hand.changed()[-1] == {"Metadata", "CanGoNext"}
    assert value(hand.here, "CanGoNext") == ("b", False)


def test_orders_come_back_and_those_without_sense_do_not(hand: Hand) -> None:
    track = hand.here.call(PROPERTIES, "Get", "ss", PLAYER[2], "Metadata").body[0].value["mpris:trackid"].value
    hand.here.call(PLAYER, "SetPosition", "ox", "/another/track", 1_000_000)
    hand.here.call(PLAYER, "SetPosition", "ox", track, 900_000_000)
    hand.here.call(PLAYER, "SetPosition", "ox", track, 40_000_000)
    hand.here.call(PLAYER, "Seek", "x", -(2**62))
    hand.here.call(PROPERTIES, "Set", "ssv", PLAYER[2], "Volume", variant("d", 7.0))
    hand.here.call(PROPERTIES, "Set", "ssv", PLAYER[2], "Volume", variant("d", float("nan")))
    hand.here.call(PROPERTIES, "Set", "ssv", PLAYER[2], "Rate", variant("d", 2.0))
    hand.here.call(PROPERTIES, "Set", "ssv", PLAYER[2], "Rate", variant("d", 0.0))
    refused = hand.here.call(PLAYER, "OpenUri", "s", "http://example.org/a.yaml")
    assert refused.error_name == "org.freedesktop.DBus.Error.InvalidArgs"
    hand.here.call((NAME, PATH, "org.mpris.MediaPlayer2"), "Raise")
    assert hand.orders(5) == [Locate(40_000_000), Locate(0), SetVolume(1.0), Verb.PAUSE, Verb.RAISE]


def variant(signature: str, of: object) -> object:
    from dbus_fast import Variant

    return Variant(signature, of)


def test_a_second_player_takes_a_name_of_its_own(hand: Hand, clock: list[int]) -> None:
    second = Hand(clock, hand.here, f"{NAME}.instance{os.getpid()}")
    second.bus.close()
    assert NAME in hand.here.names()


def test_a_bus_that_dies_is_told_once_and_harms_nobody(
    bus: SessionBusServer, clock: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        with desktop(bus.env["DBUS_SESSION_BUS_ADDRESS"]) as here:
            hand = Hand(clock, here)
        bus.die()
        wait_until(lambda: "visualalbum-bus" not in {thread.name for thread in threading.enumerate()}, "its thread")
        hand.engine.roll()
        hand.show()
        hand.bus.show_file(Path("/albums/a.yaml"))
        assert list(hand.bus.orders()) == [ShowFolder(Path("/albums"))]
        before_s = time.monotonic()
        hand.bus.close()
        assert time.monotonic() - before_s < 0.5
    (told,) = [record for record in caplog.records if record.name.startswith("visualalbum")]
    assert (told.levelno, "session bus" in told.message) == (logging.INFO, True)


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense", "tcp:host=,port=x"])
def test_without_a_bus_there_is_one_line_in_the_log(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with caplog.at_level(logging.INFO):
        bus = SessionBus()
        bus.begin()
        wait_until(lambda: not bus._thread.is_alive(), "its thread to end")
        bus.close()
    (told,) = caplog.records
    assert (told.levelno, "session bus" in told.message) == (logging.INFO, True)


def test_a_bus_that_never_answers_holds_up_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "bus"))
        deaf.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        bus, awake = SessionBus(), Awake()
        bus.begin()
        awake.begin()
        awake.want(True)
        accepted = [deaf.accept()[0] for _ in range(2)]
        before_s = time.monotonic()
        bus.close()
        assert time.monotonic() - before_s < 0.5
        awake.close()
        assert time.monotonic() - before_s < 3
        for connection in accepted:
            connection.close()


def test_a_file_manager_shows_the_manifest_selected(hand: Hand, bus: SessionBusServer) -> None:
    with desktop(bus.env["DBUS_SESSION_BUS_ADDRESS"], ShowItems=("", [])) as files:
        files.own("org.freedesktop.FileManager1")
        hand.bus.show_file(Path("/albums/a b.yaml"))
        wait_until(lambda: bool(files.calls), "ShowItems")
        assert files.calls == [("ShowItems", [["file:///albums/a%20b.yaml"], ""])]
    hand.bus.show_file(Path("/albums/a b.yaml"))
    assert hand.orders(1) == [ShowFolder(Path("/albums"))], "where none answers the folder is shown by other means"


def test_the_screen_is_kept_awake_through_the_desktop_and_let_go(bus: SessionBusServer) -> None:
    with desktop(bus.env["DBUS_SESSION_BUS_ADDRESS"], Inhibit=("u", [7]), UnInhibit=("", [])) as screen:
        screen.own("org.freedesktop.ScreenSaver")
        awake = Awake(why="An album is playing")
        awake.begin()
        awake.want(True)
        wait_until(lambda: len(screen.calls) == 1, "Inhibit")
        awake.want(False)
        wait_until(lambda: len(screen.calls) == 2, "UnInhibit")
        awake.want(True)
        wait_until(lambda: len(screen.calls) == 3, "Inhibit")
        awake.close()
        assert (
            screen.calls
            == [
                ("Inhibit", ["Visual Album", "An album is playing"]),
                ("UnInhibit", [7]),
            ]
            * 2
        )


def test_where_the_desktop_keeps_nothing_awake_there_is_one_line_in_the_log(
    bus: SessionBusServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        awake = Awake()
        awake.begin()
        awake.want(True)
        wait_until(lambda: bool(caplog.records), "a line")
        awake.close()
    (told,) = caplog.records
    assert (told.levelno, "the screen may go to sleep" in told.message) == (logging.INFO, True)


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two songs of a minute; no film, which takes no part in this."""
    folder = tmp_path_factory.mktemp("album")
    for name in ("one", "two"):
        songs.write(folder / f"{name}.flac", songs.melody(RATE * 60, RATE), RATE)
    small_media.make_sound(folder / "other.wav", "pcm_s16le", 8000, 8000 * 30)
    (folder / "other.visualalbum.yaml").write_text(
        "visualalbum: 1\ntitle: Other\ntracks: [{id: o, audio: other.wav}]\n"
    )
    manifest = folder / "album.visualalbum.yaml"
    tracks = "tracks: [{id: one, title: First, audio: one.flac}, {id: two, title: Second, audio: two.flac}]"
    manifest.write_text(f"visualalbum: 1\ntitle: Bells\nartist: S-1\n{tracks}\n")
    return manifest


def test_playerctl_has_the_whole_program_in_hand(manifest: Path, bus: SessionBusServer, tmp_path: Path) -> None:
    ask = bus.playerctl
    with running(tmp_path, manifest, "--sound", "null", **bus.env) as run:
        run.until("roll")

        def becomes(word: str, *question: str) -> None:
            wait_until(lambda: said(bus, *question) == word, f"{word} from {question}")

        becomes("Playing", "status")
        assert (
            ask("metadata", "--format", "{{artist}}/{{album}}/{{title}}/{{mpris:length}}") == "S-1/Bells/First/60000000"
        )
        ask("pause")
        becomes("Paused", "status")
        ask("play-pause")
        becomes("Playing", "status")
        ask("position", "30")
        wait_until(lambda: float(ask("position")) >= 30, "the place")
        ask("position", "10-")
        wait_until(lambda: 20 <= float(ask("position")) < 30, "ten seconds back")
        ask("next")
        becomes("Second", "metadata", "title")
        ask("previous")
        becomes("First", "metadata", "title")
        ask("volume", "0.5")
        becomes("0.500000", "volume")
        ask("stop")
        becomes("Paused", "status")
        wait_until(lambda: float(ask("position")) == 0, "the start")
        ask("play")
        becomes("Playing", "status")
        ask("open", str(manifest.with_name("other.visualalbum.yaml")))
        becomes("Other", "metadata", "album")
        becomes("Playing", "status")
        quit_by(bus, run)
    assert run.said == ""


def said(bus: SessionBusServer, *question: str) -> str:
    """What playerctl answers; nothing where it has no answer, as between two albums."""
    try:
        return bus.playerctl(*question)
    except subprocess.CalledProcessError:
        return ""


def quit_by(bus: SessionBusServer, run: Run) -> None:
    """End the program as a desktop does; it has to be gone within a few seconds."""
    with desktop(bus.env["DBUS_SESSION_BUS_ADDRESS"]) as here:
        here.call((NAME, PATH, "org.mpris.MediaPlayer2"), "Quit")
        assert run.end() == 0
        assert NAME not in here.names()


def test_a_bus_that_dies_under_the_program_leaves_it_playing(
    manifest: Path, bus: SessionBusServer, tmp_path: Path
) -> None:
    with running(tmp_path, manifest, "--sound", "null", "--until", "3", **bus.env) as run:
        run.until("roll")
        wait_until(lambda: said(bus, "status") == "Playing", "the player on the bus")
        bus.die()
        assert run.end() == 0
    assert run.said == ""


def test_media_keys_work_where_no_desktop_takes_them(manifest: Path, tmp_path: Path) -> None:
    with virtual_screen() as screen, running(tmp_path, manifest, "--sound", "null", **screen.env) as run:
        run.until("roll")
        screen.touch("key", "--clearmodifiers", "XF86AudioNext")
        wait_until(lambda: run.events("locate")[-1]["position_us"] == 60 * SECOND_US, "the second song")
        screen.touch("key", "--clearmodifiers", "XF86AudioPlay")
        run.until("park")
        screen.touch("key", "--clearmodifiers", "XF86AudioStop")
        wait_until(lambda: run.events("locate")[-1]["position_us"] == 60 * SECOND_US, "the song's start")
        run.process.terminate()
        run.end()


def test_what_is_imported_for_the_desktop_is_not_imported_before_it_is_needed() -> None:
    line = "import sys, visualalbum.app.desktop; print([m for m in ('dbus_fast', 'wakepy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
