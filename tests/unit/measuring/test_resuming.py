"""A measurement that was broken off goes on where it was; one of another program, machine or length begins anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring import finished, lines
from measuring.finished import Finished
from measuring.lines import Extent
from measuring.programs import LibVlc, Mpv, VisualAlbum

MADE_WITH = {"visualalbum": "1", "machine": "two cores"}
PLAYERS = (VisualAlbum("portaudio"), Mpv(), LibVlc())
EXTENT = Extent(lines.FULL.lines[-1:] + lines.FULL.lines[:2], seconds=60, long_seconds=600)
ZERO = {"median_ms": 5.0, "starts_ms": [5.0]}


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is played, instead of playing it."""
    seen: list[str] = []

    def play(stage: object, player: Any, line: Any, *_: object) -> dict[str, Any]:
        seen.append(f"{line.slug} {player.name}")
        return {"steady": {"median_ms": len(seen)}}

    monkeypatch.setattr(lines, "_played", play)
    return seen


def run(folder: Path, extent: Extent = EXTENT, **made_with: str) -> list[dict[str, Any]]:
    kept = Finished(folder, MADE_WITH | made_with)
    return list(lines.measure(lambda: (None, ZERO), PLAYERS, extent, kept, lambda what: None))


def test_what_is_finished_is_not_played_again_and_tells_the_same(tmp_path: Path, played: list[str]) -> None:
    first = run(tmp_path)
    assert len(played) == len(EXTENT.lines) * len(PLAYERS)
    assert run(tmp_path) == first
    assert len(played) == len(EXTENT.lines) * len(PLAYERS)


def test_nothing_is_set_up_where_all_is_finished(tmp_path: Path, played: list[str]) -> None:
    run(tmp_path)
    kept = Finished(tmp_path, MADE_WITH)
    assert len([*lines.measure(lambda: pytest.fail("set up"), PLAYERS, EXTENT, kept, lambda what: None)]) == 3


def test_a_run_that_is_broken_off_goes_on_with_the_line_it_was_at(
    tmp_path: Path, played: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play = lines._played

    def until_interrupted(*words: Any) -> dict[str, Any]:
        if len(played) == 4:
            raise KeyboardInterrupt
        return play(*words)

    monkeypatch.setattr(lines, "_played", until_interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"line-{EXTENT.lines[0].slug}-600s.json"]
    monkeypatch.setattr(lines, "_played", play)
    played.clear()
    run(tmp_path)
    assert [name.split()[0] for name in played[:: len(PLAYERS)]] == [line.slug for line in EXTENT.lines[1:]]


@pytest.mark.parametrize("other", [{"visualalbum": "2"}, {"machine": "four cores"}])
def test_another_program_or_machine_begins_anew(tmp_path: Path, played: list[str], other: dict[str, str]) -> None:
    run(tmp_path)
    played.clear()
    run(tmp_path, **other)
    assert len(played) == len(EXTENT.lines) * len(PLAYERS)


def test_another_length_begins_anew_and_leaves_the_first_one_be(tmp_path: Path, played: list[str]) -> None:
    first = run(tmp_path)
    played.clear()
    run(tmp_path, Extent(EXTENT.lines, seconds=6, long_seconds=6))
    assert len(played) == len(EXTENT.lines) * len(PLAYERS)
    assert run(tmp_path) == first


def test_a_line_that_our_program_did_not_play_is_tried_again(
    tmp_path: Path, played: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_played", lambda *words: played.append("") or {"broken": "it ended"})
    run(tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"asked": 1}'])
def test_a_damaged_file_counts_as_unfinished(tmp_path: Path, played: list[str], damage: str) -> None:
    first = run(tmp_path)
    (tmp_path / f"line-{EXTENT.lines[1].slug}-60s.json").write_text(damage)
    played.clear()
    assert len(run(tmp_path)) == len(first)
    assert len(played) == len(PLAYERS)


def test_to_forget_leaves_nothing_that_is_finished(tmp_path: Path, played: list[str]) -> None:
    run(tmp_path)
    Finished(tmp_path, MADE_WITH).forget()
    assert [*tmp_path.iterdir()] == []


def test_figures_are_made_with_the_programs_own_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finished, "ROOT", tmp_path)
    source = tmp_path / "visualalbum" / "engine" / "clock.py"
    source.parent.mkdir(parents=True)
    source.write_text("RATE = 1\n")
    before = finished.origin()
    source.write_text("RATE = 2\n")
    after = finished.origin()
    assert {name for name in before if before[name] != after[name]} == {"visualalbum"}
    assert "cores" in before["machine"]
