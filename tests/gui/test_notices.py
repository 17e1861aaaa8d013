"""Files of the open album are looked at now and then, a part of them each time where they are many."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.fakes import InlineJobs
from visualalbum.app.notices import MOST_LOOKED_AT, Notices
from visualalbum.ui.edition import stamps_of


def test_of_a_thousand_files_some_are_looked_at_each_time_and_all_in_turn(
    qapp: object, jobs: InlineJobs, tmp_path: Path, qtbot: QtBot
) -> None:
    manifest, files = tmp_path / "m.yaml", [tmp_path / f"{number}.png" for number in range(1000)]
    for path in (manifest, *files):
        path.touch()
    notices = Notices(jobs)  # type: ignore[arg-type]
    notices.begin(manifest, stamps_of([*files, manifest]))
    for _ in range(6):
        notices.slow.timeout.emit()
        jobs.run()
        notices.poll()
    looked = [set(words[0]) for words in jobs.submitted]
    assert all(manifest in paths and len(paths) <= MOST_LOOKED_AT + 1 for paths in looked)
    assert set().union(*looked) == {*files, manifest}
    files[999].write_text("another")
    with qtbot.waitSignal(notices.saved):
        for _ in range(6):
            notices.slow.timeout.emit()
            jobs.run()
            notices.poll()
    notices.end()
