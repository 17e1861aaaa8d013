"""absolute-path."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told
from visualalbum.problems import Severity


@pytest.mark.parametrize("path", ["/srv/a.flac", "C:/music/a.flac", "C:\\music\\a.flac"])
def test_a_path_of_one_machine_is_a_warning(path: str) -> None:
    problem = only(f"visualalbum: 1\ntracks:\n- audio: ▸{path}\n")
    assert (problem.rule, problem.severity) == ("absolute-path", Severity.WARNING)


def test_a_path_from_the_manifests_folder_is_right_and_so_is_one_out_of_it() -> None:
    assert told("visualalbum: 1\ntracks:\n- audio: music/a.flac\n- audio: ../music/b.flac\n") == []
