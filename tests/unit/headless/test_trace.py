"""Following a program through its trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from headless.trace import Event, Playhead, Tail, held

SECOND_NS = 1_000_000_000


def drift(at_s: float, drift_ms: float) -> Event:
    instant_ns = round(at_s * SECOND_NS)
    return {"event": "drift", "instant_ns": instant_ns, "position_us": instant_ns // 1000, "drift_ms": drift_ms}


def test_a_tail_gives_each_event_once_and_waits_for_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "trace"
    tail = Tail(path)
    assert tail.new() == []
    path.write_text('{"event": "roll"}\n{"event": "ta')
    assert tail.new() == [{"event": "roll"}]
    assert tail.new() == []
    with path.open("a") as file:
        file.write('ke"}\n')
    assert tail.new() == [{"event": "take"}]


@pytest.mark.parametrize("garbage", [b"\xff\xfe\n", b"{\n", b"[]\n", b"\n", b"7\n", b'{"instant_ns": 1}\n', b"\0\n"])
def test_a_tail_passes_over_what_is_no_event(garbage: bytes, tmp_path: Path) -> None:
    path = tmp_path / "trace"
    path.write_bytes(garbage + b'{"event": "end"}\n')
    assert Tail(path).new() == [{"event": "end"}]


def test_the_playhead_moves_on_from_the_last_position_told() -> None:
    playhead = Playhead()
    assert playhead.position_us(5) is None
    playhead.see({"event": "roll", "position_us": 0, "instant_ns": 0})
    playhead.see({"event": "prime", "instant_ns": SECOND_NS})
    assert playhead.position_us(2 * SECOND_NS) == 2_000_000
    playhead.see({**drift(2, 0.0), "position_us": 1_900_000})
    assert playhead.position_us(3 * SECOND_NS) == 2_900_000


def test_a_drift_counts_from_its_reading_and_not_from_its_note() -> None:
    playhead = Playhead()
    playhead.see({**drift(2, 0.0), "position_us": 1_900_000, "reading_ns": 1_900_000_000})
    assert playhead.position_us(3 * SECOND_NS) == 3_000_000


@pytest.mark.parametrize("event", ["park", "locate", "end"])
def test_a_program_that_stands_has_no_playhead(event: str) -> None:
    playhead = Playhead()
    playhead.see({"event": "roll", "position_us": 0, "instant_ns": 0})
    playhead.see({"event": event, "position_us": 0, "instant_ns": 1})
    assert playhead.position_us(2) is None


def test_the_sync_held_is_judged_from_a_second_after_each_start() -> None:
    start: Event = {"event": "roll", "position_us": 0, "instant_ns": 0}
    early = [drift(0.5, 80.0)]
    later = [drift(1 + index / 10, value) for index, value in enumerate([-1.0, 0.5, 2.0])]
    text = held([start, *early, *later])
    assert "median +0.5 ms, 99 % within 2.0 ms" in text
    assert "3 readings" in text


def test_ninety_nine_of_a_hundred_readings_count() -> None:
    values = [*[1.0] * 99, 50.0]
    assert "99 % within 1.0 ms" in held([drift(index, value) for index, value in enumerate(values)])
    assert "99 % within 50.0 ms" in held([drift(index, value) for index, value in enumerate([*values, 50.0])])


def test_what_was_done_is_counted_and_faults_are_told() -> None:
    text = held(
        [{"event": "take"}, {"event": "take"}, {"event": "trim"}, {"event": "fault", "sentence": "a film is gone"}]
    )
    assert "2 takes, 1 trim, no relocates, 1 fault." in text
    assert "  a film is gone" in text


def test_a_fault_that_repeats_is_told_once() -> None:
    text = held([{"event": "fault", "sentence": "a film is gone"}] * 3)
    assert "3 faults." in text
    assert text.count("a film is gone") == 1
    assert "a film is gone (3 times)" in text


def test_a_show_without_film_has_no_reading_and_no_fault() -> None:
    text = held([])
    assert "no reading" in text
    assert "no faults" in text
