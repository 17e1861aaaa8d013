"""The stage shows what was planned, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import colour_at, save_still, show_widget
from tests.gui.fakes import FakePictures, InlineJobs
from visualalbum.engine.snapshot import Layer, PlannedStage, Source, StagePicture
from visualalbum.timeline.cues import Fit
from visualalbum.ui.stage import FADE_STEP_MS, Stage
from visualalbum.ui.stills import Stills

BLACK, RED, GREEN, BLUE = (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255)


def deck(name: str, opacity: float = 1.0, fit: Fit = Fit.CONTAIN) -> Layer:
    return Layer(Source.DECK, deck=name, opacity=opacity, fit=fit)


def still(path: Path, fit: Fit = Fit.CONTAIN, opacity: float = 1.0) -> Layer:
    return Layer(Source.STILL, still=path, fit=fit, opacity=opacity)


def stage_of(*layers: Layer) -> StagePicture:
    return StagePicture(layers)


@pytest.fixture
def stage(qtbot: QtBot, decks: FakePictures, stills: Stills) -> Stage:
    stage = Stage(decks, stills)
    show_widget(qtbot, stage, 320, 180)
    return stage


def middle(stage: Stage) -> tuple[int, int, int]:
    return colour_at(stage, 0.5, 0.5)


def load(jobs: InlineJobs, stills: Stills, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stills.ready):
        jobs.run()


def test_without_a_layer_the_stage_is_black(stage: Stage) -> None:
    assert middle(stage) == BLACK


def test_a_decks_picture_is_shown(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    assert middle(stage) == RED


def test_a_picture_of_another_shape_has_black_bars(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED, size=(240, 180))
    stage.show_stage(stage_of(deck("a")), None)
    assert (colour_at(stage, 0.05, 0.5), middle(stage), colour_at(stage, 0.95, 0.5)) == (BLACK, RED, BLACK)


def test_a_covering_picture_has_none(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED, size=(240, 180))
    stage.show_stage(stage_of(deck("a", fit=Fit.COVER)), None)
    assert colour_at(stage, 0.02, 0.02) == RED


def test_the_last_picture_stays_while_the_next_deck_has_none(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    stage.show_stage(stage_of(deck("b")), None)
    assert middle(stage) == RED
    decks.paint("b", GREEN)
    stage.on_picture("b")
    assert middle(stage) == GREEN


def test_the_last_picture_stays_while_its_own_deck_is_primed_elsewhere(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    del decks.pictures["a"]
    stage.on_picture("a")
    stage.repaint()
    assert middle(stage) == RED


def test_a_deck_that_comes_back_does_not_show_what_it_showed_at_another_cut(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    decks.paint("b", GREEN)
    stage.show_stage(stage_of(deck("b")), None)
    del decks.pictures["a"]
    stage.show_stage(stage_of(deck("a")), None)
    assert middle(stage) == GREEN


def test_a_picture_that_was_fetched_for_a_stage_that_never_came_is_not_shown_later(
    stage: Stage, decks: FakePictures
) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    decks.paint("b", BLUE)
    stage.show_stage(stage_of(deck("b"), deck("c", opacity=0.5)), None)
    stage.show_stage(stage_of(deck("a")), None)
    del decks.pictures["b"]
    stage.show_stage(stage_of(deck("b")), None)
    assert middle(stage) == RED


class Painted(QObject):
    """Writes down which part of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.parts: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


def test_a_new_picture_paints_its_own_place_and_not_the_bars(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED, size=(240, 180))
    stage.show_stage(stage_of(deck("a")), None)
    painted = Painted(stage)
    decks.paint("a", BLUE, size=(240, 180))
    stage.on_picture("a")
    assert painted.parts == [QRect(40, 0, 240, 180)]


def test_a_new_picture_of_another_size_paints_everything(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    painted = Painted(stage)
    decks.paint("a", GREEN, size=(240, 180))
    stage.on_picture("a")
    assert painted.parts == [stage.rect()]


def test_a_new_picture_of_a_deck_off_stage_changes_nothing(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    decks.paint("b", GREEN)
    stage.on_picture("b")
    assert middle(stage) == RED


def test_a_ring_is_painted_before_it_returns(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    decks.paint("a", BLUE)
    before = stage._painted_ns
    stage.on_picture("a")
    assert stage._painted_ns > before
    assert middle(stage) == BLUE


def test_a_ring_for_the_same_picture_paints_nothing(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    before = stage._painted_ns
    stage.on_picture("a")
    assert stage._painted_ns == before


def test_what_a_paint_took_since_its_delivery_is_told(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    assert decks.paints_ns == []  # it waited for its changeover
    decks.paint("a", BLUE)
    stage.on_picture("a")
    stage.on_picture("a")
    assert decks.paints_ns == [stage._painted_ns - decks.pictures["a"].delivered_ns]
    assert decks.paints_ns[0] > 0


@pytest.mark.parametrize("put_away", [Stage.hide, Stage.showMinimized])
def test_a_stage_that_nobody_sees_tells_nothing(
    stage: Stage, decks: FakePictures, put_away: Callable[[Stage], None]
) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    put_away(stage)
    decks.paint("a", BLUE)
    stage.on_picture("a")
    assert decks.paints_ns == []


def test_a_dissolve_mixes_two_decks(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", (200, 0, 0))
    decks.paint("b", (0, 0, 200))
    stage.show_stage(stage_of(deck("a"), deck("b", opacity=0.5)), None)
    assert middle(stage) == pytest.approx((100, 0, 100), abs=2)


def test_the_last_step_of_a_fade_is_shown_though_no_tick_follows(
    stage: Stage, decks: FakePictures, qtbot: QtBot
) -> None:
    decks.paint("a", RED)
    decks.paint("b", GREEN)
    steps = [stage_of(deck("a"), deck("b", opacity=opacity, fit=Fit.INSET)) for opacity in (0.5, 0.9, 1.0)]
    for step in steps:
        stage.show_stage(step, None)
    assert stage.shown != steps[-1]
    qtbot.waitUntil(lambda: stage.shown == steps[-1])
    assert middle(stage) == GREEN


def test_a_fade_is_not_held_up_by_what_is_painted_over_the_stage(
    stage: Stage, decks: FakePictures, qtbot: QtBot
) -> None:
    """Words that fill ask for strips of the stage all the time."""
    decks.paint("a", RED)
    decks.paint("b", GREEN)
    first, second = (stage_of(deck("a"), deck("b", opacity=opacity)) for opacity in (0.25, 0.5))
    stage.show_stage(first, None)
    qtbot.waitUntil(lambda: time.monotonic_ns() - stage._painted_ns > FADE_STEP_MS * 1_000_000)
    stage.repaint(0, 0, 3, 50)
    stage.show_stage(second, None)
    assert stage.shown == second


def test_a_dissolve_goes_on_with_the_deck_that_rings_last(stage: Stage, decks: FakePictures) -> None:
    """A picture fetched while the stage waits for another layer is still painted when its own bell comes."""
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    decks.paint("a", GREEN)
    stage.show_stage(stage_of(deck("a"), deck("b", opacity=0.5)), None)
    stage.on_picture("a")
    assert middle(stage) == GREEN


def test_a_layer_nobody_sees_is_not_waited_for(stage: Stage, decks: FakePictures) -> None:
    decks.paint("b", GREEN)
    stage.show_stage(stage_of(deck("gone"), deck("b"), deck("later", opacity=0)), None)
    assert middle(stage) == GREEN


def test_a_whole_picture_in_a_dissolve_brings_its_bars(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", (200, 0, 0))
    decks.paint("b", (0, 200, 0), size=(240, 180))
    stage.show_stage(stage_of(deck("a"), deck("b", opacity=0.5)), None)
    assert colour_at(stage, 0.02, 0.5) == pytest.approx((100, 0, 0), abs=2)


def test_a_still_is_shown_once_it_is_read_and_the_film_until_then(
    stage: Stage, decks: FakePictures, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    path = save_still(tmp_path / "s.png", "#00ff00")
    stage.show_stage(stage_of(still(path)), None)
    assert middle(stage) == RED
    load(jobs, stills, qtbot)
    assert middle(stage) == GREEN


def test_an_inset_lies_over_the_film(
    stage: Stage, decks: FakePictures, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    decks.paint("a", RED)
    path = save_still(tmp_path / "s.png", "#00ff00")
    stage.show_stage(stage_of(deck("a"), still(path, Fit.INSET)), None)
    load(jobs, stills, qtbot)
    assert (middle(stage), colour_at(stage, 0.05, 0.5)) == (GREEN, RED)


def test_a_broken_still_leaves_what_lies_below(
    stage: Stage, decks: FakePictures, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a"), still(tmp_path / "none.png")), None)
    load(jobs, stills, qtbot)
    assert middle(stage) == RED


def test_a_broken_still_over_nothing_gives_way_to_the_first_fallback_that_can_be_read(
    stage: Stage, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    cover = save_still(tmp_path / "cover.png", "#0000ff")
    stage.set_fallbacks((tmp_path / "track.png", cover))
    stage.show_stage(stage_of(still(tmp_path / "none.png")), None)
    for _ in range(3):
        load(jobs, stills, qtbot)
    assert middle(stage) == BLUE


def test_where_everything_is_broken_the_stage_is_black(
    stage: Stage, decks: FakePictures, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    decks.paint("a", RED)
    stage.show_stage(stage_of(deck("a")), None)
    stage.show_stage(stage_of(still(tmp_path / "none.png")), None)
    load(jobs, stills, qtbot)
    assert middle(stage) == BLACK


def test_the_planned_picture_comes_at_its_instant_and_not_before(
    stage: Stage, decks: FakePictures, qtbot: QtBot
) -> None:
    decks.paint("a", RED)
    decks.paint("b", GREEN)
    instant_ns = time.monotonic_ns() + 60_000_000
    stage.show_stage(stage_of(deck("a")), PlannedStage(instant_ns, stage_of(deck("b"))))
    assert middle(stage) == RED
    with qtbot.waitSignal(stage.changed_over, timeout=1000) as changed:
        pass
    planned_ns, painted_ns = changed.args
    assert planned_ns == instant_ns
    assert painted_ns >= instant_ns
    assert middle(stage) == GREEN


def test_a_plan_that_is_taken_back_does_not_come(stage: Stage, decks: FakePictures, qtbot: QtBot) -> None:
    decks.paint("a", RED)
    decks.paint("b", GREEN)
    instant_ns = time.monotonic_ns() + 30_000_000
    stage.show_stage(stage_of(deck("a")), PlannedStage(instant_ns, stage_of(deck("b"))))
    stage.show_stage(stage_of(deck("a")), None)
    with qtbot.assertNotEmitted(stage.changed_over, wait=60):
        pass
    assert middle(stage) == RED


def test_a_tick_that_ends_after_the_instant_shows_the_planned_picture(stage: Stage, decks: FakePictures) -> None:
    decks.paint("a", RED)
    decks.paint("b", GREEN)
    plan = PlannedStage(time.monotonic_ns() - 1, stage_of(deck("b")))
    stage.show_stage(stage_of(deck("a")), plan)
    assert middle(stage) == GREEN


def test_the_stage_tells_its_size_in_device_pixels(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.size_changed) as told:
        stage.resize(400, 200)
    assert told.args == [round(400 * stage.devicePixelRatioF()), round(200 * stage.devicePixelRatioF())]


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (5000, 2)])
def test_pictures_of_absurd_shapes_are_shown_all_the_same(
    stage: Stage, decks: FakePictures, size: tuple[int, int]
) -> None:
    decks.paint("a", RED, size=size)
    stage.show_stage(stage_of(deck("a", fit=Fit.COVER)), None)
    assert middle(stage) == RED


def test_rows_longer_than_the_picture_are_honoured(stage: Stage, decks: FakePictures) -> None:
    """libVLC's rows are padded; read without their stride they come out slanted."""
    decks.paint_padded("a", RED, size=(320, 180), padding=GREEN)
    stage.show_stage(stage_of(deck("a")), None)
    image = stage.grab().toImage()
    assert {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 20)} == {0xFFFF0000}
