"""What holds for every test: no skips, no unexpected warning in the log, nothing left behind."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.support import leaks
from visualalbum.store.paths import HOME_VARIABLE

ALLOWED_SKIP = "outside media absent"


def _skip_reason(report: pytest.CollectReport | pytest.TestReport) -> str | None:
    """Why a test was skipped; None where it was not (an expected failure is no skip)."""
    if not report.skipped or hasattr(report, "wasxfail"):
        return None
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


def _refuse_skip(report: pytest.CollectReport | pytest.TestReport) -> None:
    """Turn a skip into a failure: what a test needs is installed, or its absence is an error."""
    reason = _skip_reason(report)
    if reason is not None and not reason.startswith(ALLOWED_SKIP):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, which counts as a failure here: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


HERE = Path(__file__).parent
WITH_WIDGETS = (HERE / "gui", HERE / "unit" / "ui")
REAL = (HERE / "contract", HERE / "system")
"""Tests of real players, screens and sinks. They run alone, unless they are `untimed` or `unhurried`, and are tried
once more where they fail: a fault of the program is there both times, a stall of the machine seldom. How often there is
one at all, `packaging/measure` tells."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in WITH_WIDGETS):
            item.add_marker("widgets")
        elif any(item.path.is_relative_to(folder) for folder in REAL):
            item.add_marker(pytest.mark.flaky(reruns=1))
            if not any(item.get_closest_marker(name) for name in ("untimed", "unhurried")):
                item.add_marker("alone")


class _Collector(logging.Handler):
    """Keeps every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A log record at WARNING or above fails the test, unless `allow_log(regex)` expects it."""
    allowed = [re.compile(marker.args[0]) for marker in request.node.iter_markers("allow_log")]
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    unexpected = [text for text in collector.messages if not any(regex.search(text) for regex in allowed)]
    if unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """A thread that would keep the interpreter alive, or a child process, that a test leaves behind fails it."""
    before = leaks.running()
    yield
    left = leaks.left_over(before)
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_other_priority() -> Iterator[None]:
    """A test after which this process is scheduled in another way fails: all that is begun later would be, too."""
    before = os.sched_getscheduler(0)
    yield
    left = os.sched_getscheduler(0)
    if left != before:
        os.sched_setscheduler(0, before, os.sched_param(0))
        pytest.fail(f"left with scheduling policy {left}, which was {before}", pytrace=False)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps all it has, nothing of which is there so far."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder
