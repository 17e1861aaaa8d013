"""Translations: no text of the sources is forgotten, none is left over, and the program reads what was written."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.architecture.tree import ROOT, modules

FOLDER = ROOT / "visualalbum" / "ui" / "translations"
FILES = ("visualalbum_en.qm", "visualalbum_en.ts", "visualalbum_ja.qm", "visualalbum_ja.ts")
MARKS = ("tr", "mark", "say")
PLACEHOLDERS = re.compile(r"\{\w*\}|%n|\$[A-Z]+|\*\.[a-z.]+")
LETTER = re.compile(r"&(\w)")


def messages(file: Path) -> Iterator[tuple[str, ElementTree.Element, list[str]]]:
    """Every source text, its translation's element, and the translation's forms."""
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        yield message.findtext("source", ""), translation, forms


JAPANESE = [(source, form) for source, _, forms in messages(FOLDER / "visualalbum_ja.ts") for form in forms]


def test_the_translations_are_those_of_the_sources(tmp_path: Path) -> None:
    for name in FILES:
        if name.endswith(".ts"):
            shutil.copy(FOLDER / name, tmp_path)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run([ROOT / "packaging" / "translate", tmp_path], check=True, env={**os.environ, "PATH": path})
    others = [name for name in FILES if (tmp_path / name).read_bytes() != (FOLDER / name).read_bytes()]
    assert others == [], "run packaging/translate, and translate what is new with pyside6-linguist"


@pytest.mark.parametrize("file", [name for name in FILES if name.endswith(".ts")])
def test_every_text_is_translated(file: str) -> None:
    found = list(messages(FOLDER / file))
    assert found
    assert [source for source, element, forms in found if element.get("type") or not all(forms)] == []


def test_what_is_filled_in_is_filled_in_every_language() -> None:
    differ = [(one, other) for one, other in JAPANESE if sorted(set(_places(one))) != sorted(set(_places(other)))]
    assert differ == []


def test_a_letter_that_chooses_is_the_same_in_every_language() -> None:
    def letter(text: str) -> str:
        found = LETTER.search(text)
        return found[1].upper() if found else ""

    assert [(one, other) for one, other in JAPANESE if letter(one) != letter(other)] == []


def _places(text: str) -> list[str]:
    return PLACEHOLDERS.findall(text)


def marked(source: str) -> set[str]:
    """The texts that a module says or marks; of one that is put together, which nobody finds, how that is done."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    said = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in MARKS]
    whole = {one.value for one in said if isinstance(one, ast.Constant)}
    return whole | {ast.unparse(one) for one in said if isinstance(one, ast.JoinedStr | ast.BinOp)}


def test_qt_linguist_finds_what_python_finds() -> None:
    texts: set[str] = set()
    for name, source in modules().items():
        if name.startswith("visualalbum/"):
            texts |= marked(source)
    assert texts == {source for source, _ in JAPANESE}


def test_a_text_within_another_is_found_too() -> None:
    assert marked("""x = f"{tr('a')} b"; mark("c"); tr(x)""") == {"a", "c"}
    assert marked("tr(f'{a} b'); tr('a' + b)") == {"f'{a} b'", "'a' + b"}
