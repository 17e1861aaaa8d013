"""The seek bar goes where it is clicked, dragged or led by keys, keeps to its marks, and is painted once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import move_pointer, show_widget
from tests.gui.contrast import contrast
from visualalbum.media.waveform import COLUMNS, Waveform
from visualalbum.ui import wave_picture
from visualalbum.ui.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours
from visualalbum.ui.marks import Mark, MarkKind
from visualalbum.ui.seekbar import SeekBar
from visualalbum.ui.theme import palette
from visualalbum.ui.wave_picture import FILM_TOP_PX, picture
from visualalbum.ui.word_rows import WordRows

LEFT = Qt.MouseButton.LeftButton
S = 1_000_000
CUES = (
    Mark(MarkKind.SEGMENT, 0, 50 * S, "backstage from 0:00"),
    Mark(MarkKind.STILL, 40 * S, 60 * S, "Rehearsal"),
    Mark(MarkKind.SEGMENT, 50 * S, 100 * S, "backstage from 1:00"),
)
MOMENTS = (Mark(MarkKind.MOMENT, 70 * S, 70 * S, "Stopped"),)


@pytest.fixture
def bar(qtbot: QtBot) -> SeekBar:
    bar = SeekBar()
    bar.set_track(100 * S, CUES)
    bar.set_reading(MOMENTS, WordRows())
    show_widget(qtbot, bar, 417, 56)
    return bar


def at(bar: SeekBar, part: float, aside_px: int = 0) -> QPoint:
    groove = bar.groove()
    return QPoint(round(groove.left() + part * groove.width()) + aside_px, bar.height() // 2)


def test_a_click_locates_there(bar: SeekBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.located) as located:
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.25))
    assert located.args[0] == pytest.approx(25 * S, abs=200_000)


def test_a_drag_locates_once_where_it_ends(bar: SeekBar, qtbot: QtBot) -> None:
    places: list[int] = []
    bar.located.connect(places.append)
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.1))
    for part in (0.3, 0.6, 0.8):
        move_pointer(bar, at(bar, part), LEFT)
    assert bar.knob().x() == pytest.approx(at(bar, 0.8).x(), abs=1)
    assert places == []
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 0.8))
    assert places == [pytest.approx(80 * S, abs=200_000)]


def test_esc_gives_a_drag_up_and_the_song_goes_on(bar: SeekBar, qtbot: QtBot) -> None:
    bar.follow(20_000)
    other = SeekBar()
    qtbot.addWidget(other)
    with qtbot.assertNotEmitted(bar.located):
        qtbot.mousePress(bar, LEFT, pos=at(bar, 0.1))
        move_pointer(bar, at(bar, 0.8), LEFT)
        qtbot.keyClick(other, Qt.Key.Key_Escape)
        assert not bar.isSliderDown()
        move_pointer(bar, at(bar, 0.9), LEFT)
        qtbot.mouseRelease(bar, LEFT, pos=at(bar, 0.9))
    assert bar.knob().x() == pytest.approx(at(bar, 0.2).x(), abs=1)


def test_the_song_does_not_pull_the_knob_out_of_a_hand(bar: SeekBar, qtbot: QtBot) -> None:
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.3))
    bar.follow(10_000)
    assert bar.sliderPosition() == pytest.approx(30_000, abs=200)
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 0.3))
    bar.follow(10_000)
    assert bar.sliderPosition() == 10_000


def test_a_click_counts_also_within_the_second_that_is_on(bar: SeekBar, qtbot: QtBot) -> None:
    bar.follow(25_000)
    bar.follow(25_900)
    with qtbot.waitSignal(bar.located) as located:
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.25))
    assert located.args[0] == pytest.approx(25 * S, abs=200_000)


def test_the_songs_own_way_locates_nothing_and_is_told_once_a_second(bar: SeekBar, qtbot: QtBot) -> None:
    told: list[int] = []
    bar.clearFocus()
    bar.valueChanged.connect(told.append)
    with qtbot.assertNotEmitted(bar.located):
        for place in range(0, 5_000, 30):
            bar.follow(place)
    assert len(told) == 4
    assert bar.knob().x() == pytest.approx(bar.place_of(4_980_000), abs=0.1)


@pytest.mark.parametrize("x", [-500, 5000])
def test_a_drag_beyond_the_ends_stays_on_the_track(bar: SeekBar, qtbot: QtBot, x: int) -> None:
    bar.follow(50_000)
    qtbot.mousePress(bar, LEFT, pos=at(bar, 0.5))
    move_pointer(bar, QPoint(x, 10), LEFT)
    assert bar.sliderPosition() in (0, 100_000)
    qtbot.mouseRelease(bar, LEFT, pos=QPoint(x, 10))


@pytest.mark.parametrize(("part", "start_s"), [(0.4, 40), (0.5, 50), (0.7, 70)])
@pytest.mark.parametrize("aside_px", [-4, 0, 4])
def test_a_click_near_a_mark_goes_to_the_mark(
    bar: SeekBar, qtbot: QtBot, part: float, start_s: int, aside_px: int
) -> None:
    with qtbot.waitSignal(bar.located) as located:
        qtbot.mouseClick(bar, LEFT, pos=at(bar, part, aside_px))
    assert located.args == [start_s * S]


def test_shift_and_a_few_pixels_more_keep_a_click_where_it_is(bar: SeekBar, qtbot: QtBot) -> None:
    places: list[int] = []
    bar.located.connect(places.append)
    near, further = at(bar, 0.5, 3), at(bar, 0.5, 7)
    qtbot.mouseClick(bar, LEFT, Qt.KeyboardModifier.ShiftModifier, near)
    qtbot.mouseClick(bar, LEFT, pos=further)
    assert places == [bar.value_at(near.x()) * 1000, bar.value_at(further.x()) * 1000]
    assert 50_500_000 < places[0] < places[1]


def test_a_mark_between_two_milliseconds_is_not_missed_by_one(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_track(100 * S, (Mark(MarkKind.SEGMENT, 50 * S + 1, 100 * S, "late"),))
    with qtbot.waitSignal(bar.located) as located:
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.5, 1))
    assert located.args == [50_001_000]


def test_a_moment_that_the_track_does_not_have_is_not_marked(bar: SeekBar) -> None:
    bar.set_reading((Mark(MarkKind.MOMENT, 100 * S, 100 * S, "Never"), *MOMENTS), WordRows())
    assert [mark.label for mark in bar.marks.marks if mark.kind is MarkKind.MOMENT] == ["Stopped"]


def test_a_track_without_a_length_can_be_clicked_without_harm(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_track(0, ())
    assert not bar.isEnabled()
    bar.setEnabled(True)
    with qtbot.assertNotEmitted(bar.located), qtbot.assertNotEmitted(bar.pointed):
        qtbot.mouseClick(bar, LEFT, pos=at(bar, 0.5))


def test_the_wheel_does_not_move_the_song(bar: SeekBar, qtbot: QtBot) -> None:
    bar.follow(50_000)
    none, zero = Qt.KeyboardModifier.NoModifier, QPoint()
    wheel = QWheelEvent(
        QPointF(at(bar, 0.5)), QPointF(), zero, QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase(0), False
    )
    with qtbot.assertNotEmitted(bar.located):
        QApplication.sendEvent(bar, wheel)
    assert bar.sliderPosition() == 50_000


@pytest.mark.parametrize(
    ("key", "place_s"),
    [
        (Qt.Key.Key_Right, 55.5),
        (Qt.Key.Key_Left, 45.5),
        (Qt.Key.Key_PageUp, 60.5),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys_lead_from_where_the_song_is(bar: SeekBar, qtbot: QtBot, key: Qt.Key, place_s: float) -> None:
    bar.follow(50_000)
    bar.follow(50_500)
    with qtbot.waitSignals([bar.located, bar.stepped]):
        qtbot.keyClick(bar, key)
    assert bar.sliderPosition() == place_s * 1000


def test_the_place_is_there_in_words_and_a_key_has_all_that_lies_there_said(
    bar: SeekBar, qtbot: QtBot, said: list[str]
) -> None:
    bar.follow(65_000)
    assert bar.accessibleDescription() == "1:05 of 1:40"
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.accessibleDescription() == "1:10 of 1:40"
    assert said == ["1:10 · backstage from 1:00 · ◆ Stopped, of 1:40"]


def test_under_the_keyboard_the_passing_of_time_is_no_news_to_a_reader_and_a_jump_is(
    bar: SeekBar, qtbot: QtBot
) -> None:
    bar.follow(65_000)
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    told: list[int] = []
    bar.valueChanged.connect(told.append)
    for now_ms in range(65_000, 69_000, 50):
        bar.follow(now_ms)
    assert told == []
    bar.follow(30_000)
    assert told == [30_000]
    bar.clearFocus()
    bar.follow(31_000)
    bar.follow(31_500)
    assert told == [30_000, 31_000]


def test_thousands_of_marks_are_painted(bar: SeekBar) -> None:
    bar.set_track(7200 * S, tuple(Mark(MarkKind.SEGMENT, n * S, (n + 1) * S, "") for n in range(5000)))
    assert not bar.grab().isNull()


def image_of(
    waveform: Waveform | None = None, marks: tuple[Mark, ...] = (), ratio: float = 1.0, length_us: int = 100 * S
) -> QImage:
    bar = SeekBar()
    bar.resize(417, 56)
    made = picture((417, 56), ratio, bar.groove(), waveform, marks, length_us, QColor("white"))
    return made.toImage()


def painted_rows(image: QImage, part: float) -> int:
    """How many device pixels of a column are painted in the waveform's room, with those right of it."""
    ratio = image.devicePixelRatio()
    x = round((8.5 + part * 400) * ratio)
    rows = range(round(10 * ratio), round(46 * ratio))
    return max(sum(image.pixelColor(x + right, y).alpha() > 0 for y in rows) for right in range(round(3 * ratio)))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_waveform_is_high_where_the_track_is_loud(ratio: float) -> None:
    half = COLUMNS // 2
    loud = Waveform(bytes([255] * half + [0] * half), bytes([255] * half + [0] * half))
    image = image_of(loud, ratio=ratio)
    assert painted_rows(image, 0.25) == round(32 * ratio)
    assert painted_rows(image, 0.75) == 2


@pytest.mark.parametrize(
    ("ratio", "bar", "gap"), [(1.0, 2, 1), (1.25, 2, 1), (1.5, 3, 2), (1.75, 4, 2), (2.0, 4, 2), (3.0, 6, 3)]
)
def test_every_bar_is_sharp_and_more_than_its_gap_at_every_pixel_ratio(ratio: float, bar: int, gap: int) -> None:
    image = image_of(Waveform(bytes([255] * COLUMNS), bytes(COLUMNS)), ratio=ratio)
    row = [image.pixelColor(x, round(20 * ratio)).alpha() for x in range(round(8.5 * ratio), round(400 * ratio))]
    first = row.index(max(row))
    assert set(row) == {0, max(row)}
    assert [bool(alpha) for alpha in row[first : first + 2 * (bar + gap)]] == ([True] * bar + [False] * gap) * 2


def test_a_quiet_track_is_drawn_as_high_as_a_loud_one_and_hiss_is_not() -> None:
    quiet, hiss = (Waveform(bytes([level] * COLUMNS), bytes(COLUMNS)) for level in (70, 2))
    assert painted_rows(image_of(quiet), 0.5) == 32
    assert painted_rows(image_of(hiss), 0.5) < 6


def test_without_a_waveform_there_is_a_plain_line() -> None:
    assert painted_rows(image_of(), 0.5) == 2


def test_marks_differ_by_shape_and_place() -> None:
    def rows(kind: MarkKind, start_s: int, end_s: int) -> set[int]:
        image = image_of(marks=(Mark(kind, start_s * S, end_s * S, ""),))
        x = round(8.5 + 0.5 * 400)
        return {y for y in range(56) if not 26 <= y <= 30 and image.pixelColor(x, y).alpha() > 100}

    segment, still, moment = rows(MarkKind.SEGMENT, 40, 60), rows(MarkKind.STILL, 40, 60), rows(MarkKind.MOMENT, 50, 50)
    assert segment == {FILM_TOP_PX, FILM_TOP_PX + 1, FILM_TOP_PX + 2}
    assert len(still) in (2, 4) and min(still) < FILM_TOP_PX and FILM_TOP_PX + 1 not in still
    assert max(moment) < 10
    chapter = rows(MarkKind.CHAPTER, 50, 50)
    assert max(chapter) < 10

    def width(kind: MarkKind) -> int:
        image = image_of(marks=(Mark(kind, 50 * S, 50 * S, ""),), ratio=4.0)
        return sum(image.pixelColor(x, 8).alpha() > 100 for x in range(image.width()))

    assert width(MarkKind.CHAPTER) > 2 * width(MarkKind.MOMENT)


def test_the_played_part_has_the_accents_colour_and_the_rest_is_quiet(bar: SeekBar) -> None:
    bar.set_waveform(Waveform(bytes([255] * COLUMNS), bytes([255] * COLUMNS)))
    bar.follow(50_000)
    image = bar.grab().toImage()
    accent = bar.palette().color(QPalette.ColorRole.Highlight)
    middle = bar.height() // 2 + 6
    reds = {x: image.pixelColor(x, middle) for x in range(image.width())}
    assert any(colour == accent for x, colour in reds.items() if x < at(bar, 0.45).x())
    assert all(colour != accent for x, colour in reds.items() if x > at(bar, 0.55).x())


@pytest.mark.parametrize("colours", [DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST])
def test_marks_to_come_are_seen_against_the_ground(bar: SeekBar, colours: Colours) -> None:
    bar.setPalette(palette(colours))
    bar.follow(0)
    image = bar.grab().toImage()
    assert image.pixelColor(0, 0) == QColor(colours.ground)
    assert contrast(image.pixelColor(at(bar, 0.75).x(), FILM_TOP_PX + 1), colours.ground) >= 3


def test_while_the_song_goes_on_nothing_is_drawn_anew(bar: SeekBar, monkeypatch: pytest.MonkeyPatch) -> None:
    bar.set_waveform(Waveform(bytes(COLUMNS), bytes(COLUMNS)))
    bar.grab()
    drawn: list[object] = []
    monkeypatch.setattr(wave_picture, "_paint_marks", lambda *_: drawn.append(1))
    for place in range(0, 50_000, 500):
        bar.follow(place)
        bar.repaint()
    bar.set_reading(MOMENTS, WordRows())
    bar.repaint()
    assert drawn == []
    bar.resize(500, 56)
    bar.grab()
    assert len(drawn) == 2
