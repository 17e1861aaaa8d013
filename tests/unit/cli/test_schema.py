"""`visualalbum schema`: what it prints."""

from __future__ import annotations

import json

import pytest

from visualalbum.cli import main
from visualalbum.manifest.reference import reference
from visualalbum.manifest.schema import schema


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_the_page_is_printed_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--markdown"]) == 0
    assert capsys.readouterr().out == reference()
