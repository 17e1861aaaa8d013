"""The window in which a machine's offset is set: keys, buttons, what it shows, what it keeps, and how it is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import InlineJobs
from tests.gui.show import Signals, Sound
from visualalbum.app import calibration, film, measuring
from visualalbum.app.calibration import Calibration
from visualalbum.app.options import CalibrateOptions
from visualalbum.engine.ports import Device, Fault
from visualalbum.engine.snapshot import State
from visualalbum.film.instance import LibVLCMissing
from visualalbum.media.media_error import MediaError
from visualalbum.said import say
from visualalbum.sound.clicks import Heard, Unheard
from visualalbum.store import settings
from visualalbum.store.offsets import Offset
from visualalbum.store.settings import Settings
from visualalbum.ui.screen import screen_name

Key, Modifier = Qt.Key, Qt.KeyboardModifier
HALL = Device("hall", "The hall")


class Recording:
    """A recording that begins at once, and fails where a test says so."""

    failure = ""
    begun = True
    folder = Path("nowhere")

    def __init__(self, source: str) -> None:
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True

    close = stop


class Room:
    """A calibration on fakes: work is done when `jobs.run()` says so."""

    def __init__(self, qtbot: QtBot, resources: ExitStack, **options: object) -> None:
        self.qtbot, self.jobs, self.sound = qtbot, InlineJobs(), Sound(())
        self.sound.device = HALL
        self.it = Calibration(
            CalibrateOptions(**options),  # type: ignore[arg-type]
            resources,
            self.jobs,  # type: ignore[arg-type]
            self.sound,  # type: ignore[arg-type]
            Signals(),  # type: ignore[arg-type]
            None,
        )
        self.window, self.engine = self.it.window, self.it.engine
        qtbot.addWidget(self.window)
        self.it.start()
        if self.window.isVisible():
            qtbot.waitUntil(self.window.isActiveWindow)

    def play(self) -> Room:
        """Have everything made and read, and the song roll."""

        def rolls() -> bool:
            self.jobs.run()
            return self.engine.tick().state is State.ROLLING

        self.qtbot.waitUntil(rolls)
        return self

    def press(self, *keys: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.window, key, modifier)

    def shows(self, offset: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.offset.text() == offset)


@pytest.fixture
def left_with() -> list[int]:
    return []


@pytest.fixture
def room(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path, left_with: list[int]
) -> Iterator[Callable[..., Room]]:
    def no_libvlc(*_: object) -> None:
        raise LibVLCMissing("libVLC is not installed, so no film can be shown; install libvlc5")

    class Application(QApplication):
        exit = left_with.append  # type: ignore[assignment]

    monkeypatch.setattr(film, "Pool", no_libvlc)
    monkeypatch.setattr(calibration, "QApplication", Application)
    monkeypatch.setattr(measuring, "Recording", Recording)
    with ExitStack() as resources:
        yield lambda **options: Room(qtbot, resources, **options)


def screen(room: Room) -> str:
    return screen_name(room.window.screen())


def kept() -> dict[tuple[str, str], float]:
    return {(one.device, one.screen): one.offset_ms for one in settings.load().offsets}


def test_arrows_move_the_offset_by_5_ms_with_shift_by_1_and_0_takes_it_back(room: Callable[..., Room]) -> None:
    it = room().play()
    it.press(Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Right)
    it.shows("+10 ms")
    it.press(Key.Key_Left, Key.Key_Left, Key.Key_Left, modifier=Modifier.ShiftModifier)
    it.press(Key.Key_Right, modifier=Modifier.ShiftModifier)
    it.shows("+8 ms")
    assert it.engine.tick().offset_us == 8000
    assert it.window.meaning.text() == "The picture waits 8 ms for a sound that is heard late."
    it.press(Key.Key_0)
    it.shows("0 ms")
    it.press(Key.Key_Left)
    it.shows("−5 ms")
    assert it.window.meaning.text() == "The picture comes 5 ms sooner, for a screen that shows it late."


def test_enter_keeps_it_for_this_device_and_this_screen_beside_the_others(
    room: Callable[..., Room], left_with: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    settings.save(Settings(scheme="light", offsets=(Offset(device="other", screen="x", offset_ms=7),)))
    it = room().play()
    it.press(Key.Key_Right, Key.Key_Return)
    it.qtbot.waitUntil(lambda: left_with == [0])
    assert kept() == {("other", "x"): 7, ("hall", screen(it)): 5}
    assert settings.load().scheme == "light"
    assert capsys.readouterr().out.startswith("+5 ms kept for ")
    again = room()
    again.shows("+5 ms")
    again.press(Key.Key_0, Key.Key_Enter)
    again.qtbot.waitUntil(lambda: left_with == [0, 0])
    assert kept() == {("other", "x"): 7}


@pytest.mark.parametrize("way", ["Esc", "button", "window"])
def test_it_is_left_as_it_was(way: str, room: Callable[..., Room], left_with: list[int]) -> None:
    it = room().play()
    it.press(Key.Key_Right)
    if way == "Esc":
        it.press(Key.Key_Escape)
    elif way == "button":
        it.qtbot.mouseClick(it.window.leave, Qt.MouseButton.LeftButton)
    else:
        it.window.close()
    it.qtbot.waitUntil(lambda: left_with == [0])
    assert kept() == {}


def test_everything_is_done_by_mouse_alone(room: Callable[..., Room], left_with: list[int]) -> None:
    it = room().play()

    def click(button: QPushButton) -> None:
        it.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    for key, sum_ms in (("Left", "−5"), ("Shift+Left", "−6"), ("Right", "−1"), ("Right", "+4"), ("Shift+Right", "+5")):
        click(it.window.steps[key])
        it.shows(f"{sum_ms} ms")
    click(it.window.zero)
    it.shows("0 ms")
    click(it.window.steps["Right"])
    click(it.window.keep)
    it.qtbot.waitUntil(lambda: left_with == [0])
    assert kept() == {("hall", screen(it)): 5}


def test_a_button_that_has_the_keyboard_answers_to_enter(room: Callable[..., Room], left_with: list[int]) -> None:
    it = room().play()
    it.press(Key.Key_Tab)
    assert QApplication.focusWidget() is it.window.steps["Left"]
    it.qtbot.keyClick(it.window.steps["Left"], Key.Key_Return)
    it.shows("−5 ms")
    it.qtbot.keyClick(it.window.steps["Left"], Key.Key_Right)
    it.shows("0 ms")
    assert left_with == []


def test_every_control_is_named_and_says_its_key(room: Callable[..., Room]) -> None:
    window = room().window
    told = {button.accessibleName() or button.text(): button.toolTip() for button in window.findChildren(QPushButton)}
    assert told == {
        "Picture sooner by 5 ms": "Picture sooner by 5 ms (Left)",
        "Picture sooner by 1 ms": "Picture sooner by 1 ms (Shift+Left)",
        "Picture later by 1 ms": "Picture later by 1 ms (Shift+Right)",
        "Picture later by 5 ms": "Picture later by 5 ms (Right)",
        "Back to 0": "No offset (0)",
        "Leave": "Leave it as it was (Esc)",
        "Keep": "Keep this offset (Enter)",
    }
    assert window.offset.accessibleName() == "Offset: 0 ms"


@pytest.mark.parametrize("size", [(480, 640), (900, 660), (1280, 800)])
def test_nothing_is_cut_off_in_any_size(size: tuple[int, int], room: Callable[..., Room]) -> None:
    it = room(source="microphone").play()
    it.window.tell("The sound is heard 80 ms later than the device says (±0.5 ms, 14 clicks). " * 2)
    it.window.resize(*size)
    QApplication.processEvents()
    assert it.window.size() == QSize(*size), "all has room"
    for label in it.window.findChildren(QLabel):
        assert label.heightForWidth(label.width()) <= label.height() or not label.wordWrap(), label.text()
        assert it.window.rect().contains(label.geometry())
    assert it.window.stage.height() > size[1] / 4


def test_full_screen_comes_and_goes_with_a_key(room: Callable[..., Room]) -> None:
    it = room()
    it.press(Key.Key_F)
    assert it.window.fullscreen.on
    it.press(Key.Key_F11)
    assert not it.window.fullscreen.on


def hears(monkeypatch: pytest.MonkeyPatch, answer: Heard | Exception) -> None:
    """Have three clicks within a tenth of a second be enough, and a worker hear this."""

    def listen(*_: object) -> Heard:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(measuring, "listen", listen)
    for name, value in (("WANTED", 3), ("FIRST_S", 0.0), ("PERIOD_S", 0.03), ("AFTER_NS", 0)):
        monkeypatch.setattr(measuring, name, value)


def until_heard(room: Room, text: str) -> None:
    def heard() -> bool:
        room.jobs.run()
        return text in room.window.note.text()

    room.qtbot.waitUntil(heard)


def test_what_was_heard_is_taken_and_said_and_enter_keeps_it(
    room: Callable[..., Room], left_with: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    it = room(source="microphone").play()
    it.qtbot.waitUntil(lambda: it.window.note.text().endswith("Listening: 0 of 14 clicks"))
    hears(monkeypatch, Heard(80.4, 0.5, 14))
    until_heard(it, "The sound is heard 80 ms later than the device says (±0.5 ms, 14 clicks).")
    assert it.window.note.text().endswith("see whether bar and mark meet, then keep it.")
    it.shows("+80 ms")
    it.press(Key.Key_Return)
    it.qtbot.waitUntil(lambda: left_with == [0])
    assert kept() == {("hall", screen(it)): 80}


def test_what_was_set_by_hand_is_not_moved_by_what_is_heard_later(
    room: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    hears(monkeypatch, Heard(-3.2, 0.5, 14))
    it = room(source="microphone")
    it.press(Key.Key_Right)
    until_heard(it.play(), "The sound is heard 3 ms sooner than the device says")
    it.shows("+5 ms")


@pytest.mark.parametrize("failing", ["worker", "recording"])
def test_a_measurement_that_fails_says_why_and_the_keys_go_on(
    failing: str, room: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    hears(monkeypatch, Unheard(say("The source is silent."), say("Turn it up.")))
    if failing == "recording":
        monkeypatch.setattr(Recording, "failure", say("no source has the name {name}", name="cellar"))
    it = room(source="cellar").play()
    until_heard(it, "The source is silent." if failing == "worker" else "no source has the name cellar")
    it.press(Key.Key_Right)
    it.shows("+5 ms")


def test_a_source_that_gives_nothing_is_given_up(room: Callable[..., Room], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Recording, "begun", False)
    monkeypatch.setattr(measuring, "PATIENCE_NS", 0)
    it = room(source="cellar").play()
    until_heard(it, "cellar gives no sound; see that it is on, or name another source")


def test_without_a_window_what_was_heard_is_printed_and_nothing_is_kept(
    room: Callable[..., Room], left_with: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hears(monkeypatch, Heard(80.4, 0.5, 14))
    it = room(source="microphone", window=False)

    def ended() -> bool:
        it.jobs.run()
        return left_with == [0]

    it.qtbot.waitUntil(ended)
    assert not it.window.isVisible()
    said = capsys.readouterr().out
    assert said == "+80.4 ms: so much later than the device says the clicks were heard (±0.5 ms, 14 clicks)\n"
    assert kept() == {}


def test_without_a_window_a_failure_is_printed(
    room: Callable[..., Room], left_with: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Recording, "failure", say("no source has the name {name}", name="cellar"))
    it = room(source="cellar", window=False)
    it.qtbot.waitUntil(lambda: left_with == [1])
    assert capsys.readouterr().err == "visualalbum: no source has the name cellar\n"


def test_an_album_that_cannot_be_made_ends_it_with_the_reason(
    room: Callable[..., Room], left_with: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(folder: Path) -> Path:
        raise MediaError("unwritable", f"the clicks cannot be kept in {folder}: disk full", "make room")

    monkeypatch.setattr(calibration, "make", refuse)
    it = room()
    it.jobs.run()
    it.qtbot.waitUntil(lambda: left_with == [1])
    assert capsys.readouterr().err.endswith("calibration: disk full; make room\n")


def test_what_cannot_be_written_is_told_and_the_window_stays(
    room: Callable[..., Room], left_with: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**values: object) -> None:
        raise OSError(13, "refused", "/config/settings.json")

    it = room().play()
    monkeypatch.setattr(settings, "change", refuse)
    it.press(Key.Key_Return)
    it.qtbot.waitUntil(lambda: "It is not kept: /config/settings.json cannot be written" in it.window.note.text())
    assert left_with == []


def test_the_song_goes_round_and_round_and_the_device_in_force_counts(room: Callable[..., Room]) -> None:
    settings.save(Settings(offsets=(Offset(device="balcony", screen=screen(room()), offset_ms=30),)))
    it = room().play()
    it.shows("0 ms")
    it.sound.device = Device("balcony", "The balcony")
    it.shows("+30 ms")
    it.engine.locate(it.engine.timeline.end_us - 200_000)
    it.qtbot.waitUntil(lambda: it.engine.tick().state is State.ROLLING and it.engine.position_us < 10**7)


def test_what_the_machine_lacks_is_told(room: Callable[..., Room]) -> None:
    it = room().play()
    it.sound.fail(Fault("sound-device", "hall", "The hall is not there"))
    it.qtbot.waitUntil(lambda: it.window.note.text().startswith("The hall is not there. LibVLC is not installed"))
