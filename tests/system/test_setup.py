"""packaging/setup.sh on machines made of stand-in programs: what it says, what it runs, and when it runs nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.untimed

NOTE = 'echo "$(basename "$0") $*" >>"$CALLS"\n'

VENV_PYTHON = f"#!/bin/bash\n{NOTE}"
SYSTEM_PYTHON = f"""#!/bin/bash
{NOTE}
[[ $1 == -m && $2 == venv ]] || exit 0
mkdir -p "${{@: -1}}/bin"
cat >"${{@: -1}}/bin/python" <<'END'
{VENV_PYTHON}
END
chmod +x "${{@: -1}}/bin/python"
"""


class Machine:
    """A copy of the packaging folder, and a PATH of stand-ins before the real one; `calls` is what they were told."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.bin = folder / "bin"
        self._calls = folder / "calls"
        self.bin.mkdir()
        shutil.copytree(ROOT / "packaging", self.root / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.root)
        self.put("python3", SYSTEM_PYTHON)

    def put(self, name: str, text: str) -> None:
        """Put a stand-in program on the PATH."""
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def run(self, line: str, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
        """Run a line of bash after setup.sh."""
        script = f"set -euo pipefail\n. {self.root}/packaging/setup.sh\n{line}\n"
        env = {**os.environ, "PATH": f"{self.bin}:{path}", "CALLS": str(self._calls)}
        return subprocess.run(["/bin/bash", "-c", script], env=env, capture_output=True, text=True, check=False)

    def calls(self) -> list[str]:
        """What the stand-ins were called with since the last time this was asked."""
        lines = self._calls.read_text().splitlines() if self._calls.exists() else []
        self._calls.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def debian(machine: Machine, *installed: str, apt: str = "exit 0") -> None:
    lines = "".join(f"installed {name}\\n" for name in installed)
    machine.put("dpkg-query", f"#!/bin/bash\nprintf '{lines}'\nexit 1\n")
    machine.put("apt-get", f"#!/bin/bash\n{NOTE}{apt}\n")
    machine.put("sudo", '#!/bin/bash\nexec "$@"\n')  # asked where the tests do not run as root


def test_packages_that_are_there_are_not_mentioned(machine: Machine) -> None:
    debian(machine, "libvlc5", "mpv")
    done = machine.run("install_packages mpv libvlc5")
    assert (done.returncode, done.stderr, machine.calls()) == (0, "", [])


def test_missing_packages_are_named_and_installed(machine: Machine) -> None:
    debian(machine, "libvlc5")
    done = machine.run("install_packages libvlc5 mpv libvlc")
    assert done.returncode == 0
    assert done.stderr == "Installing from the distribution, with what they need: mpv libvlc\n"
    assert machine.calls() == ["apt-get update", "apt-get install --yes --no-install-recommends mpv libvlc"]


def test_an_apt_that_fails_is_told_with_its_last_words(machine: Machine) -> None:
    debian(machine, apt="echo 'E: no network'; exit 100")
    done = machine.run("install_packages mpv; echo went on")
    assert done.returncode == 1
    assert "E: no network" in done.stderr
    assert "apt-get did not succeed" in done.stderr
    assert "went on" not in done.stdout


def test_without_apt_what_is_missing_is_named(machine: Machine) -> None:
    for program in ("dirname", "grep", "cat", "env"):
        (machine.bin / program).symlink_to(shutil.which(program) or program)
    machine.put("ldconfig", "#!/bin/bash\necho libvlc.so.5 libEGL.so.1 libxcb-cursor.so.0\n")
    done = machine.run("install_packages python3 xvfb libvlc5", path="/nowhere")
    assert done.returncode == 1
    assert "Not found here: libportaudio.so.2 Xvfb" in done.stderr
    machine.put("ldconfig", "#!/bin/bash\necho libvlc.so.5 libEGL.so.1 libxcb-cursor.so.0 libportaudio.so.2\n")
    machine.put("Xvfb", "#!/bin/bash\n")
    assert machine.run("install_packages python3 xvfb libvlc5", path="/nowhere").returncode == 0


def test_an_old_python_is_refused(machine: Machine) -> None:
    machine.put("python3", '#!/bin/bash\n[[ $1 == --version ]] && echo "Python 3.9.2"\nexit 1\n')
    done = machine.run("prepare_python requirements.lock")
    assert done.returncode == 1
    assert done.stderr == "Python 3.11 or later is needed; here is Python 3.9.2.\n"


def test_python_is_prepared_once(machine: Machine) -> None:
    first = machine.run("prepare_python requirements.lock")
    assert first.returncode == 0
    assert "Preparing Python's environment" in first.stderr
    installs = [call for call in machine.calls() if " install " in call]
    assert "--require-hashes" in installs[0]
    assert "--no-deps" in installs[1]
    second = machine.run("prepare_python requirements.lock")
    assert (second.returncode, second.stderr) == (0, "")
    assert [call for call in machine.calls() if "-m" in call] == []


def test_what_holds_for_tests_is_enough_to_play_but_not_the_other_way(machine: Machine) -> None:
    play, test = "prepare_python requirements.lock requirements-test.lock", "prepare_python requirements-test.lock"
    assert machine.run(test).stderr != ""
    assert machine.run(play).stderr == ""
    shutil.rmtree(machine.root / ".venv")
    assert machine.run(play).stderr != ""
    assert machine.run(test).stderr != ""


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/requirements.lock"])
def test_a_changed_lock_brings_python_up_to_date_in_place(machine: Machine, changed: str) -> None:
    machine.run("prepare_python requirements.lock")
    machine.calls()
    with (machine.root / changed).open("a") as file:
        file.write("# changed\n")
    assert machine.run("prepare_python requirements.lock").stderr != ""
    calls = machine.calls()
    assert any(" install " in call for call in calls)
    assert not any("venv" in call and "--clear" in call for call in calls)


def test_an_environment_made_by_hand_is_kept_and_one_moved_here_is_not(machine: Machine) -> None:
    stamp = machine.root / ".venv" / "visualalbum-stamp"
    machine.run("prepare_python requirements.lock")
    stamp.unlink()
    machine.calls()
    machine.run("prepare_python requirements.lock")
    assert not any("--clear" in call for call in machine.calls())
    stamp.write_text("/elsewhere /usr/bin/python3\n0\n")
    machine.run("prepare_python requirements.lock")
    assert any("--clear" in call for call in machine.calls())


def test_an_installation_that_fails_leaves_no_stamp(machine: Machine) -> None:
    machine.run("prepare_python requirements.lock")
    (machine.root / ".venv" / "bin" / "python").write_text("#!/bin/bash\n[[ $* == *--version* ]] || exit 7\n")
    (machine.root / "pyproject.toml").write_text("changed")
    done = machine.run("prepare_python requirements.lock")
    assert done.returncode == 1
    assert "pip did not succeed" in done.stderr
    assert not (machine.root / ".venv" / "visualalbum-stamp").exists()
