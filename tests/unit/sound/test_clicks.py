"""Finding clicks in a recording: how late they are, and when nothing can be told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from visualalbum.media.click import PERIOD_S, click
from visualalbum.sound.clicks import Heard, Unheard, heard, listen
from visualalbum.sound.recording import Record, read
from visualalbum.sound.resample import RATE

START_NS = 77_000_000_000
BLOCK = 480
COUNT = 14
TOLD_NS = [START_NS + round((2 + number * PERIOD_S) * 1e9) for number in range(COUNT)]


def recorded(
    later_ms: Sequence[float],
    *,
    level: float = 0.2,
    noise: float = 0.001,
    skew_ppm: float = 0.0,
    jitter_ms: float = 0.0,
) -> Record:
    """A recording in which each click is late, on a clock of its own; the word on each block is off by some jitter."""
    random = np.random.default_rng(1)
    length = round((4 + COUNT * PERIOD_S) * RATE)
    samples = random.normal(0, noise, length).astype(np.float32)
    for told_ns, late_ms in zip(TOLD_NS, later_ms, strict=True):
        at = round(((told_ns - START_NS) / 1e9 + late_ms / 1000) * RATE * (1 + skew_ppm / 1e6))
        samples[at : at + 960] += level * click(RATE)
    firsts = np.arange(0, length - BLOCK, BLOCK)
    off_ns = random.normal(0, jitter_ms * 1e6, firsts.size)
    instants_ns = START_NS + firsts * 1e9 / RATE / (1 + skew_ppm / 1e6) + off_ns
    return Record(samples, firsts, instants_ns.astype(np.int64))


@pytest.mark.parametrize("later_ms", [0.0, 80.0, 1150.0, -200.0])
def test_the_delay_of_the_clicks_is_found(later_ms: float) -> None:
    found = heard(recorded([later_ms] * COUNT), TOLD_NS)
    assert found.later_ms == pytest.approx(later_ms, abs=0.1)
    assert found.within_ms < 0.1
    assert found.clicks == COUNT


@pytest.mark.parametrize(
    "worse",
    [
        {"noise": 0.05},
        {"level": -0.2},
        {"level": 0.005},
        {"skew_ppm": 200.0},
        {"jitter_ms": 2.0},
    ],
)
def test_it_is_found_in_noise_upside_down_faint_and_on_a_clock_of_its_own(worse: dict[str, float]) -> None:
    found = heard(recorded([80.0] * COUNT, **worse), TOLD_NS)
    assert found.later_ms == pytest.approx(80, abs=2)


def test_single_clicks_that_are_drowned_or_off_do_not_move_the_middle() -> None:
    found = heard(recorded([400.0, 10.0, *[80.0] * (COUNT - 2)]), TOLD_NS)
    assert found.later_ms == pytest.approx(80, abs=0.1)
    record = recorded([80.0] * COUNT)
    record.samples[: 6 * RATE] += np.random.default_rng(2).normal(0, 1, 6 * RATE)
    assert heard(record, TOLD_NS).clicks < COUNT


def test_how_far_the_clicks_are_apart_is_told() -> None:
    found = heard(recorded([78.0, 82.0] * (COUNT // 2)), TOLD_NS)
    assert found.later_ms == pytest.approx(80, abs=0.1)
    assert found.within_ms == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (recorded([80.0] * COUNT, level=0, noise=0), "The source is silent while the clicks play"),
        (recorded([80.0] * COUNT, level=0), "Only 0 of 14 clicks stand out"),
        (recorded([80.0] * COUNT, noise=2), "Only 0 of 14 clicks stand out"),
        (recorded([(number * 37) % 200 for number in range(COUNT)]), r"which is no one delay"),
        (Record(np.zeros(0, np.float32), *(np.zeros(0, np.int64),) * 2), "The source is silent"),
        (Record(np.ones(9, np.float32), *(np.zeros(0, np.int64),) * 2), "Only 0 of 14 clicks stand out"),
    ],
)
def test_where_nothing_can_be_told_it_is_said_why(record: Record, said: str) -> None:
    with pytest.raises(Unheard, match=said):
        heard(record, TOLD_NS)


def test_too_few_clicks_are_not_enough() -> None:
    with pytest.raises(Unheard, match="Only 9 of 9 clicks stand out"):
        heard(recorded([80.0] * COUNT), TOLD_NS[:9])


def test_a_recording_is_read_from_its_files_as_far_as_they_are_whole(tmp_path: Path) -> None:
    record = recorded([80.0] * COUNT)
    (tmp_path / "samples").write_bytes(record.samples.tobytes() + b"\0")
    stamps = np.stack([record.firsts, record.instants_ns], axis=1)
    (tmp_path / "stamps").write_bytes(stamps.tobytes() + b"\0" * 11)
    assert np.array_equal(read(tmp_path).instants_ns, record.instants_ns)
    assert isinstance(listen(tmp_path, TOLD_NS), Heard)
