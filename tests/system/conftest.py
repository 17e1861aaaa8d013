"""What several tests of the real program stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.pulse import Pulse, null_sink


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    """A sound server of the test's own, which is the one that is found."""
    with null_sink() as pulse:
        for key, value in pulse.env.items():
            monkeypatch.setenv(key, value)
        yield pulse
