# What play.ps1 and test.ps1 share on Windows. UNTESTED: nobody has run this yet.

$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
$Python = Join-Path $Root ".venv\Scripts\python.exe"

function Assert-Installed {
    if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
        throw "Please install Python 3.11 or later with its launcher (py)."
    }
    $vlc = @("$env:ProgramFiles\VideoLAN\VLC\libvlc.dll", "${env:ProgramFiles(x86)}\VideoLAN\VLC\libvlc.dll")
    if (-not ($vlc | Where-Object { Test-Path $_ })) {
        throw "Please install VLC 3 for 64 bits: the program shows every moving picture with its libVLC."
    }
}

function Install-Python([string] $Lock) {
    $stamp = Join-Path $Root ".venv\visualalbum-stamp"
    $files = (Join-Path $Root "pyproject.toml"), (Join-Path $PSScriptRoot $Lock)
    $want = "$Root " + (($files | ForEach-Object { (Get-FileHash $_).Hash }) -join " ")
    if ((Test-Path $stamp) -and ((Get-Content $stamp) -eq $want)) { return }
    Write-Host "Preparing Python's environment in .venv from packaging\$Lock"
    if (-not (Test-Path $Python)) { Invoke-Checked py "-3" "-m" "venv" (Join-Path $Root ".venv") }
    $install = "-m", "pip", "--disable-pip-version-check", "--quiet", "install"
    # The lock is made on Linux; what only Windows needs besides (colorama) pip takes from the second line.
    Invoke-Checked $Python @install "--requirement" (Join-Path $PSScriptRoot $Lock) "--require-hashes" "--no-deps"
    Invoke-Checked $Python @install "--editable" $Root
    Set-Content -Path $stamp -Value $want
}

function Invoke-Checked([string] $Program) {
    & $Program @args
    if ($LASTEXITCODE -ne 0) { throw "$Program did not succeed (status $LASTEXITCODE)" }
}
