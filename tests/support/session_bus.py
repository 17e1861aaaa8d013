"""A session bus of our own, with none of the machine's services; and desktops that stand on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support import processes

CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class SessionBusServer:
    """A running dbus-daemon; `env` is what programs need to find it."""

    process: subprocess.Popen[bytes]
    env: dict[str, str]

    def playerctl(self, *words: str) -> str:
        """Run playerctl and return what it prints; raises CalledProcessError where it fails."""
        env = {**os.environ, **self.env}
        done = subprocess.run(["playerctl", *words], env=env, capture_output=True, text=True, check=True, timeout=10)
        return done.stdout.strip()

    def die(self) -> None:
        """Go away under those who are connected."""
        self.process.kill()
        self.process.wait()


@contextmanager
def session_bus() -> Iterator[SessionBusServer]:
    """Run a bus until the block ends."""
    missing = [tool for tool in ("dbus-daemon", "playerctl") if shutil.which(tool) is None]
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}")
    folder = Path(tempfile.mkdtemp(prefix="visualalbum-bus-"))
    socket = folder / "socket"
    (folder / "conf").write_text(CONFIGURATION.format(socket=socket))
    command = ["dbus-daemon", f"--config-file={folder / 'conf'}", "--nofork", "--nopidfile", "--nosyslog"]
    process = processes.start(command, os.environ, folder / "log")
    try:
        processes.wait_until(lambda: socket.exists() or process.poll() is not None, "the session bus")
        if process.poll() is not None:
            raise RuntimeError(f"dbus-daemon did not start: {(folder / 'log').read_text(errors='replace')}")
        yield SessionBusServer(process, {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={socket}"})
    finally:
        processes.end(process)
        shutil.rmtree(folder, ignore_errors=True)
