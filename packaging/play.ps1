# Prepares Python's environment and plays the demo album; with arguments it is `visualalbum play ARGS`.
# Windows. UNTESTED: nobody has run this yet. Python and VLC have to be installed by hand.
. "$PSScriptRoot\setup.ps1"

Assert-Installed
Install-Python "requirements.lock"
if ($args.Count -eq 0) { $args = @(Join-Path $Root "manifests\backstage.visualalbum.yaml") }
& $Python -m visualalbum play @args
exit $LASTEXITCODE
