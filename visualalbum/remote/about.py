"""What the desktop here offers a player: a session bus, or none. `python -m` prints it as JSON."""

from __future__ import annotations

import asyncio
import json
from importlib.metadata import version
from typing import Any

import wakepy
from dbus_fast.aio import MessageBus

ANSWER_S = 3.0


async def bus_fault() -> str:
    """Why the session bus cannot be used; nothing where it can."""
    try:
        bus = await asyncio.wait_for(MessageBus().connect(), ANSWER_S)
    except Exception as error:  # a bus may be absent or broken in any way
        return str(error) or type(error).__name__
    gone = asyncio.ensure_future(bus.wait_for_disconnect())
    bus.disconnect()
    await asyncio.wait([gone], timeout=ANSWER_S)
    return ""


def about() -> dict[str, Any]:
    """Facts: `dbus_fast` and `wakepy` versions, and why there is no session bus, where there is none."""
    return {
        "dbus_fast": version("dbus-fast"),
        "wakepy": wakepy.__version__,
        "bus_fault": asyncio.run(bus_fault()),
    }


if __name__ == "__main__":
    print(json.dumps(about()))
