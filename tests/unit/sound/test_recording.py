"""A recording that ends by itself says why: in the words of its process, if these are any."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from visualalbum.said import say, to_json
from visualalbum.sound import recording
from visualalbum.sound.recording import Recording

WHY = say("no source has the name {name}", name="cellar")


def ended(monkeypatch: pytest.MonkeyPatch, words: str, status: int) -> Recording:
    """A recording whose process has printed some words."""
    started = subprocess.Popen

    def start(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        script = f"import sys; sys.stdout.buffer.write({words.encode()!r}); sys.exit({status})"
        return started([sys.executable, "-c", script], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(recording.subprocess, "Popen", start)
    made = Recording("cellar")
    made._process.wait()
    return made


def test_its_sentence_is_said_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ended(monkeypatch, to_json(WHY), 1)
    assert made.failure == "no source has the name cellar"
    assert made.failure.template == WHY.template
    made.close()
    assert not Path(made.folder).exists()


@pytest.mark.parametrize("words", ["", "Segmentation fault", "[]", '["{name}", {"b": 1}]', "{", "\ufffd", "1e999"])
def test_words_that_are_no_sentence_are_left_to_the_status(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    made = ended(monkeypatch, words, 3)
    assert made.failure == "the recording ended (status 3)"
    made.close()
