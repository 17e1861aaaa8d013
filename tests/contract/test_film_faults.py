"""What libVLC's decks do with what is no film: a fault with a sentence within about a second, never an exception."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from tests.contract.deck_rigs import RealRig
from visualalbum.engine.ports import DeckState
from visualalbum.film import deck as deck_module


def zeros(whole: bytes) -> bytes:
    return bytes(len(whole))


def nothing(_whole: bytes) -> bytes:
    return b""


def noise(whole: bytes) -> bytes:
    return random.Random(1).randbytes(len(whole))


def text(_whole: bytes) -> bytes:
    return b"Not a film: some words.\n" * 1000


def header_alone(whole: bytes) -> bytes:
    return whole[:600]


def unknown_codec(whole: bytes) -> bytes:
    return whole.replace(b"V_MPEG4/ISO/AVC", b"V_MPEG4/ISO/XYZ")


def broken_pictures(whole: bytes) -> bytes:
    return whole[:900] + random.Random(2).randbytes(len(whole) - 900)


GARBAGE = [zeros, nothing, noise, text, header_alone, unknown_codec, broken_pictures]


@pytest.mark.parametrize("spoil", GARBAGE)
def test_garbage_is_a_fault_and_the_deck_lives_on(rig, tmp_path, spoil):
    path = tmp_path / "spoiled.mkv"
    path.write_bytes(spoil(rig.clip.path.read_bytes()))
    rig.prime(rig.clip, 20)
    rig.deck.prime(replace(rig.clip, path=path), rig.clip.frames_us[50], 2)
    report = rig.wait(lambda report: report.state is DeckState.FAILED, "a fault", 2.5)
    assert (report.serial, report.fault.subject) == (2, str(rig.clip.source))
    assert rig.clip.source.name in report.fault.sentence
    assert rig.held() == 20
    rig.prime(rig.clip, 30, 3)
    assert rig.held() == 30


def test_a_folder_instead_of_a_file_is_a_fault(rig, tmp_path):
    rig.deck.prime(replace(rig.clip, path=tmp_path), 0, 1)
    assert rig.wait(lambda report: report.state is DeckState.FAILED, "a fault").fault.kind == "film-missing"


def test_a_place_past_the_end_holds_the_last_picture_or_is_a_fault(rig):
    rig.deck.prime(rig.clip, 3_600_000_000, 1)
    report = rig.wait(lambda report: report.state is not DeckState.PRIMING, "an answer", 3)
    assert report.state is DeckState.FAILED or report.primed_us == rig.clip.frames_us[-1]


def test_a_clip_cut_short_plays_to_where_it_breaks_off_and_parks(rig, tmp_path):
    path = tmp_path / "short.mkv"
    path.write_bytes(rig.other.path.read_bytes()[: rig.other.path.stat().st_size // 2])
    rig.prime(replace(rig.other, path=path), 20)
    rig.deck.roll_at(rig.now() + 50_000_000)
    report = rig.wait(lambda report: report.state is not DeckState.ROLLING, "the end of what there is", 6)
    assert report.state in (DeckState.PARKED, DeckState.FAILED)
    assert rig.held() > 20


def test_a_film_removed_while_it_rolls_goes_on_or_parks(rig):
    rig.prime(rig.other, 20)
    rig.deck.roll_at(rig.now() + 50_000_000)
    rig.other.path.unlink()
    rig.wait(lambda _report: rig.held() > 40, "twenty pictures more", 4)


def test_a_name_that_looks_like_an_address_is_a_file(rig, tmp_path):
    path = tmp_path / "http:" / "x:" / "?#%41 é.mkv"
    path.parent.mkdir(parents=True)
    path.write_bytes(rig.clip.path.read_bytes())
    rig.prime(replace(rig.clip, path=path), 33)
    assert rig.held() == 33


@pytest.mark.allow_log("hangs in libVLC")
def test_a_player_that_hangs_is_replaced_and_the_next_priming_works(rig, monkeypatch):
    monkeypatch.setattr(deck_module, "STUCK_NS", 200_000_000)
    worker = rig.deck._worker
    stop = worker._player.stop
    monkeypatch.setattr(worker._player, "stop", lambda: (time.sleep(1), stop()))  # noqa: TID251 - a stall
    rig.deck.prime(rig.clip, 0, 1)
    report = rig.wait(lambda report: report.state is DeckState.FAILED, "a fault")
    assert report.fault.kind == "deck-stuck"
    rig.prime(rig.clip, 25, 2)
    assert rig.held() == 25
    worker.thread.join(5)
    assert not worker.thread.is_alive()


def test_closing_is_quick_whatever_a_deck_is_doing(tmp_path):
    rig = RealRig(tmp_path)
    rig.prime(rig.clip, 10)
    rig.deck.roll_at(rig.now() + 10_000_000_000)
    started_ns = rig.now()
    rig.close()
    assert rig.now() - started_ns < 1_000_000_000
    assert rig.held() == 10
