"""The desktop around the window: orders from other hands, sleep, pictures saved, folders shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.fakes import SECOND_US, FakeEngine, FakePictures, InlineJobs
from visualalbum.app import around
from visualalbum.app.around import Around
from visualalbum.remote.orders import Locate, Open, Order, SetVolume, ShowFolder, Verb
from visualalbum.ui.bridge import Bridge
from visualalbum.ui.sleep_timer import Sleep
from visualalbum.ui.window import Window

Key = Qt.Key
MANIFEST = Path("/albums/backstage.visualalbum.yaml")


class FakeBus:
    """The bus as the window's thread sees it."""

    def __init__(self) -> None:
        self.waiting: list[Order] = []
        self.shown: list[tuple[object, ...]] = []
        self.files: list[Path] = []

    def show(self, timeline: object, snapshot: object, volume: float) -> None:
        self.shown.append((timeline, snapshot, volume))

    def orders(self) -> Iterator[Order]:
        while self.waiting:
            yield self.waiting.pop(0)

    def show_file(self, file: Path) -> None:
        self.files.append(file)

    def close(self) -> None:
        pass


class FakeAwake:
    wanted = False

    def want(self, wanted: bool) -> None:
        self.wanted = wanted

    def close(self) -> None:
        pass


@dataclass
class FakeSession:
    window: Window
    engine: FakeEngine
    bridge: Bridge
    manifest: Path | None = MANIFEST


@dataclass
class House:
    """All of it, and a tick that is made by hand."""

    session: FakeSession
    clock: Clock
    jobs: InlineJobs
    bus: FakeBus = field(default_factory=FakeBus)
    awake: FakeAwake = field(default_factory=FakeAwake)

    def __post_init__(self) -> None:
        self.window, self.engine = self.session.window, self.session.engine
        self.session.bridge.changed.connect(self.window.show_snapshot)
        self.around = Around(self.session, self.jobs, self.bus, self.awake)  # type: ignore[arg-type]
        self.tick()

    def tick(self, after_s: float = 0.0) -> None:
        self.clock.pass_s(after_s)
        self.session.bridge.run_tick()

    def obey(self, *orders: Order) -> None:
        self.bus.waiting += orders
        self.tick()

    @property
    def told(self) -> str:
        return self.window.area.words.text


@pytest.fixture
def house(
    window: Window, engine: FakeEngine, clock: Clock, jobs: InlineJobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> House:
    monkeypatch.setenv("VISUALALBUM_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(around.time, "monotonic_ns", clock)
    bridge = Bridge(engine, engine.tick)
    return House(FakeSession(window, engine, bridge), clock, jobs)


@pytest.mark.parametrize(
    ("order", "calls"),
    [
        (Verb.PLAY, [("roll",)]),
        (Verb.PAUSE, [("park",)]),
        (Verb.TOGGLE, [("toggle",), ("roll",)]),
        (Verb.STOP, [("park",), ("start_of_track",), ("locate", 0)]),
        (Verb.NEXT, [("next_track",), ("locate", 95 * SECOND_US)]),
        (Verb.PREVIOUS, [("previous_track",)]),
        (Locate(7 * SECOND_US), [("locate", 7 * SECOND_US)]),
        (SetVolume(0.5), [("set_volume", 0.125)]),
    ],
)
def test_an_order_does_what_the_windows_own_command_does(house: House, order: Order, calls: list[object]) -> None:
    house.obey(order)
    assert house.engine.calls == calls


@pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)
def test_others_open_albums_bring_the_window_to_the_front_and_close_it(house: House, qtbot: QtBot) -> None:
    with qtbot.waitSignal(house.window.album_chosen) as chosen:
        house.obey(Open(MANIFEST))
    assert chosen.args == [MANIFEST]
    house.window.showMinimized()
    house.obey(Verb.RAISE)
    assert not house.window.isMinimized()
    with qtbot.waitSignal(house.window.closing):
        house.obey(Verb.QUIT)


def test_others_are_told_the_volume_as_the_slider_has_it_and_none_while_muted(house: House) -> None:
    house.engine.set_volume(0.125)
    house.tick(1)
    assert house.bus.shown[-1][2] == 0.5
    house.engine.set_muted(True)
    house.tick(1)
    assert house.bus.shown[-1][2] == 0.0


def test_the_screen_stays_awake_while_it_plays(house: House, tick_time: Callable[[], None]) -> None:
    house.engine.roll()
    tick_time()
    house.tick()
    assert house.awake.wanted
    house.engine.park()
    tick_time()
    house.tick()
    assert not house.awake.wanted


@pytest.fixture
def tick_time(house: House) -> Callable[[], None]:
    """Lets so much time go by that a change is told."""
    return lambda: house.clock.pass_s(1)


def test_t_goes_through_the_sleep_timers_choices_and_the_corner_says_what_is_left(house: House, qtbot: QtBot) -> None:
    sign = house.window.sleep.sign
    height = house.window.menuBar().height()
    for sleep in [*list(Sleep)[1:], Sleep.OFF]:
        qtbot.keyClick(house.window, Key.Key_T)
        assert house.told == f"Sleep timer: {sleep.text[0].lower()}{sleep.text[1:]}"
        house.tick()
        assert sign.isVisible() == (sleep is not Sleep.OFF)
        assert [action.text() for action in house.window.sleep.actions() if action.isChecked()] == [sleep.text]
        if sleep is Sleep.MINUTES_30:
            assert (sign.text(), sign.accessibleName()) == ("Sleep in 30 min", "Sleep in 30 min")
            assert house.window.menuBar().height() == height, "the stage does not move"


def test_asleep_it_is_parked_and_the_volume_is_what_it_was(house: House) -> None:
    house.engine.roll()
    house.engine.set_volume(0.5)
    action = next(action for action in house.window.sleep.actions() if action.text() == "In 15 minutes")
    action.trigger()
    house.tick(15 * 60 - 5)
    house.engine.locate(SECOND_US)
    house.tick(2.5)
    assert house.engine.fade == pytest.approx(0.5**3), "set late, it fades in what is left"
    house.tick(2.5)
    assert house.engine.calls[-1] == ("park",)
    assert (house.engine.fade, house.engine.tick().volume) == (1.0, 0.5)
    house.tick()
    assert not house.window.sleep.sign.isVisible()


def test_at_the_end_of_a_track_it_stands_at_the_start_of_the_next(house: House) -> None:
    house.engine.locate(94 * SECOND_US)
    house.engine.roll()
    house.window.sleep.chosen.emit(Sleep.TRACK)
    house.tick(0.5)
    assert house.window.sleep.sign.text() == "Sleep in 1 s"
    house.tick(0.51)
    assert house.engine.calls[-2:] == [("park",), ("locate", 95 * SECOND_US)]


def pictures(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "home" / "pictures").glob("*"))


def shown(house: House, decks: FakePictures, colour: tuple[int, int, int]) -> None:
    decks.paint("A", colour, (320, 180))
    house.window.show_stage(house.engine.tick())


def test_s_saves_what_the_stage_shows_without_its_bars_and_never_over_another(
    house: House, decks: FakePictures, qtbot: QtBot, tmp_path: Path
) -> None:
    house.engine.locate(2 * SECOND_US)
    house.tick()
    shown(house, decks, (200, 40, 40))
    house.window.area.toggle_figures()
    for _ in range(2):
        qtbot.keyClick(house.window, Key.Key_S)
        house.jobs.run()
        house.tick()
    assert pictures(tmp_path) == ["Backstage - Locker room - 0m02s (2).png", "Backstage - Locker room - 0m02s.png"]
    assert house.told == "Saved in pictures: Backstage - Locker room - 0m02s (2).png"
    image = QImage(str(tmp_path / "home" / "pictures" / "Backstage - Locker room - 0m02s.png"))
    width = house.window.stage.device_size()[0]
    assert (image.width(), image.height()) == (width, round(width * 9 / 16)), "as large as it is shown"
    corners = [(0, 0), (image.width() - 1, 0), (0, image.height() - 1), (image.width() - 1, image.height() - 1)]
    assert {image.pixelColor(x, y).getRgb()[:3] for x, y in corners} == {(200, 40, 40)}


def test_a_picture_that_cannot_be_saved_is_told_with_the_place(
    house: House, decks: FakePictures, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "pictures").write_text("in the way")
    house.tick()
    shown(house, decks, (200, 40, 40))
    qtbot.keyClick(house.window, Key.Key_S)
    house.jobs.run()
    house.tick()
    assert house.told.startswith(f"The picture cannot be saved in {tmp_path / 'home' / 'pictures'}: ")


def test_a_picture_is_encoded_and_written_by_a_worker(
    house: House, decks: FakePictures, qtbot: QtBot, tmp_path: Path
) -> None:
    house.tick()
    shown(house, decks, (200, 40, 40))
    qtbot.keyClick(house.window, Key.Key_S)
    assert pictures(tmp_path) == []
    names = [arguments[2] for arguments in house.jobs.submitted if len(arguments) == 3]
    assert "Backstage - Locker room - 0m00s" in names, "a worker does it"


def test_the_manifest_is_shown_in_a_file_manager_or_its_folder_by_other_means(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or len(opened) < 2)
    house.window.actions_by_id["reveal"].trigger()
    assert house.bus.files == [MANIFEST]
    house.obey(ShowFolder(Path("/albums")))
    assert opened == [QUrl.fromLocalFile("/albums")]
    house.obey(ShowFolder(Path("/albums")))
    assert house.told == "No file manager opens /albums"


def test_without_an_album_there_is_nothing_to_show_or_save(house: House) -> None:
    house.session.manifest = None
    house.tick()
    assert not house.window.actions_by_id["reveal"].isEnabled()


@pytest.mark.qt_log_ignore("keyToAscii", extend=True)  # QTest's, which knows no letters for these
@pytest.mark.parametrize(
    ("key", "call"),
    [
        (Key.Key_MediaPlay, ("toggle",)),
        (Key.Key_MediaTogglePlayPause, ("toggle",)),
        (Key.Key_MediaPause, ("toggle",)),
        (Key.Key_MediaStop, ("park",)),
        (Key.Key_MediaNext, ("next_track",)),
        (Key.Key_MediaPrevious, ("previous_track",)),
        (Key.Key_AudioForward, ("nudge", 5 * SECOND_US)),
        (Key.Key_AudioRewind, ("nudge", -5 * SECOND_US)),
    ],
)
def test_media_keys_ask_the_engine(house: House, qtbot: QtBot, key: Qt.Key, call: object) -> None:
    qtbot.keyClick(house.window, key)
    assert house.engine.calls[0] == call


def test_the_sleep_sign_offers_the_menu(house: House) -> None:
    sign = house.window.sleep.sign
    assert sign.menu() is house.window.sleep
    assert sign.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup
    assert sign.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_long_notice_is_wrapped_in_a_narrow_window_and_stays_longer(house: House, qtbot: QtBot) -> None:
    area = house.window.area
    house.window.resize(480, 700)
    area.tell("Short")
    height, shown_ms = area.words.height(), area.words._timer.interval()
    area.tell(f"Saved in Pictures: {'屋上' * 20} - 0m02s.png")
    qtbot.waitUntil(lambda: area.words.geometry().right() < area.width())
    assert area.words.geometry().left() >= 0
    assert area.words.height() > height
    assert area.words._timer.interval() > shown_ms
