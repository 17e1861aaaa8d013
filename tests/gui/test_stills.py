"""Stills come at the stage's size, upright, from another process; what cannot be read becomes a fault."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.gui.conftest import save_still
from tests.gui.fakes import InlineJobs
from visualalbum.jobs import JobError, JobQueue
from visualalbum.timeline.cues import Fit
from visualalbum.ui import still_reading
from visualalbum.ui.still_reading import UnreadableStillError, read_still
from visualalbum.ui.stills import Room, Stills

STAGE = (320, 180)


def awaited(stills: Stills) -> tuple[tuple[Path, Fit], ...]:
    """The stills that are being read or wait for it, in their order."""
    return tuple(errand[:2] for errand in stills._errands.under_way)


def load(jobs: InlineJobs, stills: Stills, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stills.ready):
        jobs.run()


@pytest.mark.parametrize(("fit", "size"), [(Fit.CONTAIN, (240, 180)), (Fit.COVER, (320, 240)), (Fit.INSET, (149, 112))])
def test_a_still_has_the_size_it_is_shown_at(tmp_path: Path, fit: Fit, size: tuple[int, int]) -> None:
    pixels = read_still(str(save_still(tmp_path / "s.png", "red", (800, 600))), fit, STAGE)
    assert (pixels.width, pixels.height) == size


@pytest.mark.parametrize(("pixels", "size"), [(480_000, (800, 600)), (1_920_000, (1600, 1200))])
def test_what_is_seen_from_very_near_is_enlarged_while_it_is_painted_and_not_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pixels: int, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(still_reading, "ENLARGED_PX", pixels)
    still = read_still(str(save_still(tmp_path / "s.png", "red", (800, 600))), Fit.CONTAIN, (3200, 1200))
    assert (still.width, still.height) == size


def test_a_still_of_more_pixels_than_that_is_still_read_at_the_size_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(still_reading, "ENLARGED_PX", 100)
    path = str(save_still(tmp_path / "s.png", "red", (800, 600)))
    assert [read_still(path, Fit.CONTAIN, (width, 600)).width for width in (400, 800, 1600)] == [400, 800, 800]


def turned_jpeg(path: Path) -> Path:
    """A JPEG stored lying, 400 by 200 with its left half red, that says it has to be turned right by a quarter."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(200):
        for y in range(200):
            image.setPixelColor(x, y, QColor("red"))
    plain = path.with_suffix(".plain.jpg")
    assert image.save(str(plain), quality=95)
    # Exif 2.32, 4.6: an IFD of one entry, tag 0x0112 (Orientation), SHORT, value 6.
    ifd = struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 6, 0, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">I", 8) + ifd
    data = plain.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return path


def test_a_still_stands_as_its_camera_says(tmp_path: Path) -> None:
    pixels = read_still(str(turned_jpeg(tmp_path / "t.jpg")), Fit.CONTAIN, STAGE)
    assert (pixels.width, pixels.height) == (90, 180)
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format(pixels.format))
    assert image.pixelColor(45, 20).red() > 200
    assert image.pixelColor(45, 160).blue() > 200


def test_a_still_named_as_another_kind_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = save_still(tmp_path / "s.png", "red").rename(tmp_path / "s.jpg")
    assert read_still(str(path), Fit.CONTAIN, STAGE).width == 320


def garbage(folder: Path) -> dict[str, Path]:
    whole = save_still(folder / "whole.png", "red", (200, 200)).read_bytes()
    for name, data in (
        ("empty.png", b""),
        ("random.jpg", bytes(range(256)) * 40),
        ("cut.png", whole[: len(whole) // 3]),
        ("text.png", b"visualalbum: 1\n"),
        ("svg-bomb.svg", b"<svg" * 10_000),
        # A header that claims 60000 by 60000 pixels.
        ("huge.bmp", b"BM" + struct.pack("<IHHIIiiHHIIiiII", 200, 0, 0, 54, 40, 60000, 60000, 1, 32, 0, 0, 0, 0, 0, 0)),
    ):
        (folder / name).write_bytes(data)
    (folder / "folder.png").mkdir()
    return {path.name: path for path in folder.iterdir() if path.name != "whole.png"} | {"none": folder / "none.png"}


@pytest.mark.parametrize(
    "name", ["empty.png", "random.jpg", "cut.png", "text.png", "svg-bomb.svg", "huge.bmp", "folder.png", "none"]
)
def test_garbage_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableStillError, match=r"\w+"):
        read_still(str(garbage(tmp_path)[name]), Fit.CONTAIN, STAGE)


def test_a_broken_still_becomes_a_fault_and_is_not_tried_again(
    stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills.set_stage(*STAGE)
    path = tmp_path / "none.png"
    assert stills.image(path, Fit.CONTAIN) is None
    with qtbot.waitSignal(stills.faulted):
        jobs.run()
    assert stills.broken(path)
    assert stills.image(path, Fit.CONTAIN) is None
    assert len(jobs.submitted) == 1
    (fault,) = stills.faults
    assert fault.kind == "still-unreadable"
    assert fault.sentence.startswith("The still none.png cannot be read (")


def test_a_worker_that_dies_is_a_broken_still(
    stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise JobError("its worker process was ended by SIGSEGV")

    monkeypatch.setattr("visualalbum.ui.stills.read_still", die)
    stills.set_stage(*STAGE)
    stills.image(tmp_path / "s.png", Fit.CONTAIN)
    load(jobs, stills, qtbot)
    assert "SIGSEGV" in stills.faults[0].sentence


def test_forgetting_gives_a_mended_still_another_try(
    stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills.set_stage(*STAGE)
    path = tmp_path / "s.png"
    stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    save_still(path, "red")
    with qtbot.waitSignal(stills.faulted):
        stills.forget()
    stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    assert stills.image(path, Fit.CONTAIN) is not None
    assert stills.faults == ()


def test_what_is_wanted_ahead_is_there_when_it_is_shown(
    stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills.set_stage(*STAGE)
    path = save_still(tmp_path / "s.png", "red")
    stills.want([(path, Fit.COVER)])
    stills.want([(path, Fit.COVER)])
    load(jobs, stills, qtbot)
    assert stills.image(path, Fit.COVER) is not None
    assert len(jobs.submitted) == 1


BYTES = STAGE[0] * STAGE[1] * 4


@pytest.mark.parametrize(("room", "kept"), [(6, 6), (1, 4)])
def test_stills_are_kept_as_long_as_there_is_room(
    jobs: InlineJobs, qtbot: QtBot, tmp_path: Path, room: int, kept: int
) -> None:
    stills = Stills(jobs, room=Room(room * BYTES, least_kept=4))  # type: ignore[arg-type]
    stills.set_stage(*STAGE)
    paths = [save_still(tmp_path / f"{n}.png", "red") for n in range(8)]
    for path in paths:
        stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    qtbot.waitUntil(lambda: awaited(stills) == ())
    assert [path for path in paths if stills.image(path, Fit.CONTAIN) is not None] == paths[-kept:]


def test_a_thousand_stills_looked_through_take_no_more_room_than_there_is(
    jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills = Stills(jobs, room=Room(6 * BYTES, least_kept=1))  # type: ignore[arg-type]
    stills.set_stage(*STAGE)
    made = save_still(tmp_path / "0.png", "red")
    for number in range(40):
        path = tmp_path / f"{number}.png"
        path.exists() or path.hardlink_to(made)
        stills.image(path, Fit.CONTAIN)
        load(jobs, stills, qtbot)
    assert stills.bytes == 6 * BYTES
    stills.forget()
    assert stills.bytes == 0


def test_of_what_was_looked_past_nothing_is_read_and_what_is_in_view_comes_first(
    jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills = Stills(jobs, room=Room(at_a_time=2))  # type: ignore[arg-type]
    stills.set_stage(*STAGE)
    keys = [(tmp_path / f"{number}.png", Fit.COVER) for number in range(1000)]
    for first in range(0, 1000, 10):
        stills.look_at(keys[first : first + 10])
    last = keys[990:]
    assert awaited(stills) == (*keys[:2], *last), "two were begun at the start, and those are done"
    stills.image(*keys[5])
    stills.look_at([*last[5:], *last[:5]], ahead=keys[980:985])
    assert awaited(stills) == (*keys[:2], *last[5:], *last[:5], *keys[980:985])
    load(jobs, stills, qtbot)
    assert [str(last[5][0]), str(last[6][0])] == [words[0] for words in jobs.submitted[2:]]


def test_a_stage_of_another_size_gets_the_old_still_at_once_and_a_sharp_one_soon(
    stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    stills.set_stage(*STAGE)
    path = save_still(tmp_path / "s.png", "red", (1600, 900))
    stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    stills.set_stage(500, 300)
    stills.set_stage(640, 360)
    old = stills.image(path, Fit.CONTAIN)
    assert old is not None
    assert old.width() == 320
    with qtbot.waitSignal(stills.ready):
        pass
    assert stills.image(path, Fit.CONTAIN) is old, "whoever shows it has heard that it may ask again"
    load(jobs, stills, qtbot)
    new = stills.image(path, Fit.CONTAIN)
    assert new is not None
    assert new.width() == 640


def test_before_the_stage_has_a_size_nothing_is_read(stills: Stills, jobs: InlineJobs, tmp_path: Path) -> None:
    assert stills.image(tmp_path / "s.png", Fit.CONTAIN) is None
    assert jobs.submitted == []


def test_a_real_worker_process_reads_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    path = save_still(tmp_path / "s.png", "#204060")
    queue = JobQueue()
    try:
        stills = Stills(queue)
        stills.set_stage(*STAGE)
        stills.image(path, Fit.CONTAIN)
        with qtbot.waitSignal(stills.ready, timeout=20_000):
            pass
        image = stills.image(path, Fit.CONTAIN)
    finally:
        queue.close()
    assert image is not None
    assert image.pixelColor(160, 90) == QColor("#204060")


def test_a_still_that_changed_is_shown_as_it_was_until_it_is_read_again(
    tmp_path: Path, stills: Stills, jobs: InlineJobs, qtbot: QtBot
) -> None:
    path = save_still(tmp_path / "s.png", "red")
    stills.set_stage(*STAGE)
    stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    save_still(path, "blue")
    stills.renew([path, tmp_path / "other.png"])
    before = stills.image(path, Fit.CONTAIN)
    assert before is not None
    assert before.pixelColor(9, 9) == QColor("red")
    load(jobs, stills, qtbot)
    after = stills.image(path, Fit.CONTAIN)
    assert after is not None
    assert after.pixelColor(9, 9) == QColor("blue")


def test_a_broken_still_that_is_mended_is_no_fault_any_more_and_asked_for_again(
    tmp_path: Path, stills: Stills, jobs: InlineJobs, qtbot: QtBot
) -> None:
    path = tmp_path / "s.png"
    path.write_bytes(b"no picture")
    stills.set_stage(*STAGE)
    stills.image(path, Fit.CONTAIN)
    load(jobs, stills, qtbot)
    assert stills.broken(path)
    save_still(path, "red")
    with qtbot.waitSignals([stills.faulted, stills.ready]):
        stills.renew([path])
    assert stills.faults == ()
    assert stills.image(path, Fit.CONTAIN) is None
    load(jobs, stills, qtbot)
    assert stills.image(path, Fit.CONTAIN) is not None
