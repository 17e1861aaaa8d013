"""Completion, made from the parser: what shells get, and what bash makes of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from visualalbum.cli import COMMANDS, main
from visualalbum.cli.completion import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_in_the_text_for_a_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in COMMANDS)


COMPLETE = """
source {script}
complete_line() {{
    COMP_WORDS=("$@"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_LINE="$*"; COMP_POINT=${{#COMP_LINE}}
    "$(complete -p visualalbum | sed 's/.*-F \\([^ ]*\\).*/\\1/')" visualalbum "${{COMP_WORDS[COMP_CWORD]}}" ""
    printf '%s\\n' "${{COMPREPLY[@]}}"
}}
cd {folder}
complete_line {line}
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("visualalbum ch", {"check"}),
        ("visualalbum check --no", {"--no-media"}),
        ("visualalbum play --mode f", {"film"}),
        ("visualalbum check a", {"a.visualalbum.yaml"}),
        ("visualalbum words con", {"convert"}),
    ],
)
def test_bash_completes_commands_options_choices_and_files(
    line: str, found: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "completion.bash"
    script.write_text(capsys.readouterr().out)
    (tmp_path / "a.visualalbum.yaml").touch()
    code = COMPLETE.format(script=script, folder=tmp_path, line=line)
    said = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    assert {word.strip() for word in said.stdout.split()} >= found, said.stderr
