# Prepares Python's environment and runs the checks, and the tests that need no virtual screen.
# Windows. UNTESTED: nobody has run this yet. Python and VLC have to be installed by hand.
. "$PSScriptRoot\setup.ps1"

Assert-Installed
Install-Python "requirements-test.lock"
Set-Location $Root
Invoke-Checked $Python "-m" "ruff" "check" "."
Invoke-Checked $Python "-m" "ruff" "format" "--check" "."
Invoke-Checked $Python "-m" "mypy"
& $Python -m pytest tests/unit tests/property tests/gui -n auto @args
exit $LASTEXITCODE
