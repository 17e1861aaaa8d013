"""The card over the seek bar: the time at once, the picture when it is there, the newest that is wanted first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import move_pointer, save_still
from tests.gui.fakes import FakeEngine, InlineJobs
from tests.support.small_media import make_film
from visualalbum.media.preview import film_picture
from visualalbum.timeline.cues import FilmCue, StillCue, Timeline, TrackCue
from visualalbum.timeline.stage import FilmShown, StillShown
from visualalbum.ui import previews as previews_module
from visualalbum.ui.previews import BOX_PX, Previews, film_step_us
from visualalbum.ui.window import Window

S = 1_000_000
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def film(tmp_path: Path) -> FilmCue:
    return FilmCue("a", "film", make_film(tmp_path / "f.mkv"), 0, Fraction(25), 0, 2 * S, 0)


@pytest.fixture
def previews(qapp: object, jobs: InlineJobs) -> Previews:
    previews = Previews(jobs)  # type: ignore[arg-type]
    previews.set_scale(1.0)
    return previews


def asked(jobs: InlineJobs) -> list[int]:
    """The film times whose pictures were sent for, in order."""
    return [arguments[2] for arguments in jobs.submitted]


def test_a_picture_is_read_in_its_box_and_kept(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot
) -> None:
    assert previews.image(FilmShown(film), S) is None
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    image = previews.image(FilmShown(film), S)
    assert image is not None
    assert image.height() == BOX_PX[1]
    assert previews.image(FilmShown(film), S + 1) is image
    assert len(jobs.submitted) == 1


def test_a_film_that_was_taken_upright_is_seen_upright(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot, tmp_path: Path
) -> None:
    upright = make_film(tmp_path / "upright.mp4", frames=5, turned=1)
    shown = FilmShown(replace(film, path=upright))
    previews.image(shown, 0)
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    image = previews.image(shown, 0)
    assert image is not None
    assert image.height() == BOX_PX[1] > image.width()


def test_the_newest_that_is_wanted_comes_next_and_those_between_are_not_read(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot
) -> None:
    for place_us in (0, S // 2, S, 3 * S // 2):
        previews.image(FilmShown(film), place_us)
    assert asked(jobs) == [0]
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    assert asked(jobs) == [0, 3 * S // 2]


def test_memory_is_bounded_and_the_longest_unseen_goes_first(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews_module, "KEPT_BYTES", 2 * 4 * BOX_PX[0] * BOX_PX[1])
    for place_us in (0, S // 2, 0, S):
        if previews.image(FilmShown(film), place_us) is None:
            with qtbot.waitSignal(previews.ready):
                jobs.run()
    assert previews.image(FilmShown(film), 0) is not None
    assert previews.image(FilmShown(film), S // 2) is None


def test_a_film_that_cannot_be_read_gives_a_null_picture_once(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot
) -> None:
    lost = FilmShown(replace(film, path=Path("lost.mkv")))
    previews.image(lost, 0)
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    image = previews.image(lost, 0)
    assert image is not None and image.isNull()
    assert len(jobs.submitted) == 1


def test_a_still_is_read_at_the_same_size(previews: Previews, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path) -> None:
    still = StillShown(save_still(tmp_path / "s.png", "#ff0000", (160, 90)))
    assert previews.image(still, 0) is None
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    image = previews.image(still, 0)
    assert image is not None
    assert image.width() == BOX_PX[0]


def test_an_album_that_is_opened_leaves_nothing_of_the_one_before(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot
) -> None:
    previews.image(FilmShown(film), 0)
    previews.forget()
    assert jobs.waiting[0].done
    previews.image(FilmShown(film), S)
    assert asked(jobs) == [0, S]


def test_of_a_film_that_has_changed_no_picture_is_left(
    previews: Previews, jobs: InlineJobs, film: FilmCue, qtbot: QtBot
) -> None:
    previews.image(FilmShown(film), 0)
    with qtbot.waitSignal(previews.ready):
        jobs.run()
    previews.renew({Path("another.mkv")})
    assert previews.image(FilmShown(film), 0) is not None
    previews.renew({film.path})
    assert previews.image(FilmShown(film), 0) is None
    assert asked(jobs) == [0, 0]


@pytest.mark.parametrize(
    ("programme_us", "film_us"),
    [(0, 7), (249_999, 7), (250_000, 250_007), (1_999_999, 1_750_007), (2_000_000, 1_750_007), (9_000_000, 1_750_007)],
)
def test_a_step_never_leads_into_another_segment(film: FilmCue, programme_us: int, film_us: int) -> None:
    assert film_step_us(replace(film, in_us=7), programme_us) == film_us


@pytest.fixture
def point(
    window: Window, engine: FakeEngine, film: FilmCue, tick: Callable[[], None], tmp_path: Path
) -> Callable[[float], None]:
    """Points at a part of an album of 4 s: 2 s of film, 1 s of a still, 1 s of black."""
    still = StillCue("s", save_still(tmp_path / "s.png", "#ff0000"), 2 * S, 3 * S, caption="Red")
    engine.timeline = Timeline(tracks=(TrackCue("one", "One", "", 0, 4 * S),), films=(film,), stills=(still,))
    window.show_timeline(engine.timeline)
    tick()
    bar = window.transport.seek
    return lambda part: move_pointer(bar, QPoint(round(bar.place_of(round(part * 4 * S))), bar.height() // 2))


def test_the_time_comes_at_once_and_the_picture_when_it_is_there(
    window: Window, jobs: InlineJobs, point: Callable[[float], None], qtbot: QtBot
) -> None:
    card = window.transport.glance.card
    point(0.3)
    assert card.isVisible()
    assert (card.time, card.label, card.image) == ("0:01", "film from 0:00", None)
    place = card.geometry()
    jobs.run()
    qtbot.waitUntil(lambda: card.image is not None)
    assert card.geometry() == place


def test_the_picture_of_one_cue_does_not_stand_for_another(
    window: Window, jobs: InlineJobs, point: Callable[[float], None], qtbot: QtBot
) -> None:
    card = window.transport.glance.card
    point(0.3)
    jobs.run()
    qtbot.waitUntil(lambda: card.image is not None)
    point(0.4)
    assert card.image is not None
    point(0.6)
    assert (card.image, card.label) == (None, "Red")


def test_where_the_stage_is_black_the_card_has_no_picture(window: Window, point: Callable[[float], None]) -> None:
    card = window.transport.glance.card
    point(0.6)
    tall = card.height()
    point(0.9)
    assert card.image is None
    assert card.height() < tall - BOX_PX[1]
    point(0.6)
    QApplication.sendEvent(window.transport.seek, QEvent(QEvent.Type.Leave))
    point(0.9)
    assert card.height() < tall - BOX_PX[1]


def test_the_card_goes_with_the_pointer_and_no_late_picture_brings_it_back(
    window: Window, jobs: InlineJobs, point: Callable[[float], None], qtbot: QtBot
) -> None:
    point(0.3)
    QApplication.sendEvent(window.transport.seek, QEvent(QEvent.Type.Leave))
    assert not window.transport.glance.card.isVisible()
    with qtbot.waitSignal(window._readers.previews.ready):
        jobs.run()
    assert not window.transport.glance.card.isVisible()


@pytest.mark.parametrize("width", [480, 1280])
@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_the_card_stays_within_the_window(
    window: Window, point: Callable[[float], None], width: int, part: float
) -> None:
    window.resize(width, 760)
    QApplication.processEvents()
    point(part)
    card = window.transport.glance.card
    assert window.rect().contains(card.geometry())
    assert card.geometry().bottom() < window.transport.seek.mapTo(window, QPoint(0, 0)).y()


def test_a_key_shows_the_card_for_a_moment(window: Window, point: Callable[[float], None], qtbot: QtBot) -> None:
    glance = window.transport.glance
    glance._timer.setInterval(1)
    window.transport.seek.setFocus(Qt.FocusReason.TabFocusReason)
    window.transport.seek.follow(500)
    with qtbot.waitSignal(glance._timer.timeout):
        qtbot.keyClick(window.transport.seek, Qt.Key.Key_End)
        assert glance.card.isVisible()
        assert glance.card.time == "0:04"
    assert not glance.card.isVisible()


def test_the_cards_picture_is_what_the_film_shows_there(
    window: Window, jobs: InlineJobs, film: FilmCue, point: Callable[[float], None], qtbot: QtBot
) -> None:
    point(0.3)
    jobs.run()
    card = window.transport.glance.card
    qtbot.waitUntil(lambda: card.image is not None)
    assert card.image is not None
    ratio = window.devicePixelRatioF()
    expected = film_picture(film.path, 0, S, (round(BOX_PX[0] * ratio), round(BOX_PX[1] * ratio)))
    image = QImage(expected.data, expected.width, expected.height, expected.stride, QImage.Format.Format_RGB32)
    assert card.image == image
