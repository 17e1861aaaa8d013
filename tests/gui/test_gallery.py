"""The gallery and the picture looked at: by mouse, by keyboard, near and whole, while the song goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import colour_at, save_still
from tests.gui.fakes import FakeEngine, InlineJobs
from visualalbum.model import Picture
from visualalbum.timeline.booklet import Booklet, Plate
from visualalbum.ui.window import Window

COLOURS = {"red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0)}


def plate(path: Path, **said: str) -> Plate:
    return Plate(path, Picture(image=path.name, **said))


@pytest.fixture
def plates(window: Window, engine: FakeEngine, tmp_path: Path) -> tuple[Plate, ...]:
    """A gallery of three pictures and one that cannot be read, its leaf turned to."""
    made = tuple(
        plate(save_still(tmp_path / f"{name}.png", name, (160, 90)), alt=f"All {name}", caption=f"The {name} one")
        for name in COLOURS
    )
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    made = (*made, plate(tmp_path / "broken.png", credit="Nobody"))
    window.show_timeline(replace(engine.timeline, booklet=Booklet(plates=made)))
    window.actions_by_id["gallery"].trigger()
    assert window.album.gallery.isVisible()
    return made


@pytest.fixture
def read(window: Window, jobs: InlineJobs, qtbot: QtBot) -> Callable[[], None]:
    """Lets pictures be read until nobody asks for any."""

    def run() -> None:
        def quiet() -> bool:
            window.album.gallery.viewport().repaint()
            window.plate.view.repaint()
            waiting = bool(jobs.waiting)
            jobs.run()
            return not waiting

        for _ in range(3):
            qtbot.waitUntil(quiet)
            qtbot.wait(40)  # finished work is looked for every 15 ms

    return run


def test_small_pictures_stand_in_rows_over_their_captions(
    window: Window, plates: tuple[Plate, ...], read: Callable[[], None]
) -> None:
    read()
    gallery = window.album.gallery
    boxes = [gallery.visualRect(gallery.model().index(row, 0)) for row in range(4)]
    assert boxes[0].top() == boxes[1].top() < boxes[2].top()
    image = gallery.viewport().grab().toImage()
    seen = [image.pixelColor(box.center() - QPoint(0, 12)) for box in boxes[:3]]
    assert [(c.red(), c.green(), c.blue()) for c in seen] == list(COLOURS.values())


def test_a_click_shows_the_whole_picture_and_escape_the_stage_again(
    window: Window, plates: tuple[Plate, ...], read: Callable[[], None], engine: FakeEngine, qtbot: QtBot
) -> None:
    gallery = window.album.gallery
    box = gallery.visualRect(gallery.model().index(1, 0))
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    read()
    assert window.plate.isVisible() and not window.stage.isVisible()
    assert colour_at(window.plate.view, 0.5, 0.5) == COLOURS["blue"]
    assert window.plate.caption.text() == "The blue one"
    assert window.plate.credit.text() == "2 of 4"
    calls = len(engine.calls)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.stage.isVisible() and not window.plate.isVisible()
    assert len(engine.calls) == calls, "the song has not heard of it"


def test_keys_go_on_and_back_and_stop_at_the_ends(
    window: Window, plates: tuple[Plate, ...], engine: FakeEngine, qtbot: QtBot
) -> None:
    window.album.gallery.chosen.emit(0)
    rows = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(window.focusWidget(), key)
        rows.append(window.plate.row)
    assert rows == [0, 1, 2, 3, 3, 0]
    assert not window.plate.previous.isEnabled()
    qtbot.mouseClick(window.plate.next, Qt.MouseButton.LeftButton)
    assert window.plate.row == 1
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert engine.calls[-1] == ("roll",), "other keys are the song's"


def test_a_picture_is_seen_nearer_by_wheel_and_key_and_what_is_under_the_pointer_stays(
    window: Window, plates: tuple[Plate, ...], read: Callable[[], None], qtbot: QtBot
) -> None:
    window.album.gallery.chosen.emit(0)
    read()
    view = window.plate.view
    place = QPointF(view.width() * 0.25, view.height() * 0.5)
    before = view._box()
    part = (place.x() - before.left()) / before.width()
    view.zoom(2.0, place)
    read()
    after = view._box()
    assert after.width() == pytest.approx(before.width() * 2, rel=0.02)
    assert (place.x() - after.left()) / after.width() == pytest.approx(part, abs=0.01)
    for _ in range(20):
        qtbot.keyClick(window.plate, Qt.Key.Key_Plus)
    assert view.nearness == 4
    qtbot.keyClick(window.plate, Qt.Key.Key_0)
    assert view.nearness == 1


def test_a_near_picture_is_moved_by_hand_and_never_past_its_edge(
    window: Window, plates: tuple[Plate, ...], read: Callable[[], None], qtbot: QtBot
) -> None:
    window.album.gallery.chosen.emit(0)
    read()
    view = window.plate.view
    view.zoom(4.0)
    read()
    middle = view.rect().center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view, middle + QPoint(9000, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
    assert view._box().left() == pytest.approx(0, abs=1)


def test_a_picture_that_cannot_be_read_says_so(
    window: Window, plates: tuple[Plate, ...], read: Callable[[], None]
) -> None:
    window.album.gallery.chosen.emit(3)
    read()
    assert window.plate.credit.text() == "Nobody · 4 of 4"
    paper = window.palette().window().color()
    image = window.plate.view.grab().toImage()
    assert any(image.pixelColor(x, image.height() // 2) != paper for x in range(image.width()))


def test_a_screen_reader_hears_what_a_picture_shows(window: Window, plates: tuple[Plate, ...]) -> None:
    said = window.album.gallery.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "All red. The red one. Picture 1 of 4"
    window.album.gallery.chosen.emit(3)
    assert window.plate.accessibleName() == "broken.png. Picture 4 of 4"


def test_another_album_closes_the_picture(window: Window, plates: tuple[Plate, ...], engine: FakeEngine) -> None:
    window.album.gallery.chosen.emit(0)
    assert window.plate.isVisible()
    window.show_timeline(engine.timeline)
    assert window.stage.isVisible()


def test_a_thousand_pictures_are_not_read_before_they_are_seen(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tmp_path: Path, qtbot: QtBot
) -> None:
    many = tuple(plate(tmp_path / f"{number}.png") for number in range(1000))
    window.show_timeline(replace(engine.timeline, booklet=Booklet(plates=many)))
    window.actions_by_id["gallery"].trigger()
    window.album.gallery.viewport().repaint()
    assert 0 < len(jobs.submitted) < 40


def test_an_edited_gallery_stays_at_what_is_chosen_and_looked_at(
    window: Window, plates: tuple[Plate, ...], engine: FakeEngine, tmp_path: Path
) -> None:
    red, blue, green, broken = plates
    gallery = window.album.gallery
    gallery.setCurrentIndex(gallery.plates.index(2))
    gallery.chosen.emit(2)
    window.plate.view.zoom(2.0)
    said = replace(green, picture=Picture(image="green.png", caption="Said anew"))
    window.show_timeline(replace(engine.timeline, booklet=Booklet(plates=(green, red, blue, broken))))
    window.show_timeline(replace(engine.timeline, booklet=Booklet(plates=(broken, said, red))))
    assert window.plate.isVisible()
    assert (window.plate.row, window.plate.caption.text(), window.plate.view.nearness) == (1, "Said anew", 2.0)
    assert gallery.currentIndex().row() == 1
    window.show_timeline(replace(engine.timeline, booklet=Booklet(plates=(red,))))
    assert not window.plate.isVisible(), "what was looked at is gone"


@pytest.mark.parametrize("name", ["gallery", "plate"])
def test_on_a_screen_of_another_density_pictures_are_read_for_it(
    window: Window, plates: tuple[Plate, ...], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    window.album.gallery.chosen.emit(0)
    if name == "gallery":
        widget, stills = window.album.gallery, window.album.gallery._thumbnails
    else:
        widget, stills = window.plate.view, window.plate._stills
    width, height = stills._stage
    assert width > 0
    monkeypatch.setattr(widget, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert stills._stage == (2 * width, 2 * height)
