"""Faults on purpose."""

from pathlib import Path

import pytest

from tests.fakes.deck import FakeDeck
from visualalbum.engine.ports import DeckState
from visualalbum.engine.rehearsal import Injection, Kind, LossyDeck, LossyFilm, Rehearsal, read_injections
from visualalbum.media.clip import Clip


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "faults.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_faults_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, '[{"at": 2, "fault": "block-c", "for": 0.3, "every": 2}]')
    assert read_injections(path) == (Injection(2.0, Kind.BLOCK_C, 0.3, 2.0),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("{}", "a list of faults"),
        ("[1]", "fault 1: expected an object"),
        ('[{"at": 1, "fault": "rain"}]', "fault 1: fault is one of block-python"),
        ('[{"at": -1, "fault": "block-c"}]', "seconds from 0 on"),
        ('[{"at": NaN, "fault": "block-c"}]', "seconds from 0 on"),
        ('[{"at": 1, "fault": "block-c", "fro": 2}]', "fault 1: expected an object"),
    ],
)
def test_garbage_is_refused_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_injections(write(tmp_path, text))


def test_a_fault_comes_once_and_a_repeated_one_again_and_again() -> None:
    once, often = Injection(1.0, Kind.LOSE_FILM, 1.0), Injection(0.5, Kind.BLOCK_C, 0.3, 2.0)
    seen: list[Injection] = []
    rehearsal = Rehearsal((once, often), seen.append)
    for tick in range(100):
        rehearsal.tick(tick / 20)
    assert seen.count(once) == 1
    assert seen.count(often) == 3


def test_a_repeated_fault_that_was_missed_comes_once() -> None:
    often = Injection(0.0, Kind.BLOCK_C, 0.3, 1.0)
    seen: list[Injection] = []
    rehearsal = Rehearsal((often,), seen.append)
    rehearsal.tick(10.0)
    assert seen == [often]


def test_a_deck_loads_nothing_while_the_disk_stalls() -> None:
    now_ns = [0]
    film = LossyFilm(lambda: now_ns[0])
    deck = LossyDeck(FakeDeck("A", lambda: now_ns[0]), film)
    clip = Clip(Path("clip.mkv"), Path("film.mp4"), 0, 80_000, (0, 40_000), (0, 40))
    film.stall(1.0)
    deck.prime(clip, 0, 7)
    now_ns[0] = 900_000_000
    assert (deck.poll().state, deck.poll().serial) == (DeckState.PRIMING, 7)
    now_ns[0] = 1_000_000_000
    assert deck.poll().state is DeckState.PRIMING
    now_ns[0] += FakeDeck("B", lambda: 0).behaviour.prime_ns
    assert deck.poll().state is DeckState.PRIMED
    film.stall(1.0)
    deck.prime(clip, 0, 8)
    deck.retire()
    now_ns[0] += 2_000_000_000
    assert deck.poll().state is DeckState.EMPTY
