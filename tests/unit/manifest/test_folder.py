"""A folder means the manifest in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.manifest import load
from visualalbum.manifest.folder import manifest_in


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.visualalbum.yaml"], "a.visualalbum.yaml"),
        (["A.VisualAlbum.YML", "notes.yaml"], "A.VisualAlbum.YML"),
        (["b.visualalbum.yaml", "a.visualalbum.yaml"], "a.visualalbum.yaml"),
        (["a.visualalbum.yaml", "show.visualalbum.yml"], "show.visualalbum.yml"),
    ],
)
def test_a_folder_means_its_manifest_and_of_several_one_that_is_told(
    names: list[str], expected: str, tmp_path: Path
) -> None:
    folder = tmp_path / "Show"
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    manifest, told = manifest_in(folder)
    assert manifest == folder / expected
    several = len([name for name in names if "visualalbum" in name.lower()]) > 1
    assert told == (f"Show holds 2 manifests; {expected} is opened" if several else "")


def test_a_folder_without_one_and_anything_else_mean_themselves(tmp_path: Path) -> None:
    assert manifest_in(tmp_path) == (tmp_path, "")
    assert manifest_in(tmp_path / "gone") == (tmp_path / "gone", "")
    (problem,) = load(tmp_path).problems
    assert problem.rule == "no-manifest"
    assert "NAME.visualalbum.yaml" in problem.remedy
