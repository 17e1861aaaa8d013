"""What desktops need: an entry, an icon and a file type, put where they look for them, and the window's own icon."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support import processes
from tests.support.players import ROOT
from tests.support.program import running
from tests.support.xvfb import virtual_screen

pytestmark = pytest.mark.untimed

DESKTOP = ROOT / "packaging" / "desktop"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
KINDS = {
    "application/x-visualalbum+yaml": {"*.visualalbum.yaml", "*.visualalbum.yml"},
    "application/x-visualalbum+zip": {"*.visualalbum.zip"},
}


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text())
    return parser["Desktop Entry"]


def test_the_entry_has_its_names_in_both_languages_and_takes_one_album() -> None:
    keys = entry(DESKTOP / "visualalbum.desktop")
    assert (keys["Type"], keys["Icon"], keys["Exec"]) == ("Application", "visualalbum", "visualalbum play %f")
    assert keys["MimeType"].removesuffix(";").split(";") == list(KINDS)
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert keys[key] and keys[f"{key}[ja]"]


def test_the_file_types_are_those_of_manifests_and_bundles_and_of_nothing_else() -> None:
    kinds = ET.parse(DESKTOP / "visualalbum.xml").getroot()
    globs = {kind.get("type"): {found.get("pattern") for found in kind.findall(f"{MIME}glob")} for kind in kinds}
    assert globs == KINDS


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout at an awkward place, with a program in it that says what it was given."""
    root = tmp_path / 'a "b" $c 100% `d'
    for name in ("packaging/add-to-menu", "packaging/desktop/visualalbum.desktop", "packaging/desktop/visualalbum.xml",
                 "visualalbum/ui/visualalbum.svg"):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    return root


def add(checkout: Path, data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", checkout / "packaging" / "add-to-menu", *words]
    return subprocess.run(command, env={**os.environ, "XDG_DATA_HOME": str(data)}, capture_output=True, text=True)


def files(data: Path) -> set[str]:
    own = data.rglob("visualalbum.*")
    return {str(path.relative_to(data)) for path in own}


def test_the_menu_gets_an_entry_for_this_checkout_wherever_it_is_and_gives_it_back(
    checkout: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    program = checkout / ".venv" / "bin" / "visualalbum"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    done = add(checkout, data)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert files(data) == {
        "applications/visualalbum.desktop",
        "icons/hicolor/scalable/apps/visualalbum.svg",
        "mime/packages/visualalbum.xml",
    }
    command = entry(data / "applications" / "visualalbum.desktop")["Exec"]
    # A desktop first undoes the escapes of a string, then the quotes of Exec as a shell does, then the percent signs.
    unescaped = command.replace("\\\\", "\\")
    words = subprocess.run(["sh", "-c", f"printf '%s\\n' {unescaped}"], capture_output=True, text=True).stdout
    assert [word.replace("%%", "%") for word in words.splitlines()] == [str(program), "play", "%f"]
    assert add(checkout, data, "--remove").returncode == 0
    assert files(data) == set()


def test_where_the_program_is_not_installed_yet_it_says_what_to_do(checkout: Path, tmp_path: Path) -> None:
    done = add(checkout, tmp_path / "data")
    assert (done.returncode, files(tmp_path / "data")) == (1, set())
    assert "Run packaging/play once" in done.stderr


def test_the_window_carries_the_icon(tmp_path: Path) -> None:
    with virtual_screen() as screen, running(tmp_path, "--sound", "null", **screen.env) as run:
        processes.wait_until(lambda: bool(screen.windows()), "the window")
        asked = ["xprop", "-id", screen.windows()[0], "_NET_WM_ICON"]
        told = subprocess.run(asked, env={**os.environ, **screen.env}, capture_output=True, text=True).stdout
        assert told.startswith("_NET_WM_ICON(CARDINAL)")
        run.process.terminate()
        run.end()
