"""Text over pictures: read on every ground, right to left where it is written so, its lines about as long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from visualalbum.ui.captions import Captions
from visualalbum.ui.picture_text import DARK, PLAIN, type_px
from visualalbum.ui.word_rows import Mark, WordRow
from visualalbum.ui.word_shape import ON_PICTURE, WordShape, balanced_layout
from visualalbum.words import Line, Word

WIDTH = 900


@pytest.fixture
def captions(qtbot: QtBot) -> Iterator[Captions]:
    area = QWidget()
    qtbot.addWidget(area)
    found = Captions("Captions", area)
    found.fit(QSize(1280, 720))
    yield found
    area.hide()


def on_ground(captions: Captions, colour: str) -> QImage:
    image = QImage(captions.sizeHint(), QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.drawPixmap(QPoint(), captions._drawn)
    painter.end()
    return image


def light(colour: QColor) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("ground", ["#ffffff", "#f7f4ee", "#000000", "#808080", "#e8c860", "#3060a0"])
def test_letters_have_a_dark_edge_on_every_ground(captions: Captions, ground: str) -> None:
    captions.show_lines([Line(0, "IHI")])
    image = on_ground(captions, ground)
    middle = image.height() // 2
    row = [light(QColor(image.pixel(x, middle))) for x in range(image.width())]
    first = next(x for x, value in enumerate(row) if value > 0.85 and value == pytest.approx(light(PLAIN), abs=0.02)
                 and min(row[max(0, x - 4) : x + 1]) < 0.1)  # fmt: skip
    contrast = (row[first] + 0.05) / (min(row[first - 4 : first]) + 0.05)
    assert contrast > 7
    assert light(DARK) < 0.01


def test_the_same_captions_are_drawn_once(captions: Captions) -> None:
    captions.show_lines([Line(0, "One")])
    drawn = captions._drawn.cacheKey()
    captions.show_lines([Line(0, "One")])
    assert captions._drawn.cacheKey() == drawn
    captions.show_lines([Line(0, "Two")])
    assert captions._drawn.cacheKey() != drawn


def test_a_screen_of_another_density_has_them_drawn_for_it(captions: Captions, monkeypatch: pytest.MonkeyPatch) -> None:
    captions.show_lines([Line(0, "One")])
    size, pixels = captions.sizeHint(), captions._drawn.size()
    monkeypatch.setattr(captions, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(captions, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert captions.sizeHint() == size
    assert captions._drawn.size() == 2 * pixels


def test_captions_grow_with_the_stage_down_to_a_size_that_is_read(captions: Captions) -> None:
    captions.show_lines([Line(0, "One")])
    heights = []
    for size in (QSize(320, 180), QSize(480, 270), QSize(1280, 720), QSize(1920, 1080)):
        captions.fit(size)
        heights.append(captions.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3]
    assert type_px(QSize(480, 1000), 0.05, 15) == pytest.approx(17, abs=1)


def test_a_part_that_slants_is_drawn_otherwise(captions: Captions) -> None:
    captions.show_lines([Line(0, "slanting")])
    upright = on_ground(captions, "#000000")
    captions.show_lines([Line(0, "slanting", italics=((0, 8),))])
    assert on_ground(captions, "#000000") != upright


@pytest.mark.parametrize("text", ["قلمان", "鉛筆"])
def test_a_script_without_italics_stays_upright(captions: Captions, text: str) -> None:
    captions.show_lines([Line(0, text)])
    upright = on_ground(captions, "#000000")
    captions.show_lines([Line(0, text, italics=((0, len(text)),))])
    assert on_ground(captions, "#000000") == upright


@pytest.mark.parametrize(("text", "mark", "at_left"), [("قلمان!", 5, True), ("♪ قلمان", 0, False), ("Two!", 3, False)])
def test_marks_stand_where_the_direction_of_the_text_has_them(text: str, mark: int, at_left: bool) -> None:
    layout = balanced_layout(text, font(), WIDTH)
    line = layout.lineAt(0)
    place = sum(run.boundingRect().center().x() for run in line.glyphRuns(mark, 1))
    assert (place < line.naturalTextRect().center().x()) == at_left


@pytest.mark.parametrize("text", ["", " ", "\u200f", "a" * 400, "\n\n"])
def test_odd_texts_are_no_trouble(captions: Captions, text: str) -> None:
    captions.show_lines([Line(0, text)])
    assert captions.sizeHint().width() <= 1280


def font() -> QFont:
    found = QFont(QApplication.font())
    found.setPointSizeF(30)
    return found


def test_two_lines_are_about_as_long() -> None:
    layout = balanced_layout("No one lends it, and it was trees until we came to it", font(), WIDTH)
    lengths = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    assert len(lengths) > 1
    assert min(lengths) > 0.5 * max(lengths)


def row(*words: str) -> WordShape:
    timed = tuple(Word(number, word) for number, word in enumerate(words))
    return WordShape(WordRow(0, 9, "".join(words).strip(), timed), ON_PICTURE)


def test_words_are_filled_from_the_left_and_right_to_left_ones_from_the_right() -> None:
    for words, backwards in ((("Heel ", "and ", "toe"), False), (("قبل ", "أن ", "يدق"), True)):
        shape = row(*words)
        places = [shape.places(font(), WIDTH, word, word + 1, 1.0) for word in range(3)]
        lefts = [min(box.left() for box in boxes) for boxes in places]
        assert lefts == sorted(lefts, reverse=backwards)
        (whole,) = places[1]
        (half,) = shape.places(font(), WIDTH, 1, 2, 0.5)
        assert half.width() == pytest.approx(whole.width() / 2, abs=1)
        assert (half.right() == pytest.approx(whole.right(), abs=1)) == backwards
        assert (half.left() == pytest.approx(whole.left(), abs=1)) != backwards


def test_a_word_over_two_lines_fills_the_first_one_first() -> None:
    shape = row("あ" * 40)
    first, *rest = shape.places(font(), WIDTH, 0, 1, 0.3)
    assert rest == []
    whole = shape.places(font(), WIDTH, 0, 1, 1.0)
    assert len({box.top() for box in whole}) > 1
    assert first.top() == min(box.top() for box in whole)


def test_a_mark_before_the_first_word_fills_nothing() -> None:
    assert row("Heel ", "toe").places(font(), WIDTH, 0, max(0, Mark().word), 1.0) == []
